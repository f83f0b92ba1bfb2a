package cohort_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
)

var update = flag.Bool("update", false, "rewrite what is expected")

const insight = "../../docs/authoring/insight.md"

var fence = regexp.MustCompile("(?ms)^```(?:\\w+ file=(\\S+)|text (output))\n(.*?)^```$")

// bread is the course of docs/authoring/insight.md, and the output there.
func bread(t testing.TB) (c *course.Course, page, output string) {
	t.Helper()
	data, err := os.ReadFile(insight)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, m := range fence.FindAllStringSubmatch(string(data), -1) {
		if m[2] == "" {
			files[m[1]] = &fstest.MapFile{Data: []byte(m[3])}
		} else {
			output = m[3]
		}
	}
	c, diags, err := course.Load(files, "bread")
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	return c, string(data), output
}

// bakers are the twenty-four of docs/authoring/insight.md: the first fourteen do
// well, the others do not.
func bakers(t testing.TB, c *course.Course) []cohort.File {
	t.Helper()
	revs := map[string]string{}
	c.EachQuestion(func(q *course.Question) { revs[q.ID] = q.Rev })
	var files []cohort.File
	for i := range 24 {
		good := i < 14
		sh := cohort.Share{
			Format: cohort.Format, Version: cohort.Version,
			Course:  cohort.Course{ID: c.ID, Title: c.Title, Version: "1.0.0", Hash: c.Hash},
			Learner: fmt.Sprintf("%012x", i*7919+1), Events: 40 + i,
			Position: cohort.Position{Lesson: "dough", Of: 1, Days: 1 + i%3, Minutes: 10 + float64(i%5)},
			Lessons:  []cohort.Lesson{{ID: "dough", State: "begun", Minutes: 9 + float64(i%5)}},
			Skills:   []cohort.Skill{}, Detours: []cohort.Detour{},
		}
		if i%12 == 0 {
			sh.Name = fmt.Sprintf("Baker %d", i)
		}
		try := func(outcome, text string, option bool) cohort.Try {
			tr := cohort.Try{Outcome: outcome, Where: "lesson", Minutes: 0.5 + float64(i%4)/10}
			if option {
				tr.Answer.Items = []string{text}
			} else {
				tr.Answer.Text = text
			}
			return tr
		}
		add := func(id string, tries ...cohort.Try) {
			sh.Items = append(sh.Items, cohort.Item{ID: id, Rev: revs[id], Lesson: "dough", First: tries[0].Outcome, Tries: tries})
		}
		grows := func() {
			miss := try("wrong", "Heat from the oven", true)
			miss.Mixup = "oven-grows"
			again := "right"
			if taken := i%2 == 0; !taken && i != 3 {
				again = "wrong"
			}
			add("grow", miss, try(again, map[string]string{"right": "Gas from the yeast", "wrong": "Its salt"}[again], true))
			sh.Detours = append(sh.Detours, cohort.Detour{To: "yeast", Item: "grow", Rev: revs["grow"], Mixup: "oven-grows", Taken: i%2 == 0, Again: again})
		}
		if good && i >= 4 {
			add("grow", try("right", "Gas from the yeast", true))
		} else {
			grows()
		}
		switch {
		case i%3 == 0:
			said := try("wrong", []string{"the yeast", "The yeast"}[i%2], false)
			said.Disputed = true
			add("gas", said, try("right", "yeast", false))
		case good:
			add("gas", try("right", "yeast", false))
		default:
			add("gas", try("wrong", "the oven", false), try("right", "yeast", false))
		}
		if good && i%5 != 0 {
			add("slow", try("wrong", "Salt", true), try("right", "Sugar", true))
		} else {
			add("slow", try("right", "Sugar", true))
		}
		if i < 20 {
			eats := try("right", "sugar", false)
			if !good || i == 2 {
				eats = try("wrong", fmt.Sprintf("answer %d", i), false)
				eats.Hints = 1
			}
			add("eats", eats)
			add("rises", try("right", "Somewhere warm", true))
			sh.Lessons[0].State, sh.Position.Finished, sh.Position.Done, sh.Position.Lesson = "done", true, 1, ""
		}
		files = append(files, cohort.File{Name: fmt.Sprintf("%02d.json", i), Share: again(t, sh)})
	}
	return files
}

func breadReport(t testing.TB) cohort.Report {
	c, _, _ := bread(t)
	return cohort.Fold(bakers(t, c), cohort.Options{Course: c, Today: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)})
}

// TestDocumented holds docs/authoring/insight.md to what is printed.
func TestDocumented(t *testing.T) {
	_, page, want := bread(t)
	var got bytes.Buffer
	if err := breadReport(t).WriteText(&got); err != nil {
		t.Fatal(err)
	}
	if got.String() == want {
		return
	}
	if *update {
		before, after, _ := strings.Cut(page, "```text output\n"+want)
		if err := os.WriteFile(insight, []byte(before+"```text output\n"+got.String()+after), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("printed is\n%s\nthe page says\n%s", got.String(), want)
}

// TestFormats compares each format with what it was.
func TestFormats(t *testing.T) {
	r := breadReport(t)
	for name, write := range map[string]func(*bytes.Buffer) error{
		"bread.json": func(b *bytes.Buffer) error { return writeJSON(b, r) },
		"bread.csv":  func(b *bytes.Buffer) error { return r.WriteCSV(b) },
		"bread.html": func(b *bytes.Buffer) error { return r.WriteHTML(b) },
	} {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.MkdirAll("testdata", 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Errorf("%s is otherwise now:\n%s", name, got.String())
		}
	}
}
