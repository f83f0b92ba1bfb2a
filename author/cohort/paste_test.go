package cohort_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
)

// TestLinesToPaste: where a line of a dispute is pasted below the answers of its
// question, the course takes the answer for right, or for wrong, and has no
// finding that it did not have.
func TestLinesToPaste(t *testing.T) {
	for _, q := range []struct{ answer, given string }{
		{"yeast", "the Yeast"},
		{"yeast", "yeast, of course"},
		{"yeast", "# yeast *and* [more](x) <b>"},
		{"yeast", `"yeast" and "water"`},
		{"`git init`", "git begin"},
		{"`git init`", "git `init` here"},
		{"`$ git init`", "$ git begin -b main"},
		{"`$ git init`", "git begin 'a b' \"c\""},
		{"42", "forty-two"},
	} {
		t.Run(q.answer+" "+q.given, func(t *testing.T) {
			load := func(more string) (*course.Question, []course.Diag) {
				text := fmt.Sprintf("# A\n\nText.\n\n### Question: What?\n<!-- id: what -->\n\n- Answer: %s\n%s", q.answer, more)
				c, diags, err := course.Load(fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\npath:\n  - a\n")}, "a.md": {Data: []byte(text)}}, "c")
				if err != nil {
					t.Fatal(err, diags)
				}
				var found *course.Question
				c.EachQuestion(func(x *course.Question) { found = x })
				return found, diags
			}
			before, findings := load("")
			var files []cohort.File
			for i := range 5 {
				files = append(files, cohort.File{Share: cohort.Share{Learner: fmt.Sprint(i), Course: cohort.Course{ID: "c"}, Items: []cohort.Item{{
					ID: "what", Rev: before.Rev, First: "wrong", Tries: []cohort.Try{{Answer: course.Answer{Text: q.given}, Outcome: "wrong", Disputed: i == 0}},
				}}}})
			}
			c, _, _ := course.Load(fstest.MapFS{
				"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\npath:\n  - a\n")},
				"a.md":        {Data: []byte("# A\n\nText.\n\n### Question: What?\n<!-- id: what -->\n\n- Answer: " + q.answer + "\n")},
			}, "c")
			d := cohort.Fold(files, cohort.Options{Course: c}).Courses[0].Items[0].Disputes
			if len(d) != 1 || len(d[0].Lines) != 2 {
				t.Fatalf("there is nothing to paste: %+v", d)
			}
			for i, want := range []course.Outcome{course.Right, course.Wrong} {
				after, diags := load(d[0].Lines[i] + "\n")
				if len(diags) > len(findings) {
					t.Errorf("%s has findings: %v", d[0].Lines[i], diags)
				}
				v, err := after.Grade(course.Answer{Text: q.given})
				if err != nil || v.Outcome != want {
					t.Errorf("%s makes of %q: %v, %v", d[0].Lines[i], q.given, v.Outcome, err)
				}
				if f := after.Form.(*course.Typed); len(f.Answers)+len(f.Not) != 2 || !strings.HasPrefix(d[0].Lines[i], "- ") {
					t.Errorf("%s states %+v and %+v", d[0].Lines[i], f.Answers, f.Not)
				}
			}
		})
	}
}
