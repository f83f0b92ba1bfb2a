package course

import (
	"errors"
	"slices"
)

// Grade tells what an answer is worth. It depends on nothing but the question
// and the answer. The error is a *FormError; such an answer is not graded.
//
// What an Answer holds for each form:
//   - Options: Items are the Text of the chosen options, in any order
//   - Typed: Text is what was typed
//   - Order: Items are the items in the learner's order
//   - Match: Items are right sides, the n-th for the n-th left side
//   - Blanks: Items are what was typed, one for each blank
//
// DontKnow is wrong in every form, and gets the reply of an option that says
// the same, if there is one.
func (q *Question) Grade(a Answer) (Verdict, error) {
	if a.DontKnow {
		return q.gradeDontKnow(), nil
	}
	switch f := q.Form.(type) {
	case *Options:
		return f.grade(a.Items)
	case *Typed:
		return f.key(q).grade(a.Text)
	case *Order:
		return f.grade(a.Items)
	case *Match:
		return f.grade(a.Items)
	case *Blanks:
		return f.grade(q, a.Items)
	}
	return Verdict{}, lacks(LackForm)
}

func (q *Question) gradeDontKnow() Verdict {
	v := Verdict{Outcome: Wrong}
	if f, ok := q.Form.(*Options); ok {
		for _, o := range f.List {
			if o.DontKnow {
				v.addReply(o.Reply)
			}
		}
	}
	return v
}

// addReply adds a reply that says or does something.
func (v *Verdict) addReply(r Reply) {
	if r.Text != "" || r.Mixup != "" || r.Detour != "" || r.Go != "" {
		v.Replies = append(v.Replies, r)
	}
}

// settle sets the outcome of an answer made of parts: right when all are, else
// wrong with the given reply.
func (v *Verdict) settle(wrong Reply) {
	if !slices.ContainsFunc(v.Parts, func(p Part) bool { return !p.OK }) {
		v.Outcome, v.Score = Right, 1
		return
	}
	v.Outcome = Wrong
	v.addReply(wrong)
}

// grade wants all the right options and no other. A right choice gets the
// replies of what was chosen, a wrong one those of the wrong options chosen;
// how many are missing can be counted in Parts (not OK and nothing given).
//
// The partial score of a choice of many is the share of the right options
// chosen less the share of the wrong ones, so that taking all or none earns
// nothing (Youden, 1950).
func (f *Options) grade(items []string) (Verdict, error) {
	for _, it := range items {
		if !slices.ContainsFunc(f.List, func(o Option) bool { return o.Text == it }) {
			return Verdict{}, lacks(LackShown)
		}
	}
	chosen := func(o Option) bool { return slices.Contains(items, o.Text) }
	if err := f.checkCount(chosen); err != nil {
		return Verdict{}, err
	}
	var v Verdict
	var hits, rights, alarms, wrongs float64
	var praise, correct []Reply
	for _, o := range f.List {
		p := Part{OK: chosen(o) == o.Right}
		if chosen(o) {
			p.Given = o.Text
		}
		switch {
		case o.Right:
			rights++
		case !o.DontKnow:
			wrongs++
		}
		switch {
		case chosen(o) && o.Right:
			hits++
			praise = append(praise, o.Reply)
		case chosen(o):
			alarms++
			correct = append(correct, o.Reply)
		}
		v.Parts = append(v.Parts, p)
	}
	v.settle(Reply{})
	if v.Outcome == Right {
		correct = praise
	} else if f.Many {
		v.Score = max(0, hits/max(1, rights)-alarms/max(1, wrongs))
	}
	for _, r := range correct {
		v.addReply(r)
	}
	return v, nil
}

// checkCount refuses a choice of too few or too many options.
func (f *Options) checkCount(chosen func(Option) bool) error {
	n, dontKnow := 0, false
	for _, o := range f.List {
		if chosen(o) {
			n++
			dontKnow = dontKnow || o.DontKnow
		}
	}
	switch {
	case n == 0 && f.Many:
		return lacks(LackOptions)
	case n == 0:
		return lacks(LackOption)
	case n > 1 && !f.Many:
		return lacks(LackOne)
	case n > 1 && dontKnow:
		return lacks(LackEither)
	}
	return nil
}

// grade wants the items in the stated order; items of the same text may stand
// for each other. The partial score counts the longest run of items that stand
// in the right order, others between them left out: 0 for a reversed list.
func (f *Order) grade(items []string) (Verdict, error) {
	given, want := slices.Sorted(slices.Values(items)), slices.Sorted(slices.Values(f.Items))
	if !slices.Equal(given, want) {
		return Verdict{}, &FormError{Lack: LackOrder, Count: len(f.Items)}
	}
	var v Verdict
	for i, it := range items {
		v.Parts = append(v.Parts, Part{OK: it == f.Items[i], Given: it})
	}
	if n := len(items); n > 1 {
		v.Score = float64(commonRun(items, f.Items)-1) / float64(n-1)
	}
	v.settle(f.Reply)
	return v, nil
}

// commonRun returns the length of the longest common subsequence.
func commonRun(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// grade wants each left side with its own right side. The partial score is the
// share of pairs that are right.
func (f *Match) grade(items []string) (Verdict, error) {
	known := func(text string) bool {
		return slices.ContainsFunc(f.Pairs, func(p Pair) bool { return p.Right == text })
	}
	if len(items) != len(f.Pairs) {
		return Verdict{}, &FormError{Lack: LackMatch, Count: len(f.Pairs)}
	}
	var v Verdict
	for i, it := range items {
		if !known(it) {
			return Verdict{}, &FormError{Lack: LackMatch, Count: len(f.Pairs)}
		}
		v.Parts = append(v.Parts, Part{OK: it == f.Pairs[i].Right, Given: it})
	}
	v.Score = shareOK(v.Parts)
	v.settle(f.Reply)
	return v, nil
}

func shareOK(parts []Part) float64 {
	n := 0
	for _, p := range parts {
		if p.OK {
			n++
		}
	}
	return float64(n) / float64(max(1, len(parts)))
}

// grade wants every blank filled in right. Each is checked like a typed
// answer. When nothing but spelling is off, the outcome is Spelling.
func (f *Blanks) grade(q *Question, items []string) (Verdict, error) {
	if len(items) != len(f.List) {
		return Verdict{}, &FormError{Lack: LackBlanks, Count: len(f.List)}
	}
	var v Verdict
	wrong, meant := false, ""
	for i, it := range items {
		got, err := f.key(q, i).grade(it)
		if err != nil {
			if form := (*FormError)(nil); len(items) > 1 && errors.As(err, &form) {
				form.Blank = i + 1
			}
			return Verdict{}, err
		}
		p := Part{OK: got.Outcome == Right, Given: it, Spelling: got.Outcome == Spelling}
		if p.Spelling && meant == "" {
			meant = got.DidYouMean
		}
		wrong = wrong || got.Outcome == Wrong
		v.Parts = append(v.Parts, p)
	}
	v.Score = shareOK(v.Parts)
	if !wrong && meant != "" {
		v.Outcome, v.DidYouMean = Spelling, meant
		return v, nil
	}
	v.settle(f.Reply)
	return v, nil
}

// key is what one blank is checked against.
func (f *Blanks) key(q *Question, i int) *key {
	t := &Typed{Answers: f.List[i].Accept, ExactAccents: f.ExactAccents, ExactCase: f.ExactCase}
	k := t.key(q)
	k.others = func() []statedText {
		var others []Accept
		for j, b := range f.List {
			if j != i {
				others = append(others, b.Accept...)
			}
		}
		return k.fold.state(others)
	}
	return k
}
