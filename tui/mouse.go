package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// Spot is a part of a frame that a click means something on: a key, a row, a
// field. What is drawn says where it is, so that the mouse never has to guess.
type Spot struct {
	widget.Spot        // where, and which part of the page
	Key         Intent // what a click on a key means; empty: the part is chosen
	Off         int    // lines of it that are out of sight above
}

// partSpot is a spot that chooses a part of a page.
func partSpot(s widget.Spot) Spot { return Spot{Spot: s} }

// rowSpot is a row of a page: w cells wide and from one line up to another.
func rowSpot(part, from, to, w int, chosen bool) Spot {
	return Spot{Spot: widget.Spot{Y: from, W: w, H: to - from, Part: part, Chosen: chosen}}
}

// keySpot is a key that is shown, at x of its line and w cells wide.
func keySpot(i Intent, x, y, w int) Spot {
	return Spot{Spot: widget.Spot{X: x, Y: y, W: w, H: 1}, Key: i}
}

// moveSpots gives the spots at another place.
func moveSpots(spots []Spot, x, y int) []Spot {
	out := make([]Spot, len(spots))
	for i, s := range spots {
		s.X, s.Y = s.X+x, s.Y+y
		out[i] = s
	}
	return out
}

// within is what of the spots lies in h lines from the given one, counted from
// there.
func within(spots []Spot, top, h int) []Spot {
	var out []Spot
	for _, s := range spots {
		from, to := max(s.Y, top), min(s.Y+s.H, top+h)
		if from >= to {
			continue
		}
		s.Off += from - s.Y
		s.Y, s.H = from-top, to-from
		out = append(out, s)
	}
	return out
}

// Row returns the part of the page that an intent is a click on.
func (i Intent) Row() (part int, ok bool) {
	part, _, _, ok = widget.Intent(i).Click()
	return part, ok
}

// mouse is what the mouse is about.
type mouse struct {
	spots []Spot // as they were drawn last, in cells of the window
	held  bool   // a button is held on a part
	part  int    // that was drawn over last
	y     int    // the line it was on then
}

// at is the spot at a cell; of several, the last that was drawn.
func (m *mouse) at(x, y int) (Spot, bool) {
	for i := len(m.spots) - 1; i >= 0; i-- {
		if m.spots[i].Has(x, y) {
			return m.spots[i], true
		}
	}
	return Spot{}, false
}

// click does what a click means: a key that is shown is that key, a part that
// can be chosen is chosen, and one that is chosen already is entered.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	a.mouse.held = false
	to := a.top()
	if to == nil || a.tooSmall() || msg.Button != tea.MouseLeft {
		return nil
	}
	s, ok := a.mouse.at(msg.X, msg.Y)
	if !ok {
		return nil
	}
	a.toast = ""
	switch {
	case s.Key != "":
		return a.intent(to, s.Key)
	case s.Chosen:
		return a.intent(to, IntentEnter)
	}
	a.mouse.held, a.mouse.part, a.mouse.y = true, s.Part, msg.Y
	return a.send(to, IntentMsg{Intent: Intent(widget.Click(s.Part, msg.X-s.X, msg.Y-s.Y+s.Off))})
}

// drag draws the part that was clicked to another, while the button is held.
func (a *App) drag(msg tea.MouseMotionMsg) tea.Cmd {
	to := a.top()
	if !a.mouse.held || to == nil || msg.Button != tea.MouseLeft {
		return nil
	}
	by := msg.Y - a.mouse.y
	a.mouse.y = msg.Y
	s, ok := a.mouse.at(msg.X, msg.Y)
	if !ok || s.Key != "" || by == 0 {
		return nil
	}
	a.mouse.part = s.Part
	return a.send(to, IntentMsg{Intent: Intent(widget.Drag(s.Part, by))})
}

// wheel scrolls, and lets go of what is held.
func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	to := a.top()
	if to == nil || a.tooSmall() {
		return nil
	}
	switch msg.Button {
	case tea.MouseWheelUp:
		return a.send(to, IntentMsg{Intent: IntentScrollUp})
	case tea.MouseWheelDown:
		return a.send(to, IntentMsg{Intent: IntentScrollDown})
	}
	return nil
}

// wheelLines is how far a turn of the wheel scrolls.
const wheelLines = 3
