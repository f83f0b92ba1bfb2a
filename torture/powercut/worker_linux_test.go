package powercut

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
)

// The test binary is also the disk and the learner: with role set it is one of
// them, in a process of its own.
const (
	role        = "CAIRN_POWERCUT_ROLE"
	roleDisk    = "disk"    // arguments: image, folder, recording
	roleLearner = "learner" // arguments: folder of the log, marks, seed
)

func TestMain(m *testing.M) {
	var err error
	args := slices.Concat(os.Args[1:], []string{"", "", ""})
	switch os.Getenv(role) {
	case "":
		os.Exit(m.Run())
	case roleDisk:
		err = Serve(args[0], args[1], args[2], os.Stdin)
	case roleLearner:
		err = learnFor(args[0], args[1], args[2])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const (
	courseID = "course"
	days     = 6  // on which the learner opens the program
	saves    = 50 // a day
)

// The marks of a learner.
const (
	markBegins = "begins"
	markEnds   = "ends"
	markSaved  = "saved " // and the number of the save
)

// learnFor saves on several days, on every other day in two windows in turn,
// and says so after each save.
func learnFor(dir, marks, seed string) error {
	marked, err := os.OpenFile(marks, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { _ = marked.Close() }() // what failed was told by the write
	n, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(marked, markBegins); err != nil {
		return err
	}
	for day := range days {
		if err := learnOn(day, dir, marked, n); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintln(marked, markEnds)
	return err
}

func learnOn(day int, dir string, marked *os.File, seed uint64) error {
	r := rand.New(rand.NewPCG(seed, uint64(day)))
	var windows []*progress.Log
	for range day%2 + 1 {
		windows = append(windows, open(dir, day))
	}
	for i := range saves {
		n := day*saves + i + 1
		if _, err := windows[i%len(windows)].Append(saveOf(n)...); err != nil {
			return err
		}
		if _, err := fmt.Fprint(marked, markSaved, n, "\n"); err != nil {
			return err
		}
		time.Sleep(time.Duration(r.IntN(4000)) * time.Microsecond)
	}
	for _, w := range windows {
		if err := w.Close(); err != nil {
			return err
		}
	}
	return nil
}

// open opens the log as it is opened on one of the days.
func open(dir string, day int) *progress.Log {
	return progress.Open(dir, progress.Options{
		Machine: "desk",
		Now:     func() time.Time { return time.Now().AddDate(0, 0, day) },
	})
}

// saveOf is the events of the n-th save, one to three of very different sizes.
func saveOf(n int) []learn.Event {
	events := make([]learn.Event, n%3+1)
	for i := range events {
		pad := []int{20, 700, 90, 5000, 300}[(n+i)%5]
		events[i] = learn.Event{
			Time: time.Unix(1_700_000_000+int64(n), 0), Course: courseID, Kind: learn.KindNoted,
			Item: fmt.Sprint(n), Note: fmt.Sprintf("%d.%d %s", n, i, strings.Repeat("x", pad)),
		}
	}
	return events
}

// finding says what a log is after a power cut.
type finding string

// The findings. Only the first two keep the promise.
const (
	sound    finding = "sound"
	setAside finding = "sound, with a broken save set aside"
	lost     finding = "a saved event is lost"
	foreign  finding = "an event is there that was never saved so"
	partial  finding = "a save is there in part"
	accused  finding = "events are reported missing or in conflict"
	shut     finding = "the log cannot be written"
	forgets  finding = "what is saved afterwards is lost"

	unmountable finding = "the file system cannot be mounted"
)

// examine opens the log that a power cut left after so many acknowledged saves,
// and saves once more.
func examine(dir string, acknowledged int) (finding, string) {
	l := open(dir, days)
	there, found, why := count(l, acknowledged)
	if found != sound {
		_ = l.Close() // there is worse
		return found, why
	}
	s := l.Status()
	switch {
	case s.ReadOnly || s.BackupError != "":
		return shut, s.Reason + s.BackupError
	case len(s.Missing)+len(s.Conflicts) > 0:
		return accused, fmt.Sprintf("%+v", s)
	}
	next := saveOf(there + 1)
	if _, err := l.Append(next...); err != nil {
		return shut, err.Error()
	}
	if err := l.Close(); err != nil {
		return shut, err.Error()
	}
	again := open(dir, days)
	defer func() { _ = again.Close() }() // only read
	if _, found, why := count(again, there+1); found != sound {
		return forgets, string(found) + ": " + why
	}
	if len(s.Torn)+len(s.Files) > 0 {
		return setAside, ""
	}
	return sound, ""
}

// count returns how many saves are in the log, and whether they are those that
// were acknowledged and at most the one that was under way, all of it.
func count(l *progress.Log, acknowledged int) (int, finding, string) {
	got, err := l.Events(courseID)
	if err != nil {
		return 0, lost, err.Error()
	}
	there := map[string]int{}
	for _, e := range got {
		there[e.Note]++
	}
	all := 0
	for n := 1; n <= acknowledged+1; n++ {
		present := 0
		events := saveOf(n)
		for _, e := range events {
			present += there[e.Note]
		}
		switch {
		case n <= acknowledged && present != len(events):
			return 0, lost, fmt.Sprintf("save %d of %d: %d events of %d", n, acknowledged, present, len(events))
		case present != 0 && present != len(events):
			return 0, partial, fmt.Sprintf("save %d after %d: %d events of %d", n, acknowledged, present, len(events))
		case present > 0:
			all = n
		}
	}
	events := 0
	for n := range all {
		events += len(saveOf(n + 1))
	}
	if events != len(got) {
		return 0, foreign, fmt.Sprintf("%d events in place of %d", len(got), events)
	}
	return all, sound, ""
}

// emptyFolder makes a folder to mount something on.
func emptyFolder(t *testing.T, name string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}
