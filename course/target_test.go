package course

import "testing"

func TestTarget(t *testing.T) {
	first := &Lesson{ID: "first", File: "lessons/01-first.md"}
	root := &Lesson{ID: "root", File: "index.md"}
	folder := &Lesson{ID: "folder", File: "lessons/more/README.md"}
	c := &Course{
		Lessons:  []*Lesson{first, root, folder},
		Glossary: []Entry{{Term: "staging area", Pos: Pos{File: "glossary.md"}}, {Term: "commit", Pos: Pos{File: "glossary.md"}}},
	}
	for _, tt := range []struct{ to, lesson, term, file, anchor string }{
		{"01-first.md", "first", "", "lessons/01-first.md", ""},
		{"01-first", "first", "", "lessons/01-first.md", ""},
		{"./01-first.md#the-end", "first", "", "lessons/01-first.md", "the-end"},
		{"/lessons/01-first.md", "first", "", "lessons/01-first.md", ""},
		{"01%2Dfirst.md?x=1", "first", "", "lessons/01-first.md", ""},
		{"more/", "folder", "", "lessons/more/README.md", ""},
		{"more", "folder", "", "lessons/more/README.md", ""},
		{"../", "root", "", "index.md", ""},
		{"#here", "", "", "lessons/02.md", "here"},
		{"../glossary.md", "", "staging area", "glossary.md", ""},
		{"../glossary.md#commit", "", "commit", "glossary.md", "commit"},
		{"../data/x.csv", "", "", "data/x.csv", ""},
		{"../../../etc/passwd", "", "", "", ""},
		{"https://example.org/01-first.md", "", "", "", ""},
		{"mailto:ana@example.org", "", "", "", ""},
		{"javascript:x", "", "", "", ""},
	} {
		got := c.Target("lessons/02.md", tt.to)
		lesson, term := "", ""
		if got.Lesson != nil {
			lesson = got.Lesson.ID
		}
		if got.Entry != nil {
			term = got.Entry.Term
		}
		if lesson != tt.lesson || term != tt.term || got.File != tt.file || got.Anchor != tt.anchor {
			t.Errorf("%s leads to lesson %q, term %q, file %q, anchor %q", tt.to, lesson, term, got.File, got.Anchor)
		}
	}
}
