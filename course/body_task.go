package course

import (
	"fmt"
	"path"
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
		Files:   w.taskFiles(p.set),
	}
	t.Folder = orElse(w.taskFolder(p.set), folderOf(t.ID))
	var text []span
	said := len(w.diags)
	for _, pc := range p.pieces {
		switch n := pc.node.(type) {
		case *ast.FencedCodeBlock:
			if !pc.refused && w.taskFence(t, n, pc) {
				continue
			}
			w.otherTaskFence(pc)
		case *ast.Blockquote:
			if !pc.refused && w.readSaid(pc, &t.Hints, &t.Why) {
				continue
			}
		}
		w.withinOther(pc)
		if w.shows([]piece{pc}) {
			text = append(text, pc.span)
		}
	}
	t.Body = w.joined(text)
	if t.Solve != "" && len(t.Checks) == 0 && len(w.diags) == said {
		w.warn(codeEmptyPart, p.name, "this task has a solve and no check, so nothing tells that it is done", "add a block of code whose first line is ```check")
	}
	if t.Title == "" {
		w.fail(codeEmptyHeading, p.head, "this task has no title", "write what to do behind the colon")
		return []Block{w.textOf(p, w.markdown(p.whole()))}
	}
	t.Rev = taskRev(t)
	return []Block{t}
}

// taskFence reads a block of code that says something about the task. It reports
// false for those that are text.
func (w *walk) taskFence(t *Task, n *ast.FencedCodeBlock, pc piece) bool {
	word := strings.ToLower(string(n.Language(w.bytes)))
	at := w.trimmed(w.lineSpan(w.lineAt(w.trimmed(pc.span).start)))
	switch word {
	case "check":
		t.Checks = append(t.Checks, w.checks(n)...)
		if len(t.Checks) > maxChecks {
			w.fail(codeCheckKind, at, fmt.Sprintf("a task has at most %d checks", maxChecks), "make several tasks of it")
			t.Checks = t.Checks[:maxChecks]
		}
		return true
	case "setup":
		w.script(&t.Setup, &t.SetupPos, word, n, at)
		return true
	case "solve":
		w.script(&t.Solve, &t.SolvePos, word, n, at)
		return true
	}
	return false
}

// script reads a block of shell lines, of which a task has one of each word.
func (b *body) script(to *string, pos *Pos, word string, n *ast.FencedCodeBlock, at span) {
	text := strings.TrimRight(b.nodeText(n), " \t\n")
	switch {
	case *to != "":
		b.fail(codeSecondBlock, at, "a second block of "+word, "write all its lines into one block")
	case text == "":
		b.warn(codeEmptyPart, at, "this block of "+word+" holds nothing", "write shell lines into it, or remove the block")
	case hasControl(text):
		b.fail(codeHiddenAnswer, at, "this block holds a character that cannot be seen", "type its lines anew")
	case len(text) > maxScriptText:
		b.fail(codeCheckValue, at, fmt.Sprintf("this block has more than %d KiB", maxScriptText>>10), "put a script into a file of the task and call it")
	default:
		*to, *pos = text+"\n", b.pos(at.start)
	}
}

// taskFiles reads the folder that a practice folder begins with.
func (w *walk) taskFiles(set settings) string {
	if set.Files.Text == "" {
		return ""
	}
	name, ok := InsidePath(strings.TrimSuffix(strings.TrimPrefix(set.Files.Text, "/"), "/"))
	if !ok || name == "." {
		w.fail(codeTaskFiles, w.scalarSpan(set, set.Files), fmt.Sprintf("files cannot be %s", named(set.Files.Text)),
			"name a folder of the course by its path below the course's folder, such as files/bread")
		return ""
	}
	return path.Clean(name)
}

// taskFolder reads the name of the practice folder.
func (w *walk) taskFolder(set settings) string {
	if set.Folder.Text == "" || isFolderName(set.Folder.Text) {
		return set.Folder.Text
	}
	such := "bread"
	if s := Slug(set.Folder.Text); isFolderName(s) {
		such = s
	}
	w.fail(codeValue, w.scalarSpan(set, set.Folder), fmt.Sprintf("folder cannot be %s", named(set.Folder.Text)),
		"write one name of small letters, digits, - and _, such as "+such)
	return ""
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

// idleSettings reports settings of a question that do nothing where it is answered
// with code.
func (b *body) idleSettings(set settings) {
	for _, s := range []struct {
		name  string
		value strictyaml.Scalar
	}{{"tries", set.Tries}, {"pick", set.Pick}, {"typos", set.Typos}, {"hints", set.Hints}, {"level", set.Level}, {"guess", set.Guess}, {"slip", set.Slip}} {
		if s.value.Text != "" {
			b.warn(codeIdleSetting, b.scalarSpan(set, s.value), s.name+" does nothing at a question that is answered with code", "take it away")
		}
	}
	idle := map[string]bool{"exact": len(set.Exact) > 0, "shuffle": set.Shuffle != nil, "confidence": set.Confidence != nil}
	for _, name := range []string{"confidence", "exact", "shuffle"} {
		if idle[name] {
			b.warn(codeIdleSetting, b.trimmed(set.at), name+" does nothing at a question that is answered with code", "take it away")
		}
	}
}

// codeRole is the word behind the language of a block of a question that is
// answered with code: start, test or solution; empty for other blocks.
func (b *body) codeRole(pc piece) string {
	n, ok := pc.node.(*ast.FencedCodeBlock)
	if !ok || pc.refused || n.Info == nil {
		return ""
	}
	words := strings.Fields(string(n.Info.Segment.Value(b.bytes)))
	if len(words) > 1 && slices.Contains([]string{"start", "test", "solution"}, strings.ToLower(words[1])) {
		return strings.ToLower(words[1])
	}
	return ""
}
