package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// The largest window that is believed. Beyond it the renderer would ask for
// gigabytes, and over a network the other side chooses the size.
const (
	maxWidth  = 1000
	maxHeight = 500
)

// wheelPause is the least time between two turns of the wheel that count: a
// trackpad sends hundreds a second.
const wheelPause = 15 * time.Millisecond

// guard looks at every message before the App does.
type guard struct {
	now   func() time.Time // nil: every turn of the wheel counts
	wheel time.Time        // when the wheel last counted
	at    tea.Mouse        // where the mouse was last drawn to
}

func newGuard(now func() time.Time) *guard { return &guard{now: now} }

// filter drops window sizes that cannot be, turns of the wheel that come in
// floods, and moves of the mouse that draw nothing to another cell. A wish to
// end that comes from outside goes to the App, so that what is unsaved is saved
// first.
func (g *guard) filter(m tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width <= 0 || msg.Height <= 0 || msg.Width > maxWidth || msg.Height > maxHeight {
			return nil
		}
	case tea.MouseMotionMsg:
		if msg.Button != tea.MouseLeft || msg.X == g.at.X && msg.Y == g.at.Y {
			return nil
		}
		g.at = msg.Mouse()
	case tea.MouseWheelMsg:
		if g.now == nil {
			return msg
		}
		now := g.now()
		if d := now.Sub(g.wheel); d >= 0 && d < wheelPause {
			return nil
		}
		g.wheel = now
	case tea.QuitMsg, tea.InterruptMsg:
		if n, ok := m.(*net); ok && n.holds() {
			return leaveMsg{}
		}
		return tea.QuitMsg{}
	}
	return msg
}
