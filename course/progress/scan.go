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
	reads := make([]part, len(parts))
	each.Of(len(parts), func(i int) { reads[i] = readChunk(data, parts[i], parts[i+1:]) })
	lines, bad := 0, 0
	for i := range reads {
		lines += len(reads[i].whole)
		bad += len(reads[i].bad)
	}
	s.lines = make([]line, 0, lines)
	if bad > 0 {
		s.bad = make([]int, 0, bad)
	}
	batch := unended{}
	for i := range reads {
		s.takePart(&reads[i], &batch)
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
	line       // its number is counted in the part
	from  int  // its offset in the file
	ok    bool // it is a line
	crlf  bool // it has a carriage return before its end
	empty bool
	last  bool // no line end follows
	stray bool // a byte that is no line end stands where its line end was
	alone bool // what stands before it in the part is empty or bad
}

// part is what was read of one chunk. Of what is no line only the number is kept,
// and of an empty one not even that: a small archive may have millions of them.
type part struct {
	whole   []reading // lines, and what follows the last line end
	bad     []int32   // numbers in the part, from 1
	count   int       // lines in all
	endsBad bool      // the last one that is finished is bad
	alone   bool      // the last one that is finished is empty or bad
}

// readChunk reads the lines from one offset to where the next chunk begins.
func readChunk(data []byte, from int, next []int) part {
	to := len(data)
	if len(next) > 0 {
		to = next[0]
	}
	text := string(data[from:to]) // one copy that every line is a part of
	const usual = 128             // bytes of a line, or more
	p := part{whole: make([]reading, 0, min(strings.Count(text, "\n"), len(text)/usual)+1)}
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
		p.add(&r)
		at = end + 1
	}
	return p
}

// add keeps of what was read as much as it is worth.
func (p *part) add(r *reading) {
	r.number, r.alone = p.count+1, p.alone
	if !r.last {
		p.count++
		p.endsBad, p.alone = !r.ok && !r.empty, !r.ok
		if p.endsBad {
			p.bad = append(p.bad, int32(p.count)) // a part has no more lines than bytes
		}
	}
	if r.ok || r.last {
		p.whole = append(p.whole, *r)
	}
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

// takePart takes in what follows in the file.
func (s *scanned) takePart(p *part, batch *unended) {
	for _, n := range p.bad {
		s.bad = append(s.bad, s.count+int(n))
	}
	for i := range p.whole {
		s.take(&p.whole[i], batch)
	}
	if p.alone {
		*batch = unended{}
	}
	if p.count > 0 {
		s.badLast = p.endsBad
	}
	s.count += p.count
}

// take takes in a line, or what follows the last line end. An empty line is no
// damage, and nothing before it is unfinished.
func (s *scanned) take(r *reading, batch *unended) {
	if r.alone {
		*batch = unended{}
	}
	if r.last && !r.ok {
		s.end = r.from
		rest := s.data[r.from:]
		s.suspects = len(rest) > maxLine || bytes.IndexByte(rest, '\r') >= 0
		return
	}
	if r.last {
		s.open = true
		if r.stray {
			s.end = len(s.data) - 1
		}
	}
	if r.crlf {
		s.crlf++
	}
	r.number += s.count
	batch.add(r.more, r.from, len(s.lines))
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
