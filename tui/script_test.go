package tui

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestScripts plays the sessions in testdata/*.script. A script is a person's
// session: what they press and what they then see.
//
//	# a remark
//	size 80x24          the window; the program starts at the first line below the settings
//	start outline/git   where it starts; default: the library
//	language de         what the program speaks; default: English
//	settings            the settings are kept in memory; settings full: keeping them fails
//	ascii               no symbols outside ASCII
//	long                not tried key by key: shorter scripts show the same pages
//	views               a session with something of everything in what the pages beside the flow show
//	first               it is the first time on a new day
//	lessons             a course with every kind of step and the pages that show it; default: stand-ins
//	steps NAME NAME     steps made by hand, one after the other; see madeSteps
//	later 3             the program is closed, and the course opened again that many days later
//	did Judge yes       the last action that was done
//	shelf empty|broken  what is on the shelf; default: the sample courses
//	press down enter    keys by name
//	type some words     text
//	paste some\nwords   pasted text
//	click some words    with the mouse, on the first cell of the words on the screen
//	drag these > those  the same, and drawn to other words
//	wheel down          or up
//	speak fr            the program changes to another language
//	fail full|read-only|no   whether saving fails from now on
//	resize 40x12
//	sees words          they are on the screen
//	lacks words         they are not
//	looks NAME          the screen is as in NAME.WxH.txt, at every size
//	logged drafted      the last event in the log is of that kind
//	quits               the program has ended
//	file NAME           a file of a course that is previewed, in the lines below, which begin with ">"
//	save NAME           the same, saved while the preview runs
//	remove NAME         the file is removed while the preview runs
//	close               the course can no longer be read
//	edits NAME:LINE     the author's editor was opened with that file at that line
//	bench               a course whose tasks are done for real
//	keys                each key that is shown here does something
//	screen              the screen is as in the lines below, which begin with "|"
func TestScripts(t *testing.T) {
	for _, file := range scripts(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".script"), func(t *testing.T) {
			text := read(t, file)
			p := &play{t: t}
			out := p.all(text)
			if updating() && out != text {
				if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestScriptsInAnotherOrder shows the same where commands that are run at once end in
// the other order.
func TestScriptsInAnotherOrder(t *testing.T) {
	if updating() {
		t.Skip("the screens are written in the usual order")
	}
	for _, file := range scripts(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".script"), func(t *testing.T) {
			(&play{t: t, backwards: true}).all(read(t, file))
		})
	}
}

// TestEveryKeyShownDoesSomething plays every script up to each screen, presses
// each key that the footer shows there, and expects that something comes of it.
// Keys that only the page of keys shows are pressed once on each kind of page.
func TestEveryKeyShownDoesSomething(t *testing.T) {
	pressed := map[string]bool{}
	for _, file := range scripts(t) {
		lines := strings.Split(read(t, file), "\n")
		if slices.Contains(lines, "long") {
			continue
		}
		for n, line := range lines {
			if line != "screen" && line != "keys" && !strings.HasPrefix(line, "looks ") {
				continue
			}
			prefix := slices.DeleteFunc(slices.Clone(lines[:n]), func(l string) bool {
				return strings.HasPrefix(l, "looks ") || strings.HasPrefix(l, "sees ") || strings.HasPrefix(l, "lacks ") || strings.HasPrefix(l, "did ") || strings.HasPrefix(l, "edits ") || l == "screen" || l == "keys" || strings.HasPrefix(l, "|")
			})
			at := play{t: t}
			at.all(strings.Join(prefix, "\n"))
			if at.d == nil || at.d.quit || at.d.app.tooSmall() {
				continue
			}
			for _, key := range append(shownKeys(at.d), quietKeys(at.d, pressed)...) {
				p := play{t: t}
				p.all(strings.Join(prefix, "\n"))
				before, cursor := p.d.screen(), p.d.app.View().Cursor
				ran := p.ran()
				p.d.press(key)
				if p.ran() > ran {
					continue
				}
				if p.d.screen() == before && reflect.DeepEqual(cursor, p.d.app.View().Cursor) && !p.d.quit && !p.d.slept && p.d.app.banner == "" && !p.edited() {
					t.Errorf("%s:%d: the key %q is shown and does nothing:\n%s", filepath.Base(file), n+1, key, before)
				}
			}
		}
	}
}

// shownKeys are the keys that the footer shows, without those that move: at
// the end of a list they rightly do nothing.
func shownKeys(d *driver) []string {
	e := d.app.top()
	footer := ansi.Strip(strings.Join(d.app.layout(e).footer, "   ")) + "   "
	var keys []string
	for _, b := range d.app.bindings(e) {
		label := d.app.o.Keys.Label(b.Intent, e.typing())
		shown := d.app.o.Keys.Shown(d.app.o.Words, b.Intent, e.typing())
		moves := b.Intent == IntentUp || b.Intent == IntentDown
		if b.Disabled == "" && !b.Quiet && !moves && strings.Contains(footer, shown+" "+b.Words+"   ") {
			keys = append(keys, label)
		}
	}
	return keys
}

// quietKeys are the keys that only the page of keys shows, but for those that
// move, and for drawing the screen anew, which looks the same. Those that were
// pressed on a page of this kind before are left out.
func quietKeys(d *driver, pressed map[string]bool) []string {
	e := d.app.top()
	var keys []string
	for _, b := range d.app.bindings(e) {
		id := fmt.Sprintf("%T %s", e.screen, b.Intent)
		label := d.app.o.Keys.Label(b.Intent, e.typing())
		if _, digit := b.Intent.Digit(); b.Disabled != "" || !b.Quiet || digit || moves(b.Intent) || b.Intent == IntentRedraw || label == "" || pressed[id] {
			continue
		}
		pressed[id] = true
		keys = append(keys, label)
	}
	return keys
}

// isWriting reports whether a word of a script writes files of a course.
func isWriting(word string) bool {
	return word == "file" || word == "save" || word == "remove" || word == "close"
}

func scripts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.script")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// play is a script being played.
type play struct {
	t     *testing.T
	d     *driver
	shelf *sampleShelf
	o     Options
	w, h  int

	backwards bool // how commands that are run at once end

	lessons bool // the pages of lessons are real
	views   *sampleViews
	made    *madeSession
	bench   *workbench    // nil: no task is done for real
	author  *writtenShelf // whose course is previewed; nil: there is none
	seen    func(*driver) // called with every screen; nil: nothing is
}

// all plays a script and returns it with the screens as they were.
func (p *play) all(text string) string {
	p.t.Helper()
	p.shelf, p.w, p.h = newSampleShelf(), 80, 24
	var out []string
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		out = append(out, line)
		word, rest, _ := strings.Cut(line, " ")
		if isWriting(word) {
			var file []string
			for i+1 < len(lines) && strings.HasPrefix(lines[i+1], ">") {
				i++
				out = append(out, lines[i])
				file = append(file, strings.TrimPrefix(strings.TrimPrefix(lines[i], ">"), " "))
			}
			p.written(word, rest, file)
			continue
		}
		if word != "screen" {
			p.line(i+1, word, rest)
			continue
		}
		p.start()
		var want []string
		for i+1 < len(lines) && strings.HasPrefix(lines[i+1], "|") {
			i++
			want = append(want, strings.TrimPrefix(strings.TrimPrefix(lines[i], "|"), " "))
		}
		got := p.d.screen()
		if got != strings.Join(want, "\n") && !updating() {
			p.t.Errorf("line %d: the screen is\n%s\nwant\n%s", i+1, got, strings.Join(want, "\n"))
		}
		for l := range strings.SplitSeq(got, "\n") {
			out = append(out, strings.TrimRight("| "+l, " "))
		}
	}
	p.start()
	return strings.Join(out, "\n")
}

// line carries out one line of a script other than screen.
func (p *play) line(n int, word, rest string) {
	p.t.Helper()
	switch word {
	case "", "#", "long":
		return
	case "size":
		p.w, p.h = sizeOf(p.t, rest)
		return
	case "start":
		p.o.Start = Route(rest)
		return
	case "ascii":
		p.o.ASCII = true
		return
	case "settings":
		p.o.Settings = newSampleSettings(rest == "full")
		return
	case "language":
		p.o.Words = words.For(rest)
		return
	case "shelf":
		p.shelf.set(p.t, rest)
		return
	case "views":
		p.views = newSampleViews()
		return
	case "first":
		p.views.today.First = true
		return
	case "steps":
		p.lessons, p.o.Start = true, RouteCourse.To("git-first-steps")
		p.made = newMade(p.t, p.shelf, strings.Fields(rest)...)
		return
	case "bench":
		p.bench = newWorkbench(p.t, nil)
		p.bench.backwards = p.backwards
		p.d = p.bench.driver
		return
	case "keys":
		return
	case "lessons":
		p.lessons = true
		p.shelf.courses = []*course.Course{flowCourse()}
		return
	}
	p.start()
	switch word {
	case "press":
		p.d.press(strings.Fields(rest)...)
	case "type":
		p.d.write(rest)
	case "paste":
		p.d.send(tea.PasteMsg{Content: strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\e`, "\x1b").Replace(rest)})
		p.d.check()
	case "click":
		p.d.click(p.d.find(rest))
		p.d.let()
	case "drag":
		from, to, _ := strings.Cut(rest, " > ")
		x, y := p.d.find(from)
		p.d.click(x, y)
		p.d.drag(x, y, p.d.line(to))
		p.d.let()
	case "wheel":
		p.d.wheel(rest)
	case "fail":
		p.shelf.log.Fail(map[string]error{"full": learn.ErrFull, "read-only": learn.ErrReadOnly, "other": errors.New("the disk is on fire"), "no": nil}[rest])
	case "speak":
		p.d.send(SpeakMsg{words.For(rest)})
	case "resize":
		p.d.resize(sizeOf(p.t, rest))
	case "sees":
		p.d.sees(rest)
	case "lacks":
		if strings.Contains(p.d.screen(), rest) {
			p.t.Errorf("line %d: the screen shows %q:\n%s", n, rest, p.d.screen())
		}
	case "later":
		days, err := strconv.Atoi(rest)
		if err != nil {
			p.t.Fatalf("line %d: %q is no number of days", n, rest)
		}
		p.shelf.days += days
		p.o.Start = RouteCourse.To(p.shelf.courses[0].ID)
		p.d = nil
		p.start()
	case "looks":
		p.d.looks(rest)
	case "edits":
		p.edits(n, rest)
	case "did":
		if got := p.made.last(); got != rest {
			p.t.Errorf("line %d: the last action was %q, want %q", n, got, rest)
		}
	case "logged":
		events, err := p.shelf.log.Events("git")
		if err != nil || len(events) == 0 || string(events[len(events)-1].Kind) != rest {
			p.t.Errorf("line %d: the last of %d events is not %s (%v)", n, len(events), rest, err)
		}
	case "quits":
		if !p.d.quit {
			p.t.Errorf("line %d: the program has not ended:\n%s", n, p.d.screen())
		}
	default:
		p.t.Fatalf("line %d: a script cannot %q", n, word)
	}
}

// ran is how many programs were run, also those that the terminal was left to.
func (p *play) ran() int {
	if p.bench == nil {
		return 0
	}
	return len(p.bench.guest) + p.bench.ran
}

func (p *play) start() {
	if p.d != nil {
		return
	}
	p.o.Shelf = p.shelf
	if p.author != nil {
		p.o.Shelf = p.author
	}
	if s, ok := p.o.Settings.(*sampleSettings); ok {
		s.kept.Preferences = p.o.Preferences // as if they had been read from the file
	}
	app := New(p.o)
	if !p.lessons {
		app.screens = func(s learn.Step, _ *words.Words) Screen { return &fakeStep{step: s} }
	}
	if p.views != nil {
		p.views.wrap(app)
	}
	if p.author != nil {
		app.exec = func(_ *exec.Cmd, _ string, done tea.ExecCallback) tea.Cmd { return func() tea.Msg { return done(nil) } }
	}
	if p.made != nil {
		app.open = func(string) (Session, []course.Diag, error) { return p.made, nil, nil }
	}
	p.d = (&driver{t: p.t, app: app, guard: newGuard(nil), seen: p.seen, backwards: p.backwards}).started(p.w, p.h)
}

func sizeOf(t *testing.T, s string) (w, h int) {
	t.Helper()
	if _, err := fmt.Sscanf(s, "%dx%d", &w, &h); err != nil {
		t.Fatalf("%q is not a size", s)
	}
	return w, h
}
