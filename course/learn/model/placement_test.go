package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// Nobody is thought to know a skill without what it builds on, whatever graph an
// author writes; the same seed gives the same states, another seed others.
func TestStatesKeepToPrerequisites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := model.NewGraph(graphs().Draw(t, "course"))
		seed := rapid.Uint64().Draw(t, "seed")
		states, same, other := g.Sample(seed), g.Sample(seed), g.Sample(seed+1)
		differs := false
		for j := range model.Sampled {
			for i := range g.Len() {
				if states.Holds(j, i) != same.Holds(j, i) {
					t.Fatalf("state %d of skill %d is not the same twice", j, i)
				}
				differs = differs || states.Holds(j, i) != other.Holds(j, i)
				for _, n := range g.Below(i) {
					if states.Holds(j, i) && !states.Holds(j, n) {
						t.Fatalf("state %d has skill %d, but not skill %d below it", j, i, n)
					}
				}
			}
		}
		if !differs {
			t.Fatal("another seed gives the same states")
		}
	})
}

// Below lists each skill once, never the skill itself, nearest first; Builds
// counts the other way round; Closure is both ends of it.
func TestGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := model.NewGraph(graphs().Draw(t, "course"))
		builds := make([]int, g.Len())
		for i := range g.Len() {
			below := g.Below(i)
			for k, n := range below {
				builds[n]++
				if n == i || slices.Contains(below[:k], n) {
					t.Fatalf("skill %d builds on %v", i, below)
				}
			}
			only := make([]bool, g.Len())
			only[i] = true
			for n, in := range g.Closure(only) {
				if in != (n == i || slices.Contains(below, n)) {
					t.Fatalf("closure of %d: skill %d is %v, below are %v", i, n, in, below)
				}
			}
		}
		for i, want := range builds {
			if g.Builds(i) != want {
				t.Fatalf("%d skills build on %d, not %d", want, i, g.Builds(i))
			}
		}
	})
}

// Whatever is answered, the chances stay off certainty, the weights sum to one,
// and there are no more questions than announced, two at most on one skill.
func TestPlacementIsAlwaysSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := model.NewGraph(graphs().Draw(t, "course"))
		p := g.Sample(1).Place()
		skill := rapid.IntRange(0, g.Len()-1)
		probes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Probe {
			q := model.Probe{Skills: rapid.SliceOfN(skill, 0, 3).Draw(t, "skills"), Evidence: model.Number()}
			if rapid.IntRange(0, 4).Draw(t, "wild") == 0 {
				q.Evidence = model.Evidence{Guess: hostile().Draw(t, "guess"), Slip: hostile().Draw(t, "slip")}
			}
			return q
		}), 0, 30).Draw(t, "probes")
		on := make([]int, g.Len())
		for {
			if rapid.IntRange(0, 3).Draw(t, "says") == 0 {
				p.Report(rapid.SliceOfN(skill, 0, 3).Draw(t, "of"), rapid.Bool().Draw(t, "known"))
			}
			k, tells, ok := p.Next(probes)
			if !ok {
				break
			}
			if !(tells >= 0.12 && tells <= 1) {
				t.Fatalf("a question that tells %g bits is put", tells)
			}
			p.Answer(probes[k], rapid.OneOf(rapid.Float64Range(0, 1), hostile()).Draw(t, "score"), rapid.Bool().Draw(t, "unknown"))
			asked := slices.Clone(probes[k].Skills)
			slices.Sort(asked)
			for _, i := range slices.Compact(asked) {
				if on[i]++; on[i] > 2 {
					t.Fatalf("%d questions on skill %d", on[i], i)
				}
			}
			if sum := p.Sum(); !(sum > 0.999999 && sum < 1.000001) {
				t.Fatalf("the weights sum to %g", sum)
			}
			for i := range g.Len() {
				if known := p.Known(i); !(known >= 0.03 && known <= 0.97) {
					t.Fatalf("skill %d is known with %g", i, known)
				}
			}
		}
		if p.Put() > p.Limit() {
			t.Fatalf("%d questions, the limit is %d", p.Put(), p.Limit())
		}
	})
}

// chain is a course of n skills, each building on the one before.
func chain(n int) *model.Graph {
	specs := make([]model.Spec, n)
	for i := range specs[1:] {
		specs[i+1].Needs = []int{i}
	}
	return model.NewGraph(specs)
}

