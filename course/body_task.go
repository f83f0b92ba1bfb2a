package course

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// task reads something to do for real. Its subheadings are steps of it.
func (w *walk) task(p part) []Block {
	w.absorbAll(&p)
	t := &Task{
		ID:      w.id(p),
		Title:   p.raw,
		Skills:  p.set.Skills,
		Minutes: w.number(p.set, p.set.Minutes, "minutes", 0, 600, 0),
		When:    w.rule(p.set),
		Pos:     w.pos(p.head.start),
	}
	var text []span
	for _, pc := range p.pieces {
		switch n := pc.node.(type) {
		case *ast.FencedCodeBlock:
			if !pc.refused && strings.EqualFold(string(n.Language(w.bytes)), "check") {
				t.Checks = append(t.Checks, w.checks(n)...)
				continue
			}
		case *ast.Blockquote:
			if !pc.refused && w.readSaid(pc, &t.Hints, &t.Why) {
				continue
			}
		}
		if w.shows([]piece{pc}) {
			text = append(text, pc.span)
		}
	}
	t.Body = w.joined(text)
	if t.Title == "" {
		w.fail(codeEmptyHeading, p.head, "this task has no title", "write what to do behind the colon")
		return []Block{w.textOf(p, w.markdown(p.whole()))}
	}
	t.Rev = taskRev(t)
	return []Block{t}
}

// readSaid reads a quote of hints and whys. It reports false for other quotes.
func (b *body) readSaid(pc piece, hints *[]string, why *string) bool {
	parts := b.quote(pc.node, b.linesOf(pc.span))
	for _, s := range parts {
		if s.word == "" {
			return false
		}
	}
	for _, s := range parts {
		b.addSaid(s, hints, why)
	}
	return true
}

// checkYAML is one entry of a check block.
type checkYAML struct {
	Run       strictyaml.Scalar                 `yaml:"run"`
	File      strictyaml.Scalar                 `yaml:"file"`
	Dir       strictyaml.Scalar                 `yaml:"dir"`
	Git       strictyaml.Scalar                 `yaml:"git"`
	HTTP      strictyaml.Scalar                 `yaml:"http"`
	Ask       strictyaml.Scalar                 `yaml:"ask"`
	Expect    strictyaml.Map[strictyaml.Scalar] `yaml:"expect"`
	Otherwise string                            `yaml:"otherwise"`

	Place strictyaml.Place
}

// checks reads a block of checks.
func (b *body) checks(n *ast.FencedCodeBlock) []Check {
	lines := n.Lines()
	if lines.Len() == 0 {
		b.warn(codeEmptyPart, b.trimmed(span{n.Pos(), n.Pos() + 1}), "this block holds no checks", "write a list of checks, or remove the block")
		return nil
	}
	place := func(line, col int) int {
		seg := lines.At(min(max(line-1, 0), lines.Len()-1))
		return min(seg.Start-seg.Padding+col-1, len(b.src))
	}
	var list []checkYAML
	problems := cleanYAML().Decode([]byte(b.nodeText(n)), &list)
	for _, p := range problems {
		at := place(p.Line, p.Col)
		b.fail(p.Code, span{at, at + p.Len}, p.Msg, p.Hint)
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
		at := place(c.Place.Line, c.Place.Col)
		if check, ok := b.check(c, at); ok {
			out = append(out, check)
		}
	}
	return out
}

// check reads one check, which looks at exactly one thing.
func (b *body) check(c checkYAML, at int) (Check, bool) {
	check := Check{
		Run: c.Run.Text, File: c.File.Text, Dir: c.Dir.Text, Git: c.Git.Text, HTTP: c.HTTP.Text, Ask: c.Ask.Text,
		Otherwise: strings.TrimSpace(c.Otherwise), Pos: b.pos(at),
	}
	kinds := 0
	for _, s := range []string{check.Run, check.File, check.Dir, check.Git, check.HTTP, check.Ask} {
		if s != "" {
			kinds++
		}
		if hasControl(s) {
			b.fail(codeHiddenAnswer, b.restOfLine(b.pos(at)), "this check holds a character that cannot be seen", "type the line anew")
			return check, false
		}
	}
	if kinds != 1 {
		msg, hint := "this check looks at nothing", "give it one of run, file, dir, git, http and ask"
		if kinds > 1 {
			msg, hint = "this check looks at several things at once", "make a check of each"
		}
		b.fail(codeCheckKind, b.restOfLine(b.pos(at)), msg, hint)
		return check, false
	}
	if len(c.Expect) > 0 {
		check.Expect = make(map[string]string, len(c.Expect))
		for _, e := range c.Expect {
			check.Expect[e.Key] = e.Value.Text
		}
	}
	return check, true
}
