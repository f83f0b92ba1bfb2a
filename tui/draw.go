package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// draw makes the view that View returns until the next message.
func (a *App) draw() {
	a.mouse.spots, a.unlaid = nil, false
	var content string
	var cursor *tea.Cursor
	e := a.top()
	switch {
	case a.w == 0 || e == nil:
	case a.tooSmall():
		content = clip(strings.Join(wrap(a.o.Words.Frame.TooSmall, a.w), "\n"), a.w, a.h)
	default:
		content, cursor = a.show(e)
	}
	if a.ascii != nil {
		content = a.ascii.Replace(content)
	}
	a.view = frameView(content, a.windowTitle(), cursor, a.o.Mouse)
}

// show draws what is on top: a page, or a box on one.
func (a *App) show(e *entry) (string, *tea.Cursor) {
	if e == a.overlay && len(a.stack) > 0 && a.layout(e).boxed() {
		return a.over(&a.stack[len(a.stack)-1], e)
	}
	return a.page(e)
}

// page draws header, page, status and footer.
func (a *App) page(e *entry) (string, *tea.Cursor) {
	frame := a.frame(e)
	a.unlaid = frame.Sight.More
	l := a.layout(e) // after frame: a page that failed has other keys
	margin := strings.Repeat(" ", l.margin)

	var inHeader string
	if !l.gap {
		inHeader = a.sightMark(frame.Sight)
	}
	lines := []string{margin + a.header(e, l.block, inHeader)}
	if l.rule {
		lines = append(lines, margin+a.rule(e, l.block))
	}
	for len(lines) < l.top {
		lines = append(lines, "")
	}
	body := strings.Split(clip(frame.Text, l.width(), l.body), "\n")
	if l.rail > 0 {
		body = a.withRail(body, l, a.env(e))
	}
	if l.side > 0 {
		body = a.beside(body, l, e)
	}
	for i := range l.body {
		if i < len(body) && body[i] != "" {
			lines = append(lines, margin+body[i])
		} else {
			lines = append(lines, "")
		}
	}
	a.mouse.spots = moveSpots(within(frame.Spots, 0, l.body), l.margin+l.rail, l.top)
	if l.side > 0 {
		a.mouse.spots = append(a.mouse.spots, sideSpot(l))
	}
	if l.gap {
		status, keys := a.statusLine(e, l, frame.Sight)
		a.mouse.spots = append(a.mouse.spots, moveSpots(keys, l.margin, len(lines))...)
		lines = append(lines, margin+status)
	}
	a.mouse.spots = append(a.mouse.spots, moveSpots(l.keys, l.margin, len(lines))...)
	for _, f := range l.footer {
		lines = append(lines, margin+f)
	}
	return strings.Join(lines, "\n"), a.cursor(frame.Cursor, l)
}

// rule draws the line below the header: as much of it as the learner has of the
// lesson is drawn stronger.
func (a *App) rule(e *entry, w int) string {
	n, of := 0, 0
	if e.step != nil && !learn.Errand(e.step) {
		at := e.step.At()
		n, of = at.Number, at.Of
	}
	return a.theme.Rule(n, of, w)
}

// statusLine is the line above the footer: what was just said, and what of the
// page is in sight. The spots are of the keys of a preview in it.
func (a *App) statusLine(e *entry, l layout, s Sight) (line string, keys []Spot) {
	where := a.sight(s, l.width())
	if l.status == "" && where == "" {
		return "", nil
	}
	status := l.status
	if l.hinted && e == a.top() {
		status, keys = a.previewStatus(e, l, where)
	}
	if ansi.StringWidth(status)+2+ansi.StringWidth(where) > l.block {
		where = ""
	}
	return spread(a.theme, status, a.theme.Dim.Render(where), l.block), keys
}

// sight says in at most w cells which lines of a page are in sight; empty: all.
func (a *App) sight(s Sight, w int) string {
	if s.Of == 0 {
		return ""
	}
	lines := a.o.Words.Frame.Lines(s.From, s.To, s.Of)
	if s.More {
		lines = a.o.Words.Frame.LinesOf(s.From, s.To)
	}
	said := a.theme.Sight(s.From > 1, s.More || s.To < s.Of) + " " + lines
	if ansi.StringWidth(said) > w {
		return a.sightMark(s)
	}
	return said
}

