package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// TestWhatIsKeptHoldsThoughALaterSettingFails keeps two settings one after the
// other: the second cannot be kept, the first holds at once all the same.
func TestWhatIsKeptHoldsThoughALaterSettingFails(t *testing.T) {
	p := &play{t: t, o: Options{Settings: newSampleSettings(false)}}
	p.all("")
	a := p.d.app
	_, first := a.Update(SetMsg{Name: "symbols", Value: "ascii"})
	a.Update(SetMsg{Name: "measure", Value: "seven"})
	p.d.run(first)
	if !a.o.ASCII {
		t.Error("what was kept does not hold")
	}
	p.d.sees("from 40 to 100")
}

// TestANamedThemeIsOverNoColor names a theme on the page of settings and by the
// key, where NO_COLOR is set: it holds at once, and so does taking it back.
func TestANamedThemeIsOverNoColor(t *testing.T) {
	o := Options{NoColor: true, Environ: []string{"TERM=xterm-256color", "NO_COLOR=1"}, Settings: newSampleSettings(false)}
	holds := func(p *play, look Look, profile colorprofile.Profile) {
		t.Helper()
		if got := p.d.app.o.Look; got != look {
			t.Errorf("the look is %q, want %q", got, look)
		}
		got := colorprofile.ASCII // as Options.program begins
		for _, m := range p.d.msgs {
			if m, ok := m.(tea.ColorProfileMsg); ok {
				got = m.Profile
			}
		}
		if got != profile {
			t.Errorf("the terminal is written to with %v, want %v", got, profile)
		}
	}
	p := &play{t: t, o: o}
	p.all("")
	holds(p, LookMono, colorprofile.ASCII)
	p.d.send(SetMsg{Name: "theme", Value: string(LookDark)})
	holds(p, LookDark, colorprofile.ANSI256)
	p.d.send(SetMsg{Name: "theme", Value: string(LookAuto)})
	holds(p, LookMono, colorprofile.ASCII)
	p.d.press("t")
	holds(p, LookDark, colorprofile.ANSI256)
}
