package fix

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/internal/overlay"
	"github.com/cairn-learn/cairn/course"
)

// ErrLock is a course.lock that cannot be kept as it is: what is in the lines that
// cannot be read would be lost.
var ErrLock = errors.New("course.lock cannot be read")

// Lock plans to bring course.lock up to date with the course as it will be once
// the changes are made, or to make it. ok is false when nothing is to be done.
func Lock(fsys fs.FS, name string, changes []Change) (change Change, ok bool, err error) {
	texts := map[string]string{}
	for _, c := range changes {
		texts[c.File] = c.After
	}
	c, _, err := course.LoadChecked(overlay.FS{FS: fsys, Over: texts}, name)
	if err != nil {
		return Change{}, false, err
	}
	change = Change{File: course.LockFile}
	lock, text, problems, err := course.ReadLock(fsys)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		change.New = true
	case err != nil:
		return Change{}, false, err
	case len(problems) > 0:
		p := problems[0]
		return Change{}, false, fmt.Errorf("%w: line %d: %s; %s", ErrLock, p.Line, p.Msg, p.Hint)
	}
	change.Before = text
	change.After = lock.Recorded(c).String()
	if strings.Contains(text, "\r\n") {
		change.After = strings.ReplaceAll(change.After, "\n", "\r\n")
	}
	change.IDs = recorded(text, change.After)
	return change, change.New || change.After != change.Before, nil
}

// recorded are the ids of the lines that are new or other.
func recorded(before, after string) []string {
	old := map[string]bool{}
	for line := range strings.Lines(before) {
		old[strings.TrimSpace(line)] = true
	}
	var ids []string
	for line := range strings.Lines(after) {
		if words := strings.Fields(line); len(words) > 1 && words[0] != "#" && words[0] != "format" && !old[strings.TrimSpace(line)] {
			ids = append(ids, words[1])
		}
	}
	return slices.Compact(ids)
}
