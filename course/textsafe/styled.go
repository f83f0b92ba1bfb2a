package textsafe

import (
	"strings"
	"unicode/utf8"
)

// Styled cleans rendered text: it keeps printable text, line feeds, SGR and
// OSC 8 links to http, https and mailto, and drops everything else. A tab
// becomes a space. SGR 8 (conceal) is dropped too, and a link that is still
// open at the end of a line is closed there. Bytes that are not UTF-8 become
// U+FFFD; of what is no whole escape sequence only the escape character is
// dropped, so that a sequence without an end hides nothing.
func Styled(s string) string {
	sc := scanner{s: s, silent: true}
	w := splice{s: s}
	open := false // a link is open
	for sc.next() {
		switch {
		case sc.r == 0x1b:
			n, out := escape(s[sc.at:])
			switch {
			case out == linkOpen:
				open = true
			case out == linkClose && open:
				open = false
			case out == linkClose:
				w.replace(sc.at, sc.at+n, "")
			case out != asIs:
				w.replace(sc.at, sc.at+n, out)
			}
			sc.end = sc.at + n
		case sc.out == feed, sc.out == keep && sc.r == '\n':
			end := "\n"
			if open {
				end, open = closeLink+"\n", false
			}
			w.replace(sc.at, sc.end, end)
		case sc.r == '\t':
			w.replace(sc.at, sc.end, " ")
		case sc.r == utf8.RuneError && sc.out == mark:
			w.replace(sc.at, sc.end, "\uFFFD")
		case sc.out != keep:
			w.replace(sc.at, sc.end, "")
		}
	}
	if open {
		w.replace(len(s), len(s), closeLink)
	}
	return w.String()
}

const closeLink = "\x1b]8;;\x1b\\"

// What escape finds, besides the text to put in a sequence's place.
const (
	asIs      = "\x00keep"
	linkOpen  = "\x00open"
	linkClose = "\x00close"
)

// escape judges the escape sequence at the start of s. It returns its length
// and what takes its place.
func escape(s string) (n int, out string) {
	if len(s) < 2 {
		return 1, ""
	}
	switch s[1] {
	case '[':
		return control(s)
	case ']', 'P', 'X', '^', '_':
		end, next := payload(s)
		if next == 0 {
			return 1, ""
		}
		if s[1] == ']' && s[end] != can && s[end] != sub {
			return next, link(s[2:end])
		}
		return next, ""
	}
	i := 1
	for i < len(s) && ' ' <= s[i] && s[i] <= '/' {
		i++
	}
	if i < len(s) && '0' <= s[i] && s[i] <= '~' {
		return i + 1, ""
	}
	return 1, ""
}

// control judges a control sequence, ESC [ … final.
func control(s string) (n int, out string) {
	i := 2
	for i < len(s) && '0' <= s[i] && s[i] <= '?' {
		i++
	}
	params := s[2:i]
	for i < len(s) && ' ' <= s[i] && s[i] <= '/' {
		i++
	}
	if i == len(s) || s[i] < '@' || s[i] > '~' {
		return 1, ""
	}
	if s[i] != 'm' || i != 2+len(params) || strings.ContainsAny(params, "<=>?") {
		return i + 1, ""
	}
	kept := unconceal(params)
	switch {
	case len(kept) == len(params):
		return i + 1, asIs
	case kept == "":
		return i + 1, ""
	}
	return i + 1, "\x1b[" + kept + "m"
}

// unconceal takes the parameter 8 out of the parameters of an SGR. The 8 that
// belongs to a colour, as in 38;5;8, is another matter and stays.
func unconceal(params string) string {
	var b strings.Builder
	copied := 0
	for i := 0; i < len(params); {
		end := paramEnd(params, i)
		number, _, _ := strings.Cut(params[i:end], ":")
		switch {
		case strings.TrimLeft(number, "0") == "8":
			b.WriteString(params[copied:i])
			copied = min(end+1, len(params))
		case params[i:end] == "38", params[i:end] == "48", params[i:end] == "58":
			end = colourEnd(params, end)
		}
		i = end + 1
	}
	if copied == 0 {
		return params
	}
	if copied == len(params) {
		return strings.TrimSuffix(b.String(), ";")
	}
	b.WriteString(params[copied:])
	return b.String()
}

// paramEnd returns the end of the parameter that starts at i.
func paramEnd(params string, i int) int {
	if n := strings.IndexByte(params[i:], ';'); n >= 0 {
		return i + n
	}
	return len(params)
}

// colourEnd returns the end of the colour whose first parameter ends at end,
// or end itself when the colour is not whole.
func colourEnd(params string, end int) int {
	more := 0
	switch rest := params[end:]; {
	case strings.HasPrefix(rest, ";5;"):
		more = 2
	case strings.HasPrefix(rest, ";2;"):
		more = 4
	}
	last := end
	for range more {
		if last == len(params) {
			return end
		}
		last = paramEnd(params, last+1)
	}
	return last
}

// CAN and SUB, which end a sequence by calling it off: nothing comes of it.
const (
	can = 0x18
	sub = 0x1a
)

// payload finds the end of a string sequence: the end of its payload and the
// start of what follows. Both are 0 when the line has no end for it.
func payload(s string) (end, next int) {
	for i := 2; i < len(s); i++ {
		switch s[i] {
		case 0x07, can, sub:
			return i, i + 1
		case 0x1b:
			if i+1 < len(s) && s[i+1] == '\\' {
				return i, i + 2
			}
			return 0, 0
		case '\n':
			return 0, 0
		}
	}
	return 0, 0
}

// link judges the payload of an operating system command.
func link(osc string) string {
	rest, ok := strings.CutPrefix(osc, "8;")
	if !ok {
		return ""
	}
	params, url, ok := strings.Cut(rest, ";")
	if !ok || !visibleASCII(params) || !visibleASCII(url) {
		return ""
	}
	if url == "" {
		return linkClose
	}
	if !Linkable(url) {
		return ""
	}
	return linkOpen
}

// Linkable reports whether a terminal link may lead to url: it is all visible
// ASCII and its scheme is http, https or mailto.
func Linkable(url string) bool {
	scheme, _, ok := strings.Cut(url, ":")
	if !ok || !visibleASCII(url) {
		return false
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

func visibleASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// splice rewrites parts of s in order and copies only once a part differs.
type splice struct {
	s      string
	b      strings.Builder
	copied int  // how much of s is settled
	differ bool // b holds s[:copied], rewritten
}

func (w *splice) replace(from, to int, with string) {
	if w.s[from:to] == with {
		return
	}
	w.b.WriteString(w.s[w.copied:from])
	w.b.WriteString(with)
	w.copied, w.differ = to, true
}

func (w *splice) String() string {
	if !w.differ {
		return w.s
	}
	w.b.WriteString(w.s[w.copied:])
	return w.b.String()
}
