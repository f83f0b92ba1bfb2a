package tui

import (
	"reflect"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// feedback says what is wrong with this very answer, then what happens next,
// then shows the question as it was answered and why the right answer is right.
// Where the answer is typed and another try is left, the field stays open.
type feedback struct {
	stage
	step  learn.Feedback
	note  widget.Input     // what speaks for the answer; nil unless the learner objects
	again widget.Input     // where the next try is typed; nil where it is not
	sent  bool             // the next try is on its way
	past  []learn.Feedback // on the tries before, as far as they were just seen
}

func newFeedback(s learn.Feedback) *feedback {
	f := &feedback{stage: newStage(s.Place), step: s}
	f.purpose = s.Purpose
	if s.Question != nil {
		f.about = s.Question.Prompt
	}
	if !s.Settled && !f.leads() {
		f.again = widget.Retry(s)
	}
	return f
}

func (f *feedback) Title(w *words.Words) string {
	if f.purpose == learn.ForReview {
		return w.Flow.Purpose.ReviewTitle
	}
	return w.Flow.Titles.Answer
}

// Captures reports whether letters are text at the moment.
func (f *feedback) Captures() bool {
	in := f.field()
	return in != nil && in.Captures()
}

// field is where text goes now; nil: nowhere.
func (f *feedback) field() widget.Input {
	if f.note != nil {
		return f.note
	}
	return f.again
}

// Follows keeps the tries before this one.
func (f *feedback) Follows(_ learn.Step, shown Screen) {
	if t, ok := shown.(trier); ok {
		f.past, _ = t.Tries(f.step.Question)
	}
}

// Tries are this try and those before it, and the next as far as it was typed.
func (f *feedback) Tries(of *course.Question) (past []learn.Feedback, next course.Answer) {
	if of != f.step.Question {
		return nil, course.Answer{}
	}
	if f.again != nil {
		next = f.again.Answer()
	}
	return append(slices.Clone(f.past), f.step), next
}

func (f *feedback) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		f.sent = false
		if s, ok := msg.Step.(learn.Feedback); ok && msg.Err == nil {
			*f = *newFeedback(s)
		}
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if in := f.field(); in != nil {
			f.typed(env, in, msg)
		}
	case IntentMsg:
		f.notice = ""
		cmd = f.intent(env, msg.Intent)
	}
	b := f.body(env)
	f.scroll.settle(b, f.room(env))
	return cmd
}

func (f *feedback) intent(env Env, i Intent) tea.Cmd {
	if f.note != nil {
		return f.objecting(env, i)
	}
	if f.again != nil {
		if cmd, done := f.retrying(env, i); done {
			return cmd
		}
	}
	switch i {
	case IntentEnter, IntentSpace:
		b := f.body(env)
		if i == IntentSpace && !f.scroll.end(b, f.room(env)) {
			f.scroll.intent(IntentPageDown, b, f.room(env))
			return nil
		}
		return do(learn.Continue{})
	case IntentSkip:
		if f.leads() {
			return do(learn.Decline{})
		}
		return do(learn.Skip{})
	case IntentHint:
		return do(learn.Hint{})
	case IntentShowAnswer:
		return do(learn.ShowAnswer{})
	case IntentDispute:
		f.note = widget.NewText()
		f.scroll.hand = false
		return nil
	}
	return f.move(env, i, f.body(env))
}

// retrying does what a key means in the field of the next try, and reports
// whether it meant something there.
func (f *feedback) retrying(env Env, i Intent) (cmd tea.Cmd, done bool) {
	if i == IntentEnter || i == IntentSend {
		return f.retry(env), true
	}
	b := f.body(env)
	if f.readsOn(i, b, f.room(env)) {
		return nil, true
	}
	if f.again.Intent(widget.Intent(i), env.Measure()) {
		f.scroll.hand = false
		return nil, true
	}
	return nil, false
}

