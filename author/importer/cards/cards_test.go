package cards

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

func read(f importer.Format) importtest.Reader {
	return func(source fs.FS) (*draft.Course, []draft.Loss, error) {
		c, losses, err := f.Read(importer.Source{Name: "cards", FS: source})
		if c != nil {
			c.Title = "Cards"
		}
		return c, losses, err
	}
}

func TestCases(t *testing.T) {
	for _, f := range []importer.Format{Hashcards(), Obsidian(), Anki()} {
		t.Run(f.Name, func(t *testing.T) { importtest.Cases(t, f.Name, read(f)) })
	}
}

func TestLooks(t *testing.T) {
	want := map[string]string{
		"hashcards-decks.txtar": "hashcards", "obsidian-notes.txtar": "obsidian", "anki-export.txtar": "anki", "anki-settings.txtar": "anki",
		"obsidian-folders.txtar": "", "anki-table.txtar": "", // nothing says what these are
	}
	for name, source := range importtest.Sources(t) {
		looks := ""
		for _, f := range []importer.Format{Hashcards(), Obsidian(), Anki()} {
			if f.Looks(importer.Source{FS: source}) {
				looks += f.Name
			}
		}
		if looks != want[name] {
			t.Errorf("%s looks like %q", name, looks)
		}
	}
}

func TestCorpora(t *testing.T) {
	for _, tt := range []struct {
		format importer.Format
		corpus string
		want   string
	}{
		{Hashcards(), "dev-hashcards", "0 lessons, 0 questions, 16 cards"},
		{Hashcards(), "dev-repeat-cards", "0 lessons, 0 questions, 10 cards"},
		{Obsidian(), "dev-obsidian-vaults", "0 lessons, 0 questions, 3 cards"},
		{Anki(), "dev-ultimate-geography", "0 lessons, 0 questions, 1027 cards"},
	} {
		t.Run(tt.corpus, func(t *testing.T) {
			c, losses := importtest.Corpus(t, read(tt.format), tt.corpus)
			if got := importtest.Counts(c); got != tt.want {
				t.Error(got)
			}
			for _, l := range losses {
				t.Logf("%s:%d: %s: %s", l.File, l.Line, l.What, l.Why)
			}
		})
	}
}

// TestHostile holds the time to the size of the text.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	for _, f := range []importer.Format{Hashcards(), Obsidian(), Anki()} {
		for _, name := range []string{"a.md", "a.txt"} {
			importtest.Hostile(t, read(f), name, map[string]string{
				f.Name + name + " marks":     "#flashcards\n" + many("` $ [[ == ", 50_000),
				f.Name + name + " separated": "#flashcards\n" + many("a::b\n", 3_000),
				f.Name + name + " one line":  "#flashcards a::" + many("b", 500_000),
				f.Name + name + " colons":    "#flashcards\n" + many("a::", 100_000),
				f.Name + name + " gaps":      "#flashcards\n" + many("==a== ", 2_000) + "\n\nC:" + many("[a]", 2_000),
				f.Name + name + " nested":    "#separator:tab\n" + many("{{c1::", 50_000) + "a" + many("}}", 50_000) + "\tb\n",
				f.Name + name + " clozes":    "#separator:tab\n" + many("{{c1::a}} {{c2::b::h}} ", 500) + "\tb\n",
				f.Name + name + " open":      "#separator:tab\n" + many("{{c1::a::", 30_000) + "\n",
				f.Name + name + " quote":     "#separator:tab\n\"" + many("a\tb\n", 100_000),
				f.Name + name + " sounds":    "#separator:tab\na\t" + many("[sound:x]\v", 20_000) + "\n",
				f.Name + name + " cards":     many("Q: a\nA: b\n", 3_000),
				f.Name + name + " fences":    many("```\n", 100_000),
			})
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Q: a\nA: b\n\nC: c [d] $[e]$ ![f](g.png)\n---\nprose", "#flashcards/a\na::b ^id\nc:::`d::e`\n\nx\n?\ny ==z==^[h][^1]\n<!--SR:!2024-01-01,1,230-->",
		"#separator:tab\n#html:true\n#guid column:1\n#deck column:2\nab$\td::e\t{{c1::x<b>{{c2::y}}</b>::h}} [sound:a.mp3]\t\"q\nr\"\n",
		"front,back\n\"a\",\"b <img src=x.png>\"\n", "---\ntags: [flashcards, x]\n---\n[[a|b]] ![[c.png]]::%%d%%",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, format := range []importer.Format{Hashcards(), Obsidian(), Anki()} {
			importtest.Fuzz(t, read(format), fstest.MapFS{"a.md": {Data: []byte(text)}, "b.txt": {Data: []byte(text)}})
		}
	})
}
