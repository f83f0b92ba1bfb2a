package learn_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	disk "github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestSameEventsSameState is promise P9: what learners did on up to three
// machines, which knew of each other or did not, is folded to the same state
// however its lines are dealt out to files, in whatever order and how often, and
// from memory as from files.
func TestSameEventsSameState(t *testing.T) {
	var lived []*life
	for _, c := range goldenCourses(t) {
		for n := range torture.Times(4, 100) {
			lived = append(lived, live(t, c, uint64(n)))
		}
	}
	dir, cases, hashes := t.TempDir(), 0, map[[32]byte]bool{}
	rapid.Check(t, func(t *rapid.T) {
		l := lived[rapid.IntRange(0, len(lived)-1).Draw(t, "learner")]
		files := map[string]string{}
		lines := slices.Concat(l.lines, rapid.SliceOfN(rapid.SampledFrom(l.lines), 0, 10).Draw(t, "doubles"))
		for _, line := range rapid.Permutation(lines).Draw(t, "order") {
			files[fmt.Sprint("dealt", rapid.IntRange(0, 4).Draw(t, "file"))] += line
		}
		into := filepath.Join(dir, "log")
		if err := errors.Join(os.RemoveAll(into), os.MkdirAll(into, 0o700)); err != nil {
			t.Fatal(err)
		}
		for name, text := range files { // an empty line: nothing before it is unfinished
			if err := os.WriteFile(filepath.Join(into, name+".jsonl"), []byte(text+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s := l.fold(disk.Open(dir, disk.Options{ReadOnly: true}))
		if hash := hashOf(s); hash != l.hash || !learn.SameState(s, l.state) {
			t.Fatalf("another state:\n%s\nwant\n%s", learn.Dump(s), learn.Dump(l.state))
		}
		cases++
		hashes[l.hash] = true
	})
	torture.Report(t, "P9", "%d ways of dealing out the events of %d learners: %d different states, each with the same hash every time", cases, len(lived), len(hashes))
}

// TestMemoryAndFileAgree: the same actions at the same times make the same state
// on a log in memory and on one on disk.
func TestMemoryAndFileAgree(t *testing.T) {
	courses, steps := goldenCourses(t), 0
	learners := torture.Times(6, 300)
	for n := range learners {
		l := &life{t: t, course: courses[n%len(courses)], clock: now()}
		memory := learn.NewMemory(l.now)
		file := disk.Open(t.TempDir(), disk.Options{Now: l.now})
		l.act(memory, rand.New(rand.NewPCG(uint64(n), 1)), 40)
		l.clock = now()
		l.act(file, rand.New(rand.NewPCG(uint64(n), 1)), 40)
		a, b := learn.Dump(l.fold(memory)), learn.Dump(l.fold(file))
		device := file.Status().Writer
		if b = strings.ReplaceAll(b, device, "memory"); a != b {
			t.Fatalf("learner %d: in memory\n%s\non disk\n%s", n, a, b)
		}
		steps += 40
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	torture.Report(t, "P9", "%d learners with %d actions: the same state from memory and from files", learners, steps)
}

// goldenCourses are the courses of the golden logs.
func goldenCourses(t *testing.T) []*course.Course {
	t.Helper()
	files, err := filepath.Glob("testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no courses", err)
	}
	var courses []*course.Course
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		courses = append(courses, newLearner(t, ar.Files).course)
	}
	return courses
}

// life is what a learner did, and what came of it.
type life struct {
	t      *testing.T
	course *course.Course
	clock  time.Time
	lines  []string // of all files
	state  *learn.Session
	hash   [32]byte
}

func (l *life) now() time.Time { return l.clock }

func hashOf(s *learn.Session) [32]byte { return sha256.Sum256([]byte(learn.Dump(s))) }

func (l *life) fold(log learn.Log) *learn.Session {
	l.t.Helper()
	s, err := learn.Open(l.course, learn.Deps{Log: log, Now: func() time.Time { return now().AddDate(1, 0, 0) }, Seed: 5})
	if err != nil {
		l.t.Fatal(err)
	}
	return s
}

// live lets a learner act on one machine after another. A machine may begin
// with what the others have, or without knowing of it.
func live(t *testing.T, c *course.Course, seed uint64) *life {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 9))
	l := &life{t: t, course: c, clock: now()}
	home := t.TempDir()
	machines := make([]string, 1+r.IntN(3))
	for i := range machines {
		machines[i] = filepath.Join(home, fmt.Sprint("machine", i))
	}
	for range 2 + r.IntN(3) {
		at := machines[r.IntN(len(machines))]
		if r.IntN(3) > 0 {
			l.bring(at, machines)
		}
		log := disk.Open(at, disk.Options{Now: l.now, Machine: at})
		l.act(log, r, 4+r.IntN(10))
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
		l.clock = l.clock.Add(time.Duration(r.Int64N(int64(60 * time.Hour))))
		if r.IntN(4) == 0 {
			l.clock = now() // a clock that is wrong
		}
	}
	l.bring(machines[0], machines)
	files, err := filepath.Glob(filepath.Join(machines[0], "log", "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		l.lines = append(l.lines, slices.Collect(strings.Lines(string(data)))...)
	}
	merged := disk.Open(machines[0], disk.Options{ReadOnly: true})
	events, err := merged.Events(c.ID)
	if err != nil || len(events) != len(l.lines) {
		t.Fatalf("%d events in %d lines, %v", len(events), len(l.lines), err)
	}
	l.state = l.fold(two{learn.NewMemory(l.now), events})
	l.hash = hashOf(l.state)
	return l
}

// bring copies to one machine what the others have written.
func (l *life) bring(to string, machines []string) {
	l.t.Helper()
	for _, from := range machines {
		files, err := filepath.Glob(filepath.Join(from, "log", "*.jsonl"))
		if err != nil {
			l.t.Fatal(err)
		}
		for _, name := range files {
			if from == to {
				continue
			}
			data, err := os.ReadFile(name)
			target := filepath.Join(to, "log", filepath.Base(name))
			if there, gone := os.Stat(target); gone == nil && there.Size() >= int64(len(data)) {
				continue
			}
			if err = errors.Join(err, os.MkdirAll(filepath.Dir(target), 0o700), os.WriteFile(target, data, 0o600)); err != nil {
				l.t.Fatal(err)
			}
		}
	}
}

// act does so many things, most of them going on, whatever comes of them.
func (l *life) act(log learn.Log, r *rand.Rand, times int) {
	l.t.Helper()
	s, err := learn.Open(l.course, learn.Deps{Log: log, Now: l.now, Seed: 5})
	if err != nil {
		l.t.Fatal(err)
	}
	onwards := []string{"right", "right", "wrong", "close", "wrong and no"}
	for range times {
		l.clock = l.clock.Add(time.Duration(1+r.IntN(40)) * time.Second)
		a := manners[onwards[r.IntN(len(onwards))]](s.Step())
		if r.IntN(4) == 0 {
			lesson := l.course.Lessons[r.IntN(len(l.course.Lessons))].ID
			others := []learn.Action{
				learn.Hint{}, learn.Skip{}, learn.SkipLesson{}, learn.Undo{}, learn.Dispute{Note: "no"}, learn.GoTo{ID: lesson}, learn.Redo{ID: lesson},
				learn.Draft{Answer: course.Answer{Text: "wor"}}, learn.AddNote{Place: lesson, Text: "a note"}, learn.Mark{Place: lesson},
				learn.Reset{What: learn.ResetLesson, ID: lesson}, learn.Review{}, learn.Easier{}, learn.Explain{}, learn.Rest{}, learn.ShowAnswer{},
			}
			a = others[r.IntN(len(others))]
			if r.IntN(6) == 0 {
				a = l.resets(s, r)
			}
		}
		if _, err := s.Do(a); errors.Is(err, learn.ErrNotSaved) {
			l.t.Fatal(err)
		}
	}
}

// resets starts something over, or takes back what was started over.
func (l *life) resets(s *learn.Session, r *rand.Rand) learn.Action {
	if done := s.Resets(); len(done) > 0 && r.IntN(3) == 0 {
		return learn.UndoReset{ID: done[r.IntN(len(done))].ID}
	}
	kinds := []learn.ResetKind{learn.ResetQuestion, learn.ResetQuestion, learn.ResetSkill, learn.ResetCourse}
	a := learn.Reset{What: kinds[r.IntN(len(kinds))]}
	if ids := s.Resettable(a.What); len(ids) > 0 {
		a.ID = ids[r.IntN(len(ids))]
	}
	return a
}
