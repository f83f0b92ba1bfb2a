package widget

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/internal/theme"
	"github.com/cairn-learn/cairn/tui/words"
)

func TestMain(m *testing.M) {
	flag.Bool("update", false, "rewrite what the scripts expect")
	os.Exit(m.Run())
}

func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// TestScripts plays testdata/*.script: what is pressed and typed, and what is
// then seen and given.
//
//	# a remark
//	question NAME [LAYOUT]  begins with a question below, its parts shown in an order
//	text                    begins with text of several lines
//	code tabs LINES         begins with a program whose lines are set in by tabs, or by spaces
//	width 40
//	ascii
//	restore ITEM | ITEM     an answer given before
//	do down space digit-2   intents
//	key ctrl+w left         keys in a field
//	type some words         text in a field
//	paste some\nwords       pasted text
//	click 3 1               with the mouse, at column 3 of line 1 of the view
//	drag 3 1 3 4            the same, and drawn to another place
//	view                    what is seen is in the lines below; ^ is under the cursor
//	marked ITEM | ITEM      that answer, marked while another try is left, is in the lines below
//	revealed ITEM | ITEM    the same, with what is right
//	gives                   the answer as it stands, and what is missing, below
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.script")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".script"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p := play{t: t, width: 60}
			out := p.all(string(src))
			if out == string(src) {
				return
			}
			if !updating() {
				t.Errorf("%s differs:\n%s", file, out)
				return
			}
			if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// play is a script being played.
type play struct {
	t     *testing.T
	q     learn.Answering
	in    Input
	width int
	ascii bool
}

// all plays a script and returns it with what was seen.
func (p *play) all(src string) string {
	var out []string
	for _, line := range strings.Split(src, "\n") {
		if strings.HasPrefix(line, "|") {
			continue
		}
		out = append(out, line)
		word, rest, _ := strings.Cut(line, " ")
		for _, seen := range p.line(word, rest) {
			out = append(out, strings.TrimRight("| "+seen, " "))
		}
	}
	return strings.Join(out, "\n")
}

