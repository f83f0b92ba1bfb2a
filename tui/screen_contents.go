package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// jumpMsg asks a page to show one of its lines at the top.
type jumpMsg struct{ line int }

// jumps is a list over a page of what can be gone to from it: its headings or
// its links.
type jumps struct {
	title, enter func(*words.Words) string
	close        Intent // the key that opened it closes it, too
	rows         []jump
	reader
}

// jump is a row of the list.
type jump struct {
	in    int // steps further in
	text  string
	leads func(*words.Words) string // on a line below; nil: nothing
	does  func(Env) tea.Cmd
}

func (s *jumps) Title(w *words.Words) string { return s.title(w) }

func (s *jumps) Bindings(w *words.Words) []Binding {
	bs := []Binding{
		{Intent: IntentEnter, Words: s.enter(w)},
		{Intent: IntentBack, Words: w.Keys.Close},
		{Intent: IntentQuit, Words: w.Keys.Close, Quiet: true},
		{Intent: s.close, Words: w.Keys.Close, Quiet: true},
	}
	for n := 1; n <= min(len(s.rows), 9); n++ {
		bs = append(bs, Binding{Intent: IntentDigit(n), Words: w.Keys.Number, Quiet: true})
	}
	return append(bs, moving(w)...)
}

func (s *jumps) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		s.at = max(s.at, 1)
		s.show(s.sheet(env), env.H)
	case IntentMsg:
		if n, ok := msg.Intent.Digit(); ok && n <= len(s.rows) {
			return s.take(env, n)
		}
		sh := s.sheet(env)
		switch {
		case msg.Intent == IntentEnter && s.at > 0:
			return s.take(env, s.at)
		case !s.intent(msg.Intent, sh, env.H):
			return func() tea.Msg { return BackMsg{} }
		}
	}
	return nil
}

// take closes the list and does what the row n, from 1, is for.
func (s *jumps) take(env Env, n int) tea.Cmd {
	then := s.rows[n-1].does(env)
	return func() tea.Msg { return ReturnMsg{Then: then} }
}

func (s *jumps) View(env Env) Frame { return s.frame(env, s.sheet(env), nil) }

// sheet draws the rows, the first nine with the digit that takes them.
func (s *jumps) sheet(env Env) *sheet {
	th := env.Theme
	out := &sheet{chosen: s.at}
	for n, row := range s.rows {
		lead := "   "
		if n < 9 {
			lead = strconv.Itoa(n+1) + "  "
		}
		lead += strings.Repeat("  ", row.in)
		style := th.Text
		if out.next() {
			style = th.Accent
		}
		var lines []string
		for i, line := range wrapStyled(style, row.text, max(env.W-2-len(lead), 8)) {
			if i == 0 {
				line = out.pointer(env) + style.Render(lead) + line
			} else {
				line = strings.Repeat(" ", 2+len(lead)) + line
			}
			lines = append(lines, line)
		}
		if row.leads != nil {
			if to := row.leads(env.Words); to != row.text {
				lines = append(lines, "     "+th.Dim.Render(fit(th, to, env.W-5)))
			}
		}
		out.row("", nil, lines...)
	}
	return out
}

// overContents shows the headings of a page over it, the one that is read
// chosen.
func (p *page) overContents(env Env, top, h int) tea.Cmd {
	heads := p.heads()
	if len(heads) == 0 {
		return toast(env.Words.Reading.NoHeadings)
	}
	s := &jumps{
		title: func(w *words.Words) string { return w.Reading.ContentsTitle },
		enter: func(w *words.Words) string { return w.Reading.Go },
		close: IntentContents,
	}
	page, least := env.ID, 6
	for _, head := range heads {
		least = min(least, head.Level)
	}
	for n, head := range heads {
		if head.Line <= top+h/3 {
			s.at = n + 1
		}
		s.rows = append(s.rows, jump{
			in: head.Level - least, text: head.Text,
			does: func(Env) tea.Cmd { return func() tea.Msg { return ForMsg{Screen: page, Msg: jumpMsg{head.Line}} } },
		})
	}
	return func() tea.Msg { return OverMsg{Route: RouteContents, Screen: s} }
}

// lists does what the keys for links and headings do on a page of text. ok is
// false when the intent is not one of theirs.
func (p *page) lists(env Env, i Intent, file string, s *scroll, h int) (cmd tea.Cmd, ok bool) {
	top := s.at(&p.body, h)
	if n, ok := i.Row(); ok {
		return p.askLinks(env, file, n+1), true
	}
	switch i {
	case IntentLinks:
		return p.askLinks(env, file, 0), true
	case IntentContents:
		return p.overContents(env, top, h), true
	case IntentNext:
		for _, head := range p.heads() {
			if head.Line > top {
				s.to(head.Line, &p.body, h)
				return nil, true
			}
		}
	case IntentPrev:
		for _, head := range slices.Backward(p.heads()) {
			if head.Line < top {
				s.to(head.Line, &p.body, h)
				return nil, true
			}
		}
	default:
		return nil, false
	}
	return nil, true
}

// listBindings are the keys for the links and headings of a page.
func listBindings(p learn.Page, w *words.Words) []Binding {
	r := w.Reading
	links := hasText(p, "](", "][", "]:", "://", "www.", "<a ", "[^", "@")
	bs := []Binding{
		{Intent: IntentLinks, Words: r.Links, Quiet: !links},
		{Intent: IntentContents, Words: r.Contents, Quiet: true},
		{Intent: IntentNext, Words: r.NextHeading, Quiet: true},
		{Intent: IntentPrev, Words: r.PrevHeading, Quiet: true},
	}
	if len(p.Parts) > 0 && !links {
		bs[0].Disabled = r.NoLinks
	}
	if len(p.Parts) > 0 && !hasText(p, "#", "\n==", "\n--", "<h") {
		for i := range bs[1:] {
			bs[1+i].Disabled = r.NoHeadings
		}
	}
	return bs
}

// hasText reports whether the text of a page has one of some signs in it.
func hasText(p learn.Page, signs ...string) bool {
	for _, part := range p.Parts {
		md := partText(part)
		for _, sign := range signs {
			if strings.Contains(md, sign) {
				return true
			}
		}
	}
	return false
}

// fileOf is the file of a lesson; empty where there is none.
func fileOf(l *course.Lesson) string {
	if l == nil {
		return ""
	}
	return l.File
}
