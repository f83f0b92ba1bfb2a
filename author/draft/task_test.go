package draft_test

import (
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// TestTask: how a task and ways are written.
func TestTask(t *testing.T) {
	c := &draft.Course{Title: "Bread", Ways: []draft.Choice{{ID: "show", Text: "Show me"}, {ID: "what-lives-in-it", Text: "Tell me"}}, Files: []*draft.File{{
		Title: "Dough", Path: "dough.md",
		Blocks: []draft.Block{
			&draft.Task{
				Title: "Weigh it", Body: "# First\n\nTake *flour*.\n\n```check\n- ask: no\n```", Skills: []string{"scale"}, Minutes: 5, When: `pace == "fast"`,
				Checks: []draft.Check{
					{File: "recipe.txt", Expect: []draft.Expect{{Name: "contains", Value: "flour"}, {Name: "lines", Value: "3.."}}, Otherwise: "There is none."},
					{Run: `printf 'a  b'`, Expect: []draft.Expect{{Name: "exit", Value: "0"}}},
					{Ask: "Is it 500 g?"},
				},
				Hints: []string{"Empty the bowl."}, Why: "A cup is not exact.",
			},
			draft.Text{Markdown: "Go on."},
			&draft.Ways{List: []draft.Way{{Key: "show", Title: "A jar", Markdown: "Day one."}, {Title: "What lives in it", Markdown: "Yeast."}}},
		},
	}}}
	const want = `---
id: dough
title: Dough
---

### Task: Weigh it
<!-- id: weigh-it, skills: [scale], minutes: 5, when: pace == "fast" -->

#### First

Take *flour*.

` + "```text check\n- ask: no\n```" + `

` + "```check" + `
- file: recipe.txt
  expect: { contains: flour, lines: 3.. }
  otherwise: There is none.
- run: "printf 'a  b'"
  expect: { exit: 0 }
- ask: "Is it 500 g?"
` + "```" + `

> Hint: Empty the bowl.

> Why: A cup is not exact.

## Dough

Go on.

### Way: A jar
<!-- way: show -->

Day one.

### Way: What lives in it
<!-- way: what-lives-in-it -->

Yeast.
`
	got, w, diags := load(t, c)
	if text := string(w.Files["dough.md"]); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	for _, d := range diags {
		t.Errorf("%s", d)
	}
	if len(got.Ways) != 2 || got.Ways[0].ID != "show" {
		t.Errorf("ways %+v", got.Ways)
	}
}

// TestTaskGivesWay: a task with a rule that is none stays one, and what cannot be
// one is told.
func TestTaskGivesWay(t *testing.T) {
	for _, c := range []struct {
		name  string
		block draft.Block
		loss  string
		task  bool
	}{
		{"a rule", &draft.Task{Title: "A", When: "no rule -->"}, `the rule "no rule -->"`, true},
		{"a check", &draft.Task{Title: "A", Checks: []draft.Check{{Run: "true", Expect: []draft.Expect{{Name: "exit", Value: "0"}, {Name: "exit", Value: "1"}}}}}, `the task "A"`, true},
		{"a check of the folder as a file", &draft.Task{Title: "A", Checks: []draft.Check{{Ask: "Well?"}, {File: "./."}}}, `the check of the file "./."`, true},
		{"a check of a file elsewhere", &draft.Task{Title: "A", Checks: []draft.Check{{Ask: "Well?"}, {File: "../../etc/passwd"}}}, `the check of the file "../../etc/passwd"`, true},
		{"ways alike", &draft.Ways{List: []draft.Way{{Key: "a", Title: "One", Markdown: "1"}, {Key: "a", Title: "Two", Markdown: "2"}}}, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &draft.Course{Title: "T", Files: []*draft.File{{Title: "L", Blocks: []draft.Block{c.block}}}}
			w, diags, losses, err := d.Prove("t")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range diags {
				if d.Severity == course.Error {
					t.Errorf("%s\n%s", d, files(w))
				}
			}
			told := ""
			if len(losses) > 0 {
				told = losses[0].What
			}
			if told != c.loss {
				t.Errorf("told %q of %+v, want %q", told, losses, c.loss)
			}
			if _, task := d.Files[0].Blocks[0].(*draft.Task); task != c.task {
				t.Errorf("it became %T", d.Files[0].Blocks[0])
			}
		})
	}
}
