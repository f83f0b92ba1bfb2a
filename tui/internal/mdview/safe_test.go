package mdview_test

import (
	"os"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/internal/theme"
)

// FuzzRender holds that whatever the text, no line is wider than asked for and
// nothing but styles and links reaches the terminal.
func FuzzRender(f *testing.F) {
	for _, md := range []string{
		"# a\n\n**b** `c` [d](https://e.f) &#27;[2J", "```\n\x1b]52;c;aGk=\a\n```", "> [!NOTE]\n> | a |\n> |-|\n> | b |",
		"[a](https://x/\x1b[8m) <https://y/é>", "~~&**#27;**~~[31m", "[x](https://a/&#7;b)", "e" + strings.Repeat("&#x301;", 9) + "*\u0301*",
	} {
		f.Add(md, 20)
	}
	st := mdview.ThemeStyle(theme.New(theme.Dark(), true, false))
	f.Fuzz(func(t *testing.T, md string, width int) {
		if width < 2 || width > 200 || len(md) > 4000 {
			t.Skip()
		}
		d := mdview.Render(md, width, st, mdview.Options{Hyperlinks: true})
		for i, line := range d.Lines {
			if w := lipgloss.Width(line); w > width {
				t.Errorf("%q: line %d is %d cells wide, more than %d: %q", md, i, w, width, line)
			}
			if textsafe.Styled(line) != line || strings.Contains(line, "\n") {
				t.Errorf("%q: line %d is not safe: %q", md, i, line)
			}
			if strings.Count(line, "\x1b]8;;\x1b\\") != strings.Count(line, "\x1b]8;;h")+strings.Count(line, "\x1b]8;;H")+strings.Count(line, "\x1b]8;;m")+strings.Count(line, "\x1b]8;;M") {
				t.Errorf("%q: line %d leaves a link open: %q", md, i, line)
			}
		}
		for _, line := range mdview.Wrap(mdview.Inline(md, st), width) {
			if lipgloss.Width(line) > width || textsafe.Styled(line) != line {
				t.Errorf("%q: wrapped into %q", md, line)
			}
		}
	})
}

// TestCodeIsFilledUp checks that a ground under code is one even block.
func TestCodeIsFilledUp(t *testing.T) {
	st := mdview.Style{Code: lipgloss.NewStyle().Background(lipgloss.Color("1"))}
	d := mdview.Render("```\na\n\nbcd\n```", 10, st, mdview.Options{})
	for _, line := range d.Lines {
		if lipgloss.Width(line) != 10 {
			t.Errorf("%q is not 10 cells wide", line)
		}
	}
	if len(d.Code) != 1 || d.Code[0].Text != "a\n\nbcd" {
		t.Errorf("code %+v", d.Code)
	}
}

func TestOpenLaysOutOnDemand(t *testing.T) {
	md := strings.Repeat("# A\n\nb\n\n", 100)
	d := mdview.Open(md, 40, mdview.Style{}, mdview.Options{})
	if len(d.Lines) != 0 {
		t.Errorf("%d lines before any were asked for", len(d.Lines))
	}
	if d.Upto(10) || len(d.Lines) < 10 || len(d.Lines) > 14 {
		t.Errorf("%d lines, want about 10", len(d.Lines))
	}
	if !d.Upto(-1) || len(d.Lines) != 399 {
		t.Errorf("%d lines at the end, want 399", len(d.Lines))
	}
}

func BenchmarkRender(b *testing.B) {
	data, err := os.ReadFile("../mdtext/testdata/lesson.md")
	if err != nil {
		b.Fatal(err)
	}
	st := mdview.ThemeStyle(theme.New(theme.Dark(), true, false))
	for _, size := range []struct {
		name string
		n    int
	}{{"2kB", 1}, {"100kB", 50}, {"1MB", 500}} {
		md := strings.Repeat(string(data), size.n)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(md)))
			b.ReportAllocs()
			for b.Loop() {
				mdview.Render(md, 80, st, mdview.Options{})
			}
		})
	}
}

func BenchmarkInline(b *testing.B) {
	st := mdview.ThemeStyle(theme.New(theme.Dark(), true, false))
	for b.Loop() {
		mdview.Inline("What does `git add notes.md` do to **this** file?", st)
	}
}
