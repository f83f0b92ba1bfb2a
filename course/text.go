package course

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// cleanYAML reads the YAML of a course. What an escape in it stands for is a
// visible mark from then on, as what stands in the file itself.
func cleanYAML() strictyaml.Reader { return strictyaml.Reader{Clean: textsafe.Text} }

// plainText turns the bytes of a file into UTF-8 without a byte order mark and
// with line feeds, and tells what it had to change. ok is false for a file in
// another encoding, which cannot be shown.
func plainText(file string, data []byte) (text []byte, crlf, ok bool, diags []Diag) {
	at := Pos{File: file}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, false, false, []Diag{{Code: codeNotUTF8, Severity: Error, Pos: at,
			Msg: "this file is UTF-16 and is passed over", Hint: "save it as UTF-8"}}
	}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		data = data[len("\ufeff"):]
		diags = append(diags, Diag{Code: codeBOM, Severity: Warning, Pos: at,
			Msg: "the file begins with a byte order mark, which other tools stumble over", Hint: "save it as UTF-8 without BOM"})
	}
	if crlf = bytes.Contains(data, []byte("\r\n")); crlf {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	if !utf8.Valid(data) {
		pos := place(file, data, invalidAt(data))
		data = bytes.ToValidUTF8(data, []byte("\ufffd"))
		diags = append(diags, Diag{Code: codeNotUTF8, Severity: Error, Pos: pos, Len: len("\ufffd"),
			Msg: "the file is not UTF-8 from here on; what cannot be read shows as \ufffd", Hint: "save it as UTF-8"})
	}
	return data, crlf, true, append(diags, hiddenCharacters(file, data)...)
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// place turns an offset into a place.
func place(file string, data []byte, at int) Pos {
	head := data[:at]
	return Pos{File: file, Line: bytes.Count(head, []byte("\n")) + 1, Col: at - bytes.LastIndexByte(head, '\n')}
}

// maxHidden is how many characters of one file are reported one by one.
const maxHidden = 20

// hiddenCharacters finds what a terminal would act on, what turns text around
// and what cannot be seen. All of it is shown as a visible mark.
func hiddenCharacters(file string, data []byte) []Diag {
	var diags []Diag
	for at := 0; len(diags) < maxHidden; {
		i := suspect(data[at:])
		if i < 0 {
			break
		}
		start := at + bytes.LastIndexByte(data[at:at+i], '\n') + 1
		end := len(data)
		if j := bytes.IndexByte(data[at+i:], '\n'); j >= 0 {
			end = at + i + j
		}
		diags = append(diags, hiddenInLine(file, data, start, end)...)
		at = min(end+1, len(data))
	}
	return diags
}

// turnsText reports whether r turns the text behind it around, so that it reads
// otherwise than it is. The marks that writers of Arabic and Hebrew set do not.
func turnsText(r rune) bool { return 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 }

// suspect returns the offset of the first byte that is not printable ASCII, or
// -1. It is the fast way past ordinary text.
func suspect(data []byte) int {
	for i, c := range data {
		if c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return i
		}
	}
	return -1
}

// hiddenInLine reports the first such character of each sort in one line.
func hiddenInLine(file string, data []byte, from, to int) []Diag {
	var diags []Diag
	line := string(data[from:to])
	seen := map[string]bool{}
	for at := 0; at < len(line) && len(seen) < 3; {
		i := textsafe.Index(line[at:])
		if i < 0 {
			break
		}
		at += i
		r, size := utf8.DecodeRuneInString(line[at:])
		if textsafe.Silent(r) {
			at += size
			continue
		}
		code, what, severity := codeInvisible, "a hidden character", Warning
		switch {
		case unicode.IsControl(r):
			code, what, severity = codeControl, "the control character", Error
		case turnsText(r):
			code, what, severity = codeBidi, "the direction control", Error
		case unicode.IsMark(r):
			what = "more marks on one letter than can be shown, such as"
		}
		if r != utf8.RuneError && !seen[code] {
			seen[code] = true
			diags = append(diags, Diag{Code: code, Severity: severity, Pos: place(file, data, from+at), Len: size,
				Msg: fmt.Sprintf("the text contains %s U+%04X", what, r), Hint: "remove it; learners see a mark in its place"})
		}
		at += size
	}
	return diags
}
