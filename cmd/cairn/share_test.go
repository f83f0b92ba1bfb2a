package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSharingExplainsEveryField: a learner is told what each field of a shared
// file is in every language, and of none that it has not.
func TestSharingExplainsEveryField(t *testing.T) {
	fields := cohort.Fields()
	for _, lang := range words.Languages() {
		said := words.For(lang.Tag).Sharing.Fields
		for _, f := range fields {
			if said[f] == "" {
				t.Errorf("%s: the field %s is not explained", lang.Tag, f)
			}
		}
		if len(said) != len(fields) {
			t.Errorf("%s: %d fields are explained, a file has %d", lang.Tag, len(said), len(fields))
		}
	}
}

// TestShareAsks: on a terminal only the word for yes, or its first letter, writes
// the file, and nothing
// is in it of the machine, of notes and of what was said beside answers.
func TestShareAsks(t *testing.T) {
	l := newLearner(t)
	l.learns()
	share := func(typed, file string) string {
		var out bytes.Buffer
		if got := run(environment{
			args: []string{"progress", "share", "rocks", file}, in: strings.NewReader(typed), out: &out, err: &out, width: 80, terminal: true, now: time.Now,
			getenv: func(name string) string {
				return map[string]string{"HOME": l.home, "CAIRN_DATA": filepath.Join(l.home, "data"), "CAIRN_CONFIG": filepath.Join(l.home, "none.yaml")}[name]
			},
		}); got != 0 {
			t.Fatalf("share ended with %d:\n%s", got, out.String())
		}
		return out.String()
	}
	file := filepath.Join(t.TempDir(), "share.json")
	for _, no := range []string{"", "\n", "ye\n", "no\n"} {
		if said := share(no, file); !strings.Contains(said, "Nothing was written.") {
			t.Errorf("%q: %s", no, said)
		}
		if _, err := os.Stat(file); err == nil {
			t.Fatalf("%q wrote the file", no)
		}
	}
	share("yes\n", file)
	text := read(t, file)
	for _, never := range []string{l.device(), "Surely", "sparkle", l.home, "18:", "T1"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in the file:\n%s", never, text)
		}
	}
	if !strings.Contains(text, "obsidianite") {
		t.Errorf("the answer is not in the file:\n%s", text)
	}
	again := filepath.Join(t.TempDir(), "again.json")
	share("y\n", again)
	if read(t, again) != text {
		t.Error("a learner shares the same work under two names")
	}
}
