package update

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// number is a version of the form that semver.org has: 1.2.3, 1.2 or 1.
type number [3]int

var numbered = regexp.MustCompile(`^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[-+].*)?$`)

func parseNumber(version string) (n number, ok bool) {
	m := numbered.FindStringSubmatch(version)
	if m == nil {
		return n, false
	}
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // what is left out is 0
	}
	return n, true
}

func (n number) String() string { return fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2]) }

func (n number) less(m number) bool {
	for i := range n {
		if n[i] != m[i] {
			return n[i] < m[i]
		}
	}
	return false
}

// raised is the least version that says how much changed. Before 1.0.0 nothing is
// promised yet: there the second number says what the first says later.
func (n number) raised(l Level) number {
	switch {
	case l == LevelNone:
		return n
	case l == LevelMajor && n[0] > 0:
		return number{n[0] + 1, 0, 0}
	case l == LevelMajor, l == LevelMinor && n[0] > 0:
		return number{n[0], n[1] + 1, 0}
	}
	return number{n[0], n[1], n[2] + 1}
}

// judgeVersion finds whether the version says what changed.
func (r *Report) judgeVersion() {
	was, ok := parseNumber(r.From)
	if !ok {
		return // an author who counts otherwise, or not at all
	}
	least := was.raised(r.Deserves)
	r.Next = least.String()
	is, ok := parseNumber(r.To)
	if ok && !is.less(least) {
		return
	}
	d := course.Diag{Code: course.CodeVersion, Severity: course.Warning, Pos: course.Pos{File: "course.yaml"},
		Msg:  fmt.Sprintf("%s: %s", from(r.From, r.To), because(r.Deserves)),
		Hint: fmt.Sprintf("write version: %s%s", least, whyNumber(was, r.Deserves))}
	if r.Deserves == LevelNone {
		d.Msg = fmt.Sprintf("the version was %s and is %s, and nothing changed", r.From, r.To)
	}
	if r.To == "" {
		d.Msg = fmt.Sprintf("the version was %s, and there is none now", r.From)
	}
	r.Findings = append(r.Findings, d)
}

// from says what became of the version.
func from(was, is string) string {
	if was == is {
		return fmt.Sprintf("the version is still %s", is)
	}
	if _, ok := parseNumber(is); !ok {
		return fmt.Sprintf("the version was %s and is %s, which is no number", was, is)
	}
	return fmt.Sprintf("the version went from %s to %s, which is too little", was, is)
}

// because says what an update does that a version has to tell.
func because(l Level) string {
	switch l {
	case LevelMajor:
		return "learners lose something by this update"
	case LevelMinor:
		return "there is something new or other in this update"
	case LevelPatch, LevelNone:
	}
	return "files of the course have changed"
}

// whyNumber says which number counts an update, where that is not the one of its
// name: below 1.0.0 the second number counts what the first counts later.
func whyNumber(was number, l Level) string {
	switch {
	case was[0] > 0 && l == LevelMajor:
		return "; the first number says that learners lose something"
	case l == LevelMajor:
		return "; below 1.0.0 the second number says that learners lose something"
	case was[0] > 0 && l == LevelMinor:
		return "; the second number says that there is something new"
	}
	return ""
}

// Locate puts the findings to their lines in the files of the newer version.
func (r *Report) Locate(fsys fs.FS) {
	data, err := fs.ReadFile(fsys, "course.yaml")
	if err != nil {
		return
	}
	for i := range r.Findings {
		d := &r.Findings[i]
		for n, line := range strings.Split(string(data), "\n") {
			if line = strings.TrimSuffix(line, "\r"); strings.HasPrefix(line, "version:") {
				d.Pos.Line, d.Pos.Col, d.Len, d.Line = n+1, 1, len(line), line
			}
		}
	}
}
