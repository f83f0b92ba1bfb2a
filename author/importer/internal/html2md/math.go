package html2md

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// formula is TeX between the signs that Moodle, MathJax and Anki put around it.
type formula struct {
	source string // as it stood in the HTML
	tex    string
	block  bool // it stands on lines of its own
}

// A formula is put aside before the HTML is read, as it may hold what looks
// like tags, and leaves its number between these signs, which texts do not have.
const (
	mathOpen  = '\uE000'
	mathClose = '\uE001'
)

// mathSigns are the ways to begin and end a formula.
func mathSigns() [][3]string {
	return [][3]string{
		{`\(`, `\)`, ""}, {`\[`, `\]`, "block"}, {"$$", "$$", "block"},
		{"[latex]", "[/latex]", ""}, {"[$]", "[/$]", ""}, {"[$$]", "[/$$]", "block"},
	}
}

// maxFormula is how many bytes a formula may have.
const maxFormula = 4000

// takeFormulas replaces the formulas of a text by their numbers.
func (c *converter) takeFormulas(text string) string {
	text = strings.Map(func(r rune) rune {
		if r >= mathOpen && r <= lastMark {
			return utf8.RuneError
		}
		return r
	}, text)
	var b strings.Builder
	for len(text) > 0 {
		at := strings.IndexAny(text, `\$[`)
		if at < 0 {
			break
		}
		b.WriteString(text[:at])
		text = text[at:]
		if n := c.takeFormula(text); n > 0 {
			b.WriteRune(mathOpen)
			b.WriteString(strconv.Itoa(len(c.math) - 1))
			b.WriteRune(mathClose)
			// The lines that follow keep their numbers.
			b.WriteString(strings.Repeat("\n", strings.Count(text[:n], "\n")))
			text = text[n:]
			continue
		}
		b.WriteByte(text[0])
		text = text[1:]
	}
	b.WriteString(text)
	return b.String()
}

// takeFormula returns the length of the formula that text begins with, or 0.
func (c *converter) takeFormula(text string) int {
	for _, signs := range mathSigns() {
		rest, ok := strings.CutPrefix(text, signs[0])
		if !ok {
			continue
		}
		end := strings.Index(rest[:min(len(rest), maxFormula)], signs[1])
		if end <= 0 {
			continue
		}
		tex := strings.Join(strings.Fields(bareText(rest[:end])), " ")
		if tex == "" || strings.ContainsAny(tex, "$`") || strings.Contains(tex, "</") || strings.Contains(tex, signs[0]) {
			continue
		}
		n := len(signs[0]) + end + len(signs[1])
		c.math = append(c.math, formula{source: html.UnescapeString(text[:n]), tex: tex, block: signs[2] != ""})
		return n
	}
	return 0
}

// bareText drops the tags that an editor put into a formula.
func bareText(s string) string {
	return html.UnescapeString(mathTags.ReplaceAllString(s, " "))
}

var mathTags = regexp.MustCompile(`(?i)</?(?:br|p|div|span|b|i|em|strong|font)\b[^<>]*>`)

// rawFormulas puts formulas back as they were written, where Markdown would
// not read them: in code and in addresses.
func (c *converter) rawFormulas(s string) string {
	return c.eachFormula(s, func(f formula, rest string) (string, string) { return f.source, rest })
}

// finish writes the formulas into the Markdown. As none ends before a letter or
// a digit, one that follows is written by its number.
func (c *converter) finish(s string) string {
	return c.eachFormula(s, func(f formula, rest string) (string, string) {
		md := "$" + f.tex + "$"
		if r, size := utf8.DecodeRuneInString(rest); unicode.IsLetter(r) || unicode.IsDigit(r) {
			return md + "&#" + strconv.Itoa(int(r)) + ";", rest[size:]
		}
		return md, rest
	})
}

// eachFormula replaces the numbers of formulas. put gets what follows, too, and
// gives what is left of it.
func (c *converter) eachFormula(s string, put func(f formula, rest string) (string, string)) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, string(mathOpen))
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		number, rest, _ := strings.Cut(rest, string(mathClose))
		if i, err := strconv.Atoi(number); err == nil && i < len(c.math) {
			var md string
			md, rest = put(c.math[i], rest)
			b.WriteString(md)
		}
		s = rest
	}
}
