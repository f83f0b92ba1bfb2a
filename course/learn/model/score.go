package model

// Made is a forecast that was made, and what became of it.
type Made struct {
	On       Day   // the day it was made
	Most     Range // its central 80 %
	Finished Day   // all was mastered; 0: not yet
}

// Score is how many of our forecasts came true. Of good ones seven to nine of
// ten are inside; more means that the ranges are too wide to be of use.
type Score struct {
	Inside, Early, Late int
}

// ScoreForecasts compares forecasts with what became of them. One whose last
// day is over counts as late, also when the learner has not finished: otherwise
// only what went well would be counted. What is still open is left out, and so
// is a forecast made on the day of finishing or after it, which foretold
// nothing.
func ScoreForecasts(made []Made, today Day) Score {
	var s Score
	for _, m := range made {
		done := m.Finished != 0 && m.Finished <= today
		switch {
		case done && m.On >= m.Finished:
		case done && m.Finished < m.Most.Earliest:
			s.Early++
		case done && m.Most.Has(m.Finished):
			s.Inside++
		case done || !m.Most.Open && today > m.Most.Latest:
			s.Late++
		}
	}
	return s
}

// Of is how many forecasts were scored.
func (s Score) Of() int { return s.Inside + s.Early + s.Late }

// Share is the part of them that came true, 0..1; 0 when none was scored.
func (s Score) Share() float64 {
	if s.Of() == 0 {
		return 0
	}
	return float64(s.Inside) / float64(s.Of())
}
