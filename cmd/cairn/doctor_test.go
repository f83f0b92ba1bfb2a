package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestDoctorIsDocumented keeps docs/doctor.md and what is printed together: the
// fields, the sections and the codes.
func TestDoctorIsDocumented(t *testing.T) {
	doc := read(t, "../../docs/doctor.md")
	_, example, _ := strings.Cut(doc, "```json\n")
	example, tables, _ := strings.Cut(example, "```\n")
	var parsed checkup
	d := json.NewDecoder(strings.NewReader(example))
	d.DisallowUnknownFields()
	if err := d.Decode(&parsed); err != nil {
		t.Fatalf("the example holds what is not printed: %v", err)
	}
	var want, got any
	text, err := json.Marshal(parsed)
	if err != nil {
		t.Fatal(err)
	}
	for from, into := range map[string]*any{example: &want, string(text): &got} {
		if err := json.Unmarshal([]byte(from), into); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(keys(want), keys(got)) {
		t.Errorf("the example has the fields %v, printed are %v", keys(want), keys(got))
	}
	for _, field := range keys(got) {
		if field != "format" && !strings.Contains(tables, "`"+field+"`") {
			t.Errorf("no table says what `%s` is", field)
		}
	}
	_, codes, _ := strings.Cut(tables, "| section | codes |")
	said := regexp.MustCompile("`([a-z-]+)`").FindAllStringSubmatch(codes, -1)
	var documented []string
	for _, m := range said {
		documented = append(documented, m[1])
	}
	slices.Sort(documented)
	if used := codesInSource(t); !slices.Equal(slices.Compact(documented), used) {
		t.Errorf("documented are the codes %v\nused are            %v", documented, used)
	}
	for _, name := range words.DoctorSections() {
		if !strings.Contains(codes, "\n| "+name+" |") {
			t.Errorf("the section %s has no codes", name)
		}
	}
}

// codesInSource are the codes that findings are made with.
func codesInSource(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("doctor*.go")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\bc\.(?:ok|look|wrong)\("([a-z-]+)"`).FindAllStringSubmatch(string(src), -1) {
			codes = append(codes, m[1])
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
