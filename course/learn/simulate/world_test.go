package simulate_test

import (
	"testing"

	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// In every world a lesson and practice teach, time makes forget, and whoever
// knows answers better than who does not.
func TestWorlds(t *testing.T) {
	const n = 40
	for _, w := range simulate.Worlds() {
		t.Run(w.Name, func(t *testing.T) {
			c := simulate.NewCurriculum(1, n, w.Shape, w.Wrong)
			mind := w.New()
			known, novice, taught, later, right := 0.0, 0.0, 0.0, 0.0, [2]float64{}
			for number := range 200 {
				who := simulate.NewLearner(c, w.Prior, 1, number, 0.4)
				mind.Begin(c, who)
				for i := range n {
					score := mind.Score(i, simulate.Moment{})
					if !who.Known[i] {
						novice += score
						continue
					}
					known += score
				}
				i, k := first(who.Known, false), first(who.Known, true)
				for q := range 20 {
					at := simulate.Moment{Days: float64(q) / 1000}
					right[0] += point(mind.Answer(i, c.Questions[i][q%8], at, false))
					right[1] += point(mind.Answer(k, c.Questions[k][q%8], at, false))
				}
				mind.Read(i, simulate.Moment{Days: 0.1})
				for q := range 8 {
					mind.Answer(i, c.Questions[i][q], simulate.Moment{Days: 0.1}, true)
				}
				taught += mind.Score(i, simulate.Moment{Days: 0.1})
				later += mind.Score(i, simulate.Moment{Days: 30})
			}
			known, novice = known/(200*n*0.4), novice/(200*n*0.6)
			taught, later = taught/200, later/200
			if known < 0.75 || novice > 0.2 {
				t.Errorf("who knows scores %.2f, who does not %.2f", known, novice)
			}
			if taught < novice+0.3 || later > taught-0.1 || later < novice {
				t.Errorf("a skill not known %.2f, taught %.2f, after a month %.2f", novice, taught, later)
			}
			if right[1] < right[0]+0.3*200*20 {
				t.Errorf("of 4000 questions, who knows has %.0f right, who does not %.0f", right[1], right[0])
			}
		})
	}
}

func first(list []bool, want bool) int {
	for i, x := range list {
		if x == want {
			return i
		}
	}
	return 0
}

func point(right bool) float64 {
	if right {
		return 1
	}
	return 0
}

// Learners know about as much as the cell says.
func TestPriorKnowledge(t *testing.T) {
	for _, w := range simulate.Worlds() {
		for _, share := range []float64{0.05, 0.40, 0.75} {
			c := simulate.NewCurriculum(1, 40, w.Shape, w.Wrong)
			sum := 0
			for number := range 500 {
				for _, known := range simulate.NewLearner(c, w.Prior, 1, number, share).Known {
					if known {
						sum++
					}
				}
			}
			if got := float64(sum) / (500 * 40); got < share-0.02 || got > share+0.02 {
				t.Errorf("%s: %.3f are known, want about %.2f", w.Name, got, share)
			}
		}
	}
}

// All policies meet the same learners with the same luck: whatever came before,
// what happens at the n-th question on a skill is the same.
func TestCommonLuck(t *testing.T) {
	d := simulate.NewDice(1, 7)
	before := d.Roll(1, 2, 3)
	for n := range 100 {
		_ = d.Roll(2, n, n)
	}
	if after := d.Roll(1, 2, 3); after != before {
		t.Errorf("%v at first, then %v", before, after)
	}
	sum := 0.0
	for n := range 10000 {
		x := d.Roll(3, n%40, n/40)
		if x <= 0 || x >= 1 {
			t.Fatalf("a roll of %v", x)
		}
		sum += x
	}
	if mean := sum / 10000; mean < 0.48 || mean > 0.52 {
		t.Errorf("10,000 rolls have the mean %.3f", mean)
	}
}
