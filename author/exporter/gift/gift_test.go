package gift_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/gift"
	"github.com/cairn-learn/cairn/author/exporter/internal/tried"
	from "github.com/cairn-learn/cairn/author/importer/gift"
	"github.com/cairn-learn/cairn/course"
)

func written(t testing.TB, src exporter.Source) exporter.Written {
	t.Helper()
	w, err := gift.Format().Write(src)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestEvery: testdata holds what a course with every form becomes, and what was
// lost of it.
func TestEvery(t *testing.T) {
	w := written(t, tried.Every(t))
	tried.Golden(t, "every.gift", w.Data)
	tried.Golden(t, "every.losses", tried.Losses(w.Losses))
}

// changed reports whether GIFT says a question otherwise, as the losses tell.
func changed(q *course.Question) bool {
	switch f := q.Form.(type) {
	case *course.Order, *course.Blanks:
		return true
	case *course.Typed:
		for _, list := range [][]course.Accept{f.Answers, f.Close, f.Not} {
			for _, a := range list {
				if a.Kind == course.AnswerPattern || a.Low != a.High || a.Unit != "" || strings.Contains(a.Text, "->") {
					return true
				}
			}
		}
	case *course.Options, *course.Match:
	}
	return false
}

// hasCode reports whether an answer is compared as code, which GIFT cannot say.
func hasCode(q *course.Question) bool {
	f, ok := q.Form.(*course.Typed)
	return ok && slices.ContainsFunc(f.Answers, func(a course.Accept) bool { return a.Kind == course.AnswerShell || a.Kind == course.AnswerCode })
}

// TestRoundTrip imports what was exported: the same questions come back, those aside
// that GIFT says otherwise.
func TestRoundTrip(t *testing.T) {
	for name, src := range map[string]exporter.Source{"every": tried.Every(t), "git": tried.BuiltIn(t, "git"), "go": tried.BuiltIn(t, "go"), "welcome": tried.BuiltIn(t, "welcome"), "write-a-course": tried.BuiltIn(t, "write-a-course")} {
		w := written(t, src)
		c, _ := tried.Import(t, from.Format(), "questions.gift", w.Data)
		got, same := tried.Questions(c), 0
		for id, q := range tried.Questions(src.Course) {
			if changed(q) {
				continue
			}
			back := got[id]
			if back == nil && hasCode(q) { // as words, two of its answers are the same
				continue
			}
			if back == nil {
				t.Errorf("%s: the question %s does not come back", name, id)
				continue
			}
			if a, b := tried.Said(back), tried.Said(q); a != b {
				t.Errorf("%s: %s comes back as\n%s\nand was\n%s", name, id, a, b)
			}
			same++
		}
		if same == 0 {
			t.Errorf("%s: nothing was compared", name)
		}
	}
}

// TestAnyText: whatever a question says, it comes back the same. The words are made of
// what means something in GIFT and in Markdown.
func TestAnyText(t *testing.T) {
	signs := []string{"a", "b c", "~", "=", "#", "##", "{", "}", ":", "::", "\\", "\\n", "->", "%50%", "*", "//", "$CATEGORY:", "[html]", "[[x]]", "<b>", "&amp;", "`", "é", "T", "FALSE", "|"}
	rapid.Check(t, func(r *rapid.T) {
		text := func(name string) string {
			return "w " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(signs), 1, 6).Draw(r, name), " ")
		}
		begin := rapid.SampledFrom([]string{"", "%50%", "[html]", "//", "=", "x"}).Draw(r, "begin")
		d := &draft.Course{Title: "Course", Files: []*draft.File{{Title: "One / two", Blocks: []draft.Block{
			&draft.Question{ID: "choose", Prompt: draft.Plain(text("prompt")), Why: draft.Plain(text("why")), Form: &draft.Options{List: []draft.Option{
				{Text: draft.Plain(begin + text("right")), Right: true, Reply: draft.Reply{Text: draft.Plain(text("praise"))}}, {Text: "wrong 1"}, {Text: "wrong 2"},
			}}},
			&draft.Question{ID: "type", Prompt: draft.Plain(text("asked")), Form: &draft.Typed{
				Answers: []draft.Accept{draft.Words(strings.ReplaceAll(begin+text("answer"), "->", "-"))}, Otherwise: draft.Reply{Text: draft.Plain(text("otherwise"))},
			}},
		}}}}
		w, _, _, err := d.Prove("course")
		if err != nil {
			r.Fatal(err)
		}
		src := tried.Load(t, w.FS(), "course")
		c, _ := tried.Import(t, from.Format(), "questions.gift", written(t, src).Data)
		got := tried.Questions(c)
		for id, q := range tried.Questions(src.Course) {
			if got[id] == nil || tried.Said(got[id]) != tried.Said(q) {
				r.Fatalf("%s was\n%s\nand comes back as\n%+v\nof\n%s", id, tried.Said(q), got[id], written(t, src).Data)
			}
		}
	})
}

// TestSeveralMayBeChosen: that several may be chosen comes back, also where one is right.
func TestSeveralMayBeChosen(t *testing.T) {
	src := tried.Load(t, fstest.MapFS{"one.md": &fstest.MapFile{Data: []byte("# One\n\n### Question: Which of these rises?\n<!-- id: rises, pick: many -->\n\n- [x] Bread\n- [ ] A stone\n")}}, "course")
	c, _ := tried.Import(t, from.Format(), "questions.gift", written(t, src).Data)
	if got, want := tried.Said(tried.Questions(c)["rises"]), tried.Said(tried.Questions(src.Course)["rises"]); got != want {
		t.Errorf("it comes back as\n%s\nand was\n%s", got, want)
	}
}
