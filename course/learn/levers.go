package learn

import (
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// levers are what would make the learner's date, each alone; none when it is
// met, or there is none. A lever that brings no day is left out.
func (s *Session) levers(o *outlook, now model.Forecast) []Lever {
	seed := s.seedOf(s.state.learner.Today)
	goals, alternatives := s.smallerGoals(o)
	found := o.Levers(seed, model.Alternatives{Goals: alternatives})
	var out []Lever
	if m := found.Minutes; m.OK {
		out = append(out, Lever{Kind: LeverMinutes, From: int(math.Round(m.From)), To: int(math.Round(m.To)), Ends: ends(m.Then), Does: true})
	}
	if d := found.Date; d.OK {
		out = append(out, Lever{Kind: LeverDate, Date: d.To.Date(), Ends: ends(d.Then), Does: true})
	}
	if at := found.Fewer.Goal; at >= 0 {
		smaller := s.outlook(goals[at].skills)
		then := smaller.Forecast(seed)
		out = append(out, Lever{
			Kind: LeverGoal, From: o.skills, To: smaller.skills, Goal: goals[at].Title,
			Ends: ends(then), Does: then.Status == model.OnTrack,
		})
	} else if to := o.skillsBefore(found.Fewer.Drop); found.Fewer.OK && to > 0 && to < o.skills {
		out = append(out, Lever{Kind: LeverGoal, From: o.skills, To: to, Ends: ends(found.Fewer.Then), Does: true})
	}
	if r := found.Recall; r.OK && r.To < o.Recall && sooner(r.Then, now) {
		out = append(out, Lever{Kind: LeverSure, From: percent(o.Recall), To: percent(r.To), Ends: ends(r.Then), Does: r.Enough})
	}
	if b := s.brisker(o, seed); b.OK && sooner(b.Then, now) {
		out = append(out, Lever{Kind: LeverPreset, Sure: string(model.Brisk), Ends: ends(b.Then), Does: b.Enough})
	}
	for i := range out {
		out[i].Set = s.leverSet(out[i])
	}
	return out
}

// longSitting is the longest sitting that a lever proposes, in minutes: who
// needs more than that chooses more days.
const longSitting = 180

// leverSet is the change of a setting or a choice that a lever comes to; nil:
// the learner chooses by hand.
func (s *Session) leverSet(l Lever) *Set {
	word := func(id SettingID, w string) *Set {
		return &Set{ID: string(id), Answer: course.Answer{Items: []string{w}}}
	}
	switch l.Kind {
	case LeverMinutes:
		days := 0
		for _, on := range s.week() {
			if on {
				days++
			}
		}
		if n := 5 * int(math.Ceil(float64(l.To)/float64(5*max(days, 1)))); n > s.sitting() && n <= longSitting {
			return word(SettingMinutes, strconv.Itoa(n))
		}
	case LeverDate:
		return &Set{ID: string(SettingUntil), Answer: course.Answer{Text: l.Date.Format(time.DateOnly)}}
	case LeverGoal:
		return s.leverGoal(l)
	case LeverSure:
		return word(SettingRecall, strconv.Itoa(l.To))
	case LeverPreset:
		return word(SettingSure, l.Sure)
	}
	return nil
}

// leverGoal is the choice of another goal, where the course asks for one.
func (s *Session) leverGoal(l Lever) *Set {
	ask := s.index.asks[course.AskGoal]
	if ask == nil || ask.Many {
		return nil
	}
	for _, g := range s.course.Goals {
		if g.Title == l.Goal && slices.ContainsFunc(ask.Options, func(o course.Choice) bool { return o.ID == g.ID }) {
			return &Set{ID: ask.ID, Answer: course.Answer{Items: []string{g.ID}}}
		}
	}
	return nil
}

// sooner reports whether four of five cases are through on an earlier day.
func sooner(then, now model.Forecast) bool { return then.Most.Latest < now.Most.Latest }

// ends is the day by which four of five cases are through; zero: not in sight.
func ends(f model.Forecast) (day time.Time) {
	if !f.Most.Open && len(f.Finish) > 0 {
		day = f.Most.Latest.Date()
	}
	return day
}

func percent(share float64) int { return int(math.Round(100 * share)) }

// skillsBefore is how many skills are left when so many pieces of work are
// dropped from the end.
func (o *outlook) skillsBefore(drop int) int {
	n := 0
	for _, w := range o.New[:max(0, len(o.New)-drop)] {
		if w.Skill < o.named {
			n++
		}
	}
	return n
}

// smallerGoal is a goal of the course that asks for less.
type smallerGoal struct {
	*course.Goal
	skills []bool
}

// smallerGoals are the goals that ask for some of the skills that are left and
// for no other, the one that asks for most first, each with the work that is left
// of it.
func (s *Session) smallerGoals(o *outlook) (goals []smallerGoal, work [][]int) {
	left, now := map[*course.Goal][]int{}, s.inGoal()
	for i := range s.course.Goals {
		g := &s.course.Goals[i]
		in := s.asksFor(g)
		if in == nil || !within(in, now) {
			continue
		}
		smaller := s.outlook(in)
		if smaller.skills == 0 || smaller.skills >= o.skills {
			continue
		}
		for _, w := range smaller.New {
			left[g] = append(left[g], w.Skill)
		}
		goals = append(goals, smallerGoal{g, in})
	}
	slices.SortStableFunc(goals, func(a, b smallerGoal) int { return len(left[b.Goal]) - len(left[a.Goal]) })
	for _, g := range goals {
		work = append(work, left[g.Goal])
	}
	return goals, work
}

// within reports whether one goal asks for nothing that another does not; nil
// asks for all.
func within(small, large []bool) bool {
	for i := range small {
		if small[i] && large != nil && !large[i] {
			return false
		}
	}
	return true
}

// brisker is what the brisk preset would bring.
func (s *Session) brisker(o *outlook, seed uint64) model.LessSure {
	ratio := s.briskRatio(o)
	if ratio >= 1 {
		return model.LessSure{}
	}
	return o.Levers(seed, model.Alternatives{Recall: o.Recall, Questions: ratio}).Recall
}

// briskRatio is how many answers skills take with the brisk preset, as a
// multiple of those with the present one: both are run on the same typical
// question and the same learner. 1: nothing would change.
func (s *Session) briskRatio(o *outlook) float64 {
	now := model.Preset(s.choice(string(SettingSure)))
	if now == model.Brisk || s.state.learner == nil {
		return 1
	}
	var typical model.Evidence
	n := 0.0
	for _, w := range o.New {
		if w.Skill >= o.named {
			continue
		}
		for _, q := range s.index.skills.asked[w.Skill] {
			e := evidenceOf(q)
			typical.Guess += e.Guess
			typical.Slip += e.Slip
			n++
		}
	}
	if n == 0 {
		return 1
	}
	typical.Guess, typical.Slip = typical.Guess/n, typical.Slip/n
	return math.Min(1, answersToMastery(model.Brisk, typical)/answersToMastery(now, typical))
}

// answersLooked is how many answers are looked ahead for mastery. What takes
// longer counts as so many.
const answersLooked = 12

// answersToMastery is how many answers on alike questions it is expected to
// take, after a lesson, until a skill counts as mastered. The learner is one who
// learns as the standard preset supposes; only what the preset asks for differs.
func answersToMastery(p model.Preset, e model.Evidence) float64 {
	truth := model.Defaults(model.Standard)
	engine := model.NewEngine(model.Defaults(p), model.NewGraph([]model.Spec{{}}))
	l := engine.NewLearner(0)
	engine.Taught(l, 0)
	// from is the expected number of answers that follow those given, when the
	// learner knows the skill with the given chance.
	var from func(known float64, given int) float64
	from = func(known float64, given int) float64 {
		if l.Skills[0].Mastered || given == answersLooked {
			return 0
		}
		before, sum := l.Skills[0], 1.0
		right := known*(1-e.Slip) + (1-known)*e.Guess
		for score, chance := range [2]float64{1 - right, right} {
			knew := known * (1 - e.Slip)
			if score == 0 {
				knew = known * e.Slip
			}
			if chance <= 0 {
				continue
			}
			after := knew / chance
			engine.Answer(l, 0, model.Answer{Evidence: e, Score: float64(score), Weight: 1, Unaided: score == 1, Told: true})
			sum += chance * from(after+(1-after)*truth.Learn, given+1)
			l.Skills[0] = before
		}
		return sum
	}
	return from(truth.Start+(1-truth.Start)*truth.Lesson, 0)
}
