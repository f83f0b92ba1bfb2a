package tui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
	"github.com/cairn-learn/cairn/internal/torture"
)

// hostileShelf has the course that has a text in every place.
func hostileShelf(t *testing.T, text string) *sampleShelf {
	t.Helper()
	return shelfOf(t, hostile.Course(text))
}

func shelfOf(t *testing.T, files fstest.MapFS) *sampleShelf {
	t.Helper()
	c, diags, err := course.Load(files, "hostile")
	if err != nil {
		t.Fatal(err)
	}
	s := newSampleShelf()
	s.courses, s.diags = []*course.Course{c}, map[string][]course.Diag{c.ID: diags, "git": diags}
	return s
}

// hostilePlaces are where to begin, so that every kind of page is met.
func hostilePlaces() []Route {
	places := []Route{"library", "outline/hostile", "choices/hostile", "glossary/hostile", "cards/hostile", "findings/hostile", "course/hostile"}
	for _, item := range []string{"one", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "t1", "r1"} {
		places = append(places, RouteLesson.To("hostile", item))
	}
	return places
}

// checkOutlets holds a frame to what may leave, with both layers and with the
// first one alone.
func checkOutlets(t *testing.T, at string, a *App) {
	t.Helper()
	v := a.View()
	if err := hostile.Frame(v.Content); err != nil {
		t.Errorf("%s: the frame: %v", at, err)
	}
	if err := hostile.Text(v.WindowTitle); err != nil || strings.ContainsAny(v.WindowTitle, "\n\t") {
		t.Errorf("%s: the title %q: %v", at, v.WindowTitle, err)
	}
	if e := a.top(); e != nil && a.w > 0 && !a.tooSmall() {
		content, _ := a.show(e)
		if err := hostile.Frame(content); err != nil {
			t.Errorf("%s: the frame before its outlet: %v", at, err)
		}
	}
}

// TestHostileCourseInFrames puts every attack in every place of a course and
// looks at every kind of page, at usual, narrow and impossible sizes.
func TestHostileCourseInFrames(t *testing.T) {
	frames := 0
	for n, a := range hostile.Attacks() {
		t.Run(a.Name, func(t *testing.T) {
			shelf := hostileShelf(t, a.Text)
			for i, place := range hostilePlaces() {
				if !torture.Full() && (i+n)%4 != 0 {
					continue // each text meets some places, each place some texts
				}
				d := newDriver(t, Options{Shelf: shelf, Start: place}, 160, 60)
				look := func(what string) {
					checkOutlets(t, string(place)+" "+what, d.app)
					frames++
				}
				look("at first")
				if place == RouteLesson.To("hostile", "one") {
					d.sees(strings.TrimSpace("paragraph " + strings.Split(a.Shown, "␇␇")[0]))
				}
				for _, size := range [][2]int{{20, 10}, {1, 1}, {80, 24}} {
					d.resize(size[0], size[1])
					look("resized")
				}
				d.send(tea.PasteMsg{Content: a.Text})
				look("pasted")
				keys := []string{"enter", "?", "esc", "h", "1", "enter", "/", "esc"}
				if i%2 == 0 {
					keys = []string{"w", "esc", "y", "2", "enter", "a", "n", "esc", "down", "l"}
				}
				for _, key := range keys {
					d.press(key)
					look(key)
				}
			}
		})
	}
	torture.Report(t, "P13", "%d texts in %d frames of the full screen, at 20 columns and 1x1 too: 0 bytes outside SGR and links to the web", len(hostile.Attacks()), frames)
}

// TestOutletsHoldAlone gives the outlets what nobody cleaned.
func TestOutletsHoldAlone(t *testing.T) {
	for _, a := range hostile.Attacks() {
		v := frameView(a.Text+"\n"+a.Text, a.Text, nil, false)
		if err := hostile.Frame(v.Content); err != nil {
			t.Errorf("%s: the frame: %v", a.Name, err)
		}
		if err := hostile.Text(v.WindowTitle); err != nil || strings.Contains(v.WindowTitle, "\n") {
			t.Errorf("%s: the title: %v", a.Name, err)
		}
		if copied := fmt.Sprint(toClipboard(a.Text)()); copied == "" || hostile.Text(copied) != nil {
			t.Errorf("%s: %q is copied", a.Name, copied)
		}
		if toTerminal(a.Text) != nil {
			t.Errorf("%s: it is sent as it is", a.Name)
		}
	}
}

