package simulate

// run is one learner under one policy. It is begun again for the next learner,
// so that nothing is allocated on the way.
type run struct {
	c     *Curriculum
	mind  Mind
	luck  Dice
	known []bool
	score []float64 // scratch for prior knowledge

	day   int     // from 0
	pace  float64 // minutes that a minute of the author's takes this learner
	limit float64 // minutes there are today
	spent float64 // minutes used today

	met  []int                // questions put, by skill
	seen [][questionsEach]int // day+1 on which a question was last put

	worked   []float64 // by skill: minutes of the author's that went into it, tests and reviews left out
	reviewed []int     // by skill: reviews

	f Figures
}

// purpose is what a minute is spent for.
type purpose uint8

const (
	toPlace purpose = iota
	toLearn
	toReview
)

// Plan is how much time there is.
type Plan struct {
	Daily float64 // minutes a day
	Days  int
	Spare bool // what is left of a day goes to reviews before they are due
}

// begin makes the run that of another learner.
func (r *run) begin(w World, c *Curriculum, seed uint64, learner int, share float64) {
	n := c.Len()
	if len(r.met) != n {
		r.known, r.score = make([]bool, n), make([]float64, n)
		r.met, r.seen = make([]int, n), make([][questionsEach]int, n)
		r.worked, r.reviewed = make([]float64, n), make([]int, n)
	}
	if r.mind == nil {
		r.mind = w.New()
	}
	r.c, r.luck = c, NewDice(seed, learner)
	r.day, r.spent, r.pace, r.f = 0, 0, 1, Figures{}
	clear(r.met)
	clear(r.seen)
	clear(r.worked)
	clear(r.reviewed)
	w.Prior.know(r.known, r.score, c, r.luck, share)
	r.mind.Begin(c, Learner{Luck: r.luck, Known: r.known})
}

// live lets the learner go through the plan.
func (r *run) live(p policy, plan Plan) {
	p.begin(r, plan)
	done := false
	for over := 0.0; r.day < plan.Days; r.day++ {
		r.limit = plan.Daily - over
		p.morning(r)
		for r.spent < r.limit && p.step(r) {
			if !done && p.done() {
				done = true
				r.finish()
			}
		}
		over, r.spent = max(0, r.spent-r.limit), 0
	}
	if !done {
		r.f[DoneMinutes], r.f[DoneDay] = r.f[Minutes]-r.f[ReviewMinutes], float64(plan.Days)
	}
	r.test(p, float64(plan.Days))
}

// finish notes that every skill was declared.
func (r *run) finish() {
	r.f[Finished] = 1
	r.f[DoneMinutes] = r.f[Minutes] - r.f[ReviewMinutes]
	r.f[DoneDay] = float64(r.day + 1)
}

// test measures what the learner truly has in the end, and later.
func (r *run) test(p policy, days float64) {
	end, later := Moment{Days: days}, Moment{Days: days + laterDays}
	one := 1 / float64(r.c.Len())
	for i := range r.c.Len() {
		if p.declared(i) && !r.mind.Learned(i) {
			r.f[DeclaredUnknown] += one
		}
		if r.mind.Firm(i, end) {
			r.f[Firm] += one
		}
		r.f[Post] += one * r.mind.Score(i, end)
		r.f[Delayed] += one * r.mind.Score(i, later)
	}
}

// now is the present moment.
func (r *run) now() Moment {
	return Moment{Days: float64(r.day) + r.spent/(24*60), Into: r.spent}
}

func (r *run) spend(minutes float64, skill int, why purpose) {
	if why == toLearn {
		r.worked[skill] += minutes
	}
	minutes *= r.pace
	r.f[Steps]++
	r.f[Minutes] += minutes
	switch why {
	case toReview:
		r.f[ReviewMinutes] += minutes
	case toLearn:
		if r.mind.Knows(skill, r.now()) {
			r.f[OverMinutes] += minutes
		}
	case toPlace:
		r.f[Asked]++
	}
	r.spent += minutes
}

// asked is a question that was put and answered.
type asked struct {
	question Question
	index    int
	right    bool
	again    bool // it was put on the same day before
	minutes  float64
}

// next is the question on a skill that comes next: they take turns.
func (r *run) next(skill int) (int, Question) {
	q := r.met[skill] % questionsEach
	return q, r.c.Questions[skill][q]
}

// ask puts the next question on a skill. Feedback follows, but not in a test.
func (r *run) ask(skill int, why purpose) asked {
	index, q := r.next(skill)
	a := asked{question: q, index: index, again: r.seen[skill][index] == r.day+1, minutes: q.Kind.Minutes() * r.pace}
	r.met[skill]++
	r.seen[skill][index] = r.day + 1
	at := r.now()
	r.spend(q.Kind.Minutes(), skill, why)
	a.right = r.mind.Answer(skill, q, at, why != toPlace)
	return a
}

func (r *run) read(skill int) {
	at := r.now()
	r.spend(lessonMinutes, skill, toLearn)
	r.mind.Read(skill, at)
}

func (r *run) explain(skill int) {
	at := r.now()
	r.spend(explainMinutes, skill, toLearn)
	r.mind.Explain(skill, at)
}
