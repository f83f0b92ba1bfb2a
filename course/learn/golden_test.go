package learn_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

var record = flag.Bool("record", false, "write the logs in testdata/golden anew")

// TestGolden holds the log of a person's session against what the fold makes of
// it. A log that was shipped is never written anew: when the program comes to
// write other events, its script goes and a new file is added.
//
// Each file of testdata/golden holds a course, the script that wrote the log,
// the log and the state folded from it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden logs", err)
	}
	t.Cleanup(func() {
		torture.Report(t, "P8", "%d golden logs are folded to the state they were folded to before", len(files))
	})
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			script, log, state := partOf(ar, "script"), partOf(ar, "log"), partOf(ar, "state")
			l := newLearner(t, ar.Files)
			if script != nil {
				t.Log(l.play(string(script.Data)))
				same(t, log, l.written(), *record)
			}
			same(t, state, l.folded(log.Data), *update)
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); (*record || *update) && err != nil {
				t.Fatal(err)
			}
		})
	}
}

// partOf finds a part of an archive.
func partOf(ar *txtar.Archive, name string) *txtar.File {
	for i := range ar.Files {
		if ar.Files[i].Name == name {
			return &ar.Files[i]
		}
	}
	return nil
}

// same compares a part with what it should be, or takes that.
func same(t *testing.T, part *txtar.File, got string, take bool) {
	t.Helper()
	if take {
		part.Data = []byte(got)
	} else if got != string(part.Data) {
		t.Errorf("the %s differs; got:\n%s\nwant:\n%s", part.Name, got, part.Data)
	}
}

// written is what the learner's log holds, one event a line.
func (l *learner) written() string {
	events, err := l.log.Events(l.course.ID)
	if err != nil {
		l.t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range events {
		text, err := json.Marshal(e)
		if err != nil {
			l.t.Fatal(err)
		}
		b.Write(append(text, '\n'))
	}
	return b.String()
}

// folded is the state that comes of a log.
func (l *learner) folded(log []byte) string {
	var events []learn.Event
	for line := range bytes.Lines(log) {
		var e learn.Event
		if err := json.Unmarshal(line, &e); err != nil {
			l.t.Fatal(err)
		}
		events = append(events, e)
		if e.Time.After(l.clock) { // no script went there
			l.clock = e.Time
		}
	}
	s, err := learn.Open(l.course, learn.Deps{Log: two{l.log, events}, Now: l.now, Seed: 7})
	if err != nil {
		l.t.Fatal(err)
	}
	return learn.Dump(s)
}
