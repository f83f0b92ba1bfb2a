package syntax

import (
	"strings"
	"unicode/utf8"
)

// scanner goes through code once, from left to right. What was not given a kind
// when it goes past is plain.
type scanner struct {
	src  string
	at   int // the next byte to look at
	end  int // the region ends before this byte
	from int // where plain text that is not in out begins
	out  []Token

	noPattern int // no "/" before this byte begins a pattern: it was tried
}

// language is what the scanner knows of one language.
type language struct {
	line     []string    // what begins a comment up to the end of the line
	block    [][2]string // comments with a beginning and an end
	nested   bool        // comments can hold comments
	quotes   []quote     // longer openings first
	letters  string      // characters of words besides letters, digits and "_"
	keywords string      // between spaces, with one at each end; in small letters where fold is set
	names    string      // likewise
	fold     bool        // capitals do not matter
	types    bool        // a word with a capital is the name of a type
	digits   byte        // may stand between the digits of a number besides "_"
	pattern  bool        // "/" may begin a pattern
	special  func(*scanner, *language) bool
	scan     func(*scanner, *language) // reads the whole region; the rest above is not used
}

// quote is a kind of text in code.
type quote struct {
	open, close string
	escape      byte // stands before a character that does not end the text; 0: none
	lines       bool // may go over several lines; otherwise the end of the line ends it
}

// region reads what is left of the region.
func (s *scanner) region(l *language) {
	if l.scan != nil {
		l.scan(s, l)
		s.at = s.end
		return
	}
	for s.at < s.end {
		s.next(l)
	}
}

// within reads the bytes up to end as code of a language.
func (s *scanner) within(l *language, end int) {
	outer := s.end
	s.end = end
	s.region(l)
	s.at, s.end = end, outer
}

// flush makes what lies before at plain, as far as it has no kind.
func (s *scanner) flush(at int) {
	if at > s.from {
		s.put(Plain, s.src[s.from:at], s.from)
	}
	s.from = at
}

// take gives the bytes from the present one up to end a kind.
func (s *scanner) take(kind Kind, end int) {
	end = min(end, s.end)
	if end <= s.at {
		return
	}
	if kind != Plain {
		s.flush(s.at)
		s.put(kind, s.src[s.at:end], s.at)
		s.from = end
	}
	s.at = end
}

// put adds a token, or lengthens the last one.
func (s *scanner) put(kind Kind, text string, at int) {
	if n := len(s.out); n > 0 && s.out[n-1].Kind == kind {
		last := &s.out[n-1]
		last.Text = s.src[at-len(last.Text) : at+len(text)]
		return
	}
	s.out = append(s.out, Token{Text: text, Kind: kind})
}

// next reads one token of a language without rules of its own.
func (s *scanner) next(l *language) {
	c := s.src[s.at]
	if c == ' ' || c == '\n' || c == '\t' {
		s.at++
		return
	}
	switch {
	case l.special != nil && l.special(s, l):
	case s.comment(l):
	case s.quoted(l.quotes):
	case l.pattern && c == '/' && s.regexp():
	case s.number(l.digits):
	case s.word(l):
	default:
		s.at++
	}
}

// rest is what is left of the region.
func (s *scanner) rest() string { return s.src[s.at:s.end] }

func (s *scanner) has(prefix string) bool { return strings.HasPrefix(s.rest(), prefix) }

// before is the byte before the present one; 0 at the beginning.
func (s *scanner) before() byte {
	if s.at == 0 {
		return 0
	}
	return s.src[s.at-1]
}

// peek is the byte n after the present one; 0 behind the end.
func (s *scanner) peek(n int) byte {
	if s.at+n < s.end {
		return s.src[s.at+n]
	}
	return 0
}

// lineEnd is where the line that the byte at belongs to ends, without its line
// feed.
func (s *scanner) lineEnd(at int) int {
	if n := strings.IndexByte(s.src[at:s.end], '\n'); n >= 0 {
		return at + n
	}
	return s.end
}

// startsLine reports whether nothing but space stands before the present byte
// on its line. It looks at no more than a usual indent.
func (s *scanner) startsLine() bool {
	const widest = 64
	for i := s.at - 1; i >= max(s.at-widest, 0); i-- {
		switch s.src[i] {
		case ' ', '\t':
		case '\n':
			return true
		default:
			return false
		}
	}
	return s.at < widest
}

func (s *scanner) comment(l *language) bool {
	for _, open := range l.line {
		if s.has(open) {
			s.take(Comment, s.lineEnd(s.at))
			return true
		}
	}
	for _, b := range l.block {
		if s.has(b[0]) {
			s.take(Comment, s.blockEnd(b[0], b[1], l.nested))
			return true
		}
	}
	return false
}

