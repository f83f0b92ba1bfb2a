package practice

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/internal/smalldisk"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
)

// again is the practice of the same course in another window.
func (k *kitchen) again() *kitchen {
	other := &kitchen{T: k.T}
	p := *k.Practice
	p.Runner = walltest.Shell{Ran: other.runs}
	other.Practice = &p
	return other
}

// TestTwoWindows begin and start over the same folder side by side: it is made by
// one after the other, and what is moved aside is kept.
func TestTwoWindows(t *testing.T) {
	k := newKitchen(t)
	k.task("begin").Setup = "test ! -e setups.txt || exit 9; sleep 0.2; echo one >> setups.txt; test \"$(cat setups.txt)\" = one\n"
	var both sync.WaitGroup
	fresh := make([]int, 4)
	for i := range fresh {
		w := k.again()
		both.Go(func() {
			f, err := w.Begin(t.Context(), w.task("begin"), nil)
			if err != nil {
				t.Error(err)
			}
			if f.Fresh {
				fresh[i] = 1
			}
		})
	}
	both.Wait()
	if slices.Sort(fresh); fmt.Sprint(fresh) != "[0 0 0 1]" {
		t.Errorf("who made the folder: %v", fresh)
	}
	f := k.begin("begin")
	k.write(f, "mine.txt", "mine\n")
	for range 3 {
		w := k.again()
		both.Go(func() {
			if _, err := w.Reset(t.Context(), w.task("begin"), nil, time.Unix(0, 0)); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if n := len(k.aside()); n != 3 {
		t.Errorf("%d folders were moved aside", n)
	}
	if all, _ := filepath.Glob(filepath.Join(k.Data, "practice/bread/.before/kitchen/*/mine.txt")); len(all) != 1 {
		t.Errorf("what the learner wrote is there %d times", len(all))
	}
}

// aside are the folders that were moved aside.
func (k *kitchen) aside() []string {
	k.Helper()
	all, err := filepath.Glob(filepath.Join(k.Data, "practice/bread/.before/kitchen/*"))
	if err != nil {
		k.Fatal(err)
	}
	return all
}

// TestAClockThatWasSetBack: the folder that was moved aside last is the last one that
// is removed, whatever the clock says.
func TestAClockThatWasSetBack(t *testing.T) {
	k := newKitchen(t)
	at := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := range 3 * Kept {
		if n == Kept {
			at = at.AddDate(-4, 0, 0)
		}
		f := k.begin("begin")
		text := strings.Repeat("x", n)
		k.write(f, "mine.txt", text)
		f, err := k.Reset(t.Context(), k.task("begin"), nil, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := k.read(Folder{Path: f.Aside}, "mine.txt"); got != text {
			t.Fatalf("of the folder that was moved aside now, this is left: %q", got)
		}
		for _, dir := range k.aside() {
			if got := len(k.read(Folder{Path: dir}, "mine.txt")); got <= n-Kept {
				t.Errorf("after %d, the folder %d is there", n, got)
			}
		}
	}
}

// TestEverythingEndsInTheMiddle: when cairn is killed while a folder is started over,
// what the learner wrote lies beside it, and the folder is made at the next try.
func TestEverythingEndsInTheMiddle(t *testing.T) {
	k := newKitchen(t)
	const slow = "touch running; exec sleep 20\n"
	if data := os.Getenv("CAIRN_TO_BE_KILLED"); data != "" {
		k.Data, k.task("begin").Setup = data, slow
		_, _ = k.Reset(t.Context(), k.task("begin"), nil, time.Unix(0, 0))
		return
	}
	f := k.begin("begin")
	k.write(f, "mine.txt", "mine\n")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestEverythingEndsInTheMiddle$")
	cmd.Env = append(os.Environ(), "CAIRN_TO_BE_KILLED="+k.Data)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(time.Minute); k.read(f, "running") != ""; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("it was not started over")
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if f = k.begin("begin"); !f.Fresh || k.read(f, "setups.txt") != "one\n" || k.read(f, "running") != "(none)" {
		t.Errorf("%+v: %s", f, k.left())
	}
	if all := k.aside(); len(all) != 1 || k.read(Folder{Path: all[0]}, "mine.txt") != "mine\n" {
		t.Errorf("what the learner wrote is not there: %q", all)
	}
}

// TestAFullDisk: a folder that cannot be made anew is back with what is known of it,
// so that no setup is run over what the learner wrote.
func TestAFullDisk(t *testing.T) {
	k := newKitchen(t)
	smalldisk.Mount(t, k.Data, "256k")
	f := k.begin("begin")
	k.write(f, "setups.txt", "mine\n")
	before := k.left()
	k.fill()
	if _, err := k.Reset(t.Context(), k.task("begin"), nil, time.Unix(0, 0)); err == nil {
		t.Error("it was started over, on a full disk")
	}
	if err := os.Remove(filepath.Join(k.Data, "full")); err != nil {
		t.Fatal(err)
	}
	if got := k.left(); got != before {
		t.Errorf("there was %s, and there is %s", before, got)
	}
	if f = k.begin("begin"); f.Fresh || k.read(f, "setups.txt") != "mine\n" {
		t.Errorf("%+v: %s", f, k.read(f, "setups.txt"))
	}
	k.fill()
	if _, err := k.Begin(t.Context(), k.task("go-on"), nil); err == nil || k.read(f, "setups.txt") != "mine\n" {
		t.Errorf("it goes on, on a full disk: %v", err)
	}
	if err := os.Remove(filepath.Join(k.Data, "full")); err != nil {
		t.Fatal(err)
	}
	if f = k.begin("go-on"); k.read(f, "new.txt") != "new\n" || k.read(f, "setups.txt") != "mine\ntwo x y\n" {
		t.Errorf("%s: %q", k.left(), k.read(f, "setups.txt"))
	}
}

// TestFilesFromBeforeTheYes: what a task brought before the learner agreed is not what
// is run after, where the course has something else by then.
func TestFilesFromBeforeTheYes(t *testing.T) {
	k := newKitchen(t)
	k.task("begin").Setup = "sh sub/run.sh > setups.txt\n"
	files, runner := k.Files.(fstest.MapFS), k.Runner
	files["files/bread/sub/run.sh"] = &fstest.MapFile{Data: []byte("echo evil\n")}
	files["files/bread/sub/more.sh"] = &fstest.MapFile{Data: []byte("echo evil\n")}
	k.Runner = nil
	if f := k.begin("begin"); len(f.Unset) != 1 || k.read(f, "sub/more.sh") == "(none)" {
		t.Fatalf("%+v", f)
	}
	files["files/bread/sub/run.sh"] = &fstest.MapFile{Data: []byte("echo good\n")}
	delete(files, "files/bread/sub/more.sh")
	k.Runner = runner
	if f := k.begin("begin"); k.read(f, "setups.txt") != "good\n" || k.read(f, "sub/more.sh") != "(none)" {
		t.Errorf("%q was run in %s", k.read(f, "setups.txt"), k.left())
	}
}

// fill fills the disk to the last byte.
func (k *kitchen) fill() {
	k.Helper()
	file, err := os.Create(filepath.Join(k.Data, "full"))
	if err != nil {
		k.Fatal(err)
	}
	for size := 4096; size > 0; size /= 2 {
		for err == nil {
			_, err = file.Write(make([]byte, size))
		}
		err = nil
	}
	_ = file.Close() // nothing more can be written anyway
}
