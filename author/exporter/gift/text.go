package gift

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// signs are those that mean something in GIFT.
var signs = strings.NewReplacer(
	`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`,
	"\r\n", `\n`, "\r", `\n`, "\n", `\n`, "\t", "    ",
)

// escaped is a text in which nothing means more than it says. Lines are written
// \n, since an empty one would end the question.
func escaped(s string) string { return signs.Replace(textsafe.Text(strings.TrimSpace(s))) }

// within is Markdown between braces, where an arrow would make a pair of it.
func (w *writer) within(md string) string {
	out := escaped(w.arrowless(strings.TrimSpace(md)))
	if formatMark.MatchString(out) {
		out = "[markdown]" + out
	}
	return out
}

// formatMark is what would be read as the format of a text.
var formatMark = regexp.MustCompile(`^\s*\[(?:html|moodle|plain|markdown)\]`)

// arrowless is Markdown without "->", which GIFT reads as the middle of a pair and
// has no escape for. Outside of code, Markdown has one.
func (w *writer) arrowless(md string) string {
	if !strings.Contains(md, "->") {
		return md
	}
	var b strings.Builder
	code := "" // the backticks that the code is between
	for i := 0; i < len(md); {
		switch {
		case md[i] == '`':
			n := len(md[i:]) - len(strings.TrimLeft(md[i:], "`"))
			run := md[i : i+n]
			if code == "" && strings.Contains(md[i+n:], run) {
				code = run
			} else if code == run {
				code = ""
			}
			b.WriteString(run)
			i += n
		case strings.HasPrefix(md[i:], "->") && code == "":
			b.WriteString(`-\>`)
			i += 2
		case strings.HasPrefix(md[i:], "->"):
			w.loseOf("the arrow -> in code", "GIFT reads it as the middle of a pair; it is written →")
			b.WriteString("→")
			i += 2
		default:
			b.WriteByte(md[i])
			i++
		}
	}
	return b.String()
}

// oneLine is a title as a line.
func oneLine(s string) string { return strings.Join(strings.Fields(textsafe.Line(s)), " ") }

// joined is a prompt with the text below it.
func joined(prompt, body string) string {
	return strings.TrimSpace(strings.TrimSpace(prompt) + "\n\n" + strings.TrimSpace(body))
}

// cut is a text short enough to be named.
func cut(s string) string {
	const most = 50
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
