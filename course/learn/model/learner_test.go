package model_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// graphs draws the skills of a course, as authors should and should not write
// them: with prerequisites later in the course, in circles, or out of it.
func graphs() *rapid.Generator[[]model.Spec] {
	return rapid.Custom(func(t *rapid.T) []model.Spec {
		n := rapid.IntRange(1, 8).Draw(t, "skills")
		specs := make([]model.Spec, n)
		for i := range specs {
			specs[i] = model.Spec{
				Needs:  rapid.SliceOfN(rapid.IntRange(-1, n), 0, 3).Draw(t, "needs"),
				Line:   rapid.SampledFrom([]float64{0, 0, 0, 0.5, 0.8, 0.99, -1, 2, math.NaN()}).Draw(t, "line"),
				Module: rapid.IntRange(-1, 3).Draw(t, "module"),
				Cards:  rapid.Bool().Draw(t, "cards"),
			}
		}
		return specs
	})
}

// operation is something that happens to a learner.
type operation struct {
	what   string
	skill  int
	answer model.Answer
	grade  model.Grade
	number float64
}

// operations draws what happens to a learner whose answers get such scores.
func operations(skills int, scores []float64) *rapid.Generator[operation] {
	what := []string{
		"answer", "answer", "answer", "answer", "taught", "explained", "place", "skip", "review", "review", "review",
		"leave", "looked", "current", "wait", "reviewed",
		"follow", "follow", "follow", "follow", "follow", "follow", "follow", "follow", "follow", "follow",
	}
	return rapid.Custom(func(t *rapid.T) operation {
		op := operation{
			what:   rapid.SampledFrom(what).Draw(t, "what"),
			skill:  rapid.IntRange(0, skills-1).Draw(t, "skill"),
			number: rapid.Float64Range(0, 1).Draw(t, "number"),
			grade:  rapid.SampledFrom([]model.Grade{model.Again, model.Good, model.Again, model.Easy, 0, 9}).Draw(t, "grade"),
			answer: model.Answer{
				Evidence: model.Number(), Score: rapid.SampledFrom(scores).Draw(t, "score"), Weight: 1,
				Unaided: rapid.Bool().Draw(t, "unaided"), Told: rapid.Bool().Draw(t, "told"),
				Judged: rapid.Bool().Draw(t, "judged"), DontKnow: rapid.IntRange(0, 9).Draw(t, "unknown") == 0,
			},
		}
		if rapid.IntRange(0, 5).Draw(t, "wild") == 0 {
			op.answer.Score, op.answer.Weight = hostile().Draw(t, "wild score"), hostile().Draw(t, "wild weight")
			op.answer.Evidence = model.Evidence{Guess: hostile().Draw(t, "wild guess"), Slip: hostile().Draw(t, "wild slip")}
			op.number = hostile().Draw(t, "wild number")
		}
		return op
	})
}

// apply lets the operation happen.
func (op operation) apply(e *model.Engine, l *model.Learner) {
	switch op.what {
	case "answer":
		e.Answer(l, op.skill, op.answer)
	case "taught":
		e.Taught(l, op.skill)
	case "explained":
		e.Explained(l, op.skill)
	case "place":
		e.Place(l, op.skill, op.number)
	case "skip":
		e.Skip(l, op.skill)
	case "review":
		e.Review(l, op.skill, op.answer, op.grade)
	case "leave":
		e.Leave(l, op.skill)
	case "looked":
		e.LookedBelow(l, op.skill)
	case "current":
		l.Current = op.skill
	case "wait":
		if op.number >= -1 && op.number <= 2 { // clocks go back, too
			l.Today += model.Day(math.Round(op.number * 20))
		}
		l.Reviews = 0
	case "reviewed":
		l.Reviews += op.number * 10
	case "follow":
		op.follow(e, l)
	}
}

