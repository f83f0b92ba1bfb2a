// Package hostile holds texts that courses, logs and learners may try to steer
// a terminal with, and a course that has such a text in every place where an
// author can put one. Only tests import it.
package hostile

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// Attack is a text that is not what it seems.
type Attack struct {
	Name  string // with its number in the list of bad inputs
	Text  string // as an author writes it, in Markdown
	Shown string // what a reader sees of it in a sentence
	Title string // what a reader sees of it where it is no Markdown; empty: the same
}

// InTitle is what is seen of the attack where it is no Markdown.
func (a Attack) InTitle() string {
	if a.Title != "" {
		return a.Title
	}
	return a.Shown
}

// Attacks lists the texts of the list of bad inputs that can stand anywhere in a
// course.
func Attacks() []Attack {
	const osc52 = "\x1b]52;c;aGk=\a"
	return []Attack{
		{Name: "A01 A02 A03 A04 the clipboard by OSC 52", Text: osc52, Shown: "␛]52;c;aGk=␇"},
		{Name: "A05 the same written with entities", Text: "&#27;]52;c;aGk=&#7;", Shown: "␛]52;c;aGk=␇", Title: "&#27;]52;c;aGk=&#7;"},
		{Name: "A06 an entity in a code span", Text: "`&#27;]52`", Shown: "&#27;]52", Title: "&#27;]52"},
		{Name: "A07 an introducer of C1 as a character", Text: "\u009b2J\u009d0;x\u009c", Shown: "<U+009B>2J<U+009D>0;x<U+009C>"},
		{Name: "A07 an introducer of C1 as a byte", Text: "\x9b2J", Shown: "\uFFFD2J"},
		{Name: "A07 an introducer of C1 as an entity", Text: "&#155;2J", Shown: "<U+009B>2J", Title: "&#155;2J"},
		{Name: "A08 the title of the window", Text: "\x1b]0;x\a\x1b]2;y\x1b\\", Shown: "␛]0;x␇␛]2;y␛\\"},
		{Name: "A09 a link to a script and a file by OSC 8", Text: "\x1b]8;;javascript:alert(1)\x1b\\x\x1b]8;;file:///etc/passwd\x1b\\y\x1b]8;;\x1b\\", Shown: "␛]8;;javascript:alert(1)␛\\x␛]8;;file:///etc/passwd␛\\y␛]8;;␛\\"},
		{Name: "A10 a link by OSC 8 that is not closed", Text: "\x1b]8;;http://example.org\x1b\\x", Shown: "␛]8;;http://example.org␛\\x"},
		{Name: "A11 an OSC without an end", Text: "\x1b]52;c;aaaa", Shown: "␛]52;c;aaaa"},
		{Name: "A11 a DCS without an end", Text: "\x1bPq#0", Shown: "␛Pq#0"},
		{Name: "A12 questions to the terminal", Text: "\x1b[21t\x1b[6n\x1bP$q\"p\x1b\\\x1b]10;?\a\x1b[c", Shown: "␛[21t␛[6n␛P$q\"p␛\\␛]10;?␇␛[c"},
		{Name: "A13 leaving the screen, reset, clear", Text: "\x1b[?1049l\x1bc\x1b[2J\x1b[H", Shown: "␛[?1049l␛c␛[2J␛[H"},
		{Name: "A14 pictures by kitty, sixel and iTerm2", Text: "\x1b_Gi=1,a=T;AAAA\x1b\\\x1bPq#0;2;0;0;0-\x1b\\\x1b]1337;File=inline=1:AAAA\a", Shown: "␛_Gi=1,a=T;AAAA␛\\␛Pq#0;2;0;0;0-␛\\␛]1337;File=inline=1:AAAA␇"},
		{Name: "A15 a carriage return before another text", Text: "rm -rf /\recho hello", Shown: "rm -rf /␍echo hello"},
		{Name: "A16 a thousand bells", Text: strings.Repeat("\a", 1000), Shown: strings.Repeat("␇", 1000)},
		{Name: "A17 backspaces over text", Text: "evil\b\b\b\bgood", Shown: "evil␈␈␈␈good"},
		{Name: "A18 text that is turned around", Text: "photo\u202egpj.exe", Shown: "photo<U+202E>gpj.exe"},
		{Name: "A19 isolates", Text: "a\u2066b\u2069c", Shown: "a<U+2066>b<U+2069>c"},
		{Name: "A20 a space without width", Text: "com\u200bmit", Shown: "com<U+200B>mit"},
		{Name: "A21 two hundred marks on one letter", Text: "x" + strings.Repeat("\u0301", 200), Shown: "x\u0301\u0301\u0301\u0301"},
		{Name: "A22 characters of tags", Text: "a\U000e0041\U000e0042b", Shown: "a<U+E0041><U+E0042>b"},
		{Name: "A23 a character of zero", Text: "a\x00b", Shown: "a\uFFFDb"},
		{Name: "A23 what is not UTF-8", Text: "caf\xe9 \xff\xfe", Shown: "caf\uFFFD \uFFFD"},
		{Name: "A24 hidden and black on black", Text: "\x1b[8mhidden\x1b[m\x1b[30;40mblack\x1b[m", Shown: "␛[8mhidden␛[m␛[30;40mblack␛[m"},
		{Name: "A30 wide and joined letters", Text: "漢字👩\u200d👩\u200d👧🇩🇪", Shown: "漢字👩\u200d👩\u200d👧🇩🇪"},
	}
}

