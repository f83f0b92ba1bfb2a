package code

import (
	"regexp"
	"strconv"
	"strings"
)

// match is the first match of a pattern with its groups, or nil.
func match(pattern, s string) []string { return regexp.MustCompile(pattern).FindStringSubmatch(s) }

func number(s string) int {
	n, _ := strconv.Atoi(s) // of digits; one that is too long is no line
	return n
}

// explainGo reads what go test says.
func explainGo(stdout, stderr string, _ int) Failure {
	out := stdout + "\n" + stderr
	if !strings.Contains(out, "--- FAIL") {
		if f := builtGo(out); f.Kind != "" {
			return f
		}
	}
	f := Failure{Kind: FailedUnknown}
	if m := match(`(?m)^\s*--- FAIL: (\S+)`, out); m != nil {
		f.Kind, f.Test = FailedTest, deepest(out, m[1])
	}
	if m := match(`(?m)^panic: test timed out after .*\n\s+running tests:\n\s+(\S+)`, out); m != nil {
		return Failure{Kind: FailedLimit, Test: m[1], Line: lineGo(out)}
	}
	if m := match(`(?m)^(?:panic|fatal error): (.*)`, out); m != nil {
		f.Kind, f.Said, f.Line = FailedCrash, strings.TrimSuffix(m[1], " [recovered, repanicked]"), lineGo(out)
		f.Said, _, _ = strings.Cut(f.Said, " [recovered]")
		return f
	}
	if m := match(`(?m)^\s+answer_test\.go:\d+: ((?:.*)(?:\n {8,}.*)*)`, out); m != nil {
		f.Kind, f.Said = FailedTest, unindent(m[1])
	}
	return f
}

// builtGo is why the compiler or vet refused, or nothing.
func builtGo(out string) Failure {
	if m := match(`(?m)^(?:vet: )?(?:\./)?answer\.go:(\d+)(?::\d+)?: (.*)`, out); m != nil {
		return Failure{Kind: FailedBuild, Line: number(m[1]), Said: m[2]}
	}
	if m := match(`(?m)^(?:vet: )?(?:\./)?answer_test\.go:\d+(?::\d+)?: (.*)`, out); m != nil {
		return Failure{Kind: FailedFit, Said: m[1]}
	}
	if m := match(`(?m)^(found packages \S+ \(\S+\) and \S+ \(\S+\)) in `, out); m != nil {
		return Failure{Kind: FailedBuild, Said: m[1]}
	}
	return Failure{}
}

// lineGo is the first line of the answer in the traces of goroutines, or 0. Where
// the compiler put a function into its caller, a trace may know of line 1 alone,
// which is none that is carried out.
func lineGo(out string) int {
	for _, at := range regexp.MustCompile(`(?m)^\s+(?:\S*/)?answer\.go:(\d+)`).FindAllStringSubmatch(out, 20) {
		if line := number(at[1]); line > 1 {
			return line
		}
	}
	return 0
}

