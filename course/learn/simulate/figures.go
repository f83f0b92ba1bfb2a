package simulate

import "math"

// Metric is what is measured of one learner.
type Metric int

// The metrics. Shares and scores are 0..1.
const (
	Steps           Metric = iota // questions, lessons and explanations
	Minutes                       // studied in all
	ReviewMinutes                 // of these, on what was declared already
	DoneMinutes                   // until every skill was declared, reviews left out
	DoneDay                       // day on which that was; the last where it never was
	Finished                      // 1 where every skill was declared
	OverMinutes                   // lessons and practice on what the learner truly had
	Asked                         // questions of the placement test
	Accuracy                      // share of skills that placement took rightly for known or not
	WrongSkips                    // share of skills skipped by placement that were not known
	DeclaredUnknown               // share of skills declared in the end and never learned
	Firm                          // share of skills truly had when the plan ends
	Post                          // expected score on open questions when the plan ends
	Delayed                       // the same a month later
	metrics
)

// String is the name in tables and CSV.
func (m Metric) String() string {
	return [metrics]string{
		"steps", "minutes", "review_minutes", "done_minutes", "done_day", "finished", "over_minutes", "asked",
		"accuracy", "wrong_skips", "declared_unknown", "firm", "post", "delayed",
	}[m]
}

// Figures are all metrics of one learner, or their means.
type Figures [metrics]float64

// Sums gathers the figures of many learners. The zero value is empty.
type Sums struct {
	N       int
	sum     Figures
	squares float64 // of the delayed score
}

func (s *Sums) take(f *Figures) {
	s.N++
	for m := range f {
		s.sum[m] += f[m]
	}
	s.squares += f[Delayed] * f[Delayed]
}

func (s *Sums) add(o *Sums) {
	s.N += o.N
	for m := range o.sum {
		s.sum[m] += o.sum[m]
	}
	s.squares += o.squares
}

// Mean is the mean of a metric; 0 of no learners.
func (s *Sums) Mean(m Metric) float64 {
	if s.N == 0 {
		return 0
	}
	return s.sum[m] / float64(s.N)
}

// Error is the standard error of the mean delayed score.
func (s *Sums) Error() float64 {
	if s.N < 2 {
		return 0
	}
	n, mean := float64(s.N), s.Mean(Delayed)
	return math.Sqrt(math.Max(0, s.squares/n-mean*mean) / (n - 1))
}
