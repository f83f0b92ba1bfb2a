package course

import (
	"regexp"
	"slices"
	"strings"
)

// adviseCode looks at what the blocks of a code question say of each other.
func (l *loader) adviseCode(t *Task) {
	code := t.Code
	if code.Solution == "" {
		return
	}
	if l.wants(codeStartSolves) && strings.Join(strings.Fields(code.Start), " ") == strings.Join(strings.Fields(code.Solution), " ") {
		l.warn(codeStartSolves, t.Pos, 0, "what there is to begin with is the solution already", "leave something out of start, or make it wrong")
	}
	if l.wants(codeTestBeside) && !code.tested() {
		l.warn(codeTestBeside, t.Pos, 0, "the test names nothing of the solution, so it takes any answer", "call what the learner writes, and compare what comes out")
	}
}

// programWords finds what may be a name in a program.
func programWords() *regexp.Regexp { return regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_]*`) }

// tested reports whether the test looks at the answer, as far as can be seen: it
// names something of the solution, or the answer's file.
func (c *Coding) tested() bool {
	words := map[string]bool{}
	test := c.Test
	if c.Language == "python" {
		test = regexp.MustCompile(`\b[fFrRbBuU]{1,2}(["'])`).ReplaceAllString(test, "$1") // as in f"{n}"
	}
	for _, w := range programWords().FindAllString(test, -1) {
		words[w] = true
	}
	for _, w := range []string{"answer", "globals", "locals", "eval", "exec", "inspect", "vars", "getattr", "globalThis", "__main__", "super"} {
		if words[w] {
			return true
		}
	}
	if c.Language == "sh" || c.Language == "sql" {
		return false // only the file's name leads to the answer
	}
	return slices.ContainsFunc(programWords().FindAllString(c.Solution, -1), func(w string) bool { return words[w] && !slices.Contains(keywords(c.Language), w) })
}

// keywords are words that any two programs of a language share, whatever they are
// about.
func keywords(language string) []string {
	switch language {
	case "go":
		return []string{"package", "main", "import", "func", "return", "if", "else", "for", "range", "var", "const", "type", "struct", "string", "int", "error", "nil", "t", "err", "testing"}
	case "python":
		return []string{"def", "class", "return", "if", "else", "elif", "for", "from", "import", "in", "is", "not", "and", "or", "None", "True", "False", "pass", "lambda", "while", "try", "except", "assert"}
	case "node":
		return []string{"function", "return", "if", "else", "for", "of", "in", "const", "let", "var", "new", "true", "false", "null", "undefined", "require", "module", "exports", "assert"}
	case "rust":
		return []string{"fn", "pub", "use", "let", "mut", "match", "impl", "mod", "struct", "self", "Self", "return", "if", "else", "for", "in", "test", "assert", "assert_eq"}
	case "c":
		return []string{"include", "int", "char", "void", "long", "double", "float", "return", "if", "else", "for", "while", "static", "const", "struct", "h", "stdio", "assert", "main"}
	}
	return nil
}
