package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/internal/editor"
)

// TestPicturesOfACourseThatWasLeft: what is measured and decoded late, of a
// course that was left or for a page that was, is not shown in another.
func TestPicturesOfACourseThatWasLeft(t *testing.T) {
	a := New(Options{}.withDefaults())
	g := a.gallery
	g.profile(colorprofile.TrueColor)
	file := func(w, h int) func(string, string) ([]byte, error) {
		data := painting(t, w, h)
		return func(string, string) ([]byte, error) { return data, nil }
	}
	at := origin{"page.md", "flag.png"}
	missed := func() tea.Cmd {
		t.Helper()
		if c, r := g.fit(at, 20, 10, PicturesBlocks); r > 0 {
			g.rows(pictureKey{at, c, r, PicturesBlocks})
		}
		cmd := g.fetch()
		if cmd == nil {
			t.Fatal("nothing was missed")
		}
		return cmd
	}

	g.course(file(40, 20))
	late := missed()
	g.course(file(20, 40))
	soon := missed()
	a.pictured(late())
	if size := g.sizes[at]; size != (pixels{}) {
		t.Errorf("the picture of the course that was left is %v", size)
	}
	a.pictured(soon())
	if size := g.sizes[at]; size != (pixels{20, 40}) {
		t.Errorf("the picture of the open course is %v", size)
	}

	key := func() pictureKey {
		c, r := g.fit(at, 20, 10, PicturesBlocks)
		return pictureKey{at, c, r, PicturesBlocks}
	}
	late = missed()
	g.clear()
	soon = missed()
	a.pictured(late())
	if d := g.drawn[key()]; d == nil || d.rows != nil {
		t.Error("a page took the picture that was decoded for another")
	}
	a.pictured(soon())
	if d := g.drawn[key()]; d == nil || d.rows == nil {
		t.Error("a page did not get its picture")
	}
}

// TestPicturesComeBack: what another program did with the terminal, or a key
// that draws all anew, has the pictures sent again.
func TestPicturesComeBack(t *testing.T) {
	draft, err := editor.New("vi", "text")
	if err != nil {
		t.Fatal(err)
	}
	for name, msg := range map[string]tea.Msg{
		"the shell": tea.ResumeMsg{}, "the editor": editedMsg{draft: draft}, "redraw": tea.KeyPressMsg{Code: 'l', Mod: tea.ModCtrl},
	} {
		d := pictured(t, Options{Preferences: Preferences{Pictures: PicturesKitty}, Environ: []string{"TERM=xterm-kitty"}})
		d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
		d.msgs = nil
		d.send(msg)
		if n := strings.Count(d.sent(), "\x1b_Ga=T,U=1,"); n != 1 {
			t.Errorf("%s: %d pictures were sent", name, n)
		}
	}
}
