package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// load writes a draft and reads it as any course is read.
func load(t interface {
	Helper()
	Fatalf(string, ...any)
}, c *draft.Course) (*course.Course, draft.Written, []course.Diag) {
	t.Helper()
	w := c.Write()
	got, diags, err := course.Load(w.FS(), "made")
	if err != nil {
		t.Fatalf("loading: %v\n%s", err, files(w))
	}
	return got, w, diags
}

func files(w draft.Written) string {
	var b strings.Builder
	for name, data := range w.Files {
		fmt.Fprintf(&b, "-- %s --\n%q\n%s\n", name, data, data)
	}
	return b.String()
}

// TestAskedOnOneLine: a break of the line is a space in a prompt.
func TestAskedOnOneLine(t *testing.T) {
	for md, want := range map[string]string{
		draft.Plain("one\ntwo?"): "one two?|", draft.Plain("one\\\ntwo?"): `one\\ two?|`,
		"First.\n\nWhich?\n": "Which?|First.", "- a\n- b": "|- a\n- b", "Which?\n\n- a": "Which?|- a",
	} {
		prompt, body := draft.Asked(md)
		if got := prompt + "|" + body; got != want {
			t.Errorf("%q asks %q, want %q", md, got, want)
		}
	}
}

// TestReadsBack: whatever a text holds, what was drafted is what is loaded.
func TestReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &draft.Course{Title: hostile().Draw(t, "title")}
		f := &draft.File{Title: hostile().Draw(t, "lesson") + " t"}
		c.Files = append(c.Files, f)
		want := blocks(t, 4, true)
		f.Blocks = want
		got, w, diags := load(t, c)
		for _, d := range diags {
			if d.Severity == course.Error && !aboutAnswers(d.Code) {
				t.Fatalf("%s: %s\n%s", d.Pos.File, d.Msg, files(w))
			}
		}
		if diff := compare(want, got.Lessons[0].Blocks); diff != "" {
			t.Fatalf("%s\n%s", diff, files(w))
		}
	})
}
