package course

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// proveAnswers grades every stated answer of a question by the question's own
// check and reports those that do not get what their author states: an Answer
// or Also that is refused, a Not that is right, a Close that is anything else,
// a solution that is wrong. It also reports answers that cannot be told apart
// or never come up. A question without right answers is left to its reader.
func proveAnswers(q *Question) []Diag {
	var diags []Diag
	switch f := q.Form.(type) {
	case *Options:
		if !slices.ContainsFunc(f.List, func(o Option) bool { return o.Right }) {
			return nil
		}
		diags = f.prove()
	case *Typed:
		if len(f.Answers) == 0 {
			return nil
		}
		diags = f.prove(q)
	case *Match:
		diags = f.prove(q.Pos)
	case *Blanks:
		diags = f.prove(q)
	}
	if hasErrors(diags) {
		return diags
	}
	if v, err := q.Grade(q.Solution()); err != nil || v.Outcome != Right {
		diags = append(diags, Diag{Code: codeAnswerRefused, Severity: Error, Pos: q.Pos,
			Msg:  "the right answer is refused by the question's own check" + because(v, err),
			Hint: "look for answers that contradict each other"})
	}
	return diags
}

func hasErrors(diags []Diag) bool {
	return slices.ContainsFunc(diags, func(d Diag) bool { return d.Severity == Error })
}

// because words what was made of an answer instead.
func because(v Verdict, err error) string {
	switch {
	case errors.Is(err, ErrForm):
		return fmt.Sprintf(": %v", err)
	case v.Outcome == Spelling:
		return fmt.Sprintf(": it counts as a slip of %q", v.DidYouMean)
	}
	return fmt.Sprintf(": it counts as %s", v.Outcome)
}

// prove finds options that cannot be told apart although they were written in
// different characters. Plain repeats are found when the options are read.
func (f *Options) prove() []Diag {
	var diags []Diag
	first := map[string]string{}
	for _, o := range f.List {
		text := normalise(o.Text)
		if other, ok := first[text]; ok && strings.Join(strings.Fields(other), " ") != strings.Join(strings.Fields(o.Text), " ") {
			diags = append(diags, Diag{Code: codeAnswerTwice, Severity: Error, Pos: o.Pos,
				Msg: fmt.Sprintf("the option %q looks the same as another one", o.Text), Hint: "keep one of them, or word them differently"})
		}
		first[text] = o.Text
	}
	return diags
}

// prove finds a left side that belongs to two right sides.
func (f *Match) prove(at Pos) []Diag {
	var diags []Diag
	first := map[string]string{}
	for _, p := range f.Pairs {
		left := normalise(p.Left)
		if right, ok := first[left]; ok && right != p.Right {
			diags = append(diags, Diag{Code: codeAnswerTwice, Severity: Error, Pos: at,
				Msg:  fmt.Sprintf("%q is matched with both %q and %q", p.Left, right, p.Right),
				Hint: "word the left sides differently, so that each has one right side"})
		}
		first[left] = p.Right
	}
	return diags
}

// prove checks each alternative of each blank.
func (f *Blanks) prove(q *Question) []Diag {
	var diags []Diag
	for i, b := range f.List {
		diags = append(diags, f.key(q, i).prove(b.Accept, Right)...)
		diags = append(diags, provePatterns(b.Accept, false)...)
		diags = append(diags, proveShown(b.Accept)...)
	}
	return diags
}

// prove checks each stated answer of a typed question.
func (f *Typed) prove(q *Question) []Diag {
	k := f.key(q)
	diags := k.prove(f.Answers, Right)
	diags = append(diags, k.prove(f.Not, Wrong)...)
	diags = append(diags, k.prove(f.Close, Close)...)
	diags = append(diags, provePatterns(f.Answers, false)...)
	diags = append(diags, provePatterns(f.Not, f.Otherwise == Reply{})...)
	diags = append(diags, provePatterns(f.Close, f.Otherwise == Reply{})...)
	diags = append(diags, proveShown(f.Answers)...)
	return append(diags, k.proveSlips()...)
}

// proveSlips finds slips of the pen that are stated as wrong ideas.
func (k *key) proveSlips() []Diag {
	var diags []Diag
	for _, not := range k.not {
		for _, s := range k.answers {
			if not.Kind != AnswerWords || s.Kind != AnswerWords || not.Reply.Text+not.Reply.Mixup != "" {
				continue
			}
			if meant, ok := slip(not.cut(), s.cut()); ok {
				diags = append(diags, Diag{Code: codeAnswerIdle, Severity: Warning, Pos: not.Pos, Len: len(not.Text),
					Msg:  fmt.Sprintf("%q is one slip away from %q: who mistypes it so is told that it is wrong", not.Text, meant),
					Hint: "say under it what is wrong, or leave it out: slips are pointed out anyway"})
			}
		}
	}
	return diags
}

