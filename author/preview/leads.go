package preview

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// Lead is an answer to a question, and what comes of it.
type Lead struct {
	Answer  course.Answer
	Outcome course.Outcome
	Says    []string // what the author says to it, Markdown; none: only what all are told
	Mixups  []string // ids of the wrong ideas that it shows
	Detours []string // ids of the lessons that it leads to and back from, also by a mix-up
	Goes    []string // ids of the lessons that it goes to
}

// Leads lists the answers to a question that its author foresaw, as far as they
// can be given, then one that is wrong where none was foreseen and it can be made,
// then "I don't know".
func Leads(c *course.Course, q *course.Question) []Lead {
	var out []Lead
	for _, a := range foreseen(q) {
		if v, err := q.Grade(a); err == nil {
			out = append(out, leadOf(c, a, v))
		}
	}
	return out
}

func leadOf(c *course.Course, a course.Answer, v course.Verdict) Lead {
	l := Lead{Answer: a, Outcome: v.Outcome}
	add := func(list *[]string, s string) {
		if s != "" && !slices.Contains(*list, s) {
			*list = append(*list, s)
		}
	}
	for _, r := range v.Replies {
		detour := r.Detour
		for _, m := range c.Mixups {
			if m.ID == r.Mixup && detour == "" {
				detour = m.Detour
			}
		}
		add(&l.Says, r.Text)
		add(&l.Mixups, r.Mixup)
		add(&l.Detours, detour)
		add(&l.Goes, r.Go)
	}
	return l
}

// stray is an answer that nobody foresees.
const stray = "???"

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
		out = append(out, course.Answer{Text: stray})
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
			wrong[i] = stray
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

// RuleOf is the rule of an entry of next as it was written; empty: it always holds.
func RuleOf(n course.NextRule) string {
	if n.When == nil {
		return ""
	}
	return n.When.Source
}
