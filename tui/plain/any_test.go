package plain_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/words"
)

const everyPath = `format: 1
id: test
title: Every form
placement: placement.md
skills:
  one: { title: Several }
  two: { title: Other, needs: [one] }
path: [lessons/01-one.md, lessons/02-two.md]
`

const everyForm = `# Every form

A page.

### Question: One?
<!-- id: yes-or-no -->

- [x] yes
- [ ] no

### Question: Several?
<!-- id: several -->

- [x] red
- [x] blue
- [ ] bread

> Hint: Colours.

### Question: Typed?
<!-- id: typed -->

- Answer: 12 kg

### Question: Order?
<!-- id: order -->

1. first
2. second
3. third

### Question: Match?
<!-- id: match -->

| a | b |
|---|---|
| x | y |
| v | w |

### Question: Blanks?
<!-- id: blanks -->

It is [[red]] or [[blue]].

### Task: Do it
<!-- id: do -->

Now.

` + "```check\n- run: test -f done\n- ask: Did you?\n- ask: What?\n  expect: { contains: red }\n```" + `

### Question: What prints 2?
<!-- id: code -->

` + "```sh start\necho 1\n```\n\n```sh test\n[ \"$(sh ./answer.sh)\" = 2 ]\n```" + `

### Ask: What did you notice?
<!-- id: notice -->

## Extra: More

More of it.
`

// TestAnyLines types whatever comes: nothing panics, and what is told keeps to
// the promises.
func TestAnyLines(t *testing.T) {
	files := fstest.MapFS{
		"course.yaml":       {Data: []byte(everyPath)},
		"placement.md":      {Data: []byte("---\nid: place\nkind: placement\n---\n# Before\n\n### Question: Before?\n<!-- skill: one -->\n\n- Answer: red\n")},
		"cards.md":          {Data: []byte("---\nkind: cards\n---\n<!-- after: one, skill: one -->\n\nQ: Front?\nA: Back.\n")},
		"glossary.md":       {Data: []byte("---\nkind: glossary\n---\nTerm\n: Meaning.\n")},
		"lessons/01-one.md": {Data: []byte("---\nid: one\nskills: [one]\nminutes: 60\n---\n" + everyForm)},
		"lessons/02-two.md": {Data: []byte("---\nid: two\nskills: [two]\nminutes: 60\n---\n# Two\n\nThe end.\n\n### Question: Two?\n\n- Answer: red\n")},
	}
	line := rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "", "", "1", "2", "1 2", "1 2 3", "a b", "b a", "yes", "no", "done", "red", "blue", "12", "red | blue",
			":check", ":check", ":shell", ":fresh", ":output", ":edit", ":hint", ":show", ":skip", ":right x", ":stay", ":send", ":back", ":way", ":undo", ":leave", ":again", ":why",
			":reread", ":reread 1", ":outline", ":open 1", ":open 2", ":open several", ":open several", ":open typed", ":open order", ":open match",
			":open blanks", ":open do", ":open code", ":open notice", "2", "bread", ":redo 1", ":choices", ":set pace fast",
			":set", ":help", ":dontknow", ":quit", ":today", ":review", ":review spare", ":review 5", ":review 2",
			":review Several", ":review two", ":map one", ":map two", ":plan 1", ":plan 2", ":plan 3", "easy", ":why all", ":else 1", ":else 2", ":else 3", ":map", ":insights", ":plan", ":rest", ":harder", ":easier", ":explain",
			":set days mon fri", ":set until 2026-06-01", ":set until none", ":set sure thorough", "3", "new", "some", "::quit", ":",
		}),
		rapid.String(),
		rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) }),
	)
	c, data := newLearner(t, files).course, t.TempDir()
	refused := words.English().Errors.NotNow
	rapid.Check(t, func(r *rapid.T) {
		l := newPupilOf(t, c)
		l.files, l.data = files, data
		l.passFirstQuestions()
		for range 3 {
			input := ""
			for _, typed := range rapid.SliceOfN(line, 0, 40).Draw(r, "lines") {
				input += typed + "\n"
			}
			*l.later += 24 * time.Hour * time.Duration(rapid.IntRange(0, 9).Draw(r, "days"))
			l.there, l.never = rapid.Bool().Draw(r, "there"), rapid.Bool().Draw(r, "never")
			l.pace = time.Minute * time.Duration(rapid.IntRange(0, 3).Draw(r, "minutes a line"))
			got := l.talk(input)
			tidy(r, got)
			if strings.Contains(got, refused) {
				r.Errorf("a command was offered that the engine refuses; the dialogue:\n%s", got)
			}
		}
	})
}
