package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// maxCode bounds a block of a question that is answered with code, in bytes.
const maxCode = 64 << 10

// asksCode reports whether a question is answered with code: a block of it, or of
// a plain heading below it, begins with a language and start, test or solution.
func (w *walk) asksCode(p *part) bool {
	has := func(pieces []piece) bool {
		return slices.ContainsFunc(pieces, func(pc piece) bool { return w.codeRole(pc) != "" })
	}
	if has(p.pieces) || w.almostAsksCode(p.pieces) {
		return true
	}
	for i := w.next + 1; i < len(w.parts) && w.belongs(p, &w.parts[i]); i++ {
		if has(w.parts[i].pieces) {
			return true
		}
	}
	return false
}

// codeQuestion reads a question that is answered with code. It is a task whose
// tests decide. What stands behind its blocks, hints and why is lesson text.
func (w *walk) codeQuestion(p part) []Block {
	w.next++
	for next := w.peek(); next != nil && w.belongs(&p, next) && !slices.ContainsFunc(p.pieces, func(pc piece) bool { return w.codeRole(pc) == "test" }); next = w.peek() {
		w.absorb(&p, next)
	}
	p.kind = blockTask
	r := &codeReader{walk: w, part: p, code: &Coding{}, missed: map[string]missed{}}
	t := &Task{
		ID: w.id(p), Title: p.raw, Skills: p.set.Skills, When: w.rule(p.set), Pos: w.pos(p.head.start), Code: r.code,
		Minutes: w.number(p.set, p.set.Minutes, "minutes", 0, 600, 0),
	}
	t.Folder = folderOf(t.ID)
	w.idleSettings(p.set)
	r.task = t
	rest := r.read()
	if !r.whole() {
		return []Block{w.textOf(p, w.markdown(p.whole()))}
	}
	t.Rev = taskRev(t)
	return append([]Block{t}, w.tail(p, rest)...)
}

// codeReader reads the pieces of one question that is answered with code.
type codeReader struct {
	*walk
	part
	task   *Task
	code   *Coding
	text   []span
	broken bool

	starts bool              // there is a block of start, which may be empty
	testAt span              // where the test begins
	missed map[string]missed // blocks whose role is nearly known, by the role
	plain  []missed          // blocks in a language without a role
}

// read goes through the pieces, and returns those behind the question.
func (r *codeReader) read() (rest []piece) {
	last := -1
	for i, pc := range r.pieces {
		_, info, _ := r.walk.fence(pc)
		if _, role := almostRole(info); r.codeRole(pc) != "" || role != "" || r.isSaid(pc) {
			last = i
		}
	}
	for _, pc := range r.pieces[:last+1] {
		switch n := pc.node.(type) {
		case *ast.FencedCodeBlock:
			if role := r.codeRole(pc); role != "" {
				r.take(n, pc, role)
				continue
			}
			r.miss(pc)
		case *ast.Blockquote:
			if !pc.refused && r.readSaid(pc, &r.task.Hints, &r.task.Why) {
				continue
			}
		case *ast.List:
			if kind := r.listRole(n); !pc.refused && (kind == roleOptions || kind == roleTyped) {
				r.fail(codeSeveralForms, r.trimmed(pc.span), "this question has code and "+kind.name(), "split it into two questions")
				r.broken = true
			}
		}
		if r.shows([]piece{pc}) {
			r.text = append(r.text, pc.span)
		}
	}
	r.task.Body = r.joined(r.text)
	if rest = r.pieces[last+1:]; len(rest) > 0 {
		r.miss(rest[0])
		r.strayFences(rest[1:])
	}
	return rest
}

// isSaid reports a quote that holds nothing but hints and the why.
func (r *codeReader) isSaid(pc piece) bool {
	n, ok := pc.node.(*ast.Blockquote)
	if !ok || pc.refused {
		return false
	}
	for _, s := range r.quote(n, r.linesOf(pc.span)) {
		if s.word == "" {
			return false
		}
	}
	return true
}

