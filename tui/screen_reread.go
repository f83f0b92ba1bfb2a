package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// reread shows the pages of the lesson that the learner is in, as they are for
// this learner. The step below keeps its place and its unsent answer.
type reread struct {
	stage
	pages  []learn.Page
	loaded bool
	copier
}

// rereadPages are the pages that a reread screen asked for.
type rereadPages struct {
	pages []learn.Page
}

func newReread() *reread { return &reread{stage: newStage(learn.Place{})} }

func (r *reread) Title(w *words.Words) string { return w.Flow.Rereading }

func (r *reread) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: readPages}
		}
	case rereadPages:
		r.pages, r.loaded = msg.pages, true
	case IntentMsg:
		return r.intent(env, msg.Intent)
	}
	return nil
}

// readPages asks the session for the pages of the present lesson.
func readPages(s Session) tea.Msg {
	p := s.Step().At()
	if p.Lesson == nil {
		return rereadPages{}
	}
	pages := s.Pages(p.Lesson.ID)
	for i := range pages {
		pages[i].Parts = slices.Clone(pages[i].Parts)
	}
	return rereadPages{pages: pages}
}

func (r *reread) intent(env Env, i Intent) tea.Cmd {
	pg := r.page(env)
	h := r.room(env, &pg.body)
	if cmd := r.copy(env, i, pg, r.scroll.at(&pg.body, h), h); cmd != nil {
		return cmd
	}
	switch i {
	case IntentSpace:
		if r.scroll.end(&pg.body, h) {
			return func() tea.Msg { return BackMsg{} }
		}
		i = IntentPageDown
	case IntentWay:
		r.nextWay(pg, h)
		return nil
	}
	pg.slide(&r.prose, i, r.scroll.at(&pg.body, h), h)
	r.scroll.intent(i, &pg.body, h)
	return nil
}

// nextWay turns to another explanation, here only: what the learner prefers
// is changed on the page itself.
func (r *reread) nextWay(pg *page, h int) {
	at := pg.way(r.scroll.at(&pg.body, h), h)
	if at == nil {
		return
	}
	for i, p := range r.pages {
		for j, part := range p.Parts {
			if w, ok := part.(learn.WayPart); ok && w.Ways == at.part.Ways {
				w.Shown = (w.Shown + 1) % len(w.List)
				r.pages[i].Parts[j] = w
			}
		}
	}
}

func (r *reread) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentSpace, Words: w.Flow.PageDown},
		{Intent: IntentWay, Words: w.Keys.Way, Quiet: true},
		{Intent: IntentCopy, Words: w.Keys.Copy, Quiet: true},
	}
	return withScroll(append(bs, slideBindings(w)...), w)
}

func (r *reread) View(env Env) Frame {
	pg := r.page(env)
	return r.frame(env, &pg.body)
}

// page draws all pages, one below the other, after a line that says that
// nothing is lost.
func (r *reread) page(env Env) *page {
	out := &page{}
	if len(r.pages) == 0 {
		if r.loaded {
			out.para(env.Theme.Text, env.Words.Flow.NoPages, env.Measure())
		}
		return out
	}
	out.para(env.Theme.Info, env.Words.Flow.RereadHelp, env.Measure())
	for _, pg := range r.pages {
		out.gap()
		out.join(r.prose.page(env, pg))
	}
	return out
}