// prove checks that each answer of a list gets the outcome and the reply that
// it states.
func (k *key) prove(accepts []Accept, want Outcome) []Diag {
	var diags []Diag
	first := map[string]bool{}
	for _, a := range accepts {
		same := string(a.Kind) + " " + strings.TrimSpace(straighten(a.Text))
		if first[same] {
			diags = append(diags, Diag{Code: codeAnswerTwice, Severity: Warning, Pos: a.Pos, Len: len(a.Text),
				Msg: fmt.Sprintf("%q is stated twice", a.Text), Hint: "leave one of them out"})
			continue
		}
		first[same] = true
		for _, text := range samples(a) {
			v, err := k.grade(text)
			if err != nil || v.Outcome != want {
				if a.Kind != AnswerPattern {
					diags = append(diags, refused(a, text, want, because(v, err)))
				}
				break
			}
			if own := (&Verdict{}); want != Right {
				own.addReply(a.Reply)
				if !slices.Equal(own.Replies, v.Replies) && a.Kind != AnswerPattern {
					diags = append(diags, Diag{Code: codeAnswerHidden, Severity: Warning, Pos: a.Pos, Len: len(a.Text),
						Msg:  fmt.Sprintf("%q gets the feedback of an answer above it", text),
						Hint: "leave it out, or state the one above more narrowly"})
					break
				}
			}
		}
	}
	return diags
}

func refused(a Accept, text string, want Outcome, why string) Diag {
	d := Diag{Code: codeAnswerRefused, Severity: Error, Pos: a.Pos, Len: len(a.Text)}
	switch want {
	case Right:
		d.Msg = fmt.Sprintf("the right answer %q is refused by the question's own check%s", text, why)
		d.Hint = "look for another answer that contradicts it"
	case Close:
		d.Msg = fmt.Sprintf("the close answer %q is not graded as close%s", text, why)
		d.Hint = "state it only once"
	default:
		d.Msg = fmt.Sprintf("the wrong answer %q is not graded as wrong%s", text, why)
		d.Hint = "make the right answers narrower, or take it off the wrong ones"
	}
	return d
}

// samples gives texts that a learner may type and that the stated answer has
// to take.
func samples(a Accept) []string {
	switch {
	case a.Kind == AnswerShell:
		return []string{a.Text, "$ " + a.Text}
	case a.Kind == AnswerPattern:
		return []string{patternExample(a.Text)}
	case a.Kind == AnswerNumber && a.Low < a.High:
		var list []string
		for _, v := range []float64{a.Low, a.High} {
			list = append(list, strings.TrimSpace(strconv.FormatFloat(v, 'f', -1, 64)+" "+a.Unit))
		}
		return list
	}
	return []string{a.Text}
}

// provePatterns finds patterns that accept anything and those for which no
// example is found. last says that nothing else is looked at after the list.
func provePatterns(accepts []Accept, last bool) []Diag {
	var diags []Diag
	for _, a := range accepts {
		if a.Kind != AnswerPattern {
			continue
		}
		if msg, hint := doubtsAboutPattern(a.Text, last); msg != "" {
			diags = append(diags, Diag{Code: codeAnswerPattern, Severity: Warning, Pos: a.Pos, Len: len(a.Text), Msg: msg, Hint: hint})
		}
	}
	return diags
}

// proveShown finds right answers that are hard to show or to type: patterns
// with nothing beside them, and fractions without a tolerance.
func proveShown(accepts []Accept) []Diag {
	var diags []Diag
	plain := false
	for _, a := range accepts {
		plain = plain || a.Kind != AnswerPattern
		if a.Kind == AnswerNumber && a.Low == a.High && strings.Contains(foldNumber(a.Text), "/") && endless(a.Low) {
			diags = append(diags, Diag{Code: codeAnswerNumber, Severity: Warning, Pos: a.Pos, Len: len(a.Text),
				Msg:  fmt.Sprintf("%q goes on for ever as a decimal: who types a rounded number is refused", a.Text),
				Hint: fmt.Sprintf("say how near is near enough, like %s ± 0.01", a.Text)})
		}
	}
	if !plain && len(accepts) > 0 {
		diags = append(diags, Diag{Code: codeAnswerIdle, Severity: Warning, Pos: accepts[0].Pos, Len: len(accepts[0].Text),
			Msg:  fmt.Sprintf("there is only a pattern: %q is shown as the answer", patternExample(accepts[0].Text)),
			Hint: "state a plain answer first and the pattern after \"Also:\""})
	}
	return diags
}

// doubtsAboutPattern tries a pattern on texts that hardly any answer is like.
func doubtsAboutPattern(pattern string, last bool) (msg, hint string) {
	re, err := compilePattern(pattern)
	if err != nil {
		return "", ""
	}
	odd := slices.ContainsFunc([]string{"qzx", "7", "-- §"}, func(s string) bool { return !re.MatchString(s) })
	switch {
	case !odd && !last:
		return "the pattern accepts anything, so no other answer ever comes up", "put ^ before and $ behind what it should accept"
	case !re.MatchString(normalise(patternExample(pattern))):
		return "no answer was found that the pattern accepts", "state a plain answer as well, and check the pattern with it"
	}
	return "", ""
}

// endless reports whether six decimals cannot write v.
func endless(v float64) bool {
	scaled := math.Abs(v) * 1e6
	return scaled < 1e15 && scaled >= 1 && math.Abs(scaled-math.Round(scaled)) > 1e-9*max(1, scaled)
}
