package lsp_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/author/lsp"
	"github.com/cairn-learn/cairn/internal/crash"
)

func TestMain(m *testing.M) {
	flag.Bool("update", false, "rewrite what the cases in testdata expect")
	flag.Parse()
	os.Exit(m.Run())
}

// editor is a client of the protocol, as an editor is.
type editor struct {
	t     *testing.T
	dir   string
	conn  *jsonrpc2.Conn
	found chan published
	said  chan string
	ended chan error
}

type published struct {
	URI         string `json:"uri"`
	Diagnostics []struct {
		Range    span   `json:"range"`
		Severity int    `json:"severity"`
		Code     string `json:"code"`
		Message  string `json:"message"`
	} `json:"diagnostics"`
}

type span struct {
	Start, End struct{ Line, Character int }
}

type ends struct {
	io.Reader
	io.Writer
}

func (ends) Close() error { return nil }

// start starts a server on a folder and an editor beside it.
func start(t *testing.T, dir string) *editor {
	t.Helper()
	toServer, fromEditor := io.Pipe()
	toEditor, fromServer := io.Pipe()
	e := &editor{t: t, dir: dir, found: make(chan published, 1000), said: make(chan string, 100), ended: make(chan error, 1)}
	go func() {
		e.ended <- lsp.Serve(context.Background(), toServer, fromServer, lsp.Options{
			Version: "test", Quiet: time.Millisecond, Fault: func(f *crash.Fault) { t.Error("the server failed:", f) },
		})
		_ = fromServer.Close()
	}()
	handler := jsonrpc2.HandlerWithError(func(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
		switch r.Method {
		case "textDocument/publishDiagnostics":
			var p published
			if err := json.Unmarshal(*r.Params, &p); err != nil {
				return nil, err
			}
			e.found <- p
		case "window/showMessage":
			e.said <- string(*r.Params)
		}
		return nil, nil
	})
	e.conn = jsonrpc2.NewConn(context.Background(), jsonrpc2.NewBufferedStream(ends{toEditor, fromEditor}, jsonrpc2.VSCodeObjectCodec{}), handler)
	t.Cleanup(func() { _ = fromEditor.Close() })
	e.call("initialize", map[string]any{"rootUri": uri(dir), "capabilities": map[string]any{}}, nil)
	e.tell("initialized", map[string]any{})
	return e
}

func uri(path string) string { return "file://" + filepath.ToSlash(path) }

func (e *editor) uri(file string) string { return uri(filepath.Join(e.dir, file)) }

func (e *editor) call(method string, params, result any) {
	e.t.Helper()
	if err := e.try(method, params, result); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) try(method string, params, result any) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return e.conn.Call(ctx, method, params, result)
}

func (e *editor) tell(method string, params any) {
	e.t.Helper()
	if err := e.conn.Notify(context.Background(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) open(file string) string {
	e.t.Helper()
	data, err := os.ReadFile(filepath.Join(e.dir, file))
	if err != nil {
		e.t.Fatal(err)
	}
	e.openAs(file, string(data))
	return string(data)
}

func (e *editor) openAs(file, text string) {
	e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": e.uri(file), "languageId": "markdown", "version": 1, "text": text}})
}

func (e *editor) change(file, text string) {
	e.tell("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": e.uri(file), "version": 2}, "contentChanges": []any{map[string]any{"text": text}},
	})
}

// findings waits until a file has the findings wanted, as codes.
func (e *editor) findings(file string, want ...string) {
	e.t.Helper()
	var last []string
	deadline := time.After(30 * time.Second)
	for {
		select {
		case p := <-e.found:
			if p.URI != e.uri(file) {
				continue
			}
			last = nil
			for _, d := range p.Diagnostics {
				last = append(last, fmt.Sprintf("%d:%d %s", d.Range.Start.Line+1, d.Range.Start.Character+1, d.Code))
			}
			if slices.Equal(last, want) {
				return
			}
		case <-deadline:
			e.t.Fatalf("%s has the findings %q, want %q", file, last, want)
		}
	}
}

// at is the position of a bar in a text, and the text without it.
func at(text string) (string, map[string]any) {
	before, after, _ := strings.Cut(text, "▮")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return before + after, map[string]any{"line": strings.Count(before, "\n"), "character": len(utf16.Encode([]rune(line)))}
}

func write(t *testing.T, files []txtar.File) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "course")
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func bread(t *testing.T) *editor {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/bread.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return start(t, write(t, archive.Files))
}

