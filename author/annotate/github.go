// Package annotate prints findings for the programs that show them beside the
// files: SARIF, and the annotations of GitHub.
package annotate

import (
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// WriteGitHub prints findings as commands of a GitHub workflow, which shows them
// beside the lines they are about. dir is where the course is, with slashes; files
// are named below it.
func WriteGitHub(w io.Writer, dir string, diags []course.Diag) error {
	for _, d := range diags {
		kind := "warning"
		if d.Severity == course.Error {
			kind = "error"
		}
		where := "file=" + property(path.Join(dir, d.Pos.File))
		if d.Pos.Line > 0 {
			from, to := columns(d)
			where += fmt.Sprintf(",line=%d,col=%d,endColumn=%d", d.Pos.Line, from, to)
		}
		msg := d.Msg
		if d.Hint != "" {
			msg += "\n" + d.Hint
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", kind, where, property(d.Code), data(msg)); err != nil {
			return err
		}
	}
	return nil
}

// data writes a message so that nothing in it ends the command.
func data(s string) string {
	s = textsafe.Text(s)
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property writes a value so that nothing in it ends the value.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(textsafe.Line(s)))
}

// columns are where a finding begins and ends, counted in characters from 1.
func columns(d course.Diag) (from, to int) {
	at := min(max(d.Pos.Col-1, 0), len(d.Line))
	end := min(at+max(d.Len, 0), len(d.Line))
	from = utf8.RuneCountInString(d.Line[:at]) + 1
	return from, from + utf8.RuneCountInString(d.Line[at:end])
}