// follow does what comes next.
func (op operation) follow(e *model.Engine, l *model.Learner) {
	switch d := e.Next(l, nil); d.Act {
	case model.ActReview, model.ActTopUp:
		e.Review(l, d.Skill, op.answer, op.grade)
	case model.ActTry, model.ActAsk:
		e.Answer(l, d.Skill, op.answer)
	case model.ActLesson:
		e.Taught(l, d.Skill)
	case model.ActExplain:
		e.Explained(l, d.Skill)
	case model.ActCheck:
		e.Answer(l, d.Skill, op.answer)
		e.LookedBelow(l, d.For)
	case model.ActLeave, model.ActRest:
		l.Today++
	}
}

// bits is a learner as it can be compared to the last bit.
func bits(l *model.Learner) []uint64 {
	out := []uint64{math.Float64bits(l.Keeps), uint64(l.Current), uint64(l.Reviewed)}
	for _, s := range l.Skills {
		out = append(out, math.Float64bits(s.Points), math.Float64bits(s.Memory.Stability),
			math.Float64bits(s.Memory.Difficulty), uint64(s.Last), uint64(s.Unaided), uint64(s.Misses), uint64(s.Answers))
	}
	return out
}

// TestLearner lets anything happen to a learner, and holds after each step what
// the model promises.
func TestLearner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphs().Draw(t, "course")
		preset := rapid.SampledFrom([]model.Preset{model.Brisk, model.Standard, model.Thorough}).Draw(t, "preset")
		e := model.NewEngine(model.Defaults(preset), model.NewGraph(specs))
		scores := rapid.SampledFrom([][]float64{{0, 1, 1, 0.6}, {0, 0, 0, 1, 0.6}, {1, 1, 1, 0}}).Draw(t, "scores")
		script := rapid.SliceOfN(operations(len(specs), scores), 40, 120).Draw(t, "script")
		var goal []bool
		if rapid.Bool().Draw(t, "with a goal") {
			goal = rapid.SliceOfN(rapid.Bool(), len(specs), len(specs)).Draw(t, "goal")
		}
		l, again := e.NewLearner(20000), e.NewLearner(20000)
		l.Minutes, again.Minutes = 30, 30
		for _, op := range script {
			before := slices.Clone(l.Skills)
			op.apply(e, l)
			sound(t, e, l)
			earned(t, e, l, op, before)
			sensible(t, e, l, goal)
		}
		for _, op := range script {
			op.apply(e, again)
		}
		if !slices.Equal(bits(l), bits(again)) || !slices.Equal(l.Skills, again.Skills) {
			t.Fatalf("replaying gave %+v, not %+v", again, l)
		}
	})
}

// sound holds the numbers to their ranges.
func sound(t *rapid.T, e *model.Engine, l *model.Learner) {
	if m := math.Exp(l.Keeps); !(m >= math.Exp(-1.5) && m <= math.Exp(1.1)) {
		t.Fatalf("personal multiplier %g", m)
	}
	for i, s := range l.Skills {
		if !(s.Points >= -6 && s.Points <= 6) {
			t.Fatalf("skill %d has %g points", i, s.Points)
		}
		if r := e.Recall(l, i); !(r >= 0 && r <= 1) {
			t.Fatalf("skill %d is recalled with %g", i, r)
		}
		if !s.Mastered {
			if s.Lapsed || e.Due(l, i) {
				t.Fatalf("skill %d is reviewed without being mastered: %+v", i, s)
			}
			continue
		}
		due := e.DueOn(l, s.Memory, s.Last)
		if last := min(s.Last, l.Today); due <= last || due > last+36500 {
			t.Fatalf("skill %d, last on %d, is due on %d", i, s.Last, due)
		}
		if !s.Lapsed && e.Due(l, i) != (l.Today >= due) {
			t.Fatalf("skill %d is due on %d, and on %d that is %v", i, due, l.Today, e.Due(l, i))
		}
	}
}