// sequences are the kinds of escape sequences in what a program wrote, with how
// often each was. Those that draw frames count as one.
func sequences(out string) map[string]int {
	kinds := map[string]int{}
	links := regexp.MustCompile(`\x1b\]8;[^\x07\x1b]*(\x07|\x1b\\)`)
	out = links.ReplaceAllStringFunc(out, func(link string) string {
		if hostile.Frame(link+"\x1b]8;;\x1b\\") != nil {
			kinds[link]++
		}
		return ""
	})
	title := regexp.MustCompile(`\x1b\][02];([^\x07\x1b]*)(\x07|\x1b\\)`)
	out = title.ReplaceAllStringFunc(out, func(s string) string {
		if said := title.FindStringSubmatch(s)[1]; hostile.Text(said) != nil {
			kinds[s]++
		}
		return ""
	})
	drawing := regexp.MustCompile(`\x1b\[[0-9;:]*[ABCDEFGHIJKLMPSTXZ@bdefm` + "`" + `r]|\x1b\[\?(25|2026)[hl]|\x1b\[[0-6] q|\x1bM|[\r\n\t\x08]`)
	out = drawing.ReplaceAllString(out, "")
	rest := regexp.MustCompile(`\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b]*(\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x1f\x7f]|\xc2[\x80-\x9f]`)
	for _, s := range rest.FindAllString(out, -1) {
		kinds[s]++
	}
	return kinds
}

// TestHostileCourseInTheTerminal runs the real program, with its real renderer,
// and looks at the bytes that it writes. A hostile course gets the terminal to
// see just the sequences that a harmless one does.
func TestHostileCourseInTheTerminal(t *testing.T) {
	harmless := written(t, "plain")
	if len(harmless) < 1000 {
		t.Fatalf("the program wrote %d bytes only", len(harmless))
	}
	want := sequences(harmless)
	for _, a := range hostile.Attacks() {
		got := written(t, a.Text)
		if len(got) < 1000 {
			t.Errorf("%s: the program wrote %d bytes only", a.Name, len(got))
		}
		for s, n := range sequences(got) {
			if keyboard(s) && !strings.Contains(a.Text, s) {
				continue // how often differs from run to run of a harmless course too
			}
			if n > want[s] {
				t.Errorf("%s: %q is written %d times, and %d times for a harmless course", a.Name, s, n, want[s])
			}
		}
	}
	torture.Report(t, "P13", "%d texts through the program and its renderer into a terminal: no sequence but those of a harmless course", len(hostile.Attacks()))
}

// keyboard reports whether a sequence is one of those by which Bubble Tea sets
// what keys send and sets it back.
func keyboard(s string) bool {
	return slices.Contains([]string{"\x1b[>4;2m", "\x1b[>4m", "\x1b[>1u", "\x1b[=1;1u", "\x1b[<1u", "\x1b[?u"}, s)
}

// TestGiveBackIsWhole wants what ends every mode that the renderer sets, on the
// screen where it was set.
func TestGiveBackIsWhole(t *testing.T) {
	there, _, left := strings.Cut(GiveBack, "\x1b[?1049l")
	if !left {
		t.Fatal("the usual screen does not come back")
	}
	for name, s := range map[string]string{
		"wrapping of lines": "\x1b[?7h", "all rows scroll": "\x1b[r", "frames are shown as they come": "\x1b[?2026l",
		"no colours": "\x1b[m", "no link": "\x1b]8;;\a", "no reports of the mouse": "\x1b[?1002l", "no marks around what is pasted": "\x1b[?2004l",
		"the keyboard": "\x1b[<1u",
	} {
		if !strings.Contains(there, s) {
			t.Errorf("%s: %q is not written before the usual screen comes back", name, s)
		}
	}
}

// written is what the program writes to the terminal while a course with the
// text in every place is looked at.
func written(t *testing.T, text string) string {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	var out bytes.Buffer
	o := Options{Shelf: hostileShelf(t, text), Start: RouteLesson.To("hostile", "one"), Environ: []string{"TERM=xterm-256color", "COLORTERM=truecolor"}, Out: &out}
	in, keys := io.Pipe()
	o.In = in
	app := New(o)
	opts := append(o.program(ctx), tea.WithWindowSize(160, 60), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler())
	p := tea.NewProgram(app, opts...)
	go func() {
		for _, key := range []string{" ", " ", "?", "q", "o"} {
			time.Sleep(30 * time.Millisecond)
			_, _ = io.WriteString(keys, key)
		}
		time.Sleep(60 * time.Millisecond)
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	_ = keys.Close()
	return out.String()
}