// each is a number asked on each skill.
func each(g *model.Graph) []model.Probe {
	probes := make([]model.Probe, g.Len())
	for i := range probes {
		probes[i] = model.Probe{Skills: []int{i}, Evidence: model.Number()}
	}
	return probes
}

func TestPlacementLimit(t *testing.T) {
	for n, want := range map[int]int{1: 6, 10: 6, 11: 8, 20: 8, 21: 12, 60: 12} {
		p := chain(n).Sample(1).Place()
		if p.Limit() != want {
			t.Errorf("%d skills: at most %d questions, want %d", n, p.Limit(), want)
		}
	}
}

// An answer tells most where it is as likely right as not. Questions begin in
// the middle of a course, and end when none tells enough.
func TestPlacementAsksWhereAnswersAreOpen(t *testing.T) {
	for _, e := range []model.Evidence{model.TrueFalse(), model.ChooseOne(4), model.Number()} {
		best := 0.0
		for known := 0.01; known < 1; known += 0.01 {
			if model.Information(known, e) > model.Information(best, e) {
				best = known
			}
		}
		if best < 0.4 || best > 0.6 {
			t.Errorf("%v tells most at %g", e, best)
		}
	}
	if got := model.Information(0.5, model.Evidence{}); got != 1 {
		t.Errorf("a perfect question tells %g bits of an even chance", got)
	}

	g := chain(40)
	p, probes := g.Sample(1).Place(), each(g)
	first, tells, ok := p.Next(probes)
	if known := p.Known(first); !ok || known < 0.4 || known > 0.6 {
		t.Errorf("the first question is on skill %d, known with %g, tells %g", first, known, tells)
	}
	for ; ok; first, tells, ok = p.Next(probes) {
		p.Answer(probes[first], 0, false)
	}
	if p.Put() >= p.Limit() || tells >= 0.12 {
		t.Errorf("a learner who knows nothing is asked %d questions; another would tell %g bits", p.Put(), tells)
	}
}

// A second question on a skill is worth less than a first on one that is as open.
func TestPlacementPrefersSkillsNotAsked(t *testing.T) {
	p := model.NewGraph([]model.Spec{{}}).Sample(1).Place()
	number := model.Probe{Skills: []int{0}, Evidence: model.Number()}
	_, tells, _ := p.Next([]model.Probe{number})
	p.Answer(number, 0.5, false) // moves nothing much
	if _, again, _ := p.Next([]model.Probe{number}); again > 0.75*tells {
		t.Errorf("%g bits, and the second time %g", tells, again)
	}
	p.Answer(number, 0.5, false)
	if _, _, ok := p.Next([]model.Probe{number}); ok {
		t.Error("a third question on the same skill")
	}
	if _, _, ok := p.Next([]model.Probe{{}}); ok {
		t.Error("a question on no skill")
	}
	p.Answer(model.Probe{}, 1, false)
	if p.Put() != 2 {
		t.Errorf("%d questions put", p.Put())
	}
}

// A right answer lifts what the skill builds on, a wrong one lowers what builds
// on it, and not knowing tells at least as much as a wrong answer.
func TestPlacementAnswers(t *testing.T) {
	g := chain(9)
	probe := each(g)[4]
	start, right, wrong, unknown := g.Sample(1).Place(), g.Sample(1).Place(), g.Sample(1).Place(), g.Sample(1).Place()
	right.Answer(probe, 1, false)
	wrong.Answer(probe, 0, false)
	unknown.Answer(probe, 1, true)
	if right.Known(3) <= start.Known(3) || wrong.Known(5) >= start.Known(5) || unknown.Known(4) > wrong.Known(4) {
		t.Errorf("below: %g, right %g; above: %g, wrong %g; itself: wrong %g, unknown %g",
			start.Known(3), right.Known(3), start.Known(5), wrong.Known(5), wrong.Known(4), unknown.Known(4))
	}
}

