package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/preview"
)

// TestPreviewingIsDocumented reads every command of docs/authoring/previewing.md:
// its flags are those of the command, and its states can be read.
func TestPreviewingIsDocumented(t *testing.T) {
	n := 0
	for _, m := range regexp.MustCompile(`(?m)^    cairn preview (.*)$`).FindAllStringSubmatch(read(t, "../../docs/authoring/previewing.md"), -1) {
		n++
		dir, flags, _ := strings.Cut(m[1], " ")
		if dir != "my-course" {
			t.Errorf("%s: the course is called otherwise", m[0])
		}
		if flags == "" {
			continue
		}
		name, value, _ := strings.Cut(strings.TrimPrefix(flags, "--"), " ")
		if newPreview(environment{}).Flags().Lookup(name) == nil {
			t.Errorf("%s: there is no flag --%s", m[0], name)
		}
		if name == "as" {
			if _, err := preview.ParseState(strings.Trim(value, "'")); err != nil {
				t.Errorf("%s: %v", m[0], err)
			}
		}
	}
	if n < 5 {
		t.Errorf("%d commands were read", n)
	}
}
