package page

import "strings"

// Link is a link or image of a page, or the definition of one by reference.
type Link struct {
	N     int // the line that it begins in
	Image bool
	Def   bool   // a definition: [text]: dest
	Text  string // between the brackets
	Dest  string // where it leads, without angle brackets
	Title string // with its quotes; may be empty
	Tail  string // of attributes in braces that follow, with them
}

// String writes a link as Markdown.
func (l Link) String() string {
	to := Dest(l.Dest)
	if l.Title != "" {
		to += " " + l.Title
	}
	if l.Def {
		return "[" + l.Text + "]: " + to
	}
	sign := ""
	if l.Image {
		sign = "!"
	}
	return sign + "[" + l.Text + "](" + to + ")" + l.Tail
}

// Links asks change about each link that is written with its destination, and
// about each definition, and puts what it returns in its place. Links by
// reference and addresses in angle brackets are left as they are.
func Links(lines []Line, change func(Link) string) []Line {
	out := append([]Line(nil), lines...)
	for i := 0; i < len(out); {
		if out[i].Code || out[i].Blank() {
			i++
			continue
		}
		end := i + 1
		for end < len(out) && !out[end].Code && !out[end].Blank() && end-i < maxParagraph {
			end++
		}
		linksOf(out[i:end], change)
		i = end
	}
	return out
}

const (
	maxParagraph = 500     // lines that are looked at together
	maxLink      = 2 << 10 // bytes of the text of a link, and of its destination
)

// linksOf changes the links of the lines of one paragraph, in place.
func linksOf(lines []Line, change func(Link) string) {
	texts := make([]string, len(lines))
	found := false
	for i, l := range lines {
		texts[i] = l.Text
		found = found || strings.Contains(l.Text, "](") || strings.Contains(l.Text, "]:")
	}
	if !found {
		return
	}
	text := strings.Join(texts, "\n")
	s := linkScan{text: text, lines: lines, ticks: ticksOf(text), change: change}
	s.scan()
	// A change keeps the line feeds, so that each line stays the one it was.
	for i, t := range strings.SplitN(string(s.out), "\n", len(lines)) {
		lines[i].Text = t
	}
}

// linkScan goes through a paragraph once.
type linkScan struct {
	text   string
	lines  []Line
	row    int
	ticks  ticks
	change func(Link) string
	out    []byte    // what is done
	opens  []opening // brackets that are open
}

// opening is a bracket that is open.
type opening struct {
	at    int // in what is written
	row   int
	image bool
}

func (s *linkScan) scan() {
	t := s.text
	for i := 0; i < len(t); {
		if i == 0 || t[i-1] == '\n' {
			if n := s.definition(i); n > 0 {
				i += n
				continue
			}
		}
		n := 1
		switch t[i] {
		case '\\':
			n = min(2, len(t)-i)
		case '`':
			n = s.ticks.skip(t, i) - i
		case '[':
			s.opens = append(s.opens, opening{len(s.out), s.row, false})
		case '!':
			if strings.HasPrefix(t[i:], "![") {
				s.opens = append(s.opens, opening{len(s.out), s.row, true})
				n = 2
			}
		case ']':
			if n := s.close(i); n > 0 {
				s.row += strings.Count(t[i:i+n], "\n")
				i += n
				continue
			}
		}
		s.row += strings.Count(t[i:i+n], "\n")
		s.out = append(s.out, t[i:i+n]...)
		i += n
	}
}

// definition changes the definition that begins at i, and returns its length.
func (s *linkScan) definition(i int) int {
	line, _, _ := strings.Cut(s.text[i:], "\n")
	rest := strings.TrimLeft(line, " ")
	if len(line)-len(rest) > 3 || !strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, "[^") {
		return 0
	}
	label, to, ok := strings.Cut(rest[1:], "]:")
	if !ok || strings.ContainsAny(label, "[]") || strings.TrimSpace(label) == "" {
		return 0
	}
	dest, title, n := destination(strings.TrimLeft(to, " \t"))
	if dest == "" || strings.TrimSpace(strings.TrimLeft(to, " \t")[n:]) != "" {
		return 0
	}
	s.out = append(s.out, s.change(Link{N: s.lines[s.row].N, Def: true, Text: label, Dest: dest, Title: title})...)
	return len(line)
}

// close ends the bracket that was opened last, and changes the link if it is one.
// It returns how much of the source is done with, or 0 for the bracket itself.
func (s *linkScan) close(i int) int {
	if len(s.opens) == 0 {
		return 0
	}
	open := s.opens[len(s.opens)-1]
	s.opens = s.opens[:len(s.opens)-1]
	rest := s.text[i+1:]
	if !strings.HasPrefix(rest, "(") || len(s.out)-open.at > maxLink {
		return 0
	}
	written := string(s.out[open.at:])
	inside := rest[1:min(len(rest), maxLink)]
	skip := len(inside) - len(strings.TrimLeft(inside, " \t\n"))
	dest, title, n := destination(inside[skip:])
	n += skip
	for n < len(inside) && space(inside[n]) {
		n++
	}
	if n >= len(inside) || inside[n] != ')' {
		return 0
	}
	l := Link{N: s.lines[open.row].N, Image: open.image, Text: strings.TrimPrefix(written, "!")[1:], Dest: dest, Title: title}
	end := 1 + n + 1
	if strings.HasPrefix(rest[end:], "{") {
		if brace := strings.IndexAny(rest[end:min(len(rest), end+maxLink)], "}\n"); brace > 0 && rest[end+brace] == '}' {
			l.Tail = rest[end : end+brace+1]
			end += len(l.Tail)
		}
	}
	changed := s.change(l)
	if want, have := strings.Count(written+rest[:end], "\n"), strings.Count(changed, "\n"); have < want {
		changed += strings.Repeat("\n", want-have)
	} else if have > want {
		changed = strings.ReplaceAll(changed, "\n", " ") + strings.Repeat("\n", want)
	}
	s.out = append(s.out[:open.at], changed...)
	return 1 + end
}

// destination reads where a link leads, and its title. It returns how much of s
// that is. An empty destination is one, too.
func destination(s string) (dest, title string, n int) {
	if strings.HasPrefix(s, "<") {
		end := strings.IndexAny(s, ">\n")
		if end < 0 || s[end] == '\n' {
			return "", "", 0
		}
		dest, n = s[1:end], end+1
	} else {
		depth := 0
		for n < len(s) && !space(s[n]) && (s[n] != ')' || depth > 0) {
			switch s[n] {
			case '(':
				depth++
			case ')':
				depth--
			}
			n++
		}
		dest = s[:n]
	}
	rest := strings.TrimLeft(s[n:], " \t\n")
	if rest == "" || len(rest) == len(s[n:]) {
		return dest, "", n
	}
	closing := map[byte]byte{'"': '"', '\'': '\'', '(': ')'}[rest[0]]
	if closing == 0 {
		return dest, "", n
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case closing:
			return dest, rest[:i+1], len(s) - len(rest) + i + 1
		}
	}
	return dest, "", n
}
