package update

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestUpdatingPage does what the second half of docs/authoring/updating.md tells;
// with -update it writes what is printed into it.
func TestUpdatingPage(t *testing.T) {
	const file = "../../docs/authoring/updating.md"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var archive txtar.Archive
	for _, m := range regexp.MustCompile("(?ms)^```\\w+ file=((?:older|newer)/\\S+)\n(.*?)^```$").FindAllStringSubmatch(string(src), -1) {
		archive.Files = append(archive.Files, txtar.File{Name: m[1], Data: []byte(m[2])})
	}
	r, _ := compared(t, &archive)
	var text bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	is := "```text update\n" + text.String() + "```\n"
	says := regexp.MustCompile("(?ms)^```text update\n.*?^```\n").FindString(string(src))
	if *rewrite {
		if err := os.WriteFile(file, []byte(strings.Replace(string(src), says, is, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if says != is || len(r.Changes) < 4 || len(r.Findings) != 1 {
		t.Errorf("the page says\n%s\nprinted is\n%s", says, is)
	}
}
