package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
)

// TestTutorial carries out docs/authoring/tutorial.md: what it has as a file is
// written, what it has as a command is run, and prints what the page says. With
// -update the page says what is printed.
func TestTutorial(t *testing.T) {
	page, err := filepath.Abs("../../docs/authoring/tutorial.md")
	if err != nil {
		t.Fatal(err)
	}
	src := read(t, page)
	t.Chdir(t.TempDir())
	blocks := regexp.MustCompile("(?ms)^```(\\w+)(?: file=(\\S+))?\n(.*?)^```$").FindAllStringSubmatchIndex(src, -1)
	var is strings.Builder
	last, commands := 0, 0
	for _, b := range blocks {
		body := src[b[6]:b[7]]
		if b[4] >= 0 {
			name := src[b[4]:b[5]]
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if src[b[2]:b[3]] != "console" {
			continue
		}
		is.WriteString(src[last:b[6]])
		last = b[7]
		for line := range strings.Lines(body) {
			command, ok := strings.CutPrefix(line, "$ cairn ")
			if !ok {
				continue
			}
			var out bytes.Buffer
			env, _, _ := author(t, "", strings.Fields(command)...)
			env.out, env.err, env.terminal, env.showsOutput = &out, &out, false, false
			run(env)
			is.WriteString(line + out.String())
			commands++
		}
	}
	is.WriteString(src[last:])
	if commands < 5 {
		t.Fatalf("the page has %d commands", commands)
	}
	if updating() {
		if err := os.WriteFile(page, []byte(is.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if is.String() != src {
		t.Errorf("docs/authoring/tutorial.md says something else than is printed; with -update it says\n%s", is.String())
	}
}

// TestQuestionsPage reads each example of docs/authoring/questions.md as a course
// of its own, in which nothing is wrong.
func TestQuestionsPage(t *testing.T) {
	src := read(t, "../../docs/authoring/questions.md")
	blocks := regexp.MustCompile("(?ms)^```markdown\n(.*?)^```$").FindAllStringSubmatch(src, -1)
	if len(blocks) < 3 {
		t.Fatalf("the page has %d examples", len(blocks))
	}
	for _, b := range blocks {
		_, findings, err := course.Inspect(fstest.MapFS{"one.md": {Data: []byte(b[1])}}, "example")
		if err != nil {
			t.Error(err)
		}
		for _, d := range findings {
			t.Errorf("%s\n%s", d, b[1])
		}
	}
}
