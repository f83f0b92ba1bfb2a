package syntax

import "strings"

// value is the kind of a word of YAML, TOML or INI that is no text in quotes.
func value(w string) Kind {
	switch strings.ToLower(w) {
	case "true", "false", "null", "yes", "no", "on", "off", "~", "nan", "inf":
		return Keyword
	}
	digits := 0
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c):
			digits++
		case strings.IndexByte("+-.:_eExXabcdefABCDEFTZ", c) < 0:
			return Plain
		}
	}
	if digits > 0 && beginsNumber(w) {
		return Number
	}
	return Plain
}

// beginsNumber reports whether a word begins with a digit, after a sign or a
// point at most.
func beginsNumber(w string) bool {
	if strings.IndexByte("+-.", w[0]) >= 0 {
		w = w[1:]
	}
	return w != "" && isDigit(w[0])
}

// indent is how many spaces a line begins with.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// yaml reads YAML line by line. Text in a block, behind "|" or ">", goes on as
// long as lines are further in.
func yaml(s *scanner, _ *language) {
	block := -1 // indent of the line that began a block of text; -1: none
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		switch {
		case block >= 0 && (strings.TrimSpace(text) == "" || indent(text) > block):
			s.take(String, line)
		case strings.HasPrefix(text, "---") || text == "..." || strings.HasPrefix(text, "%"):
			s.take(Comment, line)
			block = -1
		default:
			block = -1
			if yamlLine(s, line) {
				block = indent(text)
			}
		}
		if s.at < s.end && s.src[s.at] == '\n' {
			s.at++
		}
	}
}

// yamlLine reads one line, or more where a text in quotes goes on, and reports
// whether a block of text follows.
func yamlLine(s *scanner, line int) bool {
	for s.at < line {
		switch c := s.src[s.at]; {
		case c == ' ' || c == '\t' || strings.IndexByte("[]{},:?", c) >= 0:
			s.at++
		case c == '-' && (s.peek(1) == ' ' || s.at+1 == line):
			s.at++
		case c == '#' && (s.at == 0 || isSpace(s.before())):
			s.take(Comment, line)
		case c == '"' || c == '\'':
			yamlQuoted(s)
			line = max(line, s.lineEnd(s.at))
		case c == '&' || c == '*' || c == '!':
			yamlTag(s, line)
		case (c == '|' || c == '>') && blockMark(s.src[s.at+1:line]):
			s.at++
			if n := strings.IndexByte(s.src[s.at:line], '#'); n >= 0 {
				s.at += n
				s.take(Comment, line)
			}
			s.at = line
			return true
		default:
			yamlScalar(s, line)
		}
	}
	return false
}

// yamlQuoted reads a text in quotes, or a key.
func yamlQuoted(s *scanner) {
	q := quote{open: "'", close: "'", lines: true}
	if s.has(`"`) {
		q = quote{`"`, `"`, '\\', true}
	}
	end := s.quoteEnd(q, s.at+1)
	kind := String
	if end < s.end && s.src[end] == ':' {
		kind = Name
	}
	s.take(kind, end)
}

// yamlTag reads an anchor, an alias or the name of a type.
func yamlTag(s *scanner, line int) {
	end := s.at
	for end < line && s.src[end] != ' ' && s.src[end] != ',' {
		end++
	}
	s.take(Name, end)
}

// blockMark reports whether nothing but the marks of a block follows.
func blockMark(rest string) bool {
	rest, _, _ = strings.Cut(rest, " #")
	return strings.Trim(rest, "+-0123456789 ") == ""
}

// yamlScalar reads a key or a value without quotes.
func yamlScalar(s *scanner, line int) {
	end := s.at
	for end < line {
		c := s.src[end]
		if c == ':' && (end+1 == line || s.src[end+1] == ' ') {
			s.take(Name, end)
			return
		}
		if strings.IndexByte(",[]{}", c) >= 0 || c == '#' && s.src[end-1] == ' ' {
			break
		}
		end++
	}
	if end == s.at {
		s.at++
		return
	}
	s.take(value(strings.TrimSpace(s.src[s.at:end])), end)
}

// toml reads TOML.
func toml(s *scanner, _ *language) {
	quotes := append(tripleQuotes(), plainQuotes()...)
	depth := 0 // of brackets around a value
	for s.at < s.end {
		if depth == 0 {
			settingName(s, "#", "=")
		}
		depth = max(settingValue(s, quotes, "#", depth), 0)
	}
}

// ini reads INI files and those that look like them.
func ini(s *scanner, _ *language) {
	for s.at < s.end {
		settingName(s, "#;!", "=:")
		settingValue(s, plainQuotes(), "", 0)
	}
}

// settingName reads the beginning of a line up to the sign behind the name: the
// title of a section, a comment or a name.
func settingName(s *scanner, comment, sign string) {
	line := s.lineEnd(s.at)
	for s.at < line && (s.src[s.at] == ' ' || s.src[s.at] == '\t') {
		s.at++
	}
	if s.at == line {
		return
	}
	switch c := s.src[s.at]; {
	case strings.IndexByte(comment, c) >= 0:
		s.take(Comment, line)
	case c == '[':
		end := line
		if n := strings.LastIndexByte(s.src[s.at:line], ']'); n >= 0 {
			end = s.at + n + 1
		}
		s.take(Keyword, end)
	default:
		if n := strings.IndexAny(s.src[s.at:line], sign); n >= 0 {
			name := strings.TrimRight(s.src[s.at:s.at+n], " \t")
			s.take(Name, s.at+len(name))
			s.at += n - len(name) + 1
		}
	}
}

// settingValue reads the rest of a line, and of the lines after it inside of
// brackets. It returns how many of them are open.
func settingValue(s *scanner, quotes []quote, comment string, depth int) int {
	for s.at < s.end {
		switch c := s.src[s.at]; {
		case c == '\n':
			s.at++
			return depth
		case strings.IndexByte(comment, c) >= 0:
			s.take(Comment, s.lineEnd(s.at))
		case c == '[' || c == '{':
			depth++
			s.at++
		case c == ']' || c == '}':
			depth--
			s.at++
		case c == ' ' || c == '\t' || c == ',' || c == '=':
			s.at++
		case !isWord(s.before()) && s.quoted(quotes):
		default:
			end := s.at + 1
			for end < s.end && strings.IndexByte(" \t\n,=[]{}", s.src[end]) < 0 {
				end++
			}
			s.take(value(s.src[s.at:end]), end)
		}
	}
	return depth
}
