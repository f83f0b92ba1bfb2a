package model

import (
	"math"
	"slices"
)

// Outlook is what a plan and a forecast are made from: where a learner stands
// on a day. It says nothing of days that were missed, so none is ever owed.
type Outlook struct {
	Today    Day
	Spent    float64 // minutes learned today already
	Reviewed float64 // of these, on reviews

	New     []Work   // skills that are not mastered, in the order they come
	Reviews []Review // skills that are

	Pace  Pace
	Weeks []Week // the last whole weeks, the newest at the end; eight count; see PastWeeks

	Begin  Day // the plan was begun; 0: today
	Target Day // all is to be mastered by the end of it; 0: none

	Speed  float64  // see Speed; 0: 1
	Own    []Record // of the skills that were begun, in any order
	Keeps  float64  // log of how much longer than usual this learner remembers
	Recall float64  // chance of recall at which a review is due, 0.85..0.95; 0: 0.90
	FSRS   *FSRS    // nil: the published weights

	share  float64 // of a day for reviews while something new is open; 0: as Params
	topUp  float64 // recall under which a review is worth spare time; 0: as Params
	fewer  float64 // multiple of the questions to mastery; 0: 1
	rework *rework // nil: as with the usual parameters
	belief belief  // set by clean
}

// Review is a skill that was mastered, and is to be kept.
type Review struct {
	Skill    int
	Memory   Memory
	Last     Day     // of its last review, or of mastery
	Question float64 // minutes of one of its questions, by the author's estimate
	Explain  float64 // minutes of another explanation, by the author's estimate
	Reopens  bool    // it is to be mastered anew when reviews of it fail
}

// Remaining is the minutes that are left.
type Remaining struct {
	New    float64 // until all skills are mastered, those too that failed reviews open again
	Review float64 // to keep them up to a day
	Total  float64 // both, and up to 15 % for what nobody thought of
}

// Bounds of what is believed and of what is looked at.
const (
	horizon    = 5 * 365  // days; what is further away has no date
	farAway    = 10000000 // days from 1970, either way
	recallLow  = 0.85
	recallHigh = 0.95
)

// clean puts every number in its bounds, so that no input can make a date that
// is none. It shares the lists of work with the caller and changes none.
func (o Outlook) clean() Outlook {
	o.Today = clampDay(o.Today, -farAway, farAway)
	if o.Begin == 0 || o.Begin > o.Today {
		o.Begin = o.Today
	}
	o.Begin = max(o.Begin, o.Today-horizon)
	if o.Target != 0 {
		o.Target = clampDay(o.Target, o.Today-horizon, o.Today+2*horizon)
	}
	o.Pace = o.Pace.clean()
	o.Spent = clamp(o.Spent, 0, 24*60)
	o.Reviewed = clamp(o.Reviewed, 0, o.Spent)
	o.Speed = clampSpeed(o.Speed)
	usual := Defaults(Standard)
	o.Recall = clamp(positive(o.Recall, usual.Target), recallLow, recallHigh)
	o.share = clamp(positive(o.share, usual.ReviewShare), 0, 1)
	o.topUp = positive(o.topUp, usual.TopUp)
	if math.IsNaN(o.Keeps) {
		o.Keeps = 0
	}
	o.Keeps = clamp(o.Keeps, keepsLow, keepsHigh)
	if o.rework == nil {
		o.rework = newRework(&usual)
	}
	if o.FSRS == nil {
		o.FSRS = NewFSRS(DefaultWeights())
	}
	o.belief = o.believe()
	return o
}

// positive is x, or usual where x is none.
func positive(x, usual float64) float64 {
	if x > 0 {
		return x
	}
	return usual
}

func clampDay(d, low, high Day) Day { return max(low, min(d, high)) }

// Remaining is the minutes that are left if all is to be mastered by the given
// day and kept until then.
func (o Outlook) Remaining(until Day) Remaining {
	o = o.clean()
	days := int(clampDay(until, o.Today, o.Today+horizon) - o.Today)
	l := o.load()
	return l.remaining(days)
}

// load is the work of an outlook, summed up once.
type load struct {
	parts    []float64 // minutes until each skill is mastered, one after the other
	fresh    float64   // all of them
	reviews  []float64 // minutes of reviews that fall due within so many days from today
	reopened []float64 // minutes of the work that these open again
	belief   belief
}

