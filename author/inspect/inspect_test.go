package inspect_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/course"
)

const lesson = "# Bread\n\n[salt](salt.md)\n\n### Question: What makes the dough grow?\n<!-- id: grow -->\n\n- [x] Gas\n- [ ] Heat\n"

// What is found in the tests stands among the rest, in its place.
func TestCourse(t *testing.T) {
	for _, tt := range []struct{ name, config, tests, want string }{
		{"no tests", "", "", "lesson.md:3 dead-link"},
		{
			"mistakes", "", "- learner: Ada\n  answers: { salt: [[right]] }\n- learner: Ada\n  expect: { visits: [yeast] }\n",
			"lesson.md:3 dead-link, tests/paths.yaml:1 test-expect, tests/paths.yaml:2 unknown-question, tests/paths.yaml:3 test-learner, tests/paths.yaml:4 unknown-lesson",
		},
		{"severities", "check: { dead-link: off, byte-order-mark: off }\n", "\ufeff- learner: Ada\n  expect: { finishes: true }\n", ""},
		{"an error stays one", "check: { test-expect: off }\n", "- learner: Ada\n", "course.yaml:1 bad-value, lesson.md:3 dead-link, tests/paths.yaml:1 test-expect"},
		{"what cannot be read", "", strings.Repeat("# much to say\n", 400_000), "lesson.md:3 dead-link, tests/paths.yaml:0 unreadable"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := fstest.MapFS{"lesson.md": {Data: []byte(lesson)}}
			for name, text := range map[string]string{"course.yaml": tt.config, "tests/paths.yaml": tt.tests} {
				if text != "" {
					files[name] = &fstest.MapFile{Data: []byte(text)}
				}
			}
			c, diags, err := inspect.Course(files, "bread")
			if err != nil || c == nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range diags {
				got = append(got, fmt.Sprintf("%s:%d %s", d.Pos.File, d.Pos.Line, d.Code))
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("found %s, want %s", strings.Join(got, ", "), tt.want)
			}
		})
	}
}

// Nothing is asked of tests where there is no course.
func TestNoCourse(t *testing.T) {
	_, diags, err := inspect.Course(fstest.MapFS{"tests/paths.yaml": {Data: []byte("- learner: Ada\n")}}, "bread")
	if err == nil || len(diags) != 1 || diags[0].Severity != course.Error {
		t.Errorf("%v, %v", diags, err)
	}
}
