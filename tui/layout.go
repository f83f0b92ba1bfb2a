package tui

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// The smallest window in which pages are drawn.
const (
	minWidth  = 30
	minHeight = 8
)

// From these on, a window has room for more than the page.
const (
	roomyHeight = 18  // free lines around the page, and a rule below the header
	roomyWidth  = 60  // a wider margin
	railWidth   = 112 // the rail beside the page
	railCells   = 30  // of the rail, with the space beside it
)

// layout says where the parts of the window are.
type layout struct {
	margin int      // cells left free at the left of the block
	block  int      // cells of the header and the footer
	rail   int      // cells of the block that the rail takes; 0: there is none
	side   int      // cells of the block that findings take, at the right; 0: none
	top    int      // lines above the page
	body   int      // lines of the page
	rule   bool     // a rule below the header
	gap    bool     // a line of its own for the status above the footer
	status string   // banner or toast, in that line; empty: none
	hinted bool     // the status is the line of a preview, with its keys
	footer []string // lines of keys
	keys   []Spot   // of the footer, counted from its first cell
}

// width is how many cells the page may take.
func (l layout) width() int { return l.block - l.rail - l.side }

func (a *App) tooSmall() bool { return a.w < minWidth || a.h < minHeight }

// roomy reports whether the window has free lines around a page.
func (a *App) roomy() bool { return a.h >= roomyHeight }

// measure is the width of running text.
func (a *App) measure() int {
	if a.o.Measure > 0 {
		return a.o.Measure
	}
	return MeasureUsual
}

// layout divides the window. A tall window has free lines around the page; a
// low one gives every line to it. A wide one has a rail, and what is wider still
// is margin on both sides.
func (a *App) layout(e *entry) layout {
	l := layout{margin: 1, top: 1}
	lines := 1
	if a.w >= roomyWidth {
		l.margin = 2
	}
	l.block = a.w - 2*l.margin
	if most := railCells + a.measure() + 2; l.block > most {
		l.block = most
		l.margin = (a.w - l.block) / 2
	}
	if a.railed(e) {
		l.rail = railCells
	}
	if a.sided(e) {
		l.withSide(a.w, a.measure())
	}
	if a.roomy() {
		l.top, lines, l.rule, l.gap = 2, 2, true, true
		if a.h >= roomyHeight+4 {
			l.top = 3
		}
	} else if e.step != nil && a.w < roomyWidth && a.h >= 12 {
		lines = 2 // the keys that matter do not fit on one
	}
	l.footer, l.keys = footerLines(a.theme, a.o.Keys, a.o.Words, a.bindings(e), e.typing(), l.block, lines)
	if e == a.overlay && lines == 1 && !backSeen(l.keys) { // how to leave a box is always seen
		l.footer, l.keys = footerLines(a.theme, a.o.Keys, a.o.Words, a.bindings(e), e.typing(), l.block, 2)
	}
	switch {
	case a.toast != "":
		l.status = a.theme.Info.Render(fit(a.theme, textsafe.Line(a.toast), l.block))
	case a.banner != "":
		l.status = a.theme.Banner.Render(fit(a.theme, a.bannerIn(l.block), l.block))
	}
	if l.status == "" && a.o.Preview != nil {
		l.status, l.hinted = a.previewLine(l.block-2, false), true
	}
	l.gap = l.gap || l.status != ""
	l.body = a.h - l.top - len(l.footer)
	if l.gap {
		l.body--
	}
	return l
}

// backSeen reports whether the key that goes back is in a footer.
func backSeen(keys []Spot) bool {
	return slices.ContainsFunc(keys, func(s Spot) bool { return s.Key == IntentBack })
}

// bannerIn is the banner for a line of w cells. Where there is no room for why
// nothing is saved, it says what tells it and what to do.
func (a *App) bannerIn(w int) string {
	said, f := textsafe.Line(a.banner), a.o.Words.Frame
	if a.banner != a.unsaved() || ansi.StringWidth(said) <= w {
		return said
	}
	if said = f.Unsaved(f.AskDoctor); ansi.StringWidth(said) <= w {
		return said
	}
	return f.UnsavedShort
}

// env is what a page is told of the world.
func (a *App) env(e *entry) Env {
	env := Env{
		ID: e.id, Theme: a.theme, Keys: a.o.Keys, Words: a.o.Words, ASCII: a.o.ASCII,
		Mouse: a.o.Mouse, Pictures: a.o.pictures(), gallery: a.gallery, Links: !a.o.NoLinks, Open: a.o.Open, Editor: a.o.Editor, Data: a.o.Data, measure: a.o.Measure,
	}
	env.OnSave = a.o.OnSave
	if top := a.top(); top != nil {
		env.Front = top.id == e.id
	}
	if e.step != nil {
		env.Bench, env.Environ = a.benches.get(a.ref), a.o.Environ
	}
	if a.tooSmall() {
		env.W, env.H = minWidth-2, minHeight-2
		return env
	}
	if at := a.stepAt(); at >= 0 && (e == a.overlay && at == len(a.stack)-1 || e.step != nil) {
		env.Beside = a.stack[at].beside
	}
	l := a.layout(e)
	env.W, env.H, env.Rail = l.width(), l.body, l.rail > 0
	if a.rail.session == a.session {
		env.Cairn = a.rail.cairn
	}
	if e == a.overlay {
		env.W, env.H = boxRoom(l)
	}
	return env
}
