package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDepth is how deep groups may lie in each other; deeper ones are shown as
// they are written.
const maxDepth = 40

type parser struct {
	s     string
	at    int
	depth int
}

// parse reads tex. It never fails: what makes no sense is shown as written.
func parse(tex string) list {
	p := parser{s: tex}
	var l list
	for p.at < len(p.s) {
		l = append(l, p.list("")...)
		if p.at < len(p.s) { // a bracket that closes nothing
			l = append(l, p.literal(1))
		}
	}
	return l
}

func (p *parser) literal(n int) node {
	s := p.s[p.at : p.at+n]
	p.at += n
	return node{text: s, name: s, class: ordinary}
}

// list reads up to a closing brace, to "&" or "\\" within a matrix, or to a
// command that ends a group. It does not take what ends it.
func (p *parser) list(until string) list {
	var l list
	for p.at < len(p.s) {
		switch c := p.s[p.at]; {
		case c == '}':
			return l
		case c == '&' && strings.Contains(until, "&"):
			return l
		case c == '^' || c == '_' || c == '\'':
			l = p.scripts(l)
		case c == '\\':
			if name := p.peekCommand(); until != "" && (name == "right" || name == "end" || name == "\\" && strings.Contains(until, "&")) {
				return l
			}
			l = append(l, p.command()...)
		case c == ']' && until == "]":
			return l
		default:
			if n, ok := p.atom(); ok {
				l = append(l, n)
			}
		}
	}
	return l
}

// atom reads a character or a group in braces; ok is false for a space.
func (p *parser) atom() (n node, ok bool) {
	r, size := utf8.DecodeRuneInString(p.s[p.at:])
	switch {
	case unicode.IsSpace(r):
		p.at += size
		return node{}, false
	case r == '~':
		p.at++
		return node{text: " ", name: " ", class: space}, true
	case r == '&':
		p.at++
		return node{}, false
	case r == '{':
		return p.braces(), true
	case unicode.IsDigit(r):
		return p.number(), true
	}
	p.at += size
	return character(r), true
}

// number reads digits with the points and commas between them as one atom.
func (p *parser) number() node {
	end := p.at
	for end < len(p.s) {
		c := p.s[end]
		inside := (c == '.' || c == ',') && end+1 < len(p.s) && isDigit(p.s[end+1]) && (c == '.' || p.thousands(end))
		if !isDigit(c) && !inside {
			break
		}
		end++
	}
	if end == p.at { // a digit of another script
		_, end = utf8.DecodeRuneInString(p.s[p.at:])
		end += p.at
	}
	return p.literal(end - p.at)
}

// thousands reports whether three digits and no more follow a comma: 1,000 is
// one number, (1,2) is two.
func (p *parser) thousands(comma int) bool {
	n := comma + 1
	for n < len(p.s) && isDigit(p.s[n]) {
		n++
	}
	return n-comma == 4
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// braces reads a group.
func (p *parser) braces() node {
	if p.depth >= maxDepth {
		return p.literal(1)
	}
	p.depth++
	p.at++
	l := p.list("")
	if p.at < len(p.s) {
		p.at++
	}
	p.depth--
	return node{kind: group, args: []list{l}}
}

// arg reads what a command is applied to: a group, a command or one character.
func (p *parser) arg() list {
	p.skip()
	if p.at >= len(p.s) {
		return nil
	}
	switch p.s[p.at] {
	case '{':
		n := p.braces()
		if n.kind != group {
			return list{n}
		}
		return n.args[0]
	case '\\':
		if p.depth >= maxDepth {
			return list{p.literal(1)}
		}
		p.depth++
		defer func() { p.depth-- }()
		return p.command()
	case '}', '^', '_', '&':
		return nil
	}
	if isDigit(p.s[p.at]) {
		return list{p.literal(1)}
	}
	n, _ := p.atom()
	return list{n}
}

func (p *parser) skip() {
	for p.at < len(p.s) && (p.s[p.at] == ' ' || p.s[p.at] == '\n' || p.s[p.at] == '\t') {
		p.at++
	}
}

// scripts reads "^", "_" or a prime and hangs it on the last atom of l.
func (p *parser) scripts(l list) list {
	c := p.s[p.at]
	p.at++
	var s list
	if c == '\'' {
		s = list{{text: "′", name: "'", class: ordinary}}
	} else if s = p.arg(); len(s) == 0 { // a mark over nothing
		return append(l, plain(string(c)))
	}
	if len(l) == 0 || l[len(l)-1].class == space || l[len(l)-1].kind == newline {
		l = append(l, node{kind: group, args: []list{nil}})
	}
	n := &l[len(l)-1]
	if c == '_' {
		n.sub = append(n.sub, s...)
	} else {
		n.sup = append(n.sup, s...)
	}
	return l
}

// peekCommand returns the name of the command at this place.
func (p *parser) peekCommand() string {
	rest := p.s[p.at+1:]
	n := 0
	for n < len(rest) && letter(rune(rest[n])) {
		n++
	}
	if n == 0 && rest != "" {
		_, n = utf8.DecodeRuneInString(rest)
	}
	return rest[:n]
}

// bracket reads an optional argument in square brackets; nil: there is none.
func (p *parser) bracket() list {
	p.skip()
	if p.at >= len(p.s) || p.s[p.at] != '[' || p.depth >= maxDepth {
		return nil
	}
	p.depth++
	defer func() { p.depth-- }()
	p.at++
	l := p.list("]")
	if p.at < len(p.s) && p.s[p.at] == ']' {
		p.at++
	}
	return l
}

// raw reads a group in braces as it is written.
func (p *parser) raw() string {
	p.skip()
	if p.at >= len(p.s) {
		return ""
	}
	if p.s[p.at] != '{' {
		_, n := utf8.DecodeRuneInString(p.s[p.at:])
		s := p.s[p.at : p.at+n]
		p.at += n
		return s
	}
	p.at++
	from, depth := p.at, 1
	for ; p.at < len(p.s); p.at++ {
		switch p.s[p.at] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			p.at++
			return p.s[from : p.at-1]
		}
	}
	return p.s[from:]
}
