package paths

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// WriteJSON prints the result for programs, with the findings about
// tests/paths.yaml.
func (r Result) WriteJSON(w io.Writer, findings []course.Diag) error {
	if findings == nil {
		findings = []course.Diag{}
	}
	data, err := json.MarshalIndent(struct {
		Result
		Findings []course.Diag `json:"findings"`
	}{r, findings}, "", "  ")
	if err == nil {
		_, err = w.Write(append(textsafe.JSON(data), '\n'))
	}
	if err != nil {
		return fmt.Errorf("printing the result: %w", err)
	}
	return nil
}

// The elements of JUnit's XML, as far as they are read everywhere.
type (
	junitSuites struct {
		XMLName  xml.Name   `xml:"testsuites"`
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Errors   int        `xml:"errors,attr"`
		Suite    junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
		Out      string      `xml:"system-out,omitempty"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitFailure `xml:"failure"`
		Skipped *junitSkipped `xml:"skipped"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// WriteJUnit prints the result as the XML that systems of continuous integration
// read. It holds no times, so that the same course gives the same bytes.
func (r Result) WriteJUnit(w io.Writer) error {
	suite := junitSuite{Name: textsafe.Line(r.Course), Tests: len(r.Tests), Failures: r.Failed, Skipped: r.Skipped}
	for _, t := range r.Tests {
		c := junitCase{Name: textsafe.Line(t.Name), Class: "cairn." + textsafe.Line(r.Course)}
		if t.Line > 0 {
			c.File, c.Line = File, t.Line
		}
		switch {
		case t.Skipped != "":
			c.Skipped = &junitSkipped{textsafe.Line(t.Skipped)}
		case !t.OK:
			c.Failure = r.junitFailure(t)
		}
		suite.Cases = append(suite.Cases, c)
	}
	if r.Walks != nil {
		var out strings.Builder
		r.walks(&text{w: &out})
		suite.Out = strings.TrimSpace(out.String())
	}
	data, err := xml.MarshalIndent(junitSuites{Name: suite.Name, Tests: suite.Tests, Failures: suite.Failures, Suite: suite}, "", "  ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	}
	if err != nil {
		return fmt.Errorf("printing the result: %w", err)
	}
	return nil
}

func (r Result) junitFailure(t Test) *junitFailure {
	f := &junitFailure{Type: "expectation", Message: t.Note}
	if len(t.Failures) > 0 {
		first := t.Failures[0]
		f.Message = fmt.Sprintf("%s: expected %s, but %s", first.Key, first.Want, first.Got)
	} else if len(t.Refused) > 0 {
		f.Message = fmt.Sprintf("%d right answers are refused", len(t.Refused))
	}
	var out strings.Builder
	r.test(&text{w: &out}, t, false)
	f.Message, f.Text = textsafe.Line(f.Message), "\n"+out.String()
	return f
}
