package picture

import "strings"

// What is asked of the terminal so that pictures can be shown: the size of a
// cell, and what it is able to do.
const (
	CellSizeQuery   = "\x1b[16t"
	AttributesQuery = "\x1b[c"
)

// Only reports whether a text is made of nothing but the sequences of this
// package: pictures by the kitty protocol and as sixels, the questions about
// them, and the moves of the cursor before and after sixels. The payload of a
// picture is checked too: nothing in it ends its sequence.
func Only(s string) bool {
	for s != "" {
		n := sequence(s)
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return true
}

// sequence is the length of the sequence that s begins with; 0 when it is none
// of ours.
func sequence(s string) int {
	for _, fixed := range [...]string{CellSizeQuery, AttributesQuery, saveCursor, restoreCursor} {
		if strings.HasPrefix(s, fixed) {
			return len(fixed)
		}
	}
	for _, kind := range [...]struct {
		begin, end string
		payload    func(byte) bool
	}{
		{kittyBegin, stringEnd, kittyByte},
		{sixelBegin, stringEnd, sixelByte},
		{"\x1b[", "H", placeByte},
	} {
		rest, ok := strings.CutPrefix(s, kind.begin)
		if !ok {
			continue
		}
		n := 0
		for n < len(rest) && kind.payload(rest[n]) {
			n++
		}
		if strings.HasPrefix(rest[n:], kind.end) {
			return len(kind.begin) + n + len(kind.end)
		}
	}
	return 0
}

const (
	kittyBegin    = "\x1b_G"
	sixelBegin    = "\x1bP0;1q"
	stringEnd     = "\x1b\\"
	saveCursor    = "\x1b7"
	restoreCursor = "\x1b8"
)

// kittyByte: settings such as a=T,i=16 and base64 behind a semicolon.
func kittyByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '/' <= c && c <= '9' || c == '+' || c == '=' || c == ',' || c == ';'
}

// sixelByte: six pixels from ? on, and before that colours, repeats and line
// ends.
func sixelByte(c byte) bool { return '!' <= c && c <= '~' }

// placeByte: a row and a column.
func placeByte(c byte) bool { return '0' <= c && c <= '9' || c == ';' }