// blockEnd is where the comment that begins here ends.
func (s *scanner) blockEnd(open, end string, nested bool) int {
	at := s.at + len(open)
	for depth := 1; at < s.end; at++ {
		switch {
		case strings.HasPrefix(s.src[at:s.end], end):
			at += len(end)
			if depth--; depth == 0 || !nested {
				return at
			}
			at--
		case nested && strings.HasPrefix(s.src[at:s.end], open):
			depth++
			at += len(open) - 1
		}
	}
	return s.end
}

func (s *scanner) quoted(quotes []quote) bool {
	for _, q := range quotes {
		if s.has(q.open) {
			s.take(String, s.quoteEnd(q, s.at+len(q.open)))
			return true
		}
	}
	return false
}

// quoteEnd is where a text ends whose inside begins at at.
func (s *scanner) quoteEnd(q quote, at int) int {
	for ; at < s.end; at++ {
		switch c := s.src[at]; {
		case q.escape != 0 && c == q.escape && at+1 < s.end && (q.lines || s.src[at+1] != '\n'):
			at++
		case c == '\n' && !q.lines:
			return at
		case c == q.close[0] && strings.HasPrefix(s.src[at:s.end], q.close):
			return at + len(q.close)
		}
	}
	return s.end
}

// upTo is the end of the next occurrence of a text, or of the region.
func (s *scanner) upTo(text string) int {
	if n := strings.Index(s.rest(), text); n >= 0 {
		return s.at + n + len(text)
	}
	return s.end
}

// regexp reads a pattern between slashes, where a value may begin.
func (s *scanner) regexp() bool {
	if s.at < s.noPattern || s.peek(1) == ' ' || s.peek(1) == '=' {
		return false
	}
	i := s.at - 1
	for i >= 0 && i > s.at-8 && s.src[i] == ' ' {
		i--
	}
	if i >= 0 && !strings.ContainsRune("(,=:[!&|?{};\n~", rune(s.src[i])) {
		return false
	}
	set := false
	for at := s.at + 1; at < s.end; at++ {
		switch s.src[at] {
		case '\\':
			at++
		case '[':
			set = true
		case ']':
			set = false
		case '\n':
			s.noPattern = at
			return false
		case '/':
			if set {
				continue
			}
			for at++; at < s.end && isLetter(s.src[at]); at++ {
			}
			s.take(String, at)
			return true
		}
	}
	s.noPattern = s.end
	return false
}

// number reads a number with its base, exponent and suffix.
func (s *scanner) number(between byte) bool {
	if !s.beginsNumber() {
		return false
	}
	hex := s.src[s.at] == '0' && s.peek(1)|0x20 == 'x'
	at := s.at + 1
	for ; at < s.end; at++ {
		c := s.src[at]
		next := byte(0)
		if at+1 < s.end {
			next = s.src[at+1]
		}
		switch {
		case isWord(c) && c < utf8.RuneSelf:
		case c == '.' && isDigit(next) && s.src[at-1] != '.':
		case between != 0 && c == between && isWord(next):
		case (c == '+' || c == '-') && s.src[at-1]|0x20 == 'e' && !hex && isDigit(next):
		default:
			s.take(Number, at)
			return true
		}
	}
	s.take(Number, at)
	return true
}

// beginsNumber reports whether a digit stands here, or a point before one that
// belongs to nothing else.
func (s *scanner) beginsNumber() bool {
	c := s.src[s.at]
	return isDigit(c) || c == '.' && isDigit(s.peek(1)) && !isWord(s.before()) && s.before() != '.'
}

func (s *scanner) word(l *language) bool {
	end := s.wordEnd(s.at, l.letters)
	if end == s.at {
		return false
	}
	w := s.src[s.at:end]
	member := s.before() == '.' && (s.at < 2 || s.src[s.at-2] != '.')
	kind := Plain
	if !member {
		kind = l.kind(w)
	}
	s.take(kind, end)
	return true
}

// wordEnd is where the word ends that begins at at, or at where none does.
func (s *scanner) wordEnd(at int, letters string) int {
	for at < s.end && (isWord(s.src[at]) || letters != "" && strings.IndexByte(letters, s.src[at]) >= 0) {
		at++
	}
	return at
}

// kind is the kind of a word by itself.
func (l *language) kind(w string) Kind {
	const longest = 30
	if len(w) <= longest {
		key := w
		if l.fold {
			key = strings.ToLower(w)
		}
		switch key = " " + key + " "; {
		case strings.Contains(l.keywords, key):
			return Keyword
		case strings.Contains(l.names, key):
			return Name
		}
	}
	if l.types && 'A' <= w[0] && w[0] <= 'Z' && strings.ContainsFunc(w, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
		return Name
	}
	return Plain
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isWord(c byte) bool   { return isLetter(c) || isDigit(c) || c == '_' || c >= utf8.RuneSelf }
func isSpace(c byte) bool  { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
