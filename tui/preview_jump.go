package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// jump lays a list of all that the course holds over the page, each with its id, to
// go there.
func (a *App) jump() tea.Cmd {
	s := &paletteScreen{find: finder{typing: true}, title: a.o.Words.Preview.Jump, all: everyPlace(a.session.Course(), a.o.Words)}
	return a.cover(RoutePalette, s)
}

// everyPlace lists the lessons of a course with what they hold, then its cards and
// what is asked first.
func everyPlace(c *course.Course, w *words.Words) []command {
	var out []command
	called := func(kind, id string) string { return textsafe.Line(w.Preview.Places[kind] + " " + id) }
	place := func(title, kind, id string, do learn.Action) {
		out = append(out, command{words: title, key: called(kind, id), do: do})
	}
	for _, l := range c.Lessons {
		kind := string(l.Kind)
		if kind == "" {
			kind = string(course.KindLesson)
		}
		place(titleOf(l), kind, l.ID, learn.GoTo{ID: l.ID})
		pooled := map[string]bool{}
		l.EachBlock(func(b course.Block) {
			if p, ok := b.(*course.Pool); ok {
				place("  "+shownTitle(p.Title), "pool", p.ID, learn.GoTo{ID: p.ID})
				for _, q := range p.Questions {
					pooled[q.ID] = true
				}
			}
		})
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				kind := "question"
				if pooled[b.ID] {
					kind = "pooled"
				}
				place("  "+plainText(b.Prompt), kind, b.ID, learn.GoTo{ID: b.ID})
			case *course.Task:
				place("  "+plainText(b.Title), "task", b.ID, learn.GoTo{ID: b.ID})
			case *course.Ask:
				place("  "+plainText(b.Prompt), "ask", b.ID, learn.GoTo{ID: b.ID})
			case *course.Extra:
				place("  "+plainText(b.Title), "extra", b.ID, learn.GoTo{ID: b.ID})
			}
		})
	}
	for _, card := range c.Cards {
		front, _, _ := strings.Cut(card.Front, "\n")
		out = append(out, command{words: plainText(front), key: called("card", card.ID), to: RouteCards})
	}
	for _, ask := range c.Onboarding {
		out = append(out, command{words: plainText(w.Ask(ask).Prompt), key: called("ask", ask.ID), to: RouteChoices})
	}
	return out
}

// asked is the question that a page puts, or tells the answer to, and the lesson
// that it is in, if it is in one; nil: none.
func asked(e *entry) (q *course.Question, in *course.Lesson) {
	switch s := e.step.(type) {
	case learn.Answering:
		return s.Question, s.Lesson
	case learn.Feedback:
		return s.Question, s.Lesson
	}
	return nil, nil
}

// leads lays a list of answers to the question over it, each with what is said to
// it and where it leads, to give it; below them, where the lesson leads at its end.
func (a *App) leads(e *entry) tea.Cmd {
	q, in := asked(e)
	all := leadsOf(q, a.session.Course(), a.o.Words)
	if _, told := e.step.(learn.Feedback); told { // it is put once more
		for i := range all {
			all[i].do, all[i].then = learn.GoTo{ID: q.ID}, all[i].do
		}
	}
	if in != nil {
		all = append(all, nextOf(in, a.o.Words)...)
	}
	return a.cover(RoutePalette, &paletteScreen{find: finder{typing: true}, title: a.o.Words.Preview.Leads, all: all})
}

// leadsOf lists answers to a question with what comes of each.
func leadsOf(q *course.Question, c *course.Course, w *words.Words) []command {
	var out []command
	for _, l := range preview.Leads(c, q) {
		row := command{words: answerText(l.Answer, w), do: learn.Submit{Answer: l.Answer}, told: []string{w.Preview.Silent}}
		row.key = textsafe.Line(w.Preview.Comes(string(l.Outcome), l.Mixups, l.Detours, l.Goes))
		if len(l.Says) > 0 {
			row.told = nil
		}
		for _, said := range l.Says {
			row.told = append(row.told, plainText(said))
		}
		out = append(out, row)
	}
	return out
}

// nextOf lists where a lesson leads at its end, rule by rule.
func nextOf(l *course.Lesson, w *words.Words) []command {
	var out []command
	for _, n := range l.Next {
		row := command{words: textsafe.Line(w.Preview.AtEnd(preview.RuleOf(n))), told: []string{w.Preview.EndHow}}
		switch {
		case n.Detour != "":
			row.key, row.do = w.Preview.Detour(n.Detour), learn.GoTo{ID: n.Detour}
		case n.Go != "":
			row.key, row.do = w.Preview.GoTo(n.Go), learn.GoTo{ID: n.Go}
		default:
			row.key, row.do = w.Preview.Places["ask"]+" "+n.Ask, learn.GoTo{ID: n.Ask}
		}
		row.key = textsafe.Line(row.key)
		out = append(out, row)
	}
	return out
}

// answerText is an answer on one line.
func answerText(a course.Answer, w *words.Words) string {
	switch {
	case a.DontKnow:
		return w.Keys.DontKnow
	case len(a.Items) > 0:
		items := make([]string, len(a.Items))
		for i, item := range a.Items {
			items[i] = plainText(item)
		}
		return textsafe.Line(strings.Join(items, " / "))
	}
	return textsafe.Line(a.Text)
}
