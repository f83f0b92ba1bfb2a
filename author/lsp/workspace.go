package lsp

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/author/internal/overlay"
	"github.com/cairn-learn/cairn/course"
)

// documents are the texts that the editor holds, by path. They are what counts,
// whatever is on disk.
type documents map[string]string

// folder is a course that is being written.
type folder struct {
	dir      string // on disk
	course   *course.Course
	findings []course.Diag
	texts    func(name string) (string, bool) // of a file below it, as the editor has it or else as it is on disk
	named    []name
	byID     map[string][]int // places in named
	byFile   map[string]int   // the same, of lessons
}

// rootOf finds the folder of the course that a file belongs to: the nearest
// above it with a course.yaml; or else the workspace's folder, in which a
// course without one may be; or else the file's own. It is empty where those hold
// more than a course that has no course.yaml: a home folder, or a whole disk.
func rootOf(file string, workspace []string) string {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, "course.yaml")); err == nil && info.Mode().IsRegular() {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	for _, dir := range workspace {
		if below(dir, file) != "" && few(dir) {
			return dir
		}
	}
	if dir := filepath.Dir(file); few(dir) {
		return dir
	}
	return ""
}

// few reports whether a folder holds no more than a course without a course.yaml
// may, and so may be read as a whole for a file in it.
func few(dir string) bool {
	const most = 5000 // files and folders
	count := 0
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // what cannot be looked into is not read either
		}
		if count++; count > most {
			return errTooMany
		}
		if e.IsDir() && name != dir && strings.HasPrefix(e.Name(), ".") {
			return fs.SkipDir
		}
		return nil
	})
	return err == nil
}

// errTooMany ends a look at a folder.
var errTooMany = errors.New("more files than are looked at")

// below is the name of a file below a folder, with slashes; empty for one that
// is not below it.
func below(dir, file string) string {
	name, err := filepath.Rel(dir, file)
	if err != nil || name == "." || name == ".." || strings.HasPrefix(name, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(name)
}

// open reads the course in a folder, with the texts that the editor holds.
func (d documents) open(dir string) (*folder, error) {
	over := map[string]string{}
	for file, text := range d {
		if name := below(dir, file); name != "" {
			over[name] = text
		}
	}
	return read(dir, over)
}

// read reads the course in a folder, with other texts in some of its files.
func read(dir string, over map[string]string) (*folder, error) {
	disk, err := course.OpenDir(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = disk.Close() }() // nothing is written through it
	files := overlay.FS{FS: disk, Over: over}
	f := &folder{dir: dir, texts: func(name string) (string, bool) {
		if text, ok := over[name]; ok {
			return text, true
		}
		return textOf(dir, name)
	}}
	f.course, f.findings, err = inspect.Course(files, filepath.Base(dir))
	if err != nil && len(f.findings) == 0 {
		return nil, err
	}
	f.index()
	return f, nil
}

// textOf reads a file of a course from disk, as inspect.Course does: nothing
// outside its folder, and nothing that is no file.
func textOf(dir, name string) (string, bool) {
	disk, err := course.OpenDir(dir)
	if err != nil {
		return "", false
	}
	defer func() { _ = disk.Close() }() // nothing is written through it
	return textIn(disk, name)
}

// textIn is textOf in a folder that is open.
func textIn(disk fs.FS, name string) (string, bool) {
	const most = 4 << 20 // as large as a file of a course may be
	info, err := fs.Stat(disk, name)
	if err != nil || info.Size() > most {
		return "", false
	}
	data, err := fs.ReadFile(disk, name)
	return string(data), err == nil
}

// files lists the files of the course in which something can be named.
func (f *folder) files() []string {
	names := []string{"course.yaml", "tests/paths.yaml"}
	seen := map[string]bool{}
	add := func(file string) {
		if file != "" && !seen[file] {
			seen[file] = true
			names = append(names, file)
		}
	}
	if f.course == nil {
		return names
	}
	for _, l := range f.course.Lessons {
		add(l.File)
	}
	if f.course.Placement != nil {
		add(f.course.Placement.File)
	}
	for _, a := range f.course.Onboarding {
		add(a.Pos.File)
	}
	for _, c := range f.course.Cards {
		add(c.Pos.File)
	}
	for _, e := range f.course.Glossary {
		add(e.Pos.File)
	}
	return names
}

// errNoCourse says that nothing is known of a file.
var errNoCourse = errors.New("this file belongs to no course that can be read")
