package syntax

import (
	"slices"
	"strings"
)

// shellState is where in a command a shell script is.
type shellState struct {
	command bool     // the next word is the name of a command
	assign  bool     // a value is read that is set before the command
	loop    bool     // an "in" belongs to a "for" or a "case"
	docs    []string // words that end the texts which begin on the next line
}

// shellOrSession reads a script, or a session when it begins with a prompt.
func shellOrSession(s *scanner, l *language) {
	first := strings.TrimLeft(s.rest(), " \n")
	if n := promptSize(first[:max(strings.IndexByte(first+"\n", '\n'), 0)]); n > 0 {
		session(s, l)
		return
	}
	shell(s)
}

// shell reads a script.
func shell(s *scanner) {
	st := shellState{command: true}
	for s.at < s.end {
		st.next(s)
	}
}

func (st *shellState) next(s *scanner) {
	c := s.src[s.at]
	switch c {
	case '\n':
		st.newLine(s)
	case ' ', '\t':
		st.assign = false
		s.at++
	case '\\':
		s.at = min(s.at+2, s.end)
	case '#':
		if b := s.before(); b == 0 || isSpace(b) || b == ';' || s.at == 0 {
			s.take(Comment, s.lineEnd(s.at))
		} else {
			s.at++
		}
	case '\'':
		s.take(String, s.quoteEnd(quote{"'", "'", 0, true}, s.at+1))
		st.argument()
	case '"':
		s.take(String, s.quoteEnd(quote{`"`, `"`, '\\', true}, s.at+1))
		st.argument()
	case '$':
		st.variable(s)
	case '|', '&', ';', '(', '`', '{':
		st.command = true
		s.at++
	case '<':
		if word, size := heredocWord(s.rest()); word != "" {
			st.docs = append(st.docs, word)
			s.take(String, s.at+size)
			return
		}
		for s.at < s.end && s.src[s.at] == '<' {
			s.at++
		}
	case '>', ')', '}':
		s.at++
	default:
		st.word(s)
	}
}

// argument notes that a value was read: what follows is not the command.
func (st *shellState) argument() {
	if !st.assign {
		st.command = false
	}
}

// newLine ends the command, and reads the texts that begin here.
func (st *shellState) newLine(s *scanner) {
	for _, word := range st.docs {
		s.take(String, heredocEnd(s.src[:s.end], s.at, word))
	}
	if len(st.docs) == 0 {
		s.at++
	}
	*st = shellState{command: true}
}

// variable reads "$x", "${x}", "$1", "$(" and "$'…'".
func (st *shellState) variable(s *scanner) {
	switch c := s.peek(1); {
	case c == '(':
		s.at += 2
		st.command = true
		return
	case c == '\'':
		s.take(String, s.quoteEnd(quote{"'", "'", '\\', true}, s.at+2))
	case c == '{':
		s.take(Name, min(s.upTo("}"), s.lineEnd(s.at)))
	case isLetter(c) || c == '_':
		s.take(Name, s.wordEnd(s.at+1, ""))
	case c != 0 && strings.IndexByte("0123456789?!#@*$-", c) >= 0:
		s.take(Name, s.at+2)
	default:
		s.at++
	}
	st.argument()
}

// word reads what stands between spaces and signs of the shell.
func (st *shellState) word(s *scanner) {
	end := s.at + 1
	for end < s.end && strings.IndexByte(" \t\n|&;<>(){}$\"'`\\", s.src[end]) < 0 {
		end++
	}
	w := s.src[s.at:end]
	switch {
	case st.assign:
		s.at = end
	case st.loop && w == "in":
		st.loop, st.command = false, false
		s.take(Keyword, end)
	case !st.command:
		s.at = end
	case assigns(w):
		st.assign = true
		s.at += strings.IndexByte(w, '=') + 1
	case w == "!" || w == "[[" || w == "[":
		st.command = w == "!"
		s.take(Keyword, end)
	default:
		s.take(st.commandWord(w), end)
	}
}

