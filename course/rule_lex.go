package course

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleToken is one symbol of the source.
type ruleToken struct {
	kind string // opName, opNumber, opWord, ruleEnd, or the symbol itself
	text string
	at   int
	len  int
}

const ruleEnd = "the end"

func nameRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// String names the token in a message.
func (t ruleToken) String() string {
	switch t.kind {
	case ruleEnd:
		return "the end of the rule"
	case opName, opNumber:
		return strconv.Quote(t.text)
	case opWord:
		return "the word " + strconv.Quote(t.text)
	}
	return strconv.Quote(t.kind)
}

// advance reads the next token.
func (p *ruleParser) advance() {
	for p.off < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.off]) >= 0 {
		p.off++
	}
	if p.count++; p.count > maxRuleTokens {
		p.fail(p.off, 0, "make it simpler", "the rule has too many parts")
		return
	}
	rest := p.src[p.off:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		p.next = ruleToken{kind: ruleEnd, at: p.off}
	case r == '"' || r == '\'':
		p.word(rest)
	case r >= '0' && r <= '9' || r == '.' && len(rest) > 1 && isDigit(rest[1]) && p.next.kind != opName:
		end := strings.IndexFunc(rest, func(r rune) bool { return r != '.' && !nameRune(r) })
		if end < 0 {
			end = len(rest)
		}
		if strings.HasPrefix(rest[end:], "%") {
			p.percent(rest[:end])
			return
		}
		p.take(opNumber, rest[:end], end)
	case nameRune(r):
		end := strings.IndexFunc(rest, func(r rune) bool { return !nameRune(r) })
		if end < 0 {
			end = len(rest)
		}
		p.keywordOrName(rest[:end])
	default:
		p.symbol(rest, size)
	}
}

// take makes the next size bytes the next token.
func (p *ruleParser) take(kind, text string, size int) {
	p.next = ruleToken{kind: kind, text: text, at: p.off, len: size}
	p.off += size
}

func (p *ruleParser) keywordOrName(s string) {
	switch strings.ToLower(s) {
	case "and", "or", "not", "in":
		if lower := strings.ToLower(s); lower != s {
			p.fail(p.off, len(s), "write "+lower, "%s is written in small letters", s)
			return
		}
		p.take(s, s, len(s))
	case "is", "equals":
		p.fail(p.off, len(s), "write ==", "%q is not known here", s)
	default:
		p.take(opName, s, len(s))
	}
}

// word reads a word in quotes.
func (p *ruleParser) word(rest string) {
	end := strings.IndexByte(rest[1:], rest[0])
	if end < 0 {
		p.fail(p.off, len(rest), "close it with "+rest[:1], "the word is never closed")
		return
	}
	p.take(opWord, rest[1:1+end], end+2)
}

func (p *ruleParser) percent(digits string) {
	hint := "write it as a part of one, such as 0.6"
	if f, err := strconv.ParseFloat(digits, 64); err == nil {
		hint = "write " + strconv.FormatFloat(f/100, 'g', 6, 64)
	}
	p.fail(p.off, len(digits)+1, hint, "a rule knows no percent")
}

// symbol reads an operator or a parenthesis, and knows what people write
// instead.
func (p *ruleParser) symbol(rest string, size int) {
	for _, s := range []string{"==", "!=", "<=", ">="} {
		if strings.HasPrefix(rest, s) && !strings.HasPrefix(rest, "===") && !strings.HasPrefix(rest, "!==") {
			p.take(s, s, len(s))
			return
		}
	}
	for _, c := range [][2]string{
		{"===", "=="}, {"!==", "!="}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"=", "=="},
		{"&&", "and"}, {"&", "and"}, {"||", "or"}, {"|", "or"}, {"!", "not"},
		{"≥", ">="}, {"≤", "<="}, {"≠", "!="},
		{"“", "straight quotes: \""}, {"”", "straight quotes: \""}, {"„", "straight quotes: \""}, {"‘", "straight quotes: '"}, {"’", "straight quotes: '"},
	} {
		if strings.HasPrefix(rest, c[0]) {
			p.fail(p.off, len(c[0]), "write "+c[1], "%s is not known here", c[0])
			return
		}
	}
	switch r := rest[:size]; r {
	case "<", ">", "(", ")", ".", "[", "]":
		p.take(r, r, size)
	case "+", "-", "*", "/", "%", "^":
		p.fail(p.off, size, "compare a name with a number or a word", "a rule does not calculate: %s", r)
	default:
		p.fail(p.off, size, "a rule is made of names, numbers, words in quotes, == != < <= > >= in and or not ( )", "%q does not belong in a rule", r)
	}
}
