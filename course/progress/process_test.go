package progress

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The test binary is also the program that is killed: with childDir set it
// makes childSaves saves in that folder, each of up to three events with its
// name, and prints the names of every save as soon as it is made. A save that
// fails is told and the next one made. childManner may say what is odd.
const (
	childDir    = "CAIRN_TEST_PROGRESS_DIR"
	childName   = "CAIRN_TEST_PROGRESS_NAME"
	childSaves  = "CAIRN_TEST_PROGRESS_SAVES"
	childManner = "CAIRN_TEST_PROGRESS_MANNER"
)

// The odd manners of a child.
const (
	mannerEarly   = "early"    // a save is acknowledged before it is made
	mannerNoLocks = "no locks" // the file system has no locks
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		os.Exit(child(dir, os.Getenv(childName), os.Getenv(childSaves)))
	}
	os.Exit(m.Run())
}

func child(dir, name, saves string) int {
	n, _ := strconv.Atoi(saves)
	manner := os.Getenv(childManner)
	o := Options{Machine: "test"}
	if manner == mannerNoLocks {
		o.disk = lockless{}
	}
	l := Open(dir, o)
	failed := 0
	for i := range n {
		var notes []string
		for j := range i%3 + 1 {
			notes = append(notes, fmt.Sprintf("%s.%d.%d", name, i, j))
		}
		if manner == mannerEarly {
			fmt.Fprintln(os.Stdout, strings.Join(notes, " "))
		}
		if _, err := l.Append(events(notes...)...); err != nil {
			fmt.Fprintln(os.Stderr, err)
			failed = 1
			continue
		}
		if manner != mannerEarly {
			fmt.Fprintln(os.Stdout, strings.Join(notes, " "))
		}
	}
	if err := l.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return failed
}

// lockless is the machine's disk without its locks.
type lockless struct{ osDisk }

func (d lockless) Open(name string) (file, error)   { return unlockable(d.osDisk.Open(name)) }
func (d lockless) Create(name string) (file, error) { return unlockable(d.osDisk.Create(name)) }

type locklessFile struct{ file }

func unlockable(f file, err error) (file, error) {
	if err != nil {
		return nil, err
	}
	return locklessFile{f}, nil
}

func (locklessFile) Lock() error { return errNoLock }

// program is a child that runs.
type program struct {
	cmd  *exec.Cmd
	out  io.Reader
	said bytes.Buffer // what it told of errors
}

// start runs the child, by itself or under a command.
func start(t *testing.T, dir, name, manner string, saves int, under ...string) *program {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	words := slices.Concat(under, []string{self})
	p := &program{cmd: exec.Command(words[0], words[1:]...)}
	p.cmd.Env = append(os.Environ(), childDir+"="+dir, childName+"="+name, childSaves+"="+strconv.Itoa(saves), childManner+"="+manner)
	p.cmd.Stderr = &p.said
	if p.out, err = p.cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// wait waits for the end and gives the names of the events it acknowledged.
func (p *program) wait() ([]string, error) {
	var acknowledged []string
	for r := bufio.NewReader(p.out); ; {
		line, err := r.ReadString('\n')
		if err != nil { // an unfinished line is not acknowledged
			return acknowledged, p.cmd.Wait()
		}
		acknowledged = append(acknowledged, strings.Fields(line)...)
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
