package check

import (
	"context"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall"
)

// gitCall begins every call of git: nothing that a repository names is run by it or
// asked, as far as git can be told; the walls are around it all the same.
const gitCall = "git --no-pager -c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.untrackedCache=false" +
	" -c diff.external= -c log.showSignature=false -c gpg.program=false -c core.sshCommand=false -c protocol.allow=never" +
	" -c core.quotePath=false -c color.ui=false -c status.showUntrackedFiles=all -c diff.ignoreSubmodules=all -c submodule.recurse=false" +
	" -c core.editor=false -c credential.helper= -c core.askPass="

// gitPlace asks whether a folder is a repository of its own.
const gitPlace = "rev-parse --show-prefix"

// gitKept is how many bytes are taken of each answer of git.
const gitKept = 16 << 10

// gitScript asks git several things in a folder below the practice folder, and
// writes before each answer its status and its length, so that no answer is taken
// for another. A repository around the practice folder is none of its.
func gitScript(folder string, calls []string) string {
	var b strings.Builder
	b.WriteString(`GIT_CEILING_DIRECTORIES=${PWD%/*} GIT_OPTIONAL_LOCKS=0 GIT_NO_LAZY_FETCH=1 GIT_NO_REPLACE_OBJECTS=1` + "\n" +
		"export GIT_CEILING_DIRECTORIES GIT_OPTIONAL_LOCKS GIT_NO_LAZY_FETCH GIT_NO_REPLACE_OBJECTS\n" +
		"command -v git >/dev/null || exit 127\ncd " + quoted(folder) + " || exit 126\n" +
		"o=${TMPDIR:-/tmp}/answer.$$\ntrap 'rm -f \"$o\" \"$o.cut\"' EXIT\n" +
		"tell() { s=$?; head -c " + strconv.Itoa(gitKept) + ` "$o" > "$o.cut"; printf '%d %d\n' "$s" "$(wc -c < "$o.cut")"; cat "$o.cut"; }` + "\n")
	for _, call := range calls {
		b.WriteString(gitCall + " " + call + ` > "$o" 2>/dev/null; tell` + "\n")
	}
	return b.String()
}

// gitAnswer is what git said to one call.
type gitAnswer struct {
	exit int
	out  string
}

// gitAnswers takes apart what gitScript writes.
func gitAnswers(out []byte) []gitAnswer {
	var list []gitAnswer
	for text := string(out); text != ""; {
		head, rest, _ := strings.Cut(text, "\n")
		status, size, _ := strings.Cut(head, " ")
		exit, err := strconv.Atoi(status)
		n, err2 := strconv.Atoi(strings.TrimSpace(size))
		if err != nil || err2 != nil || n < 0 || n > len(rest) {
			break // it was cut
		}
		list = append(list, gitAnswer{exit, plain([]byte(rest[:n]))})
		text = rest[n:]
	}
	return list
}

// quoted is a word for sh.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// git tries a check of a repository.
func (t *trial) git(ctx context.Context) error {
	name, ok := course.InsidePath(t.check.What)
	if !ok || t.isDir(name) != "" {
		t.fail(Found{Code: NoRepo})
		return nil
	}
	calls := []string{gitPlace}
	questions := make([]gitQuestion, len(t.check.Expect))
	for i, e := range t.check.Expect {
		questions[i] = gitAsks(e)
		calls = append(calls, questions[i].call)
	}
	r, ok, err := t.runs(ctx, gitScript("./"+name, calls))
	if !ok {
		return err
	}
	answers := gitAnswers(r.Stdout)
	switch {
	case r.Ended != wall.Exited:
		t.fail(Found{Code: Ended, Ending: r.Ended})
	case r.Exit == 127:
		t.fail(Found{Code: NoGit})
	case len(answers) == 0, answers[0].exit != 0, strings.TrimSpace(answers[0].out) != "":
		t.fail(Found{Code: NoRepo})
	default:
		for i, e := range t.check.Expect {
			if i+1 >= len(answers) {
				t.fail(Found{Code: Unreadable, Expect: e})
				break
			}
			t.gitHolds(e, questions[i], answers[i+1])
		}
	}
	return nil
}

