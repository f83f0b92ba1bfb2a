package syntax

import "strings"

// markup reads HTML and XML.
func markup(s *scanner, _ *language) {
	for s.at < s.end {
		n := strings.IndexByte(s.rest(), '<')
		if n < 0 {
			return
		}
		s.at += n
		switch c := s.peek(1); {
		case s.has("<!--"):
			s.take(Comment, s.upTo("-->"))
		case c == '!' || c == '?':
			s.take(Keyword, s.upTo(">"))
		case c == '/' || isLetter(c) || c == '_':
			s.tag()
		default:
			s.at++
		}
	}
}

// tag reads a tag with its attributes, and the script or the style in it.
func (s *scanner) tag() {
	name := s.at + 1
	if s.peek(1) == '/' {
		name++
	}
	end := s.wordEnd(name, "-:.")
	opens := strings.ToLower(s.src[s.at+1 : end])
	s.take(Keyword, end)
	for s.at < s.end && s.src[s.at] != '>' {
		switch {
		case s.quoted([]quote{{`"`, `"`, 0, true}, {"'", "'", 0, true}}):
		case isWord(s.src[s.at]) || s.src[s.at] == '@' || s.src[s.at] == ':':
			end := s.wordEnd(s.at+1, "-:.@")
			kind := Name
			if s.before() == '=' {
				kind = String
			}
			s.take(kind, end)
		default:
			s.at++
		}
	}
	var inside *language
	switch opens {
	case "script":
		inside = javascript("")
	case "style":
		inside = &language{scan: css}
	}
	if s.at < s.end {
		s.take(Keyword, s.at+1)
	}
	if inside != nil {
		s.within(inside, s.closing(opens))
	}
}

// closing is where the closing tag of an element begins.
func (s *scanner) closing(name string) int {
	for at := s.at; ; at += 2 {
		n := strings.Index(s.src[at:s.end], "</")
		if n < 0 {
			return s.end
		}
		at += n
		if rest := s.src[at+2 : s.end]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return at
		}
	}
}

// css reads style sheets.
func css(s *scanner, _ *language) {
	depth := 0
	begins := false // a property may begin here
	inValue := false
	for s.at < s.end {
		switch c := s.src[s.at]; {
		case isSpace(c):
			s.at++
		case s.has("/*"):
			s.take(Comment, s.blockEnd("/*", "*/", false))
		case s.has("//") && s.before() != ':':
			s.take(Comment, s.lineEnd(s.at))
		case s.quoted(plainQuotes()):
		case c == '{' || c == '}' || c == ';':
			s.at++
			depth = cssDepth(depth, c)
			begins, inValue = depth > 0, false
		case c == ':':
			s.at++
			inValue = depth > 0
		case c == '@' || c == '$' || s.has("--") || c == '!':
			s.cssMarked()
			begins = false
		case inValue && s.cssNumber(c):
		case isWord(c) || c == '-':
			s.cssWord(begins)
			begins = false
		default:
			s.at++
			begins = false
		}
	}
}

// cssNumber reads a colour, or a number with its per cent sign, and reports
// whether there was one.
func (s *scanner) cssNumber(c byte) bool {
	if c == '#' {
		s.take(Number, s.wordEnd(s.at+1, ""))
		return true
	}
	if !s.number(0) {
		return false
	}
	if s.peek(0) == '%' {
		s.take(Number, s.at+1)
	}
	return true
}

// cssWord reads a word: the name of a property where one may begin.
func (s *scanner) cssWord(begins bool) {
	kind := Plain
	if begins {
		kind = Name
	}
	s.take(kind, s.wordEnd(s.at+1, "-"))
}

// cssDepth is how many blocks are open after c.
func cssDepth(depth int, c byte) int {
	switch c {
	case '{':
		return depth + 1
	case '}':
		return max(depth-1, 0)
	}
	return depth
}

// cssMarked reads a rule, a mark such as "!important", or a variable.
func (s *scanner) cssMarked() {
	kind := Name
	if c := s.src[s.at]; c == '@' || c == '!' {
		kind = Keyword
	}
	s.take(kind, s.wordEnd(s.at+1, "-"))
}

// markdown reads Markdown.
func markdown(s *scanner, _ *language) {
	if s.has("---\n") {
		if n := strings.Index(s.rest()[3:], "\n---"); n >= 0 {
			s.within(&language{scan: yaml}, s.at+3+n+1)
			s.take(Comment, s.lineEnd(s.at))
		}
	}
	fence := ""
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := strings.TrimLeft(s.src[s.at:line], " ")
		mark := ""
		if strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~") {
			mark = text[:3]
		}
		switch {
		case fence != "" || mark != "":
			s.take(String, line)
			switch fence {
			case "":
				fence = mark
			case mark:
				fence = ""
			}
		case headingMark(text):
			s.take(Keyword, line)
		default:
			s.markdownLine(line)
		}
		if s.at < s.end && s.src[s.at] == '\n' {
			s.at++
		}
	}
}

func headingMark(line string) bool {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	return level > 0 && level <= 6 && strings.HasPrefix(line[level:], " ")
}

// markdownLine reads a line of prose: its marks, code, links and comments.
func (s *scanner) markdownLine(line int) {
	for s.at < line && (s.src[s.at] == ' ' || s.src[s.at] == '>') {
		if s.src[s.at] == '>' {
			s.take(Comment, s.at+1)
		} else {
			s.at++
		}
	}
	end := s.at
	for end < line && isDigit(s.src[end]) {
		end++
	}
	if end < line && strings.IndexByte("-*+.)", s.src[end]) >= 0 && (end+1 == line || s.src[end+1] == ' ') {
		s.take(Keyword, end+1)
	}
	for s.at < line {
		switch c := s.src[s.at]; {
		case c == '`':
			n := strings.IndexByte(s.src[s.at+1:line], '`')
			if n < 0 {
				s.at = line
				return
			}
			s.take(String, s.at+n+2)
		case c == ']' && s.peek(1) == '(':
			s.at++
			n := strings.IndexByte(s.src[s.at:line], ')')
			if n < 0 {
				s.at = line
				return
			}
			s.take(String, s.at+n+1)
		case s.has("<!--"):
			s.take(Comment, s.upTo("-->"))
			return
		default:
			s.at++
		}
	}
}
