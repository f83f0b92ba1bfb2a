package tui

import (
	"errors"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// sampleShelf has courses that real sessions are opened on, with a log in
// memory whose saving can be made to fail.
type sampleShelf struct {
	log     *learn.Memory
	courses []*course.Course
	diags   map[string][]course.Diag
	days    int // that went by since the first
	listErr error
	openErr error
}

func newSampleShelf() *sampleShelf {
	s := &sampleShelf{
		courses: []*course.Course{sampleCourse(), {ID: "welcome", Title: "Welcome to cairn", Summary: "Five minutes that teach cairn by using it.", Minutes: 5, Path: []course.Stop{{Lesson: &course.Lesson{ID: "hello", Title: "Hello"}}}, Lessons: []*course.Lesson{{ID: "hello", Title: "Hello"}}}},
		diags: map[string][]course.Diag{"git": {
			{Code: "no-answer", Severity: course.Warning, Msg: "this question has one option only", Pos: course.Pos{File: "lessons/02-commits.md", Line: 31, Col: 1}},
			{Code: "dead-link", Severity: course.Error, Msg: "there is no file detours/three-places.md", Hint: "did you mean detours/places.md?", Pos: course.Pos{File: "lessons/03-staging.md", Line: 12, Col: 5}},
		}},
	}
	s.log = learn.NewMemory(s.now)
	return s
}

// now is the time on the shelf: it stands still until days go by.
func (s *sampleShelf) now() time.Time { return sampleNow().AddDate(0, 0, s.days) }

func sampleNow() time.Time { return time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC) }

func (s *sampleShelf) set(t *testing.T, what string) {
	t.Helper()
	switch what {
	case "empty":
		s.courses = nil
	case "unlisted":
		s.listErr = errors.New("read /courses: permission denied")
	case "unopened":
		s.openErr = errors.New("course.yaml cannot be read")
	case "begun":
		session, err := s.session(s.courses[0])
		if err != nil {
			t.Fatal(err)
		}
		for range 40 { // past the first questions and two lessons, into the third
			if at := session.Step().At(); at.Lesson == s.courses[0].Lessons[2] {
				break
			}
			var action learn.Action = learn.Continue{}
			switch session.Step().(type) {
			case learn.Asking, learn.Planning:
				action = learn.Skip{}
			case learn.Answering:
				action = learn.Submit{Answer: course.Answer{Items: []string{"git commit"}}}
			}
			if _, err := session.Do(action); err != nil {
				t.Fatal(err)
			}
		}
	default:
		t.Fatalf("no shelf is called %q", what)
	}
}

func (s *sampleShelf) Glance() []library.Entry { return nil }

func (s *sampleShelf) List() ([]library.Entry, error) {
	var out []library.Entry
	for i, c := range s.courses {
		e := library.Entry{Ref: c.ID, ID: c.ID, Title: c.Title, Summary: c.Summary, Minutes: c.Minutes, Lessons: len(c.Lessons), Source: library.BuiltIn}
		for _, d := range s.diags[c.ID] {
			if d.Severity == course.Error {
				e.Errors++
			} else {
				e.Warnings++
			}
		}
		events, err := s.log.Events(c.ID)
		if err != nil {
			return nil, err
		}
		if len(events) > 0 {
			session, err := s.session(c)
			if err != nil {
				return nil, err
			}
			e.Progress = session.Progress()
			e.Source = library.Recent
		}
		if i > 1 {
			e.Source = library.Folder
		}
		out = append(out, e)
	}
	return out, s.listErr
}

func (s *sampleShelf) Open(ref string) (library.Opened, error) {
	if s.openErr != nil {
		return library.Opened{}, s.openErr
	}
	for _, c := range s.courses {
		if c.ID == ref {
			session, err := s.session(c)
			return library.Opened{Session: session, Diags: s.diags[ref]}, err
		}
	}
	return library.Opened{}, fmt.Errorf("there is no course %q", ref)
}

func (s *sampleShelf) Load(ref string) (*course.Course, []course.Diag, string, error) {
	for _, c := range s.courses {
		if c.ID == ref {
			return c, s.diags[ref], "", nil
		}
	}
	return nil, nil, "", fmt.Errorf("there is no course %q", ref)
}

func (s *sampleShelf) session(c *course.Course) (*learn.Session, error) {
	return learn.Open(c, learn.Deps{Log: s.log, Now: s.now, Seed: 1})
}