// sightMark is sight as short as it gets, for a window without a line for it.
func (a *App) sightMark(s Sight) string {
	if s.Of == 0 {
		return ""
	}
	if s.More {
		return a.theme.Sight(s.From > 1, true) + " " + strconv.Itoa(s.To) + "/" + a.theme.Mark.More
	}
	return a.theme.Sight(s.From > 1, s.To < s.Of) + " " + a.o.Words.Frame.StepShort(s.To, s.Of)
}

// cursor moves a page's cursor to where the page is; one outside is not shown.
func (a *App) cursor(c *tea.Cursor, l layout) *tea.Cursor {
	if c == nil || c.X < 0 || c.Y < 0 || c.Y >= l.body || c.X > l.width() {
		return nil
	}
	moved := *c
	moved.X += l.margin + l.rail
	moved.Y += l.top
	moved.Blink = false
	return &moved
}

// frame asks the page to draw itself. One that panics is replaced by a page
// that says so.
func (a *App) frame(e *entry) (f Frame) {
	defer func() {
		if r := recover(); r != nil {
			a.unstarted = a.fallen(e, a.caught(r))
			f = e.screen.View(a.env(e))
		}
	}()
	return e.screen.View(a.env(e))
}

// header draws the line at the top: where the learner is, how far, and that it
// is saved. In a low window it says instead what of the page is in sight.
func (a *App) header(e *entry, w int, sight string) string {
	words := a.o.Words.Frame
	trail := []string{words.Name}
	var facts []string
	if e.step != nil {
		at := e.step.At()
		if learn.Errand(e.step) { // not in the order of a lesson, with a count of its own
			at.Lesson, at.Number = nil, 0
		}
		trail = []string{at.Course}
		if at.Lesson != nil {
			trail = append(trail, at.Lesson.Title)
		}
		if at.Lesson == nil || at.Number == 0 {
			trail = append(trail, e.screen.Title(a.o.Words))
		}
		facts = a.stepFacts(at.Number, at.Of, e.beside.Marked)
	} else {
		if a.session != nil && e.route != RouteLibrary && e.route != RouteHelp && e.route != RouteSettings {
			trail = []string{a.session.Course().Title}
		}
		trail = append(trail, e.screen.Title(a.o.Words))
	}
	if f, ok := e.screen.(Facter); ok {
		facts = f.Facts(a.o.Words)
	}
	if sight != "" {
		facts = []string{sight}
	}
	for i := range trail {
		trail[i] = textsafe.Line(trail[i])
	}
	return headerLine(a.theme, trail, facts, w)
}

// stepFacts says how far the learner is in the lesson, and that it is saved,
// from long to short.
func (a *App) stepFacts(n, of int, marked bool) []string {
	words := a.o.Words.Frame
	var long, short []string
	if n > 0 && of > 0 {
		long, short = append(long, words.Step(n, of)), append(short, words.StepShort(n, of))
	}
	if marked {
		long = append(long, a.o.Words.Finding.MarkHere)
	}
	if a.saved && a.banner == "" && a.o.Preview == nil {
		long = append(long, words.Saved)
	}
	dot := " " + a.theme.Mark.Dot + " "
	return []string{strings.Join(long, dot), strings.Join(short, dot)}
}

// windowTitle names the window after the course.
func (a *App) windowTitle() string {
	title := a.o.Words.Frame.Name
	if a.session != nil {
		title = a.session.Course().Title + " - " + title
	}
	return title
}

// clip keeps text inside w cells and h lines and expands its tabs, which the
// renderer would drop.
func clip(s string, w, h int) string {
	lines := strings.Split(s, "\n")
	if len(lines) > h {
		lines = lines[:max(h, 0)]
	}
	for i, line := range lines {
		line = strings.ReplaceAll(strings.TrimSuffix(line, "\r"), "\t", "    ")
		if ansi.StringWidth(line) > w {
			line = cells.Fit(line, w, "")
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
