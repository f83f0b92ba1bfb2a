package progress

import "bytes"

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

// scan reads a file of the log in one pass. It never fails: what is not a line
// is counted and passed over.
func scan(data []byte) scanned {
	s := scanned{data: data, end: len(data), lines: make([]line, 0, bytes.Count(data, []byte("\n"))+1)}
	all := string(data) // one copy that every line is a part of
	batch := unended{}
	for at := 0; at < len(data); {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			s.tail(all, at, &batch)
			break
		}
		s.count++
		s.line(all, at, at+n, &batch)
		at += n + 1
	}
	if batch.open {
		s.lines = s.lines[:batch.first]
		s.end = batch.at
		s.open = false
	}
	return s
}

// line reads a finished line. An empty one is no damage, and nothing before it
// is unfinished.
func (s *scanned) line(all string, from, to int, batch *unended) {
	l, ok := s.read(all, from, to)
	empty := all[from:to] == "" || all[from:to] == "\r"
	s.badLast = !ok && !empty
	if ok {
		batch.add(l, from, len(s.lines))
		s.lines = append(s.lines, l)
		return
	}
	*batch = unended{}
	if !empty {
		s.bad = append(s.bad, s.count)
	}
}

// tail reads what follows the last line end. One byte too many after a whole
// line stands where its line end was: the line counts, and the byte is what is
// unfinished. Otherwise a single wrong bit would cost a save of any size.
func (s *scanned) tail(all string, at int, batch *unended) {
	l, ok := s.read(all, at, len(all))
	if !ok {
		if l, ok = s.read(all, at, len(all)-1); ok {
			s.end = len(all) - 1
		}
	}
	if ok {
		s.open = true
		batch.add(l, at, len(s.lines))
		s.lines = append(s.lines, l)
		return
	}
	s.end = at
	rest := s.data[at:]
	s.suspects = len(rest) > maxLine || bytes.IndexByte(rest, '\r') >= 0
}

// read returns the line at [from, to). A carriage return before the line end
// is no part of the line: JSON has none, editors and git add them.
func (s *scanned) read(all string, from, to int) (line, bool) {
	crlf := to > from && s.data[to-1] == '\r'
	if crlf {
		to--
	}
	if !whole(s.data[from:to]) {
		return line{}, false
	}
	if crlf {
		s.crlf++
	}
	return newLine(all[from:to]), true
}

// unended follows the lines of one save, so that a save of several events
// counts only when all of it is there.
type unended struct {
	open  bool
	at    int // offset of its first line
	first int // index of its first line
	left  int // lines that must follow
}

func (u *unended) add(l line, at, index int) {
	if !u.open || l.more != u.left-1 {
		u.at, u.first = at, index
	}
	u.left = l.more
	u.open = l.more > 0
}
