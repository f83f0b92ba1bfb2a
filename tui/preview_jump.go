package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

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
	place := func(title, kind, id string, do learn.Action) {
		out = append(out, command{words: title, key: textsafe.Line(kind + " " + id), do: do})
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
					kind = "of a pool"
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
		out = append(out, command{words: plainText(front), key: textsafe.Line("card " + card.ID), to: RouteCards})
	}
	for _, ask := range c.Onboarding {
		out = append(out, command{words: plainText(w.Ask(ask).Prompt), key: textsafe.Line("ask " + ask.ID), to: RouteChoices})
	}
	return out
}

// leads lays a list of answers to the question over it, each with where it leads,
// to give it.
func (a *App) leads(q *course.Question) tea.Cmd {
	s := &paletteScreen{find: finder{typing: true}, title: a.o.Words.Preview.Leads, all: leadsOf(q, a.session.Course())}
	return a.cover(RoutePalette, s)
}

// asked is the question that a page puts; nil: none.
func asked(e *entry) *course.Question {
	if s, ok := e.step.(learn.Answering); ok {
		return s.Question
	}
	return nil
}

// leadsOf lists answers to a question with what comes of each: every answer that
// the author foresaw, and one that is right.
func leadsOf(q *course.Question, c *course.Course) []command {
	var out []command
	for _, a := range foreseen(q) {
		v, err := q.Grade(a)
		if err != nil {
			continue
		}
		out = append(out, command{words: answerText(a), key: comesOf(v, c), do: learn.Submit{Answer: a}})
	}
	return out
}

// foreseen are the answers that an author foresaw, as far as they can be given.
func foreseen(q *course.Question) []course.Answer {
	var out []course.Answer
	switch f := q.Form.(type) {
	case *course.Options:
		var right []string
		for _, o := range f.List {
			if f.Many && o.Right {
				right = append(right, o.Text)
			} else {
				out = append(out, course.Answer{Items: []string{o.Text}})
			}
		}
		if f.Many && len(right) > 0 {
			out = append([]course.Answer{{Items: right}}, out...)
		}
	case *course.Typed:
		for _, list := range [][]course.Accept{f.Answers, f.Close, f.Not} {
			for _, accept := range list {
				out = append(out, course.Answer{Text: accept.Text})
			}
		}
		out = append(out, course.Answer{Text: "???"})
	case *course.Order:
		out = append(out, course.Answer{Items: f.Items}, course.Answer{Items: turned(f.Items)})
	case *course.Match:
		var right []string
		for _, p := range f.Pairs {
			right = append(right, p.Right)
		}
		out = append(out, course.Answer{Items: right}, course.Answer{Items: turned(right)})
	case *course.Blanks:
		right, wrong := make([]string, len(f.List)), make([]string, len(f.List))
		for i, b := range f.List {
			wrong[i] = "???"
			if len(b.Accept) > 0 {
				right[i] = b.Accept[0].Text
			}
		}
		out = append(out, course.Answer{Items: right}, course.Answer{Items: wrong})
	}
	return append(out, course.Answer{DontKnow: true})
}

// turned is a list with its first item last: an order that is not the right one.
func turned(items []string) []string {
	if len(items) < 2 {
		return items
	}
	return append(append([]string{}, items[1:]...), items[0])
}

// answerText is an answer on one line.
func answerText(a course.Answer) string {
	switch {
	case a.DontKnow:
		return "I don't know"
	case len(a.Items) > 0:
		items := make([]string, len(a.Items))
		for i, item := range a.Items {
			items[i] = plainText(item)
		}
		return textsafe.Line(strings.Join(items, " / "))
	}
	return textsafe.Line(a.Text)
}

// comesOf says what an answer is and where it leads: the mix-up that it shows, the
// detour, the lesson that it goes to.
func comesOf(v course.Verdict, c *course.Course) string {
	said := []string{string(v.Outcome)}
	for _, r := range v.Replies {
		detour := r.Detour
		if r.Mixup != "" {
			said = append(said, "mix-up "+r.Mixup)
			for _, m := range c.Mixups {
				if m.ID == r.Mixup && detour == "" {
					detour = m.Detour
				}
			}
		}
		if detour != "" {
			said = append(said, "detour "+detour)
		}
		if r.Go != "" {
			said = append(said, "go to "+r.Go)
		}
	}
	return textsafe.Line(strings.Join(said, ", "))
}
