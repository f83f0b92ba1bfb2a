package draft_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// TestProve: what a course cannot hold gives way, with a loss, and what is
// written has no error.
func TestProve(t *testing.T) {
	two := func(from int, texts ...string) *draft.Question {
		f := &draft.Options{}
		for i, s := range texts {
			f.List = append(f.List, draft.Option{Text: s, Right: i == 0})
		}
		return &draft.Question{Prompt: "Which?", Form: f, From: draft.Place{File: "a.txt", Line: from}}
	}
	c := &draft.Course{Title: "Course", Files: []*draft.File{
		{Title: "Lesson", Blocks: []draft.Block{
			two(1, "Yes", "No"), two(2, "Yes", "Yes"),
			&draft.Pool{Title: "Pool", Questions: []*draft.Question{two(3, "I don't know", "No"), two(4, "A", "B")}},
			&draft.Question{Prompt: "Same?", Form: &draft.Typed{Answers: []draft.Accept{draft.Words("x")}, Not: []draft.Accept{draft.Words("x")}}, From: draft.Place{File: "a.txt", Line: 5}},
			draft.Text{Markdown: strings.Repeat("> ", 30) + "deep"},
		}},
		{Title: "Cards", Kind: course.KindCards, Cards: []*draft.Card{{Front: "Q", Back: "A"}, {Cloze: "no gap", From: draft.Place{File: "a.txt", Line: 6}}}},
	}}
	w, diags, losses, err := c.Prove("course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("%s:%d: %s", d.Pos.File, d.Pos.Line, d.Msg)
		}
	}
	var lines []int
	for _, l := range losses {
		lines = append(lines, l.Line)
	}
	if len(losses) != 5 {
		t.Errorf("losses %v\n%s", losses, files(w))
	}
	got, _, err := course.Load(w.FS(), "course")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(got.Lessons[0].Blocks); n != 6 || len(got.Cards) != 1 {
		t.Errorf("%d blocks, %d cards, losses of lines %v\n%s", n, len(got.Cards), lines, files(w))
	}
}

// TestBracketsInABlank: code with brackets is the answer of a blank, and graded.
func TestBracketsInABlank(t *testing.T) {
	f := &draft.Blanks{Text: "The list is [[1]].", List: [][]draft.Accept{{draft.Code("[[1]] *x* 2")}}}
	c := &draft.Course{Title: "Course", Files: []*draft.File{{Title: "Lesson", Blocks: []draft.Block{&draft.Question{Prompt: "What?", Form: f}}}}}
	w, _, losses, err := c.Prove("course")
	if err != nil || len(losses) > 0 {
		t.Fatalf("losses %v, %v\n%s", losses, err, files(w))
	}
	got, _, err := course.Load(w.FS(), "course")
	if err != nil {
		t.Fatal(err)
	}
	q, ok := got.Lessons[0].Blocks[0].(*course.Question)
	if !ok || q.Form.(*course.Blanks).List[0].Accept[0].Text != "[[1]] *x* 2" {
		t.Errorf("read as %#v\n%s", got.Lessons[0].Blocks[0], files(w))
	}
}

// TestProveTellsWhyNothingIsLeft: where every card is bad, each is told.
func TestProveTellsWhyNothingIsLeft(t *testing.T) {
	bad := func(from int) *draft.Card {
		return &draft.Card{Cloze: "no gap", From: draft.Place{File: "a.txt", Line: from}}
	}
	c := &draft.Course{Title: "Cards", Files: []*draft.File{{Title: "Cards", Kind: course.KindCards, Cards: []*draft.Card{bad(1), bad(2)}}}}
	_, _, losses, err := c.Prove("course")
	if err == nil || len(losses) != 2 || losses[0].Line != 1 || losses[1].Line != 2 {
		t.Errorf("losses %v, %v", losses, err)
	}
}