// retry sends the next try, once, or says what is missing. The answer that was
// not right is not sent again: that would cost a try for nothing.
func (f *feedback) retry(env Env) tea.Cmd {
	if f.sent {
		return nil
	}
	f.scroll.hand = false
	ready, missing := f.again.Ready(&env.Words.Answers)
	if f.again.Intent(widget.Enter, env.Measure()) || !ready {
		f.notice = missing
		return nil
	}
	answer := f.again.Answer()
	if reflect.DeepEqual(answer, f.step.Answer) {
		f.notice = env.Words.Flow.Feedback.Unchanged
		return nil
	}
	f.sent = true
	return func() tea.Msg { return DoMsg{Action: learn.Continue{}, Then: learn.Submit{Answer: answer}} }
}

// objecting takes what speaks for the answer, and records it.
func (f *feedback) objecting(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter, IntentSend:
		note := f.note.Answer().Text
		f.note = nil
		return tea.Sequence(do(learn.Dispute{Note: note}), toast(env.Words.Flow.Feedback.Disputed))
	case IntentBack:
		f.note = nil
		return nil
	}
	f.note.Intent(widget.Intent(i), env.Measure())
	return nil
}

// leads reports whether going on leaves the lesson's own road.
func (f *feedback) leads() bool { return f.step.Detour != nil || f.step.Go != nil }

func (f *feedback) Bindings(w *words.Words) []Binding {
	t := w.Flow.Feedback
	if f.note != nil {
		return append([]Binding{
			{Intent: IntentEnter, Words: t.DisputeSend},
			{Intent: IntentBack, Words: t.DisputeStop},
			{Intent: IntentNewLine, Words: w.Answers.NewLine, Quiet: true},
			{Intent: IntentSend, Words: t.DisputeSend, Quiet: true},
		}, changeBindings(f.note, w)...)
	}
	bs := []Binding{f.onward(t), {Intent: IntentSpace, Words: w.Flow.PageDown, Quiet: true}}
	if f.again != nil {
		for _, b := range inputBindings(f.again, w) {
			if b.Intent != IntentEnter {
				bs = append(bs, b)
			}
		}
	}
	if f.leads() {
		bs = append(bs, Binding{Intent: IntentSkip, Words: t.Stay})
	} else if !f.step.Settled {
		bs = append(bs, Binding{Intent: IntentSkip, Words: w.Keys.Skip})
	}
	dispute := Binding{Intent: IntentDispute, Words: w.Keys.Dispute}
	if !f.step.CanDispute {
		dispute.Disabled = t.NoDispute
	}
	show := Binding{Intent: IntentShowAnswer, Words: t.ShowAnswer}
	hint := Binding{Intent: IntentHint, Words: w.Keys.Hint}
	switch {
	case f.step.Reveal:
		show.Disabled = t.NoAnswer
	case f.unanswered():
		show.Disabled = t.NextLesson
	}
	if f.step.HintsLeft == 0 {
		hint.Disabled = t.NoHint
	}
	bs = append(bs, hint, show, dispute)
	if f.again != nil {
		return withScroll(append(bs, f.answerBindings(w, f.again)...), w)
	}
	for _, b := range f.commonBindings(w) {
		if b.Intent == IntentUndo && b.Disabled != "" {
			b.Disabled = w.Hands.Sent
		}
		bs = append(bs, b)
	}
	return withScroll(bs, w)
}

// onward says where going on leads.
func (f *feedback) onward(t words.Feedback) Binding {
	b := Binding{Intent: IntentEnter, Words: t.GoOn}
	switch {
	case f.step.Detour != nil:
		b.Words = t.TakeDetour
	case f.step.Go != nil:
		b.Words = t.GoThere
	case !f.step.Settled:
		b.Words = t.TryAgain
	}
	return b
}

func (f *feedback) View(env Env) Frame { return f.frame(env, f.body(env)) }

