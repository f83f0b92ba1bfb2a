package course

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// What stands here finds what was meant by a value of a check that cannot be, and
// what such a value says that it was not meant to.

const jsonHint = `write a path and a value: "items.0.name = flour"`

// orMeant names what was meant, or else gives the hint.
func orMeant(meant, hint string) string {
	if meant != "" {
		return didYouMean(meant)
	}
	return hint
}

// meantYesNo is the "true" or "false" that was meant.
func meantYesNo(s string) string {
	switch strings.ToLower(s) {
	case "true", "yes", "on":
		return "true"
	case "false", "no", "off":
		return "false"
	}
	return ""
}

// meantRange is the count that was meant, as others write it; empty when unknown.
func meantRange(name, s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	switch {
	case name == "exit" && isWord(s, "nonzero", "non-zero", "fail", "failure", "!0", "!=0", "error", "false"):
		return "1.."
	case name == "exit" && isWord(s, "ok", "success", "zero", "true"):
		return "0"
	case name == "status" && len(s) == 3 && strings.HasSuffix(s, "xx") && isDigit(s[0]):
		return s[:1] + "00.." + s[:1] + "99"
	}
	if m := regexp.MustCompile(`^(>=|=>|≥|<=|=<|≤|==|=|>|<)(\d{1,6})$`).FindStringSubmatch(s); m != nil {
		return comparedRange(m[1], m[2])
	}
	if m := regexp.MustCompile(`^(\d{1,6})\+$`).FindStringSubmatch(s); m != nil {
		return m[1] + ".."
	}
	if m := regexp.MustCompile(`^(\d{1,6})(?:-|–|\.\.\.|to)(\d{1,6})$`).FindStringSubmatch(s); m != nil {
		if _, ok := parseRange(m[1] + ".." + m[2]); ok {
			return m[1] + ".." + m[2]
		}
	}
	return ""
}

// comparedRange is the range that a comparison with a number stands for.
func comparedRange(sign, number string) string {
	n, _ := strconv.Atoi(number)
	switch sign {
	case ">=", "=>", "≥":
		return number + ".."
	case "<=", "=<", "≤":
		return ".." + number
	case ">":
		return strconv.Itoa(n+1) + ".."
	case "<":
		return ".." + strconv.Itoa(max(n-1, 0))
	}
	return number
}

// meantMode is the mode that was meant: "rw-r--r--", "0o644" and "x" by other ways
// of writing them.
func meantMode(s string) string {
	if rest, ok := strings.CutPrefix(s, "0o"); ok {
		if _, ok := parseMode(rest); ok {
			return rest
		}
	}
	if strings.Trim(s, "rwx") == "" && s != "" {
		return "+" + s
	}
	if bits := strings.TrimPrefix(s, "-"); len(bits) == 9 && strings.Trim(bits, "rwx-") == "" {
		mode := 0
		for i := range bits {
			if mode <<= 1; bits[i] != '-' {
				mode |= 1
			}
		}
		return fmt.Sprintf("%03o", mode)
	}
	return ""
}

// meantJSON is a path as it is written here, where it was written as in other
// programs: "$.a[0].b: 3" is "a.0.b = 3".
func meantJSON(s string) string {
	where, value, compared := strings.Cut(s, "=")
	if !compared {
		where, value, compared = strings.Cut(s, ": ")
	}
	where = regexp.MustCompile(`\[["']?([^\]"']*)["']?\]`).ReplaceAllString(strings.TrimSpace(where), ".$1")
	where = strings.Trim(strings.TrimPrefix(where, "$"), ".:")
	meant := where
	if compared {
		meant += " = " + strings.TrimSpace(strings.TrimPrefix(value, "="))
	}
	if _, _, _, ok := parseJSONPath(meant); !ok || meant == s {
		return ""
	}
	return meant
}

// otherJSONPath reports a path as other programs write it, which names nothing here.
func otherJSONPath(names []string) bool {
	for i, n := range names {
		if i == 0 && n == "$" || strings.HasSuffix(n, "]") && strings.Contains(n, "[") || strings.Contains(n, ": ") {
			return true
		}
	}
	return false
}

// meantURL is an address of this machine that was probably meant.
func meantURL(s string) string {
	s = strings.TrimPrefix(strings.Replace(s, "https://", "http://", 1), "//")
	if strings.Trim(s, "0123456789") == "" && s != "" {
		s = ":" + s
	}
	if strings.HasPrefix(s, ":") {
		s = "localhost" + s
	}
	if !strings.Contains(s, "://") {
		s = "http://" + s
	}
	s = strings.Replace(s, "://0.0.0.0", "://localhost", 1)
	if u, err := LoopbackURL(s); err == nil {
		if u.Path == "" {
			u.Path = "/"
		}
		return u.String()
	}
	return ""
}

// knownPort reports whether an address names no port, or one that there is.
func knownPort(u *url.URL) bool {
	if u.Port() == "" {
		return !strings.HasSuffix(u.Host, ":")
	}
	n, err := strconv.Atoi(u.Port())
	return err == nil && n > 0 && n < 1<<16
}

// doubtfulPath says why a path of a check probably names nothing, and what to write.
func doubtfulPath(kind CheckKind, what string) (msg, hint string) {
	word, _, _ := strings.Cut(what, " ")
	switch {
	case kind == CheckGit && isGitCommand(word):
		return fmt.Sprintf("%s is taken for a folder: git names the repository to look at", named(what)),
			"write git: . and what is expected of it, or run: git " + what
	case kind == CheckGit && meantYesNo(what) != "":
		return fmt.Sprintf("%s is taken for a folder: git names the repository to look at", named(what)), "write git: . for the practice folder itself"
	case strings.ContainsAny(what, "*?["):
		return fmt.Sprintf("%s is the name of one file: a star or a question mark stands for itself", named(what)), "name the file, or look with run: ls " + what
	case kind == CheckFile && strings.HasSuffix(what, "/"):
		return fmt.Sprintf("%s is a folder, and a check of file looks at a file", named(what)), "write dir: " + path.Clean(what)
	}
	return "", ""
}

// isGitCommand reports the name of a command of git that people check with.
func isGitCommand(word string) bool {
	switch word {
	case "status", "log", "branch", "commit", "diff", "show", "init", "add", "tag", "remote", "stash", "rev-parse", "merge":
		return true
	}
	return false
}

// slashed reports a pattern between slashes, as message takes it and matches does not.
func slashed(s string) (bare string, ok bool) {
	p, ok := messagePattern(s)
	return p, ok && p != "" && !strings.Contains(strings.ReplaceAll(p, `\/`, ""), "/")
}

// typographic is a text without the typographic quotation marks around it.
func typographic(s string) (bare string, ok bool) {
	for _, marks := range []string{"“”", "„“", "„”", "‘’", "«»", "»«", "””"} {
		r := []rune(marks)
		if in, ok := strings.CutPrefix(s, string(r[0])); ok {
			if in, ok = strings.CutSuffix(in, string(r[1])); ok && in != "" {
				return in, true
			}
		}
	}
	return "", false
}
