package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/internal/hostile"
)

// otherMachine puts the log of another machine into a folder for data, under a name
// of its own, and returns its lines.
func otherMachine(t *testing.T, data, name string, events ...learn.Event) []byte {
	t.Helper()
	from := t.TempDir()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	log := progress.Open(from, progress.Options{Now: func() time.Time { return at }, Machine: "other"})
	for i := range events {
		events[i].Time = at.Add(time.Duration(i) * time.Second)
	}
	if _, err := log.Append(events...); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(from, "log", "*.jsonl"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d logs were written: %v", len(files), err)
	}
	lines, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(data, "log"), 0o700); err != nil {
		t.Fatal(err)
	}
	if name == "" {
		name = filepath.Base(files[0])
	}
	if err := os.WriteFile(filepath.Join(data, "log", name), lines, 0o600); err != nil {
		t.Fatal(err)
	}
	return lines
}

// TestArchiveIsNotCleaned prints an archive, of lines with what the outlet for
// text would change: it arrives byte for byte, and a terminal gets none of it.
func TestArchiveIsNotCleaned(t *testing.T) {
	const note = "photo\u202egpj \u009b2J \x1b[2J caf\u00e9"
	l := newLearner(t)
	lines := otherMachine(t, filepath.Join(l.home, "data"), "", learn.Event{
		Course: "rocks", Lesson: "granite", Item: "granite/shines", To: "granite", Kind: learn.KindNoted, What: "note", Note: note,
	})
	if !bytes.Contains(lines, []byte("\u202e")) || !bytes.Contains(lines, []byte("\u009b")) {
		t.Fatalf("the log does not hold what an outlet would change: %q", lines)
	}
	export := func(terminal bool) (status int, out, err string) {
		var said, wrong bytes.Buffer
		status = run(environment{
			args: []string{"progress", "export", "-"}, in: strings.NewReader(""), out: &said, err: &wrong, width: 80,
			showsOutput: terminal, now: func() time.Time { return l.now },
			getenv: func(name string) string {
				return map[string]string{"HOME": l.home, "CAIRN_DATA": filepath.Join(l.home, "data")}[name]
			},
		})
		return status, said.String(), wrong.String()
	}
	if status, out, wrong := export(true); status != exitUsage || out != "" || !strings.Contains(wrong, "is a terminal") {
		t.Errorf("to a terminal: status %d, %d bytes, %q", status, len(out), wrong)
	}
	status, out, wrong := export(false)
	if status != exitOK || wrong != "" {
		t.Fatalf("status %d: %s", status, wrong)
	}
	l.put("here/piped.tar.gz", out)
	sources, err := progress.ReadSources(filepath.Join(l.dir, "piped.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	whole := false
	for _, s := range sources {
		whole = whole || bytes.Contains(s.Data, bytes.TrimSpace(lines))
	}
	if !whole {
		t.Errorf("the lines are not in the archive as they were: %q", sources)
	}
	if err := os.RemoveAll(filepath.Join(l.home, "data")); err != nil {
		t.Fatal(err)
	}
	l.does(0, "", "progress", "import", "piped.tar.gz")
	if said := l.does(0, "", "notes", "rocks"); !strings.Contains(joined(said), joined("photo<U+202E>gpj <U+009B>2J ␛[2J café")) {
		t.Errorf("the note after the import:\n%s", said)
	}
}

// TestWordsOfAFault panics with what would steer a terminal, in every kind of
// command: none of the words are printed, by whatever way.
func TestWordsOfAFault(t *testing.T) {
	const words = "\x1b[2J\x1b]0;owned\a\u202emontain"
	for _, value := range []any{words, errors.New(words), exit{status: 7, err: errors.New(words)}, fmt.Sprint, []string{words}} {
		for _, args := range [][]string{{"rocks", "--plain"}, {"today"}, {"why", "rocks"}, {"doctor"}} {
			l := newLearner(t)
			v := &victim{t: t, home: l.home}
			var out bytes.Buffer
			status := 0
			past := v.past(func() {
				status = run(environment{
					args: args, in: strings.NewReader("1\n"), out: &out, err: &out, width: 80, now: func() time.Time { panic(value) },
					getenv: func(name string) string {
						return map[string]string{"HOME": l.home, "CAIRN_DATA": filepath.Join(l.home, "data")}[name]
					},
				})
			})
			said := out.String() + past
			if err := hostile.Text(said); err != nil || strings.Contains(said, "owned") || strings.Contains(said, "montain") {
				t.Errorf("cairn %q: the words of a fault are printed: %v: %q", args, err, said)
			}
			if status != exitFault || !strings.Contains(said, "A fault in cairn ended it.") {
				t.Errorf("cairn %q: status %d: %s", args, status, said)
			}
		}
	}
}

// TestRunCleans gives run commands that print what nobody cleaned, by every way
// they have, and fail with it: run puts the outlets before them.
func TestRunCleans(t *testing.T) {
	for _, a := range hostile.Attacks() {
		var out, wrong bytes.Buffer
		env := environment{args: nil, in: strings.NewReader(""), out: &out, err: &wrong, getenv: func(string) string { return "" }}
		carryOut(env, func(env environment) *cobra.Command {
			cmd := newRoot(env)
			cmd.RunE = func(cmd *cobra.Command, _ []string) error {
				cmd.Println(a.Text)
				cmd.PrintErrln(a.Text)
				_, _ = fmt.Fprintln(env.out, a.Text)
				_, _ = fmt.Fprintln(env.err, a.Text)
				return errors.New(a.Text)
			}
			return cmd
		})
		for name, got := range map[string]string{"output": out.String(), "error": wrong.String()} {
			if got == "" || hostile.Text(got) != nil {
				t.Errorf("%s: standard %s gets %.100q", a.Name, name, got)
			}
		}
	}
}

// TestErrorsAreShort is A28: an error that quotes something endless is printed
// with its beginning and its end.
func TestErrorsAreShort(t *testing.T) {
	l := newLearner(t)
	endless := strings.Repeat("ä\x1b", 500_000)
	for _, args := range [][]string{{endless}, {endless, endless}, {"--" + endless}, {"rocks", "--from", endless}, {"check", endless}, {"config", "set", endless, endless}, {"config", "set", "theme", endless}, {"search", "x", endless}} {
		var out bytes.Buffer
		status := run(environment{
			args: args, in: strings.NewReader(""), out: &out, err: &out, width: 80, now: func() time.Time { return l.now },
			getenv: func(name string) string {
				return map[string]string{"HOME": l.home, "CAIRN_DATA": filepath.Join(l.home, "data")}[name]
			},
		})
		said := out.String()
		if status == exitOK || !strings.HasPrefix(said, "cairn: ") || len(said) > 12_000 || hostile.Text(said) != nil {
			t.Errorf("%.30q: status %d, %d bytes: %.200q", args, status, len(said), said)
		}
	}
}
