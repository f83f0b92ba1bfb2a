//go:build e2e && unix

package e2e

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// signal sends a signal to the program.
func (w *terminal) signal(s syscall.Signal) {
	w.t.Helper()
	if err := w.cmd.Process.Signal(s); err != nil {
		w.t.Fatal(err)
	}
}

// clean wants everything of the terminal as it was, and not only what usable
// looks at: every mode that was set is set back, colours too.
func (w *terminal) clean() {
	w.t.Helper()
	w.usable()
	if got, want := termios(w.t, w.tty), freshTermios(w.t); got != want {
		w.t.Errorf("the terminal is left another: %+v, not %+v", got, want)
	}
	raw := w.written()
	for name, mode := range map[string]string{
		"reports of the mouse": "1000", "reports of all its moves": "1003", "its wide reports": "1006",
		"reports of the focus": "1004", "held frames": "2026", "wide letters": "2027",
	} {
		if strings.LastIndex(raw, "\x1b[?"+mode+"h") > strings.LastIndex(raw, "\x1b[?"+mode+"l") {
			w.t.Errorf("%s are left switched on", name)
		}
	}
	if on, off := strings.Count(raw, "\x1b[>1u"), strings.Count(raw, "\x1b[<1u")+strings.Count(raw, "\x1b[<u"); on > off {
		w.t.Errorf("the protocol of the keyboard was asked for %d times and given back %d times", on, off)
	}
	last := raw[strings.LastIndex(raw, "\x1b[?1049l")+1:]
	if i := strings.LastIndex(last, "\x1b[3"); i >= 0 && !strings.Contains(last[i:], "\x1b[m") && !strings.Contains(last[i:], "\x1b[0m") {
		w.t.Errorf("a colour is left: %q", last)
	}
}

// termios is all that the system keeps of a terminal: modes, keys and speeds.
func termios(t *testing.T, tty *os.File) unix.Termios {
	t.Helper()
	state, err := unix.IoctlGetTermios(int(tty.Fd()), getTermios)
	if err != nil {
		t.Fatal(err)
	}
	return *state
}

// freshTermios is that of a terminal in which no program ran, as every window
// of these tests begins.
func freshTermios(t *testing.T) unix.Termios {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = master.Close(), tty.Close() }()
	return termios(t, master)
}

// TestSignals ends the program by signals, on every kind of page, once and
// twice: the terminal is as it was, what was answered is there, and the exit
// status tells the signal.
func TestSignals(t *testing.T) {
	for _, s := range []struct {
		name   string
		signal syscall.Signal
		status int
	}{
		{"SIGHUP", syscall.SIGHUP, 129}, {"SIGINT", syscall.SIGINT, 130}, {"SIGQUIT", syscall.SIGQUIT, 131}, {"SIGTERM", syscall.SIGTERM, 143},
	} {
		for _, at := range []struct {
			name string
			to   func(w *terminal)
		}{
			{"at a question", func(w *terminal) { w.see("How would you like things explained?") }},
			{"while a box is open", func(w *terminal) { w.see("How would you like"); w.press("?"); w.see("Keys") }},
			{"twice", func(w *terminal) { w.see("How would you like"); w.signal(s.signal) }},
		} {
			t.Run("E96 "+s.name+" "+at.name, func(t *testing.T) {
				dir := data(t)
				w := start(t, 80, 24, onData(dir), "welcome")
				w.see("What brings you here?")
				w.choose("I want to look around")
				at.to(w)
				_ = w.cmd.Process.Signal(s.signal)
				w.ends(s.status)
				w.clean()
				w = start(t, 80, 24, onData(dir), "welcome")
				w.see("How would you like things explained?")
			})
		}
	}
}

