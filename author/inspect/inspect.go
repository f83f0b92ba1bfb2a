// Package inspect finds everything that is wrong with a course: what course.Inspect
// finds, and what only tools for authors read. cairn check and the language server
// say the same because both ask here.
package inspect

import (
	"io/fs"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/course"
)

// Course is course.Inspect with the findings about tests/paths.yaml. Without an
// error the course is there; the tests count only where it is.
func Course(fsys fs.FS, name string) (*course.Course, []course.Diag, error) {
	return CourseWith(fsys, name)
}

// CourseWith is Course with what others find, in its place and with the severities
// that course.yaml sets.
func CourseWith(fsys fs.FS, name string, others ...course.Finder) (*course.Course, []course.Diag, error) {
	return course.InspectWith(fsys, name, append([]course.Finder{tests}, others...)...)
}

// tests finds what is wrong with tests/paths.yaml.
func tests(fsys fs.FS, c *course.Course) []course.Diag {
	suite, err := paths.Read(fsys, c)
	if err != nil {
		return []course.Diag{{
			Code: "unreadable", Severity: course.Error, Pos: course.Pos{File: paths.File}, Msg: err.Error(),
		}}
	}
	return suite.Diags
}
