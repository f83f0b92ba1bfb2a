// Package courses holds the courses that come with the program.
package courses

import (
	"embed"
	"io/fs"
)

//go:embed all:git all:go all:shell all:welcome all:write-a-course
var files embed.FS

// FS returns the built-in courses: one folder for each, named by the course's
// id, in the format of every other course.
func FS() fs.FS { return files }
