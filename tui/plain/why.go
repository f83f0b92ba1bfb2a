package plain

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// lastTraces is how many of the answers behind a number are told unasked.
const lastTraces = 5

// TellWhy tells why the learner meets the present step: who decided, with what
// numbers, over what, and what an answer would do. With all every answer behind
// a number is told, else the last few.
func TellWhy(w *words.Words, d learn.Decision, all bool) Account {
	t := newTeller(w)
	if len(d.Why) == 0 {
		t.say(w.Decisions.None)
		return t.to
	}
	t.say(w.Plain.Why(t.why(d.Why[0])))
	t.say(w.Decisions.By[d.Source])
	for i, r := range d.Why[1:] {
		if i == 0 {
			t.say(w.Decisions.Also + t.w.Print.Colon)
		}
		t.item(t.why(r))
	}
	t.figures(d.Figures, all)
	if d.Over != nil {
		t.say(sentences(t.phrase(w.Decisions.Over, w.Decisions.OverLine(inline(d.Over.Title)))+".", t.why(*d.Over)))
	}
	t.effects(d)
	return t.to
}

// TellElse lists what else the learner can do at the present step.
func TellElse(w *words.Words, list []learn.Alternative) Account {
	t := newTeller(w)
	for i, a := range list {
		if i == 0 {
			t.say(w.Decisions.Else + t.w.Print.Colon)
		}
		t.item(t.alternative(a))
	}
	return t.to
}

// figures tells the numbers a decision rests on, and the answers behind them.
func (t *teller) figures(figures []learn.Figure, all bool) {
	for i, f := range figures {
		if i == 0 {
			t.say(t.w.Decisions.Numbers + t.w.Print.Colon)
		}
		t.say(sentences(t.skill(f.SkillState), t.left(f.SkillState)))
		t.traces(f.Traces, all)
	}
}

// skill says how well a skill is known, by how many answers.
func (t *teller) skill(k learn.SkillState) string {
	said := t.v.Skill(k.Skill.Title, words.Percent(k.Mastery), words.Percent(k.Line), t.w.Map.Answers(k.Answers))
	if k.Answers == 0 {
		said = t.v.Skill(k.Skill.Title, words.Percent(k.Mastery), words.Percent(k.Line), t.w.Outline.NoAnswers)
	}
	if k.Mastered && k.Recall > 0 {
		said = sentences(said, t.w.Map.Recall(words.Percent(k.Recall)))
	}
	return said
}

// left says what is missing until a skill counts as known.
func (t *teller) left(k learn.SkillState) string {
	if k.Mastered || k.Left <= 0 {
		return ""
	}
	return t.w.Map.Left(k.Left)
}

// traces tells what moved a skill, oldest first.
func (t *teller) traces(traces []learn.Trace, all bool) {
	if n := len(traces) - lastTraces; !all && n > 0 {
		t.item(t.v.Earlier(n))
		traces = traces[n:]
	}
	for _, tr := range traces {
		t.item(t.trace(tr))
	}
}

func (t *teller) trace(tr learn.Trace) string {
	parts := []string{t.w.Trace(tr)}
	if tr.What != learn.TraceLesson && tr.What != learn.TraceExplained {
		parts = append(parts, t.v.Points(tr.Points))
	}
	parts = append(parts, t.v.Then(words.Percent(tr.Mastery)))
	if title := inline(tr.Title); title != "" {
		return t.phrase(t.v.Named(title), parts...)
	}
	return t.phrase("", parts...)
}

// effects tells what a right and a wrong answer would do.
func (t *teller) effects(d learn.Decision) {
	if len(d.IfRight)+len(d.IfWrong) == 0 {
		return
	}
	t.say(t.w.Decisions.IfHeading + t.w.Print.Colon)
	for _, m := range d.IfRight {
		t.item(t.effect(t.w.Decisions.IfRight, m))
	}
	for _, m := range d.IfWrong {
		t.item(t.effect(t.w.Decisions.IfWrong, m))
	}
}

func (t *teller) effect(answer string, m learn.SkillMove) string {
	said := t.phrase(answer, t.v.FromTo(m.Skill.Title, words.Percent(m.Before), words.Percent(m.After)))
	switch {
	case m.Now:
		said += ", " + t.w.Decisions.Known
	case !m.Mastered && m.Left > 0:
		said += ", " + t.w.Decisions.Left(m.Left)
	}
	return said
}

// elses tells what else the learner can do, by the number that :else takes, and
// keeps it.
func (d *Dialogue) elses(list []learn.Alternative) {
	t := newTeller(d.w)
	for i, a := range list {
		if i == 0 {
			t.say(t.v.Else)
		}
		t.mark(fmt.Sprintf("%d. ", i+1), t.alternative(a))
	}
	d.account(t.to)
	d.given.elses = list
}

func (t *teller) alternative(a learn.Alternative) string {
	said := string(a.Kind)
	if say := t.w.Decisions.ElseKinds[a.Kind]; say != nil {
		said = say(inline(a.Title))
	}
	said += "."
	if a.Cost != nil {
		said = sentences(said, t.why(*a.Cost))
	}
	if a.Builds > 0 {
		said = sentences(said, t.w.Decisions.Builds(a.Builds))
	}
	return said
}

// whyThis tells why the present step comes now, and keeps what else there is
// for :else.
func (d *Dialogue) whyThis(arg string) {
	dec := d.s.Decision()
	if len(dec.Why) == 0 {
		dec.Why = []learn.Reason{d.s.Step().At().Why}
	}
	d.account(TellWhy(d.w, dec, strings.EqualFold(arg, "all")))
	d.elses(dec.Else)
}

// elseDo does something else, by the number that it was told with.
func (d *Dialogue) elseDo(arg string) {
	if len(d.given.elses) == 0 || arg == "" {
		d.elses(d.s.Decision().Else)
		if len(d.given.elses) == 0 {
			d.say(d.p.Views.NoElse)
		}
		return
	}
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 || n > len(d.given.elses) {
		d.say(d.p.Views.NotElse(len(d.given.elses)))
		return
	}
	d.move(d.given.elses[n-1].Action)
}