// earned holds mastery to what it takes, unless a placement test gave it.
func earned(t *rapid.T, e *model.Engine, l *model.Learner, op operation, before []model.Skill) {
	for i, s := range l.Skills {
		if op.what != "follow" && i != op.skill && s != before[i] {
			t.Fatalf("%s of skill %d changed skill %d", op.what, op.skill, i)
		}
		if !s.Mastered || before[i].Mastered || op.what == "skip" {
			continue
		}
		if s.Unaided < 2 || s.Points < model.Points(e.Line(i)) {
			t.Fatalf("skill %d was mastered by %+v: %+v", i, op, s)
		}
	}
}

// sensible holds what is proposed next to what there is to do.
func sensible(t *rapid.T, e *model.Engine, l *model.Learner, goal []bool) {
	d := e.Next(l, goal)
	open := -1 // a skill on which something new can be done
	closed := e.Closure(goal)
	for i := range l.Skills {
		if (goal == nil || closed[i]) && e.Ready(l, i) && e.Within(l, i).Act != model.ActLeave {
			open = i
		}
	}
	switch d.Act {
	case model.ActRest:
		if open >= 0 || e.NextReview(l, false) >= 0 {
			t.Fatalf("rest, though skill %d is open and skill %d is due", open, e.NextReview(l, false))
		}
		return
	case model.ActReview:
		s := l.Skills[d.Skill]
		atOnce := s.Lapsed && l.Reviewed == d.Skill
		if !s.Mastered || !e.Due(l, d.Skill) {
			t.Fatalf("review of skill %d, which is not due: %+v", d.Skill, s)
		}
		if !s.Lapsed && d.Skill != leastRecalled(e, l) {
			t.Fatalf("review of skill %d, though skill %d is recalled less", d.Skill, leastRecalled(e, l))
		}
		if open >= 0 && !atOnce && l.Reviews >= 0.4*l.Minutes {
			t.Fatalf("%g of %g minutes went into reviews, and skill %d is open", l.Reviews, l.Minutes, open)
		}
		return
	case model.ActTopUp:
		if open >= 0 || !l.Skills[d.Skill].Mastered || e.Recall(l, d.Skill) >= 0.985 {
			t.Fatalf("%+v, though skill %d is open", d, open)
		}
		return
	case model.ActCheck:
		if !slices.Contains(e.Needs(d.For), d.Skill) || l.Skills[d.For].Mastered {
			t.Fatalf("skill %d is checked for %d", d.Skill, d.For)
		}
	case model.ActTry, model.ActLesson, model.ActAsk, model.ActExplain, model.ActLeave:
		if l.Skills[d.Skill].Mastered || d.Act == model.ActLeave {
			t.Fatalf("%+v: %+v", d, l.Skills[d.Skill])
		}
	}
	if l.Skills[d.Skill].Off == l.Today {
		t.Fatalf("%+v, which was left for tomorrow", d)
	}
}

// leastRecalled is the skill to review next, worked out the long way: of those
// due that with the lowest recall, less 0.002 for each skill that builds on it,
// and rather another than the one reviewed just before.
func leastRecalled(e *model.Engine, l *model.Learner) int {
	best, least := -1, math.Inf(1)
	for i := range l.Skills {
		if !e.Due(l, i) {
			continue
		}
		recall := e.Recall(l, i) - 0.002*float64(e.Builds(i))
		if i == l.Reviewed {
			recall++
		}
		if recall < least {
			best, least = i, recall
		}
	}
	return best
}

