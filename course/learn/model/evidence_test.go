package model_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// forms names the forms of questions as testdata does.
func forms() map[string]model.Evidence {
	return map[string]model.Evidence{
		"true or false": model.TrueFalse(),
		"one of 3":      model.ChooseOne(3),
		"one of 4":      model.ChooseOne(4),
		"one of 5":      model.ChooseOne(5),
		"one of 8":      model.ChooseOne(8),
		"several":       model.ChooseMany(),
		"order of 2":    model.Arrange(2),
		"order of 3":    model.Arrange(3),
		"order of 4":    model.Arrange(4),
		"order of 5":    model.Arrange(5),
		"number":        model.Number(),
		"text":          model.Typed(),
		"code":          model.Program(),
		"card":          model.SelfJudged(),
	}
}

// TestEvidence works out every row of testdata/evidence.txt anew.
func TestEvidence(t *testing.T) {
	text, err := os.ReadFile("testdata/evidence.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for row := range strings.Lines(string(text)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		rows++
		var cells []string
		for cell := range strings.SplitSeq(row, "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		e, found := forms()[cells[0]]
		if !found {
			t.Fatalf("no form %q", cells[0])
		}
		got := strings.Join([]string{
			cells[0],
			fmt.Sprintf("%.2f", e.Guess), fmt.Sprintf("%.2f", e.Slip),
			fmt.Sprintf("%+.1f", e.Right()), fmt.Sprintf("%+.1f", e.Wrong()),
			fmt.Sprint(questions(e, false)), fmt.Sprint(questions(e, true)),
		}, " | ")
		if want := strings.Join(cells, " | "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if rows != len(forms()) {
		t.Errorf("%d rows for %d forms", rows, len(forms()))
	}
}

// questions is how many it takes after the lesson until a skill is mastered, at
// most 20.
func questions(e model.Evidence, missFirst bool) int {
	engine := model.NewEngine(model.Defaults(model.Standard), model.NewGraph([]model.Spec{{Cards: true}}))
	l := engine.NewLearner(20000)
	engine.Taught(l, 0)
	n := 0
	for ; n < 20 && !l.Skills[0].Mastered; n++ {
		a := model.Answer{Evidence: e, Score: 1, Weight: 1, Unaided: true, Told: true}
		if missFirst && n == 0 {
			a.Score, a.Unaided = 0, false
		}
		engine.Answer(l, 0, a)
	}
	return n
}

func TestEvidenceOfFewOptions(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 2} {
		if model.ChooseOne(n) != model.TrueFalse() {
			t.Errorf("one of %d is %v", n, model.ChooseOne(n))
		}
		if got := model.Arrange(n); got.Guess != 0.5 {
			t.Errorf("%d in order are guessed with %g", n, got.Guess)
		}
	}
	if model.DontKnow != -2.2 {
		t.Errorf("\"I don't know\" takes %g points", model.DontKnow)
	}
}

// No figures, however wild, make a right answer speak against knowing or a wrong
// one for it, and no answer decides alone.
func TestEvidenceIsAlwaysSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := model.Evidence{Guess: hostile().Draw(t, "guess"), Slip: hostile().Draw(t, "slip")}
		if r, w := e.Right(), e.Wrong(); !(r >= 0 && r <= 2.2 && w <= 0 && w >= -2.2) {
			t.Fatalf("right %g, wrong %g", r, w)
		}
		known := rapid.Float64Range(0, 1).Draw(t, "known")
		e = model.Evidence{Guess: rapid.Float64Range(0, 1).Draw(t, "g"), Slip: rapid.Float64Range(0, 1).Draw(t, "s")}
		if bits := model.Information(known, e); !(bits >= -1e-12 && bits <= 1) {
			t.Fatalf("%v tells %g bits at %g", e, bits, known)
		}
	})
}

