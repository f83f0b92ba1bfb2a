package syntax

import "strings"

// What single languages have beside words, numbers, texts and comments. Each
// function reads such a thing where one begins, and reports whether one did.

// annotation reads "@Name".
func annotation(s *scanner, l *language) bool {
	if s.src[s.at] != '@' || !isLetter(s.peek(1)) {
		return false
	}
	s.take(Name, s.wordEnd(s.at+1, l.letters))
	return true
}

// sigil reads a variable that begins with a sign: "$x", "@x", "%x".
func sigil(s *scanner, _ *language) bool {
	c := s.src[s.at]
	if c != '$' && c != '@' && c != '%' || !isWord(s.peek(1)) || isWord(s.before()) {
		return false
	}
	s.take(Name, s.wordEnd(s.at+1, ""))
	return true
}

// atom reads ":name" and "@name".
func atom(s *scanner, l *language) bool {
	c := s.src[s.at]
	if c != ':' && c != '@' || !isLetter(s.peek(1)) || isWord(s.before()) || s.before() == ':' {
		return false
	}
	s.take(Name, s.wordEnd(s.at+1, l.letters))
	return true
}

// jsonText reads a text of JSON: one with a colon behind it is a key.
func jsonText(s *scanner, _ *language) bool {
	if s.src[s.at] != '"' {
		return false
	}
	end := s.quoteEnd(quote{`"`, `"`, '\\', false}, s.at+1)
	at := end
	for at < s.end && isSpace(s.src[at]) {
		at++
	}
	if at < s.end && s.src[at] == ':' {
		s.take(Name, end)
	} else {
		s.take(String, end)
	}
	return true
}

// cDirective reads the word behind "#" at the start of a line, and the file
// that is included.
func cDirective(s *scanner, _ *language) bool {
	if s.src[s.at] != '#' || !s.startsLine() {
		return false
	}
	at := s.at + 1
	for at < s.end && s.src[at] == ' ' {
		at++
	}
	word := s.wordEnd(at, "")
	include := s.src[at:word] == "include"
	s.take(Keyword, word)
	for s.at < s.end && s.src[s.at] == ' ' {
		s.at++
	}
	if include && s.peek(0) == '<' {
		s.take(String, min(s.upTo(">"), s.lineEnd(s.at)))
	}
	return true
}

// cppSpecial reads directives and raw texts such as R"x(…)x".
func cppSpecial(s *scanner, l *language) bool {
	if s.has(`R"`) && !isWord(s.before()) {
		const longest = 16
		inside := s.rest()[2:]
		if n := strings.IndexByte(inside[:min(len(inside), longest+1)], '('); n >= 0 {
			s.take(String, s.upTo(")"+inside[:n]+`"`))
			return true
		}
	}
	return cDirective(s, l)
}

// csharpSpecial reads @"…" and $"…", attributes and directives.
func csharpSpecial(s *scanner, l *language) bool {
	switch c := s.src[s.at]; {
	case c != '@' && c != '$':
		return cDirective(s, l)
	case s.has(`@"`), s.has(`$@"`), s.has(`@$"`):
		s.take(String, s.quoteEnd(quote{`"`, `"`, 0, true}, s.at+strings.IndexByte(s.rest(), '"')+1))
		return true
	case s.has(`$"`) && !s.has(`$"""`):
		s.take(String, s.quoteEnd(quote{`"`, `"`, '\\', false}, s.at+2))
		return true
	}
	return false
}

// rustSpecial reads lifetimes, characters, raw texts, attributes and macros.
func rustSpecial(s *scanner, l *language) bool {
	switch c := s.src[s.at]; {
	case c == '\'':
		s.rustTick()
		return true
	case c == '#' && (s.peek(1) == '[' || s.has("#![")):
		s.take(Name, min(s.upTo("]"), s.lineEnd(s.at)))
		return true
	case (c == 'r' || s.has("br")) && !isWord(s.before()):
		return s.rustRaw()
	case isLetter(c):
		if end := s.wordEnd(s.at, ""); end < s.end && s.src[end] == '!' && (end+1 == s.end || s.src[end+1] != '=') && l.kind(s.src[s.at:end]) != Keyword {
			s.take(Name, end+1)
			return true
		}
	}
	return false
}

// rustTick reads a lifetime or a character.
func (s *scanner) rustTick() {
	if isWord(s.peek(1)) && s.peek(2) != '\'' && s.peek(1) < 0x80 {
		s.take(Name, s.wordEnd(s.at+1, ""))
		return
	}
	s.take(String, s.quoteEnd(quote{"'", "'", '\\', false}, s.at+1))
}