// take takes one block of code.
func (r *codeReader) take(n *ast.FencedCodeBlock, pc piece, role string) {
	at := r.trimmed(r.lineSpan(r.lineAt(r.trimmed(pc.span).start)))
	lang, known := codeLanguage(string(n.Language(r.bytes)))
	to := map[string]*string{"start": &r.code.Start, "test": &r.code.Test, "solution": &r.code.Solution}[role]
	text := strings.TrimRight(r.nodeText(n), " \t\n")
	switch {
	case !known:
		hint := "the languages are " + strings.Join(CodeLanguages(), ", ")
		if near := nearestLanguage(lang); near != "" {
			hint = didYouMean(near) + " " + hint
		}
		r.fail(codeCodeLanguage, at, fmt.Sprintf("code cannot be run in %s", named(lang)), hint)
		r.broken = true
		return
	case r.code.Language != "" && r.code.Language != lang:
		r.fail(codeCodeLanguage, at, fmt.Sprintf("this block is in %s, those above are in %s", lang, r.code.Language), "write all of a question in one language")
		r.broken = true
		return
	case *to != "":
		r.fail(codeSecondBlock, at, "a second block of "+role, "keep one of them")
		return
	case text == "" && role != "start":
		r.warn(codeEmptyPart, at, "this block of "+role+" holds nothing", "write code into it, or remove the block")
		return
	case hasControl(text):
		r.fail(codeHiddenAnswer, at, "this code holds a character that cannot be seen", "type it anew")
		r.broken = true
		return
	case len(text) > maxCode:
		r.fail(codeCheckValue, at, fmt.Sprintf("this block has more than %d KiB", maxCode>>10), "ask for less")
		r.broken = true
		return
	}
	r.code.Language = lang
	if role == "test" {
		r.testAt = at
	}
	if role == "start" {
		r.starts = true
	}
	if text != "" {
		*to = text + "\n"
	}
	*map[string]*Pos{"start": &r.code.StartPos, "test": &r.code.TestPos, "solution": &r.code.SolutionPos}[role] = r.pos(at.start)
}

// whole reports whether the question can be asked and decided.
func (r *codeReader) whole() bool {
	if r.task.Title == "" {
		r.fail(codeEmptyHeading, r.head, "this question asks nothing", "write the question behind the colon")
		return false
	}
	if r.broken {
		return false
	}
	r.reportDoubled()
	if r.code.Test == "" {
		r.lacks(r.fail, codeNoTest, "test", "nothing decides whether an answer is right")
	}
	if _, near := r.meantBlock("solution"); r.code.Solution == "" && (r.code.Test != "" || near) {
		r.lacks(r.warn, codeNoSolution, "solution", "no answer shows that the test can be passed")
	}
	if _, near := r.meantBlock("start"); !r.starts && near {
		r.lacks(r.warn, codeUnknownBlock, "start", "this block is an example to read, and the answer begins empty")
	}
	return r.code.Test != ""
}

// codeLanguage is the language that the word of a fence names.
func codeLanguage(word string) (string, bool) {
	word = strings.ToLower(word)
	switch word {
	case "golang":
		word = "go"
	case "py", "python3":
		word = "python"
	case "js", "javascript", "mjs":
		word = "node"
	case "shell", "posix":
		word = "sh"
	case "rs":
		word = "rust"
	case "sqlite":
		word = "sql"
	}
	return word, slices.Contains(CodeLanguages(), word)
}

// nearestLanguage is the language that was meant, also by who knows another name of
// it or of what is near to it.
func nearestLanguage(word string) string {
	switch word {
	case "bash", "zsh", "ksh", "dash", "console", "terminal":
		return "sh"
	case "typescript", "ts", "nodejs", "node.js", "ecmascript":
		return "node"
	case "sqlite3", "postgresql", "postgres", "mysql":
		return "sql"
	case "cpython", "ipython", "py3":
		return "python"
	}
	return nearestName(word, CodeLanguages())
}
