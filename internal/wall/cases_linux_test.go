package wall

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestCommands runs the scripts in testdata at every level that they are about
// and that this machine has. The head of a file says:
//
//	levels: those that promise what is below; all where it is not said
//	limits: wall=2s cpu=1s memory=64 processes=8 file=1 files=100 disk=10 output=1000 (sizes in MiB, output in bytes)
//	ended:  how it ended, one of several behind commas; exited where it is not said
//	exit:   the status, any where it is not said
//	needs:  a program without which it is not tried
//
// and its parts are the script, what comes out of it (stdout), and what must be
// in neither output (never). Around each there are a home with a key and a
// program of the learner's; both must be as before, and nothing of the command
// may be left.
func TestCommands(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d scripts, %v", len(files), err)
	}
	for _, l := range levels(t) {
		t.Run(l.Level.String(), func(t *testing.T) {
			for _, file := range files {
				t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
					ar, err := txtar.ParseFile(file)
					if err != nil {
						t.Fatal(err)
					}
					readCase(t, ar).run(t, l)
				})
			}
		})
	}
}

// levels are the walls of this machine.
func levels(t *testing.T) []Walls {
	t.Helper()
	all := machine()
	// Where a machine is known to have walls, CAIRN_WALLS names their levels, such
	// as "isolated limited": there, walls that fell are not taken for missing ones.
	for _, must := range append(strings.Fields(os.Getenv("CAIRN_WALLS")), None.String()) {
		if !slices.ContainsFunc(all, func(w Walls) bool { return w.Level.String() == must }) {
			t.Fatalf("there are no walls of level %s", must)
		}
	}
	return all
}

// machine is levels. Which they are stands in the log, also where all tests pass.
var machine = sync.OnceValue(func() []Walls {
	name, err := os.Executable()
	if err != nil {
		return nil
	}
	var all []Walls
	for _, l := range []Level{Isolated, Limited, None} {
		if w := look(name, l); w.Level == l {
			all = append(all, w)
			say("trying walls of level %v, as user %d%s", l, os.Getuid(), lacking(w))
		} else {
			say("NOT trying walls of level %v: %s", l, w.Why)
		}
	}
	return all
})

func lacking(w Walls) string {
	if len(w.Lacks) == 0 {
		return ""
	}
	return fmt.Sprintf(", which lack %v", w.Lacks)
}

// say tells it in the log of the tests, also where they pass.
func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "=== WALLS "+format+"\n", args...)
}

// wanted is what a case in testdata says.
type wanted struct {
	levels, ended, needs string
	exit                 int // -2: any
	limits               Limits
	script, stdout       string
	hasStdout            bool
	never                []string
}

