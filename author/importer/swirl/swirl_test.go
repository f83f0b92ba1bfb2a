package swirl

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

func readFS(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return Format().Read(importer.Source{Name: "swirl", FS: source})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", readFS) }

func TestLooks(t *testing.T) {
	for name, source := range importtest.Sources(t) {
		if got := Format().Looks(importer.Source{FS: source}); got != (name == "console.txtar") {
			t.Errorf("%s looks like a course of swirl: %v", name, got)
		}
	}
	lesson := fstest.MapFS{"my.yaml": {Data: []byte("- Class: text\n  Output: Hi\n")}}
	one := importer.Source{Name: "my.yaml", FS: lesson, File: "my.yaml"}
	c, losses, err := Format().Read(one)
	if err != nil || len(losses) > 0 || len(c.Files) != 1 || !Format().Looks(one) {
		t.Errorf("one lesson gave %v, %v", losses, err)
	}
}

// TestCorpus imports a course of 241 commands to type and 9 lists to choose from.
// Two of the commands are skip(), which says nothing here.
func TestCorpus(t *testing.T) {
	c, losses := importtest.Corpus(t, readFS, "dev-swirl-tidy")
	if got := importtest.Counts(c); got != "20 lessons, 248 questions, 0 cards" {
		t.Error(got)
	}
	whole := 0
	for _, l := range losses {
		if l.What == "a question" {
			whole++
		}
		t.Logf("%s:%d: %s: %s", l.File, l.Line, l.What, l.Why)
	}
	if whole != 2 {
		t.Errorf("%d questions are lost", whole)
	}
	if got := c.Files[0].Title + ", " + c.Files[1].Title; got != "Overview, Introduction to tibbles" {
		t.Errorf("the lessons begin with %s", got)
	}
}

// TestHostile holds the time to the size of the text.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	question := "- Class: cmd_question\n  Output: o\n  CorrectAnswer: x\n  AnswerTests: "
	importtest.Hostile(t, readFS, "lesson.yaml", map[string]string{
		"answers":   question + "any_of_exprs('a'" + many(",'b c'", 20_000) + ")\n",
		"brackets":  question + "omnitest(correctExpr='" + many("(", 100_000) + "')\n",
		"tests":     question + many("f(x);", 20_000) + "\n",
		"lines":     "- Class: cmd_question\n  CorrectAnswer: |\n" + many("    a\n", 50_000),
		"choices":   "- Class: mult_question\n  Output: o\n  AnswerChoices: " + many("a;", 50_000) + "b\n  CorrectAnswer: b\n",
		"marks":     "- Class: text\n  Output: " + many("`a *b ", 50_000) + "\n",
		"questions": many(question+"omnitest('x')\n", 1_000),
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"- Class: text\n  Output: Hi\n", "- Class: cmd_question\n  Output: Add\n  CorrectAnswer: 1 + 1\n  AnswerTests: omnitest('1 + 1', 2)\n",
		"- Class: mult_question\n  AnswerChoices: a;b;c\n  CorrectAnswer: b\n  AnswerTests: omnitest(correctVal='c')\n  Hint: no\n",
		"- Class: text_question\n  CorrectAnswer: x\n  AnswerTests: val_matches('^[a(')\n", "- Class: exact_question\n  CorrectAnswer: 1e999\n",
		"- Class: cmd_question\n  AnswerTests: any_of_exprs('a\\'b', paste0('c', \"d\"), \n 'e')\n", "- {Class: range_question, CorrectAnswer: 1-2}",
		"- Class: figure\n  Output: o\n  Figure: ../../x.R\n- Class: video\n  VideoLink: https://example.org\n- Class: script\n  Script: a.R\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, lesson string) {
		importtest.Fuzz(t, readFS, fstest.MapFS{
			"MANIFEST": {Data: []byte("b\na\n")}, "a/lesson.yaml": {Data: []byte(lesson)}, "a/x.R": {Data: []byte(lesson)},
		})
	})
}
