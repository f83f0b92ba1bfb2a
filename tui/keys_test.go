package tui

import (
	"reflect"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestKeyboardsOfOtherScripts presses keys where they sit on a Latin keyboard.
func TestKeyboardsOfOtherScripts(t *testing.T) {
	a := New(Options{Shelf: newSampleShelf()})
	for _, c := range []struct {
		name string
		key  tea.Key
		want Intent
	}{
		{"Cyrillic о is j", tea.Key{Code: 'о', Text: "о", BaseCode: 'j'}, IntentDown},
		{"with shift it is J", tea.Key{Code: 'о', ShiftedCode: 'О', Text: "О", BaseCode: 'j', Mod: tea.ModShift}, IntentMoveDown},
		{"Greek γ is g", tea.Key{Code: 'γ', Text: "γ", BaseCode: 'g'}, IntentTop},
		{"with shift it is G", tea.Key{Code: 'γ', ShiftedCode: 'Γ', Text: "Γ", BaseCode: 'g', Mod: tea.ModShift}, IntentBottom},
		{"capitals locked", tea.Key{Code: 'о', Text: "о", BaseCode: 'j', Mod: tea.ModNumLock}, IntentDown},
		{"with ctrl", tea.Key{Code: 'я', BaseCode: 'z', Mod: tea.ModCtrl}, IntentSuspend},
		{"an unused letter of a Latin keyboard is not another", tea.Key{Code: 'ß', Text: "ß", BaseCode: '-'}, ""},
		{"nor one with an accent", tea.Key{Code: 'é', Text: "é", BaseCode: '2'}, ""},
		{"the numbers at the right", tea.Key{Code: tea.KeyKp3, Text: "3"}, IntentDigit(3)},
		{"the other enter", tea.Key{Code: tea.KeyKpEnter}, IntentEnter},
		{"a function key", tea.Key{Code: tea.KeyF1}, IntentHelp},
	} {
		if got, _ := a.meaning(tea.KeyPressMsg(c.key)); got != c.want {
			t.Errorf("%s: %q means %q, want %q", c.name, tea.KeyPressMsg(c.key), got, c.want)
		}
	}
}

// TestAReleasedKeyIsNoKey lets go of keys, as some terminals tell.
func TestAReleasedKeyIsNoKey(t *testing.T) {
	p := &play{t: t}
	p.all("size 80x24\nlessons\nstart lesson/git-first-steps/stage-3\ntype gi")
	before := p.d.screen()
	for _, k := range []tea.Key{{Code: 't', Text: "t"}, {Code: tea.KeyEnter}, {Code: tea.KeyBackspace}, {Code: 'c', Mod: tea.ModCtrl}} {
		p.d.send(tea.KeyReleaseMsg(k))
		p.d.check()
	}
	if p.d.screen() != before || p.d.quit {
		t.Errorf("letting go of keys changes the screen to\n%s", p.d.screen())
	}
}

// TestVimAndArrows moves through every screen that scripts show, by arrows and
// by letters, and expects the same.
func TestVimAndArrows(t *testing.T) {
	eachScreen(t, func(t *testing.T, name string, start func() *driver) {
		first := start()
		e := first.app.top()
		for _, same := range [][]string{{"down", "j"}, {"up", "k"}, {"home", "g"}, {"end", "G"}, {"pgdown", "f", "ctrl+d"}, {"pgup", "b", "ctrl+u", "ctrl+b"}} {
			if intent, _ := first.app.o.Keys.Of(same[0]); e.typing() || !first.app.takes(e, intent) {
				continue
			}
			want := ""
			for i, key := range same {
				d := start()
				d.press(key)
				if got := d.screen(); i == 0 {
					want = got
				} else if got != want {
					t.Errorf("%s: %s leads to\n%s\nand %s to\n%s", name, same[0], want, key, got)
				}
			}
		}
	})
}

// TestSuspendingEverywhere goes to the shell from every screen, also from a text
// field, and comes back to the same.
func TestSuspendingEverywhere(t *testing.T) {
	eachScreen(t, func(t *testing.T, name string, start func() *driver) {
		d := start()
		d.press("ctrl+l") // what was said until the next key is gone
		before, cursor := d.screen(), d.app.View().Cursor
		d.press("ctrl+z")
		if !d.slept {
			t.Errorf("%s: ctrl+z does nothing:\n%s", name, d.screen())
		}
		d.send(tea.ResumeMsg{})
		d.check()
		if d.screen() != before || !reflect.DeepEqual(cursor, d.app.View().Cursor) {
			t.Errorf("%s: the shell changes the screen from\n%s\nto\n%s", name, before, d.screen())
		}
	})
}
