package wall

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// TestWithoutWallsItTakesAYes: where there are no walls, nothing runs that does
// not say that the learner agreed to that.
func TestWithoutWallsItTakesAYes(t *testing.T) {
	w := look(self(t), None)
	if w.Level != None {
		t.Fatalf("level %v", w.Level)
	}
	dir := t.TempDir()
	c := Command{Dir: dir, Script: "touch ran"}
	if _, err := w.Run(t.Context(), c); !errors.Is(err, ErrNotIsolated) {
		t.Errorf("it ran: %v", err)
	}
	if _, err := (Walls{}).Run(t.Context(), c); !errors.Is(err, ErrNotIsolated) {
		t.Errorf("it ran behind walls that nobody looked for: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "ran")); err == nil {
		t.Fatal("it ran")
	}
	c.NotIsolated = true
	if r, err := w.Run(t.Context(), c); err != nil || r.Level != None || r.Exit != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

func self(t *testing.T) string {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// TestBubblewrapIsTried: a bubblewrap that is there and does not work is no wall,
// and what it said is the reason.
func TestBubblewrapIsTried(t *testing.T) {
	dir := t.TempDir()
	fake := func(name, script string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		return file
	}
	cases := map[string]struct{ place, want string }{
		"absent":       {filepath.Join(dir, "none"), "it is not installed"},
		"forbidden":    {fake("forbidden", "echo 'bwrap: No permissions to \033[2Jcreate new namespace' >&2; exit 1"), "No permissions to ?[2Jcreate new namespace"},
		"does nothing": {fake("nothing", "exit 0"), "not ready"},
	}
	if _, err := exec.LookPath("bash"); err == nil {
		become := `while [ "$1" != -- ]; do shift; done; bash -c 'exec -a "$1" "$0" "$2"' ` + self(t) + ` "$2" "$3"`
		cases["puts no walls"] = struct{ place, want string }{fake("open", become), "there are other processes"}
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w, err := lookIsolated(self(t), []string{c.place})
			if err == nil || !strings.Contains(plain(err.Error()), c.want) {
				t.Errorf("level %v, %v; want %s", w.Level, err, c.want)
			}
		})
	}
}

// TestFoldersThatNoCommandGets: a command can write to its folder, so it must not
// be the learner's home, nor hold it.
func TestFoldersThatNoCommandGets(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	file := filepath.Join(home, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(home, filepath.Join(home, "link")); err != nil {
		t.Fatal(err)
	}
	w := look(self(t), None)
	for _, dir := range []string{"", ".", "/", home, filepath.Dir(home), filepath.Join(home, "link"), file, filepath.Join(home, "gone")} {
		c := Command{Dir: dir, Script: "true", NotIsolated: true}
		if dir == "" || dir == "." {
			t.Chdir(home)
		}
		if _, err := w.Run(t.Context(), c); !errors.Is(err, ErrFolder) {
			t.Errorf("%q: %v", dir, err)
		}
		if dir != "" {
			c.Dir, c.Cache = t.TempDir(), dir
			if _, err := w.Run(t.Context(), c); !errors.Is(err, ErrFolder) {
				t.Errorf("a cache in %q: %v", dir, err)
			}
		}
	}
}

// TestFoldersThatNoCommandReads: of a toolchain that was installed right into the
// learner's home, no command gets the home.
func TestFoldersThatNoCommandReads(t *testing.T) {
	home, err := os.MkdirTemp(".", ".victim-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { RemoveAll(home) })
	if home, err = filepath.Abs(home); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", home)
	if err := os.Symlink(home, filepath.Join(home, "link")); err != nil {
		t.Fatal(err)
	}
	for _, w := range levels(t) {
		for _, dir := range []string{home, filepath.Dir(home), filepath.Join(home, "link"), "/"} {
			_, err := w.Run(t.Context(), Command{Dir: t.TempDir(), Script: "true", Read: []string{dir}, NotIsolated: true})
			if errors.Is(err, ErrFolder) != (w.Level > None) {
				t.Errorf("%v: %s: %v", w.Level, dir, err)
			}
		}
	}
}

func TestScriptsThatNoShellGets(t *testing.T) {
	w := look(self(t), None)
	for name, script := range map[string]string{"long": strings.Repeat("x", MaxScript+1), "zero": "true\x00false", "quoted": strings.Repeat("\x01", MaxScript)} {
		if _, err := w.Run(t.Context(), Command{Dir: t.TempDir(), Script: script, NotIsolated: true}); err == nil {
			t.Errorf("%s was run", name)
		}
	}
}

// TestFoldersThatItGets: what it may read can be read, and what it may write to
// is written to, also through a link.
func TestFoldersThatItGets(t *testing.T) {
	for _, w := range levels(t) {
		t.Run(w.Level.String(), func(t *testing.T) {
			base, err := os.MkdirTemp(".", ".victim-")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { RemoveAll(base) })
			for _, d := range []string{"dir", "cache", "tool", "empty name"} {
				if err := os.Mkdir(filepath.Join(base, d), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.WriteFile(filepath.Join(base, "tool", "x"), []byte("tool\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("dir", filepath.Join(base, "link")); err != nil {
				t.Fatal(err)
			}
			abs, err := filepath.Abs(base)
			if err != nil {
				t.Fatal(err)
			}
			r, err := w.Run(t.Context(), Command{
				Dir: filepath.Join(base, "link"), Cache: filepath.Join(base, "cache"), NotIsolated: true,
				Read: []string{filepath.Join(base, "tool"), filepath.Join(base, "gone"), filepath.Join(base, "empty name")},
				Env:  []string{"BASE=" + abs, "LANG=xx", "nonsense", "=x"},
				Script: `cat "$BASE/tool/x"; echo 1 > "$BASE/cache/one"; echo 2 > two; echo "$LANG"
					test "$BASE" = / || (echo 3 > "$BASE/tool/three") 2>/dev/null && echo wrote`,
			})
			want := "tool\nxx\n"
			if w.Level == None {
				want += "wrote\n"
			}
			if err != nil || string(r.Stdout) != want {
				t.Errorf("%q %q, %v", r.Stdout, r.Stderr, err)
			}
			for _, name := range []string{"cache/one", "dir/two"} {
				if _, err := os.Stat(filepath.Join(base, name)); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// TestItEndsWhenNobodyWaits: when the context ends, so does the command.
func TestItEndsWhenNobodyWaits(t *testing.T) {
	for _, w := range levels(t) {
		t.Run(w.Level.String(), func(t *testing.T) {
			v := newVictim(t)
			ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
			defer cancel()
			r, err := w.Run(ctx, Command{Dir: v.dir, NotIsolated: true, Env: []string{"CAIRN_TEST=" + v.mark}, Script: "setsid sleep 600 & sleep 600"})
			if err != nil || r.Ended != Stopped || r.Took > 10*time.Second {
				t.Errorf("%v after %v, %v", r.Ended, r.Took, err)
			}
			v.unharmed(t)
			cancel()
			for range 20 { // it may have ended before anything began
				if r, err := w.Run(ctx, Command{Dir: v.dir, NotIsolated: true, Script: "echo > began"}); err != nil || r.Ended != Stopped {
					t.Fatalf("nobody waits from the beginning: %v, %v", r.Ended, err)
				}
			}
			if _, err := os.Stat(filepath.Join(v.dir, "began")); err == nil {
				t.Error("it began though nobody waits")
			}
		})
	}
}

// TestItEndsWithCairn: nothing is left where cairn itself was ended with force.
func TestItEndsWithCairn(t *testing.T) {
	if os.Getenv("CAIRN_TO_BE_KILLED") != "" {
		w := look(self(t), map[string]Level{"isolated": Isolated, "limited": Limited}[os.Getenv("CAIRN_TO_BE_KILLED")])
		_, _ = w.Run(t.Context(), Command{
			Dir: os.Getenv("CAIRN_DIR"), NotIsolated: true, Env: []string{"CAIRN_TEST=" + os.Getenv("CAIRN_MARK")},
			Script: "setsid sleep 600 & echo > running; sleep 600",
		})
		return
	}
	for _, w := range levels(t) {
		t.Run(w.Level.String(), func(t *testing.T) {
			v := newVictim(t)
			cmd := exec.Command(self(t), "-test.run=^TestItEndsWithCairn$")
			cmd.Env = append(os.Environ(), "CAIRN_TO_BE_KILLED="+w.Level.String(), "CAIRN_DIR="+v.dir, "CAIRN_MARK="+v.mark)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			soon(t, "it did not start", func() bool {
				_, err := os.Stat(filepath.Join(v.dir, "running"))
				return err == nil
			})
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			soon(t, "it goes on", func() bool { return len(marked("CAIRN_TEST="+v.mark)) == 0 && len(marked(v.mark)) == 0 })
		})
	}
}

// TestItEndsWhereNobodyListens: what a command writes while cairn ends has no reader.
// The guard does not end of that before the command has.
func TestItEndsWhereNobodyListens(t *testing.T) {
	for _, w := range levels(t) {
		t.Run(w.Level.String(), func(t *testing.T) {
			v := newVictim(t)
			spec, err := w.spec(Command{
				Dir: v.dir, NotIsolated: true, Env: []string{"CAIRN_TEST=" + v.mark},
				Script: "setsid sleep 600 & echo > running; while :; do echo still here; sleep 0.05; done",
			})
			if err != nil {
				t.Fatal(err)
			}
			line, err := json.Marshal(spec)
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(self(t))
			cmd.Args, cmd.Env = []string{guardName}, guardEnv()
			lifeline, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := lifeline.Write(append(line, '\n')); err != nil {
				t.Fatal(err)
			}
			soon(t, "it did not start", func() bool {
				_, err := os.Stat(filepath.Join(v.dir, "running"))
				return err == nil
			})
			if err := out.Close(); err != nil {
				t.Fatal(err)
			}
			soon(t, "it goes on", func() bool { return len(marked(v.mark)) == 0 })
			if err := cmd.Wait(); err == nil {
				t.Error("the guard says that it could tell what came of it")
			}
		})
	}
}

// TestNothingElseIsOpen: what whoever started cairn left open to it, such as the
// terminal, is not handed on.
func TestNothingElseIsOpen(t *testing.T) {
	const script = `for f in 3 4 5 6 7 8 9; do (cat <&$f) 2>/dev/null && echo "$f is open"; done; echo done`
	if level := os.Getenv("CAIRN_LEFT_OPEN"); level != "" {
		w := look(self(t), map[string]Level{"isolated": Isolated, "limited": Limited}[level])
		r, err := w.Run(t.Context(), Command{Dir: t.TempDir(), NotIsolated: true, Script: script})
		if string(r.Stdout) != "done\n" || err != nil {
			t.Errorf("%s: %q, %v", level, r.Stdout, err)
		}
		return
	}
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("sesame"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, w := range levels(t) {
		cmd := exec.Command(self(t), "-test.run=^TestNothingElseIsOpen$")
		cmd.Env = append(os.Environ(), "CAIRN_LEFT_OPEN="+w.Level.String())
		for range 5 {
			file, err := os.Open(secret)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = file.Close() }()
			cmd.ExtraFiles = append(cmd.ExtraFiles, file)
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
}

// TestRemoveAll: what a command made is removed, however deep it is and whoever
// may read it, where few files may be open at a time.
func TestRemoveAll(t *testing.T) {
	if dir := os.Getenv("CAIRN_TO_REMOVE"); dir != "" {
		RemoveAll(dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "made")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	script := exec.Command("sh", "-c", `mkdir 1 && touch 1/x && cd 1 && i=0
		while [ $i -lt 150 ]; do mkdir -p 2/2/2 removing-/y && chmod 000 removing- && cd -P 2/2/2 || exit 1; i=$((i+1)); done`)
	script.Dir = dir
	if out, err := script.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cmd := exec.Command("sh", "-c", `ulimit -n 50 && exec "$0" -test.run='^TestRemoveAll$'`, self(t))
	cmd.Env = append(os.Environ(), "CAIRN_TO_REMOVE="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if _, err := os.Lstat(dir); err == nil {
		_ = os.RemoveAll(dir) // which may have more files open
		t.Error("it is still there")
	}
}

// soon waits for something that takes a moment.
func soon(t *testing.T, otherwise string, is func() bool) {
	t.Helper()
	for until := time.Now().Add(time.Minute); !is(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal(otherwise)
		}
	}
}

// TestItEndsWithItsGuard: a command that is not isolated can end its guard; then
// it ends as well, and Run says that nobody can tell what came out.
func TestItEndsWithItsGuard(t *testing.T) {
	v := newVictim(t)
	_, err := look(self(t), None).Run(t.Context(), Command{
		Dir: v.dir, NotIsolated: true, Env: []string{"CAIRN_TEST=" + v.mark}, Script: "sleep 600 & kill -9 $PPID; wait",
	})
	if err == nil {
		t.Error("nobody noticed")
	}
	soon(t, "it goes on", func() bool { return len(marked(v.mark)) == 0 })
}

// TestNothingALearnerWritesIsACall: cairn becomes a guard by the name it is
// called by, which is no argument.
func TestNothingALearnerWritesIsACall(t *testing.T) {
	for _, args := range [][]string{
		{"cairn"}, {"cairn", guardName}, {"cairn", enterName, "{}"}, {"/usr/bin/cairn", guardName}, {"./" + guardName}, {"/tmp/" + guardName},
		{guardName, "x"}, {enterName}, {enterName, "a", "b"}, {""}, {},
	} {
		if Called(args) {
			t.Errorf("%q is taken for a call", args)
		}
	}
	for _, args := range [][]string{{guardName}, {enterName, "{}"}} {
		if !Called(args) {
			t.Errorf("%q is not taken for a call", args)
		}
	}
}

// TestAGuardSpeaksToCairnOnly: what a command says never gets to a terminal by
// way of the guard.
func TestAGuardSpeaksToCairnOnly(t *testing.T) {
	terminal, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	defer func() { _, _ = terminal.Close(), tty.Close() }()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, out := range []*os.File{tty, file} {
		cmd := exec.Command(self(t))
		cmd.Args, cmd.Stdin, cmd.Stdout = []string{guardName}, strings.NewReader(`{"Script": "echo out"}`+"\n"), out
		if err := cmd.Run(); err == nil {
			t.Errorf("it speaks to %s", out.Name())
		}
	}
}

// TestAMadeUpCall: who calls the guard by its name and tells it nonsense gets an
// error, and nothing runs.
func TestAMadeUpCall(t *testing.T) {
	for name, input := range map[string]string{"nothing": "", "nonsense": "x\n", "cut": `{"Script": "touch ran"`} {
		dir := t.TempDir()
		cmd := exec.Command(self(t))
		cmd.Args, cmd.Dir, cmd.Stdin = []string{guardName}, dir, strings.NewReader(input)
		if out, err := cmd.Output(); err == nil {
			t.Errorf("%s: no error, %q", name, out)
		}
		if entries, err := os.ReadDir(dir); len(entries) > 0 || err != nil {
			t.Errorf("%s: %v, %v", name, entries, err)
		}
	}
}
