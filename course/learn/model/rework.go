package model

import "slices"

// rework is what comes beside a lesson and its questions, if learners are as the
// model supposes: answers are right as often as Success says and teach as the
// parameters say. Nothing in it is measured, or guessed beside the parameters:
// the policy is followed through every outcome.
type rework struct {
	fresh  []float64 // second explanations until mastery, by points in steps, lesson to come
	taught []float64 // the same after the lesson
	fails  float64   // chance, 0..1, that the answer to a review that is due is wrong
	opens  float64   // chance, 0..1, that such a review opens the skill again
	opened float64   // mastery of a skill that was opened again
	again  float64   // second explanations from there until it is mastered
}

const (
	reworkSteps = 120 // over all points
	reworkLooks = 30  // answers that are looked ahead: next to no skill takes more
)

// typical is a question of which nothing more is known: every second one is a
// choice of four, the others are typed.
func typical() Evidence {
	a, b := ChooseOne(4), Typed()
	return Evidence{(a.Guess + b.Guess) / 2, (a.Slip + b.Slip) / 2}
}

// newRework works it out.
func newRework(p *Params) *rework {
	r := &rework{fresh: make([]float64, reworkSteps+1)}
	look, q := newLookout(p), typical()
	for range reworkLooks {
		look.further()
	}
	r.taught = look.taught[0][0]
	for step := range r.fresh {
		points := pointsOf(step)
		if points >= Points(p.TryFrom) {
			r.fresh[step] = look.tried[0][step]
			continue
		}
		s := Skill{Points: points}
		learn(&s, p.Lesson)
		r.fresh[step] = at(r.taught, s.Points)
	}
	knows, not := p.Target, 1-p.Target
	r.fails = knows*q.Slip + not*(1-q.Guess)
	r.opens = knows*q.Slip*q.Slip + not*(1-q.Guess)*(1-p.Learn)*(1-q.Guess)
	s := Skill{Points: Points(p.Line)}
	for range missesInRow {
		p.answer(&s, Answer{Evidence: q, Told: true, Weight: 1})
	}
	r.opened, r.again = s.Mastery(), at(look.taught[0][missesInRow], s.Points)
	return r
}

// explanations is how many second explanations a skill is expected to take until
// it is mastered, where mastery is now the given one, 0..1.
func (r *rework) explanations(mastery float64, taught bool) float64 {
	if taught {
		return at(r.taught, Points(mastery))
	}
	return at(r.fresh, Points(mastery))
}

// minutes is what a skill is expected to take until it is mastered, from where
// it stands, by the author's estimates.
func (r *rework) minutes(w Work) float64 {
	w = w.clean()
	lesson := w.Lesson
	if w.Mastery >= lessonWhole {
		lesson *= 1 - w.Mastery
	}
	return lesson + questions(w.Mastery)*w.Question + r.explanations(w.Mastery, w.Taught)*w.Explain
}

// review is what a review that is due is expected to bring beside its question:
// one more at once where that is missed, and where this is missed too, the work
// until the skill is mastered anew.
func (r *rework) review(c Cost) (more, opened float64) {
	c = c.clean()
	again := r.again*c.Explain + questions(r.opened)*c.Question
	return r.fails * c.Question, r.opens * again
}

// pointsOf is the points of a step.
func pointsOf(step int) float64 { return (float64(step)/reworkSteps*2 - 1) * pointsLimit }

// at reads a row of steps, between two of them evenly.
func at(row []float64, points float64) float64 {
	x := (points + pointsLimit) / (2 * pointsLimit) * reworkSteps
	step := min(int(x), reworkSteps-1)
	on := x - float64(step)
	return row[step]*(1-on) + row[step+1]*on
}

// lookout is how many second explanations come within so many answers, by where
// a skill stands: right answers that count, misses in a row, and points in steps.
type lookout struct {
	p      *Params
	turns  []turn
	taught [][][]float64 // the lesson was gone through
	tried  [][]float64   // questions come before it, and none was missed
}

// turn is what an answer makes of the points.
type turn struct {
	chance    float64 // 0..1, of a right one
	right     float64
	wrong     float64
	explained float64 // wrong, and then explained
	lesson    float64 // wrong, and then the lesson
}

func newLookout(p *Params) *lookout {
	l := &lookout{p: p, turns: make([]turn, reworkSteps+1)}
	q := typical()
	for step := range l.turns {
		right, wrong := Skill{Points: pointsOf(step)}, Skill{Points: pointsOf(step)}
		p.answer(&right, Answer{Evidence: q, Score: 1, Weight: 1, Told: true})
		p.answer(&wrong, Answer{Evidence: q, Weight: 1, Told: true})
		explained, lesson := wrong, wrong
		learn(&explained, p.Explain)
		learn(&lesson, p.Lesson)
		l.turns[step] = turn{Success(pointsOf(step), q, LevelNormal), right.Points, wrong.Points, explained.Points, lesson.Points}
	}
	for range p.Unaided + 1 {
		rows := make([][]float64, missesToExplain)
		for misses := range rows {
			rows[misses] = make([]float64, reworkSteps+1)
		}
		l.taught, l.tried = append(l.taught, rows), append(l.tried, make([]float64, reworkSteps+1))
	}
	return l
}

// further looks one more answer ahead.
func (l *lookout) further() {
	line := Points(l.p.Line)
	before := slices.Clone(l.tried)
	rows := make([][][]float64, len(l.taught))
	for n := range rows {
		rows[n] = slices.Clone(l.taught[n])
	}
	for n := range rows {
		more := min(n+1, l.p.Unaided)
		through := func(points float64) bool { return more == l.p.Unaided && points >= line }
		for misses := range rows[n] {
			row := make([]float64, reworkSteps+1)
			for step, t := range l.turns {
				if misses+1 == missesToExplain {
					row[step] = (1 - t.chance) * (1 + at(rows[n][0], t.explained))
				} else {
					row[step] = (1 - t.chance) * at(rows[n][misses+1], t.wrong)
				}
				if !through(t.right) {
					row[step] += t.chance * at(rows[more][0], t.right)
				}
			}
			l.taught[n][misses] = row
		}
		row := make([]float64, reworkSteps+1)
		for step, t := range l.turns {
			row[step] = (1 - t.chance) * at(rows[n][0], t.lesson)
			if !through(t.right) {
				row[step] += t.chance * at(before[more], t.right)
			}
		}
		l.tried[n] = row
	}
}
