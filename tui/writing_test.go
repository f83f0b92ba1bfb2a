package tui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// editing plays up to a place where a text is written, with an editor that is
// played too: a function of its file.
func editing(t *testing.T, o Options, script string, editor func(file string) error) *driver {
	t.Helper()
	p := &play{t: t, o: o}
	p.all("size 80x24\nlessons\n" + script)
	p.d.app.exec = func(c *exec.Cmd, _ string, done tea.ExecCallback) tea.Cmd {
		return func() tea.Msg { return done(editor(c.Args[len(c.Args)-1])) }
	}
	return p.d
}

// thisProgram is an editor that is there.
func thisProgram(t *testing.T) Options {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Preferences: Preferences{Editor: `"` + self + `"`}}
}

const (
	atReflection = "start lesson/git-first-steps/explain-1\ntype Only a draft"
	atCommand    = "start lesson/git-first-steps/stage-3\ntype git"
)

func TestTheEditorWritesTheText(t *testing.T) {
	for _, c := range []struct{ name, script, key, writes, sees string }{
		{"several lines", atReflection, "alt+e", "One line\nand another\n", "│ and another"},
		{"a field that was left", atReflection + "\npress esc", "E", "Written elsewhere", "│ Written elsewhere"},
		{"one line", atCommand, "alt+e", "git add\n\n-A\n", "git add -A"},
		{"hostile", atReflection, "alt+e", "a\x1b[2J\x07b\tc\u202e\xffd", "│ a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			const draft = "Only a draft"
			var file string
			d := editing(t, thisProgram(t), c.script, func(f string) error {
				file = f
				before, err := os.ReadFile(f)
				if err != nil || !strings.HasPrefix(draft, string(before)) && string(before) != "git" {
					t.Errorf("the editor gets %q (%v)", before, err)
				}
				return os.WriteFile(f, []byte(c.writes), 0o600)
			})
			d.press(c.key)
			d.sees(c.sees)
			if strings.ContainsAny(d.app.View().Content, "\x07\u202e") {
				t.Errorf("controls are on the screen")
			}
			if _, err := os.Stat(filepath.Dir(file)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the folder of the text is still there: %v", err)
			}
			d.press("ctrl+_")
			if !strings.Contains(d.screen(), "Only a draft") && !strings.Contains(d.screen(), "> git") && !strings.Contains(d.screen(), "$ git") {
				t.Errorf("undo does not bring back the text:\n%s", d.screen())
			}
		})
	}
}

func TestAnEditorThatFailsLosesNothing(t *testing.T) {
	d := editing(t, thisProgram(t), atReflection, func(f string) error {
		if err := os.WriteFile(f, []byte("half of"), 0o600); err != nil {
			t.Fatal(err)
		}
		return errors.New("exit status 1")
	})
	d.press("alt+e")
	d.sees("Only a draft", "The text is as it was", "exit status 1")
	d = editing(t, thisProgram(t), atReflection, os.Remove)
	d.press("alt+e")
	d.sees("Only a draft", "The text is as it was")
	d = editing(t, thisProgram(t), atReflection, func(string) error { return nil })
	d.press("alt+e")
	d.sees("Only a draft", "Nothing was changed")
}

// TestWhatCannotBeTakenIsKept writes too much, and for a page that has gone: it
// is said where the text lies, and it lies there.
func TestWhatCannotBeTakenIsKept(t *testing.T) {
	for name, write := range map[string]func(d *driver) string{
		"too long": func(*driver) string { return strings.Repeat("a", 1<<20+1) },
		"the page has gone": func(d *driver) string {
			d.app.stack = d.app.stack[:1]
			return "All of it"
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			var d *driver
			var file, text string
			d = editing(t, thisProgram(t), atReflection, func(f string) error {
				file, text = f, write(d)
				return os.WriteFile(f, []byte(text), 0o600)
			})
			d.press("alt+e")
			if got, err := os.ReadFile(file); err != nil || string(got) != text {
				t.Errorf("%d bytes are kept, want %d (%v)", len(got), len(text), err)
			}
			if !strings.Contains(d.app.banner, file) {
				t.Errorf("it is not said where the text lies: %q", d.app.banner)
			}
			d.sees("The text is as it was")
		})
	}
}

func TestAnEditorThatIsMissingIsSaid(t *testing.T) {
	never := func(string) error { t.Error("an editor ran"); return nil }
	d := editing(t, Options{}, atReflection, never)
	d.press("alt+e")
	d.sees("Only a draft", "Name an editor first: setting “editor”, VISUAL or EDITOR.")
	d = editing(t, Options{Environ: []string{"EDITOR=no-such-editor -w"}}, atReflection, never)
	d.press("alt+e")
	d.sees("Only a draft", "“no-such-editor -w” is not found")
	d = editing(t, Options{Preferences: Preferences{Editor: `"open quote`}}, atReflection, never)
	d.press("alt+e")
	d.sees("Only a draft", "a quote is never closed")
}

// TestTheEditorIsRun runs a real one, if there is a shell to write it for.
func TestTheEditorIsRun(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no shell")
	}
	script := filepath.Join(t.TempDir(), "my editor")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nprintf 'by %s' \"$1\" > \"$2\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := &play{t: t, o: Options{Preferences: Preferences{Editor: "'" + script + "' 'the script'"}}}
	p.all("size 80x24\nlessons\n" + atReflection)
	p.d.app.exec = func(c *exec.Cmd, _ string, done tea.ExecCallback) tea.Cmd {
		return func() tea.Msg { return done(c.Run()) }
	}
	p.d.press("alt+e")
	p.d.sees("│ by the script")
}

// TestTooMuchIsSaid pastes more than a field takes.
func TestTooMuchIsSaid(t *testing.T) {
	p := &play{t: t}
	p.all("size 80x24\nlessons\n" + atReflection)
	p.d.send(tea.PasteMsg{Content: strings.Repeat("日本語 ", 1<<14)})
	p.d.check()
	p.d.sees("Not all of it was taken")
	p.d.press("ctrl+_")
	p.d.sees("Only a draft")
	if strings.Contains(p.d.screen(), "日") {
		t.Errorf("what was pasted is still there:\n%s", p.d.screen())
	}
}
