package course

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Limits of what a check may expect.
const (
	maxExpectText  = 1000 // bytes of a value
	maxExpectRange = 1_000_000
	maxJSONPath    = 20 // names in it
)

// expectType is what the value of an expectation is.
type expectType int

const (
	wantText expectType = iota
	wantPattern
	wantRange
	wantYesNo
	wantMode
	wantJSON
	wantMessage
	wantPath
	wantName
)

// several reports whether a value of the type may be given more than once, all
// of which must hold.
func (t expectType) several() bool {
	return t == wantText || t == wantPattern || t == wantJSON || t == wantMessage || t == wantPath || t == wantName
}

type expectName struct {
	name string
	is   expectType
}

// expectNames are the names that a kind of check knows. Equals stands once,
// although it is text.
func expectNames(kind CheckKind) []expectName {
	text := []expectName{{"contains", wantText}, {"not", wantText}, {"matches", wantPattern}, {"equals", wantText}}
	switch kind {
	case CheckRun:
		return append(append([]expectName{{"exit", wantRange}}, text...),
			expectName{"lines", wantRange}, expectName{"stderr-contains", wantText}, expectName{"stderr-not", wantText},
			expectName{"stderr-matches", wantPattern}, expectName{"json", wantJSON})
	case CheckFile:
		return append(append([]expectName{{"exists", wantYesNo}}, text...),
			expectName{"lines", wantRange}, expectName{"mode", wantMode}, expectName{"json", wantJSON})
	case CheckDir:
		return []expectName{{"exists", wantYesNo}, {"contains", wantPath}, {"not", wantPath}, {"entries", wantRange}}
	case CheckGit:
		return []expectName{
			{"branch", wantName}, {"clean", wantYesNo}, {"commits", wantRange}, {"message", wantMessage}, {"log", wantMessage},
			{"tracked", wantPath}, {"committed", wantPath}, {"untracked", wantPath}, {"staged", wantPath}, {"changed", wantPath}, {"ignored", wantPath},
			{"has-branch", wantName}, {"no-branch", wantName}, {"merged", wantName}, {"merges", wantRange},
			{"conflicts", wantRange}, {"tag", wantName}, {"remote", wantName}, {"stashes", wantRange},
		}
	case CheckHTTP:
		return []expectName{{"status", wantRange}, {"contains", wantText}, {"not", wantText}, {"matches", wantPattern}, {"json", wantJSON}}
	case CheckAsk:
		return text
	}
	return nil
}

// ExpectNames are the names of what a check of a kind can expect, in the order of
// the format.
func ExpectNames(kind CheckKind) []string {
	var names []string
	for _, n := range expectNames(kind) {
		names = append(names, n.name)
	}
	return names
}

// Range is a closed range of whole numbers. High is -1 where nothing bounds it.
type Range struct{ Low, High int }

// Holds reports whether n is in the range.
func (r Range) Holds(n int) bool { return n >= r.Low && (r.High < 0 || n <= r.High) }

func parseRange(s string) (Range, bool) {
	whole := func(s string) (int, bool) {
		n, err := strconv.Atoi(s)
		return n, err == nil && n >= 0 && n <= maxExpectRange && isDigit(s[0])
	}
	s = strings.TrimSpace(s)
	low, high, isRange := strings.Cut(s, "..")
	if !isRange {
		n, ok := whole(s)
		return Range{n, n}, ok
	}
	r := Range{0, -1}
	okLow, okHigh := true, true
	if low = strings.TrimSpace(low); low != "" {
		r.Low, okLow = whole(low)
	}
	if high = strings.TrimSpace(high); high != "" {
		r.High, okHigh = whole(high)
	}
	return r, okLow && okHigh && low+high != "" && (r.High < 0 || r.Low <= r.High)
}

// Mode is what must hold of the permissions of a file: those in All are there,
// none of those in None is.
type Mode struct{ All, None fs.FileMode }

// Holds reports whether permissions are as they must be.
func (m Mode) Holds(perm fs.FileMode) bool { return perm&m.All == m.All && perm&m.None == 0 }

// parseMode reads permissions as chmod takes them: "644", or clauses such as
// "u+x" and "go-w". "+x" alone is "u+x".
func parseMode(s string) (Mode, bool) {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseUint(s, 8, 32); err == nil && (len(s) == 3 || len(s) == 4 && s[0] == '0') {
		return Mode{All: fs.FileMode(n), None: ^fs.FileMode(n) & fs.ModePerm}, true
	}
	var m Mode
	for clause := range strings.SplitSeq(s, ",") {
		at := strings.IndexAny(clause, "+-=")
		if at < 0 {
			return Mode{}, false
		}
		var who, what fs.FileMode
		for _, c := range orElse(clause[:at], "u") {
			bits, ok := map[rune]fs.FileMode{'u': 0o700, 'g': 0o070, 'o': 0o007, 'a': 0o777}[c]
			if !ok {
				return Mode{}, false
			}
			who |= bits
		}
		for _, c := range clause[at+1:] {
			bits, ok := map[rune]fs.FileMode{'r': 0o444, 'w': 0o222, 'x': 0o111}[c]
			if !ok {
				return Mode{}, false
			}
			what |= bits
		}
		if what == 0 && clause[at] != '=' {
			return Mode{}, false
		}
		switch clause[at] {
		case '+':
			m.All |= who & what
		case '-':
			m.None |= who & what
		case '=':
			m.All |= who & what
			m.None |= who &^ what
		}
	}
	return m, m.All&m.None == 0
}

