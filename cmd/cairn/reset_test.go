package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestResetAsks: on a terminal only the word for yes starts something over.
func TestResetAsks(t *testing.T) {
	for _, c := range []struct {
		typed string
		lang  string
		over  bool
	}{
		{"yes\n", "en", true},
		{" YES \r\n", "en", true},
		{"ja\n", "de", true},
		{"yes\n", "de", true},
		{"", "en", false},
		{"\n", "en", false},
		{"y\n", "en", false},
		{"no\n", "en", false},
		{"ja\n", "en", false},
		{strings.Repeat(" ", 2000) + "yes\n", "en", false},
	} {
		l := newLearner(t)
		l.learns()
		var out bytes.Buffer
		env := environment{
			args: []string{"progress", "reset", filepath.Join(l.dir, "rocks"), "--all", "--lang", c.lang}, in: strings.NewReader(c.typed),
			out: &out, err: &out, width: 80, terminal: true, now: time.Now,
			getenv: func(name string) string { return map[string]string{"CAIRN_DATA": filepath.Join(l.home, "data")}[name] },
		}
		if status := run(env); status != exitOK {
			t.Fatalf("status %d:\n%s", status, out.String())
		}
		if said := l.does(0, "", "progress", "--json"); strings.Contains(said, `"started": true`) == c.over {
			t.Errorf("after %q:\n%s\n%s", c.typed, out.String(), said)
		}
	}
}

// TestTakingBackAsks: on a terminal only the word for yes takes a reset back.
func TestTakingBackAsks(t *testing.T) {
	for typed, back := range map[string]bool{"yes\n": true, "": false, "no\n": false} {
		l := newLearner(t)
		l.learns()
		l.does(0, "", "progress", "reset", "rocks", "--all", "--yes")
		var out bytes.Buffer
		env := environment{
			args: []string{"progress", "reset", filepath.Join(l.dir, "rocks"), "--undo"}, in: strings.NewReader(typed),
			out: &out, err: &out, width: 80, terminal: true, now: time.Now,
			getenv: func(name string) string { return map[string]string{"CAIRN_DATA": filepath.Join(l.home, "data")}[name] },
		}
		if status := run(env); status != exitOK {
			t.Fatalf("status %d:\n%s", status, out.String())
		}
		if said := l.does(0, "", "progress", "--json"); strings.Contains(said, `"started": true`) != back {
			t.Errorf("after %q:\n%s\n%s", typed, out.String(), said)
		}
	}
}

// TestResetWhereNothingIsSaved: no backup is promised that is not made.
func TestResetWhereNothingIsSaved(t *testing.T) {
	const backup, none = "A backup is made first", "so no backup is made"
	l := newLearner(t)
	typed := "\nobsidianite\n:reset course\n\n:quit\n"
	if said := l.does(3, typed, "rocks", "--plain", "--from", "granite"); !strings.Contains(said, backup) || strings.Contains(said, none) {
		t.Errorf("where progress is saved:\n%s", said)
	}
	l = newLearner(t)
	l.put("data", "a file is in the way")
	if said := l.does(3, typed, "rocks", "--plain", "--from", "granite"); strings.Contains(said, backup) || !strings.Contains(said, none) {
		t.Errorf("where nothing can be saved:\n%s", said)
	}
}
