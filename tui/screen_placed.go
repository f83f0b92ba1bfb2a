package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// placed shows what the placement test found, skill by skill, before anything
// is passed over. The learner, who may know better, changes the ticks.
type placed struct {
	stage
	step learn.Placed
	at   int
	tick []bool
	sent bool
}

func newPlaced(s learn.Placed) *placed {
	p := &placed{stage: newStage(s.Place), step: s, tick: make([]bool, len(s.Skills))}
	for i, k := range s.Skills {
		p.tick[i] = k.Known
	}
	return p
}

func (p *placed) Title(w *words.Words) string { return w.Flow.Titles.Placed }

func (p *placed) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		p.sent = false
		if s, ok := msg.Step.(learn.Placed); ok && msg.Err == nil && len(s.Skills) != len(p.step.Skills) {
			*p = *newPlaced(s)
		}
	case IntentMsg:
		p.notice = ""
		cmd = p.intent(env, msg.Intent)
	}
	b := p.body(env)
	p.scroll.settle(b, p.room(env))
	return cmd
}

func (p *placed) intent(env Env, i Intent) tea.Cmd {
	n := len(p.step.Skills)
	row, clicked := i.Row()
	switch {
	case clicked && row >= 0 && row < n:
		p.at, p.scroll.hand = row, false
		p.tick[row] = !p.tick[row]
		return nil
	case i == IntentEnter:
		return p.take()
	case i == IntentSkip:
		return p.send(learn.Decline{})
	case n == 0:
	case i == IntentUp:
		p.to(-1)
		return nil
	case i == IntentDown:
		if b := p.body(env); !p.readsOn(i, b, p.room(env)) {
			p.to(1)
		}
		return nil
	case i == IntentSpace:
		p.tick[p.at], p.scroll.hand = !p.tick[p.at], false
		return nil
	}
	return p.move(env, i, p.body(env))
}

// to selects the next skill in a direction.
func (p *placed) to(by int) {
	p.at, p.scroll.hand = min(max(p.at+by, 0), len(p.tick)-1), false
}

// take goes on with the ticks as they stand.
func (p *placed) take() tea.Cmd {
	var ids []string
	changed := false
	for i, k := range p.step.Skills {
		if p.tick[i] {
			ids = append(ids, k.Skill.ID)
		}
		changed = changed || p.tick[i] != k.Known
	}
	switch {
	case !changed:
		return p.send(learn.Accept{})
	case len(ids) == 0:
		return p.send(learn.Decline{})
	}
	return p.send(learn.Submit{Answer: course.Answer{Items: ids}})
}

// send sends what the learner takes for known, once.
func (p *placed) send(a learn.Action) tea.Cmd {
	if p.sent {
		return nil
	}
	p.sent = true
	return do(a)
}

func (p *placed) Bindings(w *words.Words) []Binding {
	t := w.Flow.Placed
	bs := []Binding{{Intent: IntentEnter, Words: t.Take}}
	if len(p.tick) > 0 {
		bs = []Binding{
			{Intent: IntentUp, Words: w.Answers.Move, Quiet: true},
			{Intent: IntentDown, Words: w.Answers.Move},
			{Intent: IntentSpace, Words: t.Tick},
			{Intent: IntentEnter, Words: t.Take},
			{Intent: IntentSkip, Words: t.TakeNone},
		}
	}
	return withScroll(append(bs, p.commonBindings(w)...), w)
}

func (p *placed) View(env Env) Frame { return p.frame(env, p.body(env)) }

func (p *placed) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Placed, env.Measure()
	b := &body{}
	low := env.H < lowWindow
	if !low {
		b.para(th.Title, w.Title, width)
	}
	if len(p.step.Skills) == 0 {
		b.para(th.Text, w.Nothing, width)
		return b
	}
	how := w.Asked(p.step.Asked) + " " + w.How
	over, minutes := p.over()
	said := w.OverNone
	if over > 0 {
		said = w.Over(over, minutes)
	}
	if !low {
		b.para(th.Dim, how, width)
		b.gap()
	}
	b.para(th.Text, said, width)
	b.gap()
	b.input(p.rows(env))
	if low { // what was found comes before how to read it
		b.gap()
		b.para(th.Dim, how, width)
	}
	return b
}

