package course

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"mvdan.cc/sh/v3/syntax"
)

// adviseTasks looks at what the checks and tests of tasks prove, and at the
// commands in them.
func (l *loader) adviseTasks() {
	tasks := l.course.TasksInOrder()
	shared := map[string]int{}
	for _, t := range tasks {
		shared[t.Folder]++
	}
	for _, t := range tasks {
		l.adviseScripts(t)
		if l.wants(codeCheckHolds) {
			l.findIdleChecks(t, shared[t.Folder] > 1)
		}
		if l.wants(codeSaysNothing) {
			l.findSaidNothing(t)
		}
		if l.wants(codeNoSolve) && t.Code == nil && t.Solve == "" && slices.ContainsFunc(t.Checks, provable) {
			l.warn(codeNoSolve, t.Pos, 0, "nothing shows that the checks of this task can hold", "add a block of solve with what you would do, for cairn test --tasks")
		}
		if t.Code != nil {
			l.adviseCode(t)
		}
	}
	if l.wants(codeUnusedCapture) {
		l.findUnusedCaptures(tasks)
	}
}

// provable reports a check that a solution could make hold.
func provable(c Check) bool {
	return c.Kind == CheckRun || c.Kind == CheckFile || c.Kind == CheckDir || c.Kind == CheckGit
}

// findIdleChecks reports checks that hold whatever the learner does; and those that
// hold before anything was done, where the task has no other.
func (l *loader) findIdleChecks(t *Task, shared bool) {
	fresh := t.Setup == "" && !shared // the practice folder is what files bring
	idle := 0
	for _, c := range t.Checks {
		if alwaysHolds(c) || fresh && l.holdsAtFirst(t, c) {
			idle++
		}
	}
	for _, c := range t.Checks {
		switch {
		case alwaysHolds(c):
			l.warn(codeCheckHolds, c.Pos, 0, "this check holds whatever the learner does", "ask for something that only whoever did it has, or take the check away")
		case idle == len(t.Checks) && fresh && l.holdsAtFirst(t, c):
			l.warn(codeCheckHolds, c.Pos, 0, "this holds before the learner has done anything, and nothing else is checked", "expect what the learner makes or changes, such as contains: flour")
		}
	}
}

// holdsAtFirst reports a check of what files bring, or of what is not among them.
func (l *loader) holdsAtFirst(t *Task, c Check) bool {
	if c.Kind != CheckFile && c.Kind != CheckDir || len(c.Expect) > 1 || len(c.Expect) == 1 && c.Expect[0].Name != "exists" {
		return false
	}
	e, told := c.Expected("exists")
	there := t.Files != "" && l.folder.exists[path.Join(t.Files, c.What)]
	return there == (!told || e.Yes())
}

// alwaysHolds reports a check that cannot fail.
func alwaysHolds(c Check) bool {
	if c.Capture != "" {
		return false // it is there to keep something
	}
	for _, e := range c.Expect {
		switch {
		case e.Name == "exists" && e.Yes():
		case e.Name == "exit" && e.Range().Holds(0):
			if c.Kind == CheckRun && len(c.Expect) == 1 && e.Range().Holds(255) {
				return true
			}
		default:
			return false
		}
	}
	switch c.Kind {
	case CheckDir:
		return path.Clean(c.What) == "."
	case CheckRun:
		file := parseShell(c.What, syntax.LangBash).file
		return file != nil && len(file.Stmts) > 0 && !mayLeave(file) && sure(file.Stmts[len(file.Stmts)-1])
	case CheckFile, CheckGit, CheckHTTP, CheckAsk:
	}
	return false
}

// mayLeave reports a text that may end before its last line.
func mayLeave(file *syntax.File) bool {
	leaves := false
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				leaves = leaves || slices.Contains([]string{"", "exit", "return", "set", "exec", "kill", "trap", ".", "source", "eval"}, literal(n.Args[0]))
			}
		case *syntax.FuncDecl:
			leaves = true // of which name, nobody looks
		case *syntax.ParamExp:
			leaves = leaves || n.Exp != nil && (n.Exp.Op == syntax.ErrorUnset || n.Exp.Op == syntax.ErrorUnsetOrNull)
		}
		return !leaves
	})
	return leaves
}

// sure reports a command that succeeds, whatever there is.
func sure(s *syntax.Stmt) bool {
	if s == nil || s.Negated || s.Background || len(s.Redirs) > 0 {
		return false
	}
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		return len(cmd.Args) > 0 && slices.Contains([]string{"true", ":", "echo"}, literal(cmd.Args[0]))
	case *syntax.BinaryCmd:
		switch cmd.Op {
		case syntax.OrStmt:
			return sure(cmd.X) || sure(cmd.Y)
		case syntax.AndStmt:
			return sure(cmd.X) && sure(cmd.Y)
		case syntax.Pipe, syntax.PipeAll:
			return sure(cmd.Y)
		}
	case *syntax.Block:
		return len(cmd.Stmts) > 0 && sure(cmd.Stmts[len(cmd.Stmts)-1])
	}
	return false
}

// findSaidNothing reports an otherwise that says no more than that the check failed.
func (l *loader) findSaidNothing(t *Task) {
	for _, c := range t.Checks {
		words := strings.FieldsFunc(strings.ToLower(c.Otherwise), func(r rune) bool { return !unicode.IsLetter(r) })
		if !slices.Contains([]string{
			"wrong", "no", "nope", "not yet", "incorrect", "not right", "not correct", "try again", "wrong try again", "this is wrong", "that is wrong",
			"failed", "falsch", "nein", "noch nicht", "incorrecto", "todavía no", "faux", "non", "pas encore",
		}, strings.Join(words, " ")) {
			continue
		}
		at, n := l.findBelow(c.Pos, "otherwise:")
		l.warn(codeSaysNothing, at, n, "this says no more than that it does not hold yet", "say what is missing, or take it away: cairn then says what was expected and what it found")
	}
}

// findUnusedCaptures reports captured values that stand nowhere.
func (l *loader) findUnusedCaptures(tasks []*Task) {
	unused := map[string]bool{}
	for _, t := range tasks {
		t.captures(unused)
	}
	look := func(text string) {
		for name := range unused {
			if strings.Contains(text, "{{"+name+"}}") || strings.Contains(text, CaptureVariable(name)) {
				delete(unused, name)
			}
		}
	}
	for _, text := range l.folder.texts {
		look(text)
	}
	read := map[string]bool{}
	for _, t := range tasks {
		if len(unused) == 0 || read[t.Files] {
			continue
		}
		read[t.Files] = true
		files, err := ReadTaskFiles(l.folder.fsys, t)
		if err != nil {
			return // it is told where the files are looked at
		}
		for _, f := range files {
			look(string(f.Data))
		}
	}
	for _, t := range tasks {
		for _, c := range t.Checks {
			if !unused[c.Capture] {
				continue
			}
			at, n := l.findBelow(c.Pos, "capture:")
			l.warn(codeUnusedCapture, at, n, fmt.Sprintf("nothing uses what is kept as %s", named(c.Capture)),
				fmt.Sprintf("write {{%s}} into the text of a later task or $%s into a command, or take the line away", c.Capture, CaptureVariable(c.Capture)))
		}
	}
}
