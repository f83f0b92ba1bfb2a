package progress

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The test binary is also the program that is killed: with childDir set it
// saves childSaves events in that folder, each with its name and in batches of
// up to three, and prints the names of every save as soon as it is made.
const (
	childDir   = "CAIRN_TEST_PROGRESS_DIR"
	childName  = "CAIRN_TEST_PROGRESS_NAME"
	childSaves = "CAIRN_TEST_PROGRESS_SAVES"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		os.Exit(child(dir, os.Getenv(childName), os.Getenv(childSaves)))
	}
	os.Exit(m.Run())
}

func child(dir, name, saves string) int {
	n, _ := strconv.Atoi(saves)
	l := Open(dir, Options{Machine: "test"})
	for i := range n {
		var notes []string
		for j := range i%3 + 1 {
			notes = append(notes, fmt.Sprintf("%s.%d.%d", name, i, j))
		}
		if _, err := l.Append(events(notes...)...); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Fprintln(os.Stdout, strings.Join(notes, " "))
	}
	if err := l.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// start runs the child and returns a function that waits for it and gives what
// it printed.
func start(t *testing.T, dir, name string, saves int) (*exec.Cmd, func() (acknowledged []string, err error)) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childDir+"="+dir, childName+"="+name, childSaves+"="+strconv.Itoa(saves))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, func() ([]string, error) {
		var acknowledged []string
		for r := bufio.NewReader(out); ; {
			line, err := r.ReadString('\n')
			if err != nil { // an unfinished line is not acknowledged
				return acknowledged, cmd.Wait()
			}
			acknowledged = append(acknowledged, strings.Fields(line)...)
		}
	}
}

// TestKilled kills the program at random moments. What it acknowledged is
// there, in order and whole.
func TestKilled(t *testing.T) {
	kills := 30
	if testing.Short() {
		kills = 5
	}
	dir := t.TempDir()
	var acknowledged []string
	for i := range kills {
		cmd, wait := start(t, dir, fmt.Sprint("run", i), 1_000_000)
		time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		acks, _ := wait()
		acknowledged = append(acknowledged, acks...)
	}
	l := Open(dir, Options{Machine: "test"})
	defer l.Close()
	got := notesOf(t, l)
	if !inSameOrder(got, acknowledged) {
		t.Fatalf("%d events were acknowledged, %d are there, and not all of the first are among the second", len(acknowledged), len(got))
	}
	if extra := len(got) - len(acknowledged); extra > 3*kills {
		t.Fatalf("%d events are there that were not acknowledged", extra)
	}
	if s := l.Status(); len(s.Missing)+len(s.Conflicts)+len(s.Files) > 0 || s.BackupError != "" {
		t.Fatalf("status: %+v", s)
	}
	t.Logf("%d kills, %d events acknowledged, %d there", kills, len(acknowledged), len(got))
}

// TestManyWindows saves from several processes at once: nobody is refused and
// nobody loses anything.
func TestManyWindows(t *testing.T) {
	for _, windows := range []int{2, 8} {
		t.Run(fmt.Sprint(windows), func(t *testing.T) {
			dir := t.TempDir()
			var waits []func() ([]string, error)
			for i := range windows {
				_, wait := start(t, dir, fmt.Sprint("window", i), 60)
				waits = append(waits, wait)
			}
			var all []string
			for _, wait := range waits {
				acks, err := wait()
				if err != nil || len(acks) != 120 {
					t.Fatalf("%d events were acknowledged, %v", len(acks), err)
				}
				all = append(all, acks...)
			}
			l := Open(dir, Options{Machine: "test"})
			defer l.Close()
			got := notesOf(t, l)
			slices.Sort(got)
			slices.Sort(all)
			if !slices.Equal(got, all) {
				t.Fatalf("%d events were acknowledged, %d are there", len(all), len(got))
			}
			if s := l.Status(); !s.Sound() {
				t.Fatalf("status: %+v", s)
			}
		})
	}
}

