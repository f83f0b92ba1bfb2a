package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// What stands here finds what was meant by a key of a check that is none, also by
// those who know the words of other programs.

// checkKeys are the keys of a check, in the order of the format.
func checkKeys() []string {
	var keys []string
	for _, k := range CheckKinds() {
		keys = append(keys, string(k))
	}
	return append(keys, "expect", "title", "otherwise", "capture")
}

// otherCheckKey is the key of a check that other programs call by this word.
func otherCheckKey(word string) string {
	switch strings.ToLower(word) {
	case "command", "cmd", "commands", "shell", "exec", "execute", "sh", "bash", "script", "program", "runs":
		return "run"
	case "path", "filename", "file-name", "file_name":
		return "file"
	case "folder", "directory":
		return "dir"
	case "repo", "repository":
		return "git"
	case "url", "get", "address", "uri", "request", "curl":
		return "http"
	case "question", "prompt", "confirm":
		return "ask"
	case "name", "label", "description", "desc", "summary":
		return "title"
	case "message", "msg", "hint", "else", "feedback", "fail", "failure", "on-fail", "on_fail", "error", "fails", "say":
		return "otherwise"
	case "save", "store", "as", "register", "keep", "save-as", "save_as", "capture-as", "capture_as":
		return "capture"
	case "should", "wants", "want", "assert", "asserts":
		return "expect"
	}
	return ""
}

// meantCheck is a problem of a block of checks, with the cure that fits there.
// kind is what the check looks at, if that can be read; listed tells whether the
// block is a list, so that a check is one of its items.
func meantCheck(p strictyaml.Problem, word string, kind CheckKind, listed bool) strictyaml.Problem {
	switch p.Code {
	case strictyaml.UnknownKey:
		p.Hint = checkKeyHint(word, kind, p.Hint)
	case strictyaml.RepeatedKey:
		switch {
		case slices.Contains(checkKeys()[:len(CheckKinds())], word):
			p.Hint = `begin each check with "- "`
		case word == "expect":
			p.Hint = "write all of it into one, as in expect: { contains: flour, lines: 3 }"
		case slices.Contains(checkKeys(), word):
			p.Hint = "keep one of them"
		default:
			p.Hint = "keep one of them; where several must hold, write a list: " + word + ": [flour, water]"
		}
	case strictyaml.Type:
		key, isList := strings.CutSuffix(p.Msg, " must be text, not a list")
		switch {
		case isList && key == "run":
			p.Hint = "put the command in quotes, or make a check of each"
		case isList && slices.Contains(checkKeys()[:len(CheckKinds())], key):
			p.Hint = "make a check of each"
		case isList:
			p.Hint = "write one text"
		case strings.HasPrefix(p.Msg, `expect must be "key: value" pairs, not "`):
			p.Hint = "write what is expected of it, as in expect: { contains: flour }"
		case strings.HasPrefix(p.Msg, "json must be text"):
			p.Hint = jsonHint
		case !listed && strings.HasPrefix(p.Msg, "the YAML must be"):
			p.Hint = "write a list of checks, such as - file: notes.txt"
		}
	}
	return p
}

// checkKeyHint says where a key that a check does not have belongs.
func checkKeyHint(word string, kind CheckKind, hint string) string {
	lower := strings.ToLower(word)
	if rest := strings.TrimLeft(lower, "-0123456789.) \u00a0"); rest != lower && slices.Contains(checkKeys(), rest) {
		return `begin each check with "- ", a dash and a plain space`
	}
	if lower == "check" || lower == "checks" {
		return `take this line away: the block is the list of checks, and each begins with "- "`
	}
	if slices.Contains(checkKeys(), lower) {
		return hint
	}
	under := "write it under expect, as in expect: { " + lower + ": … }"
	key := otherCheckKey(word)
	switch {
	case slices.Contains(ExpectNames(kind), lower):
		return under
	case key != "":
		return didYouMean(key)
	case slices.ContainsFunc(CheckKinds(), func(k CheckKind) bool { return slices.Contains(ExpectNames(k), lower) }):
		return under
	}
	return hint
}

// kindAt is what the check looks at that a line of the block belongs to; empty where
// it cannot be told.
func kindAt(list []checkYAML, line int) CheckKind {
	var kind CheckKind
	for _, c := range list {
		if c.Place.Line > line {
			break
		}
		kind = ""
		for i, s := range c.looksAt() {
			if s.Text != "" {
				kind = CheckKinds()[i]
			}
		}
	}
	return kind
}

