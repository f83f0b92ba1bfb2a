package paths_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/course"
)

// TestDocumented goes through docs/authoring/testing.md: its files make a course,
// and where an output stands, that is what the tests of the course print.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/authoring/testing.md")
	if err != nil {
		t.Fatal(err)
	}
	files, outputs := fstest.MapFS{}, 0
	fence := regexp.MustCompile("(?ms)^```(?:\\w+ file=(\\S+)|text (output))\n(.*?)^```$")
	for _, m := range fence.FindAllStringSubmatch(string(page), -1) {
		if m[2] == "" {
			files[m[1]] = &fstest.MapFile{Data: []byte(m[3])}
			continue
		}
		outputs++
		if got := printed(t, files, ""); got != m[3] {
			t.Errorf("printed is\n%s\nthe page says\n%s", got, m[3])
		}
	}
	if outputs != 2 {
		t.Errorf("%d outputs were looked at, not 2", outputs)
	}
	_, diags, err := course.Load(files, "docs")
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	if err := course.WriteDiags(&said, diags); err != nil || said.Len() > 0 {
		t.Errorf("the course has findings:\n%s", &said)
	}
	for _, key := range paths.Expectations() {
		if !strings.Contains(string(page), "| `"+key+"`") && !strings.Contains(string(page), "`, `"+key+"` |") {
			t.Errorf("the page does not say what %s expects", key)
		}
	}
}
