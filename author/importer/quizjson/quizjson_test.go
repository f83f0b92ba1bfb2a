package quizjson

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

func readFS(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return Format().Read(importer.Source{Name: "quiz", FS: source})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", readFS) }

// TestForms reads one question in each of the forms that are known.
func TestForms(t *testing.T) {
	for _, tt := range []struct{ json, want string }{
		{`{"question":"Q","options":["a","b","c"],"answer":"b"}`, "Q: a *b c"},
		{`{"question":"Q","options":["a","b","c"],"answer":"B"}`, "Q: a *b c"},
		{`{"question":"Q","options":["x","y","z"],"answer":"B"}`, "Q: x *y z"},
		{`{"question":"Q","choices":["a","b","c"],"correctIndex":0}`, "Q: *a b c"},
		{`[{"question":"Q","choices":["a","b"],"answer":2},{"question":"R","choices":["a","b"],"answer":1}]`, "Q: a *b | R: *a b"},
		{`[{"question":"Q","choices":["a","b"],"answer":1},{"question":"R","choices":["a","b"],"answer":0},{"question":"S","choices":["a","b"],"answer":2}]`,
			"Q: a *b; R: *a b; lost: it is none of the options; lost: its answer is none of its options"},
		{`{"question":"Q","answers":["7","8","9"],"correct":8}`, "Q: 7 *8 9"},
		{`{"question":"Q","options":["a","b","c"],"correct_answers":["a","c"]}`, "Q: *a b *c"},
		{`{"question":"Q","options":["a","b","c"],"correctIndices":[1,2]}`, "Q: a *b *c"},
		{`{"questionText":"Q","answerOptions":[{"answerText":"a","isCorrect":"true"},{"answerText":"b","isCorrect":"false"}]}`, "Q: *a b"},
		{`{"questionText":"Q","answerOptions":[{"answerText":"a","isCorrect":false},{"answerText":"b","isCorrect":true}]}`, "Q: a *b"},
		{`{"text":"Q","options":[{"id":"a","text":"x"},{"id":"b","text":"y"}],"correctOption":"b"}`, "Q: x *y"},
		{`{"question":"Q","options":{"a":"x","b":"y"},"answer":"a"}`, "Q: *x y"},
		{`{"question":"Q","answers":{"answer_a":"x","answer_b":"y","answer_c":null},"correct_answers":{"answer_a_correct":"false","answer_b_correct":"true"}}`, "Q: x *y"},
		{`{"question":"Q &quot;x&quot;","correct_answer":"a","incorrect_answers":["b","c"]}`, `Q "x": *a b c`},
		{`{"question":"Q","options":[{"text":"a","fraction":100},{"text":"b","fraction":0}]}`, "Q: *a b"},
		{`{"question":"Q","answer":true}`, "Q: *True False"},
		{`{"question":"Q","answer":"false"}`, "Q: True *False"},
		{`{"question":"Q","answer":"Paris"}`, "Q = Paris"},
		{`{"question":"Q","acceptedAnswers":["Paris","Lutetia"]}`, "Q = Paris, Lutetia"},
		{`{"question":"Q","answer":42}`, "Q = 42"},
		{`{"question":"Q","options":["a","b"]}`, "lost: nothing says which of its options is right"},
		{`{"question":"Q","options":["a","b"],"answer":"c d"}`, "lost: it is none of the options; lost: its answer is none of its options"},
		{`{"question":"Q","pairs":[["a","b"]]}`, "lost: it has none of the forms that are known: see the manual for them"},
		{`{"question":"Q","options":["a"],"answer":"a"}`, "lost: none of its options is right, or there is only one"},
	} {
		c, losses, err := readFS(fstest.MapFS{"quiz.json": {Data: []byte(tt.json)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := said(c, losses); got != tt.want {
			t.Errorf("%s\n is  %s\nnot %s", tt.json, got, tt.want)
		}
	}
}

// said tells questions in a line: the options with a star before the right ones.
func said(c *draft.Course, losses []draft.Loss) string {
	var out []string
	for _, f := range c.Files {
		for _, b := range f.Blocks {
			q := b.(*draft.Question)
			var words []string
			switch form := q.Form.(type) {
			case *draft.Options:
				for _, o := range form.List {
					star := ""
					if o.Right {
						star = "*"
					}
					words = append(words, star+o.Text)
				}
				out = append(out, q.Prompt+": "+strings.Join(words, " "))
			case *draft.Typed:
				for _, a := range form.Answers {
					word := a.Text
					if a.Text == "" {
						word = fmt.Sprint(a.Low)
					}
					words = append(words, word)
				}
				out = append(out, q.Prompt+" = "+strings.Join(words, ", "))
			}
		}
	}
	if len(losses) == 0 {
		return strings.Join(out, " | ")
	}
	for _, l := range losses {
		out = append(out, "lost: "+l.Why)
	}
	return strings.Join(out, "; ")
}

// TestCorpus imports 48 quizzes of three questions each, which stand there in four
// languages.
func TestCorpus(t *testing.T) {
	c, losses := importtest.Corpus(t, readFS, "dev-webdev-beginners")
	if got := importtest.Counts(c); got != "48 lessons, 144 questions, 0 cards" {
		t.Error(got)
	}
	if c.Title != "Web Development for Beginners: Quizzes" || c.Language != "en" {
		t.Errorf("the course is %q in %q", c.Title, c.Language)
	}
	for _, l := range losses {
		t.Logf("%s:%d: %s: %s", l.File, l.Line, l.What, l.Why)
	}
	if len(losses) != 4 { // three languages, and a file about the corpus
		t.Errorf("%d losses", len(losses))
	}
}

// TestHostile holds the time to the size of the text.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	importtest.Hostile(t, readFS, "quiz.json", map[string]string{
		"deep":          many("[", 500_000),
		"deep objects":  many(`{"a":`, 500_000),
		"nested":        many(`{"a":[`, 18) + many(`{"question":"Q","answer":1},`, 3_000) + "0" + many("]}", 18),
		"many keys":     `{"question":"Q",` + many(`"k":[],`, 200_000) + `"answer":"x"}`,
		"many options":  `{"question":"Q","options":["a"` + many(`,"a"`, 50_000) + `],"answer":"a"}`,
		"many answers":  `{"question":"Q","options":["a","b"],"answer":[1` + many(`,9`, 200_000) + `]}`,
		"many lists":    `{` + many(`"x":[{"question":"Q","answer":1}],`, 2_000) + `"y":1}`,
		"a long prompt": `{"question":"` + many("`a*", 500_000) + `","answer":1}`,
		"much HTML":     `{"question":"` + many("<b>&quot;</b>", 100_000) + `","answer":1}`,
		"closing tags":  `{"question":"` + many("</b>", 100_000) + `","answer":1}`,
		"many values":   many("1 ", 1_500_000),
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`[{"title":"T","quizzes":[{"id":1,"quiz":[{"questionText":"<b>Q</b>","answerOptions":[{"answerText":"a","isCorrect":"true"},{"answerText":"b"}]}]}]}]`,
		`{"a":[{"question":"Q\n` + "```" + `","options":["a","b"],"answer":1,"explanation":"e","hint":["h"]}],"b":{"q":"x","answer":1e999}}`,
		`{"question":"Q"}{"question":"R","correct_answer":"x","incorrect_answers":["y"]}`, `[[[[`, `{"question":"Q","answers":{"a":"b"},"correct_answers":{"a_correct":1}}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		importtest.Fuzz(t, readFS, fstest.MapFS{"quiz.json": {Data: []byte(text)}})
	})
}