// commandWord takes a word that stands where a command does, and returns its
// kind.
func (st *shellState) commandWord(w string) Kind {
	keywords := language{keywords: shellWords}
	if keywords.kind(w) != Keyword {
		st.command = slices.Contains([]string{"sudo", "env", "xargs", "exec", "command", "nohup"}, w)
		return Name
	}
	st.loop = w == "for" || w == "case" || w == "select"
	st.command = !st.loop && w != "function" && w != "in"
	return Keyword
}

// assigns reports whether a word begins with a variable and "=".
func assigns(w string) bool {
	name, _, ok := strings.Cut(w, "=")
	if !ok || name == "" || isDigit(name[0]) {
		return false
	}
	for i := range len(name) {
		if !isWord(name[i]) {
			return false
		}
	}
	return true
}

// session reads what a learner would see in a terminal: prompts, commands, and
// what the commands write.
func session(s *scanner, _ *language) {
	inCommand := false
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		n := promptSize(text)
		if n == 0 && inCommand && strings.HasPrefix(text, "> ") {
			n = 2
		}
		switch {
		case n > 0:
			s.take(Prompt, s.at+n)
			s.command(line)
			inCommand = true
		case inCommand && s.goesOn():
			s.command(line)
		case strings.HasPrefix(text, "#"):
			s.take(Comment, line)
			inCommand = false
		default:
			s.take(Output, line)
			inCommand = false
		}
		s.at = min(line+1, s.end)
	}
}

// goesOn reports whether the line before this one ended in a backslash.
func (s *scanner) goesOn() bool { return s.at >= 2 && s.src[s.at-2] == '\\' }

// command reads the rest of a line as a command.
func (s *scanner) command(line int) {
	s.within(&language{scan: func(s *scanner, _ *language) { shell(s) }}, line)
}

// promptSize is the length of the prompt that a line begins with; 0: it begins
// with none.
func promptSize(line string) int {
	if line == "$" || line == "%" {
		return 1
	}
	for _, p := range []string{"$ ", "% ", "❯ ", "➜ "} {
		if strings.HasPrefix(line, p) {
			return len(p)
		}
	}
	if n := windowsPrompt(line); n > 0 {
		return n
	}
	const longest = 80 // bytes of a prompt with a machine and a folder
	head := line[:min(len(line), longest)]
	for _, sign := range []string{"$ ", "# ", "% "} {
		n := strings.Index(head, sign)
		if n <= 0 {
			continue
		}
		where := head[:n]
		first, _, _ := strings.Cut(where, " ")
		switch {
		case strings.Contains(first, "@"), strings.HasPrefix(where, "~") && sign == "$ ",
			strings.HasPrefix(where, "(") && strings.HasSuffix(where, ") ") && sign == "$ ":
			return n + len(sign)
		}
	}
	return 0
}

// windowsPrompt is the length of a prompt such as "PS C:\> " or "C:\Users> ".
func windowsPrompt(line string) int {
	folder := strings.TrimPrefix(line, "PS ")
	if folder == line && (len(line) < 3 || !isLetter(line[0]) || line[1] != ':' || line[2] != '\\') {
		return 0
	}
	n := strings.IndexByte(line, '>')
	if n < 0 {
		return 0
	}
	if n+1 < len(line) && line[n+1] == ' ' {
		n++
	}
	return n + 1
}

// pythonSession reads what a learner sees at Python's prompt.
func pythonSession(s *scanner, _ *language) {
	py := python()
	for s.at < s.end {
		line := s.lineEnd(s.at)
		text := s.src[s.at:line]
		switch {
		case strings.HasPrefix(text, ">>> "), strings.HasPrefix(text, "... "):
			s.take(Prompt, s.at+4)
			s.within(py, line)
		case text == ">>>" || text == "...":
			s.take(Prompt, line)
		default:
			s.take(Output, line)
		}
		s.at = min(line+1, s.end)
	}
}
