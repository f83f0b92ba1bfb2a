package course

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Off is the severity of what is not reported unless an author asks for it.
const Off Severity = "off"

// Code is one code of findings.
type Code struct {
	Name string
	// Severities are those that its findings have by themselves, the worst first.
	// Off alone is advice that is given where course.yaml asks for it.
	Severities []Severity
}

// Settable reports whether course.yaml may set the severity: not that of a code
// whose findings are all errors, since an error is what cannot be shown or graded.
func (c Code) Settable() bool { return c.Severities[len(c.Severities)-1] != Error }

// LookUpCode returns the code of a name. near is the nearest name where there is
// none; it may be empty.
func LookUpCode(name string) (code Code, near string, ok bool) {
	codes := Codes()
	if i, found := slices.BinarySearchFunc(codes, name, func(c Code, name string) int { return strings.Compare(c.Name, name) }); found {
		return codes[i], "", true
	}
	var names []string
	for _, c := range codes {
		names = append(names, c.Name)
	}
	return Code{}, Nearest(name, names), false
}

// Codes lists all codes of findings by name.
func Codes() []Code {
	var codes []Code
	for _, list := range []struct {
		severities []Severity
		names      []string
	}{
		{[]Severity{Error}, errorCodes()},
		{[]Severity{Error, Warning}, mixedCodes()},
		{[]Severity{Warning}, warningCodes()},
		{[]Severity{Off}, quietCodes()},
	} {
		for _, name := range list.names {
			codes = append(codes, Code{name, list.severities})
		}
	}
	slices.SortFunc(codes, func(a, b Code) int { return strings.Compare(a.Name, b.Name) })
	return codes
}

// Inspect is Load for authors: it also gives advice that no learner needs, and has
// each finding with the severity that course.yaml sets under check. An error
// stays an error whatever it says there.
func Inspect(fsys fs.FS, name string) (*Course, []Diag, error) { return load(fsys, name, advised) }

// Finder finds what is wrong with files of a course that Load does not read.
type Finder func(fs.FS, *Course) []Diag

// InspectWith is Inspect with what others find beside it: their findings are
// sorted among the rest, and have the severities that course.yaml sets.
func InspectWith(fsys fs.FS, name string, others ...Finder) (*Course, []Diag, error) {
	return load(fsys, name, advised, others...)
}

// readSeverities takes the severities that course.yaml sets.
func (l *loader) readSeverities() {
	l.severities = map[string]Severity{}
	for _, e := range l.config.Check {
		at := scalarPos(courseFile, strictyaml.Scalar{Line: e.Line, Col: e.Col})
		code, near, ok := LookUpCode(e.Key)
		if !ok {
			hint := "cairn explain lists the codes"
			if near != "" {
				hint = didYouMean(near)
			}
			l.fail(codeUnknownCode, at, len(e.Key), fmt.Sprintf("there is no finding %s", named(e.Key)), hint)
			continue
		}
		severity := Severity(l.oneOf(courseFile, "the severity of a finding", e.Value, "", string(Error), string(Warning), string(Off)))
		switch {
		case severity == "":
		case severity != Error && !code.Settable():
			l.failScalar(codeValue, courseFile, e.Value,
				fmt.Sprintf("%s is always an error: what cannot be shown or graded stays one", named(e.Key)), "take it out of check, and mend what it finds")
		default:
			l.severities[e.Key] = severity
		}
	}
}

// severityOf is the severity of a finding, by itself or as course.yaml sets it.
func (l *loader) severityOf(code string, own Severity) Severity {
	if set := l.severities[code]; set != "" && own != Error && l.depth == advised {
		return set
	}
	return own
}

// wants reports whether findings of a code are shown at all, so that what nobody
// wants to know is not looked for.
func (l *loader) wants(code string) bool {
	own := Warning
	if slices.Contains(quietCodes(), code) {
		own = Off
	}
	return l.severityOf(code, own) != Off
}

// graded gives findings their severities, without those that are off.
func (l *loader) graded(diags []Diag) []Diag {
	if len(l.severities) == 0 || l.depth != advised {
		return diags
	}
	out := diags[:0]
	for _, d := range diags {
		if d.Severity = l.severityOf(d.Code, d.Severity); d.Severity != Off {
			out = append(out, d)
		}
	}
	return out
}
