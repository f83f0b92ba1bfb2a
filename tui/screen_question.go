package tui

import (
	"errors"
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// question puts a question before the learner and takes the answer.
type question struct {
	stage
	step  learn.Answering
	input widget.Input     // nil until the first Update
	sure  widget.Input     // how sure the learner is, once the answer is given; nil before
	sent  bool             // the answer is on its way
	hints int              // hints when the learner last looked: a new one comes into sight
	past  []learn.Feedback // on the tries before this one, as far as they were just seen
}

// trier is a screen that knows of tries at a question: those that were not
// right, and the next as far as it was typed.
type trier interface {
	Tries(q *course.Question) (past []learn.Feedback, next course.Answer)
}

func newQuestion(s learn.Answering) *question {
	q := &question{stage: newStage(s.Place), step: s, hints: len(s.Hints), input: widget.For(s)}
	q.purpose = s.Purpose
	if s.Question != nil {
		q.about = s.Question.Prompt
	}
	return q
}

func (q *question) Title(w *words.Words) string {
	switch q.step.Purpose {
	case learn.ForPlacement:
		return w.Flow.Purpose.PlacementName
	case learn.ForReview:
		return w.Flow.Purpose.ReviewTitle
	case learn.ForLesson, learn.ForTry, learn.ForPractice, learn.ForCheck:
	}
	return w.Flow.Titles.Question
}

// Captures reports whether letters are text at the moment.
func (q *question) Captures() bool { return q.sure == nil && q.input.Captures() }

// Leave keeps the answer that was not sent.
func (q *question) Leave() learn.Action {
	a := q.input.Answer()
	if q.sent || reflect.DeepEqual(a, q.step.Draft) {
		return nil
	}
	return learn.Draft{Answer: a}
}

// Follows takes the last answer up again where most of it may be right, so that
// another try needs only the change, and stands where the change begins.
// Choosing one begins afresh, and so does typing, unless a letter is all that
// was wrong.
func (q *question) Follows(s learn.Step, shown Screen) {
	fb, ok := s.(learn.Feedback)
	if !ok || fb.Question != q.step.Question || fb.Settled {
		return
	}
	q.past = []learn.Feedback{fb}
	var next course.Answer
	if t, ok := shown.(trier); ok {
		q.past, next = t.Tries(q.step.Question)
	}
	widget.Tried(q.input, q.past...)
	switch {
	case !reflect.DeepEqual(q.step.Draft, course.Answer{}):
		return
	case !reflect.DeepEqual(next, course.Answer{}) && !reflect.DeepEqual(next, fb.Answer):
		q.input.Restore(next)
		return
	}
	toNext := widget.Down
	switch f := q.step.Question.Form.(type) {
	case *course.Options:
		if f.Many {
			q.input.Restore(fb.Answer)
		}
		return
	case *course.Typed:
		if fb.Verdict.Outcome == course.Spelling {
			q.input.Restore(fb.Answer)
		}
		return
	case *course.Blanks:
		toNext = widget.Next
	}
	q.input.Restore(fb.Answer)
	for _, p := range fb.Verdict.Parts {
		if !p.OK || p.Spelling {
			return // stands on the first part to mend
		}
		q.input.Intent(toNext, 0)
	}
}

// Tries are the tries before this one, and this one as it stands.
func (q *question) Tries(of *course.Question) (past []learn.Feedback, next course.Answer) {
	if of != q.step.Question {
		return nil, course.Answer{}
	}
	return q.past, q.input.Answer()
}

func (q *question) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case StepMsg:
		q.take(env, msg)
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		q.typed(env, q.input, msg)
	case IntentMsg:
		q.notice = ""
		cmd = q.intent(env, msg.Intent)
	}
	b := q.body(env)
	q.scroll.settle(b, q.room(env))
	return cmd
}

// take shows the step as it is after an action that stays here, such as a hint.
func (q *question) take(env Env, msg StepMsg) {
	sent := q.sent
	q.sent = false
	if errors.Is(msg.Err, course.ErrForm) {
		q.notice, q.sure = env.Words.Flow.Question.Refused(env.Words.Lacks(msg.Err)), nil
	}
	s, ok := msg.Step.(learn.Answering)
	if !ok || msg.Err != nil {
		return
	}
	if sent || s.Question != q.step.Question || s.Try != q.step.Try {
		*q = *newQuestion(s)
		return
	}
	q.hints = len(q.step.Hints)
	q.step, q.place, q.scroll.hand = s, s.Place, false
}

