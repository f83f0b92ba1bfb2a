package model

import "math"

// Evidence is how much a question tells about a skill.
type Evidence struct {
	Guess float64 // chance to get it right without knowing, in 0..1
	Slip  float64 // chance to get it wrong though one knows, in 0..1
}

// Right is the points that a right answer gives, 0..2.2. Never less: whatever
// the figures, a right answer does not speak against knowing.
func (e Evidence) Right() float64 { return clamp(math.Log((1-e.Slip)/e.Guess), 0, pointsCap) }

// Wrong is the points that a wrong answer takes, -2.2..0.
func (e Evidence) Wrong() float64 { return -clamp(math.Log((1-e.Guess)/e.Slip), 0, pointsCap) }

// DontKnow is the points that "I don't know" takes: nobody says so by a slip.
const DontKnow = -pointsCap

// TrueFalse is one of two. This and the following are the usual figures by form
// of question; authors may give their own.
func TrueFalse() Evidence { return Evidence{0.50, 0.08} }

// ChooseOne is one right option of n, at least 2.
func ChooseOne(n int) Evidence {
	switch {
	case n <= 2:
		return TrueFalse()
	case n == 3:
		return Evidence{0.33, 0.08}
	}
	return Evidence{1 / float64(n), 0.08}
}

// ChooseMany is all the options that hold and none else.
func ChooseMany() Evidence { return Evidence{0.05, 0.15} }

// Arrange is n things in order, or n pairs.
func Arrange(n int) Evidence {
	guess := 1.0
	for i := 2; i <= n && guess > 0.03; i++ {
		guess /= float64(i)
	}
	return Evidence{clamp(guess, 0.03, 0.5), 0.12}
}

// Number is a number typed.
func Number() Evidence { return Evidence{0.03, 0.10} }

// Typed is words, code or a command typed.
func Typed() Evidence { return Evidence{0.03, 0.12} }

// Program is code that tests are run on.
func Program() Evidence { return Evidence{0.01, 0.20} }

// SelfJudged is a card: the learner says whether they knew it.
func SelfJudged() Evidence { return Evidence{0.35, 0.20} }
