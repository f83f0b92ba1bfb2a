package simulate

import "github.com/cairn-learn/cairn/course/learn/model"

// switches turn parts of the engine off, or change what a learner may choose.
type switches struct {
	preset        model.Preset
	noPlacement   bool
	tryFirst      bool
	noReviews     bool
	noMultiplier  bool
	noExplanation bool
	target        float64 // 0: the usual
}

// engine is the recommended policy: the engine itself, with switches.
func engine(off switches) func() policy {
	return func() policy { return &recommended{off: off} }
}

// recommended lets package model decide, and tells it what happened as a session
// would.
type recommended struct {
	off switches

	e      *model.Engine
	l      *model.Learner
	first  *model.Learner // nothing known of them yet
	graph  *model.Graph
	probes []model.Probe
	on     []int   // the skill of each probe, for its slice
	counts []uint8 // by skill: questions that a right answer has counted for
	open   int     // skills not mastered
	spare  bool
}

func (p *recommended) begin(r *run, plan Plan) {
	p.prepare(r.c)
	skills := p.l.Skills
	copy(skills, p.first.Skills)
	*p.l = *p.first
	p.l.Skills = skills
	p.l.Minutes, p.spare = plan.Daily, plan.Spare
	p.counts = cleared(p.counts, r.c.Len())
	p.l.Today = today(r)
	if !p.off.noPlacement {
		p.place(r)
	}
	p.count()
}

// prepare builds the engine for a curriculum, unless it has it.
func (p *recommended) prepare(c *Curriculum) {
	if p.graph == c.Graph {
		return
	}
	params := model.Defaults(p.off.preset)
	if p.off.target > 0 {
		params.Target = p.off.target
	}
	if p.off.tryFirst {
		params.Start = params.TryStart
	}
	if p.off.noReviews {
		params.ReviewShare = 0
	}
	p.graph, p.e = c.Graph, model.NewEngine(params, c.Graph)
	p.first, p.l = p.e.NewLearner(0), p.e.NewLearner(0)
	p.on, p.probes = make([]int, c.Len()), make([]model.Probe, c.Len())
	for i := range p.on {
		p.on[i] = i
		p.probes[i].Skills = p.on[i : i+1]
	}
}

// firstDay is the day on which courses begin, for the engine: a Monday.
const firstDay model.Day = 4

// today is the present day for the engine.
func today(r *run) model.Day { return firstDay + model.Day(r.day) }

// place puts the questions of a placement test.
func (p *recommended) place(r *run) {
	test := r.c.States.Place()
	for i := range p.probes {
		p.probes[i].Evidence = evidenceOfNext(r, i)
	}
	for {
		i, _, ok := test.Next(p.probes)
		if !ok {
			break
		}
		a := r.ask(i, toPlace)
		test.Answer(p.probes[i], score(a.right), false)
		p.probes[i].Evidence = evidenceOfNext(r, i)
	}
	one := 1 / float64(r.c.Len())
	for i := range p.l.Skills {
		known := test.Known(i)
		p.e.Place(p.l, i, known)
		truly := r.mind.Knows(i, r.now())
		if test.Shown(i, p.e.SkipFrom) {
			p.e.Skip(p.l, i)
			if !truly {
				r.f[WrongSkips] += one
			}
		}
		if truly == (known >= 0.5) {
			r.f[Accuracy] += one
		}
	}
}

func evidenceOfNext(r *run, skill int) model.Evidence {
	_, q := r.next(skill)
	return q.Kind.Evidence()
}

func score(right bool) float64 {
	if right {
		return 1
	}
	return 0
}

func (p *recommended) morning(r *run) {
	p.l.Today, p.l.Minutes, p.l.Reviews = today(r), max(r.limit, 0), 0
}

func (p *recommended) step(r *run) bool {
	p.leave()
	d := p.e.Next(p.l, nil)
	switch d.Act {
	case model.ActReview, model.ActTopUp:
		why := toReview
		switch {
		case p.off.noReviews && p.l.Skills[d.Skill].Lapsed:
			why = toLearn // what a look at a prerequisite began
		case p.off.noReviews, d.Act == model.ActTopUp && !p.spare:
			return false
		}
		p.review(r, d.Skill, why)
	case model.ActTry, model.ActAsk:
		p.l.Current = d.Skill
		p.practise(r, d.Skill)
	case model.ActLesson:
		p.l.Current = d.Skill
		r.read(d.Skill)
		p.e.Taught(p.l, d.Skill)
	case model.ActCheck:
		p.e.LookedBelow(p.l, d.For)
		if p.l.Skills[d.Skill].Mastered {
			p.review(r, d.Skill, toLearn)
		} else {
			p.practise(r, d.Skill)
		}
	case model.ActExplain:
		if p.off.noExplanation {
			p.l.Skills[d.Skill].Misses = 0
			p.practise(r, d.Skill)
			break
		}
		r.explain(d.Skill)
		p.e.Explained(p.l, d.Skill)
	case model.ActLeave, model.ActRest:
		return false
	}
	return true
}

// leave puts a skill aside that has had its share of remedies for today.
func (p *recommended) leave() {
	i := p.l.Current
	if i < 0 || p.e.Within(p.l, i).Act != model.ActLeave {
		return
	}
	if !p.l.Skills[i].Mastered {
		p.e.Leave(p.l, i)
	}
	p.l.Current = -1
}

// practise puts a question on a skill that is not mastered.
func (p *recommended) practise(r *run, i int) {
	p.e.Answer(p.l, i, p.answer(i, r.ask(i, toLearn)))
	if p.l.Skills[i].Mastered {
		p.count()
	}
}

// review puts a question on a mastered skill.
func (p *recommended) review(r *run, i int, why purpose) {
	if why == toReview && !p.l.Skills[i].Lapsed {
		r.reviewed[i]++
	}
	a := r.ask(i, why)
	if why == toReview {
		p.l.Reviews += a.minutes
	}
	p.e.Review(p.l, i, p.answer(i, a), model.GradeOf(score(a.right), false))
	if p.off.noMultiplier {
		p.l.Keeps = 0
	}
	if !p.l.Skills[i].Mastered {
		p.counts[i] = 0
		p.count()
	}
}

// answer is what the engine is told of one.
func (p *recommended) answer(skill int, a asked) model.Answer {
	aids := model.Aids{Again: a.again}
	bit := uint8(1) << a.index
	unaided := a.right && aids.Counts() && p.counts[skill]&bit == 0
	if unaided {
		p.counts[skill] |= bit
	}
	return model.Answer{
		Evidence: a.question.Kind.Evidence(), Score: score(a.right), Weight: aids.Weight(score(a.right)),
		Unaided: unaided, Told: true,
	}
}

// count counts the skills that are not mastered.
func (p *recommended) count() {
	p.open = 0
	for i := range p.l.Skills {
		if !p.l.Skills[i].Mastered {
			p.open++
		}
	}
}

func (p *recommended) declared(i int) bool { return p.l.Skills[i].Mastered }
func (p *recommended) done() bool          { return p.open == 0 }
