package course

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// What stands here reads the shell texts of tasks. They are run by sh, whichever
// shell that is on the learner's machine, and behind walls.

// script is one shell text of a task: a setup, a solve, or the command of a check.
type script struct {
	text string
	// block is the line of the fence above the text; 0 for the command of a check,
	// which stands below from.
	block int
	from  Pos
}

// scripts are the shell texts of a task, as they stand in its file.
func scripts(t *Task) []script {
	var list []script
	for _, s := range []struct {
		text string
		at   Pos
	}{{t.Setup, t.SetupPos}, {t.Solve, t.SolvePos}} {
		if s.text != "" {
			list = append(list, script{text: s.text, block: s.at.Line, from: t.Pos})
		}
	}
	for _, c := range t.Checks {
		if c.Kind == CheckRun {
			list = append(list, script{text: c.What, from: c.Pos})
		}
	}
	return list
}

// in is where a line and column of a shell text stand in its file.
func (l *loader) in(s script, line, col, length int) (Pos, int) {
	lines := strings.Split(s.text, "\n")
	if line < 1 || line > len(lines) {
		return s.from, 0
	}
	text := lines[line-1]
	at := Pos{File: s.from.File, Line: s.block + line}
	if s.block == 0 {
		var n int
		if at, n = l.findBelow(s.from, text); n == 0 || text == "" {
			return s.from, 0
		}
	}
	i := strings.Index(l.line(at.File, at.Line), text)
	if i < 0 {
		return s.from, 0
	}
	col = min(max(col, 1), len(text)+1)
	at.Col = i + col
	return at, min(length, len(text)+1-col)
}

// shellFault is something of a shell text that an author wants to know.
type shellFault struct {
	code      string
	line, col int
	length    int
	msg, hint string
}

// adviseScripts reports what keeps the shell texts of a task from working on
// learners' machines.
func (l *loader) adviseScripts(t *Task) {
	for _, s := range scripts(t) {
		for _, f := range shellFaults(s.text) {
			if !l.wants(f.code) {
				continue
			}
			at, n := l.in(s, f.line, f.col, f.length)
			l.warn(f.code, at, n, f.msg, f.hint)
		}
	}
}

// shellFaults reads a shell text as sh does, and as bash does.
func shellFaults(text string) []shellFault {
	plain, bash := parseShell(text, syntax.LangPOSIX), parseShell(text, syntax.LangBash)
	if bash.file == nil {
		return []shellFault{{codeNoShell, bash.line, bash.col, wordLen(text, bash.line, bash.col),
			"no shell takes this: " + bash.msg, "close what is open, or put quotes around what is only text"}}
	}
	r := shellReader{own: map[string]bool{}}
	r.read(bash.file)
	if plain.file == nil && !r.bash {
		r.faults = append(r.faults, shellFault{codeBashOnly, plain.line, plain.col, wordLen(text, plain.line, plain.col),
			"bash takes this, and other shells do not", shHint})
	}
	return r.faults
}

const shHint = "it is run by sh, which is another shell on many machines: write what POSIX has"

// shellText is a shell text, or why it is none.
type shellText struct {
	file      *syntax.File
	line, col int
	msg       string
}

func parseShell(text string, lang syntax.LangVariant) shellText {
	file, err := syntax.NewParser(syntax.Variant(lang)).Parse(strings.NewReader(text), "")
	var wrong syntax.ParseError
	var other syntax.LangError
	switch {
	case err == nil:
		return shellText{file: file}
	case errors.As(err, &wrong):
		return shellText{line: int(wrong.Pos.Line()), col: int(wrong.Pos.Col()), msg: wrong.Text}
	case errors.As(err, &other):
		return shellText{line: int(other.Pos.Line()), col: int(other.Pos.Col()), msg: other.Feature}
	}
	return shellText{line: 1, col: 1, msg: err.Error()}
}

// wordLen is how long the word is that begins at a place of a text.
func wordLen(text string, line, col int) int {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) || col < 1 || col > len(lines[line-1]) {
		return 0
	}
	rest := lines[line-1][col-1:]
	if i := strings.IndexAny(rest, " \t"); i > 0 {
		return i
	}
	return len(rest)
}

// shellReader collects the faults of a shell text that can be read.
type shellReader struct {
	faults []shellFault
	bash   bool            // something that only bash has was found
	own    map[string]bool // functions of the text's own
}

func (r *shellReader) read(file *syntax.File) {
	syntax.Walk(file, func(n syntax.Node) bool {
		if f, ok := n.(*syntax.FuncDecl); ok && f.Name != nil {
			r.own[f.Name.Value] = true
		}
		return true
	})
	syntax.Walk(file, func(n syntax.Node) bool {
		r.onlyBash(n)
		switch n := n.(type) {
		case *syntax.Stmt:
			return !n.Negated // what is to fail may need anything
		case *syntax.CallExpr:
			if what := r.beyond(n); what != "" {
				r.add(codeBeyondWalls, n.Args[0], what, "commands have no network and no rights of others: bring what is needed with files:, or have the learner do it and check what came of it")
			}
		}
		return true
	})
}