// givenNothing warns of a key of a check behind which nothing stands: what was meant
// to be asked for, or said, is not.
func (b *checkBlock) givenNothing(c *checkYAML, text []string, next int) {
	for n := c.Place.Line; n < next && n <= len(text); n++ {
		line := text[n-1]
		at := len(line) - len(strings.TrimLeft(line, " "))
		if n == c.Place.Line {
			at = len(line) - len(strings.TrimLeft(line, " -"))
		}
		key, value, ok := strings.Cut(strings.TrimSpace(line[at:]), ":")
		if !ok || at+1 != c.Place.Col || !b.nothingBehind(c, key, value) {
			continue
		}
		from := b.place(n, at+1)
		b.warn(codeEmptyPart, span{from, from + len(key)}, key+" is given without a value", "write it behind the colon, or leave "+key+" out")
	}
}

func (b *checkBlock) nothingBehind(c *checkYAML, key, value string) bool {
	switch value = strings.TrimSpace(value); {
	case value != "" && value != "{}" && value != `""` && value != "''" && !strings.HasPrefix(value, "#"):
		return false
	case key == "expect":
		return len(c.Expect) == 0
	case key == "title":
		return c.Title == ""
	case key == "otherwise":
		return c.Otherwise == ""
	}
	return key == "capture" && c.Capture.Text == ""
}

// otherExpect is the name of expect, or one with its value, that other programs call
// by this word. Several are tried, as kinds know different names.
func otherExpect(word string) []string {
	switch word {
	case "exit-code", "exitcode", "exit-status", "exitstatus", "return-code", "returncode", "rc", "code", "status", "status-code", "statuscode":
		return []string{"exit", "status"}
	case "stdout", "output", "stdout-contains", "output-contains", "body", "body-contains", "text", "content", "contents", "has", "have", "includes", "include", "substring", "file", "files", "entry":
		return []string{"contains", "tracked"}
	case "stderr", "errors":
		return []string{"stderr-contains"}
	case "not-contains", "not-contain", "excludes", "stdout-not", "stdout-not-contains", "without", "lacks":
		return []string{"not"}
	case "stderr-not-contains":
		return []string{"stderr-not"}
	case "regex", "regexp", "pattern", "stdout-matches", "output-matches", "re":
		return []string{"matches"}
	case "is", "value", "stdout-equals", "exactly", "eq":
		return []string{"equals"}
	case "permission", "permissions", "perm", "perms", "chmod":
		return []string{"mode"}
	case "count", "size", "length", "line-count":
		return []string{"lines", "entries"}
	case "json-path", "jsonpath", "jq":
		return []string{"json"}
	case "commit-message", "msg", "last-message":
		return []string{"message"}
	case "history", "messages":
		return []string{"log"}
	case "modified", "unstaged":
		return []string{"changed"}
	case "head", "current-branch", "on-branch":
		return []string{"branch"}
	case "merged-branch":
		return []string{"merged"}
	case "branch-exists":
		return []string{"has-branch"}
	}
	return nil
}

// expectHint is how to mend a name that a kind of check does not expect.
func expectHint(kind CheckKind, word string) string {
	names := ExpectNames(kind)
	lower := strings.ReplaceAll(strings.ToLower(word), "_", "-")
	for _, name := range otherExpect(lower) {
		if slices.Contains(names, name) {
			return didYouMean(name)
		}
	}
	if slices.Contains([]string{"title", "otherwise", "capture"}, lower) {
		return "write " + lower + " beside expect, and not under it"
	}
	for _, w := range []struct{ word, write, of string }{
		{"missing", "exists: false", "exists"}, {"absent", "exists: false", "exists"}, {"not-exists", "exists: false", "exists"},
		{"dirty", "clean: false", "clean"}, {"empty", "entries: 0", "entries"}, {"empty", `equals: ""`, "equals"},
	} {
		if lower == w.word && slices.Contains(names, w.of) {
			return "write " + w.write
		}
	}
	if near := nearestName(lower, names); near != "" {
		return didYouMean(near)
	}
	return fmt.Sprintf("a check of %s expects one of %s", kind, strings.Join(names, ", "))
}
