package plain_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/courses"
)

// TestCoursesCanBeTakenByScript takes courses to their end with answers from a
// file. They are texts and not numbers, so that it does not matter in which
// order they are told. With -update the answers are written anew.
func TestCoursesCanBeTakenByScript(t *testing.T) {
	for _, name := range scripted() {
		t.Run(name, func(t *testing.T) {
			c := loaded(t, name)
			file := filepath.Join("testdata", "answers", name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(answersTo(t, c)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			answers, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			l := newPupilOf(t, c)
			got := l.talk(string(answers))
			tidy(t, got)
			if !strings.HasSuffix(got, "\n= finished\n") {
				t.Errorf("the course was not finished; the end of the dialogue:\n%s", got[max(0, len(got)-3000):])
			}
			for _, refusal := range []string{"is not among", "was not taken", "Nothing was typed", "not possible", "Not right."} {
				if at := strings.Index(got, refusal); at >= 0 {
					t.Errorf("%q was said:\n%s", refusal, got[max(0, at-800):at+len(refusal)])
				}
			}
		})
	}
}

// scripted names the courses that there are answers to: the built-in ones, and
// the one that pictures of the screen are taken of.
func scripted() []string { return []string{"welcome", "git", "shell", "go", "showcase"} }

func loaded(t *testing.T, name string) *course.Course {
	t.Helper()
	files := os.DirFS(filepath.FromSlash("../../docs/shots/course"))
	if name != "showcase" {
		var err error
		if files, err = fs.Sub(courses.FS(), name); err != nil {
			t.Fatal(err)
		}
	}
	c, _, err := course.Load(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// answersTo writes down what a learner types who knows every answer, wants
// everything and takes every offer.
func answersTo(t *testing.T, c *course.Course) string {
	s, err := learn.Open(c, learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	const most = 5000
	for range most {
		if _, done := s.Step().(learn.Finished); done {
			return b.String()
		}
		line, action := knowing(t, s.Step())
		b.WriteString(line + "\n")
		if _, err := s.Do(action); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	t.Fatal("the course does not end")
	return ""
}

// knowing is what is typed at a step, and the action it should come to.
func knowing(t *testing.T, st learn.Step) (string, learn.Action) {
	submit := func(a course.Answer) learn.Action { return learn.Submit{Answer: a} }
	switch st := st.(type) {
	case learn.Asking:
		switch {
		case st.Answered:
			return "", learn.Continue{}
		case len(st.Ask.Options) == 0:
			return "To walk without a map.", submit(course.Answer{Text: "To walk without a map."})
		}
		id := st.Ask.Options[0].ID
		for _, o := range st.Ask.Options { // what leads past the most lessons
			if o.ID == "interview" || o.ID == "new" || o.ID == "relaxed" {
				id = o.ID
			}
		}
		return id, submit(course.Answer{Items: []string{id}})
	case learn.Offer:
		return "yes", learn.Accept{}
	case learn.Planning, learn.Closing:
		return ":skip", learn.Skip{}
	case learn.Placed:
		return "yes", learn.Accept{}
	case learn.Recalling:
		return "\nyes", learn.Judge{Knew: learn.KnewIt}
	case learn.Choosing:
		var a course.Answer
		var titles []string
		for _, l := range st.Choose.From[:st.Choose.Pick] {
			a.Items, titles = append(a.Items, l.ID), append(titles, l.Title)
		}
		return strings.Join(titles, " | "), submit(a)
	case learn.Doing:
		return "done", learn.Continue{}
	case learn.Answering:
		if st.AskSure && st.Question.Confidence == course.ConfidenceAlways {
			st.AskSure = false
			line, action := knowing(t, st)
			return line + "\n2", learn.Submit{Answer: action.(learn.Submit).Answer, Confidence: 2}
		}
		a := st.Question.Solution()
		switch st.Question.Form.(type) {
		case *course.Blanks:
			return strings.Join(a.Items, "\n"), submit(a)
		case *course.Typed:
			if strings.HasPrefix(a.Text, ":") {
				return ":" + a.Text, submit(a)
			}
			return a.Text, submit(a)
		}
		return strings.Join(a.Items, " | "), submit(a)
	case learn.Reading, learn.Feedback, learn.Summary, learn.Reviewed, learn.Finished:
	}
	return "", learn.Continue{}
}
