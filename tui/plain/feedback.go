package plain

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// feedback tells what an answer was worth: the verdict, what the author says to
// it, its parts, the answer when it may be told, and what comes next.
func (d *Dialogue) feedback(st learn.Feedback) {
	if d.told.item != st.Question.ID || st.Lesson != nil && st.Lesson.ID != d.told.lesson { // after a break: say what it is about
		d.where(st.Place)
		d.question(st.Purpose, st.Question)
		if given := d.answerText(st.Answer); given != "" {
			d.say(d.p.AnswerWas(given))
		}
	}
	d.told.item = st.Question.ID
	d.verdict(st)
	if st.SureMiss {
		d.say(d.p.Path.SureMiss)
	}
	for _, r := range st.Verdict.Replies {
		d.note("", r.Text)
	}
	if st.Mixup != nil && st.Mixup.Says != "" {
		d.note(d.w.Flow.Feedback.Mixup, st.Mixup.Says)
	}
	d.partsOf(st)
	if st.Reveal && st.Verdict.Outcome != course.Right {
		d.solution(st)
	}
	if st.Settled {
		d.note(d.p.WhyHead, st.Why)
	}
	d.moved(st.Moved)
	d.calibration(st.Calibration)
	d.note(d.p.Path.HintComes, st.Hint)
	d.told.hint = st.Hint
	if st.HintReady && st.HintsLeft > 0 {
		d.say(d.p.Path.HintReady)
	}
	switch {
	case st.Detour != nil:
		d.say(d.p.Detouring(st.Detour.Title, st.Detour.Minutes))
	case st.Go != nil:
		d.say(d.p.Going(st.Go.Title))
	}
	if st.CanDispute {
		d.say(d.p.CanDispute)
	}
}

// moved tells what an answer did to the skills it is about.
func (d *Dialogue) moved(moves []learn.SkillMove) {
	p := d.p.Path
	for _, m := range moves {
		said := p.Moved(m.Skill.Title, words.Percent(m.After), words.Percent(m.Before))
		switch {
		case m.Now:
			said += " " + d.w.Flow.Moved.KnownNow(m.Next)
		case !m.Mastered && m.Left > 0:
			said += " " + d.w.Map.Left(m.Left)
		}
		d.say(said)
	}
}

// calibration tells how sure the learner was against how right.
func (d *Dialogue) calibration(c *learn.Calibration) {
	if c == nil {
		return
	}
	t := newTeller(d.w)
	t.say(d.w.Flow.Moved.Calibration + d.w.Print.Colon)
	t.calibration(*c)
	d.account(t.to)
}

// answerText is an answer on one line.
func (d *Dialogue) answerText(a course.Answer) string {
	if a.Text != "" {
		return a.Text
	}
	return listed(d.w, d.inlines(a.Items))
}

func (d *Dialogue) verdict(st learn.Feedback) {
	switch {
	case st.Answer.DontKnow:
		d.say(d.p.DontKnow)
	case st.Verdict.Outcome == course.Right:
		d.say(d.p.Right)
	case st.Verdict.Outcome == course.Close:
		d.say(d.p.Close)
	case st.Verdict.Outcome == course.Spelling:
		d.say(d.p.Spelling(st.Verdict.DidYouMean))
	case st.Verdict.Outcome == course.Wrong:
		d.say(d.p.Wrong)
	}
}

// partsOf says which parts of an answer are right. What would be right instead
// is kept until the answer may be told.
func (d *Dialogue) partsOf(st learn.Feedback) {
	parts := st.Verdict.Parts
	if len(parts) < 2 || st.Verdict.Outcome == course.Right {
		return
	}
	switch f := st.Question.Form.(type) {
	case *course.Options:
		d.chosen(f, st)
	case *course.Order:
		for i, p := range parts {
			d.numbered(i, d.inline(p.Given)+d.w.Print.Colon+" "+d.worth(p))
		}
	case *course.Match:
		for i, p := range parts {
			d.numbered(i, d.inline(f.Pairs[i].Left)+" = "+d.inline(p.Given)+d.w.Print.Colon+" "+d.worth(p))
		}
	case *course.Blanks:
		for i, p := range parts {
			d.say(d.p.GapIs(i+1, p.Given+", "+d.worth(p)))
		}
	case *course.Typed:
	}
}

// chosen says what the options that were chosen are worth, in the order and
// with the numbers they were told with.
func (d *Dialogue) chosen(f *course.Options, st learn.Feedback) {
	if !f.Many {
		return
	}
	wrong, missing := false, false
	for shown, i := range st.Layout {
		p := st.Verdict.Parts[i]
		missing = missing || p.Given == "" && !p.OK
		wrong = wrong || p.Given != "" && !p.OK
		if p.Given != "" {
			d.numbered(shown, d.inline(p.Given)+d.w.Print.Colon+" "+d.worth(p))
		}
	}
	if missing && !wrong {
		d.say(d.p.SomeMissing)
	}
}

func (d *Dialogue) worth(p course.Part) string {
	switch {
	case p.OK:
		return d.p.OK
	case p.Spelling:
		return d.p.OffSpelling
	}
	return d.p.NotOK
}

// solution tells the right answer.
func (d *Dialogue) solution(st learn.Feedback) {
	items := d.inlines(st.Solution.Items)
	switch f := st.Question.Form.(type) {
	case *course.Order:
		d.say(d.p.TheAnswer)
		for i, it := range items {
			d.numbered(i, it)
		}
		return
	case *course.Match:
		for i := range min(len(items), len(f.Pairs)) {
			items[i] = d.inline(f.Pairs[i].Left) + " = " + items[i]
		}
	case *course.Blanks:
		for i, it := range st.Solution.Items {
			items[i] = fmt.Sprintf("%s %s", d.p.Gap(i+1), it)
		}
	}
	if st.Solution.Text != "" {
		items = []string{st.Solution.Text}
	}
	items = slices.DeleteFunc(items, func(s string) bool { return s == "" })
	switch len(items) {
	case 0:
	case 1:
		d.say(d.p.TheAnswer + " " + items[0])
	default:
		d.say(d.p.TheAnswer)
		for _, it := range items {
			d.hang("- ", it)
		}
	}
}
