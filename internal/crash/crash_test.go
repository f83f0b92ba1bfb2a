package crash

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// fall panics with a value and catches it.
func fall(value any) (f *Fault) {
	defer func() { f = Caught(recover()) }()
	panic(value)
}

// outOfRange panics as the runtime does.
func outOfRange(i int) (f *Fault) {
	defer func() { f = Caught(recover()) }()
	return &Fault{Value: []int{1}[i]}
}

func reports(t *testing.T) Reports {
	t.Helper()
	return Reports{
		Data: t.TempDir(), About: []string{"cairn 1.2.3"}, Clean: func(text string) string { return "cleaned\n" + text },
		Now: func() time.Time { return time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC) },
	}
}

func TestAReportSaysWhereAndNothingOfTheLearner(t *testing.T) {
	const answer = "the seventh mountain \x1b]52;c;aGk=\a"
	for _, c := range []struct {
		name  string
		fault *Fault
		want  string
	}{
		{"a text", fall("no answer is " + answer), "a string, whose words are left out"},
		{"an error", fall(errors.New(answer)), "a *errors.errorString, whose words are left out"},
		{"of the runtime", outOfRange(7), "index out of range [7] with length 1"},
		{"nothing", fall(nil), "panic called with nil argument"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := reports(t)
			path, err := r.Write(c.fault)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			for _, want := range []string{"cleaned", c.want, "cairn 1.2.3", "at 2026-03-04T05:06:07Z", "crash_test.go:"} {
				if !strings.Contains(text, want) {
					t.Errorf("the report does not say %q:\n%s", want, text)
				}
			}
			for _, unwanted := range []string{"mountain", "\x1b", "0x", "debug.Stack", "/home/"} {
				if strings.Contains(text, unwanted) {
					t.Errorf("the report says %q:\n%s", unwanted, text)
				}
			}
			if !strings.HasPrefix(path, filepath.Join(r.Data, Folder)+string(filepath.Separator)) {
				t.Errorf("the report is at %s", path)
			}
		})
	}
}

func TestOnlyTheLearnerCanReadReports(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes there")
	}
	path, err := reports(t).Write(fall("x"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestFewReportsAreKept(t *testing.T) {
	r := reports(t)
	now := r.Now()
	r.Now = func() time.Time { return now }
	foreign := filepath.Join(r.Data, Folder, "mine.txt")
	if err := os.MkdirAll(filepath.Dir(foreign), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	last := ""
	for i := range 40 {
		now = now.Add(time.Duration(i%2) * time.Second) // two of each second
		path, err := r.Write(fall(i))
		if err != nil {
			t.Fatal(err)
		}
		last = path
	}
	files, err := filepath.Glob(filepath.Join(r.Data, Folder, "2*.txt"))
	if err != nil || len(files) != kept {
		t.Errorf("%d reports are kept, want %d: %v", len(files), kept, err)
	}
	for _, file := range []string{foreign, last} {
		if _, err := os.Stat(file); err != nil {
			t.Error(err)
		}
	}
}

func TestAReportIsBounded(t *testing.T) {
	r := reports(t)
	path, err := r.Write(&Fault{Value: 1, Stack: []byte(strings.Repeat("main.f(0x1)\n\t/a/file.go:12\n", 1<<16))})
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > maxReport+1 {
		t.Errorf("a report of %v: %v", info, err)
	}
}

func TestNoPlaceForAReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]Reports{
		"no folder": {Now: time.Now}, "a file in its place": {Data: file, Now: time.Now},
		"no way to clean it": {Data: t.TempDir(), Now: time.Now},
	} {
		if path, err := r.Write(fall("x")); err == nil || path != "" {
			t.Errorf("%s: %q, %v", name, path, err)
		}
	}
	broken := Reports{Data: t.TempDir(), Clean: strings.Clone, Now: func() time.Time { panic("no clock") }}
	if _, err := broken.Write(fall("x")); err != nil {
		t.Errorf("with a clock that is at fault: %v", err)
	}
}

func TestACarriedFaultKeepsItsPlace(t *testing.T) {
	f := fall("x")
	if got := fall(f); got != f {
		t.Errorf("carried, it became %v", got)
	}
	if !strings.Contains(f.trace(), "crash.fall") {
		t.Errorf("the trace does not name the place:\n%s", f.trace())
	}
}
