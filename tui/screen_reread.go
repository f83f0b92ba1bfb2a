package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// reread shows the pages of a lesson, as they are for this learner. The step
// below keeps its place and its unsent answer.
type reread struct {
	stage
	lesson string // its id, with "#" and that of a text to begin at; empty: where the learner is
	line   string // that is to be in sight at first; empty: none
	title  string // of another lesson than the one that the learner is in
	pages  []learn.Page
	loaded bool
	copier
}

// rereadPages are the pages that a reread screen asked for.
type rereadPages struct {
	lesson, title string
	file          string // of the lesson
	pages         []learn.Page
}

func newReread(lesson, line string) *reread {
	return &reread{stage: newStage(learn.Place{}), lesson: lesson, line: line}
}

func (r *reread) Title(w *words.Words) string {
	if r.title != "" {
		return r.title
	}
	return w.Flow.Rereading
}

// Place is the text that the page was opened at, or the lesson.
func (r *reread) Place() string { return r.lesson }

func (r *reread) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: r.read}
		}
	case rereadPages:
		first := !r.loaded
		r.pages, r.loaded, r.title = msg.pages, true, msg.title
		r.prose.file = msg.file
		if r.lesson == "" {
			r.lesson = msg.lesson
		}
		if first {
			r.begin(env)
		}
	case pageLinks:
		return overLinks(env, msg)
	case jumpMsg:
		pg := r.page(env, msg.line+r.scroll.far(env.H))
		r.scroll.to(msg.line, &pg.body, r.room(env))
	case layMsg:
		pg := r.page(env, r.scroll.far(env.H))
		r.page(env, len(pg.lines)+layLines)
	case IntentMsg:
		return r.intent(env, msg.Intent)
	}
	return nil
}

// read asks the session for the pages.
func (r *reread) read(s Session) tea.Msg {
	at := s.Step().At().Lesson
	lesson, _, _ := strings.Cut(r.lesson, "#")
	l := at
	if lesson != "" {
		l = s.Course().Lesson(lesson)
	}
	if l == nil {
		return rereadPages{}
	}
	out := rereadPages{lesson: l.ID, file: l.File, pages: s.Pages(l.ID)}
	if l != at {
		out.title = titleOf(l)
	}
	for i := range out.pages {
		out.pages[i].Parts = slices.Clone(out.pages[i].Parts)
	}
	return out
}

// begin scrolls to the text, and the line in it, that the page was opened at.
func (r *reread) begin(env Env) {
	_, text, at := strings.Cut(r.lesson, "#")
	if !at {
		return
	}
	pg := &page{}
	pg.para(env.Theme.Info, r.help(env), env.Measure())
	for _, p := range r.pages {
		for j, part := range p.Parts {
			if partID(part) != text {
				continue
			}
			before := p
			before.Parts = p.Parts[:j]
			pg.gap()
			pg.join(r.prose.page(env, before, everyLine))
			top := len(pg.lines)
			whole := r.page(env, everyLine)
			r.scroll.hand, r.scroll.begun = true, true
			r.scroll.top = max(0, lineOf(whole.lines, top, r.line)-1)
			return
		}
		pg.gap()
		pg.join(r.prose.page(env, p, everyLine))
	}
}

// partID is the id of a text or an idea.
func partID(part learn.Part) string {
	switch part := part.(type) {
	case learn.TextPart:
		return part.ID
	case learn.WayPart:
		return part.ID
	}
	return ""
}

// lineOf is the first drawn line from top on that begins the given line of a
// text, or top: a line may be drawn as several.
func lineOf(lines []string, top int, line string) int {
	words := strings.Fields(line)
	for n := min(len(words), 6); n > 0; n-- {
		begin := strings.Join(words[:n], " ")
		for i := top; i < len(lines); i++ {
			if strings.Contains(strings.Join(strings.Fields(ansi.Strip(lines[i])), " "), begin) {
				return i
			}
		}
	}
	return top
}

// help is what is said above the pages.
func (r *reread) help(env Env) string {
	if r.title != "" {
		return env.Words.Finding.Looking
	}
	return env.Words.Flow.RereadHelp
}

func (r *reread) intent(env Env, i Intent) tea.Cmd {
	pg := r.page(env, r.scroll.reach(i, env.H))
	h := r.room(env)
	if cmd := r.copy(env, i, pg, r.scroll.at(&pg.body, h), h); cmd != nil {
		return cmd
	}
	if cmd, ok := pg.lists(env, i, r.prose.file, &r.scroll, h); ok {
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
	case IntentEnter:
		if r.title != "" {
			return do(learn.GoTo{ID: r.lesson})
		}
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
	if r.title != "" {
		bs = append([]Binding{bs[0], {Intent: IntentEnter, Words: w.Finding.GoThere}}, bs[1:]...)
	}
	bs = append(bs, listBindings(learn.Page{}, w)...)
	return withScroll(append(bs, slideBindings(w)...), w)
}

func (r *reread) View(env Env) Frame {
	pg := r.page(env, r.scroll.far(env.H))
	h := r.room(env)
	top := r.scroll.at(&pg.body, h)
	pg.spots = pg.linkSpots(top, top+h)
	return r.frame(env, &pg.body)
}

// page draws all pages, one below the other, after a line that says that
// nothing is lost, until there are far lines.
func (r *reread) page(env Env, far int) *page {
	out := &page{}
	if len(r.pages) == 0 {
		if r.loaded {
			out.para(env.Theme.Text, env.Words.Flow.NoPages, env.Measure())
		}
		return out
	}
	out.para(env.Theme.Info, r.help(env), env.Measure())
	for _, pg := range r.pages {
		if out.more {
			break
		}
		out.gap()
		rest := everyLine
		if far != everyLine {
			rest = max(far-len(out.lines), 0)
		}
		out.join(r.prose.page(env, pg, rest))
	}
	return out
}