// rustRaw reads r"…", r#"…"# and the same behind a b.
func (s *scanner) rustRaw() bool {
	rest := strings.TrimPrefix(s.rest(), "b")[1:]
	text := strings.TrimLeft(rest, "#")
	if !strings.HasPrefix(text, `"`) {
		return false
	}
	end := `"` + rest[:len(rest)-len(text)]
	from := s.end - len(text) + 1
	n := strings.Index(s.src[from:s.end], end)
	if n < 0 {
		s.take(String, s.end)
	} else {
		s.take(String, from+n+len(end))
	}
	return true
}

// pythonSpecial reads decorators and texts with letters before them, such as
// f"…".
func pythonSpecial(s *scanner, l *language) bool {
	c := s.src[s.at]
	if c == '@' && isLetter(s.peek(1)) && s.startsLine() {
		s.take(Name, s.wordEnd(s.at+1, "."))
		return true
	}
	if !strings.ContainsRune("rRbBfFuUtT", rune(c)) || isWord(s.before()) {
		return false
	}
	at := s.at + 1
	if at < s.end && strings.ContainsRune("rRbBfF", rune(s.src[at])) {
		at++
	}
	for _, q := range l.quotes {
		if strings.HasPrefix(s.src[at:s.end], q.open) {
			s.take(String, s.quoteEnd(q, at+len(q.open)))
			return true
		}
	}
	return false
}

// rubySpecial reads symbols, variables of objects, blocks of comment and texts
// of several lines.
func rubySpecial(s *scanner, l *language) bool {
	switch c := s.src[s.at]; {
	case c == ':' && s.peek(1) == ':':
		s.at += 2
		return true
	case c == ':' && s.peek(1) == '"' && !isWord(s.before()):
		s.take(Name, s.quoteEnd(quote{`"`, `"`, '\\', false}, s.at+2))
		return true
	case c == '@' || c == '$':
		at := s.at + 1
		if s.peek(1) == '@' {
			at++
		}
		if end := s.wordEnd(at, ""); end > at {
			s.take(Name, end)
			return true
		}
		return false
	case c == '=' && s.has("=begin") && (s.at == 0 || s.before() == '\n'):
		end := s.end
		if n := strings.Index(s.rest(), "\n=end"); n >= 0 {
			end = s.at + n + len("\n=end")
		}
		s.take(Comment, end)
		return true
	case c == '<':
		return heredoc(s, l)
	}
	return atom(s, l)
}

// heredoc reads "<<EOF" and the lines up to "EOF". What else stands on its first
// line is part of the text here: few would tell.
func heredoc(s *scanner, _ *language) bool {
	word, at := heredocWord(s.src[s.at:s.end])
	if word == "" || isLetter(s.peek(2)) && s.peek(2) > 'Z' { // "list<<item" puts an item into a list
		return false
	}
	line := s.lineEnd(s.at + at)
	s.take(String, s.at+at)
	s.at = line
	s.take(String, heredocEnd(s.src[:s.end], line, word))
	return true
}

// heredocWord is the word that ends the text which "<<" begins, and the length
// of what stands there; empty when none begins.
func heredocWord(t string) (word string, size int) {
	if !strings.HasPrefix(t, "<<") || strings.HasPrefix(t, "<<<") {
		return "", 0
	}
	at := 2
	if at < len(t) && (t[at] == '-' || t[at] == '~') {
		at++
	}
	mark := byte(0)
	if at < len(t) && (t[at] == '\'' || t[at] == '"') {
		mark = t[at]
		at++
	}
	from := at
	for at < len(t) && isWord(t[at]) {
		at++
	}
	if word = t[from:at]; word == "" || isDigit(word[0]) {
		return "", 0
	}
	if mark != 0 && at < len(t) && t[at] == mark {
		at++
	}
	return word, at
}

// heredocEnd is where the text ends whose first line begins at the line feed at
// at: behind the line that is the word alone.
func heredocEnd(src string, at int, word string) int {
	for at < len(src) {
		from := at + 1
		end := len(src)
		if n := strings.IndexByte(src[min(from, len(src)):], '\n'); n >= 0 {
			end = from + n
		}
		if from <= end && strings.TrimSpace(src[from:end]) == word {
			return end
		}
		at = end
	}
	return len(src)
}

// luaBrackets reads [[…]], [=[…]=] and comments of that form.
func luaBrackets(s *scanner, _ *language) bool {
	kind, at := String, s.at
	if s.has("--[") {
		kind, at = Comment, at+2
	}
	if at >= s.end || s.src[at] != '[' {
		return false
	}
	level := at + 1
	for level < s.end && s.src[level] == '=' {
		level++
	}
	if level >= s.end || s.src[level] != '[' {
		return false
	}
	s.take(kind, s.upTo("]"+s.src[at+1:level]+"]"))
	return true
}
