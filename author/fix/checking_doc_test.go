package fix

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
)

// TestCheckingPage does what docs/authoring/checking.md tells: its files are
// checked and mended, and what it prints is what comes of it.
func TestCheckingPage(t *testing.T) {
	src, err := os.ReadFile("../../docs/authoring/checking.md")
	if err != nil {
		t.Fatal(err)
	}
	files, texts := fstest.MapFS{}, map[string]string{}
	var wrong []string
	for _, m := range regexp.MustCompile("(?ms)^```(\\w+) (?:file=)?(\\S+)(?: wrong=(\\S+))?\n(.*?)^```$").FindAllStringSubmatch(string(src), -1) {
		if m[1] == "text" {
			texts[m[2]] = m[4]
			continue
		}
		files[m[2]] = &fstest.MapFile{Data: []byte(m[4])}
		if m[3] != "" {
			wrong = strings.Split(m[3], ",")
		}
	}
	settings := files["course.yaml"]
	delete(files, "course.yaml")
	_, diags, err := course.Inspect(files, "bread")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, d := range diags {
		found = append(found, d.Code)
	}
	var printed strings.Builder
	if err := course.WriteDiags(&printed, diags); err != nil || printed.String() != texts["output"] || !slices.Equal(found, wrong) {
		t.Errorf("%v: %v\n%s", err, found, printed.String())
	}
	changes, left, err := Plan(files, "bread", course.Inspect)
	if err != nil || len(changes) != 1 || len(left) > 0 || changes[0].Diff() != texts["fixed"] {
		t.Errorf("%v: %v, left %v", err, changes, left)
	}
	files["course.yaml"] = settings
	_, diags, err = course.Inspect(files, "bread")
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("with course.yaml: %v", d)
		}
	}
	if err != nil || settings == nil || len(diags) <= len(found) {
		t.Errorf("with course.yaml: %v, %v", diags, err)
	}
}
