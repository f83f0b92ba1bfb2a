package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/course"
)

// made is a format that gives one draft, whatever the source.
func made(c *draft.Course) importer.Format {
	return importer.Format{Name: "made", Read: func(importer.Source) (*draft.Course, []draft.Loss, error) { return c, nil, nil }}
}

func asked(n int) *draft.Question {
	return &draft.Question{Prompt: fmt.Sprintf("What is %d?", n), Form: &draft.Typed{Answers: []draft.Accept{draft.Words("it")}}}
}

// TestLargePool: a pool that no file can hold becomes several, of which as many are
// picked together.
func TestLargePool(t *testing.T) {
	pool := &draft.Pool{Ref: "g", Title: "Group", Pick: 4, From: draft.Place{File: "q.xml", Line: 3}}
	for i := range 3200 {
		pool.Questions = append(pool.Questions, asked(i))
	}
	c := &draft.Course{Title: "T", Files: []*draft.File{{Title: "L", Blocks: []draft.Block{draft.Text{Markdown: "First."}, pool}}}}
	r, err := importer.Import{Format: made(c), Source: source("a", "b"), Dir: t.TempDir(), DryRun: true}.Run()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range c.Files {
		for _, b := range f.Blocks {
			if p, ok := b.(*draft.Pool); ok {
				got = append(got, fmt.Sprintf("%s: %s: %d of %d", f.Title, p.Title, p.Pick, len(p.Questions)))
			}
		}
	}
	const want = "L, part 2: Group: 1 of 1066; L, part 3: Group, part 2: 1 of 1067; L, part 4: Group, part 3: 2 of 1067"
	if strings.Join(got, "; ") != want || r.Questions != 3200 {
		t.Errorf("%s, %d questions", strings.Join(got, "; "), r.Questions)
	}
	if len(r.Losses) != 1 || r.Losses[0].Line != 3 || !strings.Contains(r.Losses[0].Why, "it became 3 groups") {
		t.Errorf("losses %+v", r.Losses)
	}
	for _, d := range r.Findings {
		if d.Severity == course.Error {
			t.Error(d)
		}
	}
}

// TestTooLarge: what no course can take is refused before it is made.
func TestTooLarge(t *testing.T) {
	lessons, questions, cards := &draft.Course{}, &draft.Course{Files: []*draft.File{{}}}, &draft.Course{Files: []*draft.File{{Kind: course.KindCards}}}
	for i := range 10_001 {
		lessons.Files = append(lessons.Files, &draft.File{Blocks: []draft.Block{asked(i)}})
	}
	for i := range 50_001 {
		questions.Files[0].Blocks = append(questions.Files[0].Blocks, asked(i))
	}
	for range 200_001 {
		cards.Files[0].Cards = append(cards.Files[0].Cards, &draft.Card{Front: "a", Back: "b"})
	}
	for says, c := range map[string]*draft.Course{
		"it holds 10001 lessons, and a course takes 10000 at most; divide the source": lessons,
		"it holds 50001 questions, and a course takes 50000 at most":                  questions,
		"it holds 200001 cards, and a course takes 200000 at most":                    cards,
	} {
		_, err := importer.Import{Format: made(c), Source: source("a", "b"), Dir: t.TempDir(), DryRun: true}.Run()
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
}