// sampleCourse is small and has one of everything that these pages show.
func sampleCourse() *course.Course {
	lesson := func(id, title string, minutes int) *course.Lesson {
		return &course.Lesson{ID: id, Title: title, Kind: course.KindLesson, Minutes: minutes, File: "lessons/" + id + ".md",
			Blocks: []course.Block{course.Text{ID: "start", Markdown: "Text of " + title + ".\n"}}}
	}
	snapshots, commits := lesson("snapshots", "Why keep snapshots", 10), lesson("commits", "Your first commit", 15)
	staging, back := lesson("staging", "Choosing what to save", 15), lesson("back", "Going back safely", 20)
	branches, merging := lesson("branches", "Branches", 20), lesson("merging", "Merging, and what to do about conflicts", 25)
	bisect, places := lesson("bisect", "Finding the commit that broke it", 10), lesson("places", "The three places", 5)
	places.Kind = course.KindDetour
	question := func(id, skill string) *course.Question {
		return &course.Question{ID: id, Prompt: "Which command saves a step?", Skills: []string{skill}, Tries: 3, Rev: id,
			Form: &course.Options{List: []course.Option{{Text: "git commit", Right: true}, {Text: "git push"}}}}
	}
	commits.Blocks = append(commits.Blocks, question("save", "commits"), question("again", "commits"))
	staging.Blocks = append(staging.Blocks, question("choose", "staging"))
	choice := func(pairs ...string) []course.Choice {
		var out []course.Choice
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, course.Choice{ID: pairs[i], Title: pairs[i+1]})
		}
		return out
	}
	return &course.Course{
		ID: "git", Title: "Git, step by step", Minutes: 120, Language: "en",
		Summary: "Save your work in steps, go back without fear, and share it with others. No knowledge is needed.",
		Skills: []course.Skill{
			{ID: "commits", Title: "Save a step"}, {ID: "staging", Title: "Choose what to save"}, {ID: "branches", Title: "Work on two things at once"},
		},
		Onboarding: []*course.Ask{
			{ID: "goal", Prompt: "What do you come for?", Options: choice("own", "My own work", "team", "Working with other people", "interview", "An interview")},
			{ID: "pace", Prompt: "How fast would you like to go?", Options: choice("relaxed", "Relaxed: 2 days a week, 15 minutes", "steady", "Steady: 4 days a week, 25 minutes", "fast", "Fast: 6 days a week, 45 minutes")},
			{ID: "interests", Prompt: "What are you interested in?", Many: true, Options: choice("code", "Programs", "writing", "Notes or a book", "data", "Data")},
			{ID: "promise", Prompt: "What would make this course worth your time?"},
		},
		Path: []course.Stop{
			{Module: "Your own history", Lesson: snapshots}, {Module: "Your own history", Lesson: commits},
			{Module: "Your own history", Lesson: staging}, {Module: "Your own history", Lesson: back},
			{Module: "Two things at once", Lesson: branches}, {Module: "Two things at once", Lesson: merging},
			{Module: "Two things at once", Lesson: bisect, Optional: true},
		},
		Lessons: []*course.Lesson{snapshots, commits, staging, back, branches, merging, bisect, places},
		Cards:   []course.Card{{ID: "c1", Front: "What does `git status` tell?", Back: "What changed and what is staged."}},
		Glossary: []course.Entry{
			{Term: "staging area", Meaning: "Where the next commit is put together."},
			{Term: "commit", Meaning: "A snapshot of the project, with a message that says why."},
		},
	}
}

// fakeStep stands for the pages of the lesson flow, which have tests of their
// own: it shows what it was given and takes what every step takes.
type fakeStep struct {
	step  learn.Step
	draft string // unsent text
	typed bool   // a text field is active
	told  int    // how many steps it was told of
}

func (s *fakeStep) Title(*words.Words) string { return "Step" }

func (s *fakeStep) Captures() bool { return s.typed }

func (s *fakeStep) Leave() learn.Action {
	if s.draft == "" {
		return nil
	}
	return learn.Draft{Answer: course.Answer{Text: s.draft}}
}

func (s *fakeStep) Bindings(w *words.Words) []Binding {
	if s.typed {
		return []Binding{{Intent: IntentEnter, Words: "send"}, {Intent: IntentBack, Words: "stop typing"}}
	}
	return []Binding{
		{Intent: IntentEnter, Words: w.Flow.GoOn}, {Intent: IntentOutline, Words: w.Keys.Outline},
		{Intent: IntentChoices, Words: w.Keys.Choices}, {Intent: IntentFilter, Words: "type"},
		{Intent: IntentHint, Words: w.Keys.Hint, Disabled: "no hint is left"}, {Intent: IntentSkip, Words: w.Keys.Skip},
		{Intent: IntentCopy, Words: "panic", Quiet: true},
		{Intent: IntentToday, Words: w.Keys.Today, Quiet: true}, {Intent: IntentMap, Words: w.Keys.Map, Quiet: true},
	}
}

func (s *fakeStep) Update(env Env, msg tea.Msg) tea.Cmd {
	give := func(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }
	switch msg := msg.(type) {
	case StepMsg:
		s.step = msg.Step
		s.told++
	case tea.KeyPressMsg:
		s.draft += msg.Text
	case IntentMsg:
		switch msg.Intent {
		case IntentOutline:
			return give(GoMsg{To: RouteOutline})
		case IntentChoices:
			return give(GoMsg{To: RouteChoices})
		case IntentFilter:
			s.typed = true
		case IntentBack:
			s.typed = false
		case IntentSkip:
			return give(DoMsg{Action: learn.Skip{}})
		case IntentCopy:
			panic("the page has a fault")
		case IntentEnter:
			return give(DoMsg{Action: learn.Continue{}})
		default:
			return toView(msg.Intent)
		}
	}
	return nil
}

func (s *fakeStep) View(env Env) Frame {
	return Frame{Text: fmt.Sprintf("[%T]\n%s\n%s", s.step, env.Words.Why(s.step.At().Why), s.draft)}
}
