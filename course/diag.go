package course

import "fmt"

// Diag is one finding about a course: what is wrong, where, and the cure.
type Diag struct {
	Code     string   `json:"code"` // stable, such as "dead-link"
	Severity Severity `json:"severity"`
	Pos      Pos      `json:"-"`
	Len      int      `json:"length"` // bytes of Line the finding is about; 0: none in particular
	Line     string   `json:"text"`   // the line itself, as read
	Msg      string   `json:"message"`
	Hint     string   `json:"hint,omitempty"` // how to mend it
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
	return fmt.Sprintf("%s: %s: %s [%s]", at, d.Severity, d.Msg, d.Code)
}
