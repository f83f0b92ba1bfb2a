package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// screenFor returns the screen that shows a step. Every kind of step has one.
func screenFor(s learn.Step, w *words.Words) Screen {
	switch s := s.(type) {
	case learn.Asking:
		return newAsking(s, w)
	case learn.Offer:
		return newOffer(s)
	case learn.Choosing:
		return newFork(s)
	case learn.Reading:
		return newReading(s)
	case learn.Answering:
		return newQuestion(s)
	case learn.Feedback:
		return newFeedback(s)
	case learn.Doing:
		return newTask(s)
	case learn.Summary:
		return newSummary(s)
	case learn.Finished:
		return newFinished(s)
	case learn.Planning:
		return newPlanning(s)
	case learn.Placed:
		return newPlaced(s)
	case learn.Recalling:
		return newCard(s)
	case learn.Reviewed:
		return newReviewed(s)
	case learn.Closing:
		return newClosing(s)
	}
	return nil
}

// stage is what the screens of the lesson flow have in common: the step's
// place above, a body that scrolls, and the keys that every step takes.
type stage struct {
	place  learn.Place
	prose  markdown
	scroll scroll

	about   string        // Markdown of what is asked: a reason does not name it again
	purpose learn.Purpose // what a question or card is put for; a review and a test can be ended
	notice  string        // why something did not happen; until the next key
	below   bool          // where to answer lies below the window, with lines that were not read
}

// newStage begins at the top of the body: what is asked comes before where it
// is answered.
func newStage(p learn.Place) stage {
	g := stage{place: p, scroll: scroll{hand: true}}
	if p.Lesson != nil {
		g.prose.file = p.Lesson.File
	}
	return g
}

// readsOn scrolls on with the keys that otherwise choose, as long as the place
// to answer is below the window. It reports whether it did.
func (g *stage) readsOn(i Intent, b *body, h int) bool {
	if !g.scroll.hides(b, h) {
		return false
	}
	switch i {
	case IntentDown:
		return g.scroll.by(1, b, h)
	case IntentSpace:
		return g.scroll.intent(IntentPageDown, b, h)
	}
	return false
}

// settle remembers where the window stands, for the next key and for the keys that
// are shown.
func (g *stage) settle(b *body, h int) {
	g.scroll.settle(b, h)
	g.below = g.scroll.hides(b, h)
}

// head is what stays in sight above every step: why it is here, and where a
// detour leads back to.
func (g *stage) head(env Env) []string {
	th := env.Theme
	b := body{}
	why := env.Words.WhyBelow(plainReason(g.place.Why), plainText(g.about)) + " " + env.Words.Back(g.place)
	style := th.Dim
	if g.place.Depth > 0 {
		style = th.Info
	}
	b.para(style, strings.TrimSpace(why), env.Measure())
	if most := max(1, env.H/4); len(b.lines) > most {
		b.lines = b.lines[:most]
		b.lines[most-1] = fit(th, b.lines[most-1]+th.Mark.More, env.Measure())
	}
	if len(b.lines) > 0 && env.H >= 10 {
		b.add("")
	}
	return b.lines
}

// plainReason is a reason with the Markdown of its title read as plain text.
func plainReason(r learn.Reason) learn.Reason {
	r.Title = plainText(r.Title)
	return r
}

// room is how many lines the body may take.
func (g *stage) room(env Env) int {
	return max(env.H-len(g.head(env))-len(g.foot(env)), 1)
}

// foot is what stands below the body. It may say where something is: a path is as
// long as it is.
func (g *stage) foot(env Env) []string {
	if g.notice == "" {
		return nil
	}
	b := body{}
	b.para(env.Theme.Warn, g.notice, env.Measure())
	if most := max(2, env.H/4); len(b.lines) > most {
		b.lines = b.lines[:most]
		b.lines[most-1] = fit(env.Theme, b.lines[most-1]+env.Theme.Mark.More, env.Measure())
	}
	return b.lines
}

// frame draws the head, the body and the foot.
func (g *stage) frame(env Env, b *body) Frame {
	head, foot, h := g.head(env), g.foot(env), g.room(env)
	f := g.scroll.draw(env, b, h)
	if f.Cursor != nil {
		f.Cursor.Y += len(head)
	}
	f.Spots = moveSpots(f.Spots, 0, len(head))
	out := body{lines: head}
	out.add(f.Text)
	if len(foot) > 0 && len(b.lines) < h {
		out.add("")
	}
	out.add(foot...)
	f.Text = joined(out.lines, env)
	return f
}

// move does what keys do on every step of a lesson: they move through its body,
// or elsewhere.
func (g *stage) move(env Env, i Intent, b *body) tea.Cmd {
	if g.scroll.intent(i, b, g.room(env)) {
		return nil
	}
	switch i {
	case IntentUndo:
		return do(learn.Undo{})
	case IntentReread:
		return visit(RouteReread)
	case IntentOutline:
		return visit(RouteOutline)
	case IntentChoices:
		return visit(RouteChoices)
	case IntentToday:
		return visit(RouteToday)
	case IntentWhy:
		return visit(RouteWhy)
	case IntentMap:
		return visit(RouteMap)
	case IntentInsights:
		return visit(RouteInsights)
	case IntentPlan:
		return visit(RoutePlan)
	case IntentReview:
		return do(learn.Review{})
	case IntentExplain:
		return do(learn.Explain{})
	case IntentSkipLesson:
		return do(learn.SkipLesson{})
	}
	return nil
}

// typed gives an input what is typed, pasted or written elsewhere, and follows
// it.
func (g *stage) typed(env Env, in widget.Input, msg tea.Msg) {
	g.notice, g.scroll.hand = write(env, in, msg), false
}

