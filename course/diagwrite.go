package course

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// WriteDiags prints findings for people, each with its line and a mark under
// the part it is about:
//
//	lessons/one.md:4:5: error: unknown key "promt" [yaml-unknown-key]
//	    4 |     promt: What is it?
//	      |     ^^^^^
//	      = did you mean "prompt"?
func WriteDiags(w io.Writer, diags []Diag) error {
	var out bytes.Buffer
	for i, d := range diags {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(d.String() + "\n")
		if d.Pos.Line > 0 {
			line, mark := excerptOf(d)
			fmt.Fprintf(&out, "%5d | %s\n", d.Pos.Line, line)
			fmt.Fprintf(&out, "      | %s\n", mark)
		}
		if d.Hint != "" {
			fmt.Fprintf(&out, "      = %s\n", textsafe.Line(d.Hint))
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

// WriteDiagsJSON prints findings as one JSON array, one finding on a line. See
// Diag.MarshalJSON for the fields.
func WriteDiagsJSON(w io.Writer, diags []Diag) error {
	var out bytes.Buffer
	out.WriteString("[")
	for i, d := range diags {
		data, err := json.Marshal(d)
		if err != nil {
			return fmt.Errorf("writing a finding about %s: %w", d.Pos.File, err)
		}
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n  ")
		out.Write(data)
	}
	if len(diags) > 0 {
		out.WriteString("\n")
	}
	out.WriteString("]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// The part of a long line that is shown, in characters before and after the
// place. A line that is no longer than both is shown whole.
const (
	before = 50
	after  = 70
)

// excerptOf returns the line of a finding as it can be printed, and the marks
// that go under it.
func excerptOf(d Diag) (line, mark string) {
	col := min(max(d.Pos.Col-1, 0), len(d.Line))
	end := min(col+max(d.Len, 0), len(d.Line))
	for col > 0 && col < len(d.Line) && !utf8.RuneStart(d.Line[col]) {
		col--
	}
	for end < len(d.Line) && !utf8.RuneStart(d.Line[end]) {
		end++
	}
	from, to, ellipsis := 0, len(d.Line), ""
	if utf8.RuneCountInString(d.Line) > before+after {
		from, to = backUp(d.Line, col, before), goOn(d.Line, col, after)
	}
	if from > 0 {
		ellipsis = "…"
	}
	head := ellipsis + textsafe.Line(d.Line[from:col])
	body := textsafe.Line(d.Line[col:min(end, to)])
	tail := textsafe.Line(d.Line[min(end, to):to])
	if to < len(d.Line) {
		tail += "…"
	}
	// Joined, the parts may make what none of them is alone.
	return textsafe.Line(head + body + tail), strings.Repeat(" ", columns(head)) + strings.Repeat("^", max(1, columns(body)))
}

// backUp returns the offset n characters before at.
func backUp(s string, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}

// goOn returns the offset n characters after at.
func goOn(s string, at, n int) int {
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// columns is how many columns a terminal is likely to give a text.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
