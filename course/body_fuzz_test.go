package course

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// FuzzParseBody holds for any file: no panic, every finding at a real place,
// every question gradable, and no word of a plain text lost.
func FuzzParseBody(f *testing.F) {
	files, _ := filepath.Glob("testdata/body/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for c := range strings.SplitSeq(string(data), "\n=== ") {
			_, c, _ = strings.Cut(c, "\n")
			src, _, _ := strings.Cut(c, "\n----\n")
			f.Add([]byte(src), uint8(len(src)%4))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, kind uint8) {
		if len(src) > 64<<10 {
			t.Skip("longer than needed to find anything")
		}
		src = []byte(strings.ReplaceAll(strings.ToValidUTF8(string(src), "\ufffd"), "\r", "\n"))
		kinds := []LessonKind{KindLesson, KindCards, KindGlossary, KindOnboarding}
		checkBody(t, &document{file: "x.md", id: "l", kind: kinds[int(kind)%len(kinds)], src: string(src)})
	})
}

// checkBody parses a document and checks what must hold of any.
func checkBody(t *testing.T, doc *document) (parsed, []Diag) {
	t.Helper()
	p, diags := parseBody(doc, testDefaults())
	lines := strings.Split(doc.src, "\n")
	for _, d := range diags {
		if d.Code == "" || d.Msg == "" || d.Pos.File != doc.file {
			t.Errorf("incomplete finding %+v", d)
		}
		if d.Pos.Line < 1 || d.Pos.Line > len(lines) || d.Line != lines[d.Pos.Line-1] {
			t.Errorf("finding %s is not at its line", d.Code)
		} else if d.Pos.Col < 1 || d.Pos.Col-1+d.Len > len(d.Line) {
			t.Errorf("finding %s is at %d+%d of %d bytes", d.Code, d.Pos.Col, d.Len, len(d.Line))
		}
	}
	ids := map[string]bool{}
	checkBlocks(t, p.Blocks, ids)
	for _, c := range p.Cards {
		if c.ID == "" || ids[c.ID] || c.Front == "" || c.Back == "" || c.Rev == "" {
			t.Errorf("incomplete card %+v", c)
		}
		ids[c.ID] = !strings.Contains(doc.src, "id") // ids of the author may repeat
	}
	checkNothingLost(t, doc, p, diags)
	return p, diags
}

func checkBlocks(t *testing.T, blocks []Block, ids map[string]bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Text:
			if b.ID == "" || b.Markdown == "" {
				t.Errorf("incomplete text %+v", b)
			}
		case *Ways:
			if len(b.List) == 0 || b.ID == "" {
				t.Errorf("incomplete ways %+v", b)
			}
		case *Section:
			if b.When == nil || b.ID == "" {
				t.Errorf("incomplete section %+v", b)
			}
			checkBlocks(t, b.Blocks, ids)
		case *Extra:
			checkBlocks(t, b.Blocks, ids)
		case *Pool:
			if b.Pick < 1 || b.Pick > len(b.Questions) {
				t.Errorf("pool picks %d of %d", b.Pick, len(b.Questions))
			}
			for _, q := range b.Questions {
				checkQuestion(t, q)
			}
		case *Question:
			checkQuestion(t, b)
		case *Task:
			if b.ID == "" || b.Title == "" || b.Rev == "" {
				t.Errorf("incomplete task %+v", b)
			}
			checkTask(t, b)
		case *Ask:
			if b.ID == "" || b.Prompt == "" {
				t.Errorf("incomplete ask %+v", b)
			}
		}
	}
}

// checkTask: what is to be run can be run, and what is to be compared compared.
func checkTask(t *testing.T, task *Task) {
	if !isFolderName(task.Folder) || len(task.Checks) > maxChecks || task.Code != nil && (task.Code.Test == "" || task.Code.Language == "") {
		t.Errorf("task %+v", task)
	}
	for _, c := range task.Checks {
		for _, e := range c.Expect {
			i := slices.IndexFunc(expectNames(c.Kind), func(n expectName) bool { return n.name == e.Name })
			if i < 0 {
				t.Errorf("a check of %s expects %s", c.Kind, e.Name)
			} else if msg, _ := wrongExpectation(c.Kind, expectNames(c.Kind)[i], e.Text); msg != "" {
				t.Errorf("%s: %s", e.Name, msg)
			}
		}
		if _, ok := InsidePath(c.What); !ok && (c.Kind == CheckFile || c.Kind == CheckDir || c.Kind == CheckGit) {
			t.Errorf("a check of %s looks at %q", c.Kind, c.What)
		}
	}
}

func checkQuestion(t *testing.T, q *Question) {
	if q.ID == "" || q.Rev == "" || q.Tries < 1 || strings.Contains(q.Prompt, "\n") {
		t.Errorf("incomplete question %+v", q)
	}
	switch f := q.Form.(type) {
	case *Options:
		right := 0
		for _, o := range f.List {
			if o.Right {
				right++
			}
		}
		if right == 0 || right > 1 && !f.Many {
			t.Errorf("%d options of %q are right", right, q.Prompt)
		}
	case *Typed:
		if len(f.Answers) == 0 {
			t.Errorf("%q has no answer", q.Prompt)
		}
	case *Order:
		if len(f.Items) < 2 {
			t.Errorf("%q has %d items", q.Prompt, len(f.Items))
		}
	case *Match:
		if len(f.Pairs) < 2 {
			t.Errorf("%q has %d pairs", q.Prompt, len(f.Pairs))
		}
	case *Blanks:
		if len(f.List) == 0 {
			t.Errorf("%q has no blanks", q.Prompt)
		}
		for _, b := range f.List {
			if len(b.Accept) == 0 {
				t.Errorf("%q has a blank without an answer", q.Prompt)
			}
		}
	default:
		t.Errorf("%q has no form", q.Prompt)
	}
}

// checkNothingLost compares the letters of a file of plain text with those of
// its blocks.
func checkNothingLost(t *testing.T, doc *document, p parsed, diags []Diag) {
	if doc.kind != KindLesson {
		return
	}
	src := doc.src[doc.body:]
	for _, sign := range []string{"]:", "<!--", "：", "\x00"} {
		if strings.Contains(src, sign) {
			return // definitions are repeated, comments alone are dropped
		}
	}
	for _, d := range diags {
		if d.Severity == Error {
			return
		}
	}
	var text strings.Builder
	for _, b := range p.Blocks {
		block, ok := b.(Text)
		if !ok {
			return
		}
		text.WriteString(block.Markdown)
	}
	if got, want := letters(text.String()), letters(textsafe.Text(src)); got != want {
		t.Errorf("the text lost words: %d letters of %d", len(got), len(want))
	}
}

// letters drops what cleaning may change.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