// TestPathsAreFree: files of one kind that stands in one file part ways.
func TestPathsAreFree(t *testing.T) {
	words := func(path string) *draft.File {
		return &draft.File{Path: path, Kind: course.KindGlossary, Title: "Words"}
	}
	c := &draft.Course{Title: "x", Files: []*draft.File{words(""), words("Glossary-2.md"), words(""), words("")}}
	c.Complete()
	var paths []string
	for _, f := range c.Files {
		paths = append(paths, f.Path)
	}
	if got := strings.Join(paths, " "); got != "glossary.md Glossary-2.md glossary-3.md glossary-4.md" {
		t.Errorf("paths %s", got)
	}
}

// TestCardsReadBack: a card is the same card, whatever its sides hold.
func TestCardsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := &draft.File{Title: "Cards", Kind: course.KindCards}
		for range rapid.IntRange(1, 4).Draw(t, "cards") {
			f.Cards = append(f.Cards, &draft.Card{Front: plainText().Draw(t, "front") + " f", Back: plainText().Draw(t, "back") + " b"})
		}
		terms := &draft.File{Title: "Words", Kind: course.KindGlossary}
		for _, s := range distinct(hostile(), 1, 3).Draw(t, "terms") {
			terms.Terms = append(terms.Terms, draft.Term{Words: []string{s}, Meaning: plainText().Draw(t, "meaning") + " m"})
		}
		got, w, diags := load(t, &draft.Course{Title: "x", Files: []*draft.File{f, terms}})
		for _, d := range diags {
			if d.Severity == course.Error {
				t.Fatalf("%s: %s\n%s", d.Pos.File, d.Msg, files(w))
			}
		}
		if len(got.Cards) != len(f.Cards)+len(terms.Terms) || len(got.Glossary) != len(terms.Terms) {
			t.Fatalf("%d cards of %d and %d of %d terms were read\n%s", len(got.Cards), len(f.Cards), len(got.Glossary), len(terms.Terms), files(w))
		}
		var d differences
		for i, k := range f.Cards {
			d.same("the front", k.Front, got.Cards[i].Front)
			d.same("the back", k.Back, got.Cards[i].Back)
		}
		for i, k := range terms.Terms {
			d.same("the term", draft.Plain(strings.Join(strings.Fields(k.Words[0]), " ")), got.Glossary[i].Term)
			d.same("the meaning", k.Meaning, got.Glossary[i].Meaning)
		}
		if d.list != nil {
			t.Fatalf("%s\n%s", strings.Join(d.list, "\n"), files(w))
		}
	})
}

// TestPlainIsSeen: text that is no Markdown is seen as it is.
func TestPlainIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(strings.Fields(hostile().Draw(t, "text")), " ")
		if got := seen(draft.Plain(s)); got != s && !strings.Contains(s, "<") {
			t.Fatalf("%q is written %q and seen as %q", s, draft.Plain(s), got)
		}
	})
}

// TestIDsAreStable: the same source makes the same ids, and names keep theirs.
func TestIDsAreStable(t *testing.T) {
	drafted := func() *draft.Course {
		return &draft.Course{Title: "Bread & butter", Files: []*draft.File{{Ref: "Cat/Sub: 1", Title: "x", Blocks: []draft.Block{
			&draft.Question{Ref: "Q 1", Prompt: "a"}, &draft.Question{Ref: "Q 1", Prompt: "b"}, &draft.Question{ID: "q-1", Prompt: "c"},
		}}}}
	}
	a, b := drafted(), drafted()
	a.Complete()
	b.Complete()
	var ids []string
	for i, block := range a.Files[0].Blocks {
		q := block.(*draft.Question)
		ids = append(ids, q.ID)
		if q.ID != b.Files[0].Blocks[i].(*draft.Question).ID {
			t.Errorf("%s is another id the second time", q.ID)
		}
	}
	if got := strings.Join(append(ids, a.ID, a.Files[0].ID, a.Files[0].Path), " "); got != "q-1-2 q-1-3 q-1 bread-butter cat-sub-1 lessons/01-cat-sub-1.md" {
		t.Errorf("got %s", got)
	}
}
