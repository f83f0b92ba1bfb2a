package main

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestProgressIsDocumented keeps the example in the documentation and what is
// printed together.
func TestProgressIsDocumented(t *testing.T) {
	doc := read(t, "../../docs/progress-json.md")
	_, example, _ := strings.Cut(doc, "```json\n")
	example, table, _ := strings.Cut(example, "```\n")
	var parsed struct {
		Format  int              `json:"format"`
		Courses []progressReport `json:"courses"`
	}
	d := json.NewDecoder(strings.NewReader(example))
	d.DisallowUnknownFields()
	if err := d.Decode(&parsed); err != nil {
		t.Fatalf("the example holds what is not printed: %v", err)
	}
	if len(parsed.Courses) != 1 || len(parsed.Courses[0].Lessons) != 1 || len(parsed.Courses[0].Skills) != 1 {
		t.Fatal("the example should show one course, one lesson and one skill")
	}
	var printed bytes.Buffer
	if err := writeReports(&printed, parsed.Courses); err != nil {
		t.Fatal(err)
	}
	var want, got any
	if err := json.Unmarshal([]byte(example), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(printed.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	names := keys(got)
	if !slices.Equal(names, keys(want)) {
		t.Errorf("the example has the fields %v, printed are %v", keys(want), names)
	}
	for _, name := range names {
		if !strings.Contains(table, "`"+name+"`") && name != "courses" && name != "format" {
			t.Errorf("the table does not say what `%s` is", name)
		}
	}
}

// TestPathIsDocumented keeps each example of docs/path-json.md and what is
// printed together: the same fields, each explained in a table.
func TestPathIsDocumented(t *testing.T) {
	doc := read(t, "../../docs/path-json.md")
	shared, _, _ := strings.Cut(doc, "\n## ")
	documented[todayReport](t, doc, shared, "today")
	documented[reviewReport](t, doc, shared, "review")
	documented[planReport](t, doc, shared, "plan")
	documented[whyReport](t, doc, shared, "why")
}

// documented holds the section of one command to its report.
func documented[R any](t *testing.T, doc, shared, name string) {
	t.Helper()
	_, section, ok := strings.Cut(doc, "\n## `cairn "+name+" --json`")
	if !ok {
		t.Errorf("cairn %s --json has no section", name)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	_, example, _ := strings.Cut(section, "```json\n")
	example, table, _ := strings.Cut(example, "```\n")
	var parsed struct {
		Format  int `json:"format"`
		Courses []R `json:"courses"`
	}
	d := json.NewDecoder(strings.NewReader(example))
	d.DisallowUnknownFields()
	if err := d.Decode(&parsed); err != nil {
		t.Fatalf("the example of %s holds what is not printed: %v", name, err)
	}
	var printed bytes.Buffer
	if err := writeReports(&printed, parsed.Courses); err != nil {
		t.Fatal(err)
	}
	var want, got any
	if err := json.Unmarshal([]byte(example), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(printed.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(want, got) {
		t.Errorf("the example of %s, printed again, is:\n%s", name, printed.String())
	}
	fields := map[string]bool{}
	fieldsOf(reflect.TypeFor[R](), fields)
	for field := range fields {
		if !slices.Contains(keys(want), field) {
			t.Errorf("the example of %s does not show `%s`", name, field)
		}
		if !strings.Contains(table+shared, "`"+field+"`") {
			t.Errorf("no table says what `%s` of %s is", field, name)
		}
	}
}

// fieldsOf collects the names of the fields that a type is printed with.
func fieldsOf(typ reflect.Type, into map[string]bool) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		fieldsOf(typ.Elem(), into)
	case reflect.Struct:
		for i := range typ.NumField() {
			if name := typ.Field(i).Tag.Get("json"); name != "" {
				into[name] = true
				fieldsOf(typ.Field(i).Type, into)
			}
		}
	}
}

// keys lists the names of all fields in JSON, each once.
func keys(v any) []string {
	var found []string
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			found = append(append(found, name), keys(value)...)
		}
	case []any:
		for _, value := range v {
			found = append(found, keys(value)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// TestCommandsAreDocumented finds every command, flag and exit status in
// docs/commands.md, and nothing there that does not exist.
func TestCommandsAreDocumented(t *testing.T) {
	doc := read(t, "../../docs/commands.md")
	root := newRoot(environment{getenv: func(string) string { return "" }})
	known := map[string]bool{}
	commands := append([]*cobra.Command{root}, root.Commands()...)
	for _, c := range commands {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			known["--"+f.Name] = true
			if !strings.Contains(doc, "--"+f.Name) {
				t.Errorf("%s --%s is not documented", c.CommandPath(), f.Name)
			}
		})
		for _, sub := range c.Commands() {
			if c != root && c.Name() != "completion" && !strings.Contains(doc, "cairn "+c.Name()+" "+sub.Name()) {
				t.Errorf("%s is not documented", sub.CommandPath())
			}
			sub.Flags().VisitAll(func(f *pflag.Flag) {
				known["--"+f.Name] = true
				if !strings.Contains(doc, "--"+f.Name) {
					t.Errorf("%s --%s is not documented", sub.CommandPath(), f.Name)
				}
			})
		}
		if c != root && !strings.Contains(doc, "\n## `cairn "+c.Name()) {
			t.Errorf("cairn %s has no section", c.Name())
		}
	}
	for _, flag := range regexp.MustCompile(`--[a-z][a-z-]+`).FindAllString(doc, -1) {
		if !known[flag] {
			t.Errorf("%s is documented and does not exist", flag)
		}
	}
	for _, status := range []string{"| 0 |", "| 1 |", "| 2 |", "| 3 |"} {
		if !strings.Contains(doc, status) {
			t.Errorf("nothing says what the exit status %s means", strings.Trim(status, "| "))
		}
	}
	for _, name := range []string{"CAIRN_DATA", "CAIRN_CONFIG", "ACCESSIBLE", "TERM", "NO_COLOR", "VISUAL"} {
		if !strings.Contains(doc, "`"+name) {
			t.Errorf("nothing says what %s does", name)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
