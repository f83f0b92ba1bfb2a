package plain

import (
	"errors"
	"os/exec"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/editor"
)

// canEdit reports whether a text is asked for, and there is an editor to write
// it in.
func canEdit(d *Dialogue, st learn.Step) bool {
	if doing, ok := st.(learn.Doing); ok {
		return canTry(d, st) && doing.Task.Code != nil
	}
	_, ok := d.toWrite(st)
	return ok && d.editText != nil && d.given.whole == nil
}

// toWrite is the text that a step asks for, as far as it was written; ok is
// false where it asks for none.
func (d *Dialogue) toWrite(st learn.Step) (text string, ok bool) {
	switch st := st.(type) {
	case learn.Asking:
		return st.Current.Text, !st.Answered && len(st.Ask.Options) == 0
	case learn.Closing:
		return st.Draft, true
	case learn.Answering:
		_, typed := st.Question.Form.(*course.Typed)
		return st.Draft.Text, typed
	}
	return "", false
}

// edit opens the answer in the learner's editor and takes what comes of it as
// if it had been typed.
func (d *Dialogue) edit(string) {
	st := d.s.Step()
	if doing, ok := st.(learn.Doing); ok {
		d.editCode(doing)
		return
	}
	before, _ := d.toWrite(st)
	text, err := d.editText(before)
	if err != nil {
		d.edited(err)
		return
	}
	if text = strings.TrimSpace(textsafe.Text(textsafe.Seen("", text))); text == "" {
		d.say(d.p.NothingSaid)
		return
	}
	switch st := st.(type) {
	case learn.Asking:
		d.takeAsking(st, text)
	case learn.Closing:
		d.takeClosing(text)
	case learn.Answering:
		d.takeAnswer(st, strings.Join(strings.Fields(text), " "))
	}
}

// edited says why an editor did not end well.
func (d *Dialogue) edited(err error) {
	h := d.w.Hands
	switch {
	case errors.Is(err, editor.ErrNone):
		d.say(h.NoEditor)
	case errors.Is(err, exec.ErrNotFound):
		d.say(sentence(textsafe.Line(err.Error())))
		d.say(h.NoEditor)
	default:
		d.say(h.EditorFailed(textsafe.Line(err.Error())))
	}
}