// TestFindings: they come as text is typed, before it is saved, and go when it is
// mended.
func TestFindings(t *testing.T) {
	e := bread(t)
	text := e.open("lessons/02-oven.md")
	e.findings("lessons/02-oven.md")
	e.change("lessons/02-oven.md", strings.Replace(text, "skill: oven", "skill: ovn", 1))
	e.findings("lessons/02-oven.md", "9:26 unknown-skill")
	e.change("lessons/02-oven.md", text)
	e.findings("lessons/02-oven.md")

	// The tests of the course are looked at too.
	e.openAs("tests/paths.yaml", "- learner: Ada\n  answers: { nothing: [[right]] }\n  expect: { finishes: true }\n")
	e.findings("tests/paths.yaml", "2:14 unknown-question")

	// A finding in one file that comes from another: the skill is gone.
	settings := e.open("course.yaml")
	e.findings("course.yaml")
	e.change("course.yaml", strings.Replace(settings, "  oven: ", "  ovens: ", 1))
	e.findings("lessons/02-oven.md", "3:10 unknown-skill", "9:26 unknown-skill")
}

// TestChangesOfRanges: an editor sends what changed, in units of UTF-16.
func TestChangesOfRanges(t *testing.T) {
	e := bread(t)
	e.openAs("new.md", "# 𝄞 Ünder\n\n### Question: 𝄞?\n<!-- id: x -->\n\n- Answer: 1\n")
	e.findings("new.md", "1:1 unreached")
	e.tell("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": e.uri("new.md")}, "contentChanges": []any{
			map[string]any{"range": map[string]any{"start": map[string]any{"line": 2, "character": 14}, "end": map[string]any{"line": 2, "character": 16}}, "text": "One"},
			map[string]any{"range": map[string]any{"start": map[string]any{"line": 5, "character": 0}, "end": map[string]any{"line": 6, "character": 0}}, "text": ""},
		},
	})
	e.findings("new.md", "1:1 unreached", "3:5 no-answers")
}

// TestCompletion: what is offered at the bar, and that taking it puts it there.
func TestCompletion(t *testing.T) {
	e := bread(t)
	settings := e.open("course.yaml")
	lesson := e.open("lessons/02-oven.md")
	for _, c := range []struct{ file, was, is, want string }{
		{"course.yaml", "title: Bread", "ti▮", "title: "},
		{"course.yaml", "format: 1", "format: 1\ncheck: { ▮ }", "dead-link: ,crlf: "},
		{"course.yaml", "format: 1", "format: 1\ncheck: { dead-link: ▮ }", "error,warning,off"},
		{"course.yaml", "needs: [dough]", "needs: [▮]", "dough,oven"},
		{"course.yaml", "lessons/01-dough.md", "▮", "lessons/02-oven.md"},
		{"lessons/02-oven.md", "skills: [oven]", "skills: [o▮]", "oven"},
		{"lessons/02-oven.md", `when: goal == "home"`, `when: goal == "▮"`, "home,shop"},
		{"lessons/02-oven.md", `when: goal == "home"`, `when: goal == ▮`, "\"home\",\"shop\""},
		{"lessons/02-oven.md", "- Not: 100", "- ▮", "Answer: ,[x] "},
		{"lessons/02-oven.md", `when: goal == "home"`, `when: mastery.▮`, "dough,oven"},
		{"lessons/02-oven.md", `when: goal == "home"`, `when: seen["▮"]`, "dough,how-hot"},
		{"lessons/02-oven.md", `when: goal == "home"`, `when: m▮`, "mastery.,mixup."},
		{"lessons/02-oven.md", "skill: oven", "skill: oven, l▮", "level: "},
		{"lessons/02-oven.md", "skill: oven", "skill: oven, level: ▮", "easy,normal,hard"},
		{"lessons/02-oven.md", "Mix-up: oven-grows", "Mix-up: ▮", "oven-grows"},
		{"lessons/02-oven.md", "(../detours/yeast.md)", "(▮)", "../detours/yeast.md,01-dough.md"},
		{"lessons/02-oven.md", "> Hint: Very.", "> ▮", "Hint: ,Why: "},
		{"lessons/02-oven.md", "### Question: How", "### Q▮ How", "Question: "},
		{"lessons/02-oven.md", "> Hint: Very.", "### Task: Bake\n<!-- id: bake, folder: ▮ -->\n", "bakery"},
		{"lessons/02-oven.md", "> Hint: Very.", "### Task: Bake\n<!-- id: bake, files: ▮ -->\n", "files/bread"},
	} {
		source := settings
		if c.file != "course.yaml" {
			source = lesson
		}
		if !strings.Contains(source, c.was) {
			t.Fatalf("%s has no %q", c.file, c.was)
		}
		text, position := at(strings.Replace(source, c.was, c.is, 1))
		e.change(c.file, text)
		var items []struct {
			Label    string
			TextEdit struct{ NewText string } `json:"textEdit"`
		}
		e.call("textDocument/completion", map[string]any{"textDocument": map[string]any{"uri": e.uri(c.file)}, "position": position}, &items)
		var offered []string
		for _, i := range items {
			offered = append(offered, i.TextEdit.NewText)
		}
		for _, want := range strings.Split(c.want, ",") {
			if !slices.Contains(offered, want) {
				t.Errorf("%s: %q is not offered, but %q", c.is, want, offered)
			}
		}
		e.change(c.file, source)
	}
}

