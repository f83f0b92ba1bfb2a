package syntax

import "strings"

// diff reads comparisons of files line by line.
func diff(s *scanner, _ *language) {
	for s.at < s.end {
		line := s.lineEnd(s.at)
		s.take(diffLine(s.src[s.at:line]), line)
		s.at = min(line+1, s.end)
	}
}

func diffLine(line string) Kind {
	for _, head := range []string{"+++", "---", "diff ", "index ", "Index:", "new file", "deleted file", "rename ", "similarity ", "Binary ", `\ No`} {
		if strings.HasPrefix(line, head) {
			return Comment
		}
	}
	switch {
	case strings.HasPrefix(line, "@@"):
		return Keyword
	case strings.HasPrefix(line, "+"), strings.HasPrefix(line, "> "):
		return Added
	case strings.HasPrefix(line, "-"), strings.HasPrefix(line, "< "):
		return Removed
	}
	return Plain
}

// ignoreFile reads lists of patterns.
func ignoreFile(s *scanner, _ *language) {
	for s.at < s.end {
		line := s.lineEnd(s.at)
		switch s.src[s.at] {
		case '#':
			s.take(Comment, line)
		case '!':
			s.take(Keyword, s.at+1)
		}
		s.at = min(line+1, s.end)
	}
}

// dockerfile reads the instructions that an image is built by.
func dockerfile(s *scanner, _ *language) {
	words := language{keywords: dockerCmds, fold: true}
	begins := true // an instruction may begin on this line
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		s.at += indent(text)
		switch {
		case strings.HasPrefix(strings.TrimSpace(text), "#"):
			s.take(Comment, line)
			s.at = min(line+1, s.end)
			continue
		case begins:
			if end := s.wordEnd(s.at, ""); end > s.at {
				s.take(words.kind(s.src[s.at:end]), end)
			}
		}
		s.arguments(line)
		begins = !strings.HasSuffix(text, `\`)
		s.at = min(max(line, s.at)+1, s.end)
	}
}

// arguments reads texts in quotes and variables up to the end of a line.
func (s *scanner) arguments(line int) {
	for s.at < line {
		switch c := s.src[s.at]; {
		case s.quoted(plainQuotes()):
		case c == '$' && (s.peek(1) == '{' || s.peek(1) == '('):
			closing := "}"
			if s.peek(1) == '(' {
				closing = ")"
			}
			s.take(Name, min(s.upToWithin(closing, line), line))
		case c == '$' && (isWord(s.peek(1)) || s.peek(1) == '@' || s.peek(1) == '<' || s.peek(1) == '^'):
			s.take(Name, max(s.wordEnd(s.at+1, ""), s.at+2))
		default:
			s.at++
		}
	}
}

// upToWithin is upTo in a line only.
func (s *scanner) upToWithin(text string, line int) int {
	if n := strings.Index(s.src[s.at:line], text); n >= 0 {
		return s.at + n + len(text)
	}
	return line
}

// makefile reads rules, their recipes, and variables.
func makefile(s *scanner, _ *language) {
	words := language{keywords: makeWords}
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		switch {
		case strings.HasPrefix(strings.TrimSpace(text), "#"):
			s.take(Comment, line)
		case indent(text) > 0:
			s.at += indent(text)
		default:
			if end := s.wordEnd(s.at, "-"); end > s.at && words.kind(s.src[s.at:end]) == Keyword {
				s.take(Keyword, end)
			} else if n := strings.IndexAny(text, ":=?+"); n > 0 && !strings.Contains(text[:n], "$") {
				s.take(Name, s.at+len(strings.TrimRight(text[:n], " ")))
			}
		}
		s.arguments(line)
		s.at = min(line+1, s.end)
	}
}

// batch reads command files of Windows, and sessions with its prompt.
func batch(s *scanner, _ *language) {
	l := &language{line: []string{"::"}, quotes: []quote{{`"`, `"`, 0, false}}, keywords: batchWords, fold: true, special: batchVariable}
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		if n := windowsPrompt(text); n > 0 {
			s.take(Prompt, s.at+n)
		} else if word := strings.ToLower(strings.TrimLeft(text, " @")); strings.HasPrefix(word, "rem ") {
			s.take(Comment, line)
		}
		s.within(l, line)
		s.at = min(line+1, s.end)
	}
}

// batchVariable reads "%name%", "%1" and labels.
func batchVariable(s *scanner, _ *language) bool {
	c := s.src[s.at]
	if c == ':' && s.startsLine() && isWord(s.peek(1)) || c == '%' && (s.peek(1) == '%' || isWord(s.peek(1))) {
		end := s.wordEnd(s.at+1, "~")
		if c == '%' {
			end = s.wordEnd(s.at+1, "%~")
		}
		s.take(Name, end)
		return true
	}
	return false
}

// powershell reads scripts and sessions of PowerShell.
func powershell(s *scanner, _ *language) {
	l := &language{
		line: []string{"#"}, block: [][2]string{{"<#", "#>"}}, letters: "-",
		quotes: []quote{
			{`@"`, `"@`, 0, true}, {"@'", "'@", 0, true}, {`"`, `"`, '`', true}, {"'", "'", 0, true},
		},
		keywords: psWords, fold: true, special: powershellWord,
	}
	if windowsPrompt(s.rest()[:s.lineEnd(s.at)-s.at]) == 0 {
		s.within(l, s.end)
		return
	}
	for s.at < s.end {
		line := s.lineEnd(s.at)
		if n := windowsPrompt(s.src[s.at:line]); n > 0 {
			s.take(Prompt, s.at+n)
			s.within(l, line)
		} else {
			s.take(Output, line)
		}
		s.at = min(line+1, s.end)
	}
}

