package cohort_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
)

// drawShare is the file of a learner who did anything.
func drawShare(t *rapid.T, n int) cohort.Share {
	dice := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, fmt.Sprint(name, n)) }
	sh := cohort.Share{
		Format: cohort.Format, Version: cohort.Version, Course: cohort.Course{ID: "c", Title: "Course", Hash: fmt.Sprint("hash", dice("hash", 2))},
		Learner: fmt.Sprintf("pupil-%d", n), Events: n,
		Position: cohort.Position{Lesson: fmt.Sprint("lesson", dice("at", 3)), Item: "q0", Finished: dice("finished", 3) == 0, Last: "2026-01-01", Days: dice("days", 9)},
	}
	if dice("name", 3) == 0 {
		sh.Name = fmt.Sprintf("Name %d", n)
	}
	states := []string{"open", "begun", "done", "skipped", "off"}
	for i := range 4 {
		sh.Lessons = append(sh.Lessons, cohort.Lesson{ID: fmt.Sprint("lesson", i), State: states[dice("state", 4)], Minutes: float64(dice("minutes", 40))})
		sh.Skills = append(sh.Skills, cohort.Skill{ID: fmt.Sprint("skill", i), Mastery: float64(dice("mastery", 100)) / 100, Known: dice("known", 2) == 0, Answers: dice("answers", 2)})
	}
	for i := range 5 {
		it := cohort.Item{ID: fmt.Sprint("q", i), Rev: fmt.Sprint("rev", dice("rev", 1)), Lesson: "lesson0", Shown: dice("shown", 3) == 0}
		for range dice("tries", 3) {
			tr := cohort.Try{Outcome: "right", Where: "lesson", Hints: dice("hints", 1), Disputed: dice("disputed", 2) == 0}
			if dice("wrong", 1) == 0 {
				tr.Outcome, tr.Answer.Text, tr.Mixup = "wrong", fmt.Sprintf("answer-%d-", dice("answer", 5)), "m"
			}
			it.Tries = append(it.Tries, tr)
		}
		if len(it.Tries) > 0 {
			it.First = it.Tries[0].Outcome
		}
		sh.Items = append(sh.Items, it)
		if dice("detour", 1) == 0 {
			sh.Detours = append(sh.Detours, cohort.Detour{To: "lesson3", Item: it.ID, Rev: it.Rev, Mixup: "m", Taken: dice("taken", 2) > 0, Again: []string{"", "right", "wrong"}[dice("again", 2)]})
		}
	}
	return sh
}

// TestSmallGroupsAreHidden draws classes, and looks at all that is said of them:
// every number of learners is one that can be told, no two of them differ by a
// group that cannot, and no answer, version or name of a few is anywhere.
func TestSmallGroupsAreHidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 24).Draw(t, "learners")
		least := rapid.SampledFrom([]int{0, 1, 5, 7, 10}).Draw(t, "min")
		var files []cohort.File
		for i := range n {
			files = append(files, cohort.File{Name: fmt.Sprint(i), Share: drawShare(t, i)})
		}
		r := cohort.Fold(files, cohort.Options{Min: least, Today: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)})
		least = max(least, cohort.Least)
		var counts []int
		for _, c := range r.Courses {
			counts = append(counts, countsOf(c)...)
			if n < least && (len(c.Items)+len(c.Lessons)+len(c.Skills)+len(c.Positions)+len(c.Detours)+len(c.Versions) > 0 || c.Learners+c.Finished > 0) {
				t.Fatalf("%d learners are told of: %+v", n, c)
			}
			for _, it := range c.Items {
				checkItem(t, files, it, least)
			}
		}
		for i, a := range counts {
			if a%least != 0 {
				t.Fatalf("%d learners are told", a)
			}
			for _, b := range counts[:i] {
				if d := max(a-b, b-a); d > 0 && d < least {
					t.Fatalf("%d less %d learners gives away %d", a, b, d)
				}
			}
		}
		for _, out := range outputs(t, r) {
			for _, secret := range []string{"pupil-", "Name "} {
				if strings.Contains(out, secret) {
					t.Fatalf("%q is told:\n%s", secret, out)
				}
			}
			for a := range 6 {
				text := fmt.Sprintf("answer-%d-", a)
				if givers(files, "", "", text) < least && strings.Contains(out, text) {
					t.Fatalf("%s was given by too few:\n%s", text, out)
				}
			}
		}
	})
}