func (l *load) remaining(days int) Remaining {
	r := Remaining{New: l.fresh + l.reopened[days], Review: l.reviews[days]}
	r.Total = (r.New + r.Review) * l.belief.buffer
	return r
}

// load sums up the work of an outlook that is clean. Which reviews fall due is
// found by running FSRS forward, every one of them recalled (Good) on the day
// that recall falls to the target; what those cost that fail is added to each,
// by its chance. Skills that are not mastered yet are taken to be mastered one
// after the other, evenly up to the day that is asked for: one that is mastered
// after a third of the work has two thirds of the days to come back.
func (o Outlook) load() *load {
	l := &load{reviews: make([]float64, horizon+1), reopened: make([]float64, horizon+1), belief: o.belief}
	for _, r := range o.Reviews {
		minutes, opened := o.review(r)
		o.forward(r, func(after int) {
			l.reviews[after] += minutes
			l.reopened[after] += opened
		})
	}
	done := make([]float64, len(o.New))
	for i, w := range o.New {
		minutes := o.minutes(w)
		l.parts = append(l.parts, minutes)
		l.fresh += minutes
		done[i] = l.fresh
	}
	if l.fresh > 0 {
		var comeback []int
		fresh := Review{Memory: o.FSRS.First(Good), Last: o.Today}
		o.forward(fresh, func(after int) { comeback = append(comeback, after) })
		for i, w := range o.New {
			minutes, opened := o.review(Review{Question: w.Question, Explain: w.Explain, Reopens: w.Question > 0})
			left := 1 - done[i]/l.fresh // of the days, once it is mastered
			for _, after := range comeback {
				if float64(after) > left*horizon {
					break
				}
				day := int(math.Min(math.Ceil(float64(after)/left), horizon))
				l.reviews[day] += minutes
				l.reopened[day] += opened
			}
		}
	}
	for i := range horizon {
		l.reviews[i+1] += l.reviews[i]
		l.reopened[i+1] += l.reopened[i]
	}
	return l
}

// minutes is how long new work is expected to take this learner.
func (o *Outlook) minutes(w Work) float64 {
	w = w.clean()
	if o.fewer > 0 {
		w.Question, w.Explain = w.Question*o.fewer, w.Explain*o.fewer
	}
	return o.rework.minutes(w) * o.belief.ratio * o.Speed
}

// review is how long one review that is due takes this learner on average, and
// the work that it opens again.
func (o *Outlook) review(r Review) (minutes, opened float64) {
	c := Cost{Question: r.Question, Explain: r.Explain}.clean()
	if !r.Reopens {
		return c.Question * o.Speed, 0
	}
	more, opened := o.rework.review(c)
	return (c.Question + more) * o.Speed, opened * o.belief.ratio * o.Speed
}

// forward calls due with the days from today, 0..horizon, on which a skill
// falls due, if it is recalled every time.
func (o Outlook) forward(r Review, due func(after int)) {
	memory, last := r.clean(o.Today)
	for {
		day := max(o.dueOn(memory, last), o.Today)
		if day > o.Today+horizon {
			return
		}
		due(int(day - o.Today))
		memory = o.recalled(memory, day-last)
		last = day
	}
}

// recalled is the memory after a review that went well, so many days after the
// last one.
func (o Outlook) recalled(m Memory, after Day) Memory {
	return o.FSRS.Held(m, Good, float64(after), o.FSRS.Interval(math.Exp(o.Keeps), o.Recall))
}

// dueOn is the day on which recall of what was last met on the given day falls
// to the target: a whole number of days later, at least one.
func (o Outlook) dueOn(m Memory, last Day) Day {
	days := o.FSRS.Interval(m.Stability*math.Exp(o.Keeps), o.Recall)
	return last + Day(clamp(math.Round(days), 1, maxStability))
}

// clean gives the memory and the last day of a review within their bounds: no
// review was in the future, or before there were any.
func (r Review) clean(today Day) (Memory, Day) {
	m := Memory{
		Stability:  clamp(r.Memory.Stability, minStability, maxStability),
		Difficulty: clamp(r.Memory.Difficulty, minDifficulty, maxDifficulty),
	}
	return m, clampDay(r.Last, today-maxStability, today)
}

// without is the outlook when of its new skills only those that keep wants are
// left.
func (o Outlook) without(keep func(i int, w Work) bool) Outlook {
	kept := make([]Work, 0, len(o.New))
	for i, w := range o.New {
		if keep(i, w) {
			kept = append(kept, w)
		}
	}
	o.New = slices.Clip(kept)
	return o
}
