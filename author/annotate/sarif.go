package annotate

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"

	"github.com/cairn-learn/cairn/author/explain"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// The parts of SARIF 2.1.0 (OASIS, 2020) that are written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Full    sarifText `json:"fullDescription"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	}
	sarifRegion struct {
		StartLine   int       `json:"startLine"`
		StartColumn int       `json:"startColumn"`
		EndColumn   int       `json:"endColumn"`
		Snippet     sarifText `json:"snippet"`
	}
)

// WriteSARIF prints findings as one SARIF log, with a rule for each code that was
// found. dir is where the course is, with slashes; files are named below it, so
// that they are found from where the program was run.
func WriteSARIF(w io.Writer, dir, version string, diags []course.Diag) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "cairn", Version: version, Rules: []sarifRule{}}
	rules := map[string]int{}
	for _, d := range diags {
		if _, ok := rules[d.Code]; !ok {
			rules[d.Code] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule(d.Code))
		}
		run.Results = append(run.Results, result(d, dir, rules[d.Code]))
	}
	data, err := json.MarshalIndent(sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("writing down the findings: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s\n", textsafe.JSON(data))
	return err
}

func rule(code string) sarifRule {
	r := sarifRule{ID: code, Short: sarifText{code}, Full: sarifText{code}}
	r.Default.Level = "error"
	if page, _, ok := explain.Of(code); ok {
		r.Short.Text, r.Full.Text = page.Meaning, page.Meaning+"\n\n"+page.Why
		if !slices.Contains(page.Code.Severities, course.Error) {
			r.Default.Level = "warning"
		}
	}
	return r
}

func result(d course.Diag, dir string, index int) sarifResult {
	r := sarifResult{RuleID: d.Code, RuleIndex: index, Level: "warning", Message: sarifText{d.Msg}}
	if d.Severity == course.Error {
		r.Level = "error"
	}
	if d.Hint != "" {
		r.Message.Text += "; " + d.Hint
	}
	var at sarifLocation
	at.Physical.Artifact.URI = (&url.URL{Path: path.Join(dir, d.Pos.File)}).EscapedPath()
	if d.Pos.Line > 0 {
		from, to := columns(d)
		at.Physical.Region = &sarifRegion{d.Pos.Line, from, to, sarifText{d.Line}}
	}
	r.Locations = []sarifLocation{at}
	return r
}
