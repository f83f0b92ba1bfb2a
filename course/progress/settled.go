package progress

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
)

// settled is the damage that is reported no more, kept in settled.json: it was
// proved to cost nothing, or the learner accepted it. Nothing of the log is
// changed by it, and without the file all of it is reported again.
type settled struct {
	Gone      map[string][]run    `json:"gone"`      // events that are accepted as gone, by device
	Lines     map[string][]string `json:"lines"`     // marks of bad lines, by file
	Ends      map[string][]string `json:"ends"`      // marks of unfinished ends, by file
	CRLF      map[string]int      `json:"crlf"`      // lines whose ends were changed, by file
	Conflicts map[string]string   `json:"conflicts"` // the checksums that an event has, by event
	Unread    []string            `json:"unread"`    // marks of lines without an event
	Format    int                 `json:"v"`
	CRC       string              `json:"crc"` // of the above
}

// run is a row of events, by number.
type run struct {
	From uint64 `json:"from"`
	To   uint64 `json:"to"`
}

// errSettled says that settled.json is there and means nothing.
var errSettled = errors.New("settled.json is damaged")

func newSettled() settled {
	return settled{
		Gone: map[string][]run{}, Lines: map[string][]string{}, Ends: map[string][]string{},
		CRLF: map[string]int{}, Conflicts: map[string]string{}, Unread: []string{}, Format: format,
	}
}

// readSettled reads settled.json. A missing file settles nothing.
func readSettled(d disk, dir string) (settled, error) {
	data, err := d.Read(filepath.Join(dir, settledFile))
	if errors.Is(err, fs.ErrNotExist) {
		return newSettled(), nil
	}
	if err != nil {
		return newSettled(), err
	}
	s := newSettled()
	if err := json.Unmarshal(data, &s); err != nil {
		return newSettled(), fmt.Errorf("%w: %w", errSettled, err)
	}
	if s.Format <= format && s.CRC != s.sum() {
		return newSettled(), fmt.Errorf("%w: its checksum is wrong", errSettled)
	}
	return s, nil
}

func (s settled) sum() string {
	s.CRC = ""
	text, _ := json.Marshal(s) // strings and numbers only
	return fmt.Sprintf("%08x", checksum(text))
}

// write replaces settled.json.
func (s settled) write(d disk, dir, writer string) error {
	s.CRC = s.sum()
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return replace(d, filepath.Join(dir, settledFile), writer, append(text, '\n'))
}

// clone returns a copy that can be added to.
func (s settled) clone() settled {
	s.Gone, s.Lines, s.Ends = maps.Clone(s.Gone), maps.Clone(s.Lines), maps.Clone(s.Ends)
	s.CRLF, s.Conflicts, s.Unread = maps.Clone(s.CRLF), maps.Clone(s.Conflicts), slices.Clone(s.Unread)
	return s
}

// markOf tells bytes apart from all others.
func markOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// leaves returns the runs of m that are not accepted as gone.
func (s settled) leaves(m Missing) []Missing {
	left := []Missing{m}
	for _, gone := range s.Gone[m.Device] {
		var next []Missing
		for _, m := range left {
			if gone.To < m.From || m.To < gone.From {
				next = append(next, m)
				continue
			}
			if before := m; m.From < gone.From {
				before.To = gone.From - 1
				next = append(next, before)
			}
			if after := m; gone.To < m.To {
				after.From = gone.To + 1
				next = append(next, after)
			}
		}
		left = next
	}
	return left
}

// unsettled returns what of a file's damage is still to be reported.
func (s settled) unsettled(name string, f scanned) scanned {
	if f.crlf <= s.CRLF[name] {
		f.crlf = 0
	}
	if known := s.Lines[name]; len(known) > 0 && len(f.bad) > 0 {
		var left []int
		for n, b := range linesOf(f.data) {
			if _, bad := slices.BinarySearch(f.bad, n); bad && !slices.Contains(known, markOf(b)) {
				left = append(left, n)
			}
		}
		f.bad = left
	}
	if known := s.Ends[name]; len(known) > 0 && slices.Contains(known, markOf(f.unfinished())) {
		f.end = len(f.data)
	}
	return f
}

// linesOf yields the finished lines of a file with their numbers, from 1.
func linesOf(data []byte) func(yield func(int, []byte) bool) {
	return func(yield func(int, []byte) bool) {
		for n := 1; ; n++ {
			line, rest, finished := bytes.Cut(data, []byte("\n"))
			if !finished || !yield(n, line) {
				return
			}
			data = rest
		}
	}
}

// missing returns the runs of events that are missing and not accepted as gone.
func (s settled) missing(h head, u *union) []Missing {
	var left []Missing
	for _, m := range h.missing(u) {
		left = append(left, s.leaves(m)...)
	}
	return left
}

// conflicts returns the events that have two contents, but for those that were
// accepted with these contents.
func (s settled) conflicts(h head, u *union) []string {
	ids := slices.Concat(u.conflicts, h.rewritten(u))
	if len(s.Conflicts) == 0 {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool {
		known, ok := s.Conflicts[id]
		return ok && known == contentsOf(u, h, id)
	})
}

// contentsOf returns the checksums of all contents that an event has.
func contentsOf(u *union, h head, id string) string {
	var sums []string
	for _, device := range sortedKeys(u.devices) {
		for _, l := range u.devices[device] {
			if l.id() == id {
				sums = append(sums, l.sum())
			}
		}
	}
	for _, l := range u.rest {
		if l.named() && l.id() == id {
			sums = append(sums, l.sum())
		}
	}
	for device, mark := range h.Marks {
		if learn.EventID(device, mark.Seq) == id {
			sums = append(sums, mark.CRC)
		}
	}
	slices.Sort(sums)
	return strings.Join(slices.Compact(sums), " ")
}

// unread returns the lines in which no event is found and that were not
// accepted.
func (s settled) unread(u *union) []*line {
	if u.unread == 0 {
		return nil
	}
	var lines []*line
	for _, l := range u.all() {
		lost := l.named() && !u.holds(l) // of two contents the other counts
		if !l.readable && !lost && !slices.Contains(s.Unread, markOf([]byte(l.raw))) {
			lines = append(lines, l)
		}
	}
	return lines
}
