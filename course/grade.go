package course

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrForm says that an answer has the wrong form: it may be sent again and
// costs no try.
var ErrForm = errors.New("not an answer yet")

// Grade tells what an answer is worth.
func (q *Question) Grade(a Answer) (Verdict, error) {
	if a.DontKnow {
		return Verdict{Outcome: Wrong}, nil
	}
	v := Verdict{Outcome: Wrong}
	switch f := q.Form.(type) {
	case *Options:
		if len(a.Items) == 0 {
			return v, fmt.Errorf("%w: choose first", ErrForm)
		}
		right := true
		for _, o := range f.List {
			chosen := slices.Contains(a.Items, o.Text)
			right = right && chosen == o.Right
			if chosen {
				v.Replies = append(v.Replies, o.Reply)
			}
		}
		if right {
			v.Outcome, v.Score = Right, 1
		}
	case *Typed:
		if strings.TrimSpace(a.Text) == "" {
			return v, fmt.Errorf("%w: type something first", ErrForm)
		}
		for _, x := range f.Answers {
			if x.Text == strings.TrimSpace(a.Text) {
				return Verdict{Outcome: Right, Score: 1, Replies: []Reply{x.Reply}}, nil
			}
		}
		for _, x := range f.Not {
			if x.Text == strings.TrimSpace(a.Text) {
				v.Replies = append(v.Replies, x.Reply)
			}
		}
	default:
		if slices.Equal(a.Items, q.Solution().Items) {
			v.Outcome, v.Score = Right, 1
		}
	}
	return v, nil
}

// Solution is the right answer.
func (q *Question) Solution() Answer {
	var a Answer
	switch f := q.Form.(type) {
	case *Options:
		for _, o := range f.List {
			if o.Right {
				a.Items = append(a.Items, o.Text)
			}
		}
	case *Typed:
		a.Text = f.Answers[0].Text
	case *Order:
		a.Items = f.Items
	case *Match:
		for _, p := range f.Pairs {
			a.Items = append(a.Items, p.Right)
		}
	case *Blanks:
		for _, b := range f.List {
			a.Items = append(a.Items, b.Accept[0].Text)
		}
	}
	return a
}