//go:embed course.txtar
var template []byte

// Course is a course with a text in every place where an author can put one.
func Course(text string) fstest.MapFS {
	line := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
	put := strings.NewReplacer("EVIL", line, "YAML", inYAML(text))
	files := fstest.MapFS{}
	for _, f := range txtar.Parse(template).Files {
		files[f.Name] = &fstest.MapFile{Data: []byte(put.Replace(string(f.Data)))}
	}
	return files
}

// inYAML writes a text for double quotes: nothing that is not ASCII stays as it
// is, so that no reader of YAML refuses it.
func inYAML(text string) string {
	var b strings.Builder
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, rest[0])
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case ' ' <= r && r <= '~':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		rest = rest[size:]
	}
	return b.String()
}

// Text reports the first thing in a text that a terminal acts on, that hides, or
// that turns text around; line feeds and tabs are text. It does not use what it
// tests.
func Text(s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("not UTF-8: %s", around(s, strings.IndexFunc(s, func(r rune) bool { return r == utf8.RuneError })))
	}
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), 0xe0000 <= r && r <= 0xe007f, r == 0xfeff, r == 0x2028, r == 0x2029:
			return fmt.Errorf("%U: %s", r, around(s, i))
		}
	}
	return nil
}

// Frame is Text for a frame: SGR, but for conceal, and links to the web are
// text too, and every link is closed on its line.
func Frame(s string) error {
	sgr, link := regexp.MustCompile(`\x1b\[([0-9;:]*)m`), regexp.MustCompile(`\x1b\]8;[!-:<-~]*;((?:https?|mailto):[!-~]*?)?(?:\x07|\x1b\\)`)
	for line := range strings.SplitSeq(s, "\n") {
		open := ""
		for _, m := range link.FindAllStringSubmatch(line, -1) {
			open = m[1]
		}
		if open != "" {
			return fmt.Errorf("the link to %q is not closed", open)
		}
	}
	for _, m := range sgr.FindAllStringSubmatch(s, -1) {
		if p := ";" + m[1] + ";"; strings.Contains(p, ";8;") && !strings.Contains(p, "8;5;8;") && !strings.Contains(p, ";2;") {
			return fmt.Errorf("%q hides text", m[0])
		}
	}
	return Text(link.ReplaceAllString(sgr.ReplaceAllString(s, ""), ""))
}

// around quotes what is before and behind a place.
func around(s string, at int) string {
	return fmt.Sprintf("%q", strings.ToValidUTF8(s[max(0, at-40):min(len(s), at+40)], "?"))
}