// An answer moves the chance by Bayes' rule. Guesses and slips count as likelier
// than their question says, against knowledge that leaves gaps; "I don't know" is
// hardly ever said by who knows.
func TestPlacementFollowsBayes(t *testing.T) {
	const floorGuess, floorSlip = 0.05, 0.10
	for _, c := range []struct {
		what           string
		evidence       model.Evidence
		score          float64
		dontKnow       bool
		known, unknown float64 // chances of this answer
	}{
		{"a number, right", model.Number(), 1, false, 1 - floorSlip, floorGuess},
		{"a number, wrong", model.Number(), 0, false, floorSlip, 1 - floorGuess},
		{"one of 4, right", model.ChooseOne(4), 1, false, 1 - floorSlip, 0.25},
		{"code, wrong", model.Program(), 0, false, 0.20, 1 - floorGuess},
		{"code, half right", model.Program(), 0.5, false, 0.5, 0.5},
		{"not known", model.Number(), 1, true, floorSlip, 0.98},
	} {
		p := model.NewGraph([]model.Spec{{}}).Sample(1).Place()
		before := p.Known(0)
		p.Answer(model.Probe{Skills: []int{0}, Evidence: c.evidence}, c.score, c.dontKnow)
		want := before * c.known / (before*c.known + (1-before)*c.unknown)
		near(t, c.what, p.Known(0), min(max(want, 0.03), 0.97), 1e-12)
	}
}

// The learner's word counts three times, and passes over nothing on its own; nor
// does the order of the course.
func TestPlacementTakesNoWordAlone(t *testing.T) {
	g := chain(40)
	module := []int{0, 1, 2}
	p := g.Sample(1).Place()
	before := p.Known(2)
	p.Report(module, true)
	if want := 3 * before / (3*before + 1 - before); !(p.Known(2) > want-1e-9 && p.Known(2) < want+1e-9) {
		t.Errorf("%g became %g, want %g", before, p.Known(2), want)
	}
	if p.Known(0) < 0.90 {
		t.Fatalf("skill 0 is known with %g, which shows nothing here", p.Known(0))
	}
	if p.Shown(0, 0.90) {
		t.Error("shown by word alone")
	}
	last := each(g)[39]
	p.Answer(last, 0, true)
	if p.Known(0) < 0.90 || p.Shown(0, 0.90) {
		t.Errorf("skill 0, known with %g, is shown %v by a wrong answer on the last", p.Known(0), p.Shown(0, 0.90))
	}
	p.Answer(each(g)[5], 1, false)
	if !p.Shown(0, 0.90) {
		t.Errorf("known with %g, and not shown by a right answer above", p.Known(0))
	}

	p = g.Sample(1).Place()
	if p.Shown(0, 0.5) {
		t.Error("shown by nothing")
	}
	p.Report(module, false)
	if p.Known(0) >= g.Sample(1).Place().Known(0) {
		t.Errorf("said to be unknown, and known with %g", p.Known(0))
	}
	p.Report(nil, true)
	p = g.Sample(1).Place()
	p.Answer(each(g)[5], 1, false)
	if !p.Shown(0, 0.90) || p.Shown(39, 0.90) {
		t.Error("what an answer shows is not what it should be")
	}
	for range 5000 { // said over and over
		p.Report(module, false)
	}
	if known := p.Known(0); !(known >= 0.03 && known <= 0.97) {
		t.Errorf("known with %g", known)
	}
}

// TestPlacementAccuracy places learners who know the first part of a course of 40
// skills and nothing else, and who guess and slip. With at most 12 questions, 98 of
// a hundred skills are put right, and at most one in two hundred is passed over
// that is not known. Such learners are the easiest to place: their knowledge
// follows the order of the course without a gap.
func TestPlacementAccuracy(t *testing.T) {
	const learners, skills = 300, 40
	r := rand.New(rand.NewPCG(1, 2))
	g := chain(skills)
	states, probes := g.Sample(1), each(g)
	right, passed, questions := 0, 0, 0
	for range learners {
		knows := int(r.Float64() * (skills + 1))
		p := states.Place()
		for k, _, ok := p.Next(probes); ok; k, _, ok = p.Next(probes) {
			chance := probes[k].Evidence.Guess
			if probes[k].Skills[0] < knows {
				chance = 1 - probes[k].Evidence.Slip
			}
			score := 0.0
			if r.Float64() < chance {
				score = 1
			}
			p.Answer(probes[k], score, false)
		}
		questions += p.Put()
		for i := range skills {
			if (p.Known(i) >= 0.5) == (i < knows) {
				right++
			}
			if p.Shown(i, 0.90) && i >= knows {
				passed++
			}
		}
	}
	accuracy, wrongly := float64(right)/(learners*skills), float64(passed)/(learners*skills)
	t.Logf("accuracy %.3f, wrongly passed over %.4f, %.1f questions", accuracy, wrongly, float64(questions)/learners)
	if accuracy < 0.98 || wrongly > 0.005 || questions > 12*learners {
		t.Errorf("accuracy %.3f, wrongly passed over %.4f, %.1f questions", accuracy, wrongly, float64(questions)/learners)
	}
}