// powershellWord reads variables, operators such as "-eq", and commands such as
// "Get-Item".
func powershellWord(s *scanner, l *language) bool {
	c := s.src[s.at]
	switch {
	case c == '$' && s.peek(1) == '{':
		s.take(Name, min(s.upTo("}"), s.lineEnd(s.at)))
	case c == '$' && isWord(s.peek(1)):
		s.take(Name, s.wordEnd(s.at+1, ":"))
	case c == '-' && isLetter(s.peek(1)):
		s.at = s.wordEnd(s.at+1, "")
	case isLetter(c):
		end := s.wordEnd(s.at, l.letters)
		if !strings.Contains(s.src[s.at:end], "-") {
			return false
		}
		s.take(Name, end)
	default:
		return false
	}
	return true
}

// php reads PHP between its tags, and the page around them; without any tag all
// of it is PHP.
func php(s *scanner, _ *language) {
	l := cLike(phpWords, phpNames, phpSpecial)
	l.line = []string{"//", "#"}
	l.quotes = multiLine()
	l.fold, l.types = true, true
	if !strings.Contains(s.rest(), "<?") {
		s.within(l, s.end)
		return
	}
	for s.at < s.end {
		open := s.end
		if n := strings.Index(s.rest(), "<?"); n >= 0 {
			open = s.at + n
		}
		s.within(&language{scan: markup}, open)
		end := s.end
		if n := strings.Index(s.rest(), "?>"); n >= 0 {
			end = s.at + n
		}
		switch {
		case s.has("<?php"):
			s.take(Keyword, s.at+len("<?php"))
		case s.has("<?="):
			s.take(Keyword, s.at+len("<?="))
		default:
			s.take(Keyword, s.at+2)
		}
		s.within(l, max(end, s.at))
		s.take(Keyword, s.at+2)
	}
}

// phpSpecial reads variables, attributes and texts of several lines.
func phpSpecial(s *scanner, _ *language) bool {
	switch {
	case s.src[s.at] == '$' && isWord(s.peek(1)):
		s.take(Name, s.wordEnd(s.at+1, ""))
	case s.has("#["):
		s.at += 2
	case s.has("<<<"):
		word, size := heredocWord(strings.TrimLeft(s.rest()[1:], " "))
		if word == "" {
			return false
		}
		s.take(String, s.at+1+size)
		line := s.lineEnd(s.at)
		s.take(String, phpEnd(s.src[:s.end], line, word))
	default:
		return false
	}
	return true
}

// phpEnd is where a text of several lines ends: behind its word, which may have
// more on its line.
func phpEnd(src string, at int, word string) int {
	for at < len(src) {
		from := at + 1
		end := len(src)
		if n := strings.IndexByte(src[min(from, len(src)):], '\n'); n >= 0 {
			end = from + n
		}
		if from <= end && strings.HasPrefix(strings.TrimLeft(src[from:end], " "), word) {
			return from + indent(src[from:end]) + len(word)
		}
		at = end
	}
	return len(src)
}
