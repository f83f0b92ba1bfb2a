package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
			env, _, _ := author(t, "", shellWords(t, command)...)
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

// shellWords splits a line as a shell does where it has words and single quotes
// alone. What a shell would take for more than words must be quoted.
func shellWords(t *testing.T, line string) []string {
	t.Helper()
	words, err := splitShell(line)
	if err != nil {
		t.Fatalf("$ cairn %s: %v", strings.TrimSpace(line), err)
	}
	return words
}

func splitShell(line string) ([]string, error) {
	var words []string
	word, within, quoted := "", false, false
	for _, r := range strings.TrimSpace(line) {
		switch {
		case r == '\'':
			quoted, within = !quoted, true
		case !quoted && r == ' ':
			if within {
				words = append(words, word)
			}
			word, within = "", false
		case !quoted && strings.ContainsRune("|&;<>()$`\\\"*?[]{}#~!", r):
			return nil, fmt.Errorf("a shell takes %q for more than a letter: it needs quotes", r)
		default:
			word, within = word+string(r), true
		}
	}
	if quoted {
		return nil, errors.New("a quote does not end")
	}
	if within {
		words = append(words, word)
	}
	return words, nil
}

// TestShellWords: quotes hold words together, and specials outside them are refused.
func TestShellWords(t *testing.T) {
	for _, tt := range []struct {
		line string
		want []string // nil: it is refused
	}{
		{"test bees --run 'Knows|Thinks it'\n", []string{"test", "bees", "--run", "Knows|Thinks it"}},
		{"check  bees ''", []string{"check", "bees", ""}},
		{"test bees --run Knows|Thinks", nil},
		{"test 'bees", nil},
	} {
		if got, err := splitShell(tt.line); !slices.Equal(got, tt.want) || (err == nil) != (tt.want != nil) {
			t.Errorf("%q: %q, %v, want %q", tt.line, got, err, tt.want)
		}
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
