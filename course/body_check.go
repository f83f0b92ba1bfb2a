package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Limits of checks.
const (
	maxChecks     = 50   // of a task
	maxCheckText  = 1000 // bytes of what a check looks at
	maxScriptText = 16 << 10
)

// checkYAML is one entry of a check block.
type checkYAML struct {
	Run       strictyaml.Scalar                   `yaml:"run"`
	File      strictyaml.Scalar                   `yaml:"file"`
	Dir       strictyaml.Scalar                   `yaml:"dir"`
	Git       strictyaml.Scalar                   `yaml:"git"`
	HTTP      strictyaml.Scalar                   `yaml:"http"`
	Ask       strictyaml.Scalar                   `yaml:"ask"`
	Expect    strictyaml.Map[[]strictyaml.Scalar] `yaml:"expect"`
	Title     string                              `yaml:"title"`
	Otherwise string                              `yaml:"otherwise"`
	Capture   strictyaml.Scalar                   `yaml:"capture"`

	Place strictyaml.Place
}

// looksAt is what the entry looks at, of each kind in the order of CheckKinds.
func (c *checkYAML) looksAt() []strictyaml.Scalar {
	return []strictyaml.Scalar{c.Run, c.File, c.Dir, c.Git, c.HTTP, c.Ask}
}

// checkBlock is a block of checks, and where its lines stand in the file.
type checkBlock struct {
	*body
	first bool // the check that is read is the first of its block
	place func(line, col int) int
}

func (b *checkBlock) span(s strictyaml.Scalar) span {
	at := b.place(s.Line, s.Col)
	return span{at, at + len(s.Text)}
}

// checks reads a block of checks.
func (b *body) checks(n *ast.FencedCodeBlock) []Check {
	lines := n.Lines()
	text := b.nodeText(n)
	if onlyComments(text) {
		b.warn(codeEmptyPart, b.trimmed(span{n.Pos(), n.Pos() + 1}), "this block holds no checks", "write a list of checks, or remove the block")
		return nil
	}
	in := &checkBlock{body: b, place: func(line, col int) int {
		seg := lines.At(min(max(line-1, 0), lines.Len()-1))
		return min(seg.Start-seg.Padding+col-1, len(b.src))
	}}
	var list []checkYAML
	problems := cleanYAML().Decode([]byte(text), &list)
	for _, p := range problems {
		at := in.place(p.Line, p.Col)
		about := span{at, min(at+p.Len, len(b.src))}
		p = meantCheck(p, b.src[about.start:about.end], kindAt(list, p.Line), strings.HasPrefix(strings.TrimSpace(text), "-"))
		b.fail(p.Code, about, p.Msg, p.Hint)
	}
	var out []Check
	for i, c := range list {
		next := lines.Len() + 1
		if i+1 < len(list) {
			next = list[i+1].Place.Line
		}
		if slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Line >= c.Place.Line && p.Line < next }) {
			continue // half a check would let wrong work pass
		}
		in.givenNothing(&c, strings.Split(text, "\n"), next)
		in.first = i == 0
		if check, ok := in.check(&c, in.place(c.Place.Line, c.Place.Col)); ok {
			out = append(out, check)
		}
	}
	return out
}

// onlyComments reports a text that says nothing.
func onlyComments(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return false
		}
	}
	return true
}

// check reads one check, which looks at exactly one thing. One of which a part
// cannot be read is none: it would let wrong work pass.
func (b *checkBlock) check(c *checkYAML, at int) (Check, bool) {
	check := Check{Title: strings.Join(strings.Fields(c.Title), " "), Otherwise: strings.TrimSpace(c.Otherwise), Pos: b.pos(at)}
	kinds := 0
	for i, s := range c.looksAt() {
		if s.Text == "" {
			continue
		}
		kinds++
		check.Kind, check.What = CheckKinds()[i], s.Text
		if hasControl(s.Text) || len(s.Text) > maxCheckText {
			b.fail(codeHiddenAnswer, b.restOfLine(b.pos(at)), "this check holds a character that cannot be seen, or more than anybody reads", "type the line anew, and put long scripts into a file of the task")
			return check, false
		}
	}
	if kinds != 1 {
		msg, hint := "this check looks at nothing", "give it one of run, file, dir, git, http and ask"
		if kinds == 0 && !b.first {
			hint = "take the dash away if this belongs to the check above; or " + hint
		}
		if kinds > 1 {
			msg, hint = "this check looks at several things at once", "make a check of each"
		}
		b.fail(codeCheckKind, b.restOfLine(b.pos(at)), msg, hint)
		return check, false
	}
	ok := b.looksInside(&check, c)
	for _, e := range c.Expect {
		ok = b.expect(&check, e) && ok
	}
	ok = b.contradictions(&check, c) && ok
	return check, b.capture(&check, c.Capture) && ok
}

