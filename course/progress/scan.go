package progress

import (
	"bytes"
	"strings"

	"github.com/cairn-learn/cairn/internal/each"
)

// scanned is what one file of the log holds.
type scanned struct {
	lines []line // whole, in the order of the file
	count int    // lines in all, the bad ones included
	bad   []int  // numbers, from 1, of lines whose checksum is wrong
	crlf  int    // lines whose end was turned into CR LF
	data  []byte // the file

	// What stands at the end of the file.
	end      int  // offset where what is no part of a save begins; len(data): nowhere
	open     bool // the last line is whole but for its line end
	badLast  bool // the last finished line is bad
	suspects bool // what is unfinished is not what a broken save leaves
}

// unfinished returns the bytes of a save that did not come to its end, or the
// byte that stands where the last line end was.
func (s *scanned) unfinished() []byte { return s.data[s.end:] }

// chunk is about how many bytes of a file are read by one processor at a time.
const chunk = 1 << 20

// scan reads a file of the log. It never fails: what is not a line is counted
// and passed over. Lines are read side by side, a chunk of the file by each
// processor; then they are looked at in their order, once.
func scan(data []byte) scanned {
	s := scanned{data: data, end: len(data)}
	parts := chunks(data)
	reads := make([][]reading, len(parts))
	each.Of(len(parts), func(i int) { reads[i] = readChunk(data, parts[i], parts[i+1:]) })
	n := 0
	for _, read := range reads {
		n += len(read)
	}
	s.lines = make([]line, 0, n)
	batch := unended{}
	for _, read := range reads {
		for i := range read {
			s.take(&read[i], &batch)
		}
	}
	if batch.open {
		s.lines = s.lines[:batch.first]
		s.end = batch.at
		s.open = false
	}
	return s
}

// chunks gives the offsets at which the chunks of a file begin: each at the
// beginning of a line.
func chunks(data []byte) []int {
	var begins []int
	for at := 0; at < len(data); {
		begins = append(begins, at)
		next := min(at+chunk, len(data))
		n := bytes.IndexByte(data[next:], '\n')
		if n < 0 {
			break
		}
		at = next + n + 1
	}
	return begins
}

// reading is what stands between two line ends, as far as it tells by itself.
type reading struct {
	line
	from  int  // its offset in the file
	ok    bool // it is a line
	crlf  bool // it has a carriage return before its end
	empty bool
	last  bool // no line end follows
	stray bool // a byte that is no line end stands where its line end was
}

// readChunk reads the lines from one offset to where the next chunk begins.
func readChunk(data []byte, from int, next []int) []reading {
	to := len(data)
	if len(next) > 0 {
		to = next[0]
	}
	text := string(data[from:to]) // one copy that every line is a part of
	read := make([]reading, 0, strings.Count(text, "\n")+1)
	skim := skimmer{}
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '\n')
		end := at + n
		if n < 0 {
			end = len(text)
		}
		r := skim.read(text[at:end], data[from+at:from+end])
		if r.last = n < 0; r.last && !r.ok {
			r = skim.last(text[at:], data[from+at:to])
		}
		r.from = from + at
		read = append(read, r)
		at = end + 1
	}
	return read
}

// last reads what follows the last line end and is no line. One byte too many
// after a whole line stands where its line end was: the line counts, and the
// byte is what is unfinished. Otherwise a single wrong bit would cost a save of
// any size.
func (k *skimmer) last(text string, b []byte) reading {
	r := k.read(text[:len(text)-1], b[:len(b)-1])
	r.last, r.stray = true, r.ok
	return r
}

// read reads what stands between two line ends. A carriage return before the
// line end is no part of the line: JSON has none, editors and git add them.
func (k *skimmer) read(text string, b []byte) reading {
	raw, crlf := strings.CutSuffix(text, "\r")
	r := reading{crlf: crlf, empty: raw == "", ok: whole(b[:len(raw)])}
	if r.ok {
		r.line = k.line(raw)
	}
	return r
}

// take takes in what follows in the file. An empty line is no damage, and
// nothing before it is unfinished.
func (s *scanned) take(r *reading, batch *unended) {
	switch {
	case r.last && !r.ok:
		s.end = r.from
		rest := s.data[r.from:]
		s.suspects = len(rest) > maxLine || bytes.IndexByte(rest, '\r') >= 0
		return
	case r.last:
		s.open = true
		if r.stray {
			s.end = len(s.data) - 1
		}
	default:
		s.count++
		s.badLast = !r.ok && !r.empty
	}
	if !r.ok {
		*batch = unended{}
		if !r.empty {
			s.bad = append(s.bad, s.count)
		}
		return
	}
	if r.crlf {
		s.crlf++
	}
	batch.add(r.more, r.from, len(s.lines))
	r.number = s.count
	if r.last {
		r.number++
	}
	s.lines = append(s.lines, r.line)
}

// unended follows the lines of one save, so that a save of several events
// counts only when all of it is there.
type unended struct {
	open  bool
	at    int // offset of its first line
	first int // index of its first line
	left  int // lines that must follow
}

func (u *unended) add(more, at, index int) {
	if !u.open || more != u.left-1 {
		u.at, u.first = at, index
	}
	u.left = more
	u.open = more > 0
}
