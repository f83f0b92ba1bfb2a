package explain

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

//go:embed head.md
var head string

// Severity says with which severities a code is found, as course.yaml writes them.
func (p Page) Severity() string {
	var words []string
	for _, s := range p.Code.Severities {
		words = append(words, string(s))
	}
	return strings.Join(words, ", ")
}

// Document is the page about all findings, docs/diagnostics.md.
func Document() string {
	var b strings.Builder
	b.WriteString(head)
	for _, g := range groups() {
		fmt.Fprintf(&b, "\n## %s\n\n", g.title)
		if g.intro != "" {
			b.WriteString(g.intro + "\n\n")
		}
		b.WriteString("| code | | what it means |\n|---|---|---|\n")
		for _, code := range g.codes {
			page, _, _ := Of(code)
			fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", code, code, page.Severity(), strings.ReplaceAll(page.Meaning, "|", `\|`))
		}
		for _, code := range g.codes {
			page, _, _ := Of(code)
			b.WriteString("\n" + page.Markdown(3))
		}
	}
	return b.String()
}

// Markdown is the page about one code, under a heading of a level.
func (p Page) Markdown(level int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n\n%s\n", strings.Repeat("#", level), p.Code.Name, p.Meaning)
	if p.Why != "" {
		fmt.Fprintf(&b, "\n%s\n", p.Why)
	}
	fmt.Fprintf(&b, "\n%s.\n", p.found())
	for _, e := range []struct {
		title string
		Example
	}{{"Wrong", p.Wrong}, {"Right", p.Right}} {
		fmt.Fprintf(&b, "\n**%s**\n", e.title)
		if e.Text != "" {
			fmt.Fprintf(&b, "\n%s\n", e.Text)
		}
		for _, f := range e.Files {
			tick := "```"
			if strings.Contains(f.Text, tick) {
				tick = "````"
			}
			fmt.Fprintf(&b, "\n`%s`%s:\n\n%s%s\n%s%s\n", f.Name, f.marked(), tick, f.Lang, f.Text, tick)
		}
	}
	return b.String()
}

// found says with which severity a code is found, and whether that can be set.
func (p Page) found() string {
	switch s := p.Code.Severities; {
	case s[0] == course.Off:
		return "Advice: given where course.yaml asks for it, with `check: { " + p.Code.Name + ": warning }`"
	case len(s) > 1:
		return "An error or a warning, as the case may be"
	case s[0] == course.Error:
		return "An error, and always one"
	}
	return "A warning, unless course.yaml sets it otherwise"
}

func (f File) marked() string {
	if f.Marked {
		return ", where words such as `<CR>` stand for characters that cannot be seen"
	}
	return ""
}

// Text is the page about one code for a terminal.
func (p Page) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  (%s: %s)\n\n%s\n", p.Code.Name, p.Group, p.Severity(), plain(p.Meaning))
	if p.Why != "" {
		fmt.Fprintf(&b, "\n%s\n", plain(p.Why))
	}
	fmt.Fprintf(&b, "\n%s.\n", plain(p.found()))
	for _, e := range []struct {
		title string
		Example
	}{{"Wrong", p.Wrong}, {"Right", p.Right}} {
		fmt.Fprintf(&b, "\n%s\n", e.title)
		if e.Text != "" {
			fmt.Fprintf(&b, "\n  %s\n", plain(e.Text))
		}
		for _, f := range e.Files {
			fmt.Fprintf(&b, "\n  %s%s\n", f.Name, plain(f.marked()))
			for line := range strings.Lines(f.Text) {
				b.WriteString(strings.TrimRight("    "+line, " \n") + "\n")
			}
		}
	}
	return b.String()
}

// Summary is what a code means, in a sentence or two without marks.
func (p Page) Summary() string { return plain(p.Meaning) }

var linked = regexp.MustCompile(`\[([^\]]+)\]\([^)]+\)`)

// plain is a sentence as it reads without marks of code and the ends of links.
func plain(s string) string {
	return strings.ReplaceAll(linked.ReplaceAllString(s, "$1"), "`", "")
}