// Of the reviews that are due, the one remembered least comes first; what others
// build on comes a little sooner.
func TestOrderOfReviews(t *testing.T) {
	e := model.NewEngine(model.Defaults(model.Standard), model.NewGraph([]model.Spec{{}, {}, {Needs: []int{1}}, {}}))
	l := e.NewLearner(20000)
	for i, stability := range []float64{5, 5, 9, 4} {
		l.Skills[i].Mastered, l.Skills[i].Last = true, 20000
		l.Skills[i].Memory = model.Memory{Stability: stability, Difficulty: 5}
	}
	l.Today += 10
	var order []int
	for i := e.NextReview(l, false); i >= 0; i = e.NextReview(l, false) {
		order = append(order, i)
		e.Review(l, i, model.Answer{Evidence: model.Number(), Score: 1, Weight: 1}, model.Good)
	}
	if !slices.Equal(order, []int{3, 1, 0, 2}) {
		t.Errorf("reviewed in the order %v", order)
	}
	if l.Today += 4; e.NextReview(l, false) != -1 || e.NextReview(l, true) < 0 {
		t.Errorf("due %d, in spare time %d", e.NextReview(l, false), e.NextReview(l, true))
	}
	for i := range l.Skills { // all remembered alike: not the same one twice in a row
		l.Skills[i].Memory.Stability, l.Skills[i].Last = 1, 20000
	}
	l.Reviewed = 1
	if got := e.NextReview(l, false); got != 0 {
		t.Errorf("after skill 1 comes %d", got)
	}
}

// What a skill waits for is its weakest prerequisite under the gate; what it is
// said to be weakest in counts what was forgotten, too.
func TestPrerequisites(t *testing.T) {
	e := model.NewEngine(model.Defaults(model.Standard), model.NewGraph([]model.Spec{{}, {}, {}, {Needs: []int{0, 1, 2}}}))
	l := e.NewLearner(20000)
	for _, c := range []struct {
		known          [3]float64
		waits, weakest int
	}{
		{known: [3]float64{0.5, 0.3, 0.9}, waits: 1, weakest: 1},
		{known: [3]float64{0.81, 0.9, 0.79}, waits: 2, weakest: 2},
		{known: [3]float64{0.8, 0.9, 0.85}, waits: -1, weakest: 0},
	} {
		for i, p := range c.known {
			e.Place(l, i, p)
		}
		if got := e.WaitsFor(l, 3); got != c.waits || e.Ready(l, 3) != (c.waits < 0) {
			t.Errorf("%v: waits for %d, want %d", c.known, got, c.waits)
		}
		if got := e.Weakest(l, 3); got != c.weakest {
			t.Errorf("%v: weakest is %d, want %d", c.known, got, c.weakest)
		}
	}
	if e.WaitsFor(l, 0) != -1 || e.Weakest(l, 0) != -1 {
		t.Error("a skill that needs nothing waits")
	}
	e.Place(l, 1, 0.97)
	e.Skip(l, 1)
	l.Today += 400
	if got := e.Weakest(l, 3); got != 1 {
		t.Errorf("a year later the weakest is %d, want 1, which was not met since", got)
	}
}

// Support fades with mastery.
func TestSupport(t *testing.T) {
	for mastery, want := range map[float64]model.Support{
		0: model.SupportFull, 0.49: model.SupportFull, 0.5: model.SupportFading,
		0.8: model.SupportFading, 0.81: model.SupportBare, 1: model.SupportBare,
	} {
		if got := model.SupportFor(mastery); got != want {
			t.Errorf("at %g: %s, want %s", mastery, got, want)
		}
	}
}

// Harder questions are answered right less often, and nobody is surer than
// guessing and slipping allow.
func TestSuccess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.Float64Range(-6, 6).Draw(t, "points")
		e := rapid.SampledFrom([]model.Evidence{model.TrueFalse(), model.Number(), model.Program()}).Draw(t, "form")
		easy, normal := model.Success(points, e, model.LevelEasy), model.Success(points, e, model.LevelNormal)
		hard := model.Success(points, e, model.LevelHard)
		if !(easy > normal && normal > hard && hard >= e.Guess && easy <= 1-e.Slip) {
			t.Fatalf("easy %g, normal %g, hard %g", easy, normal, hard)
		}
	})
}