// parseJSONPath reads "items.0.name = flour": names with dots between them, numbers
// for places in a list, and the value that stands there. Without "=" it is enough
// that something does.
func parseJSONPath(s string) (names []string, want string, compared, ok bool) {
	where, want, compared := strings.Cut(s, "=")
	want = strings.TrimSpace(strings.TrimPrefix(want, "="))
	names = strings.Split(strings.TrimSpace(where), ".")
	if slices.Contains(names, "") || otherJSONPath(names) {
		return nil, "", false, false
	}
	return names, want, compared, len(names) <= maxJSONPath
}

// messagePattern is the pattern of a value that stands between slashes.
func messagePattern(s string) (string, bool) {
	in, ok := strings.CutPrefix(s, "/")
	if !ok {
		return "", false
	}
	if p, i := strings.CutSuffix(in, "/i"); i && p != "" {
		return "(?i)" + p, true
	}
	in, ok = strings.CutSuffix(in, "/")
	return in, ok && in != ""
}

// InsidePath is a path of a check, cleaned, if it stays in the practice folder.
func InsidePath(s string) (string, bool) {
	if s == "" || len(s) > 500 || strings.ContainsAny(s, `\:`) || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "~") || hasControl(s) || strings.Contains(s, "\n") {
		return "", false
	}
	for part := range strings.SplitSeq(s, "/") {
		if part == ".." {
			return "", false
		}
	}
	s = path.Clean(s)
	return s, fs.ValidPath(s)
}

// LoopbackURL is the address of a check, if it is one of this machine.
func LoopbackURL(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil && strings.Contains(err.Error(), "invalid port") {
		return nil, errors.New("its port is no number from 1 to 65535")
	}
	if err != nil || u.Scheme != "http" || u.Opaque != "" || u.Host == "" {
		return nil, errors.New("it is no address that begins with http://")
	}
	if u.User != nil {
		return nil, errors.New("it holds a name or password")
	}
	if !knownPort(u) {
		return nil, errors.New("its port is no number from 1 to 65535")
	}
	host := u.Hostname()
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsLoopback() || strings.EqualFold(host, "localhost") {
		return u, nil
	}
	return nil, errors.New("it leads beyond this machine")
}

// wrongExpectation says what is wrong with the value of an expectation, and how
// to mend it; empty: nothing is.
func wrongExpectation(kind CheckKind, n expectName, value string) (msg, hint string) {
	if len(value) > maxExpectText || hasControl(value) {
		return n.name + " holds more than can be compared, or characters that cannot be seen", fmt.Sprintf("write at most %d plain characters", maxExpectText)
	}
	if value == "" && n.name != "equals" {
		return n.name + " is given without a value", "write it behind the colon, or leave " + n.name + " out"
	}
	ok := true
	switch n.is {
	case wantText, wantName:
	case wantPattern:
		if _, err := compilePattern(value); err != nil {
			return "this pattern cannot be used: " + err.Error(), patternHint
		}
	case wantMessage:
		if p, is := messagePattern(value); is {
			if _, err := compilePattern(p); err != nil {
				return "this pattern cannot be used: " + err.Error(), patternHint
			}
		}
	case wantRange:
		return wrongRange(kind, n.name, value)
	case wantYesNo:
		ok = value == "true" || value == "false"
		hint = orMeant(meantYesNo(value), "write true or false")
	case wantMode:
		_, ok = parseMode(value)
		hint = orMeant(meantMode(value), `write permissions as chmod takes them: "644", or u+x`)
	case wantJSON:
		_, _, _, ok = parseJSONPath(value)
		hint = orMeant(meantJSON(value), jsonHint)
	case wantPath:
		_, ok = InsidePath(value)
		hint = "write a path below the folder, without .. and without / in front"
	}
	if !ok {
		return fmt.Sprintf("%s cannot be %s", n.name, named(value)), hint
	}
	return "", ""
}

const patternHint = "a pattern is a regular expression of at most 256 characters; (?=…), (?!…), (?<=…) and \\1 are not known"

func wrongRange(kind CheckKind, name, value string) (msg, hint string) {
	r, ok := parseRange(value)
	if !ok {
		return fmt.Sprintf("%s is no count: %s", name, named(value)), orMeant(meantRange(name, value), `write a whole number or a range: 3, "1..", "..5" or "3..5"`)
	}
	low, high := 0, maxExpectRange
	switch {
	case kind == CheckRun && name == "exit":
		high = 255
	case name == "status":
		low, high = 100, 599
	}
	if r.Low > high || r.High > high || low > 0 && r.Low < low {
		return fmt.Sprintf("%s is never %s", name, named(value)), fmt.Sprintf("write a number from %d to %d", low, high)
	}
	return "", ""
}