// TestNames: from the bar to where the name is defined, what is said of it, and
// everywhere it stands.
func TestNames(t *testing.T) {
	e := bread(t)
	lesson := e.open("lessons/02-oven.md")
	for _, c := range []struct{ was, is, file, line, says string }{
		{"skills: [oven]", "skills: [ov▮en]", "course.yaml", "oven", "Bake it"},
		{"needs: [dough]", "needs: [dou▮gh]", "course.yaml", "dough", "taught by dough"},
		{"Mix-up: oven-grows", "Mix-up: oven-▮grows", "course.yaml", "oven-grows", "The oven makes it grow"},
		{`goal == "home"`, `goal == "ho▮me"`, "course.yaml", "home", "Bake at home"},
		{"(../detours/yeast.md)", "(../detours/▮yeast.md)", "detours/yeast.md", "yeast", "What yeast does"},
		{"(../detours/yeast.md)", "(/detours/▮yeast)", "detours/yeast.md", "yeast", "What yeast does"},
		{`seen["grow"]`, `seen["gr▮ow"]`, "lessons/01-dough.md", "grow", "What makes the dough grow?"},
	} {
		text, position := at(strings.Replace(lesson, c.was, c.is, 1))
		e.change("lessons/02-oven.md", text)
		params := map[string]any{"textDocument": map[string]any{"uri": e.uri("lessons/02-oven.md")}, "position": position}
		var to struct {
			URI   string
			Range span
		}
		e.call("textDocument/definition", params, &to)
		data, err := os.ReadFile(strings.TrimPrefix(to.URI, "file://"))
		if err != nil {
			t.Errorf("%s leads to %q", c.is, to.URI)
			continue
		}
		line := strings.Split(string(data), "\n")[to.Range.Start.Line]
		if to.URI != e.uri(c.file) || line[to.Range.Start.Character:to.Range.End.Character] != c.line {
			t.Errorf("%s leads to %s, %q", c.is, to.URI, line)
		}
		var shown struct{ Contents struct{ Value string } }
		e.call("textDocument/hover", params, &shown)
		if !strings.Contains(shown.Contents.Value, c.says) {
			t.Errorf("of %s it says %q", c.is, shown.Contents.Value)
		}
	}
	text, position := at(strings.Replace(lesson, "> Hint: Very.", "### Task: Bake\n<!-- id: bake -->\n\n```check\n- git: .\n  expect: { comm▮its: 1 }\n```\n", 1))
	e.change("lessons/02-oven.md", text)
	var shown struct{ Contents struct{ Value string } }
	e.call("textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": e.uri("lessons/02-oven.md")}, "position": position}, &shown)
	if !strings.Contains(shown.Contents.Value, "so many commits") {
		t.Errorf("of an expectation it says %q", shown.Contents.Value)
	}
	e.change("lessons/02-oven.md", lesson)
	_, position = at(strings.Replace(lesson, "skills: [oven]", "skills: [ov▮en]", 1))
	var places []struct{ URI string }
	e.call("textDocument/references", map[string]any{"textDocument": map[string]any{"uri": e.uri("lessons/02-oven.md")}, "position": position, "context": map[string]any{}}, &places)
	if len(places) != 4 {
		t.Errorf("the skill stands at %d places: %v", len(places), places)
	}
}

