package preview_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

const (
	config = `id: bread
title: Bread
skills: { dough: { title: Make a dough }, oven: { title: Heat the oven } }
goals: { home: Bake at home, sell: Sell bread }
interests: { rye: Rye, wheat: Wheat }
mixups: { oven-grows: { says: The oven makes the dough grow } }
path:
  - dough.md
  - { lesson: oven.md, when: 'RULE' }
  - end.md
`
	lesson = "---\nskills: [dough]\n---\n# Dough\n\nFlour.\n\n### Question: What lets it grow?\n<!-- id: grow -->\n\n- Answer: gas\n"
	oven   = "---\nskills: [oven]\n---\n# Oven\n\nHeat.\n\n### Question: How hot?\n<!-- id: hot -->\n\n- Answer: 240\n"
)

// bread is a preview of a course with a lesson that is on the road as a rule says.
func bread(t *testing.T, rule string) *preview.Preview {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "course.yaml", strings.Replace(config, "RULE", rule, 1), "dough.md", lesson, "oven.md", oven, "end.md", "# End\n\nEat.\n")
	p, err := preview.New(dir, preview.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// onRoad reports whether the oven is on the learner's road.
func onRoad(t *testing.T, p *preview.Preview) bool {
	t.Helper()
	o, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range o.Diags {
		if d.Severity == course.Error {
			t.Fatal(d)
		}
	}
	for _, l := range o.Session.Progress().Lessons {
		if l.Lesson.ID == "oven" {
			return l.State != learn.LessonOff
		}
	}
	return false
}

// TestStatesHoldInRules puts a learner into states: rules see them.
func TestStatesHoldInRules(t *testing.T) {
	for _, tt := range []struct{ state, rule string }{
		{"mastery.dough=0.4", "mastery.dough > 0.39 and mastery.dough < 0.41"},
		{"mastery.dough=0.9, right.grow", "right.grow"},
		{"seen.dough", "seen.dough"},
		{"seen.grow=true", "seen.grow"},
		{"mixup.oven-grows", `mixup["oven-grows"]`},
		{"mixup[oven-grows]", `mixup["oven-grows"]`},
		{"goal=sell", `goal == "sell"`},
		{`goal=="sell"`, `goal == "sell"`},
		{"goal == 'sell', interests=['rye', \"wheat\"]", `goal == "sell" and "rye" in interests and "wheat" in interests`},
		{"mastery.dough == 0.4", "mastery.dough > 0.39 and mastery.dough < 0.41"},
		{"pace = fast", `pace == "fast"`},
		{"interests=[rye, wheat]", `"rye" in interests and "wheat" in interests`},
		{"interests=rye", `"rye" in interests`},
		{"answer.goal=home", `goal == "home"`},
		{"score=0.4", "score < 0.5 and score > 0.3"},
		{"tries.grow=3", "tries.grow == 3"},
		{"days_since.dough=9", "days_since.dough > 8.9 and days_since.dough < 9.1"},
	} {
		t.Run(tt.state, func(t *testing.T) {
			p := bread(t, tt.rule)
			if onRoad(t, p) {
				t.Errorf("%s holds of who is new", tt.rule)
			}
			if err := p.As(tt.state); err != nil {
				t.Fatal(err)
			}
			if !onRoad(t, p) {
				t.Errorf("%s does not hold", tt.rule)
			}
			if got := p.State(); got != tt.state {
				t.Errorf("the state is %q", got)
			}
			if err := p.As(""); err != nil {
				t.Fatal(err)
			}
			if onRoad(t, p) {
				t.Errorf("%s holds after all was taken back", tt.rule)
			}
		})
	}
}

// TestMasteryAsGiven gives skills a mastery: it is that, and from its line on the
// skill counts as known.
func TestMasteryAsGiven(t *testing.T) {
	p := bread(t, "mastery.dough > 0.5")
	if err := p.As("mastery.dough=0.25, mastery.oven=0.97"); err != nil {
		t.Fatal(err)
	}
	o, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	skills := o.Session.Progress().Skills
	if math.Abs(skills[0].Mastery-0.25) > 1e-9 || math.Abs(skills[1].Mastery-0.97) > 1e-9 {
		t.Errorf("the mastery is %v and %v", skills[0].Mastery, skills[1].Mastery)
	}
	if skills[0].Mastered || !skills[1].Mastered {
		t.Errorf("mastered: %v and %v", skills[0].Mastered, skills[1].Mastered)
	}
}

// TestScoreAsGiven gives a lesson a score: its rules at the end see that one,
// whatever is answered.
func TestScoreAsGiven(t *testing.T) {
	for _, tt := range []struct{ state, leads string }{{"", "oven"}, {"score.dough=0.4", "end"}, {"score.oven=0.4", "oven"}} {
		dir := t.TempDir()
		write(t, dir, "course.yaml", strings.Replace(config, "RULE", "true", 1), "oven.md", oven, "end.md", "# End\n\nEat.\n",
			"dough.md", strings.Replace(lesson, "---\n", "---\nnext: [{ when: score < 0.5, go: end.md }]\n", 1))
		p, err := preview.New(dir, preview.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.As(tt.state); err != nil {
			t.Fatal(err)
		}
		o, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []learn.Action{learn.GoTo{ID: "grow"}, learn.Submit{Answer: course.Answer{Text: "gas"}}, learn.Continue{}} {
			if _, err := o.Session.Do(a); err != nil {
				t.Fatal(err)
			}
		}
		if _, ok := o.Session.Step().(learn.Summary); ok {
			if _, err := o.Session.Do(learn.Continue{}); err != nil {
				t.Fatal(err)
			}
		}
		if at := o.Session.Step().At(); at.Lesson == nil || at.Lesson.ID != tt.leads {
			t.Errorf("as %q the lesson leads to %+v, not to %s", tt.state, at.Lesson, tt.leads)
		}
	}
}

// TestStateWaitsForTheCourse asks for a state while the course cannot be read: it
// begins in it when it can, and says then what the course does not have.
func TestStateWaitsForTheCourse(t *testing.T) {
	dir, p := dough(t)
	if err := p.Begin("seen.dugh"); err == nil {
		t.Error("a state that the course cannot have is waited for")
	}
	for _, wrong := range []string{"id: [\n", ""} {
		broken := "title: Bread\npath: [dugh.md]\n" + wrong
		write(t, dir, "course.yaml", broken)
		if err := p.Begin("seen.dugh"); err != nil {
			t.Errorf("with %q: %v", broken, err)
		}
		if err := p.As("seen.dugh"); err == nil {
			t.Errorf("with %q: the line for a state takes what there is none of", broken)
		}
	}
	write(t, dir, "course.yaml", "id: bread\ntitle: Bread\npath: [dough.md]\n")
	if _, err := p.Open(); err == nil || !strings.Contains(err.Error(), `did you mean "dough"?`) {
		t.Errorf("it is opened with %v", err)
	}
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Fatal(err)
	}
	if err := p.As("right.grow"); err != nil {
		t.Errorf("the course is away, and a state is not waited with: %v", err)
	}
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Open(); err != nil {
		t.Errorf("the course is back, and opens with %v", err)
	}
	write(t, dir, "dough.md", "# Dough\n\n### Question: And what makes that?\n<!-- id: made -->\n\n- Answer: yeast\n")
	if _, err := p.Open(); err != nil {
		t.Errorf("what was begun in is asked for again: %v", err)
	}
}

// TestStatesThatAreNone names what is wrong, and the nearest that there is. The
// state stays as it was.
func TestStatesThatAreNone(t *testing.T) {
	for _, tt := range []struct{ state, says string }{
		{"mastry.dough=1", `there is no "mastry" to set; did you mean "mastery"?`},
		{"mastery.dugh=1", `the course has no skill "dugh"; did you mean "dough"?`},
		{"mastery=1", "mastery needs an id, such as mastery.ID"},
		{"mastery.dough=2", "mastery.dough=2: mastery is a number from 0 to 1"},
		{"mastery.dough=NaN", "mastery.dough=NaN: mastery is a number from 0 to 1"},
		{"mastery.dough", "mastery.dough needs a value: mastery.dough=…"},
		{"goal.x=1", "goal has no parts: write goal=…"},
		{`goal == "sel"`, `"sel" is no answer to goal; did you mean "sell"?`},
		{"goal=[home, sell]", "goal takes one answer"},
		{"way=show", `the course does not ask for "way"`},
		{"score=2", "score=2: a score is a number from 0 to 1"},
		{"score.dugh=0.5", `the course has no lesson "dugh"; did you mean "dough"?`},
		{"scor=0.5", `there is no "scor" to set; did you mean "score"?`},
		{"tries=3", "tries needs an id, such as tries.ID"},
		{"tries.grow=1.5", "tries.grow=1.5: tries are a whole number from 0 to 1000"},
		{"tries.grow=-1", "tries.grow=-1: tries are a whole number from 0 to 1000"},
		{"tries.grown=1", `the course has no question "grown"; did you mean "grow"?`},
		{"right.grown", `the course has no question "grown"; did you mean "grow"?`},
		{"seen.dough=false", "seen.dough=false: what is not so is left out; write seen.dough alone"},
		{"days_since.dough=-1", "days_since.dough=-1: days are a number from 0 to 3650"},
		{"mixup.oven", `the course has no mix-up "oven"; there are oven-grows`},
	} {
		p := bread(t, `goal == "sell"`)
		if err := p.As("goal=sell"); err != nil {
			t.Fatal(err)
		}
		if err := p.As(tt.state); err == nil || !strings.HasPrefix(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %s", tt.state, err, tt.says)
		}
		if p.State() != "goal=sell" || !onRoad(t, p) {
			t.Errorf("%s: the state is %q after it", tt.state, p.State())
		}
	}
}

// FuzzParseState holds that no text is too strange to be read or refused.
func FuzzParseState(f *testing.F) {
	f.Add("mastery.staging=0.4, goal=team, interests=[a,b], seen.X, answer.Y=\"a, b\"")
	f.Add("[[[,=.\"")
	f.Fuzz(func(_ *testing.T, text string) { _, _ = preview.ParseState(text) })
}
