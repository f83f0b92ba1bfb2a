// Package syntax tells the parts of a piece of code apart, so that a screen can
// give them colours. It reads code as an author shows it in a lesson: often a
// fragment, sometimes wrong on purpose.
//
// What it promises:
//
//   - the texts of the tokens, one after the other, are the code, byte for byte
//   - any code, complete or not, takes time in proportion to its length
//   - a language that is not known is plain text
//
// Colours are decoration: a wrong guess may cost a colour and nothing else.
package syntax

// Kind says what a part of the code is.
type Kind uint8

// The kinds of tokens.
const (
	Plain   Kind = iota // names of the author's own, operators, space
	Comment             // what the machine passes over
	String              // text and characters, also patterns
	Number
	Keyword // words of the language; headings and sections of data
	Name    // types and what the language brings along; keys of data; variables of shells; commands
	Prompt  // what a shell writes before a command
	Output  // what a command wrote
	Added   // a line of a comparison
	Removed
)

// Token is a part of the code of one kind. It may go over several lines.
type Token struct {
	Text string
	Kind Kind
}

// Scan cuts code into tokens. lang is what an author wrote behind the fence,
// such as "go" or "C++"; capitals do not matter.
func Scan(lang, code string) []Token {
	if code == "" {
		return nil
	}
	l := find(lang)
	if l == nil {
		return []Token{{Text: code}}
	}
	s := &scanner{src: code, end: len(code)}
	s.region(l)
	s.flush(len(code))
	return s.out
}

// Known reports whether Scan knows the language, plain text included.
func Known(lang string) bool { return find(lang) != nil }