// TestRename: a name is another everywhere, and the course is the same.
func TestRename(t *testing.T) {
	for _, c := range []struct{ file, was, is, to, want string }{
		{"course.yaml", "  oven: {", "  ▮oven: {", "bake", "4 edits"},
		{"lessons/01-dough.md", "id: grow", "id: ▮grow", "what-grows", "3 edits"},
		{"lessons/01-dough.md", "id: dough", "id: dou▮gh", "the-dough", "3 edits"},
		{"course.yaml", "oven-grows:", "oven-▮grows:", "heat", "3 edits"},
		{"course.yaml", "home: Bake", "ho▮me: Bake", "self", "3 edits"},
		{"lessons/01-dough.md", "id: grow", "id: ▮grow", "how-hot", `"how-hot" is the id of the question "How hot?"`},
		{"lessons/01-dough.md", "id: grow", "id: ▮grow", "Two words", `such as "two-words"`},
		{"lessons/01-dough.md", "id: grow", "id: ▮grow", "", `such as "what-bees-eat"`},
		{"lessons/01-dough.md", "id: grow", "id: ▮grow", "Größe_1", "3 edits"},
		{"lessons/01-dough.md", "Flour", "Flo▮ur", "x", "no id stands here"},
	} {
		e := bread(t)
		text := e.open(c.file)
		_, position := at(strings.Replace(text, c.was, c.is, 1))
		var edit struct {
			Changes map[string][]struct {
				Range   span
				NewText string
			}
		}
		err := e.try("textDocument/rename", map[string]any{"textDocument": map[string]any{"uri": e.uri(c.file)}, "position": position, "newName": c.to}, &edit)
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s to %s: %v", c.is, c.to, err)
			}
			continue
		}
		n := 0
		for _, edits := range edit.Changes {
			n += len(edits)
			for _, one := range edits {
				if !strings.Contains(one.NewText, c.to) {
					t.Errorf("%s to %s writes %q", c.is, c.to, one.NewText)
				}
			}
		}
		if got := fmt.Sprintf("%d edits", n); got != c.want {
			t.Errorf("%s to %s: %s, want %s: %v", c.is, c.to, got, c.want, edit)
		}
	}
}

// TestCures: the cure of a finding is offered where it stands.
func TestCures(t *testing.T) {
	e := bread(t)
	text := e.open("lessons/02-oven.md")
	broken := strings.Replace(text, "skill: oven", "skill: ovn", 1)
	e.change("lessons/02-oven.md", broken)
	e.findings("lessons/02-oven.md", "9:26 unknown-skill")
	var actions []struct {
		Title string
		Edit  struct {
			Changes map[string][]struct {
				Range   span
				NewText string
			}
		}
	}
	here := map[string]any{"start": map[string]any{"line": 8, "character": 0}, "end": map[string]any{"line": 8, "character": 0}}
	e.call("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": e.uri("lessons/02-oven.md")}, "range": here, "context": map[string]any{"diagnostics": []any{}}}, &actions)
	if len(actions) != 1 {
		t.Fatalf("offered are %+v", actions)
	}
	edits := actions[0].Edit.Changes[e.uri("lessons/02-oven.md")]
	if len(edits) != 1 || edits[0].NewText != "oven" || edits[0].Range.Start.Line != 8 {
		t.Errorf("the cure is %+v", edits)
	}
}

// TestEnding: an editor ends by shutdown and exit, or by going away.
func TestEnding(t *testing.T) {
	e := bread(t)
	e.call("shutdown", nil, nil)
	if err := e.try("textDocument/hover", map[string]any{}, nil); err == nil {
		t.Error("it answers after shutdown")
	}
	e.tell("exit", nil)
	if err := <-e.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// TestStrangeMessages: what cannot be answered is told, and the next message is
// answered as ever.
func TestStrangeMessages(t *testing.T) {
	e := bread(t)
	e.open("course.yaml")
	for _, c := range []struct {
		method string
		params any
	}{
		{"textDocument/nothing", map[string]any{}},
		{"textDocument/hover", []int{1}},
		{"textDocument/rename", map[string]any{"textDocument": map[string]any{"uri": "http://example.org/x"}}},
		{"textDocument/rename", map[string]any{"textDocument": map[string]any{"uri": "%%"}}},
	} {
		if err := e.try(c.method, c.params, nil); err == nil {
			t.Errorf("%s with %v was answered", c.method, c.params)
		}
	}
	for _, position := range []map[string]any{{"line": -1, "character": -5}, {"line": 100000, "character": 100000}} {
		e.call("textDocument/completion", map[string]any{"textDocument": map[string]any{"uri": e.uri("course.yaml")}, "position": position}, nil)
	}
}