// How much an answer counts, by what there was beside it.
func TestAids(t *testing.T) {
	for _, c := range []struct {
		what         string
		aids         model.Aids
		right, wrong float64
		counts       bool
	}{
		{"first try, without help", model.Aids{}, 1, 1, true},
		{"after a hint", model.Aids{Hint: true}, 0.5, 1, false},
		{"the same question within a day", model.Aids{Again: true}, 0.3, 0.3, false},
		{"in less than two seconds", model.Aids{Rushed: true}, 0.3, 0.3, false},
		{"said to be a guess", model.Aids{Guessed: true}, 0.5, 1, false},
		{"again, after a hint", model.Aids{Hint: true, Again: true}, 0.15, 0.3, false},
		{"all at once", model.Aids{Hint: true, Again: true, Rushed: true, Guessed: true}, 0.0225, 0.09, false},
	} {
		right, wrong := c.aids.Weight(1), c.aids.Weight(0)
		if math.Abs(right-c.right) > 1e-12 || math.Abs(wrong-c.wrong) > 1e-12 || c.aids.Counts() != c.counts {
			t.Errorf("%s: right %g, wrong %g, counts %v; want %g, %g, %v",
				c.what, right, wrong, c.aids.Counts(), c.right, c.wrong, c.counts)
		}
	}
}

func TestPointsAndMastery(t *testing.T) {
	for mastery, want := range map[float64]float64{0.95: 2.944, 0.5: 0, 0.2: -1.386, 0: -6, 1: 6, 1.5: 6, -1: -6} {
		near(t, fmt.Sprint("points of ", mastery), model.Points(mastery), want, 0.001)
	}
	if got := model.Points(math.NaN()); got != -6 {
		t.Errorf("points of what is not a number: %g", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.Float64Range(0.003, 0.997).Draw(t, "mastery")
		if back := model.Mastery(model.Points(m)); math.Abs(back-m) > 1e-12 {
			t.Fatalf("%g became %g", m, back)
		}
	})
}

// The numbers of each preset: what differs from the standard, and all of that.
func TestPresets(t *testing.T) {
	standard := model.Params{
		Start: 0.20, TryStart: 0.35, Learn: 0.10, Lesson: 0.30, Explain: 0.18,
		Line: 0.95, Unaided: 2, Gate: 0.80, TryFrom: 0.30, SkipFrom: 0.95,
		Target: 0.90, TopUp: 0.985, ReviewShare: 0.40, Rounds: 2,
	}
	brisk, thorough := standard, standard
	brisk.Learn, brisk.Lesson = 0.15, 0.40
	thorough.Line = 0.98
	for preset, want := range map[model.Preset]model.Params{
		model.Standard: standard, model.Brisk: brisk, model.Thorough: thorough, "": standard, "other": standard,
	} {
		if got := model.Defaults(preset); got != want {
			t.Errorf("%q: %+v, want %+v", preset, got, want)
		}
	}
}

// Whose threshold counts: the author's is obeyed, unless the learner wants to be
// surer.
func TestLine(t *testing.T) {
	for _, c := range []struct {
		preset       model.Preset
		author, want float64
	}{
		{model.Standard, 0, 0.95}, {model.Standard, 0.80, 0.80}, {model.Standard, 0.99, 0.99},
		{model.Brisk, 0.80, 0.80}, {model.Brisk, 0, 0.95},
		{model.Thorough, 0, 0.98}, {model.Thorough, 0.80, 0.98}, {model.Thorough, 0.99, 0.99},
		{model.Standard, -1, 0.95}, {model.Standard, 1, 0.95}, {model.Standard, 7, 0.95}, {model.Standard, math.NaN(), 0.95},
	} {
		e := model.NewEngine(model.Defaults(c.preset), model.NewGraph([]model.Spec{{Line: c.author}}))
		if got := e.Line(0); got != c.want {
			t.Errorf("%s, author %g: %g, want %g", c.preset, c.author, got, c.want)
		}
	}
}
