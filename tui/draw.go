package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// The smallest window in which pages are drawn.
const (
	minWidth  = 30
	minHeight = 8
)

// layout says where the parts of the window are.
type layout struct {
	margin int      // cells left free at each side
	top    int      // lines above the page
	body   int      // lines of the page
	status string   // banner or toast, on the line above the footer; empty: none
	gap    bool     // a free line above the footer, when there is no status
	footer []string // lines of keys
	keys   []Spot   // of the footer, counted from its first cell
}

func (a *App) tooSmall() bool { return a.w < minWidth || a.h < minHeight }

// layout divides the window. A tall window has free lines around the page; a
// low one gives every line to it.
func (a *App) layout(e *entry) layout {
	l := layout{margin: 1, top: 1}
	roomy := a.h >= 18
	lines := 1
	if a.w >= 60 {
		l.margin = 2
	}
	if roomy {
		l.top, lines = 2, 2
	} else if e.step != nil && a.w < 60 && a.h >= 12 {
		lines = 2 // the keys that matter do not fit on one
	}
	inner := a.w - 2*l.margin
	l.footer, l.keys = footerLines(a.theme, a.o.Keys, a.bindings(e), e.typing(), inner, lines)
	switch {
	case a.toast != "":
		l.status = a.theme.Info.Render(fit(a.theme, textsafe.Line(a.toast), inner))
	case a.banner != "":
		l.status = a.theme.Banner.Render(fit(a.theme, textsafe.Line(a.banner), inner))
	}
	l.gap = roomy && l.status == ""
	l.body = a.h - l.top - len(l.footer)
	if l.gap || l.status != "" {
		l.body--
	}
	return l
}

// env is what a page is told of the world.
func (a *App) env(e *entry) Env {
	env := Env{
		ID: e.id, Theme: a.theme, Keys: a.o.Keys, Words: a.o.Words, ASCII: a.o.ASCII,
		Mouse: a.o.Mouse, Pictures: a.o.Pictures, Links: !a.o.NoLinks, Editor: a.o.Editor, measure: a.o.Measure,
	}
	if a.tooSmall() {
		env.W, env.H = minWidth-2, minHeight-2
		return env
	}
	l := a.layout(e)
	env.W, env.H = a.w-2*l.margin, l.body
	return env
}

// draw makes the view that View returns until the next message.
func (a *App) draw() {
	a.mouse.spots = nil
	v := tea.View{AltScreen: true, WindowTitle: a.windowTitle()}
	if a.o.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	e := a.top()
	switch {
	case a.w == 0 || e == nil:
	case a.tooSmall():
		v.Content = clip(strings.Join(wrap(a.o.Words.Frame.TooSmall, a.w), "\n"), a.w, a.h)
	default:
		v.Content, v.Cursor = a.page(e)
	}
	if a.ascii != nil {
		v.Content = a.ascii.Replace(v.Content)
	}
	a.view = v
}

// page draws header, page, status and footer.
func (a *App) page(e *entry) (string, *tea.Cursor) {
	frame := a.frame(e)
	l := a.layout(e) // after frame: a page that failed has other keys
	margin := strings.Repeat(" ", l.margin)
	inner := a.w - 2*l.margin

	lines := []string{margin + a.header(e, inner)}
	for len(lines) < l.top {
		lines = append(lines, "")
	}
	body := strings.Split(clip(frame.Text, inner, l.body), "\n")
	for i := range l.body {
		if i < len(body) && body[i] != "" {
			lines = append(lines, margin+body[i])
		} else {
			lines = append(lines, "")
		}
	}
	if l.status != "" {
		lines = append(lines, margin+l.status)
	} else if l.gap {
		lines = append(lines, "")
	}
	a.mouse.spots = append(moveSpots(within(frame.Spots, 0, l.body), l.margin, l.top), moveSpots(l.keys, l.margin, len(lines))...)
	for _, f := range l.footer {
		lines = append(lines, margin+f)
	}
	return strings.Join(lines, "\n"), a.cursor(frame.Cursor, l)
}

// cursor moves a page's cursor to where the page is; one outside is not shown.
func (a *App) cursor(c *tea.Cursor, l layout) *tea.Cursor {
	if c == nil || c.X < 0 || c.Y < 0 || c.Y >= l.body || c.X >= a.w-l.margin {
		return nil
	}
	moved := *c
	moved.X += l.margin
	moved.Y += l.top
	moved.Blink = false
	return &moved
}

// frame asks the page to draw itself. One that panics is replaced by a page
// that says so.
func (a *App) frame(e *entry) (f Frame) {
	defer func() {
		if r := recover(); r != nil {
			e.screen = newBroken(fmt.Sprint(r))
			f = e.screen.View(a.env(e))
		}
	}()
	return e.screen.View(a.env(e))
}

// header draws the line at the top: where the learner is, how far, and that it
// is saved.
func (a *App) header(e *entry, w int) string {
	words := a.o.Words.Frame
	trail := []string{words.Name}
	var facts []string
	if e.step != nil {
		at := e.step.At()
		if errand(e.step) { // not in the order of a lesson, with a count of its own
			at.Lesson, at.Number = nil, 0
		}
		trail = []string{at.Course}
		if at.Lesson != nil {
			trail = append(trail, at.Lesson.Title)
		}
		if at.Lesson == nil || at.Number == 0 {
			trail = append(trail, e.screen.Title(a.o.Words))
		}
		facts = a.stepFacts(at.Number, at.Of)
	} else {
		if a.session != nil && e.route != RouteLibrary && e.route != RouteHelp {
			trail = []string{a.session.Course().Title}
		}
		trail = append(trail, e.screen.Title(a.o.Words))
	}
	if f, ok := e.screen.(Facter); ok {
		facts = f.Facts(a.o.Words)
	}
	for i := range trail {
		trail[i] = textsafe.Line(trail[i])
	}
	return headerLine(a.theme, trail, facts, w)
}

// stepFacts says how far the learner is in the lesson, and that it is saved,
// from long to short.
func (a *App) stepFacts(n, of int) []string {
	words := a.o.Words.Frame
	var long, short []string
	if n > 0 && of > 0 {
		long, short = append(long, words.Step(n, of)), append(short, words.StepShort(n, of))
	}
	if a.saved && a.banner == "" {
		long = append(long, words.Saved)
	}
	dot := " " + a.theme.Mark.Dot + " "
	return []string{strings.Join(long, dot), strings.Join(short, dot)}
}

// windowTitle names the window after the course. What a file says cannot reach
// the terminal as more than text.
func (a *App) windowTitle() string {
	title := a.o.Words.Frame.Name
	if a.session != nil {
		title = a.session.Course().Title + " - " + title
	}
	return ansi.Truncate(ansi.Strip(textsafe.Line(title)), 80, "")
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
			line = ansi.Truncate(line, w, "")
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

// newASCII turns typography into ASCII, for terminals that have nothing else.
// The replacements are as wide as what they replace.
func newASCII() *strings.Replacer {
	return strings.NewReplacer(
		"“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "·", "-", "•", "*", "›", ">", "‹", "<",
		"─", "-", "━", "=", "│", "|", "┃", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "├", "+", "┤", "+",
		"┬", "+", "┴", "+", "┼", "+", "✓", "+", "✗", "x", "…", ".", "→", ">", "←", "<", "↑", "^", "↓", "v", "\u00a0", " ",
	)
}
