package course

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write what the tests got into the files of expectations")

// TestBody runs the files of testdata/body. Each holds cases: a line "=== name",
// optionally with the kind of file in brackets, the Markdown, a line "----", and
// what is read from it.
func TestBody(t *testing.T) {
	files, err := filepath.Glob("testdata/body/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) { testBodyFile(t, file) })
	}
}

func testBodyFile(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	intro, rest, _ := strings.Cut(string(data), "=== ")
	out.WriteString(intro)
	for i, c := range strings.Split("\n"+rest, "\n=== ") {
		if i == 0 {
			c = strings.TrimPrefix(c, "\n")
		}
		title, c, _ := strings.Cut(c, "\n")
		src, want, _ := strings.Cut(c, "\n----\n")
		want = strings.TrimRight(want, "\n")
		kind := KindLesson
		if _, after, ok := strings.Cut(title, "("); ok {
			kind = LessonKind(strings.TrimSuffix(after, ")"))
		}
		got := dumpBody(src+"\n", kind, strings.HasSuffix(file, "/ids.txt"))
		fmt.Fprintf(&out, "=== %s\n%s\n----\n%s\n\n", title, src, got)
		if got != want && !*update {
			t.Run(title, func(t *testing.T) { t.Errorf("%s: got\n%s\nwant\n%s", file, got, want) })
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// testDefaults are those of a course that says nothing about questions.
func testDefaults() defaults {
	return defaults{Tries: 3, Typos: TyposPointOut, Hints: HintsOnRequest}
}

func dumpBody(src string, kind LessonKind, withIDs bool) string {
	doc := &document{file: "x.md", id: "l", kind: kind, src: src}
	p, diags := parseBody(doc, testDefaults())
	d := &dumper{}
	if p.Title != "" {
		d.line("title %q", p.Title)
	}
	d.blocks(p.Blocks)
	for _, c := range p.Cards {
		d.line("card %s at %d%s%s", c.ID, c.Pos.Line, opt(" skills", strings.Join(c.Skills, ",")), opt(" after", c.After))
		d.text("front", c.Front)
		d.text("back", c.Back)
	}
	for _, e := range p.Entries {
		d.line("entry %q at %d", e.Term, e.Pos.Line)
		d.text("meaning", e.Meaning)
	}
	for _, l := range p.Links {
		kind := "link"
		if l.Image {
			kind = "image"
		}
		d.line("%s %s at %d:%d", kind, l.To, l.Pos.Line, l.Pos.Col)
	}
	for _, f := range diags {
		if f.Code == "derived-id" && !withIDs {
			continue // said in nearly every case
		}
		d.line("%s %d:%d+%d %s: %s (%s)", f.Severity, f.Pos.Line, f.Pos.Col, f.Len, f.Code, f.Msg, f.Hint)
	}
	return strings.TrimRight(d.out.String(), "\n")
}

// dumper writes blocks in a form that is easy to read and to compare.
type dumper struct {
	out    strings.Builder
	indent string
}

func (d *dumper) line(format string, args ...any) {
	d.out.WriteString(d.indent + strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (d *dumper) text(name, text string) {
	if text == "" {
		return
	}
	if !strings.Contains(text, "\n") {
		d.line("  %s: %s", name, text)
		return
	}
	d.line("  %s:", name)
	for line := range strings.SplitSeq(text, "\n") {
		d.line("  | %s", line)
	}
}

func (d *dumper) inside(f func()) {
	before := d.indent
	d.indent += "  "
	f()
	d.indent = before
}

func opt(name, value string) string {
	if value == "" || value == "0" {
		return ""
	}
	return name + "=" + value
}

func when(r *Rule) string {
	if r == nil {
		return ""
	}
	return fmt.Sprintf(" when{%s}@%d:%d", r.Source, r.Pos.Line, r.Pos.Col)
}

func (d *dumper) blocks(list []Block) {
	for _, b := range list {
		switch b := b.(type) {
		case Text:
			d.line("text %s level=%d at %d title=%q", b.ID, b.Level, b.Pos.Line, b.Title)
			d.text("md", b.Markdown)
		case *Ways:
			d.line("ways %s", b.ID)
			for _, w := range b.List {
				d.line("  way %s %q", w.Key, w.Title)
				d.inside(func() { d.text("md", w.Markdown) })
			}
		case *Section:
			d.line("section %s%s", b.ID, when(b.When))
			d.inside(func() { d.blocks(b.Blocks) })
		case *Extra:
			d.line("extra %s %q", b.ID, b.Title)
			d.inside(func() { d.blocks(b.Blocks) })
		case *Pool:
			d.line("pool %s %q pick=%d", b.ID, b.Title, b.Pick)
			d.text("intro", b.Intro)
			d.inside(func() {
				for _, q := range b.Questions {
					d.question(q)
				}
			})
		case *Question:
			d.question(b)
		case *Task:
			d.task(b)
		case *Ask:
			d.ask(b)
		default:
			d.line("unknown %T", b)
		}
	}
}

func (d *dumper) question(q *Question) {
	var flags []string
	if q.Tries != 3 {
		flags = append(flags, fmt.Sprint("tries=", q.Tries))
	}
	if !q.Shuffle {
		flags = append(flags, "fixed")
	}
	if q.Typos != TyposPointOut {
		flags = append(flags, "typos="+string(q.Typos))
	}
	if q.HintsMode != HintsOnRequest {
		flags = append(flags, "hints="+string(q.HintsMode))
	}
	if q.Confidence != ConfidenceSome {
		flags = append(flags, "confidence="+string(q.Confidence))
	}
	if q.Level != LevelNormal {
		flags = append(flags, "level="+string(q.Level))
	}
	if q.Guess != 0 {
		flags = append(flags, fmt.Sprint("guess=", q.Guess))
	}
	if q.Slip != 0 {
		flags = append(flags, fmt.Sprint("slip=", q.Slip))
	}
	d.line("question %s %q at %d%s%s%s %s", q.ID, q.Prompt, q.Pos.Line, opt(" skills", strings.Join(q.Skills, ",")),
		opt(" minutes", fmt.Sprint(q.Minutes)), when(q.When), strings.Join(flags, " "))
	d.text("body", q.Body)
	d.inside(func() { d.form(q.Form) })
	for _, h := range q.Hints {
		d.text("hint", h)
	}
	d.text("why", q.Why)
}

func (d *dumper) form(f Form) {
	switch f := f.(type) {
	case *Options:
		d.line("options many=%v", f.Many)
		for _, o := range f.List {
			mark := "[ ]"
			if o.Right {
				mark = "[x]"
			}
			if o.DontKnow {
				mark = "[?]"
			}
			d.line("%s %s", mark, o.Text)
			d.reply(o.Reply)
		}
	case *Typed:
		d.line("typed%s%s", flag3(" accents", f.ExactAccents), flag3(" case", f.ExactCase))
		d.accepts("answer", f.Answers)
		d.accepts("close", f.Close)
		d.accepts("not", f.Not)
		if f.Otherwise != (Reply{}) {
			d.line("otherwise")
			d.reply(f.Otherwise)
		}
	case *Order:
		d.line("order")
		for i, item := range f.Items {
			d.line("%d. %s", i+1, item)
		}
		d.reply(f.Reply)
	case *Match:
		d.line("match %q %q", f.LeftTitle, f.RightTitle)
		for _, p := range f.Pairs {
			d.line("%s = %s", p.Left, p.Right)
		}
		d.reply(f.Reply)
	case *Blanks:
		d.line("blanks%s%s", flag3(" accents", f.ExactAccents), flag3(" case", f.ExactCase))
		d.text("text", f.Text)
		for i, b := range f.List {
			d.accepts(fmt.Sprint("blank ", i+1), b.Accept)
		}
		d.reply(f.Reply)
	default:
		d.line("no form")
	}
}

func flag3(name string, on bool) string {
	if on {
		return name
	}
	return ""
}

func (d *dumper) accepts(name string, list []Accept) {
	for _, a := range list {
		d.line("%s %s %q at %d:%d", name, a.Kind, a.Text, a.Pos.Line, a.Pos.Col)
		d.reply(a.Reply)
	}
}

func (d *dumper) reply(r Reply) {
	if r == (Reply{}) {
		return
	}
	d.inside(func() {
		if r.Mixup != "" {
			d.line("  mixup=%s at %d:%d", r.Mixup, r.MixupPos.Line, r.MixupPos.Col)
		}
		if road := opt(" detour", r.Detour) + opt(" go", r.Go); road != "" {
			d.line(" %s at %d:%d", road, r.RoadPos.Line, r.RoadPos.Col)
		}
		d.text("reply", r.Text)
	})
}

func (d *dumper) task(t *Task) {
	folder := opt(" folder", t.Folder)
	if t.Folder == folderOf(t.ID) {
		folder = ""
	}
	d.line("task %s %q at %d%s%s%s%s%s", t.ID, t.Title, t.Pos.Line, opt(" skills", strings.Join(t.Skills, ",")),
		opt(" minutes", fmt.Sprint(t.Minutes)), opt(" files", t.Files), folder, when(t.When))
	d.text("body", t.Body)
	d.text("setup", strings.TrimSuffix(t.Setup, "\n"))
	d.text("solve", strings.TrimSuffix(t.Solve, "\n"))
	if t.Code != nil {
		d.line("  code in %s", t.Code.Language)
		d.text("start", strings.TrimSuffix(t.Code.Start, "\n"))
		d.text("test", strings.TrimSuffix(t.Code.Test, "\n"))
		d.text("solution", strings.TrimSuffix(t.Code.Solution, "\n"))
	}
	for _, c := range t.Checks {
		d.line("  check at %d:%d %s=%s%s", c.Pos.Line, c.Pos.Col, c.Kind, c.What, opt(" capture", c.Capture))
		for _, e := range c.Expect {
			d.line("    %s: %s", e.Name, e.Text)
		}
		d.inside(func() { d.text("otherwise", c.Otherwise) })
	}
	for _, h := range t.Hints {
		d.text("hint", h)
	}
	d.text("why", t.Why)
}

func (d *dumper) ask(a *Ask) {
	d.line("ask %s %q at %d%s%s%s", a.ID, a.Prompt, a.Pos.Line, flag3(" many", a.Many), flag3(" compare", a.Compare), when(a.When))
	d.text("body", a.Body)
	for _, o := range a.Options {
		d.line("  %s: %s", o.ID, o.Title)
	}
	d.text("why", a.Why)
}

// TestEveryFindingHasACase keeps the specification by example complete: each
// code of codes_body.go is found somewhere in it.
func TestEveryFindingHasACase(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "codes_body.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var cases strings.Builder
	files, _ := filepath.Glob("testdata/body/*.txt")
	for _, name := range append(files, "body_limits_test.go") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		cases.Write(data)
	}
	n := 0
	ast.Inspect(file, func(node ast.Node) bool {
		if lit, ok := node.(*ast.BasicLit); ok {
			code := strings.Trim(lit.Value, `"`)
			n++
			if !strings.Contains(cases.String(), " "+code+":") && !strings.Contains(cases.String(), lit.Value) {
				t.Errorf("no case has the finding %s", code)
			}
		}
		return true
	})
	if n < 50 {
		t.Errorf("only %d codes", n)
	}
}

// TestMadeIDsAreToldOnce: a plain folder learns once what made ids risk, a
// course with course.yaml once for each file.
func TestMadeIDsAreToldOnce(t *testing.T) {
	question := &fstest.MapFile{Data: []byte("# A\n\n### Question: What?\n- [x] a\n- [ ] b\n")}
	folder := fstest.MapFS{"a.md": question, "b.md": question}
	told := func() int {
		_, diags, err := Load(folder, "x")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, d := range diags {
			if d.Code == codeDerivedID {
				n++
			}
		}
		return n
	}
	if n := told(); n != 1 {
		t.Errorf("a plain folder is told %d times", n)
	}
	folder["course.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: x\n")}
	if n := told(); n != 2 {
		t.Errorf("a course is told %d times about two files", n)
	}
}