// deepest is the name of the first test that failed, with those in it.
func deepest(out, name string) string {
	for _, m := range regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`).FindAllStringSubmatch(out, 20) {
		if strings.HasPrefix(m[1], name+"/") {
			name = m[1]
		}
	}
	return name
}

func unindent(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// explainPython reads a traceback.
func explainPython(_, stderr string, _ int) Failure {
	f := Failure{Kind: FailedCrash, Said: lastLine(stderr)}
	if at := regexp.MustCompile(`(?m)^\s*File "answer\.py", line (\d+)`).FindAllStringSubmatch(stderr, -1); at != nil {
		f.Line = number(at[len(at)-1][1])
	}
	inTest := match(`(?m)^\s*File "test\.py", line \d+.*\n\s+(.*)`, stderr)
	switch {
	case match(`^(SyntaxError|IndentationError|TabError)\b`, f.Said) != nil && f.Line > 0:
		f.Kind = FailedBuild
	case strings.HasPrefix(f.Said, "NameError") && f.Line == 0:
		f.Kind = FailedFit
	case strings.HasPrefix(f.Said, "AssertionError") && inTest != nil:
		f.Kind, f.Line = FailedTest, 0
		if f.Said = strings.TrimPrefix(strings.TrimPrefix(f.Said, "AssertionError"), ": "); f.Said == "" {
			f.Said = inTest[1]
		}
	}
	return f
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// explainNode reads what node says of an error that nobody caught.
func explainNode(_, stderr string, _ int) Failure {
	f := Failure{Kind: FailedUnknown}
	if m := match(`(?m)^(?:Uncaught )?(\w*(?:Error|Exception))(?: \[(\w+)\])?: ((?:.*)(?:\n(?:[^\s].*|\s*[+-] .*|))*)`, stderr); m != nil {
		f.Kind, f.Said = FailedCrash, m[1]+": "+m[3]
		if m[1] == "AssertionError" {
			f.Kind, f.Said = FailedTest, m[3]
		}
		if m[1] == "SyntaxError" {
			f.Kind = FailedBuild
		}
	}
	if at := match(`answer\.js:(\d+)`, stderr); at != nil && f.Kind != FailedTest {
		f.Line = number(at[1])
	}
	switch {
	case f.Line > 0:
	case f.Kind == FailedBuild:
		f.Kind = FailedUnknown // of the test
	case strings.HasPrefix(f.Said, "ReferenceError: "):
		f.Kind = FailedFit
	}
	return f
}

// explainSh takes what the test says, else what the shell does.
func explainSh(stdout, stderr string, exit int) Failure {
	f := Failure{Kind: FailedTest, Said: strings.TrimSpace(orElse(stdout, stderr))}
	m := match(`(?m)^(?:\S+: )?(?:\./)?answer\.sh: (?:line )?(\d+): (.*)`, stderr)
	if m == nil {
		return f
	}
	f.Line = number(m[1])
	if match(`(?i)syntax error|unexpected`, m[2]) != nil {
		f.Kind, f.Said = FailedBuild, m[2]
	} else if strings.TrimSpace(stdout) == "" {
		f.Kind, f.Said = FailedCrash, m[2]
	}
	return f
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}

// explainRust reads what rustc and its test runner say.
func explainRust(stdout, stderr string, _ int) Failure {
	if m := match(`(?m)^error(?:\[E\d+\])?: (.*)(?:\n\s*--> (\S+?):(\d+))?`, stderr); m != nil && !strings.Contains(stdout, "running ") {
		f := Failure{Kind: FailedBuild, Said: m[1]}
		switch m[2] {
		case "answer.rs":
			f.Line = number(m[3])
		case "test.rs":
			f.Kind = FailedFit
		}
		return f
	}
	f := Failure{Kind: FailedUnknown}
	m := match(`(?m)^thread '([^']*)'(?: \(\d+\))? panicked at (\S+?):(\d+):\d+:\n((?:.+\n?)*)`, stdout+"\n"+stderr)
	if m == nil {
		return f
	}
	said, _, _ := strings.Cut(m[4], "note: run with")
	f.Kind, f.Test, f.Said = FailedTest, strings.TrimPrefix(m[1], "asked::"), unindent(said)
	if m[2] == "answer.rs" {
		f.Kind, f.Line = FailedCrash, number(m[3])
	}
	return f
}

// explainC reads what the compiler says, an assert, or how the program died.
func explainC(stdout, stderr string, exit int) Failure {
	if m := match(`(?m)^(?:\./)?(\S+?\.c):(\d+):(?:\d+:)? (?:fatal )?error: (.*)`, stderr); m != nil {
		f := Failure{Kind: FailedBuild, Said: m[3]}
		switch m[1] {
		case "answer.c":
			f.Line = number(m[2])
		case "test.c":
			f.Kind = FailedFit
		}
		return f
	}
	if m := match(`Assertion .(.*?). failed`, stderr); m != nil {
		return Failure{Kind: FailedTest, Said: m[1]}
	}
	if m := match(`(?m)^.*undefined reference to .*`, stderr); m != nil {
		return Failure{Kind: FailedBuild, Said: m[0]}
	}
	const signalled = 128
	if exit > signalled {
		return Failure{Kind: FailedCrash, Said: map[int]string{136: "SIGFPE", 134: "SIGABRT", 139: "SIGSEGV", 135: "SIGBUS"}[exit]}
	}
	return Failure{Kind: FailedTest, Said: strings.TrimSpace(orElse(stdout, stderr))}
}

// explainSQL reads an error of sqlite3.
func explainSQL(stdout, stderr string, _ int) Failure {
	m := match(`(?m)^(?:(Parse|Runtime) error|Error:)(?: near line (\d+))?:? ?(.*)`, orElse(stderr, stdout))
	if m == nil {
		return Failure{Kind: FailedUnknown, Said: strings.TrimSpace(orElse(stderr, stdout))}
	}
	f := Failure{Kind: FailedCrash, Said: m[3]}
	if m[1] == "Parse" {
		f.Kind = FailedBuild
	}
	return f
}
