package place_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/lsp/internal/place"
)

// TestTokens: each file of testdata holds a file of a course and what is named
// in it, by line and column.
func TestTokens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source := archive.Files[0]
			var got strings.Builder
			for _, token := range place.Tokens(source.Name, string(source.Data)) {
				before := string(source.Data[:token.Start])
				fmt.Fprintf(&got, "%d:%d %s %q", 1+strings.Count(before, "\n"), token.Start-strings.LastIndexByte(before, '\n'), token.Kind, token.Text)
				if token.Defines {
					got.WriteString(" defined")
				}
				if token.Kind == place.Key && token.Of.Name == "" {
					got.WriteString(" unknown")
				}
				if string(source.Data[token.Start:token.End]) != token.Text {
					t.Errorf("%+v is not what stands there: %q", token, source.Data[token.Start:token.End])
				}
				got.WriteByte('\n')
			}
			want := &archive.Files[1].Data
			if flag.Lookup("update").Value.String() == "true" {
				*want = []byte(got.String())
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got.String() != string(*want) {
				t.Errorf("found\n%s\nwant\n%s", got.String(), *want)
			}
		})
	}
}

func TestMain(m *testing.M) {
	flag.Bool("update", false, "rewrite what the cases in testdata expect")
	flag.Parse()
	os.Exit(m.Run())
}

// TestAt: what could stand at the bar.
func TestAt(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"course.yaml", "ti|", "key ti of 21"},
		{"course.yaml", "skills:\n  a: { ti| }", "key ti of 3"},
		{"course.yaml", "skills:\n  a:\n    |", "key  of 3"},
		{"course.yaml", "skills:\n  a: { needs: [|] }", "skill "},
		{"course.yaml", "skills:\n  a: { needs: [b, c|", "skill c"},
		{"course.yaml", "path:\n  - |", "path "},
		{"course.yaml", "path:\n  - lessons/0|1.md", "path lessons/01.md"},
		{"course.yaml", "path:\n  - { lesson: a.md, when: mastery.| }", "skill "},
		{"course.yaml", "paces: { fast: { skip_known: n| } }", "word n"},
		{"course.yaml", "questions: { | }", "key  of 4"},
		{"course.yaml", "summary: a|", "nothing"},
		{"course.yaml", "# id|", "nothing"},
		{"a.md", "---\n|\n---\n", "key  of 10"},
		{"a.md", "---\nkind: |\n---\n", "word "},
		{"a.md", "---\nskip: mastery.|\n---\n", "skill "},
		{"a.md", "---\nwhen: goal == \"|\"\n---\n", "goal "},
		{"a.md", "---\nwhen: \"|\" in interests\n---\n", "interest "},
		{"a.md", "---\nwhen: goal == |\n---\n", "goal "},
		{"a.md", "### Question: x\n\n- A|", "heading word A"},
		{"a.md", "### Ask: x\n\n- A|", "nothing"},
		{"a.md", "---\nwhen: seen[\"|\"]\n---\n", "lesson or item "},
		{"a.md", "---\nwhen: not m|\n---\n", "name m"},
		{"a.md", "### Q|", "heading word Q"},
		{"a.md", "### Question: x\n<!-- | -->", "key  of 15"},
		{"a.md", "### Question: x\n<!-- id: a, skill: | -->", "skill "},
		{"a.md", "### Question: x\n<!-- id: a, level: e|", "word e"},
		{"a.md", "### Way: x\n<!-- way: | -->", "way "},
		{"a.md", "- [ ] x\n  > Mix-up: |", "mix-up "},
		{"a.md", "  > |", "heading word "},
		{"a.md", "see [x](|)", "file "},
		{"a.md", "```\n### Q|", "nothing"},
		{"a.md", "plain te|xt", "nothing"},
		{"a.md", "### Task: x\n\n```check\n- |\n```\n", "key  of 10"},
		{"a.md", "### Task: x\n\n```check\n- file: x\n  exp|\n```\n", "key exp of 10"},
		{"a.md", "```check\n- run: ls\n- file: x\n  expect: { con| }\n```\n", "key con of 8"},
		{"a.md", "```check\n- file: x\n- dir: x\n  expect: { en| }\n- git: .\n```\n", "key en of 4"},
		{"a.md", "```check\n- dir: x\n  expect:\n    en|", "key en of 4"},
		{"a.md", "```check\n- ask: x\n```\n\n### Ta|", "heading word Ta"},
		{"a.md", "```Check\ndir: x\nexpect: { en| }\n```\n", "key en of 4"},
		{"a.md", "### Task: x\n\n```ch|", "word ch"},
		{"a.md", "### Question: x\n\n``` |\n```\n", "word "},
		{"a.md", "### Question: x\n\n  ```python te|\n  ```\n", "word python te"},
		{"a.md", "### Question: x\n\n```python\n```|\n", "nothing"},
		{"a.md", "### More\n\n```ch|", "nothing"},
		{"tests/paths.yaml", "- answers: { |: right }", "item "},
		{"tests/paths.yaml", "- expect: { visits: [|] }", "lesson "},
		{"notes.txt", "|", "nothing"},
	} {
		at := strings.IndexByte(c.text, '|')
		got := "nothing"
		if token, ok := place.At(c.file, c.text[:at]+c.text[at+1:], at); ok {
			got = string(token.Kind) + " " + token.Text
			if token.Kind == place.Key {
				got += fmt.Sprintf(" of %d", len(token.Keys))
			}
		}
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.file, c.text, got, c.want)
		}
	}
}

// FuzzTokens: whatever is being written, tokens are parts of it, in order.
func FuzzTokens(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Name, string(archive.Files[0].Data), 40)
	}
	f.Fuzz(func(t *testing.T, name, text string, at int) {
		for _, token := range place.Tokens(name, text) {
			if token.Start < 0 || token.End < token.Start || token.End > len(text) || text[token.Start:token.End] != token.Text {
				t.Fatalf("%+v is no part of %q", token, text)
			}
		}
		if token, ok := place.At(name, text, at); ok && (token.Start > at || token.End < at) {
			t.Fatalf("%+v is not at %d of %q", token, at, text)
		}
	})
}
