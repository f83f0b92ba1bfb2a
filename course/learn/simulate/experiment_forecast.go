package simulate

import (
	"math"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// Coverage is how often the end came within the range that was forecast.
type Coverage struct {
	World  World
	Known  float64
	Keeps  float64 // share of the planned days on which the learner learns, 0..1
	Day    int     // from 0, in whose morning the forecasts were made
	Made   int     // forecasts: learners who were not through by the end of that day
	Inside int     // ends within the central 80 % of the forecast
	Early  int     // before it
	Late   int     // after it

	Days float64   // sum over forecasts of the days from the forecast to the end
	Wide float64   // sum over forecasts of the days of the range
	Over []float64 // of each forecast: the days of the range over the days to the end
}

// How a week goes, whatever was planned.
const (
	planMinutes  = 30.0 // on each of five days
	weekSpread   = 0.4  // of the factor on a week's minutes
	paceSpread   = 0.25 // of the learner's own pace
	longestDays  = 400
	lastActivity = 30
)

// The forecasts that the goal is about.
const (
	goalKeeps = 0.8
	goalDay   = 14
)

// forecastKeeps is how much of their plan learners keep to.
func forecastKeeps() []float64 { return []float64{1, goalKeeps, 0.6} }

// forecastDays is when forecasts are made.
func forecastDays() []int { return []int{0, 7, goalDay, 28} }

// Forecast lets learners whose weeks vary study to the end, and takes a forecast
// on some days of the way. The coverages are by world, by what is known, by what
// is kept to, and by day.
func Forecast(c Scope, o Options) []Coverage {
	o.Learners = max(o.Learners, 1)
	var all []Coverage
	var cells []Cell
	p, _ := Named(Recommended)
	days := forecastDays()
	for _, w := range c.worlds() {
		for _, known := range knownShares() {
			for _, keeps := range forecastKeeps() {
				cells = append(cells, Cell{World: w, Known: known, Policy: p})
				for _, day := range days {
					all = append(all, Coverage{World: w, Known: known, Keeps: keeps, Day: day})
				}
			}
		}
	}
	library := newLibrary(o.Seed, cells)
	parts := (o.Learners + chunk - 1) / chunk
	counts := make([][]Coverage, len(cells)*parts)
	inParallel(len(counts), o.Workers, func() func(int) {
		return func(k int) {
			cell := cells[k/parts]
			f := forecaster{policy: recommended{}, keeps: all[k/parts*len(days)].Keeps}
			courses := library[cell.kind()]
			counts[k] = make([]Coverage, len(days))
			for i := k % parts * chunk; i < min((k%parts+1)*chunk, o.Learners); i++ {
				f.run.begin(cell.World, courses[i%curricula], o.Seed, i, cell.Known)
				f.live(counts[k])
			}
		}
	})
	for k := range counts {
		for d := range days {
			all[k/parts*len(days)+d].add(counts[k][d])
		}
	}
	return all
}

func (c *Coverage) add(o Coverage) {
	c.Made, c.Inside, c.Early, c.Late = c.Made+o.Made, c.Inside+o.Inside, c.Early+o.Early, c.Late+o.Late
	c.Days, c.Wide, c.Over = c.Days+o.Days, c.Wide+o.Wide, append(c.Over, o.Over...)
}

// Share is the share of forecasts that held the end.
func (c Coverage) Share() float64 { return float64(c.Inside) / float64(max(c.Made, 1)) }

// Width is the median, over forecasts, of the days of the range over the days to
// the end.
func (c Coverage) Width() float64 {
	if len(c.Over) == 0 {
		return 0
	}
	over := slices.Sorted(slices.Values(c.Over))
	return over[len(over)/2]
}

// take takes in a forecast made on a day, and when the end came.
func (c *Coverage) take(f model.Forecast, on, end model.Day) {
	c.Made++
	c.Days += float64(end - on)
	wide := float64(f.Most.Latest - f.Most.Earliest)
	c.Wide += wide
	c.Over = append(c.Over, wide/float64(end-on))
	switch {
	case f.Most.Has(end):
		c.Inside++
	case end < f.Most.Earliest:
		c.Early++
	default:
		c.Late++
	}
}

// forecaster is one learner whose end is forecast.
type forecaster struct {
	run    run
	policy recommended
	keeps  float64
	fresh  []float64 // minutes that each skill was expected to take, before anything was done for it
	own    []model.Record
	days   []model.DayMinutes
	costs  []model.Cost
}

// live lets the learner go to the end. There is a coverage for each of the days
// of forecastDays.
func (f *forecaster) live(c []Coverage) {
	r, p := &f.run, &f.policy
	r.pace = r.luck.Factor(forTrait, 0, 7, paceSpread)
	f.days, f.costs = f.days[:0], f.costs[:0]
	p.begin(r, Plan{Daily: planMinutes})
	for i := range p.l.Skills {
		f.costs = append(f.costs, cost(r.c, i))
	}
	f.expect()
	days := forecastDays()
	var made []model.Forecast
	for ; r.day < longestDays && !p.done(); r.day++ {
		r.limit = f.minutes()
		p.morning(r)
		if slices.Contains(days, r.day) {
			made = append(made, f.outlook().Forecast(1))
		}
		p.l.Minutes = planMinutes
		for r.spent < r.limit && !p.done() && p.step(r) {
		}
		f.days = append(f.days, model.DayMinutes{Day: today(r), Minutes: r.spent})
		r.spent = 0
	}
	end := today(r) - 1 // the day is one further
	for d, forecast := range made {
		if on := firstDay + model.Day(days[d]); on < end {
			c[d].take(forecast, on, end)
		}
	}
}

// minutes is what the learner gives today: nothing at the weekend and on days
// that they miss, and more in some weeks than in others.
func (f *forecaster) minutes() float64 {
	r := &f.run
	if r.day%7 >= 5 || r.luck.Roll(forDay, 0, r.day) < 1-f.keeps {
		return 0
	}
	return planMinutes * r.luck.Factor(forDay, 1, r.day/7, weekSpread)
}

// outlook is where the learner stands, as a session would tell it.
func (f *forecaster) outlook() model.Outlook {
	p := &f.policy
	o := p.e.Outlook(p.l, nil, f.costs)
	o.Pace = model.Pace{Minutes: planMinutes}
	for day := time.Monday; day <= time.Friday; day++ {
		o.Pace.On[day] = true
	}
	o.Weeks, o.Begin, o.Speed = model.PastWeeks(o.Today, firstDay, f.days), firstDay, f.speed()
	o.Spent = f.run.spent // a placement test came before the first day's lessons
	o.Own = f.records()
	return o
}

// expect notes what skills are expected to take, before anything is done for
// them.
func (f *forecaster) expect() {
	p := &f.policy
	f.fresh = f.fresh[:0]
	for i := range p.l.Skills {
		minutes := 0.0
		if !p.l.Skills[i].Mastered {
			minutes = p.e.Expect(p.l, i, f.costs)
		}
		f.fresh = append(f.fresh, minutes)
	}
}

// records is what skills took so far.
func (f *forecaster) records() []model.Record {
	r, p := &f.run, &f.policy
	f.own = f.own[:0]
	for i := range p.l.Skills {
		own := model.Record{Taken: r.worked[i], Expected: float64(r.reviewed[i]) * p.e.ExpectReview(i, f.costs)}
		if own.Taken > 0 {
			own.Expected += f.fresh[i]
		}
		if !p.l.Skills[i].Mastered {
			own.Left = p.e.Expect(p.l, i, f.costs)
		}
		f.own = append(f.own, own)
	}
	return f.own
}

// speed is what the engine makes of how long things took, all of which take
// this learner alike.
func (f *forecaster) speed() float64 {
	steps := int(math.Min(f.run.f[Steps], lastActivity))
	activities := make([]model.Activity, steps)
	for i := range activities {
		activities[i] = model.Activity{Actual: f.run.pace, Estimated: 1}
	}
	return model.Speed(activities)
}

// cost is what a skill takes by its author's estimates.
func cost(c *Curriculum, skill int) model.Cost {
	question := 0.0
	for _, q := range c.Questions[skill] {
		question += q.Kind.Minutes() / questionsEach
	}
	return model.Cost{Lesson: lessonMinutes, Question: question, Explain: explainMinutes}
}
