package overlay_test

import (
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/internal/overlay"
	"github.com/cairn-learn/cairn/course"
)

func TestACourseAsItWouldBe(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte("# One")}, "b.md": {Data: []byte("# Two")}}
	c, findings, err := course.Load(overlay.FS{FS: files, Over: map[string]string{"b.md": "# Other", "c.md": "# New"}}, "x")
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	var titles []string
	for _, l := range c.Lessons {
		titles = append(titles, l.Title)
	}
	if len(titles) != 3 || titles[0] != "One" || titles[1] != "Other" || titles[2] != "New" {
		t.Errorf("the lessons are %q", titles)
	}
}