func readCase(t *testing.T, ar *txtar.Archive) wanted {
	t.Helper()
	c := wanted{ended: "exited", exit: -2}
	for line := range strings.Lines(string(ar.Comment)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if value = strings.TrimSpace(value); !ok || strings.HasPrefix(key, "#") {
			continue
		}
		var err error
		switch key {
		case "levels":
			c.levels = value
		case "ended":
			c.ended = value
		case "needs":
			c.needs = value
		case "exit":
			c.exit, err = strconv.Atoi(value)
		case "limits":
			c.limits, err = readLimits(value)
		default:
			err = fmt.Errorf("nobody reads %q", key)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range ar.Files {
		switch f.Name {
		case "script":
			c.script = string(f.Data)
		case "stdout":
			c.stdout, c.hasStdout = string(f.Data), true
		case "never":
			c.never = strings.Fields(string(f.Data))
		default:
			t.Fatalf("nobody reads %q", f.Name)
		}
	}
	return c
}

func readLimits(s string) (Limits, error) {
	// Short, so that a wall that fell is noticed soon; the processes of a machine
	// that is busy take their time.
	l := Limits{Wall: 15 * time.Second}
	for _, f := range strings.Fields(s) {
		key, value, _ := strings.Cut(f, "=")
		n, err := strconv.Atoi(strings.TrimSuffix(value, "s"))
		if err != nil {
			return l, err
		}
		switch key {
		case "wall":
			l.Wall = time.Duration(n) * time.Second
		case "cpu":
			l.CPU = time.Duration(n) * time.Second
		case "memory":
			l.Memory = int64(n) << 20
		case "processes":
			l.Processes = n
		case "threads":
			l.Threads = n
		case "file":
			l.File = int64(n) << 20
		case "files":
			l.Files = n
		case "disk":
			l.Disk = int64(n) << 20
		case "output":
			l.Output = n
		default:
			return l, fmt.Errorf("nobody reads %q", key)
		}
	}
	return l, nil
}

func (c wanted) run(t *testing.T, w Walls) {
	if c.levels != "" && !strings.Contains(" "+c.levels+" ", " "+strings.ReplaceAll(w.Level.String(), " ", "-")+" ") {
		t.Skipf("not promised at level %v", w.Level)
	}
	if c.needs != "" && !has(t, w, c.needs) {
		t.Skipf("there is no %s behind these walls", c.needs)
	}
	if raced && c.limits.Memory > 0 && c.limits.Memory < Default().Memory {
		t.Skip("the race detector takes more memory than that")
	}
	v := newVictim(t)
	r, err := w.Run(context.Background(), Command{
		Dir: v.dir, Script: c.script, Limits: c.limits, Env: append(v.env, "CAIRN_TEST="+v.mark, "SLEEP="+v.odd()), NotIsolated: true,
	})
	out := fmt.Sprintf("stdout: %q\nstderr: %q", short(r.Stdout), short(r.Stderr))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !strings.Contains(","+strings.ReplaceAll(c.ended, ", ", ",")+",", ","+r.Ended.String()+",") {
		t.Errorf("it ended: %v after %v and %v of CPU; want %s\n%s", r.Ended, r.Took, r.CPU, c.ended, out)
	}
	if c.exit != -2 && r.Exit != c.exit {
		t.Errorf("status %d, want %d\n%s", r.Exit, c.exit, out)
	}
	if c.hasStdout && strings.TrimSuffix(string(r.Stdout), "\n") != strings.TrimSuffix(c.stdout, "\n") {
		t.Errorf("it said %q, want %q\n%s", r.Stdout, c.stdout, out)
	}
	for _, n := range append(c.never, v.secret) {
		if bytes.Contains(r.Stdout, []byte(n)) || bytes.Contains(r.Stderr, []byte(n)) {
			t.Errorf("it said %q\n%s", n, out)
		}
	}
	limit := c.limits.filled()
	if len(r.Stdout) > limit.Output || len(r.Stderr) > limit.Output {
		t.Errorf("%d and %d bytes were kept", len(r.Stdout), len(r.Stderr))
	}
	if most := limit.Wall + 5*time.Second; r.Took > most {
		t.Errorf("it took %v", r.Took)
	}
	v.unharmed(t)
}

func short(b []byte) []byte { return b[:min(len(b), 600)] }

// has reports whether a program is to be had behind walls.
func has(t *testing.T, w Walls, name string) bool {
	t.Helper()
	r, err := w.Run(context.Background(), Command{Dir: t.TempDir(), Script: name + " --version", NotIsolated: true})
	return err == nil && r.Exit == 0
}

// victim is what a learner has beside the practice folder.
type victim struct {
	dir, home, temp, mark, secret string
	app                           *exec.Cmd
	env                           []string
}

// odd are the digits behind an odd number of seconds, for sleep.
func (v victim) odd() string { return odd(v.mark) }

func odd(mark string) string { return strings.TrimPrefix(mark, ".victim-") }

const bashrc = "# as it was\n"

func newVictim(t *testing.T) victim {
	t.Helper()
	// Not below /tmp, which is another folder behind bubblewrap in any case.
	base, err := os.MkdirTemp(".", ".victim-")
	if err != nil {
		t.Fatal(err)
	}
	base, err = filepath.Abs(base)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { RemoveAll(base) })
	v := victim{dir: filepath.Join(base, "practice"), home: filepath.Join(base, "home"), mark: filepath.Base(base)}
	v.secret, v.temp = "sesame-"+v.mark, filepath.Join(base, "temp")
	if err := os.Mkdir(v.temp, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", v.temp)
	for name, text := range map[string]string{"practice/mine.txt": "mine\n", "home/.ssh/id_ed25519": v.secret, "home/.bashrc": bashrc} {
		name = filepath.Join(base, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	v.app = exec.Command("sleep", "600")
	v.app.Env = []string{"PASSWORD=" + v.secret}
	if err := v.app.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.app.Process.Kill(); _ = v.app.Wait() })
	tcp, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tcp.Close() })
	v.env = []string{
		"LEARNER=" + v.home, "APP=" + strconv.Itoa(v.app.Process.Pid), "PORT=" + strconv.Itoa(tcp.Addr().(*net.TCPAddr).Port),
		"ABSTRACT=cairn-" + v.mark, "SOCKET=" + filepath.Join(v.home, "s"),
	}
	t.Chdir(v.home) // the name of a socket must be short
	for _, name := range []string{"s", "@cairn-" + v.mark} {
		l, err := net.Listen("unix", name)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
	}
	return v
}

// unharmed finds what the command did to the learner's own, and what is left of it.
func (v victim) unharmed(t *testing.T) {
	t.Helper()
	if got, err := os.ReadFile(filepath.Join(v.home, ".bashrc")); string(got) != bashrc || err != nil {
		t.Errorf("the learner's .bashrc is %q, %v", got, err)
	}
	if s, ok := stat(v.app.Process.Pid); !ok || s.state == 'Z' {
		t.Error("a program of the learner's was ended")
	}
	if left := marked(v.mark); len(left) > 0 {
		t.Errorf("left running: %v", left)
	}
	if left, err := os.ReadDir(v.temp); len(left) > 0 || err != nil {
		t.Errorf("left of its temporary files: %v, %v", left, err)
	}
}

// marked are the processes that came of a command: by their environment, or by
// an odd number of seconds that they sleep.
func marked(mark string) []string {
	var left []string
	dirs, _ := filepath.Glob("/proc/[0-9]*")
	for _, dir := range dirs {
		env, _ := os.ReadFile(filepath.Join(dir, "environ"))
		line, _ := os.ReadFile(filepath.Join(dir, "cmdline"))
		if bytes.Contains(env, []byte("CAIRN_TEST="+mark+"\x00")) || bytes.Contains(line, []byte("98765."+odd(mark))) {
			left = append(left, dir+" "+string(bytes.ReplaceAll(line, []byte{0}, []byte{' '})))
		}
	}
	return left
}
