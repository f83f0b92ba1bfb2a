package markup_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
)

// TestStrict: what QTI 2.1 does not know is not written, and is told.
func TestStrict(t *testing.T) {
	var lost []string
	m := markup.Maker{Strict: true, Lose: func(what, _ string) { lost = append(lost, what) }}
	if got := m.Block("~~old~~ new\n\n3. three"); got != "<p>~~old~~ new</p>\n<ol>\n<li>three\n</li>\n</ol>" {
		t.Errorf("%s", got)
	}
	if want := []string{"that text is struck out", "the first number of a list"}; !slices.Equal(lost, want) {
		t.Errorf("lost: %q, want %q", lost, want)
	}
	if got := (markup.Maker{}).Block("~~old~~\n\n3. three"); !strings.Contains(got, "<del>old</del>") || !strings.Contains(got, `<ol start="3">`) {
		t.Errorf("others know both: %s", got)
	}
}

// TestFootnotes: texts of one place have footnotes with ids of their own.
func TestFootnotes(t *testing.T) {
	m := markup.Maker{Notes: "n-", Texts: new(int)}
	first, second := m.Block("a[^1]\n\n[^1]: b"), m.Block("c[^1]\n\n[^1]: d")
	for text, id := range map[string]string{first: "n-note-1", second: "n-2-note-1"} {
		if !strings.Contains(text, `id="`+id+`"`) || !strings.Contains(text, `href="#`+id+`"`) {
			t.Errorf("there is no %s in %s", id, text)
		}
	}
}

// TestWhole: browsers break no short option of a command, and may break a long one.
func TestWhole(t *testing.T) {
	long := "--" + strings.Repeat("very-", 10)
	for md, want := range map[string]string{
		"`git commit --amend`": `<code>git commit <span class="whole">--amend</span></code>`,
		"`a < b-c`":            `<code>a &lt; <span class="whole">b-c</span></code>`,
		"`x " + long + "`":     `<code>x ` + long + `</code>`,
		"`plain`":              `<code>plain</code>`,
	} {
		if got := (markup.Maker{Whole: true}).Line(md); got != want {
			t.Errorf("%s: %s, want %s", md, got, want)
		}
	}
	if got := (markup.Maker{}).Line("`a-b`"); got != "<code>a-b</code>" {
		t.Errorf("for other programs: %s", got)
	}
}

// TestAlerts: the title of a call-out is in the language of the page, unless the author
// gave one.
func TestAlerts(t *testing.T) {
	m := markup.Maker{Alerts: map[string]string{"tip": "Tipp"}}
	for md, want := range map[string]string{"> [!TIP]\n> x": "Tipp", "> [!TIP] Eile\n> x": "Eile", "> [!NOTE]\n> x": "Note"} {
		if got := m.Block(md); !strings.Contains(got, "<strong>"+want+"</strong>") {
			t.Errorf("%q: %s", md, got)
		}
	}
}
