package plain_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
	"github.com/rogpeppe/go-internal/txtar"
)

// hostileCommands try to be read as something else, or not to be read.
func hostileCommands() map[string]string {
	var many strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&many, "echo line-%d\n", i)
	}
	return map[string]string{
		"escapes":     "true\x1b[2J\x1b[8m; rm -rf ~\x1b[0m\a\r; echo last",
		"bidi":        "echo \u202egnihton\u202c \u2066x\u2069 \u200b\ufeff; echo last",
		"long":        strings.Repeat("a", 50_000) + strings.Repeat(" b", 25_000) + "; echo last",
		"wide":        strings.Repeat("\u5b57", 10_000) + "; echo last",
		"spaces":      "true" + strings.Repeat(" ", 50_000) + "; echo last",
		"marks":       "echo e" + strings.Repeat("\u0301", 1000) + "; echo last",
		"many lines":  many.String() + "echo last",
		"look-alikes": "true\n\n\n> yes\n  | true\nNothing was run.\nIsolated: nothing but this folder and the system's programs can be seen.\nRun exactly this?\n> \necho last",
	}
}

// asking is a bench at which a task wants to run what a test says.
type asking struct {
	plain.Bench
	request trust.Request
	agreed  *int
}

func (a asking) State(*course.Task) (exercise.State, error) {
	return exercise.State{Folder: a.request.Folder, Runs: true, Request: a.request}, nil
}

func (a asking) Agree(*course.Task, exercise.State) error {
	*a.agreed++
	return nil
}

// TestEveryLineOfAHostileCommandIsMarked tells each line by line: all of it stands
// behind its mark, in order, nothing steers the terminal, and whatever is not yes,
// twice where nothing keeps it in, is no.
func TestEveryLineOfAHostileCommandIsMarked(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/bench/code.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range hostileCommands() {
		for _, width := range []int{40, 80} {
			t.Run(fmt.Sprint(name, width), func(t *testing.T) {
				r := trust.Request{
					Course: "bread", CourseTitle: "Bread\u201d is safe. \u201c", Task: "t", TaskTitle: "T",
					Commands: []trust.Command{{For: "check", Text: text}}, Folder: "/data", Level: wall.None,
				}
				for _, typed := range []string{"\n", "maybe\n", "no\n", "yesterday\n", "yes\n\n", "yes\nno\n"} {
					said, agreed := consented(t, ar, r, width, typed)
					if agreed != 0 {
						t.Errorf("%q is taken for a yes", typed)
					}
					marked(t, said, r)
				}
				if _, agreed := consented(t, ar, r, width, "yes\nyes\n"); agreed != 1 {
					t.Error("two times yes is no")
				}
			})
		}
	}
}

// consented is what is said when a task is to be checked and that is typed, and how
// many times the learner agreed.
func consented(t *testing.T, ar *txtar.Archive, r trust.Request, width int, typed string) (said string, agreed int) {
	t.Helper()
	l := learnerOf(t, ar)
	l.data, l.there = t.TempDir(), true
	var out bytes.Buffer
	d := plain.New(plain.Options{In: strings.NewReader(":check\n" + typed + ":quit\n"), Out: &out, Words: words.English(), Width: width, AskDay: true})
	d.PractiseAt(asking{l.bench(), r, &agreed})
	if _, err := d.Run(l.session()); err != nil {
		t.Fatal(err)
	}
	return out.String(), agreed
}

// marked holds that all of a command is told behind marks, and nowhere else.
func marked(t *testing.T, said string, r trust.Request) {
	t.Helper()
	var got, want strings.Builder
	for line := range strings.Lines(said) {
		line = strings.TrimSuffix(line, "\n")
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.In(r, unicode.C, unicode.M) }) {
			t.Fatalf("it holds a sign that nobody sees: %q", line)
		}
		if part, ok := strings.CutPrefix(line, "  |"); ok {
			got.WriteString(strings.ReplaceAll(part, " ", ""))
		} else if strings.Contains(line, "echo l") {
			t.Errorf("a part of the command has no mark: %q", line)
		}
	}
	for _, l := range r.Lines() {
		want.WriteString(strings.ReplaceAll(l.Text, " ", ""))
	}
	if got.String() != want.String() {
		t.Errorf("it shows %d signs, and should %d: %.200q", got.Len(), want.Len(), got.String())
	}
}
