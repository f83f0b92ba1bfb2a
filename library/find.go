package library

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/progress"
)

// builtIn lists the names of the built-in courses; the welcome comes first.
func (l *Library) builtIn() ([]string, error) {
	if l.o.BuiltIn == nil {
		return nil, nil
	}
	entries, err := fs.ReadDir(l.o.BuiltIn, ".")
	if err != nil {
		return nil, fmt.Errorf("listing the built-in courses: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.SortStableFunc(names, func(a, b string) int {
		switch {
		case a == "welcome":
			return -1
		case b == "welcome":
			return 1
		}
		return 0
	})
	return names, nil
}

// maxRecent is how many folders opened lately are looked into: each is read
// whole to be listed.
const maxRecent = 20

// recent lists the folders and archives of courses that were opened on this
// machine, the latest first, as far as they are still there. Two folders that hold
// courses of the same id are both listed. A folder that another machine tells of is
// not looked for: on Windows that alone may send a packet to a server it names.
func (l *Library) recent() []string {
	var opened []progress.Opening
	for _, c := range l.o.Log.Courses() {
		events, err := l.o.Log.Openings(c.ID)
		if err != nil {
			continue
		}
		for _, e := range events {
			if e.Here && e.Note != "" {
				opened = append(opened, e)
			}
		}
	}
	slices.SortStableFunc(opened, func(a, b progress.Opening) int { return b.Time.Compare(a.Time) })
	var dirs []string
	seen := map[string]bool{}
	for _, e := range opened {
		if !seen[e.Note] && isThere(e.Note) && len(dirs) < maxRecent {
			dirs = append(dirs, e.Note)
		}
		seen[e.Note] = true
	}
	return dirs
}

// Gone is a course that was begun and is not where it was.
type Gone struct {
	ID  string
	Dir string // the folder or archive that it was opened from last

	Elsewhere bool // it was opened on other machines only, and Dir was not looked for
}

// Gone lists the courses that were begun in a folder or an archive that is no
// longer there, and in no other, and those that were begun on other machines
// only.
func (l *Library) Gone() []Gone {
	var gone []Gone
	for _, c := range l.o.Log.Courses() {
		events, err := l.o.Log.Openings(c.ID)
		if err != nil {
			continue
		}
		g, there := Gone{ID: c.ID, Elsewhere: true}, false
		for _, e := range events {
			if e.Here || g.Elsewhere {
				g.Dir, g.Elsewhere = e.Note, !e.Here
			}
			there = there || e.Note == "" || e.Here && isThere(e.Note)
		}
		if !there && g.Dir != "" {
			gone = append(gone, g)
		}
	}
	return gone
}

// Shelf returns the library of the courses in a folder that holds courses and
// is none itself: it has no course.yaml and no Markdown but a README, and
// folders in it have a course.yaml, or there are archives in it and nothing else.
// Otherwise ok is false.
func (l *Library) Shelf(dir string) (shelf *Library, ok bool) {
	if names, err := l.builtIn(); err != nil || slices.Contains(names, dir) || hasCourse(dir) {
		return nil, false
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, false
	}
	archives := 0
	others := false
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		switch {
		case name == "readme.md" || strings.HasPrefix(name, "."):
		case !e.IsDir() && filepath.Ext(name) == ".md":
			return nil, false
		case e.Type().IsRegular() && course.IsArchive(name):
			archives++
		default:
			others = true
		}
	}
	abs, err := filepath.Abs(dir)
	if err != nil || len(coursesIn(abs)) == 0 && (archives == 0 || others) {
		return nil, false
	}
	o := l.o
	o.BuiltIn, o.Folders, o.Shelves = nil, nil, []string{abs}
	shelf = New(o)
	shelf.alone = true
	return shelf, true
}

// coursesIn lists the courses of a folder: the folder itself where it has a
// course.yaml, else the folders in it that have one.
func coursesIn(dir string) []string {
	if hasCourse(dir) {
		return []string{dir}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if sub := filepath.Join(dir, e.Name()); e.IsDir() && hasCourse(sub) {
			found = append(found, sub)
		}
	}
	return found
}

// archivesIn lists the archives in a folder.
func archivesIn(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && course.IsArchive(e.Name()) && !strings.HasPrefix(e.Name(), ".") {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found
}

func hasCourse(dir string) bool {
	info, err := os.Lstat(filepath.Join(dir, "course.yaml"))
	return err == nil && info.Mode().IsRegular()
}

// isThere reports whether there is a folder or an archive of that name.
func isThere(path string) bool {
	info, err := os.Stat(path)
	return err == nil && (info.IsDir() || info.Mode().IsRegular() && course.IsArchive(path))
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