// TestSecondWindowWritesASecondFile, and the next window takes the first again.
func TestSecondWindowWritesASecondFile(t *testing.T) {
	for _, noLocks := range []bool{false, true} {
		d := newMemDisk()
		d.noLocks = noLocks
		first := Open("/p", options(d))
		second := Open("/p", options(d))
		a, b := mustAppend(t, first, "a")[0], mustAppend(t, second, "b")[0]
		if a.Device == b.Device || a.Seq != 1 || b.Seq != 1 {
			t.Fatalf("two windows, one writer: %+v %+v", a, b)
		}
		mustClose(t, second)
		mustClose(t, first)
		third := Open("/p", options(d))
		wantNotes(t, third, "a", "b")
		c := mustAppend(t, third, "c")[0]
		if again := c.Device == a.Device; again == noLocks {
			t.Fatalf("no locks %v: the third window writes as %s, the first as %s", noLocks, c.Device, a.Device)
		}
		mustClose(t, third)
	}
}

// TestWindowsOnDisk is the same with the locks of the machine, in one process.
func TestWindowsOnDisk(t *testing.T) {
	dir := t.TempDir()
	first := Open(dir, options(nil))
	mustAppend(t, first, "a")
	second := Open(dir, Options{Now: at(noon.Add(time.Second)), Rand: ids(2)})
	wantNotes(t, second, "a")
	mustAppend(t, second, "b")
	if first.seg.path == second.seg.path {
		t.Fatal("two windows write one file")
	}
	mustAppend(t, first, "c")
	mustClose(t, first)
	mustClose(t, second)
	third := Open(dir, options(nil))
	defer third.Close()
	wantNotes(t, third, "a", "c", "b")
}

// TestWithoutLocksEmptyFilesAreNotLeft: where every run needs a file of its
// own, a run that saved nothing leaves none, but for the first file, on which
// the lock was tried.
func TestWithoutLocksEmptyFilesAreNotLeft(t *testing.T) {
	d := newMemDisk()
	d.noLocks = true
	for range 5 {
		mustClose(t, Open("/p", options(d)))
	}
	if files, _ := d.List("/p/log"); len(files) != 1 {
		t.Fatalf("left: %q", files)
	}
}

// TestFileTakenBeforeItIsLocked: another window locks the file that this one
// has just made. It is theirs; this one takes the next.
func TestFileTakenBeforeItIsLocked(t *testing.T) {
	d := newMemDisk()
	d.fail = func(_ int, op string) error {
		for _, n := range d.names {
			if op == "lock" && len(d.names) == 1 {
				n.locked = true
			}
		}
		return nil
	}
	l := Open("/p", options(d))
	mustAppend(t, l, "a")
	files, _ := d.List("/p/log")
	if len(files) != 2 || l.seg.name != l.device+".2" || len(d.names["/p/log/"+l.device+ext].data) > 0 {
		t.Fatalf("files %q, ours %s", files, l.seg.name)
	}
}

// TestAnotherWindowInBetween: at any call of a session another window opens,
// saves and closes. Nothing is lost and no number is used twice, whether or not
// a third window has the first file, and whether or not it is the first start.
func TestAnotherWindowInBetween(t *testing.T) {
	for _, started := range []bool{false, true} {
		for _, held := range []bool{false, true} {
			for call := 1; anotherWindow(t, started, held, call); call++ {
			}
		}
	}
}

// anotherWindow reports whether the session had so many calls.
func anotherWindow(t *testing.T, started, held bool, call int) bool {
	d := newMemDisk()
	want := []string{"ours 1", "ours 2", "theirs"}
	if started {
		l := Open("/p", options(d))
		mustAppend(t, l, "before")
		mustClose(t, l)
		want = append([]string{"before"}, want...)
	}
	if held {
		defer Open("/p", options(d)).Close()
	}
	between := false
	d.calls, d.fail = 0, func(n int, _ string) error {
		if n == call {
			d.fail, between = nil, true
			other := Open("/p", Options{Now: at(noon), Rand: ids(2), disk: d})
			mustAppend(t, other, "theirs")
			mustClose(t, other)
		}
		return nil
	}
	l := Open("/p", options(d))
	mustAppend(t, l, "ours 1")
	mustAppend(t, l, "ours 2")
	mustClose(t, l)
	d.fail = nil
	if !between {
		return false
	}
	again := Open("/p", options(d))
	defer again.Close()
	got := notesOf(t, again)
	slices.Sort(got)
	if s := again.Status(); !slices.Equal(got, want) || !s.Sound() {
		t.Fatalf("started %v, held %v, call %d: events %q, status %+v\n%s", started, held, call, got, s, d.dump())
	}
	return true
}
