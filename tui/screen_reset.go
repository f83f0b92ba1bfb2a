package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// resetScreen says what starting something over sets back, and does it when the
// learner wants it: a box over the page where they asked for it.
type resetScreen struct {
	reset learn.Reset
	data  *resetData // nil: the session was not asked yet
	scroll
}

// resetData is what the box asks the session for.
type resetData struct {
	back learn.SetBack
	err  error
	day  time.Time
}

// roomy is the height from which the sentences of the box stand apart, in rows.
const roomy = 12

func newReset(r learn.Reset) *resetScreen { return &resetScreen{reset: r} }

// resets is a page that shows something which can be started over.
type resets interface{ Resets() []learn.Reset }

// startOvers are the rows of the palette that start something over: what the
// page is about, else what is before the learner, and the course.
func (a *App) startOvers(below *entry) []command {
	if a.session == nil || below == nil {
		return nil
	}
	var of []learn.Reset
	task := false
	page, about := below.screen.(resets)
	if at := a.stepAt(); about {
		of = page.Resets()
	} else if at >= 0 {
		of = resetsAt(a.stack[at].step)
		_, task = a.stack[at].step.(learn.Doing)
	}
	var out []command
	for _, r := range append(of, learn.Reset{What: learn.ResetCourse}) {
		row := a.o.Words.Reset.Rows[r.What]
		if task && r.What == learn.ResetQuestion {
			row = a.o.Words.Reset.Task
		}
		out = append(out, command{words: row, also: a.o.Words.Reset.Also, msg: OverMsg{Route: RouteReset, Screen: newReset(r)}})
	}
	return out
}

// resetsAt is what can be started over at a step.
func resetsAt(st learn.Step) []learn.Reset {
	var of []learn.Reset
	var q *course.Question
	switch st := st.(type) {
	case learn.Answering:
		q = st.Question
	case learn.Feedback:
		q = st.Question
	}
	if q != nil {
		of = append(of, learn.Reset{What: learn.ResetQuestion, ID: q.ID})
	}
	if st, ok := st.(learn.Doing); ok {
		of = append(of, learn.Reset{What: learn.ResetQuestion, ID: st.Task.ID})
	}
	if l := st.At().Lesson; l != nil {
		of = append(of, learn.Reset{What: learn.ResetLesson, ID: l.ID})
	}
	return of
}

// Resets is the lesson or the skill that is chosen.
func (s *outlineScreen) Resets() []learn.Reset {
	switch row := s.row(); {
	case row.lesson != nil:
		return []learn.Reset{{What: learn.ResetLesson, ID: row.lesson.Lesson.ID}}
	case row.skill != nil:
		return []learn.Reset{{What: learn.ResetSkill, ID: row.skill.Skill.ID}}
	}
	return nil
}

// Resets is the skill that is shown.
func (s *skillScreen) Resets() []learn.Reset {
	return []learn.Reset{{What: learn.ResetSkill, ID: s.id}}
}

func (s *resetScreen) Title(w *words.Words) string { return w.Reset.Title }

// can reports whether there is something to set back.
func (s *resetScreen) can() bool { return s.data != nil && s.data.err == nil }

func (s *resetScreen) Bindings(w *words.Words) []Binding {
	yes := Binding{Intent: IntentEnter, Words: w.Reset.Yes}
	if !s.can() {
		yes.Disabled = w.Reset.Nothing
	}
	return withScroll([]Binding{yes, {Intent: IntentBack, Words: w.Reset.No}}, w)
}

func (s *resetScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg {
				back, err := l.SetBack(s.reset)
				return resetData{back, err, l.Today().Day}
			}}
		}
	case resetData:
		s.data = &msg
	case IntentMsg:
		switch {
		case msg.Intent == IntentBack:
			return func() tea.Msg { return BackMsg{} }
		case msg.Intent == IntentEnter && s.can():
			return func() tea.Msg { return ReturnMsg{Then: do(s.reset)} }
		}
		s.scroll.intent(msg.Intent, s.body(env), env.H)
	}
	return nil
}

func (s *resetScreen) View(env Env) Frame { return s.scroll.draw(env, s.body(env), env.H) }

func (s *resetScreen) body(env Env) *body {
	th, w, b := env.Theme, env.Words, &body{}
	switch d := s.data; {
	case d == nil:
	case errors.Is(d.err, learn.ErrNotNow):
		b.para(th.Heading, w.Reset.Ask[s.reset.What](shownTitle(d.back.Title)), env.Measure())
		b.gap()
		b.para(th.Text, sentence(w.Reset.Nothing), env.Measure())
	case d.err != nil:
		b.para(th.Warn, sentence(w.NoSuch(d.err)), env.Measure())
	default:
		b.para(th.Heading, w.Reset.Ask[s.reset.What](shownTitle(d.back.Title)), env.Measure())
		for _, line := range w.SetBack(d.back, d.day) {
			if env.H >= roomy {
				b.gap()
			}
			b.para(th.Text, line, env.Measure())
		}
	}
	return b
}
