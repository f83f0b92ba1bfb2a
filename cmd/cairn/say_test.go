package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/internal/crash"
)

// TestSayingWraps: what is said on standard error is wrapped between words at the
// edge of a terminal, and stays on one line for another program.
func TestSayingWraps(t *testing.T) {
	const edge = 52 // room for the longest word, an address
	t.Chdir(t.TempDir())
	put := &learner{t: t, home: "."}
	put.put("data/log/aaaaaaaaaaaaaaaa.jsonl", "garbage\n")
	said := func(terminal bool, do func(environment)) string {
		var out bytes.Buffer
		do(environment{
			err: &out, width: edge, terminal: terminal, now: time.Now,
			getenv: func(name string) string { return map[string]string{"CAIRN_DATA": "data"}[name] },
		})
		return out.String()
	}
	for name, do := range map[string]func(environment){
		"damage": func(env environment) { openHome(env, true).close() },
		"fault":  func(env environment) { env.sayCrash(&crash.Fault{Report: filepath.Join("data", "report.txt")}) },
	} {
		whole, wrapped := said(false, do), said(true, do)
		words := func(text string) []string {
			return slices.DeleteFunc(strings.Fields(text), func(word string) bool { return word == "cairn:" })
		}
		for line := range strings.Lines(whole) {
			if !strings.HasPrefix(line, "cairn: ") {
				t.Errorf("%s: a line of its own: %q", name, line)
			}
		}
		if len(words(whole)) < 8 || !slices.Equal(words(whole), words(wrapped)) {
			t.Errorf("%s: words were cut:\n%s\n%s", name, whole, wrapped)
		}
		for line := range strings.Lines(wrapped) {
			if n := ansi.StringWidth(strings.TrimRight(line, "\n")); n > edge {
				t.Errorf("%s: a line has %d cells: %q", name, n, line)
			}
		}
	}
	// A terminal without line editing begins a line where the last one ends.
	if raw := said(true, func(env environment) { env.sayRaw(env.words()) }); strings.Count(raw, "\n") != 1 || !strings.Contains(raw, "stty sane") {
		t.Errorf("raw: it is not on one line:\n%s", raw)
	}
}