func (q *question) intent(env Env, i Intent) tea.Cmd {
	if q.sure != nil {
		return q.sureness(env, i)
	}
	switch i {
	case IntentEnter, IntentSend:
		return q.send(env)
	case IntentHint:
		return do(learn.Hint{})
	case IntentDontKnow:
		return q.submit(learn.Submit{Answer: course.Answer{DontKnow: true}})
	case IntentShowAnswer:
		return do(learn.ShowAnswer{})
	case IntentSkip:
		return do(learn.Skip{})
	case IntentHarder:
		return do(learn.Harder{})
	case IntentEasier:
		return do(learn.Easier{})
	}
	b := q.body(env)
	if q.readsOn(i, b, q.room(env)) {
		return nil
	}
	if q.input.Intent(widget.Intent(i), env.Measure()) {
		q.scroll.hand = false
		q.hints = len(q.step.Hints)
		return nil
	}
	return q.move(env, i, b)
}

// send checks the answer, or says what is missing.
func (q *question) send(env Env) tea.Cmd {
	q.scroll.hand = false
	q.hints = len(q.step.Hints)
	ready, missing := q.input.Ready(&env.Words.Answers)
	if q.input.Intent(widget.Enter, env.Measure()) || !ready {
		q.notice = missing
		return nil
	}
	if q.step.AskSure && !q.givesUp() {
		q.sure = newSureness(env.Words.Flow.Question)
		return nil
	}
	return q.submit(learn.Submit{Answer: q.input.Answer()})
}

// givesUp reports whether the option chosen says that the learner does not know.
func (q *question) givesUp() bool {
	f, ok := q.step.Question.Form.(*course.Options)
	items := q.input.Answer().Items
	return ok && len(items) == 1 && slices.ContainsFunc(f.List, func(o course.Option) bool {
		return o.DontKnow && o.Text == items[0]
	})
}

// submit sends an answer, once: a key pressed twice answers nothing else.
func (q *question) submit(a learn.Submit) tea.Cmd {
	if q.sent {
		return nil
	}
	q.sent = true
	return do(a)
}

func (q *question) Bindings(w *words.Words) []Binding {
	if q.sure != nil {
		return q.sureBindings(w)
	}
	bs := inputBindings(q.input, w)
	bs = append(bs,
		hintBinding(len(q.step.Hints), q.step.HintsLeft, q.step.Question.HintsMode, w),
		Binding{Intent: IntentDontKnow, Words: w.Keys.DontKnow})
	if q.purpose == learn.ForLesson { // elsewhere it is all one with not knowing
		bs = append(bs, Binding{Intent: IntentShowAnswer, Words: w.Keys.ShowAnswer})
	}
	bs = append(bs, q.skipBinding(w))
	for _, b := range q.answerBindings(w, q.input) {
		if b.Intent == IntentSkipLesson && q.purpose == learn.ForReview {
			b.Quiet = true // skipping ends the review as well
		}
		bs = append(bs, b)
	}
	if q.purpose != learn.ForPlacement {
		bs = append(bs, q.swapBindings(w)...)
	}
	return withScroll(bs, w)
}

// skipBinding is the key that goes on without an answer, and where to.
func (g *stage) skipBinding(w *words.Words) Binding {
	b := Binding{Intent: IntentSkip, Words: w.Keys.Skip}
	switch g.purpose {
	case learn.ForReview:
		b.Words = w.Flow.Purpose.EndReview
	case learn.ForTry:
		b.Words = w.Flow.Purpose.ToLesson
	case learn.ForPractice, learn.ForCheck:
		b.Words = w.Flow.Purpose.NoMore
	case learn.ForLesson, learn.ForPlacement:
	}
	return b
}

// swapBindings are the keys that put another question in place of this one.
func (q *question) swapBindings(w *words.Words) []Binding {
	harder := Binding{Intent: IntentHarder, Words: w.Keys.Harder, Quiet: true}
	easier := Binding{Intent: IntentEasier, Words: w.Keys.Easier, Quiet: true}
	if !q.step.CanHarder {
		harder.Disabled = w.Flow.Question.NoHarder
	}
	if !q.step.CanEasier {
		easier.Disabled = w.Flow.Question.NoEasier
	}
	return []Binding{harder, easier}
}