// gitQuestion is how an expectation is asked of git, and how the answer is taken.
type gitQuestion struct {
	call  string
	holds func(a gitAnswer) (ok bool, got string)
	count func(out string) int // of those that count, in place of holds
}

func (t *trial) gitHolds(e course.Expectation, q gitQuestion, a gitAnswer) {
	if q.count != nil {
		if n := q.count(a.out); !e.Range().Holds(n) {
			t.fail(Found{Code: GitCount, Expect: e, Count: n})
		}
		return
	}
	if q.holds == nil {
		t.fail(Found{Code: Unreadable, Expect: e})
		return
	}
	if ok, got := q.holds(a); !ok {
		t.fail(Found{Code: Git, Expect: e, Got: got})
	}
}

// gitAsks is the question of an expectation.
func gitAsks(e course.Expectation) gitQuestion {
	works := func(a gitAnswer) (bool, string) { return a.exit == 0, "" }
	fails := func(a gitAnswer) (bool, string) { return a.exit != 0, "" }
	some := func(a gitAnswer) (bool, string) { return a.exit == 0 && strings.TrimSpace(a.out) != "", "" }
	branch := func(a gitAnswer) (bool, string) { return strings.TrimSpace(a.out) == e.Text, strings.TrimSpace(a.out) }
	clean := func(a gitAnswer) (bool, string) {
		return a.exit == 0 && (strings.TrimSpace(a.out) == "") == e.Yes(), firstLine(a.out)
	}
	const diff = "diff --no-ext-diff --no-textconv --name-only"
	at, head := " -- "+quoted(":(literal)"+e.Text), quoted("refs/heads/"+e.Text)
	return map[string]gitQuestion{
		"branch":     {call: "symbolic-ref --short -q HEAD", holds: branch},
		"clean":      {call: "status --porcelain", holds: clean},
		"commits":    {call: "rev-list --count HEAD", count: number},
		"merges":     {call: "rev-list --count --merges HEAD", count: number},
		"message":    {call: "log -1 --format=%B", holds: saysMessage(e)},
		"log":        {call: "log -n 1000 --format=%B%x00", holds: saysMessage(e)},
		"tracked":    {call: "ls-files --error-unmatch" + at, holds: works},
		"committed":  {call: "diff --no-ext-diff --no-textconv --quiet " + quoted("HEAD:"+e.Text) + " -- " + quoted(e.Text), holds: works},
		"untracked":  {call: "ls-files --others --exclude-standard" + at, holds: some},
		"staged":     {call: diff + " --cached" + at, holds: some},
		"changed":    {call: diff + at, holds: some},
		"ignored":    {call: "check-ignore -q -- " + quoted(e.Text), holds: works},
		"has-branch": {call: "show-ref --verify -q " + head, holds: works},
		"no-branch":  {call: "show-ref --verify -q " + head, holds: fails},
		"merged":     {call: "merge-base --is-ancestor " + head + " HEAD", holds: works},
		"conflicts":  {call: diff + " --diff-filter=U", count: lines},
		"tag":        {call: "show-ref --verify -q " + quoted("refs/tags/"+e.Text), holds: works},
		"remote":     {call: "config --get " + quoted("remote."+e.Text+".url"), holds: some},
		"stashes":    {call: "stash list", count: lines},
	}[e.Name]
}

// number is the count that git wrote.
func number(out string) int {
	n, err := strconv.Atoi(strings.TrimSpace(out))
	if err != nil {
		return 0 // there is nothing to count yet
	}
	return n
}

// saysMessage takes messages of commits, of which one has to be as expected.
func saysMessage(e course.Expectation) func(gitAnswer) (bool, string) {
	pattern, text := e.Message()
	return func(a gitAnswer) (bool, string) {
		for one := range strings.SplitSeq(a.out, "\x00") {
			one = strings.TrimSpace(one)
			if pattern != nil && one != "" && pattern.MatchString(one) || pattern == nil && strings.Contains(one, text) {
				return true, ""
			}
		}
		return false, firstLine(a.out)
	}
}
