package tui

import "github.com/cairn-learn/cairn/tui/internal/theme"

// rows is the selection in a list of rows of one line each, some of which,
// such as headings, cannot be selected. The zero value selects the first row.
type rows struct {
	at    int // the selected row
	first int // the first row in sight
}

// move does what an intent means to a list of n rows of which h are in sight;
// can says which rows can be selected.
func (r *rows) move(i Intent, n, h int, can func(int) bool) {
	if row, ok := i.Row(); ok && selectable(row, n, can) {
		r.at = row
	}
	switch i {
	case IntentUp, IntentScrollUp:
		r.step(-1, 1, n, can)
	case IntentDown, IntentScrollDown:
		r.step(1, 1, n, can)
	case IntentPageUp:
		r.step(-1, max(h-1, 1), n, can)
	case IntentPageDown, IntentSpace:
		r.step(1, max(h-1, 1), n, can)
	case IntentTop:
		r.at = -1
		r.step(1, 1, n, can)
	case IntentBottom:
		r.at = n
		r.step(-1, 1, n, can)
	}
	r.settle(n, h, can)
}

// step moves the selection by a number of rows in a direction and on to the
// next row that can be selected; at the end it stays on the last such row.
func (r *rows) step(by, count, n int, can func(int) bool) {
	to, best := r.at, r.at
	for range count {
		if to+by < 0 || to+by >= n {
			break
		}
		to += by
		if can(to) {
			best = to
		}
	}
	for !selectable(to, n, can) && to+by >= 0 && to+by < n {
		to += by
	}
	if selectable(to, n, can) {
		best = to
	}
	r.at = best
}

// selectable reports whether i is a row of n that can be selected.
func selectable(i, n int, can func(int) bool) bool { return i >= 0 && i < n && can(i) }

// chosenRow lays a row on the ground of the chosen one, if it is chosen.
func chosenRow(env Env, chosen bool, line string) string {
	if !chosen {
		return line
	}
	return env.Theme.Lay(theme.RowGround, line, env.Measure())
}

// settle keeps the selection on a row that can be selected and in sight, after
// the rows or the size changed. Headings above the first row stay in sight.
func (r *rows) settle(n, h int, can func(int) bool) {
	r.at = min(max(r.at, 0), max(n-1, 0))
	if n > 0 && !can(r.at) {
		r.step(1, 1, n, can)
		if !can(r.at) {
			r.step(-1, 1, n, can)
		}
	}
	r.first = r.from(n, h)
	above := r.at
	for above > 0 && !can(above-1) {
		above--
	}
	if above < r.first && r.at-above < h {
		r.first = above
	}
}

// from is the first row to draw when h rows fit.
func (r rows) from(n, h int) int {
	first := min(r.first, r.at)
	if r.at >= first+h {
		first = r.at - h + 1
	}
	return max(0, min(first, n-h))
}
