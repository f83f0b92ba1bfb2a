//go:build e2e && unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/hostile"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestAHostileCourseInATerminal goes through every page of a course that has a
// text for the terminal in every place where an author can put one. Every byte
// that comes out is text, colour, a link to the web, or one of the few sequences
// that the frame itself is drawn with; what is hostile is seen as text.
func TestAHostileCourseInATerminal(t *testing.T) {
	for i, a := range hostile.Attacks() {
		if !torture.Full() && i%9 != 0 {
			continue
		}
		t.Run(a.Name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "hostile")
			for name, f := range hostile.Course(a.Text) {
				file := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, f.Data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			folder := data(t)
			v := &visit{seen: map[string]bool{}}
			for _, page := range []string{"?", "T", "W", "m", "I", "P", "o", "p", "D", "N", "L", "c", "d", ":", "ctrl+f"} {
				v.terminal = start(t, 100, 40, onData(folder), dir, "--from", "one")
				v.see("paragraph")
				v.page(page)
				v.leaves()
			}
			v.terminal = start(t, 100, 40, onData(folder), dir, "--from", "one")
			v.see("paragraph")
			v.lessons()
			v.leaves()
			v.wants("rest of the page", "single", "several", "typed", "order", "match", "blanks", "number", "taskbody", "reflect", "fork", "lessontwo")
			if first, _, _ := strings.Cut(a.Shown, "\u0301\u0301"); !strings.Contains(flat(v.all.String()), flat(first)[:min(len(flat(first)), 8)]) {
				t.Errorf("no screen shows %.40q", a.Shown)
			}
			torture.Report(t, "P13", "%s: %d bytes of %d screens in a terminal", a.Name, v.bytes, len(v.seen))
		})
	}
}

// flat is a text without spaces.
func flat(s string) string { return strings.Join(strings.Fields(s), "") }

// visit is a walk through a course that remembers every screen.
type visit struct {
	*terminal
	seen  map[string]bool
	all   strings.Builder
	bytes int // written
}

// settled waits until nothing more is drawn, and remembers the screen.
func (v *visit) settled() string {
	v.t.Helper()
	for last, end := -1, time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		n := len(v.written())
		if n == last {
			break
		}
		last = n
	}
	screen := v.text()
	if !v.seen[screen] {
		v.seen[screen] = true
		v.all.WriteString(screen)
	}
	return screen
}

// A key may do nothing, which is known only after a while: on the way through the
// course, where a step passed over is missed, after a longer one.
const (
	aMoment = 100 * time.Millisecond
	aWhile  = 2 * time.Second
)

// key presses a key and gives the screen after it.
func (v *visit) key(key string, wait time.Duration) string {
	v.t.Helper()
	before := len(v.written())
	v.press(key)
	for end := time.Now().Add(wait); len(v.written()) == before && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	return v.settled()
}

// page opens a page and looks at it from its beginning on.
func (v *visit) page(key string) {
	v.t.Helper()
	if here := v.settled(); v.key(key, aMoment) == here {
		return // there is no such page here
	}
	if key == "ctrl+f" {
		v.key("end", aMoment)
	}
	v.key("pgdown", aMoment)
	v.key("pgdown", aMoment)
}

// leaves ends the program and judges what it wrote.
func (v *visit) leaves() {
	v.t.Helper()
	v.press("ctrl+c")
	v.ends(0)
	if err := sequences(v.written()); err != nil {
		v.t.Errorf("%v", err)
	}
	v.bytes += len(v.written())
}

// lessons goes on until the end of the course, with whatever the step takes.
func (v *visit) lessons() {
	v.t.Helper()
	const most = 120
	option := regexp.MustCompile(`(?m)^\W*1  \S`)
	for n := range most {
		here := v.settled()
		var keys []string
		switch {
		case strings.Contains(here, "This was the last lesson"):
			return
		case strings.Contains(here, "ctrl+n I don"):
			keys = []string{"ctrl+n"}
		case strings.Contains(here, "ctrl+x skip"):
			keys = []string{"ctrl+x"}
		case n%4 == 3: // nothing helps: pass over it
			keys = []string{"i", "s"}
		case strings.Contains(here, "space "):
			keys = []string{"space", "enter"} // pages on, and then goes on
		case option.MatchString(here):
			v.key("1", aWhile)
			keys = []string{"enter"}
		default:
			keys = []string{"enter", "s"}
		}
		for _, key := range keys {
			if v.key(key, aWhile) != here {
				break
			}
		}
	}
	v.t.Fatalf("the course does not end; the screen:\n%s", v.text())
}

// wants wants words to have been on some screen.
func (v *visit) wants(words ...string) {
	v.t.Helper()
	for _, word := range words {
		if !strings.Contains(v.all.String(), word) {
			v.t.Errorf("no screen had %q", word)
		}
	}
}

// sequences reports the first thing written that is neither text, nor colour, nor
// a link to the web, nor one of the sequences that frames are drawn with: the
// cursor put somewhere, something erased, scrolled or repeated, a mode that the
// program switches, and the questions it asks of the terminal at its start.
func sequences(raw string) error {
	frame := regexp.MustCompile(`\x1b\[[0-9;]*[ABCDEFGHJKLMPSTXZ@bdfr` + "`" + `]|\x1b\[\?(?:1|7|25|1002|1003|1004|1006|1049|2004|2026|2027|2031|2048)[hl]|\x1b\[\?(?:2026|2027)\$p|\x1b\[[<>=?]?[0-9;]*u|\x1b\[>4;?[0-9]?m|\x1b\[>0?q|\x1b\[0?c|\x1b\[[0-6] q|\x1b\]1[0-2];\?(?:\x07|\x1b\\)|\x1b\[\?5W|\x1b[=>M78]|[\r\x08]`)
	asks := strings.NewReplacer("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\", "", "\x1b[16t", "") // whether it shows pictures
	title := regexp.MustCompile(`\x1b\]2;([^\x00-\x1f\x7f]*)\x07`)                                // of the window: what it says is looked at like all text
	left := frame.ReplaceAllString(title.ReplaceAllString(asks.Replace(raw), "$1"), "")
	if err := hostile.Frame(strings.ReplaceAll(left, "\n", "")); err != nil {
		return fmt.Errorf("not text and not of the frame: %w", err)
	}
	return nil
}

// TestWhatIsNoFrameIsTold: what is allowed of a frame lets no attack pass that is
// more than text, but for those that move the cursor as frames do: the screen
// shows that these are text.
func TestWhatIsNoFrameIsTold(t *testing.T) {
	for _, a := range hostile.Attacks() {
		moves := strings.ContainsAny(a.Text, "\r\b")
		if told := sequences(a.Text) != nil; told != (hostile.Frame(a.Text) != nil) && !moves {
			t.Errorf("%s: told is %v", a.Name, told)
		}
	}
}
