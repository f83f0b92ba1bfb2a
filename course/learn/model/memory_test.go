package model_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// hostile draws numbers as damaged files hold them.
func hostile() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64(),
		rapid.Float64Range(-2, 2),
		rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, math.Copysign(0, -1), 5e-324, math.MaxFloat64}),
	)
}

// memories draws what is remembered, within the bounds.
func memories() *rapid.Generator[model.Memory] {
	return rapid.Custom(func(t *rapid.T) model.Memory {
		return model.Memory{
			Stability:  math.Pow(10, rapid.Float64Range(-1, 4).Draw(t, "log stability")),
			Difficulty: rapid.Float64Range(1, 10).Draw(t, "difficulty"),
		}
	})
}

func grades() *rapid.Generator[model.Grade] {
	return rapid.SampledFrom([]model.Grade{model.Again, model.Hard, model.Good, model.Easy})
}

func published() *model.FSRS { return model.NewFSRS(model.DefaultWeights()) }

func TestRecallFallsWithTime(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		s := memories().Draw(t, "memory").Stability
		days := rapid.Float64Range(0, 10000).Draw(t, "days")
		later := days + s*rapid.Float64Range(0.001, 100).Draw(t, "later")
		if now, then := f.Recall(s, days), f.Recall(s, later); !(now > then && then > 0 && now <= 1) {
			t.Fatalf("recall %g after %g days, %g after %g", now, days, then, later)
		}
		if r := f.Recall(s, s); math.Abs(r-0.9) > 1e-9 {
			t.Fatalf("recall after one stability is %g", r)
		}
	})
}

func TestIntervalGrowsWithStability(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		s := memories().Draw(t, "memory").Stability
		more := s * rapid.Float64Range(1.001, 100).Draw(t, "more")
		target := rapid.Float64Range(0.5, 0.99).Draw(t, "target")
		if f.Interval(s, target) >= f.Interval(more, target) {
			t.Fatalf("interval %g at %g, %g at %g", f.Interval(s, target), s, f.Interval(more, target), more)
		}
		if r := f.Recall(s, f.Interval(s, target)); math.Abs(r-target) > 1e-9 {
			t.Fatalf("recall at the end of the interval is %g, not %g", r, target)
		}
	})
}

// After a day or more every grade leaves more than the one below. On the same
// day Hard and Good may leave the same.
func TestBetterGradesLeaveMore(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		m := memories().Draw(t, "memory")
		days := float64(rapid.IntRange(0, 4000).Draw(t, "days"))
		again, hard := f.Next(m, model.Again, days).Stability, f.Next(m, model.Hard, days).Stability
		good, easy := f.Next(m, model.Good, days).Stability, f.Next(m, model.Easy, days).Stability
		if days < 1 {
			if !(again < hard && hard <= good && good <= easy) {
				t.Fatalf("on the same day: %g %g %g %g", again, hard, good, easy)
			}
			return
		}
		below := func(a, b float64) bool { return a < b || a == 36500 && b == 36500 }
		if !(again < hard && below(hard, good) && below(good, easy)) {
			t.Fatalf("again %g, hard %g, good %g, easy %g", again, hard, good, easy)
		}
		if again > m.Stability {
			t.Fatalf("stability %g after a miss, %g before", again, m.Stability)
		}
		if hard < m.Stability {
			t.Fatalf("stability %g after success, %g before", hard, m.Stability)
		}
	})
}

// Whatever comes in, what comes out is a number within its bounds.
func TestMemoryIsAlwaysSound(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		m := model.Memory{Stability: hostile().Draw(t, "stability"), Difficulty: hostile().Draw(t, "difficulty")}
		days, target := hostile().Draw(t, "days"), hostile().Draw(t, "target")
		grade := model.Grade(rapid.IntRange(-3, 9).Draw(t, "grade"))
		if r := f.Recall(m.Stability, days); !(r >= 0 && r <= 1) {
			t.Fatalf("recall %g", r)
		}
		if i := f.Interval(m.Stability, target); !(i >= 0) || math.IsInf(i, 0) {
			t.Fatalf("interval %g", i)
		}
		for _, next := range []model.Memory{f.Next(m, grade, days), f.First(grade)} {
			if !(next.Stability >= 0.001 && next.Stability <= 36500 && next.Difficulty >= 1 && next.Difficulty <= 10) {
				t.Fatalf("memory %+v", next)
			}
		}
	})
}

func TestGradeOfReview(t *testing.T) {
	for _, c := range []struct {
		score float64
		hint  bool
		want  model.Grade
	}{
		{1, false, model.Good}, {1, true, model.Hard}, {0.7, false, model.Hard}, {0.5, false, model.Hard},
		{0.49, false, model.Again}, {0, true, model.Again}, {math.NaN(), false, model.Again},
	} {
		if got := model.GradeOf(c.score, c.hint); got != c.want {
			t.Errorf("score %g, hint %v: %d, want %d", c.score, c.hint, got, c.want)
		}
	}
}

// A success is held back to twice what was survived, or to twice the interval
// before where that was longer; one that was easy, a miss and a repetition on the
// same day are what the weights make of them.
func TestHeldGrowsTwofoldAtMost(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		m, g := memories().Draw(t, "memory"), grades().Draw(t, "grade")
		days := float64(rapid.IntRange(0, 4000).Draw(t, "days"))
		per := f.Interval(rapid.Float64Range(0.22, 3).Draw(t, "keeps"), rapid.Float64Range(0.85, 0.95).Draw(t, "target"))
		held, free := f.Held(m, g, days, per), f.Next(m, g, days)
		if held.Difficulty != free.Difficulty {
			t.Fatalf("difficulty %g, %g by the weights", held.Difficulty, free.Difficulty)
		}
		if days < 1 || g == model.Again || g == model.Easy {
			if held != free {
				t.Fatalf("%+v, %+v by the weights", held, free)
			}
			return
		}
		next, before := held.Stability*per, m.Stability*per
		if most := 2 * math.Max(days, before); next > most*(1+1e-9) || next < before*(1-1e-9) && m.Stability < 36500 {
			t.Fatalf("an interval of %g days, after %g survived and %g before", next, days, before)
		}
		if held.Stability != free.Stability && next < 2*before*(1-1e-9) && free.Stability < 36500 {
			t.Fatalf("held back to %g days after %g", next, before)
		}
	})
}

func TestHeldIsAlwaysSound(t *testing.T) {
	f := published()
	rapid.Check(t, func(t *rapid.T) {
		m := model.Memory{Stability: hostile().Draw(t, "stability"), Difficulty: hostile().Draw(t, "difficulty")}
		grade := model.Grade(rapid.IntRange(-3, 9).Draw(t, "grade"))
		next := f.Held(m, grade, hostile().Draw(t, "days"), hostile().Draw(t, "per stability"))
		if !(next.Stability >= 0.001 && next.Stability <= 36500 && next.Difficulty >= 1 && next.Difficulty <= 10) {
			t.Fatalf("memory %+v", next)
		}
	})
}