// commonBindings are the keys that every step of a lesson takes.
func (g *stage) commonBindings(w *words.Words) []Binding {
	undo := Binding{Intent: IntentUndo, Words: w.Undo(g.place.Undo)}
	if g.place.Undo == nil {
		undo.Disabled = w.Flow.NoUndo
	}
	lesson, testing := g.place.Lesson != nil, g.purpose == learn.ForPlacement
	bs := []Binding{undo}
	if lesson && !testing {
		bs = append(bs, Binding{Intent: IntentReread, Words: w.Keys.Reread})
	}
	if leave, ok := g.leaving(w); ok {
		bs = append(bs, leave)
	}
	bs = append(bs,
		Binding{Intent: IntentOutline, Words: w.Keys.Outline, Quiet: !lesson},
		Binding{Intent: IntentWhy, Words: w.Keys.Why, Quiet: !lesson})
	if lesson && !testing {
		bs = append(bs, Binding{Intent: IntentExplain, Words: w.Keys.Explain, Quiet: true})
	}
	if g.purpose != learn.ForReview && !testing {
		bs = append(bs, Binding{Intent: IntentReview, Words: w.Keys.Review, Quiet: true})
	}
	for _, b := range []Binding{
		{Intent: IntentToday, Words: w.Keys.Today},
		{Intent: IntentMap, Words: w.Keys.Map},
		{Intent: IntentInsights, Words: w.Keys.Insights},
		{Intent: IntentPlan, Words: w.Keys.Plan},
		{Intent: IntentChoices, Words: w.Keys.Choices},
	} {
		b.Quiet = true
		bs = append(bs, b)
	}
	return bs
}

// leaving is the key that leaves what the learner is in: the lesson, a detour,
// a review or a test.
func (g *stage) leaving(w *words.Words) (b Binding, ok bool) {
	b = Binding{Intent: IntentSkipLesson, Words: w.Flow.SkipLesson, Quiet: true}
	switch {
	case g.purpose == learn.ForReview:
		b.Words, b.Quiet = w.Flow.Purpose.EndReview, false
	case g.purpose == learn.ForPlacement:
		b.Words, b.Quiet = w.Flow.Purpose.EndPlacement, false
	case g.place.Depth > 0:
		b.Words = w.Flow.LeaveDetour
	}
	return b, !b.Quiet || g.place.Lesson != nil
}

// scrollBindings are the keys that move through a text.
func scrollBindings(w *words.Words) []Binding {
	k := w.Keys
	return []Binding{
		{Intent: IntentUp, Words: k.Up, Quiet: true},
		{Intent: IntentDown, Words: k.Down, Quiet: true},
		{Intent: IntentPageUp, Words: k.PageUp, Quiet: true},
		{Intent: IntentPageDown, Words: k.PageDown, Quiet: true},
		{Intent: IntentTop, Words: k.Top, Quiet: true},
		{Intent: IntentBottom, Words: k.Bottom, Quiet: true},
	}
}

// slideBindings are the keys that show the rest of wide code.
func slideBindings(w *words.Words) []Binding {
	return []Binding{
		{Intent: IntentLeft, Words: w.Flow.CodeLeft, Quiet: true},
		{Intent: IntentRight, Words: w.Flow.CodeRight, Quiet: true},
	}
}

// withScroll adds the scrolling keys that the bindings have no other use for.
func withScroll(bs []Binding, w *words.Words) []Binding {
	for _, s := range scrollBindings(w) {
		if !slices.ContainsFunc(bs, func(b Binding) bool { return b.Intent == s.Intent }) {
			bs = append(bs, s)
		}
	}
	return bs
}

// inputBindings are the keys of a widget.
func inputBindings(in widget.Input, w *words.Words) []Binding {
	var bs []Binding
	for _, b := range in.Bindings(&w.Answers) {
		bs = append(bs, Binding{Intent: Intent(b.Intent), Words: b.Words, Quiet: b.Quiet})
	}
	for n := 1; n <= in.Digits(); n++ {
		bs = append(bs, Binding{Intent: IntentDigit(n), Words: w.Keys.Number, Quiet: true})
	}
	return bs
}

// enterPages are the bindings of a choice that lies below the window: until it is in
// sight, the key that takes it shows more.
func enterPages(bs []Binding, w *words.Words) []Binding {
	for i := range bs {
		if bs[i].Intent == IntentEnter {
			bs[i].Words = w.Flow.PageDown
		}
	}
	return bs
}

// do is the command that asks for an action.
func do(a learn.Action) tea.Cmd { return func() tea.Msg { return DoMsg{Action: a} } }

// visit is the command that asks for another page.
func visit(r Route) tea.Cmd { return func() tea.Msg { return GoMsg{To: r} } }

// toast is the command that shows a line.
func toast(s string) tea.Cmd { return func() tea.Msg { return ToastMsg{Text: s} } }

// joined cuts lines to the window.
func joined(lines []string, env Env) string {
	text := strings.Split(strings.Join(lines, "\n"), "\n")
	return strings.Join(text[:min(len(text), max(env.H, 0))], "\n")
}

// titleOf is a lesson's title, safe to show.
func titleOf(l *course.Lesson) string {
	if l == nil {
		return ""
	}
	return textsafe.Line(l.Title)
}

// lessonTitle names a place by its lesson, or by the course outside one.
func lessonTitle(p learn.Place) string {
	if p.Lesson == nil {
		return textsafe.Line(p.Course)
	}
	return titleOf(p.Lesson)
}
