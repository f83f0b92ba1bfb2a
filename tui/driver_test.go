package tui

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// updating rewrites the screens that tests compare with. It is a function, as
// this package has no variables, in its tests neither.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

func TestMain(m *testing.M) {
	flag.Bool("update", false, "rewrite the screens in testdata")
	os.Exit(m.Run())
}

// driver runs the program without a terminal: it gives it keys, runs its
// commands in place and reads its screen. There is no clock and no goroutine,
// so a run is the same every time.
type driver struct {
	t     *testing.T
	app   *App
	guard *guard
	quit  bool // the program ended
	slept bool // it asked to be suspended
	msgs  []tea.Msg

	backwards bool          // of what is run at once, what was begun last comes first
	seen      func(*driver) // called with every screen; nil: nothing is
}

// newDriver starts the program in a window of w x h cells.
func newDriver(t *testing.T, o Options, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, app: New(o), guard: newGuard(o.Now)}
	return d.started(w, h)
}

// started runs what a program begins with.
func (d *driver) started(w, h int) *driver {
	d.t.Helper()
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.app.Init())
	d.check()
	return d
}

// send gives the program a message and everything that comes of it.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	if msg = d.guard.filter(d.app, msg); msg == nil {
		return
	}
	switch msg.(type) {
	case tea.QuitMsg:
		d.quit = true
		return
	case tea.SuspendMsg:
		d.slept = true
		return
	}
	d.msgs = append(d.msgs, msg)
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

// run runs a command in place, and those that come of it in their order.
func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	msg := cmd()
	if all, ok := msg.(tea.BatchMsg); ok && d.backwards { // they come in any order
		all = slices.Clone(all)
		slices.Reverse(all)
		msg = all
	}
	if list := reflect.ValueOf(msg); msg != nil && list.Kind() == reflect.Slice {
		for i := range list.Len() { // a batch or a sequence
			if c, ok := list.Index(i).Interface().(tea.Cmd); ok {
				d.run(c)
			}
		}
		return
	}
	if msg != nil {
		d.send(msg)
	}
}

// press types keys by the names that the keymap uses.
func (d *driver) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.send(tea.KeyPressMsg(keyNamed(d.t, k)))
		d.check()
	}
}

// write types text, a key for each character.
func (d *driver) write(text string) {
	d.t.Helper()
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		d.check()
	}
}

// resize changes the window.
func (d *driver) resize(w, h int) {
	d.t.Helper()
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.check()
}

// screen is what is on the screen, without colours.
func (d *driver) screen() string {
	lines := strings.Split(ansi.Strip(d.app.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// lacks expects words not to be on the screen.
func (d *driver) lacks(words ...string) {
	d.t.Helper()
	for _, want := range words {
		if strings.Contains(strings.Join(strings.Fields(d.screen()), " "), want) {
			d.t.Errorf("%q is on the screen:\n%s", want, d.screen())
		}
	}
}

// sees fails the test unless the words are on the screen.
func (d *driver) sees(words ...string) {
	d.t.Helper()
	for _, w := range words {
		if !strings.Contains(d.screen(), w) {
			d.t.Errorf("the screen does not show %q:\n%s", w, d.screen())
		}
	}
}

// looks compares the screen with testdata/NAME.WxH.txt at each of the sizes
// that every page must do well in, and goes back to the present size.
func (d *driver) looks(name string) {
	d.t.Helper()
	w, h := d.app.w, d.app.h
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		d.resize(size[0], size[1])
		file := name + "." + strconv.Itoa(size[0]) + "x" + strconv.Itoa(size[1]) + ".txt"
		golden(d.t, filepath.Join("testdata", file), d.screen()+"\n")
	}
	d.resize(w, h)
}

// golden compares text with a file, or writes the file when tests run with
// -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if updating() {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s\nwant\n%s", file, got, want)
	}
}

// check holds every screen to what is promised of all of them.
func (d *driver) check() {
	d.t.Helper()
	if d.seen != nil {
		d.seen(d)
	}
	v := d.app.View()
	lines := strings.Split(v.Content, "\n")
	if len(lines) > d.app.h {
		d.t.Errorf("%d lines in a window of %d:\n%s", len(lines), d.app.h, d.screen())
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w > d.app.w {
			d.t.Errorf("a line of %d cells in a window of %d: %q", w, d.app.w, ansi.Strip(line))
		}
		if strings.ContainsAny(line, "\t\r") {
			d.t.Errorf("a line with a tab or a carriage return: %q", line)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= d.app.w || c.Y >= d.app.h || c.Blink) {
		d.t.Errorf("the cursor is at %d,%d (blinking: %v) in a window of %dx%d", c.X, c.Y, c.Blink, d.app.w, d.app.h)
	}
	e := d.app.top()
	if e == nil {
		return
	}
	for _, b := range d.app.bindings(e) {
		if b.Words == "" || len(d.app.o.Keys[b.Intent]) == 0 {
			d.t.Errorf("page %s lists the key of %q, %v, as %q", e.route, b.Intent, d.app.o.Keys[b.Intent], b.Words)
		}
	}
	for i, b := range d.app.bindings(e) {
		for _, other := range d.app.bindings(e)[:i] {
			if other.Intent == b.Intent {
				d.t.Errorf("page %s lists the key of %q twice", e.route, b.Intent)
			}
		}
	}
}

// keyNamed makes the key that Bubble Tea would name so.
func keyNamed(t *testing.T, name string) tea.Key {
	t.Helper()
	var k tea.Key
	rest := name
	for {
		mod, after, found := strings.Cut(rest, "+")
		if !found || after == "" {
			break
		}
		switch mod {
		case "ctrl":
			k.Mod |= tea.ModCtrl
		case "alt":
			k.Mod |= tea.ModAlt
		case "shift":
			k.Mod |= tea.ModShift
		default:
			t.Fatalf("no modifier key is called %q", mod)
		}
		rest = after
	}
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome,
		"end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f8": tea.KeyF8, "f10": tea.KeyF10, "f12": tea.KeyF12, "f6": tea.KeyF6, "f7": tea.KeyF7,
	}
	switch {
	case rest == "space":
		k.Code, k.Text = ' ', " "
	case named[rest] != 0:
		k.Code = named[rest]
	case utf8.RuneCountInString(rest) == 1:
		k.Code, _ = utf8.DecodeRuneInString(rest)
		if k.Mod == 0 {
			k.Text = rest
		}
	default:
		t.Fatalf("no key is called %q", name)
	}
	if got := k.String(); got != name {
		t.Fatalf("the key %q calls itself %q", name, got)
	}
	return k
}