// looksInside checks where a check looks: inside of the practice folder, or at this
// machine.
func (b *checkBlock) looksInside(check *Check, c *checkYAML) bool {
	at := b.span(c.looksAt()[slices.Index(CheckKinds(), check.Kind)])
	switch check.Kind {
	case CheckFile, CheckDir, CheckGit:
		p, ok := InsidePath(check.What)
		if !ok || check.Kind == CheckFile && p == "." {
			b.fail(codeCheckOutside, at, fmt.Sprintf("%s is no path inside of the practice folder", named(check.What)),
				"write a path below the folder, without .. and without / in front; . is the folder itself")
			return false
		}
		if msg, hint := doubtfulPath(check.Kind, check.What); msg != "" {
			b.warn(codeCheckOutside, at, msg, hint)
		} else if bare, ok := typographic(check.What); ok {
			b.warn(codeCheckValue, at, "these quotation marks are a part of the name", "write "+bare)
		}
	case CheckHTTP:
		if _, err := LoopbackURL(check.What); err != nil {
			hint := "write an address of this machine, such as http://localhost:8080/"
			if near := meantURL(check.What); near != "" {
				hint = didYouMean(near)
			}
			b.fail(codeCheckOutside, at, fmt.Sprintf("%s cannot be asked: %v", named(check.What), err), hint)
			return false
		}
	case CheckRun, CheckAsk:
	}
	return true
}

// expect reads one name of expect with its values.
func (b *checkBlock) expect(check *Check, e strictyaml.Entry[[]strictyaml.Scalar]) bool {
	known := expectNames(check.Kind)
	i := slices.IndexFunc(known, func(n expectName) bool { return n.name == e.Key })
	at := b.span(strictyaml.Scalar{Text: e.Key, Line: e.Line, Col: e.Col})
	if i < 0 {
		b.fail(codeExpectation, at, fmt.Sprintf("a check of %s expects nothing called %s", check.Kind, named(e.Key)), expectHint(check.Kind, e.Key))
		return false
	}
	n := known[i]
	if len(e.Value) == 0 {
		e.Value = []strictyaml.Scalar{{Line: e.Line, Col: e.Col}}
	}
	if len(e.Value) > 1 && (!n.is.several() || n.name == "equals" || n.name == "branch") {
		b.fail(codeCheckValue, at, n.name+" has one value", "keep one of them")
		return false
	}
	ok := true
	for _, s := range e.Value {
		if msg, hint := wrongExpectation(check.Kind, n, s.Text); msg != "" {
			where := b.span(s)
			if s.Text == "" {
				where = at
			}
			b.fail(codeCheckValue, where, msg, hint)
			ok = false
			continue
		}
		if bare, ok := typographic(s.Text); ok {
			b.warn(codeCheckValue, b.span(s), "these quotation marks are a part of what is expected", `write "`+bare+`", with the signs of the keyboard`)
		}
		if bare, ok := slashed(s.Text); ok && n.is == wantPattern {
			b.warn(codeCheckValue, b.span(s), n.name+" looks for the slashes too: only message and log take a pattern between them", "write "+bare)
		}
		check.Expect = append(check.Expect, Expectation{Name: n.name, Text: s.Text})
	}
	return ok
}

// contradictions reports expectations of which one says that there is nothing for
// the others to look at.
func (b *checkBlock) contradictions(check *Check, c *checkYAML) bool {
	e, ok := check.Expected("exists")
	if !ok || e.Yes() || len(check.Expect) == 1 && check.Capture == "" {
		return true
	}
	for _, x := range c.Expect {
		if x.Key != "exists" {
			b.fail(codeCheckValue, b.span(strictyaml.Scalar{Text: x.Key, Line: x.Line, Col: x.Col}),
				"what is not there cannot be looked at", "take exists: false away, or everything beside it")
			return false
		}
	}
	return true
}

// capture reads the name under which what was found is kept.
func (b *checkBlock) capture(check *Check, s strictyaml.Scalar) bool {
	if s.Text == "" {
		return true
	}
	if check.Kind == CheckDir || check.Kind == CheckGit {
		b.fail(codeCapture, b.span(s), fmt.Sprintf("a check of %s finds no text to keep", check.Kind), "capture with run, file, http or ask")
		return false
	}
	if !isCaptureName(s.Text) {
		b.fail(codeCapture, b.span(s), fmt.Sprintf("%s cannot be a name", named(s.Text)), "write up to 30 small letters, digits and _, a letter first"+suchName(s.Text))
		return false
	}
	check.Capture = s.Text
	return true
}

// suchName is a name that was probably meant by one that cannot be.
func suchName(s string) string {
	s = strings.TrimPrefix(strings.ToLower(strings.Trim(s, "${} ")), "cairn_")
	if s = strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(s); isCaptureName(s) {
		return ", such as " + s
	}
	return ""
}

func isCaptureName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if letter := c >= 'a' && c <= 'z'; !letter && (i == 0 || !isDigit(c) && c != '_') {
			return false
		}
	}
	return s != "" && len(s) <= 30
}
