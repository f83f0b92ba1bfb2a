package textsafe

import (
	"io"
	"slices"
	"unicode/utf8"
)

// Writer is an outlet for plain text: what is written to it goes on to W as
// Text makes it, so that nothing which W shows is acted on by a terminal. It is
// the second of two layers. What passed the first one is not changed.
//
// A letter may be divided between two writes; a bad end of the last one is
// never written. What decides how letters are drawn, such as a joiner, counts
// only within one write. The bytes that W took are not known one by one, so that
// a write that failed reports none.
type Writer struct {
	W    io.Writer
	rest []byte // the beginning of a letter that goes on in the next write
}

// Write implements io.Writer.
func (w *Writer) Write(p []byte) (int, error) {
	whole := p
	if len(w.rest) > 0 {
		whole = slices.Concat(w.rest, p)
	}
	whole, rest := divided(whole)
	if len(whole) > 0 {
		safe := whole
		if suspicious(whole) {
			if s := string(whole); Index(s) >= 0 {
				safe = []byte(Text(s))
			}
		}
		if _, err := w.W.Write(safe); err != nil {
			return 0, err
		}
	}
	w.rest = append([]byte(nil), rest...)
	return len(p), nil
}

// suspicious is the fast way past plain ASCII.
func suspicious(p []byte) bool {
	for _, c := range p {
		if c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return true
		}
	}
	return false
}

// divided cuts off the beginning of a letter at the end of p.
func divided(p []byte) (whole, rest []byte) {
	for n := 1; n < utf8.UTFMax && n <= len(p); n++ {
		if c := p[len(p)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(p[len(p)-n:]) {
				return p[:len(p)-n], p[len(p)-n:]
			}
			break
		}
	}
	return p, nil
}
