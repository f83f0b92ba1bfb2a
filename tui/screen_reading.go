package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// reading is a page of lesson text.
type reading struct {
	stage
	step learn.Reading
	copier
}

func newReading(s learn.Reading) *reading {
	return &reading{stage: newStage(s.Place), step: s}
}

func (r *reading) Title(w *words.Words) string {
	if r.step.Another {
		return w.Flow.Titles.Another
	}
	return w.Flow.Titles.Text
}

func (r *reading) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case StepMsg:
		r.take(msg)
	case pageLinks:
		return overLinks(env, msg)
	case jumpMsg:
		pg := r.page(env, msg.line+r.scroll.far(env.H))
		r.scroll.to(msg.line, &pg.body, r.room(env))
	case layMsg:
		pg := r.page(env, r.scroll.far(env.H))
		r.page(env, len(pg.lines)+layLines)
	case IntentMsg:
		r.notice = ""
		return r.intent(env, msg.Intent)
	}
	return nil
}

// take shows the step after an action that stays on the page, such as another
// explanation, with the explanation where it was on the screen.
func (r *reading) take(msg StepMsg) {
	s, ok := msg.Step.(learn.Reading)
	if !ok || msg.Err != nil {
		return
	}
	if s.Page.ID != r.step.Page.ID || s.Lesson != r.step.Lesson {
		*r = *newReading(s)
		return
	}
	r.step, r.place = s, s.Place
}

func (r *reading) intent(env Env, i Intent) tea.Cmd {
	pg := r.page(env, r.scroll.reach(i, env.H))
	h := r.room(env)
	if cmd := r.copy(env, i, pg, r.scroll.at(&pg.body, h), h); cmd != nil {
		return cmd
	}
	if cmd, ok := pg.lists(env, i, fileOf(r.place.Lesson), &r.scroll, h); ok {
		return cmd
	}
	switch i {
	case IntentEnter, IntentSpace:
		// Neither key may pass over lines that were never in sight.
		if r.scroll.end(&pg.body, h) {
			return do(learn.Continue{})
		}
		i = IntentPageDown
	case IntentWay:
		return r.nextWay(pg, h)
	case IntentPicture:
		return visit(RoutePicture)
	}
	pg.slide(&r.prose, i, r.scroll.at(&pg.body, h), h)
	return r.move(env, i, &pg.body)
}

// nextWay asks for the next explanation of the idea that is in sight.
func (r *reading) nextWay(pg *page, h int) tea.Cmd {
	at := pg.way(r.scroll.at(&pg.body, h), h)
	if at == nil {
		return nil
	}
	next := at.part.List[(at.part.Shown+1)%len(at.part.List)]
	return do(learn.ShowWay{Ways: at.part.ID, Key: next.Key})
}

func (r *reading) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentSpace, Words: w.Flow.PageDown},
		{Intent: IntentEnter, Words: w.Flow.GoOn},
		wayBinding(r.step.Page, w),
		{Intent: IntentCopy, Words: w.Keys.Copy, Quiet: !hasCode(r.step.Page)},
	}
	if !hasCode(r.step.Page) {
		bs[3].Disabled = w.Flow.NoCode
	} else {
		bs = append(bs, slideBindings(w)...)
	}
	if hasPicture(r.step.Page) {
		bs = append(bs, Binding{Intent: IntentPicture, Words: w.Keys.Picture, Quiet: true})
	}
	bs = append(bs, listBindings(r.step.Page, w)...)
	bs = append(bs, r.commonBindings(w)...)
	return withScroll(bs, w)
}

// wayBinding is the key for another explanation.
func wayBinding(p learn.Page, w *words.Words) Binding {
	b := Binding{Intent: IntentWay, Words: w.Keys.Way, Disabled: w.Flow.NoWays}
	for _, part := range p.Parts {
		if way, ok := part.(learn.WayPart); ok && len(way.List) > 1 {
			b.Disabled = ""
		}
	}
	return b
}

// hasCode reports whether a page shows a code block.
func hasCode(p learn.Page) bool {
	for _, part := range p.Parts {
		switch part := part.(type) {
		case learn.TextPart:
			if strings.Contains(part.Markdown, "```") || strings.Contains(part.Markdown, "~~~") || strings.Contains(part.Markdown, "\n    ") {
				return true
			}
		case learn.WayPart:
			md := part.List[part.Shown].Markdown
			if strings.Contains(md, "```") || strings.Contains(md, "~~~") {
				return true
			}
		}
	}
	return false
}

func (r *reading) View(env Env) Frame {
	pg := r.page(env, r.scroll.far(env.H))
	h := r.room(env)
	top := r.scroll.at(&pg.body, h)
	pg.spots = pg.linkSpots(top, top+h)
	return r.frame(env, &pg.body)
}

// page draws the page until it has far lines.
func (r *reading) page(env Env, far int) *page {
	pg := r.prose.page(env, r.step.Page, far)
	if r.step.Another {
		pg = r.another(env, pg)
	}
	if !pg.more {
		pg.add(besideLines(env)...)
	}
	return pg
}

// another says above the page that it is another explanation.
func (r *reading) another(env Env, pg *page) *page {
	top := &page{}
	top.para(env.Theme.Dim, env.Words.Flow.Question.Another, env.Measure())
	top.gap()
	top.join(pg)
	return top
}
