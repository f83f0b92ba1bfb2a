package annotate

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

func found(t *testing.T) []course.Diag {
	t.Helper()
	_, diags, err := course.Inspect(fstest.MapFS{
		"course.yaml":    {Data: []byte("titel: Bread\n")},
		"a b/50%,x:y.md": {Data: []byte("# One\n\nMalmö: [a](b%0A.md) \x1b[31m\n")},
		"one.md":         {Data: []byte("\ufeff# One\n\n### Question: Größe?\n<!-- id: a, skil: b -->\n\n- [ ] x\n")},
	}, "course")
	if err != nil || len(diags) < 5 {
		t.Fatalf("%v, %v", diags, err)
	}
	return diags
}

func TestGitHub(t *testing.T) {
	var out bytes.Buffer
	if err := WriteGitHub(&out, "courses/bread", found(t)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(found(t)) || textsafe.Index(out.String()) >= 0 {
		t.Errorf("%d lines, not safe to print: %v", len(lines), textsafe.Index(out.String()) >= 0)
	}
	for _, line := range lines {
		if !strings.HasPrefix(line, "::error file=courses/bread/") && !strings.HasPrefix(line, "::warning file=courses/bread/") {
			t.Errorf("%q", line)
		}
	}
	for _, want := range []string{
		"::error file=courses/bread/course.yaml,line=1,col=1,endColumn=6,title=yaml-unknown-key::unknown key \"titel\"%0Adid you mean \"title\"?\n",
		"::warning file=courses/bread/a b/50%25%2Cx%3Ay.md,line=3,col=12,endColumn=19,title=dead-link::this link leads to \"b%250A.md\"",
		"::warning file=courses/bread/one.md,title=byte-order-mark::the file begins",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestSARIF holds the log to what SARIF 2.1.0 requires: version and runs; of a run
// its tool, of that a driver with a name; of a rule an id; of a result a message
// with text, an index into the rules, a known level and places that exist.
func TestSARIF(t *testing.T) {
	for _, diags := range [][]course.Diag{found(t), nil} {
		var out bytes.Buffer
		if err := WriteSARIF(&out, "courses/my bread", "1.2.3", diags); err != nil {
			t.Fatal(err)
		}
		if textsafe.Index(out.String()) >= 0 {
			t.Error("it is not safe to print")
		}
		var log struct {
			Schema  string `json:"$schema"`
			Version string `json:"version"`
			Runs    []struct {
				Tool struct {
					Driver struct {
						Name, Version string
						Rules         []struct {
							ID                   string
							ShortDescription     struct{ Text string }
							DefaultConfiguration struct{ Level string }
						}
					}
				}
				ColumnKind string
				Results    []struct {
					RuleID    string
					RuleIndex int
					Level     string
					Message   struct{ Text string }
					Locations []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           *struct{ StartLine, StartColumn, EndColumn int }
						}
					}
				}
			} `json:"runs"`
		}
		if err := json.Unmarshal(out.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name != "cairn" || log.Runs[0].Results == nil || log.Runs[0].ColumnKind != "unicodeCodePoints" {
			t.Fatalf("%+v", log)
		}
		rules := log.Runs[0].Tool.Driver.Rules
		for _, r := range rules {
			if r.ID == "" || r.ShortDescription.Text == "" || r.DefaultConfiguration.Level != "error" && r.DefaultConfiguration.Level != "warning" {
				t.Errorf("%+v", r)
			}
		}
		for i, r := range log.Runs[0].Results {
			place := r.Locations[0].PhysicalLocation
			if r.Message.Text == "" || rules[r.RuleIndex].ID != r.RuleID || r.RuleID != diags[i].Code || r.Level != string(diags[i].Severity) || !strings.HasPrefix(place.ArtifactLocation.URI, "courses/my%20bread/") {
				t.Errorf("%+v", r)
			}
			if (place.Region != nil) != (diags[i].Pos.Line > 0) || place.Region != nil && (place.Region.StartLine < 1 || place.Region.StartColumn < 1 || place.Region.EndColumn < place.Region.StartColumn || place.Region.EndColumn > utf8.RuneCountInString(diags[i].Line)+1) {
				t.Errorf("%+v", place)
			}
		}
	}
}
