// Package library finds courses, on the shelf built into the program, among
// those opened lately and in folders, and opens one for the learner.
package library

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Source says where a course was found.
type Source string

// The sources.
const (
	BuiltIn Source = "built-in"
	Recent  Source = "recent"
	Folder  Source = "folder"
)

// Entry is one course on the shelf.
type Entry struct {
	Ref      string // opens it: the id of a built-in course, or a folder's path
	ID       string
	Title    string
	Summary  string
	Minutes  int // 0 when unknown
	Lessons  int
	Source   Source
	Progress learn.Progress
	Errors   int // findings of severity error
	Warnings int
}

// Opened is a course ready to be taken.
type Opened struct {
	Session *learn.Session
	Diags   []course.Diag
}
