package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/internal/hostile"
	"github.com/cairn-learn/cairn/internal/torture"
)

// victim is a learner with a hostile course, a hostile environment and hostile
// settings, at a command line.
type victim struct {
	t      *testing.T
	dir    string // of the course
	home   string
	text   string // what is hostile
	single bool   // only the first layer cleans
	shown  bool   // the output is a terminal
}

// newVictim puts a course on the disk.
func newVictim(t *testing.T, text string) *victim {
	t.Helper()
	v := &victim{t: t, home: t.TempDir(), text: text}
	v.dir = filepath.Join(v.home, "hostile")
	writeCourse(t, v.dir, hostile.Course(text))
	return v
}

func writeCourse(t *testing.T, dir string, files fstest.MapFS) {
	t.Helper()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		return os.WriteFile(to, files[name].Data, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// run carries out a command line and returns all that it printed.
func (v *victim) run(in string, args ...string) string {
	v.t.Helper()
	var out bytes.Buffer
	named := map[string]string{"HOME": v.home, "CAIRN_DATA": filepath.Join(v.home, fmt.Sprintf("data-%v", v.single)), "TERM": v.text, "EDITOR": v.text, "COLORFGBG": v.text}
	env := environment{
		args: args, getenv: func(name string) string { return named[name] }, environ: []string{"HOME=" + v.home, "TERM=" + v.text},
		in: strings.NewReader(in), out: &out, err: &out, now: func() time.Time { return time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC) }, width: 200,
		showsOutput: v.shown,
	}
	return v.past(func() {
		if !v.single {
			run(env)
			return
		}
		env.console = console{out: env.out, err: env.err}
		root := newRoot(env)
		root.SetArgs(cleanedArgs(env.args))
		if err := root.Execute(); err != nil {
			sayError(env.err, "cairn", err)
		}
	}) + out.String()
}

// past does something and returns what it printed past the outlets: completion
// does, on the standard error of the machine.
func (v *victim) past(do func()) string {
	v.t.Helper()
	f, err := os.Create(filepath.Join(v.home, "past"))
	if err != nil {
		v.t.Fatal(err)
	}
	usual := os.Stderr
	os.Stderr = f
	do()
	os.Stderr = usual
	if err := f.Close(); err != nil {
		v.t.Fatal(err)
	}
	data, err := os.ReadFile(f.Name())
	if err != nil {
		v.t.Fatal(err)
	}
	return string(data)
}

// lines is what a learner types who tries everything, and pastes what is
// hostile wherever text is taken.
func (v *victim) lines() string {
	text := strings.ReplaceAll(v.text, "\n", " ")
	list := []string{"1", text, "", ":note " + text, ":notes", ":bookmark", ":hint", ":why", ":map", ":today", ":plan", ":skills", ":help", ":links", ":find " + text, ":" + text, ":glossary", ":contents"}
	for range 12 {
		list = append(list, "2", "", "2", text, ":show", "", "1 2", "typed answer", "no", ":skip", "")
	}
	return strings.Join(list, "\n") + "\n"
}

// commands are all that print something of a course, of a log or of what was
// typed.
func (v *victim) commands() [][]string {
	text := strings.ReplaceAll(v.text, "\x00", "") // no argument can hold it
	return [][]string{
		{"check", v.dir}, {"check", v.dir, "--format", "json"}, {"check", text}, {"check", v.dir, "--format", text},
		{"progress", v.dir}, {"progress", v.dir, "--json"}, {"progress"}, {"today", v.dir}, {"today", "--json", v.dir}, {"review", v.dir, "--json"},
		{"plan", v.dir}, {"plan", v.dir, "--json"}, {"why", v.dir}, {"why", v.dir, "--json"},
		{"notes", v.dir}, {"notes", v.dir, "--export", "-"}, {"notes", v.dir, "--export", filepath.Join(v.home, "none", text)},
		{"search", text, v.dir}, {"search", "end", v.dir}, {"search", "end", v.dir, "--json"}, {"simulate", v.dir, "--learners", "1"}, {"simulate", v.dir, "--learners", "1", "--json"},
		{"simulate", "--policy", text}, {text}, {text, text}, {"--" + text}, {"help", text}, {v.dir, "--from", text}, {"--lang", text}, {"--learners", text},
		{"config"}, {"config", "get", text}, {"config", "set", "theme", text}, {"config", "set", text, text}, {"config", "theme", text},
		{"__complete", ""}, {"__complete", text}, {"__complete", "--" + text, ""}, {"__complete", "progress", text}, {"completion", text},
	}
}

// TestHostileCommands sends every attack through every command and through the
// line-by-line front end: with both layers, and with the first alone, so that
// neither rests on the other.
func TestHostileCommands(t *testing.T) {
	outlets := 0
	for n, a := range hostile.Attacks() {
		t.Run(a.Name, func(t *testing.T) {
			v := newVictim(t, a.Text)
			settings := filepath.Join(v.home, ".config", "cairn")
			if err := os.MkdirAll(settings, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(settings, "config.yaml"), []byte("theme: \""+a.Text+"\"\n"+a.Text+": x\nkeys:\n  quit: [\""+a.Text+"\"]\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, single := range []bool{false, true} {
				v.single = single
				got := v.run(v.lines(), v.dir, "--plain")
				v.clean("line by line", got)
				if !strings.Contains(joined(got), joined("paragraph "+a.Shown+" end")) {
					t.Errorf("the paragraph does not show %.100q:\n%s", a.Shown, lineWith(got, "paragraph"))
				}
				outlets++
				for i, args := range v.commands() {
					if !torture.Full() && (!single || (i+n)%4 != 0) {
						continue // each text meets some commands, each command some texts
					}
					v.clean(strings.Join(args, " "), v.run("", args...))
					outlets++
				}
			}
		})
	}
	torture.Report(t, "P13", "%d texts through %d runs of commands and the line-by-line front end, with one layer and with both: 0 bytes but text", len(hostile.Attacks()), outlets)
}

// TestOutletsOfCommandsHoldAlone writes what nobody cleaned to both outlets.
func TestOutletsOfCommandsHoldAlone(t *testing.T) {
	for _, a := range hostile.Attacks() {
		var out, err bytes.Buffer
		env := environment{out: &out, err: &err}.cleaned()
		_, _ = io.WriteString(env.out, a.Text+"\n")
		_, _ = io.WriteString(env.err, a.Text+"\n")
		for name, got := range map[string]string{"output": out.String(), "error": err.String()} {
			if got == "" || hostile.Text(got) != nil {
				t.Errorf("%s: standard %s gets %.100q", a.Name, name, got)
			}
		}
	}
}

// clean fails the test if what was printed is more than text.
func (v *victim) clean(what, got string) {
	v.t.Helper()
	if err := hostile.Text(got); err != nil {
		v.t.Errorf("%.60q, only the first layer %v: %v", what, v.single, err)
	}
}

// joined is a text without what wraps it, and without the signs that tell code.
func joined(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "`", "")), "") }

// lineWith is the first line that has a word.
func lineWith(s, word string) string {
	for line := range strings.SplitSeq(s, "\n") {
		if strings.Contains(line, word) {
			return line
		}
	}
	return "no line has " + word
}
