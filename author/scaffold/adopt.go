package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// ErrIsCourse says that a folder has a course.yaml already.
var ErrIsCourse = errors.New("it has a course.yaml already")

// Adopt gives the course.yaml that makes a course of a folder of Markdown as it
// is: the road in the order that cairn finds, module by module, and what an
// author may want to add. No other file is touched. What the author did not
// answer is what cairn makes of the folder; name is the folder's.
func Adopt(folder fs.FS, name string, a Answers) ([]byte, error) {
	if _, err := fs.Stat(folder, "course.yaml"); err == nil {
		return nil, ErrIsCourse
	}
	if err := a.check(); err != nil {
		return nil, err
	}
	c, _, err := course.Load(folder, name)
	if err != nil {
		return nil, err
	}
	if a.Title == "" {
		a.Title = c.Title
	}
	if a.ID == "" {
		a.ID = c.ID
	}
	if a.Language == "" {
		a.Language = c.Language
	}
	head := `# The facts of the course, and its road. docs/format.md of cairn explains every key.
format: 1
# Progress is kept under this word: choose it once.
id: {{id}}
# Yours; raise it when you hand out a change.
version: 0.1.0
title: {{title}}
language: {{language}}
authors: [{{author}}]

# What people may come for, and what the lessons teach: worth adding, so that
# learners can pass over what they know and are asked again what they may forget.
# goals: { use: To use it, look: To look around }
# skills:
#   first: { title: The first thing }
#   second: { title: The next one, needs: [first] }

# The order in which the folder was found. Move the lines as you like.
path:
`
	return []byte(a.filling().yaml.Replace(head) + road(c)), nil
}

// road writes the path of a course as entries of course.yaml.
func road(c *course.Course) string {
	var b strings.Builder
	module := ""
	for _, stop := range c.Path {
		if stop.Lesson == nil {
			continue // a fork: there is none without a course.yaml
		}
		indent := "  "
		if stop.Module != "" {
			if stop.Module != module {
				fmt.Fprintf(&b, "  - module: %s\n    lessons:\n", draft.Scalar(stop.Module))
			}
			indent = "      "
		}
		module = stop.Module
		if stop.Optional {
			fmt.Fprintf(&b, "%s- { lesson: %s, optional: true }\n", indent, draft.Scalar(stop.Lesson.File))
		} else {
			fmt.Fprintf(&b, "%s- %s\n", indent, draft.Scalar(stop.Lesson.File))
		}
	}
	return b.String()
}
