package learn_test

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// learner is a person in front of a course.
type learner struct {
	t      *testing.T
	parts  []txtar.File // of the script: the course and what its author changes
	files  fstest.MapFS
	course *course.Course
	log    *learn.Memory
	clock  time.Time
	thinks time.Duration // before each thing done
	s      *learn.Session
}

func newLearner(t *testing.T, parts []txtar.File) *learner {
	t.Helper()
	l := &learner{t: t, parts: parts, files: fstest.MapFS{}, clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), thinks: 20 * time.Second}
	l.log = learn.NewMemory(l.now)
	for _, f := range parts {
		if changed(f.Name) == "" {
			l.files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	l.course = load(t, l.files)
	l.open()
	return l
}

// changed is the name of the change that a part of a script belongs to; empty:
// it is of the course as it was first.
func changed(part string) string {
	name, _, found := strings.Cut(part, "/")
	if !found || name != strings.ToUpper(name) {
		return ""
	}
	return name
}

// edit puts what an author changed in the place of what the learner has.
func (l *learner) edit(name string) {
	l.t.Helper()
	found := false
	for _, f := range l.parts {
		if name == "" || changed(f.Name) != name {
			continue
		}
		found = true
		file := strings.TrimPrefix(f.Name, name+"/")
		if delete(l.files, file); len(f.Data) > 0 {
			l.files[file] = &fstest.MapFile{Data: f.Data}
		}
	}
	if !found {
		l.t.Fatalf("there is no change %q", name)
	}
	l.course = load(l.t, l.files)
}

// load reads a course that must have no error.
func load(t *testing.T, files fstest.MapFS) *course.Course {
	t.Helper()
	c, diags, err := course.Load(files, "test")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("the course: %s", d)
		}
	}
	return c
}

func (l *learner) now() time.Time { return l.clock }

func (l *learner) open() {
	l.t.Helper()
	s, err := learn.Open(l.course, learn.Deps{Log: l.log, Now: l.now, Seed: 7})
	if err != nil {
		l.t.Fatal(err)
	}
	l.s = s
}

func (l *learner) action(verb, arg string) learn.Action {
	switch verb {
	case "continue":
		return learn.Continue{}
	case "pick":
		return learn.Submit{Answer: course.Answer{Items: strings.Split(arg, " | ")}}
	case "type":
		return learn.Submit{Answer: course.Answer{Text: arg}}
	case "right":
		st, ok := l.s.Step().(learn.Answering)
		if !ok {
			l.t.Fatalf("a right answer where there is no question: %s", describe(l.s))
		}
		return learn.Submit{Answer: st.Question.Solution()}
	case "wrong":
		st, ok := l.s.Step().(learn.Answering)
		if !ok {
			l.t.Fatalf("a wrong answer where there is no question: %s", describe(l.s))
		}
		return learn.Submit{Answer: wrong(st.Question)}
	case "check", "save": // what came of each check, and what they kept
		letters, kept, found := strings.Cut(arg, " ")
		a := learn.Checked{Saved: verb == "save"}
		for _, letter := range letters {
			a.Held = append(a.Held, letter == '+')
		}
		if name, value, ok := strings.Cut(kept, "="); found && ok {
			a.Values = map[string]string{name: value}
		}
		return a
	case "known": // of the skills that a placement test found
		return learn.Submit{Answer: course.Answer{Items: strings.Fields(arg)}}
	case "sure":
		level, text, _ := strings.Cut(arg, " ")
		n, err := strconv.Atoi(level)
		if err != nil {
			l.t.Fatalf("how sure? %v", err)
		}
		return learn.Submit{Answer: course.Answer{Text: text}, Confidence: n}
	case "dont-know":
		return learn.Submit{Answer: course.Answer{DontKnow: true}}
	case "hint":
		return learn.Hint{}
	case "show":
		return learn.ShowAnswer{}
	case "skip":
		return learn.Skip{}
	case "review":
		return l.review(arg)
	case "judge":
		return learn.Judge{Knew: learn.Knew(arg)}
	case "harder":
		return learn.Harder{}
	case "easier":
		return learn.Easier{}
	case "explain":
		return learn.Explain{}
	case "rest":
		return learn.Rest{}
	case "skip-lesson":
		return learn.SkipLesson{}
	case "yes":
		return learn.Accept{}
	case "no":
		return learn.Decline{}
	case "dispute":
		return learn.Dispute{Note: arg}
	case "goto":
		return learn.GoTo{ID: arg}
	case "redo":
		return learn.Redo{ID: arg}
	case "undo":
		return learn.Undo{}
	case "reset":
		what, id, _ := strings.Cut(arg, " ")
		return learn.Reset{What: learn.ResetKind(what), ID: id}
	case "undo-reset":
		return learn.UndoReset{ID: arg}
	case "set":
		id, value, _ := strings.Cut(arg, " ")
		if text, found := strings.CutPrefix(value, "= "); found {
			return learn.Set{ID: id, Answer: course.Answer{Text: text}}
		}
		return learn.Set{ID: id, Answer: course.Answer{Items: strings.Fields(value)}}
	case "way":
		ways, key, _ := strings.Cut(arg, " ")
		return learn.ShowWay{Ways: ways, Key: key}
	case "draft":
		return learn.Draft{Answer: course.Answer{Text: arg}}
	}
	l.t.Fatalf("no such thing to do: %q", verb)
	return nil
}

// review is a review of so many minutes, of a skill, of what is spare, or of all
// that is due.
func (l *learner) review(arg string) learn.Review {
	if minutes, found := strings.CutSuffix(arg, "m"); found {
		n, err := strconv.Atoi(minutes)
		if err != nil {
			l.t.Fatalf("a review of %q: %v", arg, err)
		}
		return learn.Review{Minutes: n}
	}
	if arg == "spare" {
		return learn.Review{Spare: true}
	}
	return learn.Review{Skill: arg}
}
