package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Library is what the library and the list of findings say.
type Library struct {
	Title    string
	BuiltIn  string // headings of the groups
	Recent   string
	Folder   string
	Empty    string // no course at all
	EmptyHow string
	NoMatch  func(filter string) string
	Filter   string // label of the filter

	NotBegun   string
	Finished   string
	Done       func(done, of int) string
	Lessons    func(n int) string
	Minutes    func(n int) string // estimated time; n is in minutes, more than 0
	Left       func(n int) string // estimated time left, in minutes
	Errors     func(n int) string
	Warnings   func(n int) string
	Begun      string
	NoFindings string // why there are no findings to open
	NoneToOpen string // why nothing can be opened

	FindingsTitle string
	FindingsNone  string
	FindingsCount func(errors, warnings int) string
	Line          func(n int) string
	Cure          string // before what mends a finding
}

func englishLibrary() Library {
	return Library{
		Title:    "Courses",
		BuiltIn:  "Comes with cairn",
		Recent:   "Opened lately",
		Folder:   "In this folder",
		Empty:    "There is no course here yet.",
		EmptyHow: "Open a folder of Markdown files with: cairn FOLDER",
		NoMatch:  func(f string) string { return fmt.Sprintf("No course has %q in it.", f) },
		Filter:   "find",

		NotBegun:   "not begun",
		Finished:   "finished",
		Done:       func(done, of int) string { return fmt.Sprintf("%d of %s", done, count(of, "lesson", "lessons")) },
		Lessons:    func(n int) string { return count(n, "lesson", "lessons") },
		Minutes:    minutes,
		Left:       func(n int) string { return minutes(n) + " left" },
		Errors:     func(n int) string { return count(n, "error", "errors") },
		Warnings:   func(n int) string { return count(n, "warning", "warnings") },
		Begun:      "begun",
		NoFindings: "nothing was found wrong with this course",
		NoneToOpen: "there is no course to open",

		FindingsTitle: "Findings",
		FindingsNone:  "Nothing was found wrong with this course.",
		FindingsCount: func(e, w int) string {
			return count(e, "error", "errors") + ", " + count(w, "warning", "warnings")
		},
		Line: func(n int) string { return fmt.Sprintf("line %d", n) },
		Cure: "hint:",
	}
}

// count says how many of a thing there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return whole(n, ",") + " " + many
}

// whole writes a number. From 10,000 on, the sign stands between its thousands.
func whole(n int, sign string) string {
	s := strconv.Itoa(n)
	if n < 10_000 {
		return s
	}
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + sign + s[at:]
	}
	return s
}

// minutes says how long something takes, in hours from 90 minutes on.
func minutes(n int) string {
	if n < 90 {
		return fmt.Sprintf("%d min", n)
	}
	h := (n + 15) / 30 // half hours
	if h%2 == 0 {
		return fmt.Sprintf("%d h", h/2)
	}
	return fmt.Sprintf("%d.5 h", h/2)
}

// decimalComma turns the point of a number into the comma of other languages.
func decimalComma(number string) string { return strings.Replace(number, ".", ",", 1) }
