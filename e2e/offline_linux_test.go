//go:build e2e

package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/torture"
)

// dials makes the program of these tests try to reach a network, and nothing else.
const dials = "CAIRN_TEST_DIALS"

// TestNothingIsSent goes through cairn as a learner would, line by line, by
// commands and on the full screen, on a machine that has no network, while every
// call that has to do with one is recorded. There is none, not even for a socket
// within the machine.
func TestNothingIsSent(t *testing.T) {
	if os.Getenv(dials) != "" {
		if c, err := net.Dial("tcp", "127.0.0.1:9"); err == nil {
			_ = c.Close()
		}
		return
	}
	watched(t)
	dir := data(t)
	course := checkedOut(t, "courses", "welcome")
	answers, err := os.ReadFile(checkedOut(t, "tui", "plain", "testdata", "answers", "welcome.txt"))
	if err != nil {
		t.Fatal(err)
	}
	export := filepath.Join(t.TempDir(), "all.tar.gz")
	flows := 0
	for _, c := range []struct {
		input  string
		status int
		args   []string
		says   string
	}{
		{string(answers), 0, []string{"welcome", "--plain"}, "What brings you here?"},
		{"", 0, []string{"check", course}, "Nothing was found wrong"},
		{"", 0, []string{"search", "hint"}, "hint"},
		{"", 0, []string{"today"}, ""},
		{"", 0, []string{"plan", "welcome"}, ""},
		{"", 0, []string{"why", "welcome"}, ""},
		{"", 0, []string{"notes", "welcome"}, ""},
		{"", 0, []string{"notes", "welcome", "--export", "-"}, "#"},
		{"", 0, []string{"progress", "--json"}, "welcome"},
		{"", 0, []string{"progress", "export", export}, ""},
		{"", 0, []string{"progress", "import", export}, ""},
		{"", 0, []string{"progress", "reset", "welcome", "--all", "--yes"}, ""},
		{"", 0, []string{"doctor"}, ""},
		{"", 0, []string{"privacy"}, "log"},
		{"", 0, []string{"config"}, ""},
		{"", 0, []string{"licences"}, "MIT"},
		{"", 0, []string{"completion", "bash"}, "bash"},
		{"", 0, []string{"simulate", course, "--learners", "2"}, ""},
		{"", 0, []string{"progress", "delete", "--all", "--yes"}, ""},
	} {
		name := strings.Join(c.args, " ")
		out, calls, status := watch(t, dir, c.input, binary(t), c.args...)
		if status != c.status || !strings.Contains(out, c.says) {
			t.Errorf("cairn %s: status %d, not %d, or nothing of %q:\n%s", name, status, c.status, c.says, out)
		}
		if calls != "" {
			t.Errorf("cairn %s:\n%s", name, calls)
		}
		flows++
	}
	record := filepath.Join(t.TempDir(), "calls")
	w := startIn(t, 80, 24, onData(dir), "unshare", append(watching(record), binary(t))...)
	w.see("Welcome to cairn", "not begun")
	w.press("enter")
	w.see("What brings you here?")
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.choose("Tell me how it works")
	w.see("How fast would you like to go?")
	w.choose("Slowly")
	w.see("Outline", "Getting about")
	w.press("enter")
	w.see("This is a page.")
	for _, page := range []struct{ key, shows string }{{"/", "Search"}, {",", "Settings"}, {"?", "Keys"}} {
		w.press(page.key)
		w.see(page.shows)
		w.press("esc")
		w.see("This is a page.")
	}
	w.press("q")
	w.ends(0)
	if calls := callsIn(t, record); calls != "" {
		t.Errorf("the full screen:\n%s", calls)
	}
	torture.Report(t, "P22", "%d commands and a session on the full screen, without a network: 0 calls that concern one, 0 sockets of any family", flows)
}

// watched wants a machine on which the calls of a program without a network can
// be recorded, and tries that a call is found.
func watched(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("not run: only root can take the network away from a program")
	}
	for _, tool := range []string{"strace", "unshare"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("not run: there is no %s to watch the program with", tool)
		}
	}
	if out, err := exec.Command("unshare", append(watching(filepath.Join(t.TempDir(), "calls")), "true")...).CombinedOutput(); err != nil {
		t.Skipf("not run: this machine lets no program be watched: %v: %s", err, out)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(dials, "1")
	_, calls, _ := watch(t, data(t), "", self, "-test.run", "^TestNothingIsSent$")
	if !strings.Contains(calls, "socket(AF_INET") || !strings.Contains(calls, "connect(") {
		t.Fatalf("a call to a network was not seen: %q", calls)
	}
	if err := os.Unsetenv(dials); err != nil {
		t.Fatal(err)
	}
}

// watching is how unshare runs a program without a network, with a record of
// every call that concerns one, of the program and of all it starts.
func watching(record string) []string {
	return []string{"--net", "strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", record}
}

// watch runs a program to its end and gives what it printed, the calls that
// concern a network, and its status.
func watch(t *testing.T, dir, input, program string, args ...string) (out, calls string, status int) {
	t.Helper()
	record := filepath.Join(t.TempDir(), "calls")
	cmd := exec.Command("unshare", append(append(watching(record), program), args...)...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(onData(dir), "HOME="+t.TempDir(), "PATH="+os.Getenv("PATH"), dials+"="+os.Getenv(dials))
	cmd.Stdin = strings.NewReader(input)
	text, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(text), callsIn(t, record), cmd.ProcessState.ExitCode()
}

// callsIn reads a record, without the ends of the programs in it: also where one
// of their threads went before strace could see which call it was in.
func callsIn(t *testing.T, record string) string {
	t.Helper()
	text, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	var calls strings.Builder
	for line := range strings.Lines(string(text)) {
		if !strings.Contains(line, "+++ ") && !strings.HasSuffix(line, "???( <detached ...>\n") {
			fmt.Fprint(&calls, line)
		}
	}
	return calls.String()
}

// checkedOut is the path of a file of the source.
func checkedOut(t *testing.T, names ...string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(append([]string{".."}, names...)...))
	if err != nil {
		t.Fatal(err)
	}
	return path
}
