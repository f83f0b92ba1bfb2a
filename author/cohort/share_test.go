package cohort_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

func writeJSON(b *bytes.Buffer, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	b.Write(append(data, '\n'))
	return err
}

// TestShareIsDocumented holds docs/share-json.md to the fields of a file: each
// has its row, in order, and no other has.
func TestShareIsDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/share-json.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(string(doc)) {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "`"); ok && strings.HasPrefix(line, "| `") {
			rows = append(rows, name)
		}
	}
	if want := cohort.Fields(); !slices.Equal(rows, want) {
		t.Errorf("docs/share-json.md has the fields\n%v\nfiles have\n%v", rows, want)
	}
	_, example, _ := strings.Cut(string(doc), "```json\n")
	example, _, _ = strings.Cut(example, "```\n")
	s, err := cohort.Read([]byte(example))
	if err != nil {
		t.Fatalf("the example is not read: %v", err)
	}
	data, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != example {
		t.Errorf("the example, written again, is\n%s", data)
	}
}

// learner goes some steps through the course on Git, writing in every field that
// takes words.
func learner(t *testing.T, c *course.Course, secret string) *learn.Session {
	t.Helper()
	now := time.Date(2026, 3, 2, 18, 31, 47, 0, time.UTC)
	s, err := learn.Open(c, learn.Deps{Log: learn.NewMemory(func() time.Time { return now }), Now: func() time.Time { return now }, Source: "/home/" + secret})
	if err != nil {
		t.Fatal(err)
	}
	do := func(a learn.Action) { _, _ = s.Do(a) } // some are not now
	for range 80 {
		now = now.Add(47 * time.Second)
		switch st := s.Step().(type) {
		case learn.Asking:
			a := course.Answer{Text: secret}
			if len(st.Ask.Options) > 0 {
				a = course.Answer{Items: []string{st.Ask.Options[0].ID}}
			}
			do(learn.Submit{Answer: a})
			do(learn.Continue{})
		case learn.Offer:
			do(learn.Decline{})
		case learn.Planning:
			do(learn.Skip{})
		case learn.Answering:
			list := walk.Mistakes(st.Question)
			do(learn.Submit{Answer: list[0]})
		case learn.Feedback:
			do(learn.Dispute{Note: secret})
			do(learn.Continue{})
		default:
			do(learn.Continue{})
		}
	}
	return s
}

// TestWhatIsNotShared: nothing of what a learner wrote beside answers, of when
// and of where is in a file that they did not ask to have it in.
func TestWhatIsNotShared(t *testing.T) {
	const secret = "between-me-and-me"
	s := learner(t, gitCourse(t), secret)
	if _, err := s.Do(learn.AddNote{Text: secret}); err != nil {
		t.Fatal(err)
	}
	data, err := cohort.Of(s, cohort.Terms{}).JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{secret, "memory", "18:", "2026-", `"name"`, `"made"`, `"date"`, `"last"`, `"finished": "`, "reflections"} {
		if strings.Contains(string(data), never) {
			t.Errorf("%q is in the file:\n%s", never, data)
		}
	}
	if !strings.Contains(string(data), `"disputed": true`) {
		t.Error("no dispute is in the file")
	}
	all, err := cohort.Of(s, cohort.Terms{Name: "Ada", Dates: true, Today: time.Date(2026, 5, 1, 9, 8, 7, 0, time.UTC)}).JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, there := range []string{`"name": "Ada"`, `"made": "2026-05-01"`, `"last": "2026-03-02"`, `"date": "2026-03-02"`} {
		if !strings.Contains(string(all), there) {
			t.Errorf("%s is not in the file", there)
		}
	}
	if strings.Contains(string(all), "18:") || strings.Contains(string(all), "09:08") || strings.Contains(string(all), secret) {
		t.Error("a time of day or a secret is in the file")
	}
}

// TestTheListIsTheFile: what a learner is told is in the file is what is in it.
func TestTheListIsTheFile(t *testing.T) {
	s := learner(t, gitCourse(t), "words of my own")
	for _, terms := range []cohort.Terms{{}, {Name: "Ada"}, {Dates: true, Today: time.Now()}, {Reflections: true}, {Name: "Ada", Dates: true, Today: time.Now(), Reflections: true}} {
		in, out := terms.Fields()
		if got := append(slices.Clone(in), out...); len(got) != len(cohort.Fields()) {
			t.Fatalf("%d fields are told, not %d", len(got), len(cohort.Fields()))
		}
		data, err := cohort.Of(s, terms).JSON()
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		paths(v, "", found)
		for f := range found {
			if strings.HasPrefix(f, "items.tries.answer.") {
				f = "items.tries.answer"
			}
			if !slices.Contains(in, f) {
				t.Errorf("%+v: %s is in the file and was not told", terms, f)
			}
		}
		for _, f := range out {
			if found[f] {
				t.Errorf("%+v: %s is in the file", terms, f)
			}
		}
	}
}

// paths collects the names of what stands in JSON.
func paths(v any, in string, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			paths(x, in+k+".", found)
		}
	case []any:
		for _, x := range v {
			paths(x, in, found)
		}
	default:
		found[strings.TrimSuffix(in, ".")] = true
	}
}