func outputs(t interface{ Fatal(...any) }, r cohort.Report) []string {
	var text, csv, html bytes.Buffer
	for _, err := range []error{r.WriteText(&text), r.WriteCSV(&csv), r.WriteHTML(&html)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return []string{text.String(), csv.String(), html.String(), string(data)}
}

// countsOf are all numbers of learners in a report.
func countsOf(c cohort.CourseReport) []int {
	list := []cohort.Count{c.Learners, c.Finished}
	for _, v := range c.Versions {
		list = append(list, v.Learners)
	}
	for _, p := range c.Positions {
		list = append(list, p.Here, p.Stuck, p.Idle)
	}
	for _, k := range c.Skills {
		list = append(list, k.Answered, k.Know)
	}
	for _, l := range c.Lessons {
		list = append(list, l.Met, l.Finished, l.Skipped)
	}
	for _, it := range c.Items {
		list = append(list, it.Answered, it.Hints, it.GaveUp)
		for _, w := range it.Wrong {
			list = append(list, w.Learners)
		}
		for _, d := range it.Disputes {
			list = append(list, d.Learners)
		}
	}
	for _, d := range c.Detours {
		list = append(list, d.Taken, d.Stayed)
	}
	var out []int
	for _, n := range list {
		out = append(out, int(n))
	}
	return out
}

// givers counts the learners who gave a text for an answer to a question; empty
// names take any.
func givers(files []cohort.File, id, rev, text string) int {
	n := 0
	for _, f := range files {
		if slices.ContainsFunc(f.Share.Items, func(it cohort.Item) bool {
			return (id == "" || it.ID == id && it.Rev == rev) && slices.ContainsFunc(it.Tries, func(tr cohort.Try) bool { return tr.Answer.Text == text })
		}) {
			n++
		}
	}
	return n
}

// checkItem counts again what is said of a question.
func checkItem(t *rapid.T, files []cohort.File, it cohort.ItemRow, least int) {
	right, wrong := 0, 0
	for _, f := range files {
		for _, have := range f.Share.Items {
			switch {
			case have.ID != it.ID || have.Rev != it.Rev:
			case have.First == string(course.Right):
				right++
			case have.First == string(course.Wrong):
				wrong++
			}
		}
	}
	if right+wrong < least || int(it.Answered) > right+wrong {
		t.Fatalf("%s was answered by %d: %+v", it.ID, right+wrong, it)
	}
	if small := min(right, wrong) < least; small && (it.Right != nil || it.Discrimination != nil) {
		t.Fatalf("%s: %d right and %d wrong are told: %+v", it.ID, right, wrong, it)
	}
	for _, w := range it.Wrong {
		if n := givers(files, it.ID, it.Rev, w.Answer); n < least || int(w.Learners) > n {
			t.Fatalf("%s: %q was given by %d: %+v", it.ID, w.Answer, n, w)
		}
	}
	for _, d := range it.Disputes {
		if n := givers(files, it.ID, it.Rev, d.Answer); n < least {
			t.Fatalf("%s: the dispute of %q by %d is told", it.ID, d.Answer, n)
		}
	}
}

// TestNames: rows of learners are those of learners with names, when they are
// asked for, and none where they would give the others away.
func TestNames(t *testing.T) {
	files := func(named, unnamed int) []cohort.File {
		var list []cohort.File
		for i := range named + unnamed {
			sh := cohort.Share{Course: cohort.Course{ID: "c"}, Learner: fmt.Sprint(i)}
			if i < named {
				sh.Name = fmt.Sprint("Name ", i)
			}
			list = append(list, cohort.File{Share: sh})
		}
		return list
	}
	for _, c := range []struct {
		named, unnamed, rows int
		asked, left          bool
	}{
		{6, 0, 6, true, false},
		{6, 5, 6, true, false},
		{6, 4, 0, true, true},
		{1, 1, 0, true, true},
		{2, 0, 2, true, false},
		{6, 5, 0, false, false},
	} {
		r := cohort.Fold(files(c.named, c.unnamed), cohort.Options{Named: c.asked}).Courses[0]
		if len(r.Named) != c.rows || r.Unnamed != c.left {
			t.Errorf("%+v: %d rows, left out: %v", c, len(r.Named), r.Unnamed)
		}
	}
}

// TestTheNewestCounts: of a learner's files, in whatever order they come.
func TestTheNewestCounts(t *testing.T) {
	file := func(name, learner, course string, events int, made string) cohort.File {
		return cohort.File{Name: name, Share: cohort.Share{Learner: learner, Course: cohort.Course{ID: course}, Events: events, Made: made}}
	}
	files := []cohort.File{
		file("a", "x", "c", 10, ""), file("b", "x", "c", 30, ""), file("c", "x", "c", 20, "2026-01-01"),
		file("d", "x", "other", 1, ""), file("e", "y", "c", 5, "2026-01-01"), file("f", "y", "c", 5, "2026-01-02"),
		file("g", "z", "c", 5, ""), file("h", "z", "c", 5, ""),
	}
	for range 2 {
		var got []string
		for _, f := range cohort.Newest(files) {
			got = append(got, f.Name)
		}
		if want := []string{"b", "f", "h", "d"}; !slices.Equal(got, want) {
			t.Errorf("what counts is %v, not %v", got, want)
		}
		slices.Reverse(files)
	}
}
