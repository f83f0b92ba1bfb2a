package progress

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// provedIn returns the numbers of a file's bad lines whose events are proved to
// be in u, so that the damage costs nothing. There are two proofs:
//
//   - the line still has the checksum and length, or the whole text, of an event
//     of a device that the file holds; or it was edited and names that event
//   - it stands between two events of one device, or before the first of the
//     file's own, and every event in between is in u: one writer appends its
//     events in order, so that nothing else can have stood there
//
// The second is no proof where the file is not in order, nor where a newer cairn
// wrote: a line of it may hold more than one event, or none that has a number.
func provedIn(f logFile, u *union) map[int]bool {
	entries, rising := entriesOf(f.scanned)
	rising = rising && !slices.ContainsFunc(f.lines, func(l line) bool { return l.newer || !l.named() })
	proved := map[int]bool{}
	known := knownLines(f, u)
	for i, e := range entries {
		if e.line != nil {
			continue
		}
		first := i
		for ; first > 0 && entries[first-1].line == nil; first-- {
		}
		next := i
		for next < len(entries) && entries[next].line == nil {
			next++
		}
		if known(e.bytes) || rising && !saysNewer(e.bytes) && between(f.name, entries, first-1, next, u) {
			proved[e.number] = true
		}
	}
	return proved
}

// saysNewer reports whether a bad line still says that a newer cairn wrote it.
func saysNewer(b []byte) bool {
	_, said, found := bytes.Cut(b, []byte(`"v":`))
	digits := 0
	for digits < len(said) && '0' <= said[digits] && said[digits] <= '9' {
		digits++
	}
	n, err := strconv.ParseUint(string(said[:digits]), 10, 64)
	return found && digits > 0 && (err != nil || n > format)
}

// entry is a line of a file that is not empty.
type entry struct {
	number int
	bytes  []byte
	line   *line // nil: it is bad
}

// entriesOf returns the lines of a file, and whether the good ones are in the
// order in which writers append: each device in one row, its numbers rising.
func entriesOf(f scanned) (entries []entry, rising bool) {
	rising = true
	seen := map[string]bool{}
	var before *line
	bad := f.bad
	for n, b := range linesOf(f.data) {
		if len(bad) > 0 && bad[0] == n {
			bad = bad[1:]
			entries = append(entries, entry{n, b, nil})
			continue
		}
		text := strings.TrimSuffix(string(b), "\r")
		if text == "" || !whole([]byte(text)) {
			continue
		}
		l := newLine(text)
		switch {
		case before != nil && before.device == l.device:
			rising = rising && before.seq < l.seq
		default:
			rising = rising && !seen[l.device]
			seen[l.device] = true
		}
		before = &l
		entries = append(entries, entry{n, b, &l})
	}
	return entries, rising
}

// between reports whether all that can have stood between two entries is in u.
// There is no entry at -1, and none behind the last.
func between(name string, entries []entry, before, after int, u *union) bool {
	if after == len(entries) {
		return false // nobody knows how far the file went
	}
	next := entries[after].line
	from := uint64(1)
	if before >= 0 {
		last := entries[before].line
		if last.device != next.device {
			return false
		}
		from = last.seq + 1
	} else if stem := strings.TrimSuffix(name, ext); stem != next.device || !isDevice(stem) {
		return false
	}
	if next.seq < from || !next.named() {
		return false
	}
	for seq := from; seq < next.seq; seq++ {
		if _, ok := u.at(next.device, seq); !ok {
			return false
		}
	}
	return true
}

// knownLines returns a function that reports whether a bad line is what is left
// of one event in u, of a device that the file holds, and of no more than one.
func knownLines(f logFile, u *union) func([]byte) bool {
	devices := map[string]bool{strings.TrimSuffix(f.name, ext): true}
	for i := range f.lines {
		devices[f.lines[i].device] = true
	}
	sums, texts := map[string]*line{}, map[string]bool{}
	for device := range devices {
		for _, l := range u.devices[device] {
			sums[l.sum()], texts[l.text()] = l, true
		}
	}
	return func(b []byte) bool {
		text := strings.TrimSuffix(string(b), "\r")
		if len(text) <= sumLen || len(text) >= maxLine {
			return false
		}
		if texts[text[sumLen:]] {
			return true
		}
		l := sums[text[:sumLen-1]]
		if l == nil {
			return false
		}
		if len(text) == len(l.raw) {
			return true
		}
		// A longer one may have swallowed the next line, unless it reads as one.
		r, ok := decode(text[sumLen:])
		return ok && r.Device == l.device && r.Seq == l.seq
	}
}
