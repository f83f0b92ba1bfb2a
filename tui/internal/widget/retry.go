package widget

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Retry returns an Input for the next try at a question whose answer is typed,
// with the last answer in it and the cursor at its end, or in the first blank
// to mend. For other forms it returns nil.
func Retry(fb learn.Feedback) Input {
	switch fb.Question.Form.(type) {
	case *course.Typed, *course.Blanks:
	default:
		return nil
	}
	in := For(learn.Answering{Question: fb.Question, Layout: fb.Layout, Draft: fb.Answer})
	Tried(in, fb)
	if b, ok := in.(*blanks); ok {
		b.mend(fb.Verdict.Parts)
	}
	return in
}

// Tried marks options that were chosen before and are not right, and blanks as
// the learner was told of them, as long as their text is unchanged.
func Tried(in Input, past ...learn.Feedback) {
	for _, fb := range past {
		switch in := in.(type) {
		case *one:
			in.wrong = append(in.wrong, wrongOptions(fb)...)
		case *several:
			in.wrong = append(in.wrong, wrongOptions(fb)...)
		case *blanks:
			in.past = &fb
		}
	}
}

// wrongOptions lists the options that were chosen and are not right.
func wrongOptions(fb learn.Feedback) []string {
	f, ok := fb.Question.Form.(*course.Options)
	if !ok {
		return nil
	}
	var wrong []string
	for _, o := range f.List {
		if !o.Right && !o.DontKnow && slices.Contains(fb.Answer.Items, o.Text) {
			wrong = append(wrong, o.Text)
		}
	}
	return wrong
}

// triedMark is the mark in front of a choice when some were tried and wrong:
// nothing where none was.
func (st Style) triedMark(wrong []string, value string) string {
	switch {
	case len(wrong) == 0:
		return ""
	case slices.Contains(wrong, value):
		return st.verdict(false) + " "
	}
	return st.noVerdict() + " "
}

// mend goes to the first part that is not right.
func (b *blanks) mend(parts []course.Part) {
	for i, p := range parts {
		if i < len(b.fields) && (!p.OK || p.Spelling) {
			b.at = i
			return
		}
	}
}

// pastMark is the verdict on the n-th blank, while it is as it was; else empty.
func (b *blanks) pastMark(n int, st Style) string {
	if b.past == nil || n >= len(b.past.Answer.Items) || n >= len(b.past.Verdict.Parts) || b.fields[n].text != b.past.Answer.Items[n] {
		return ""
	}
	m := marked{st: st}
	return m.mark(b.past.Verdict.Parts[n])
}