func (f *feedback) body(env Env) *body {
	th, t, width := env.Theme, env.Words.Flow.Feedback, env.Measure()
	b := &body{}
	v := f.verdict(th, t)
	for _, line := range wrapStyled(v.style, strings.TrimSpace(v.mark+" "+v.words), width) {
		b.add(th.Lay(v.ground, line, width))
	}
	f.replies(env, b)
	f.sureMiss(env, b)
	f.hint(env, b)
	if f.rightAnswer() {
		f.moves(env, b)
	}
	if next := f.next(t); next != "" {
		b.gap()
		b.para(th.Text, next, width)
	}
	if f.note != nil {
		b.gap()
		b.para(th.Info, t.DisputeAsk, width)
		b.input(f.note.View(width, f.prose.style(env)))
	}
	retrying, low := f.again != nil && f.note == nil, env.H < lowWindow
	if retrying && low { // the field comes first: what is typed should be seen
		b.gap()
		b.input(f.again.View(width, f.prose.style(env)))
	}
	b.gap()
	b.add(f.prose.heading(env, f.step.Question.Prompt, width)...)
	switch {
	case !retrying:
		b.gap()
		b.add(widget.Marked(f.step, width, f.prose.style(env))...)
	case !low:
		b.gap()
		b.input(f.again.View(width, f.prose.style(env)))
	}
	if f.step.Why != "" {
		b.gap()
		b.add(f.prose.note(env, th.Info, t.Why, f.step.Why, width)...)
	}
	if !f.rightAnswer() {
		f.moves(env, b)
	}
	f.calibration(env, b)
	b.add(besideLines(env)...)
	return b
}

// lowWindow is the height below which a field cannot wait for the question.
const lowWindow = 14

// replies says what the author says to this very answer, and names the mix-up
// it shows.
func (f *feedback) replies(env Env, b *body) {
	th, t, width := env.Theme, env.Words.Flow.Feedback, env.Measure()
	said := false
	if marks := f.marks(t); marks != "" {
		b.gap()
		b.para(th.Text, marks, width)
		said = true
	}
	for _, r := range f.step.Verdict.Replies {
		if r.Text == "" {
			continue
		}
		said = true
		b.gap()
		b.add(f.prose.lines(env, r.Text, width)...)
	}
	if m := f.step.Mixup; m != nil && m.Says != "" {
		b.gap()
		b.add(f.prose.note(env, th.Info, t.Mixup, m.Says, width)...)
		said = true
	}
	if !said && f.step.Verdict.Outcome == course.Wrong && !f.step.Answer.DontKnow {
		b.gap()
		b.para(th.Text, f.unsaid(t), width)
	}
}

// marks says how much of what was marked is right, where all that is right was
// to be marked.
func (f *feedback) marks(t words.Feedback) string {
	form, ok := f.step.Question.Form.(*course.Options)
	if !ok || !form.Many || len(f.step.Answer.Items) == 0 || f.step.Verdict.Outcome != course.Wrong {
		return ""
	}
	right := 0
	for _, o := range form.List {
		if o.Right && slices.Contains(f.step.Answer.Items, o.Text) {
			right++
		}
	}
	if right == len(f.step.Answer.Items) {
		return t.Incomplete
	}
	return t.Marks(right, len(f.step.Answer.Items))
}

// unsaid is what to say of a wrong answer where the author says nothing.
func (f *feedback) unsaid(t words.Feedback) string {
	if _, choosing := f.step.Question.Form.(*course.Options); choosing || len(f.step.Verdict.Parts) == 0 {
		return t.NoReply
	}
	right := 0
	for _, p := range f.step.Verdict.Parts {
		if p.OK {
			right++
		}
	}
	return t.Parts(right, len(f.step.Verdict.Parts))
}

// next says what going on does, in a sentence.
func (f *feedback) next(t words.Feedback) string {
	s := f.step
	switch {
	case s.Detour != nil:
		return t.NextDetour(titleOf(s.Detour), s.Detour.Minutes)
	case s.Go != nil:
		return t.NextGo(titleOf(s.Go))
	case f.unanswered():
		return t.NextLesson
	case s.Settled:
		return ""
	case s.Verdict.Outcome == course.Spelling:
		return t.NextFree
	}
	return t.NextRetry(s.TriesLeft)
}
