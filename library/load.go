package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// ErrNoCourse says that a name is neither a built-in course nor a folder.
var ErrNoCourse = errors.New("no such course")

// Load reads a course without opening it. The folder is empty for a built-in
// course. A name is a built-in course's before it is a folder's; a path with a
// separator is always a folder's. The findings are there even when it fails.
func (l *Library) Load(ref string) (c *course.Course, diags []course.Diag, dir string, err error) {
	dir, err = l.Find(ref)
	switch {
	case err != nil:
		return nil, nil, "", err
	case dir == "":
		c, diags, err = l.loadBuiltIn(ref)
	default:
		c, diags, err = LoadDir(dir)
	}
	return c, diags, dir, err
}

// Find gives the folder that a name stands for, empty for a built-in course,
// without looking into it.
func (l *Library) Find(ref string) (dir string, err error) {
	if names, err := l.builtIn(); err == nil && slices.Contains(names, ref) {
		return "", nil
	}
	info, err := os.Stat(ref)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", l.noCourse(ref)
	case err != nil:
		return "", fmt.Errorf("opening %q: %w", ref, cause(err))
	case !info.IsDir():
		return "", noCourse(fmt.Sprintf("opening %q: it is a file; open the folder it is in: %q", ref, filepath.Dir(ref)))
	}
	if dir, err = filepath.Abs(ref); err != nil {
		return "", fmt.Errorf("opening %q: %w", ref, err)
	}
	return dir, nil
}

// LoadDir reads the course in a folder and lets the folder go.
func LoadDir(dir string) (*course.Course, []course.Diag, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the course folder %s: %w", dir, err)
	}
	folder, err := course.OpenDir(abs)
	if err != nil {
		return nil, nil, err
	}
	c, diags, err := course.Load(folder, filepath.Base(abs))
	return c, diags, errors.Join(err, folder.Close())
}

// loadBuiltIn reads a built-in course once.
func (l *Library) loadBuiltIn(name string) (*course.Course, []course.Diag, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if have, ok := l.loaded[name]; ok {
		return have.course, have.diags, nil
	}
	sub, err := fs.Sub(l.o.BuiltIn, name)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the built-in course %q: %w", name, err)
	}
	c, diags, err := course.LoadChecked(sub, name)
	if err != nil {
		return nil, diags, err
	}
	l.loaded[name] = loaded{c, diags}
	return c, diags, nil
}

// assets reads files of a course: of a built-in one, or of one in a folder.
func (l *Library) assets(ref, dir string) Assets {
	if dir == "" {
		return func(from, to string) ([]byte, error) {
			sub, err := fs.Sub(l.o.BuiltIn, ref)
			if err != nil {
				return nil, fmt.Errorf("opening the built-in course %q: %w", ref, err)
			}
			return course.ReadAsset(sub, from, to)
		}
	}
	return func(from, to string) ([]byte, error) {
		folder, err := course.OpenDir(dir)
		if err != nil {
			return nil, err
		}
		data, err := course.ReadAsset(folder, from, to)
		return data, errors.Join(err, folder.Close())
	}
}

// header glances at the course in a place. It reports false where there is no
// folder.
func (l *Library) header(p place) (course.Header, bool) {
	if p.from == BuiltIn {
		sub, err := fs.Sub(l.o.BuiltIn, p.ref)
		if err != nil {
			return course.Header{}, false
		}
		return course.Glance(sub, p.ref), true
	}
	folder, err := course.OpenDir(p.ref)
	if err != nil {
		return course.Header{}, false
	}
	defer func() { _ = folder.Close() }() // nothing was written
	return course.Glance(folder, filepath.Base(p.ref)), true
}

// noCourse is an ErrNoCourse in words of its own.
type noCourse string

func (e noCourse) Error() string { return string(e) }
func (noCourse) Unwrap() error   { return ErrNoCourse }

// noCourse is the error for a name that is neither a built-in course nor a
// folder. It names the nearest of those there are.
func (l *Library) noCourse(ref string) error {
	hint := ""
	if near := l.nearest(ref); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return noCourse(fmt.Sprintf("opening %q: there is no built-in course and no folder of that name%s", ref, hint))
}

// nearest is the built-in course, or the folder beside where the name points,
// that was probably meant, or nothing.
func (l *Library) nearest(ref string) string {
	parent, name := filepath.Split(strings.TrimRight(ref, string(filepath.Separator)))
	var have []string
	if parent == "" {
		have, _ = l.builtIn()
	}
	entries, err := os.ReadDir(filepath.Clean(parent)) // "" is the present folder
	if err == nil {
		for _, e := range entries {
			if e.IsDir() {
				have = append(have, e.Name())
			}
		}
	}
	near := course.Nearest(name, have)
	if near == "" {
		return ""
	}
	return parent + near
}

// cause is an error of the file system without the path, which was said.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
