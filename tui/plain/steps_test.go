package plain_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSteps shows steps as an engine may give them. Each file of testdata/steps
// holds steps in the order in which they are met, in parts named by their kind,
// as JSON; what else the session says, in parts named "Today", "Decision" and
// "Settings"; then a dialogue, and in the part "actions" what it came to. A step
// stays when a choice is changed, and gives way to the next at any other action.
func TestSteps(t *testing.T) {
	files, err := filepath.Glob("testdata/steps/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no steps", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if playSteps(t, ar) {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// playSteps holds the dialogue of a file. It reports whether the file was
// changed and is to be written.
func playSteps(t *testing.T, ar *txtar.Archive) (changed bool) {
	s := &staged{course: &course.Course{Title: "Staged", Skills: []course.Skill{{ID: "loops", Title: "Loops"}}}}
	for i, f := range ar.Files {
		switch f.Name {
		case "dialogue":
			var out strings.Builder
			d := plain.New(plain.Options{In: strings.NewReader(typed(string(f.Data))), Out: &out, Words: words.English(), Width: 80, Echo: true})
			if _, err := d.Run(s); err != nil {
				t.Fatal(err)
			}
			tidy(t, out.String())
			changed = compare(t, &ar.Files[i], out.String()) || changed
		case "actions":
			changed = compare(t, &ar.Files[i], strings.Join(s.did, "")) || changed
		case "Today":
			parseJSON(t, f, &s.today)
		case "Decision":
			parseJSON(t, f, &s.decision)
			for n := range s.decision.Else {
				s.decision.Else[n].Action = alternative(s.decision.Else[n].Kind)
			}
		case "Settings":
			parseJSON(t, f, &s.settings)
		default:
			s.steps = append(s.steps, parseStep(t, f))
		}
	}
	return changed
}

// compare holds what was printed against a part of a file, or with -update puts
// it there.
func compare(t *testing.T, want *txtar.File, got string) (changed bool) {
	t.Helper()
	switch {
	case got == string(want.Data):
	case *update:
		want.Data = []byte(got)
		return true
	default:
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", want.Name, got, want.Data)
	}
	return false
}

func parseJSON(t *testing.T, f txtar.File, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(f.Data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
}

// parseStep reads a step. Its question is a typed one.
func parseStep(t *testing.T, f txtar.File) learn.Step {
	t.Helper()
	switch f.Name {
	case "Planning":
		return parsed[learn.Planning](t, f)
	case "Offer":
		return parsed[learn.Offer](t, f)
	case "Placed":
		return parsed[learn.Placed](t, f)
	case "Reading":
		return parsed[learn.Reading](t, f)
	case "Answering":
		st := parsed[learn.Answering](t, f)
		st.Question.Form = &course.Typed{}
		return st
	case "Feedback":
		st := parsed[learn.Feedback](t, f)
		st.Question.Form = &course.Typed{}
		return st
	case "Recalling":
		return parsed[learn.Recalling](t, f)
	case "Reviewed":
		return parsed[learn.Reviewed](t, f)
	case "Closing":
		return parsed[learn.Closing](t, f)
	case "Finished":
		return parsed[learn.Finished](t, f)
	}
	t.Fatalf("there is no step %q here", f.Name)
	return nil
}

func parsed[S learn.Step](t *testing.T, f txtar.File) S {
	t.Helper()
	var st S
	parseJSON(t, f, &st)
	return st
}

// alternative is the action of something else, as an engine may give it.
func alternative(kind learn.AlternativeKind) learn.Action {
	if kind == learn.ElseReview {
		return learn.Review{}
	}
	return learn.Skip{}
}

// staged is a session that gives the steps it was given.
type staged struct {
	plain.Session // nil: what no test asks for
	course        *course.Course
	steps         []learn.Step
	today         learn.Today
	decision      learn.Decision
	settings      []learn.Setting
	did           []string
}

func (s *staged) Course() *course.Course    { return s.course }
func (s *staged) Progress() learn.Progress  { return learn.Progress{} }
func (s *staged) Choices() []learn.Asking   { return nil }
func (s *staged) Pages(string) []learn.Page { return nil }
func (s *staged) Today() learn.Today        { return s.today }
func (s *staged) Decision() learn.Decision  { return s.decision }
func (s *staged) Map() learn.Map {
	return learn.Map{Skills: []learn.MapSkill{{SkillState: learn.SkillState{Skill: s.course.Skills[0]}}}}
}

func (s *staged) Insights() learn.Insights  { return learn.Insights{} }
func (s *staged) Plan() learn.Plan          { return learn.Plan{} }
func (s *staged) Settings() []learn.Setting { return s.settings }

func (s *staged) Step() learn.Step {
	if len(s.steps) == 0 {
		return learn.Finished{}
	}
	return s.steps[0]
}

// Do writes down the action.
func (s *staged) Do(a learn.Action) (learn.Step, error) {
	s.did = append(s.did, fmt.Sprintf("%T %+v\n", a, a))
	switch a := a.(type) {
	case learn.Set:
		for i := range s.settings {
			if string(s.settings[i].ID) == a.ID {
				s.settings[i].Current, s.settings[i].Usual = a.Answer, false
			}
		}
	case learn.Draft, learn.Rest:
	default:
		s.steps = s.steps[min(1, len(s.steps)):]
	}
	return s.Step(), nil
}

// TestHowSureIsAskedOfPeople asks it of a script only where the author always
// does: a script has to meet the same course each time.
func TestHowSureIsAskedOfPeople(t *testing.T) {
	for _, c := range []struct {
		script bool
		policy course.ConfidencePolicy
		want   bool
	}{
		{false, course.ConfidenceSome, true},
		{false, course.ConfidenceAlways, true},
		{true, course.ConfidenceSome, false},
		{true, course.ConfidenceAlways, true},
	} {
		q := &course.Question{ID: "q", Prompt: "What?", Confidence: c.policy, Form: &course.Typed{}}
		s := &staged{course: &course.Course{}, steps: []learn.Step{learn.Answering{Question: q, AskSure: true, Try: 1}}}
		var out strings.Builder
		d := plain.New(plain.Options{In: strings.NewReader("that\n"), Out: &out, Words: words.English(), Width: 80, Echo: c.script})
		if _, err := d.Run(s); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), words.English().Plain.Sure[:17]); got != c.want {
			t.Errorf("script %v, policy %q: asked how sure: %v", c.script, c.policy, got)
		}
	}
}