func (p *play) line(word, rest string) []string {
	switch word {
	case "", "#":
	case "question":
		name, layout, _ := strings.Cut(rest, " ")
		p.q = learn.Answering{Question: sample(p.t, name), Layout: numbers(layout)}
		p.in = For(p.q)
		p.width, p.ascii = 60, false
	case "code":
		kind, text, _ := strings.Cut(rest, " ")
		text = strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(text)
		p.in, p.width, p.ascii = NewCode(text, 1, kind == "tabs"), 60, false
	case "text":
		p.in, p.width, p.ascii = NewText(), 60, false
	case "width":
		if _, err := fmt.Sscan(rest, &p.width); err != nil {
			p.t.Fatalf("width %q: %v", rest, err)
		}
	case "ascii":
		p.ascii = true
	case "restore":
		p.in.Restore(course.Answer{Text: rest, Items: strings.Split(rest, " | ")})
	case "do":
		for _, i := range strings.Fields(rest) {
			p.in.Intent(Intent(i), p.width)
		}
	case "key":
		for _, k := range strings.Fields(rest) {
			p.in.Key(tea.KeyPressMsg(keyNamed(p.t, k)))
		}
	case "type":
		for _, r := range rest {
			p.in.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	case "paste":
		p.in.Paste(strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\e`, "\x1b").Replace(rest))
	case "click", "drag":
		p.mouse(numbered(p.t, rest))
	case "view":
		return p.view()
	case "gives":
		return p.gives()
	case "marked", "revealed":
		return p.marked(rest, word == "revealed")
	default:
		p.t.Fatalf("a script cannot %q", word)
	}
	return nil
}

// mouse clicks a cell, and draws what is there to another cell line by line.
func (p *play) mouse(at []int) {
	spot := func(x, y int) (Spot, bool) {
		for _, s := range p.in.View(p.width, sampleStyle(p.ascii)).Spots {
			if s.Has(x, y) {
				return s, true
			}
		}
		return Spot{}, false
	}
	s, ok := spot(at[0], at[1])
	if !ok {
		p.t.Fatalf("nothing can be clicked at %v", at)
	}
	p.in.Intent(Click(s.Part, at[0]-s.X, at[1]-s.Y), p.width)
	if len(at) < 4 {
		return
	}
	by := 1
	if at[3] < at[1] {
		by = -1
	}
	for y := at[1]; y != at[3]; {
		y += by
		if s, ok := spot(at[2], y); ok {
			p.in.Intent(Drag(s.Part, by), p.width)
		}
	}
}

// numbered reads numbers with spaces between them.
func numbered(t *testing.T, s string) []int {
	t.Helper()
	var out []int
	for _, f := range strings.Fields(s) {
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatalf("%q is no number", f)
		}
		out = append(out, n)
	}
	return out
}

// view draws the Input and marks the cursor, and holds it to what is promised
// of every view.
func (p *play) view() []string {
	v := p.in.View(p.width, sampleStyle(p.ascii))
	var out []string
	for y, l := range v.Lines {
		if w := ansi.StringWidth(l); w > p.width {
			p.t.Errorf("a line of %d cells where there are %d: %q", w, p.width, l)
		}
		out = append(out, strings.TrimRight(ansi.Strip(l), " "))
		if c := v.Cursor; c != nil && c.Y == y {
			out = append(out, strings.Repeat(" ", c.X)+"^")
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= p.width || c.Y < 0 || c.Y >= len(v.Lines)) {
		p.t.Errorf("the cursor is at %d,%d", c.X, c.Y)
	}
	if v.From < 0 || v.From > v.To || v.To > len(v.Lines) {
		p.t.Errorf("lines %d to %d of %d are to be kept in sight", v.From, v.To, len(v.Lines))
	}
	return out
}

// gives tells the answer and whether it can be sent.
func (p *play) gives() []string {
	a := p.in.Answer()
	out := []string{fmt.Sprintf("text %q, items %q", a.Text, a.Items)}
	if ok, missing := p.in.Ready(&words.English().Answers); !ok {
		out = append(out, "not ready: "+missing)
	}
	if p.in.Captures() {
		out = append(out, "letters are text")
	}
	return out
}

// marked grades an answer and draws it marked.
func (p *play) marked(given string, reveal bool) []string {
	a := course.Answer{}
	switch _, typed := p.q.Question.Form.(*course.Typed); {
	case given == "":
	case typed:
		a.Text = given
	default:
		for _, item := range strings.Split(given, " | ") {
			a.Items = append(a.Items, strings.TrimSpace(item))
		}
	}
	fb := learn.Feedback{Question: p.q.Question, Layout: p.q.Layout, Answer: a, Reveal: reveal}
	if given != "" {
		v, err := p.q.Question.Grade(a)
		if err != nil {
			p.t.Fatalf("grading %q: %v", given, err)
		}
		fb.Verdict = v
	}
	if reveal {
		fb.Solution = p.q.Question.Solution()
	}
	var out []string
	for _, l := range Marked(fb, p.width, sampleStyle(p.ascii)) {
		if w := ansi.StringWidth(l); w > p.width {
			p.t.Errorf("a line of %d cells where there are %d: %q", w, p.width, l)
		}
		out = append(out, strings.TrimRight(ansi.Strip(l), " "))
	}
	return out
}

func sampleStyle(ascii bool) Style {
	th := theme.New(theme.Mono(), true, ascii)
	st := mdview.ThemeStyle(th)
	return Style{
		Theme: th, Say: &words.English().Answers,
		Inline: func(md string) string { return mdview.Inline(md, st) },
		Wrap:   mdview.Wrap,
		Block:  func(md string, width int) []string { return mdview.Render(md, width, st, mdview.Options{}).Lines },
	}
}

// sample is a question of each form.
func sample(t *testing.T, name string) *course.Question {
	t.Helper()
	q := &course.Question{ID: name, Prompt: name}
	switch name {
	case "one", "several":
		q.Form = &course.Options{Many: name == "several", List: []course.Option{
			{Text: "It sends `notes.md` to a server."},
			{Text: "It puts `notes.md` into the next snapshot, which you have not taken yet.", Right: true},
			{Text: "It is the same as *saving*.", Right: name == "several"},
			{Text: "I don't know yet", DontKnow: true},
		}}
	case "typed":
		q.Form = &course.Typed{Answers: []course.Accept{{Kind: course.AnswerWords, Text: "Paris"}}}
	case "shell":
		q.Form = &course.Typed{Answers: []course.Accept{{Kind: course.AnswerShell, Text: "git add ."}}}
	case "number":
		q.Form = &course.Typed{Answers: []course.Accept{{Kind: course.AnswerNumber, Text: "9.81", Low: 9.8, High: 9.82, Unit: "m/s²"}}}
	case "order":
		q.Form = &course.Order{Items: []string{"Edit a file", "`git add` the change", "`git commit` with a message", "Edit again"}}
	case "match":
		q.Form = &course.Match{LeftTitle: "Command", RightTitle: "Shows", Pairs: []course.Pair{
			{Left: "`git status`", Right: "What is staged and what is not"},
			{Left: "`git log`", Right: "The snapshots taken so far"},
			{Left: "`git diff`", Right: "Changes not yet staged"},
		}}
	case "blanks":
		q.Form = &course.Blanks{Text: "To save a step, first [[1]] the files, then [[2]] with a message.", List: []course.Blank{
			{Accept: []course.Accept{{Kind: course.AnswerWords, Text: "stage"}}}, {Accept: []course.Accept{{Kind: course.AnswerWords, Text: "commit"}}}}}
	case "code-blanks":
		q.Form = &course.Blanks{Text: "```sh\ngit [[1]] .\ngit commit -m \"[[2]]\"\n```", List: make([]course.Blank, 2)}
	default:
		t.Fatalf("no question is called %q", name)
	}
	return q
}

// numbers reads a layout such as "3,1,2", which counts from 1.
func numbers(s string) []int {
	var out []int
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) {
		n := 0
		fmt.Sscan(f, &n)
		out = append(out, n-1)
	}
	return out
}

// keyNamed makes a key for a field.
func keyNamed(t *testing.T, name string) tea.Key {
	t.Helper()
	var k tea.Key
	mod, rest, found := strings.Cut(name, "+")
	switch {
	case !found:
		rest = name
	case mod == "ctrl":
		k.Mod = tea.ModCtrl
	case mod == "alt":
		k.Mod = tea.ModAlt
	default:
		t.Fatalf("no modifier key is called %q", mod)
	}
	named := map[string]rune{
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "space": ' ',
	}
	switch {
	case named[rest] != 0:
		k.Code = named[rest]
	case len(rest) == 1:
		k.Code = rune(rest[0])
	default:
		t.Fatalf("no key is called %q", name)
	}
	if k.Keystroke() != name {
		t.Fatalf("the key %q calls itself %q", name, k.Keystroke())
	}
	return k
}
