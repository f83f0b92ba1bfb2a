package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestGuardDropsWindowsThatCannotBe(t *testing.T) {
	g := newGuard(nil)
	for _, c := range []struct {
		w, h int
		kept bool
	}{
		{80, 24, true}, {1, 1, true}, {1000, 500, true},
		{1001, 24, false}, {80, 501, false}, {20000, 20000, false}, {0, 24, false}, {80, 0, false}, {-1, -1, false},
	} {
		if got := g.filter(nil, tea.WindowSizeMsg{Width: c.w, Height: c.h}) != nil; got != c.kept {
			t.Errorf("%dx%d: kept is %v, want %v", c.w, c.h, got, c.kept)
		}
	}
}

func TestGuardSlowsTheWheel(t *testing.T) {
	now := time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC)
	g := newGuard(func() time.Time { return now })
	kept := 0
	for range 1000 { // a second of a trackpad, at a thousand turns a second
		if g.filter(nil, tea.MouseWheelMsg{Button: tea.MouseWheelDown}) != nil {
			kept++
		}
		now = now.Add(time.Millisecond)
	}
	if kept < 30 || kept > 70 {
		t.Errorf("%d of 1000 turns of the wheel count, want about 66", kept)
	}
	now = now.Add(-time.Hour) // the clock was set back
	if g.filter(nil, tea.MouseWheelMsg{}) == nil {
		t.Error("the wheel is dead after the clock was set back")
	}
}

// TestGuardDropsMovesThatDrawNothing takes the moves of a mouse only where a
// button is held and another cell is reached.
func TestGuardDropsMovesThatDrawNothing(t *testing.T) {
	g := newGuard(nil)
	for i, c := range []struct {
		move tea.MouseMotionMsg
		kept bool
	}{
		{tea.MouseMotionMsg{X: 3, Y: 3}, false},
		{tea.MouseMotionMsg{X: 3, Y: 4, Button: tea.MouseRight}, false},
		{tea.MouseMotionMsg{X: 3, Y: 4, Button: tea.MouseLeft}, true},
		{tea.MouseMotionMsg{X: 3, Y: 4, Button: tea.MouseLeft}, false},
		{tea.MouseMotionMsg{X: 3, Y: 5, Button: tea.MouseLeft}, true},
	} {
		if got := g.filter(nil, c.move) != nil; got != c.kept {
			t.Errorf("move %d, %+v: kept is %v, want %v", i, c.move, got, c.kept)
		}
	}
}

// TestAnOutsideEndSaves ends the program from outside while an answer is
// unsent. What leaving would have saved before the end, Run saves after it.
func TestAnOutsideEndSaves(t *testing.T) {
	for _, end := range []tea.Msg{tea.QuitMsg{}, tea.InterruptMsg{}} {
		p := &play{t: t}
		p.all("start course/git\npress /\ntype because")
		p.d.send(end)
		if !p.d.quit {
			t.Errorf("%T did not end the program", end)
		}
		if !p.d.app.rescue() {
			t.Errorf("after %T something is unsaved", end)
		}
		p.line(0, "logged", "drafted")
	}
}