// hintBinding is the hint key, with the reason where there is no hint now.
func hintBinding(shown, left int, mode course.HintsMode, w *words.Words) Binding {
	f := w.Flow.Question
	b := Binding{Intent: IntentHint, Words: f.HintsLeft(left)}
	switch {
	case left > 0:
	case shown > 0:
		b.Disabled = f.NoHintsLeft
	case mode == course.HintsAfterWrong:
		b.Disabled = f.HintLater
	default:
		b.Disabled = f.NoHint
	}
	return b
}

func (q *question) View(env Env) Frame { return q.frame(env, q.body(env)) }

func (q *question) body(env Env) *body {
	th, w, width := env.Theme, env.Words.Flow.Question, env.Measure()
	b := &body{}
	if q.step.Intro != "" {
		b.add(q.prose.lines(env, q.step.Intro, width)...)
		b.gap()
		b.start = len(b.lines)
	}
	q.purposeLine(env, b)
	b.add(q.prose.heading(env, q.step.Question.Prompt, width)...)
	if tries := q.step.Question.Tries; q.step.Try > 1 && q.step.Try <= tries {
		b.para(th.Dim, w.Try(q.step.Try, tries), width)
	}
	if n := len(q.past); n > 0 {
		q.lastReply(env, b, q.past[n-1])
	}
	if q.step.Question.Body != "" {
		b.gap()
		b.add(q.prose.lines(env, q.step.Question.Body, width)...)
	}
	b.gap()
	if q.sure != nil {
		q.askSure(env, b)
		return b
	}
	if q.step.Support != model.SupportBare && q.step.Try > 1 && q.newHint() {
		b.para(th.Dim, env.Words.Flow.Moved.HintReady(env.Keys.Shown(env.Words, IntentHint, q.Captures())), width)
		b.gap()
	}
	b.input(q.input.View(width, q.prose.style(env)))
	from, to := b.from, b.to
	for n, hint := range q.step.Hints {
		b.gap()
		top := len(b.lines)
		b.add(q.prose.note(env, th.Info, w.Hint(n+1), hint, width)...)
		if n >= q.hints {
			b.keep(top)
		}
	}
	if q.hints >= len(q.step.Hints) {
		b.from, b.to = from, to
	}
	b.add(besideLines(env)...)
	return b
}

// purposeLine says what the question is put for, where it is not one of the
// lesson's own and the line above does not say so.
func (q *question) purposeLine(env Env, b *body) {
	w, why, said := env.Words.Flow.Purpose, q.step.Why.Code, ""
	switch q.step.Purpose {
	case learn.ForPlacement:
		said = w.Placement(q.step.Number, q.step.Of)
	case learn.ForReview:
		said = w.Review(q.step.Number, q.step.Of)
	case learn.ForTry:
		if why != learn.WhyTryFirst {
			said = w.Try
		}
	case learn.ForPractice:
		if why != learn.WhyPractice {
			said = w.Practice
		}
	case learn.ForCheck:
		if why != learn.WhyPrereq {
			said = w.Check
		}
	case learn.ForLesson:
	}
	b.para(env.Theme.Info, said, env.Measure())
}

// newHint reports whether there is a hint that did not come by itself after the answer
// before.
func (q *question) newHint() bool {
	next, n := q.step.NextHint(), len(q.past)
	return next != "" && (n == 0 || q.past[n-1].Hint != next)
}

// lastReply shows, in short, what was said to the answer before, now that it is
// needed.
func (q *question) lastReply(env Env, b *body, fb learn.Feedback) {
	th, width := env.Theme, env.Measure()
	said := &body{}
	beside := env
	beside.W = width - 2
	before := newFeedback(fb)
	before.replies(beside, said)
	if fb.Hint != "" && !slices.Contains(q.step.Hints, fb.Hint) {
		before.hint(beside, said)
	}
	lines := slices.DeleteFunc(said.lines, func(l string) bool { return l == "" })
	most := max(2, env.H/5)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = fit(th, lines[most-1]+" "+th.Mark.More, width)
	}
	if len(lines) == 0 {
		return
	}
	b.gap()
	for _, l := range lines {
		b.add(fit(th, th.Info.Render(th.Mark.Quote)+" "+l, width))
	}
}