func (r *shellReader) add(code string, n syntax.Node, msg, hint string) {
	r.bash = r.bash || code == codeBashOnly
	at := n.Pos()
	length := 0
	if n.End().Line() == at.Line() {
		length = int(n.End().Col()) - int(at.Col())
	}
	r.faults = append(r.faults, shellFault{code, int(at.Line()), int(at.Col()), length, msg, hint})
}

// braces is a word that bash writes several times, such as {a,b} or {1..3}.
func braces() *regexp.Regexp { return regexp.MustCompile(`\{([^{}\\]*,[^{}\\]*|\w+\.\.\w+)\}`) }

// onlyBash reports what other shells take for something else, without a word.
func (r *shellReader) onlyBash(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.TestClause:
		r.add(codeBashOnly, n, "bash knows [[ … ]], and other shells do not", "write [ … ], with = and with quotes around what is compared")
	case *syntax.ArithmCmd:
		r.add(codeBashOnly, n, "bash knows (( … )), and other shells do not", "write x=$((x + 1)), or [ \"$x\" -gt 1 ]")
	case *syntax.LetClause:
		r.add(codeBashOnly, n, "bash knows let, and other shells do not", "write x=$((x + 1))")
	case *syntax.DeclClause:
		if w := n.Variant.Value; w == "declare" || w == "typeset" {
			r.add(codeBashOnly, n.Variant, "bash knows "+w+", and other shells do not", shHint)
		}
	case *syntax.FuncDecl:
		if n.RsrvWord && n.Name != nil {
			r.faults, r.bash = append(r.faults, shellFault{codeBashOnly, int(n.Position.Line()), int(n.Position.Col()), len("function"),
				"bash knows the word function, and other shells do not", "write " + n.Name.Value + "() { …; }"}), true
		}
	case *syntax.Assign:
		if n.Append && n.Name != nil {
			r.add(codeBashOnly, n.Name, "bash knows +=, and other shells do not", fmt.Sprintf(`write %s="$%s…"`, n.Name.Value, n.Name.Value))
		}
	case *syntax.SglQuoted:
		if n.Dollar {
			r.add(codeBashOnly, n, "bash knows $'…', and other shells do not", "use printf")
		}
	case *syntax.CallExpr:
		r.callOfBash(n)
	}
}

// callOfBash reports a command, or an argument, that is one in bash only.
func (r *shellReader) callOfBash(n *syntax.CallExpr) {
	words := literals(n.Args)
	if len(words) == 0 || r.own[words[0]] {
		return
	}
	switch words[0] {
	case "source":
		r.add(codeBashOnly, n.Args[0], "bash knows source, and other shells do not", "write . and the path of the file, such as . ./names.sh")
	case "shopt", "mapfile", "readarray", "pushd", "popd":
		r.add(codeBashOnly, n.Args[0], "bash knows "+words[0]+", and other shells do not", shHint)
	case "echo":
		if len(words) > 1 && (words[1] == "-e" || words[1] == "-ne" || words[1] == "-en") {
			r.add(codeBashOnly, n.Args[1], "other shells write "+words[1]+" as text", `use printf: printf 'one\ntwo\n'`)
		}
	case "[", "test":
		for i, w := range words {
			if w == "==" {
				r.add(codeBashOnly, n.Args[i], "bash knows == here, and other shells do not", "write =")
			}
		}
	}
	for _, arg := range n.Args {
		for _, part := range arg.Parts {
			if lit, ok := part.(*syntax.Lit); ok && braces().MatchString(lit.Value) {
				r.add(codeBashOnly, lit, "bash writes braces out, and other shells take them as they stand", "write each name: mkdir a b")
			}
		}
	}
}

// literals are the words of a command as they are without a shell's help; empty
// where a word depends on something.
func literals(args []*syntax.Word) []string {
	var words []string
	for _, arg := range args {
		words = append(words, literal(arg))
	}
	return words
}

func literal(w *syntax.Word) string {
	var b strings.Builder
	add := func(parts []syntax.WordPart) bool {
		for _, p := range parts {
			switch p := p.(type) {
			case *syntax.Lit:
				b.WriteString(p.Value)
			case *syntax.SglQuoted:
				b.WriteString(p.Value)
			default:
				return false
			}
		}
		return true
	}
	for _, p := range w.Parts {
		if in, ok := p.(*syntax.DblQuoted); ok {
			if !add(in.Parts) {
				return ""
			}
		} else if !add([]syntax.WordPart{p}) {
			return ""
		}
	}
	return b.String()
}
