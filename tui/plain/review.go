package plain

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
)

// spare asks for a review of what is remembered least, when nothing is due.
const spare = "spare"

// recalling tells the front of a card, and its back once it is turned.
func (d *Dialogue) recalling(st learn.Recalling) {
	d.where(st.Place)
	if st.Kind == learn.DueTerm {
		d.say(d.w.Flow.Card.Term)
		d.say(st.Front)
	} else {
		d.page(st.Front, "")
	}
	if d.given.turned {
		d.turnBack(st)
	}
}

func (d *Dialogue) turnBack(st learn.Recalling) { d.note(d.p.Path.TurnBack, st.Back) }

func (d *Dialogue) askRecalling() string {
	if d.given.turned {
		return d.p.Path.Judge
	}
	return d.p.Path.Turn
}

// takeRecalling turns the card, and then takes what the learner says of it.
func (d *Dialogue) takeRecalling(st learn.Recalling, line string) {
	knew := map[int]learn.Knew{1: learn.KnewNot, 2: learn.KnewIt, 3: learn.KnewEasy}
	how := oneOfThree(line, d.p.Path.JudgeNames)
	switch {
	case !d.given.turned && line == "":
		d.given.turned = true
		d.turnBack(st)
	case !d.given.turned:
		d.say(d.p.Path.NotTurned)
	case line == "":
		d.say(d.p.NothingSaid)
	case how == 0:
		d.say(d.p.Path.NotJudged(line))
	default:
		d.move(learn.Judge{Knew: knew[how]})
	}
}

// reviewed closes a review. What comes next is told with its place: it may be
// long since that was left.
func (d *Dialogue) reviewed(st learn.Reviewed) {
	p := d.p.Path
	d.told = told{page: d.told.page, undo: d.told.undo}
	d.undoes(st.Place)
	d.say(p.Reviewed(st.Right, st.Asked, whole(st.Minutes)))
	for _, it := range st.Items {
		said := p.ItemMissed(d.p.Views.Named(d.inline(it.Title)), it.Days)
		if it.Right {
			said = p.ItemRight(d.p.Views.Named(d.inline(it.Title)), it.Days)
		}
		if it.Leech {
			said += " " + p.ItemLeech
		}
		d.hang("- ", said)
	}
	if st.Due > 0 {
		d.say(p.StillDue(st.Due))
	}
	switch {
	case st.Tomorrow > 0:
		d.say(d.w.Flow.Closing.Tomorrow(st.Tomorrow))
	case !st.Next.IsZero():
		d.say(d.w.Flow.Reviewed.Next(st.Next))
	}
}

// whole is minutes as they are told: none are less than one.
func whole(minutes float64) int {
	if minutes <= 0 {
		return 0
	}
	return max(1, int(math.Round(minutes)))
}

// review begins a review: of what is due, for some minutes, of one skill, or of
// what is remembered least.
func (d *Dialogue) review(arg string) {
	minutes, err := strconv.Atoi(arg)
	switch {
	case (arg == "" || err == nil) && len(d.s.Today().Due) == 0:
		d.say(d.p.Path.NothingDue)
	case arg == "":
		d.move(learn.Review{})
	case arg == spare:
		d.practise(learn.Review{Spare: true}, d.p.Path.NoSpare)
	case err == nil && minutes < 2:
		d.say(d.p.Path.TooShort)
	case err == nil:
		d.move(learn.Review{Minutes: minutes})
	default:
		if skill := d.skillNamed(arg); skill != "" {
			d.practise(learn.Review{Skill: skill}, d.p.Path.NoPractice)
			return
		}
		d.say(d.p.Path.NoSkill(arg))
	}
}

// practise begins a review of what need not be due, or says why it cannot.
func (d *Dialogue) practise(r learn.Review, cannot string) {
	_, err := d.s.Do(r)
	switch {
	case errors.Is(err, learn.ErrNotNow):
		d.say(cannot)
	case err != nil:
		d.failed(err)
	default:
		d.given = given{}
		d.show()
	}
}

// skillNamed is the id of the skill of an id or title; empty when there is none.
func (d *Dialogue) skillNamed(name string) string {
	skills := d.s.Map().Skills
	var list []names
	for _, k := range skills {
		list = append(list, names{k.Skill.ID, k.Skill.Title})
	}
	if i := find(strings.TrimSpace(name), list, nil); i >= 0 {
		return skills[i].Skill.ID
	}
	return ""
}

// rest leaves the reviews of today for tomorrow.
func (d *Dialogue) rest(string) {
	before := d.meets()
	if !d.do(learn.Rest{}) {
		return
	}
	d.say(d.w.Today.Rested)
	if d.opening || d.meets() != before {
		d.given = given{}
		d.show()
	}
}

// InReview reports whether the step is part of a review.
func InReview(st learn.Step) bool {
	switch st := st.(type) {
	case learn.Recalling:
		return true
	case learn.Answering:
		return st.Purpose == learn.ForReview
	case learn.Feedback:
		return st.Purpose == learn.ForReview
	}
	return false
}

func canRest(d *Dialogue, _ learn.Step) bool {
	return !d.s.Today().Resting
}

func canExplain(d *Dialogue, _ learn.Step) bool {
	return slices.ContainsFunc(d.s.Decision().Else, func(a learn.Alternative) bool { return a.Kind == learn.ElseExplain })
}

func canHarder(_ *Dialogue, st learn.Step) bool {
	a, ok := st.(learn.Answering)
	return ok && a.CanHarder
}

func canEasier(_ *Dialogue, st learn.Step) bool {
	a, ok := st.(learn.Answering)
	return ok && a.CanEasier
}
