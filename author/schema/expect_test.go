package schema_test

import (
	"testing"

	"github.com/cairn-learn/cairn/author/schema"
	"github.com/cairn-learn/cairn/course"
)

// TestExpects: whatever a check may expect is told.
func TestExpects(t *testing.T) {
	for _, kind := range course.CheckKinds() {
		for _, name := range course.ExpectNames(kind) {
			if schema.Expects(name) == "" {
				t.Errorf("%s of %s is not told", name, kind)
			}
		}
	}
	if says := schema.Expects("colour"); says != "" {
		t.Errorf("what there is not is told as %q", says)
	}
}
