package course

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// Diag is one finding about a course: what is wrong, where, and the cure.
// Its texts may hold characters that a terminal acts on; String, WriteDiags
// and WriteDiagsJSON disarm them.
type Diag struct {
	Code     string // stable, such as "dead-link"
	Severity Severity
	Pos      Pos
	Len      int    // bytes of Line the finding is about; 0: none in particular
	Line     string // the line itself, as read
	Msg      string
	Hint     string // how to mend it; may be empty
	Meant    string // what the part it is about was probably meant to be; empty: not known
}

// Severity ranks findings.
type Severity string

// The severities: an error is what cannot be shown or graded, a warning is
// what will hurt.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// String gives the finding on one line: "file:line:col: severity: message [code]".
func (d Diag) String() string {
	at := d.Pos.File
	if d.Pos.Line > 0 {
		at = fmt.Sprintf("%s:%d:%d", d.Pos.File, d.Pos.Line, d.Pos.Col)
	}
	return textsafe.Line(fmt.Sprintf("%s: %s: %s [%s]", at, d.Severity, d.Msg, d.Code))
}

// MarshalJSON gives the stable form: file, line, column, length, severity,
// code, message, hint and text. Line, column and length are 0 when the finding
// is about the file as a whole; hint is left out when there is none.
func (d Diag) MarshalJSON() ([]byte, error) {
	data, err := json.Marshal(struct {
		File     string   `json:"file"`
		Line     int      `json:"line"`
		Column   int      `json:"column"`
		Length   int      `json:"length"`
		Severity Severity `json:"severity"`
		Code     string   `json:"code"`
		Message  string   `json:"message"`
		Hint     string   `json:"hint,omitempty"`
		Text     string   `json:"text"`
	}{d.Pos.File, d.Pos.Line, d.Pos.Col, d.Len, d.Severity, d.Code, d.Msg, d.Hint, d.Line})
	return textsafe.JSON(data), err
}

// sortDiags orders findings by file, line and column; those of one place keep
// their order.
func sortDiags(diags []Diag) {
	slices.SortStableFunc(diags, func(a, b Diag) int {
		return cmp.Or(natural(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}