// TestSignalsKeepWhatIsTyped ends the program while an answer is half typed.
func TestSignalsKeepWhatIsTyped(t *testing.T) {
	dir := data(t)
	w := start(t, 80, 24, onData(dir), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("m", "o", "u")
	w.see("> mou")
	w.signal(syscall.SIGTERM)
	w.ends(143)
	w.clean()
	w = start(t, 80, 24, onData(dir), "welcome")
	w.see("with one letter left out", "mou")
}

// TestSignalWhileOpening ends the program before its first page.
func TestSignalWhileOpening(t *testing.T) {
	for range 10 {
		w := start(t, 80, 24, onData(data(t)), "welcome")
		w.wait("see anything", func(string) bool { return w.written() != "" })
		w.signal(syscall.SIGTERM)
		w.ends(143)
		w.clean()
	}
}

// TestStopAndGoOn stops the program by signals, the one that can be caught and
// the one that cannot, and lets it go on.
func TestStopAndGoOn(t *testing.T) {
	w := start(t, 80, 24, onData(data(t)), "welcome")
	w.see("What brings you here?")
	pages := func() int { return strings.Count(w.written(), "\x1b[?1049h") }
	before := pages()
	w.signal(syscall.SIGSTOP)
	time.Sleep(50 * time.Millisecond)
	w.signal(syscall.SIGCONT)
	w.wait("have the page drawn anew", func(string) bool { return pages() > before })
	w.see("What brings you here?")
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.press("q")
	w.ends(0)
	w.clean()
}

// TestNobodyReads prints to a reader that is gone: the program ends by itself and
// tells no fault.
func TestNobodyReads(t *testing.T) {
	for _, args := range [][]string{{"today"}, {"licences"}, {"privacy"}, {"welcome", "--plain"}} {
		reader, writer, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		_ = reader.Close()
		dir := data(t)
		var said bytes.Buffer
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		cmd := exec.CommandContext(ctx, binary(t), args...)
		cmd.Env = append(onData(dir), "HOME="+t.TempDir())
		cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader("1\n1\n1\n"), writer, &said
		_ = cmd.Run()
		if ctx.Err() != nil {
			t.Errorf("cairn %v does not end", args)
		}
		cancel()
		_ = writer.Close()
		if _, err := os.Stat(filepath.Join(dir, "crashes")); err == nil || cmd.ProcessState.ExitCode() == 70 || strings.Contains(said.String(), "panic") {
			t.Errorf("cairn %v met a fault: %s", args, said.String())
		}
	}
}

// TestResizeStorm changes the size faster than frames are drawn.
func TestResizeStorm(t *testing.T) {
	w := start(t, 80, 24, onData(data(t)), "welcome")
	w.see("What brings you here?")
	for i := range 2000 {
		w.resize(20+i%120, 5+i%50)
	}
	w.resize(80, 24)
	w.see("What brings you here?", "I want to look around")
	w.press("q")
	w.ends(0)
	w.clean()
}

// TestKilled leaves the terminal raw, and the next start tells how to mend it.
func TestKilled(t *testing.T) {
	dir := data(t)
	w := start(t, 80, 24, onData(dir), "welcome")
	w.see("What brings you here?")
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.kill()
	next := startRaw(t, 80, 24, onData(dir), binary(t), "welcome")
	next.see("How would you like things explained?")
	next.press("q")
	next.ends(0)
	next.see("stty sane")
}

// startRaw runs a program in a window that was left raw.
func startRaw(t *testing.T, cols, rows int, env []string, program string, args ...string) *terminal {
	t.Helper()
	return startIn(t, cols, rows, env, "/bin/sh", append([]string{"-c", `stty raw -echo && exec "$@"`, "sh", program}, args...)...)
}

// TestFaults meets faults of cairn itself of every kind: the terminal is as it
// was, nothing that was saved is lost, and it is said what to do.
func TestFaults(t *testing.T) {
	bin := os.Getenv("CAIRN_FAULTY")
	if bin == "" {
		t.Fatal("CAIRN_FAULTY must name the program with faults; run make e2e")
	}
	toQuestion := func(w *terminal) { toFirstQuestion(w) }
	for _, c := range []struct {
		kind   string
		args   []string
		to     func(w *terminal)
		cause  func(w *terminal)
		status int
	}{
		{"update", nil, toQuestion, func(w *terminal) { w.press("\x1b[<64;10;10M") }, 70},
		{"draw", nil, toQuestion, func(w *terminal) { w.press("down") }, 70},
		{"command", nil, toQuestion, func(w *terminal) { w.press("t") }, 70},
		{"engine", nil, toQuestion, func(w *terminal) { w.press("down", "enter"); w.see("not done"); w.press("ctrl+c", "ctrl+c") }, -1},
		{"hang", nil, toQuestion, func(w *terminal) { w.press("down"); time.Sleep(300 * time.Millisecond); w.signal(syscall.SIGTERM) }, 143},
		{"engine", []string{"--plain"}, func(w *terminal) { w.see("What brings you here?") }, func(w *terminal) { w.press("1\r") }, 70},
		{"reader", []string{"--plain"}, func(w *terminal) { w.see("What brings you here?") }, func(w *terminal) { w.press("1\r") }, 70},
	} {
		t.Run(strings.Join(append([]string{c.kind}, c.args...), " "), func(t *testing.T) {
			dir := data(t)
			when := filepath.Join(t.TempDir(), "now")
			w := startIn(t, 80, 24, onData(dir, "CAIRN_FAULT="+c.kind, "CAIRN_FAULT_WHEN="+when), bin, append([]string{"welcome"}, c.args...)...)
			c.to(w)
			write(t, when, "")
			c.cause(w)
			if c.status >= 0 {
				w.ends(c.status)
			} else {
				<-w.done
			}
			w.clean()
			if strings.Contains(w.written(), "\x1b]0;owned") || strings.Contains(w.written(), "\u202e") {
				t.Error("the fault talked to the terminal")
			}
			// A page that goes on tells the learner what was wrong, cleaned. What
			// is printed after the end is copied into reports of others.
			if c.status == 70 && (strings.Contains(w.written(), "owned") || strings.Contains(w.written(), "made-up")) {
				t.Error("the words of the fault were printed, and may quote a course")
			}
			if c.status == 70 {
				solid := func(text string) string { return strings.Join(strings.Fields(text), "") } // wherever it was wrapped
				said := solid(w.written())
				for _, want := range []string{"A fault in cairn ended it.", "is safe, in " + dir, "Run cairn again", "cairn doctor", filepath.Join(dir, "crashes"), "Please report it"} {
					if !strings.Contains(said, solid(want)) {
						t.Errorf("it does not say %q:\n%s", want, w.text())
					}
				}
			}
			if c.kind != "hang" {
				sawReport(t, dir)
			}
			if c.args == nil {
				w = start(t, 80, 24, onData(dir), "welcome")
				w.see("You have read an explanation")
			}
		})
	}
}

// sawReport wants a report of a fault, without the answer that the fault names.
func sawReport(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "crashes", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no report was written: %v", err)
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "montain") || !strings.Contains(string(text), "faulty_test.go") || info.Mode().Perm() != 0o600 {
			t.Errorf("%s, of mode %o:\n%s", file, info.Mode().Perm(), text)
		}
	}
}

// sane reports whether a terminal edits lines and shows them.
func sane(s *unix.Termios) bool {
	const want = unix.ECHO | unix.ICANON | unix.ISIG
	return s.Lflag&want == want
}
