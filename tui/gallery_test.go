package tui

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/internal/picture"
)

// painting is a PNG of w by h pixels, red above blue.
func painting(t *testing.T, w, h int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: 200, A: 255}
			if y >= h/2 {
				c = color.NRGBA{B: 200, A: 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pictured opens a course with pictures at its first page.
func pictured(t *testing.T, o Options) *driver {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }
	log := progress.Open(filepath.Join(t.TempDir(), "data"), progress.Options{Now: now, Machine: "test"})
	t.Cleanup(func() { _ = log.Close() })
	files := fstest.MapFS{
		"art/part/01-one.md": {Data: []byte("# Art\n\nAbove.\n\n![Red above blue](../img/flag.png)\n\nBelow, ![an icon](../img/icon.png) in a line.\n\n" +
			"![Broken](../img/broken.png)\n\n![Gone](../../../etc/passwd)\n")},
		"art/img/flag.png":   {Data: painting(t, 40, 24)},
		"art/img/icon.png":   {Data: painting(t, 4, 4)},
		"art/img/broken.png": {Data: painting(t, 40, 24)[:60]},
	}
	o.Shelf = library.New(library.Options{BuiltIn: files, Log: log, Now: now})
	o.Start = RouteCourse.To("art")
	d := newDriver(t, o, 80, 24)
	d.press("s", "s", "enter") // past the questions that come first
	return d
}

// sent is everything that went to the terminal beside the page.
func (d *driver) sent() string {
	var b strings.Builder
	for _, m := range d.msgs {
		if raw, ok := m.(tea.RawMsg); ok {
			b.WriteString(raw.Msg.(string))
		}
	}
	return b.String()
}

func TestPicturesAreToldWithoutColours(t *testing.T) {
	d := pictured(t, Options{})
	d.sees("Above.", "[Picture: Red above blue (flag.png)]", "an icon", "[Picture: Gone (passwd)]")
}

func TestPicturesInHalfBlocks(t *testing.T) {
	d := pictured(t, Options{})
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	d.sees("▀▀▀▀", "Red above blue", "[Picture: an icon (icon.png)]", "[Picture: Broken (broken.png)]")
	if n := strings.Count(d.screen(), strings.Repeat("▀", 20)); n != 6 {
		t.Errorf("the picture has %d rows:\n%s", n, d.screen())
	}
	if !strings.Contains(d.app.View().Content, "38;2;200;0;0") {
		t.Error("the picture has no red")
	}
	d.resize(40, 12)
	d.sees("▀▀▀▀")
	d.resize(80, 24)
	d.sees("▀▀▀▀", "Red above blue")
}

// TestPicturesByKitty plays a terminal that answers that it knows the protocol.
func TestPicturesByKitty(t *testing.T) {
	d := pictured(t, Options{Environ: []string{"TERM=xterm-kitty"}})
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	if asked := d.sent(); asked != picture.KittyQuery()+"\x1b[16t\x1b[c" {
		t.Fatalf("the terminal was asked %q", asked)
	}
	d.send(uv.CellSizeEvent{Width: 8, Height: 16})
	d.send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: picture.QueryID}, Payload: []byte("OK")})
	d.send(uv.PrimaryDeviceAttributesEvent{62, 4})
	if !strings.Contains(d.sent(), "\x1b_Ga=T,U=1,q=2,f=100,i=") {
		t.Fatalf("no picture was sent: %q", d.sent())
	}
	cell := string([]rune{kitty.Placeholder, kitty.Diacritic(1), kitty.Diacritic(4)})
	if !strings.Contains(d.app.View().Content, cell) {
		t.Errorf("the picture has no cells:\n%q", d.app.View().Content)
	}
	d.sees("Red above blue")
	d.press("?")
	if !strings.Contains(d.sent(), "\x1b_Ga=d,d=I,i=") {
		t.Error("the picture was not forgotten when its page was covered")
	}
	d.press("?")
	d.msgs = nil
	d.press("q")
	if !strings.Contains(d.sent(), "\x1b_Ga=d,d=I,i=") || !d.quit {
		t.Errorf("the picture was not forgotten at the end: %q", d.sent())
	}
}

func TestTerminalsThatAreNotAsked(t *testing.T) {
	for name, o := range map[string]Options{
		"no environment": {}, "no colours": {NoColor: true, Environ: []string{"TERM=xterm"}}, "the console": {Environ: []string{"TERM=linux"}},
		"tmux":   {Environ: []string{"TERM=xterm-256color", "TMUX=/run/tmux"}},
		"blocks": {Preferences: Preferences{Pictures: PicturesBlocks}, Environ: []string{"TERM=xterm"}},
		"words":  {Preferences: Preferences{Pictures: PicturesWords}, Environ: []string{"TERM=xterm"}},
	} {
		if asked := newGallery(o.withDefaults()).ask(o.Environ); asked != "" {
			t.Errorf("%s: asked %q", name, asked)
		}
	}
}

// TestAPictureOfItsOwn opens the picture of a page in a terminal that knows
// sixels: in the text it is in half blocks.
func TestAPictureOfItsOwn(t *testing.T) {
	d := pictured(t, Options{Environ: []string{"TERM=xterm"}})
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
	d.send(uv.PrimaryDeviceAttributesEvent{62, 4})
	d.sees("▀▀▀▀")
	d.press("Z")
	d.sees("Red above blue")
	if !strings.Contains(d.sent(), "\x1b7\x1b[") || !strings.Contains(d.sent(), "\x1bP0;1q\"1;1;42;24") {
		t.Errorf("no sixels were sent: %.200q", d.sent())
	}
	d.press("tab", "tab", "tab")
	d.sees("Gone", "(../../../etc/passwd)")
	d.press("esc")
	d.sees("▀▀▀▀")
}
