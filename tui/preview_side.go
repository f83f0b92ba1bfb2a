package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// The column of findings beside a page of a course that is previewed.
const (
	sideWidth = 120 // of the window, from which on there is one
	sideText  = 80  // cells that a page keeps beside it, at least
	sideLeast = 36  // cells of the column, with the space before it
	sideMost  = 48
	sideSpace = 4
)

// sided reports whether a page has the findings of its file beside it.
func (a *App) sided(e *entry) bool {
	return a.o.Preview != nil && a.session != nil && a.w >= sideWidth && a.roomy() && e.step != nil && e != a.overlay
}

// withSide divides the window between the page and the findings beside it, and the
// rail where the page keeps its width beside both.
func (l *layout) withSide(w, measure int) {
	l.margin = 2
	room := w - 2*l.margin - sideLeast
	if l.rail = 0; room >= railCells+sideText {
		l.rail = railCells
	}
	text := min(room-l.rail, max(measure+2, sideText))
	l.side = min(w-2*l.margin-l.rail-text, sideMost)
	l.block = l.rail + text + l.side
	l.margin = (w - l.block) / 2
}

// beside puts the findings of the page's file at the right of its lines.
func (a *App) beside(lines []string, l layout, e *entry) []string {
	out := make([]string, l.body)
	for i, side := range a.sideLines(e, l.side-sideSpace, l.body) {
		left := ""
		if i < len(lines) {
			left = lines[i]
		}
		out[i] = left
		if side != "" {
			out[i] = pad(left, l.block-l.side+sideSpace) + side
		}
	}
	return out
}

// sideSpot is the column for the mouse: a click opens the list of findings.
func sideSpot(l layout) Spot {
	return Spot{Spot: widget.Spot{X: l.margin + l.block - l.side + sideSpace, Y: l.top, W: l.side - sideSpace, H: l.body}, Key: IntentFindings}
}

// sideLines are h lines of w cells: the findings of the file that a page is written
// in, errors first, and how many there are in others. A page of no file has all.
func (a *App) sideLines(e *entry, w, h int) []string {
	th, said := a.theme, a.o.Words
	file, _ := a.sourceOf(e)
	var here []course.Diag
	errors, others := 0, 0
	for _, d := range a.diags {
		switch {
		case file == "" || d.Pos.File == file:
			here = append(here, d)
		case d.Severity == course.Error:
			errors++
		default:
			others++
		}
	}
	slices.SortStableFunc(here, func(x, y course.Diag) int { return rank(x) - rank(y) })
	title := said.Library.FindingsTitle
	if file != "" {
		title = textsafe.Line(file)
	}
	lines := []string{th.Title.Render(fit(th, title, w)), ""}
	var last []string
	if errors+others > 0 {
		last = append([]string{""}, wrapStyled(th.Dim, said.Preview.SideElse(a.counted(errors, others)), w)...)
	}
	if len(here) == 0 {
		lines = append(lines, wrapStyled(th.Dim, said.Preview.SideNone, w)...)
	}
	for i, d := range here {
		told := a.sideFinding(d, file != "", w)
		room := h - len(lines) - len(last)
		if i < len(here)-1 {
			room-- // to say that there are more
		}
		if len(told) > room {
			lines = append(lines, th.Dim.Render(fit(th, said.Preview.SideMore(len(here)-i), w)))
			break
		}
		lines = append(lines, told...)
	}
	lines = append(slices.Clip(lines), last...)
	return append(lines, make([]string, max(h-len(lines), 0))...)[:h]
}

// sideFinding is a finding in lines of w cells: where it is, what it is, and its cure.
func (a *App) sideFinding(d course.Diag, oneFile bool, w int) []string {
	th := a.theme
	mark := th.Warn.Render(th.Mark.Close)
	if d.Severity == course.Error {
		mark = th.Bad.Render(th.Mark.Wrong)
	}
	where := fitPlace(th, d.Pos, w-2)
	if oneFile && d.Pos.Line > 0 {
		where = a.o.Words.Library.Line(d.Pos.Line)
	}
	lines := []string{mark + " " + th.Dim.Render(where)}
	for _, line := range wrapStyled(th.Text, textsafe.Line(d.Msg), w-2) {
		lines = append(lines, "  "+line)
	}
	if d.Hint != "" {
		for _, line := range wrapStyled(th.Dim, a.o.Words.Library.Cure+" "+textsafe.Line(d.Hint), w-2) {
			lines = append(lines, "  "+line)
		}
	}
	return append(lines, "")
}

// hints are the keys of a preview in at most w cells, and where they stand in them:
// as many as there is room for.
func (a *App) hints(e *entry, w int) (text string, spots []Spot) {
	said := a.o.Words.Preview
	short := map[Intent]string{
		IntentFindings: said.HintFindings, IntentJump: said.HintJump, IntentLeads: said.HintLeads, IntentState: said.HintState, IntentSource: said.HintSource,
	}
	own, used := e.screen.Bindings(a.o.Words), 0
	var shown []string
	for _, b := range a.previewKeys(e) {
		key := a.o.Keys.Shown(a.o.Words, b.Intent, e.typing())
		if b.Disabled != "" || key == "" || binds(own, b.Intent) || b.Intent == IntentFindings && len(a.diags) == 0 {
			continue
		}
		says, width := keyWords(a.theme, key, short[b.Intent])
		if used > 0 {
			used += 2
		}
		if used+width > w {
			break
		}
		spots = append(spots, keySpot(b.Intent, used, 0, width))
		shown, used = append(shown, says), used+width
	}
	return strings.Join(shown, "  "), spots
}

// previewStatus is the line of a preview above the footer: what was found, the keys
// of a preview, and what of the page is in sight. The keys give way.
func (a *App) previewStatus(e *entry, l layout, where string) (line string, spots []Spot) {
	room := l.block - ansi.StringWidth(where) - 3
	every, _ := a.hints(e, l.block)
	long := a.previewLine(l.block-2, false)
	if need := ansi.StringWidth(every); need > 0 && ansi.StringWidth(long)+3+need > room {
		long = a.previewLine(l.block-2, true)
	}
	x := ansi.StringWidth(long) + 3
	keys, spots := a.hints(e, room-x)
	if keys == "" {
		return long, nil
	}
	return long + "   " + keys, moveSpots(spots, x, 0)
}

// counted says how many errors and other findings there are; empty: none.
func (a *App) counted(errors, others int) string {
	said := a.o.Words.Library
	switch {
	case errors > 0 && others > 0:
		return said.FindingsCount(errors, others)
	case errors > 0:
		return said.Errors(errors)
	case others > 0:
		return said.Warnings(others)
	}
	return ""
}
