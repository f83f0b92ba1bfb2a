package plain_test

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// reflecting is a course with a question for words of one's own and one that is
// typed.
func reflecting() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"course.yaml": file("format: 1\nid: test\ntitle: Writing\n"),
		"lessons/01-one.md": file("---\nid: one\n---\n# One\n\n### Ask: What did you notice?\n<!-- id: notice, compare: true -->\n\n> Why: The silence.\n\n" +
			"### Question: Type the command.\n<!-- id: command -->\n\n- Answer: `git add -A`\n"),
	}
}

// TestEditing writes answers in an editor: they are sent when it ends well, and
// only then.
func TestEditing(t *testing.T) {
	l := newLearner(t, reflecting())
	l.passFirstQuestions()
	var given []string
	written := []struct {
		text string
		err  error
	}{
		{"", editor.ErrNone},
		{"", &exec.Error{Name: "no-such-editor", Err: exec.ErrNotFound}},
		{"half", errors.New("exit status 1")},
		{" \n", nil},
		{"One line\nand \x1b[31manother\n", nil},
	}
	edit := func(text string) (string, error) {
		given = append(given, text)
		if len(written) == 0 {
			return "", errors.New("asked too often")
		}
		w := written[0]
		written = written[1:]
		return w.text, w.err
	}
	var out strings.Builder
	in := strings.NewReader(strings.Repeat(":edit\n", 5) + ":edit\n:quit\n")
	d := plain.New(plain.Options{In: in, Out: &out, Words: words.English(), Width: 80, Echo: true, Edit: edit})
	if _, err := d.Run(l.session()); err != nil {
		t.Fatal(err)
	}
	h := words.English().Hands
	for _, want := range []string{h.NoEditor, "no-such-editor", h.EditorFailed("exit status 1"), h.NothingToEdit} {
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), want) {
			t.Errorf("%q is not said in\n%s", want, out.String())
		}
	}
	if len(given) != 5 || strings.Contains(out.String(), "\x1b") {
		t.Errorf("the editor was opened with %q, in\n%q", given, out.String())
	}
	a, ok := l.session().Step().(learn.Asking)
	if !ok || !a.Answered || !strings.HasPrefix(a.Current.Text, "One line\nand ") {
		t.Errorf("the answer is %+v", l.session().Step())
	}
}

// TestNoTerminalNoEditor says why there is no editor in a pipe.
func TestNoTerminalNoEditor(t *testing.T) {
	l := newLearner(t, reflecting())
	l.passFirstQuestions()
	out := l.talk(":edit\n:quit\n")
	if want := words.English().Hands.NoTerminal; !strings.Contains(out, want) {
		t.Errorf("%q is not said in\n%s", want, out)
	}
}

// TestEditingOneLine joins what was written for an answer of one line.
func TestEditingOneLine(t *testing.T) {
	l := newLearner(t, reflecting())
	l.passFirstQuestions()
	var out strings.Builder
	edit := func(string) (string, error) { return "git add\n  -A\n", nil }
	d := plain.New(plain.Options{In: strings.NewReader("words\n\n:E\n:quit\n"), Out: &out, Words: words.English(), Width: 80, Echo: true, Edit: edit})
	if _, err := d.Run(l.session()); err != nil {
		t.Fatal(err)
	}
	if f, ok := l.session().Step().(learn.Feedback); !ok || f.Answer.Text != "git add -A" {
		t.Errorf("after it comes %s in\n%s", fmt.Sprintf("%T", l.session().Step()), out.String())
	}
}