// rows draws the skills: the tick, how likely each is known, what follows.
// Where the window is narrow only the selected row says what follows.
func (p *placed) rows(env Env) widget.View {
	th, w := env.Theme, env.Words.Flow.Placed
	const tick, bar, percent = 6, 10, 6 // the tick has the pointer before it and a space behind
	title, said := 0, 0
	for _, k := range p.step.Skills {
		title = max(title, ansi.StringWidth(textsafe.Line(k.Skill.Title)))
	}
	for _, s := range []string{w.Known, w.Maybe, w.New, w.Told, w.NotTold} {
		said = max(said, ansi.StringWidth(s))
	}
	rest := 2 + bar + percent + 2 + said
	wide := env.Measure() >= tick+min(title, 24)+rest
	if !wide {
		rest = percent
	}
	title = min(title, env.Measure()-tick-rest)
	v := widget.View{}
	for i, k := range p.step.Skills {
		pointer, ink, box := "  ", th.Text, th.Dim.Render(th.Mark.CheckOff)
		if p.tick[i] {
			box = th.Accent.Render(th.Mark.CheckOn)
		}
		if i == p.at {
			pointer, ink = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
			v.From, v.Cursor = len(v.Lines), &widget.Point{Y: len(v.Lines)}
		}
		v.Spots = append(v.Spots, widget.Spot{Y: len(v.Lines), W: env.W, H: 1, Part: i})
		line := pointer + box + " " + pad(ink.Render(fit(th, textsafe.Line(k.Skill.Title), title)), title)
		share, follows := th.Text.Render(percentWide(k.Mastery, percent)), th.Dim.Render(p.found(i, w))
		switch {
		case wide:
			v.Lines = append(v.Lines, chosenRow(env, i == p.at, line+"  "+th.Bar(k.Mastery, bar)+share+"  "+follows))
		case i == p.at:
			v.Lines = append(v.Lines, chosenRow(env, true, line+share), chosenRow(env, true, strings.Repeat(" ", tick)+follows))
		default:
			v.Lines = append(v.Lines, line+share)
		}
		if i == p.at {
			v.To = len(v.Lines)
		}
	}
	return v
}

// percentWide is a share as per cent in that many cells.
func percentWide(share float64, cells int) string {
	s := strconv.Itoa(words.Percent(share)) + " %"
	return strings.Repeat(" ", max(0, cells-len(s))) + s
}

// found says what follows from a tick.
func (p *placed) found(i int, w words.Placed) string {
	k := p.step.Skills[i]
	switch {
	case p.tick[i] && !k.Known:
		return w.Told
	case !p.tick[i] && k.Known:
		return w.NotTold
	case p.tick[i]:
		return w.Known
	case k.Found == learn.FoundMaybe:
		return w.Maybe
	}
	return w.New
}

// over counts the lessons that are passed over, and their minutes: those all of
// whose skills are ticked.
func (p *placed) over() (lessons, minutes int) {
	var seen []*course.Lesson
	for i, k := range p.step.Skills {
		if !p.tick[i] {
			continue
		}
		for _, l := range k.Lessons {
			if slices.Contains(seen, l) || !p.allTicked(l) {
				continue
			}
			seen = append(seen, l)
			minutes += l.Minutes
		}
	}
	return len(seen), minutes
}

// allTicked reports whether every skill that a lesson is passed over for is
// ticked.
func (p *placed) allTicked(l *course.Lesson) bool {
	for i, k := range p.step.Skills {
		if !p.tick[i] && slices.Contains(l.Skills, k.Skill.ID) {
			return false
		}
	}
	return true
}
