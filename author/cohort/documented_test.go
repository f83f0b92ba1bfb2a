package cohort_test

import (
	"bytes"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/cohort"
)

// fieldsOf lists the names of the fields of a value in JSON, with those around them.
func fieldsOf(t reflect.Type, within string) []string {
	var list []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			list = append(list, fieldsOf(inner, within+name+".")...)
			continue
		}
		list = append(list, within+name)
	}
	return list
}

// TestReportIsDocumented holds docs/report-json.md to the fields and the columns of a
// report: each has its row, in order, and no other has.
func TestReportIsDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/report-json.md")
	if err != nil {
		t.Fatal(err)
	}
	inJSON, inCSV, ok := strings.Cut(string(doc), "\n## CSV\n")
	if !ok {
		t.Fatal("docs/report-json.md says nothing of CSV")
	}
	var rows []string
	for line := range strings.Lines(inJSON) {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "`"); ok && strings.HasPrefix(line, "| `") {
			rows = append(rows, name)
		}
	}
	if want := fieldsOf(reflect.TypeFor[cohort.Report](), ""); !slices.Equal(rows, want) {
		t.Errorf("docs/report-json.md has the fields\n%v\na report has\n%v", rows, want)
	}
	var columns []string
	_, table, _ := strings.Cut(inCSV, "|---|---|\n")
	for line := range strings.Lines(table) {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " ")
		columns = append(columns, name)
	}
	var b bytes.Buffer
	if err := (cohort.Report{}).WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if head := strings.TrimSpace(b.String()); strings.Join(columns, ",") != head {
		t.Errorf("docs/report-json.md has the columns %v, a report has %s", columns, head)
	}
}
