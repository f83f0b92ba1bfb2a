package lsp

import (
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
)

// offsetOf is the byte that a position is at. Positions behind the end of a line
// or of the text are at that end.
func offsetOf(text string, p position) int {
	at := 0
	for range max(p.Line, 0) {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text)
		}
		at += i + 1
	}
	units := 0
	for at < len(text) && text[at] != '\n' && units < p.Character {
		r, size := utf8.DecodeRuneInString(text[at:])
		if text[at] == '\r' && strings.HasPrefix(text[at:], "\r\n") {
			break
		}
		units += max(1, utf16.RuneLen(r))
		at += size
	}
	return at
}

// positionOf is the position of a byte.
func positionOf(text string, offset int) position {
	offset = min(max(offset, 0), len(text))
	before := text[:offset]
	line := strings.Count(before, "\n")
	start := strings.LastIndexByte(before, '\n') + 1
	units := 0
	for _, r := range before[start:] {
		units += max(1, utf16.RuneLen(r))
	}
	return position{line, units}
}

func rangeOf(text string, start, end int) textRange {
	return textRange{positionOf(text, start), positionOf(text, end)}
}

// rangeOfFinding is where a finding is shown: what it is about, or its line, or
// the first line of the file.
func rangeOfFinding(text string, d course.Diag) textRange {
	at := 0
	for range max(d.Pos.Line-1, 0) {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	line, _, _ := strings.Cut(text[at:], "\n")
	line = strings.TrimRight(line, "\r")
	start := min(max(d.Pos.Col-1, 0), len(line))
	end := min(start+d.Len, len(line))
	if d.Len == 0 {
		end = len(line)
	}
	return rangeOf(text, at+start, at+end)
}

// pathOf is the file of a URI; empty for one that is no file here.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" {
		return ""
	}
	name := u.Path
	if len(name) > 2 && name[0] == '/' && name[2] == ':' {
		name = name[1:] // /C:/courses on Windows
	}
	if name = filepath.Clean(filepath.FromSlash(name)); !filepath.IsAbs(name) || strings.ContainsRune(name, 0) {
		return "" // nobody knows below which folder, or no system has it
	}
	return name
}

// uriOf is the URI of a file.
func uriOf(name string) string {
	name = filepath.ToSlash(name)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}
