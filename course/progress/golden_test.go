package progress

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// The folders of testdata/golden are data folders as some version of the
// program left them, with what must be read in them in want.txt. They are
// added to and never changed: every version reads the logs of all before it,
// and as much as it can of those to come.

func TestGoldenLogsAreReadForEver(t *testing.T) {
	folders, err := filepath.Glob("testdata/golden/*")
	if err != nil || len(folders) < 2 {
		t.Fatalf("golden logs: %q, %v", folders, err)
	}
	t.Cleanup(func() {
		torture.Report(t, "P8", "%d golden logs: the same bytes after opening, the same events, lines of a newer program kept", len(folders))
	})
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(folder, "want.txt"))
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(folder)); err != nil {
				t.Fatal(err)
			}
			before := contents(t, dir)
			l := Open(dir, Options{ReadOnly: true})
			if got := listing(t, l); got != string(want) {
				t.Fatalf("got\n%s\nwant\n%s", got, want)
			}
			wantSame(t, before, contents(t, dir), "")

			o := options(nil)
			o.Machine = "desk" // the machine that wrote version 1
			l = Open(dir, o)
			mustClose(t, l)
			wantSame(t, before, contents(t, dir), logDir)

			l = Open(dir, o)
			mustAppend(t, l, "one more")
			own := l.seg.path
			mustClose(t, l)
			after := contents(t, dir)
			if !strings.HasPrefix(after[own], before[own]) || len(after[own]) <= len(before[own]) {
				t.Fatalf("%s was not only appended to", own)
			}
			after[own] = before[own]
			wantSame(t, before, after, logDir)
		})
	}
}

// contents gives every file below dir.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// wantSame compares the files below a folder.
func wantSame(t *testing.T, before, after map[string]string, below string) {
	t.Helper()
	for path, content := range before {
		if strings.Contains(path, string(filepath.Separator)+below) && after[path] != content {
			t.Fatalf("%s was changed\nfrom %q\nto   %q", path, content, after[path])
		}
	}
	for path := range after {
		if _, ok := before[path]; !ok && below == "" {
			t.Fatalf("%s was made", path)
		}
	}
}

// listing tells what is read in a log: the state of it, then each course with
// its events.
func listing(t *testing.T, l *Log) string {
	t.Helper()
	var b bytes.Buffer
	s := l.Status()
	fmt.Fprintf(&b, "events %d, newer %d, unread %d, bad %d, missing %v, conflicts %v\n",
		s.Events, s.Newer, s.Unread, s.BadLines(), s.Missing, s.Conflicts)
	for _, c := range l.Courses() {
		fmt.Fprintf(&b, "\n%s, last on %s\n", c.ID, c.Last.Format(time.RFC3339))
		list, err := l.Events(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		for _, e := range list {
			if err := enc.Encode(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}

// TestFormatOneIsWrittenAsEver writes the events of golden logs again and
// compares every byte.
func TestFormatOneIsWrittenAsEver(t *testing.T) {
	for name, write := range map[string]func(*testing.T, string){"v1": writeVersionOne, "v1-kinds": writeKinds, "v1-checked": writeChecked} {
		dir, golden := t.TempDir(), filepath.Join("testdata", "golden", name)
		write(t, dir)
		got, want := contents(t, dir), contents(t, golden)
		for path, content := range want {
			rel, _ := filepath.Rel(golden, path)
			if now := got[filepath.Join(dir, rel)]; rel != "want.txt" && now != content {
				t.Errorf("%s: %s\ngot\n%s\nwant\n%s", name, rel, now, content)
			}
		}
	}
}

// writeVersionOne is a short session in two windows.
func writeVersionOne(t *testing.T, dir string) {
	now := noon
	o := Options{Rand: ids(1), Machine: "desk", Now: func() time.Time { now = now.Add(1500 * time.Millisecond); return now }}
	e := func(kind learn.Kind, change func(*learn.Event)) learn.Event {
		e := learn.Event{Time: now, Course: "git", Version: "1.0.0", Lesson: "staging", Kind: kind}
		if change != nil {
			change(&e)
		}
		return e
	}
	save := func(l *Log, list ...learn.Event) {
		t.Helper()
		if _, err := l.Append(list...); err != nil {
			t.Fatal(err)
		}
	}
	first := Open(dir, o)
	save(first, e(learn.KindOpened, nil))
	save(first, e(learn.KindPlanned, func(e *learn.Event) {
		e.Item, e.Answer = "goal", &course.Answer{Items: []string{"team"}}
	}), e(learn.KindPlanned, func(e *learn.Event) {
		e.Item, e.Answer = "promise", &course.Answer{Text: "To stop being afraid of <merge> & \"rebase\". Ça va?"}
	}))
	save(first, e(learn.KindShown, func(e *learn.Event) { e.What, e.Item, e.Rev = "hint", "staging/add", "9f2c01aa" }))
	second := Open(dir, o)
	save(second, e(learn.KindOpened, func(e *learn.Event) { e.Course, e.Note = "knots", "/home/ada/knots" }))
	save(first, full(), e(learn.KindDetoured, func(e *learn.Event) {
		e.To, e.Item, e.Reason = "areas", "staging/add", &learn.Reason{Code: learn.WhyWrongIdea, Title: "A commit is a copy"}
	}))
	save(first, e(learn.KindAnswered, func(e *learn.Event) {
		e.Item, e.Answer, e.Outcome, e.Score = "areas/q2", &course.Answer{DontKnow: true}, course.Wrong, 0.25
	}))
	mustClose(t, first)
	mustClose(t, second)
}
