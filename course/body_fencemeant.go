package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// What stands here finds blocks of code that were meant to be a part of a task or of
// a question, and are read as text.

// fence is a block of code with what stands behind its signs, and its first line.
func (b *body) fence(pc piece) (n *ast.FencedCodeBlock, info string, at span) {
	n, ok := pc.node.(*ast.FencedCodeBlock)
	if !ok || pc.refused {
		return nil, "", span{}
	}
	if n.Info != nil {
		info = strings.TrimSpace(string(n.Info.Segment.Value(b.bytes)))
	}
	return n, info, b.trimmed(b.lineSpan(b.lineAt(b.trimmed(pc.span).start)))
}

func taskWords() []string { return []string{"check", "setup", "solve"} }

// taskFenceWord is the word of a block of a task; empty for other blocks.
func taskFenceWord(info string) string {
	word, _, _ := strings.Cut(strings.ToLower(info), " ")
	if slices.Contains(taskWords(), word) {
		return word
	}
	return ""
}

// infoWords are the words behind the signs of a block, without what other programs
// put around them, as in "{check}" and "yaml:check".
func infoWords(info string) []string {
	return strings.FieldsFunc(strings.ToLower(info), func(r rune) bool { return strings.ContainsRune(" \t{}[]().,:;#=\"'-_", r) })
}

// almostTaskFence is the word that a block of a task was probably meant to have.
func almostTaskFence(info, text string) string {
	words := infoWords(info)
	if len(words) > 0 && isWord(words[0], "text", "txt", "plain", "plaintext") {
		return "" // which says that it is
	}
	if len(words) == 0 || isWord(words[0], "yaml", "yml", "test", "tests", "expect", "assert") {
		if looksLikeChecks(text) {
			return "check"
		}
	}
	if len(words) == 0 || len(words) > 2 {
		return ""
	}
	for _, w := range words {
		if slices.Contains(taskWords(), w) {
			return w
		}
	}
	switch strings.Join(words, "") {
	case "checking", "checklist", "verify", "verification", "verifies":
		return "check"
	case "setup", "prepare", "prep", "before", "init", "initialize":
		return "setup"
	case "solution", "solutions", "solved", "answer", "answers":
		return "solve"
	}
	if len(words) > 1 || len(words[0]) < 4 {
		return ""
	}
	return nearestName(words[0], taskWords())
}

// looksLikeChecks reports a text whose first line is that of a check.
func looksLikeChecks(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, _, ok := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "-")), ":")
		return ok && slices.Contains(CheckKinds(), CheckKind(key))
	}
	return false
}

// otherTaskFence warns of a block that stands in a task as text and was probably
// meant to be a part of it.
func (w *walk) otherTaskFence(pc piece) {
	n, info, at := w.fence(pc)
	if n == nil {
		return
	}
	if near := almostTaskFence(info, w.nodeText(n)); near != "" {
		w.warn(codeUnknownBlock, at, "this block is read as text", didYouMean(near))
		return
	}
	if hint := otherFence(info); hint != "" {
		w.warn(codeUnknownBlock, at, "this block is read as text", hint)
	}
	if role := w.codeRole(pc); role != "" && w.inLanguage(info) {
		w.strayFence(role, "question that is answered with code", "Question", at)
	}
}

// otherFence says what to write in place of a block that tasks do not have.
func otherFence(info string) string {
	switch strings.ToLower(info) {
	case "hint", "hints":
		return `write a quote that begins with "Hint:"`
	case "files":
		return "name a folder of the course with the setting files"
	case "start", "teardown", "cleanup", "clean-up", "after":
		return "the blocks of a task are check, setup and solve"
	}
	return ""
}

// withinOther warns of blocks of a task within a list or a quote, where they are text.
func (w *walk) withinOther(pc piece) {
	if pc.refused || pc.node.Kind() != ast.KindList && pc.node.Kind() != ast.KindBlockquote {
		return
	}
	_ = ast.Walk(pc.node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		f, ok := n.(*ast.FencedCodeBlock)
		if !ok || !entering || f.Info == nil {
			return ast.WalkContinue, nil
		}
		if word := taskFenceWord(string(f.Info.Segment.Value(w.bytes))); word != "" {
			at := w.trimmed(w.lineSpan(w.lineAt(f.Info.Segment.Start)))
			w.warn(codeUnknownBlock, at, fmt.Sprintf("this block of %s stands within a list or a quote, and is read as text", word), "begin its lines at the left margin")
		}
		return ast.WalkContinue, nil
	})
}

// strayFence warns of a block that counts somewhere else.
func (b *body) strayFence(word, where, heading string, at span) {
	b.warn(codeUnknownBlock, at, fmt.Sprintf("a block of %s counts in a %s only; here it is read as text", word, where),
		fmt.Sprintf(`put it under a heading that begins with "%s:"`, heading))
}

// strayFences warns of blocks of tasks that stand elsewhere.
func (w *walk) strayFences(pieces []piece) {
	for _, pc := range pieces {
		_, info, at := w.fence(pc)
		if word := taskFenceWord(info); word != "" {
			w.strayFence(word, "task", "Task", at)
		} else if role := w.codeRole(pc); role != "" && w.inLanguage(info) {
			w.strayFence(role, "question that is answered with code", "Question", at)
		}
	}
}

// inLanguage reports whether a block begins with a language that code is tried in.
func (b *body) inLanguage(info string) bool {
	word, _, _ := strings.Cut(info, " ")
	_, ok := codeLanguage(word)
	return ok
}

// checkDone looks for a heading of lesson text that was meant to be a task, or a
// question that is answered with code.
func (w *walk) checkDone(p part) {
	checks := slices.ContainsFunc(p.pieces, func(pc piece) bool { _, info, _ := w.fence(pc); return taskFenceWord(info) == "check" })
	tests := slices.ContainsFunc(p.pieces, func(pc piece) bool {
		_, info, _ := w.fence(pc)
		return w.codeRole(pc) == "test" && w.inLanguage(info)
	})
	if p.level < 2 || !checks && !tests {
		w.strayFences(p.pieces)
		return
	}
	w.withoutKeys(p.set)
	kind, has := "Task", "checks"
	if !checks {
		kind, has = "Question", "a test"
	}
	msg, hint := "this has "+has+", but "+notRead, fmt.Sprintf(`for a %s, begin the heading with "%s:"`, strings.ToLower(kind), kind)
	first, _, _ := strings.Cut(strings.TrimLeft(p.raw, "*_ "), " ")
	word := strings.ToLower(strings.Trim(first, "*_.:-–— 0123456789"))
	switch {
	case isWord(word, strings.ToLower(kind)):
		msg, hint = "there is no colon behind the first word; "+notRead, didYouMean(kind+":")
	case isTaskWord(word), IsQuestionWord(word):
		hint = didYouMean(kind + ":")
	}
	w.warn(codeUnknownBlock, p.name, msg, hint)
}

// isTaskWord reports another word for a task, as in a heading of another program or
// language.
func isTaskWord(word string) bool {
	return isWord(word, "exercise", "exercises", "tasks", "challenge", "lab", "assignment", "practice", "todo", "aufgabe", "übung", "tarea", "ejercicio", "exercice", "tâche", "défi", "reto")
}
