package tui

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// glossaryScreen lists the terms of a course: those on the present page first,
// then in the order of the alphabet. What is typed narrows it down. The selected
// term has its meaning below it, and where there is room all have.
type glossaryScreen struct {
	entries []course.Entry
	here    []string // terms on the present page
	find    finder
	rows
	prose markdown
}

// termsHere are the terms on the page that the learner came from.
type termsHere []string

// newGlossary opens the glossary, at a term if one is named.
func newGlossary(c *course.Course, term string) *glossaryScreen {
	s := &glossaryScreen{entries: slices.Clone(c.Glossary), find: finder{text: term, typing: true}}
	s.sort()
	return s
}

// sort puts the terms on the present page first.
func (s *glossaryScreen) sort() {
	sort.SliceStable(s.entries, func(i, j int) bool {
		a, b := s.entries[i].Term, s.entries[j].Term
		if x, y := slices.Contains(s.here, a), slices.Contains(s.here, b); x != y {
			return x
		}
		return strings.ToLower(a) < strings.ToLower(b)
	})
}

func (s *glossaryScreen) Title(w *words.Words) string { return w.Outline.GlossaryTitle }

func (s *glossaryScreen) Captures() bool { return s.find.typing }

// Place is the selected term.
func (s *glossaryScreen) Place() string {
	if l := s.list(); s.at < len(l) {
		return learn.TermSpot(l[s.at].Term)
	}
	return ""
}

func (s *glossaryScreen) Bindings(w *words.Words) []Binding {
	bs := withoutSpace(moving(w))
	for i := range bs {
		if bs[i].Intent == IntentDown && len(s.list()) > 1 {
			bs[i].Words, bs[i].Quiet = w.Answers.Move, false
		}
	}
	return bs
}

func (s *glossaryScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return termsHere(l.TermsHere()) }}
		}
	case termsHere:
		s.here = msg
		s.sort()
	case tea.KeyPressMsg, tea.PasteMsg:
		s.find.key(msg)
		s.find.typing = true
		s.at = 0
	case IntentMsg:
		s.move(msg.Intent, len(s.list()), s.height(env), s.can)
	}
	s.settle(len(s.list()), s.height(env), s.can)
	return nil
}

// list gives the terms that match: by the term before those by the meaning.
func (s *glossaryScreen) list() []course.Entry {
	if s.find.text == "" {
		return s.entries
	}
	var byTerm, byMeaning []course.Entry
	for _, e := range s.entries {
		switch {
		case s.find.matches(e.Term):
			byTerm = append(byTerm, e)
		case s.find.matches(e.Term + " " + e.Meaning):
			byMeaning = append(byMeaning, e)
		}
	}
	return append(byTerm, byMeaning...)
}

func (s *glossaryScreen) can(i int) bool { return i >= 0 && i < len(s.list()) }

// height is how many terms are surely in sight beside the meaning of one.
func (s *glossaryScreen) height(env Env) int { return max(env.H/2, 1) }

func (s *glossaryScreen) View(env Env) Frame {
	th := env.Theme
	b := &body{}
	var spots []Spot
	label := env.Words.Finding.Ask + env.Words.Print.Colon + " "
	b.add(th.Accent.Render(label)+fit(th, s.find.text, env.W-ansi.StringWidth(label)-1), "")
	cursor := tea.NewCursor(min(ansi.StringWidth(label+s.find.text), env.W-1), 0)
	top := len(b.lines)
	all := s.list()
	switch {
	case len(s.entries) == 0:
		b.para(th.Dim, env.Words.Finding.NoTerms, env.Measure())
	case len(all) == 0:
		b.para(th.Dim, env.Words.Finding.NoTerm(s.find.text), env.Measure())
	}
	first := s.from(len(all), s.height(env))
	list := body{}
	for i := first; i < len(all) && len(list.lines) < env.H; i++ {
		e, at := all[i], i == s.at
		from := len(list.lines)
		list.add(s.term(env, e, at))
		list.add(indent(indent(s.prose.doc(env, e.Meaning, env.Measure()-4).Lines))...)
		list.add("")
		if at {
			list.from, list.to = from, len(list.lines)
		}
		spots = append(spots, rowSpot(i, from, len(list.lines)-1, env.W, at))
	}
	// The whole of the selected term comes into sight, as far as it fits.
	skip := 0
	if room := env.H - top; list.to > room {
		skip = min(list.to-room, list.from)
	}
	b.add(list.lines[skip:]...)
	return Frame{Text: joined(b.lines, env), Cursor: cursor, Spots: moveSpots(within(spots, skip, env.H-top), 0, top), Sight: sight(first, max(len(spots), 1), len(all))}
}

// term draws the line of a term.
func (s *glossaryScreen) term(env Env, e course.Entry, at bool) string {
	th := env.Theme
	pointer, style := "  ", th.Title
	if at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	right := ""
	if slices.Contains(s.here, e.Term) {
		right = th.Info.Render(env.Words.Finding.Here)
	}
	return chosenRow(env, at, spread(th, pointer+style.Render(textsafe.Line(e.Term)), right, env.Measure()))
}
