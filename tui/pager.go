package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/tui/words"
)

// pager shows lines that may be more than fit, and moves through them.
type pager struct{ first int }

// move does what an intent means to a text of n lines of which h fit. It
// reports whether the intent meant something.
func (p *pager) move(i Intent, n, h int) bool {
	switch i {
	case IntentUp:
		p.first--
	case IntentDown:
		p.first++
	case IntentScrollUp:
		p.first -= wheelLines
	case IntentScrollDown:
		p.first += wheelLines
	case IntentPageUp:
		p.first -= max(h-1, 1)
	case IntentPageDown, IntentSpace:
		p.first += max(h-1, 1)
	case IntentTop:
		p.first = 0
	case IntentBottom:
		p.first = n
	default:
		return false
	}
	p.first = max(0, min(p.first, n-h))
	return true
}

// frame draws the lines that fit.
func (p pager) frame(env Env, lines []string) Frame {
	cursor := tea.NewCursor(0, 0)
	if len(lines) <= env.H {
		return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor}
	}
	first := max(0, min(p.first, len(lines)-env.H))
	shown := lines[first : first+env.H]
	return Frame{Text: strings.Join(shown, "\n"), Cursor: cursor, Sight: sight(first, env.H, len(lines))}
}

// moving lists the keys of a page that moves, for the help.
func moving(w *words.Words) []Binding {
	return append(scrollBindings(w), Binding{Intent: IntentSpace, Words: w.Keys.PageDown, Quiet: true})
}
