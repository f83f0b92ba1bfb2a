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

// ErrNoCourse says that a name is neither a built-in course nor a folder or an
// archive.
var ErrNoCourse = errors.New("no such course")

// Load reads a course without opening it. dir is its folder, or its archive; it is
// empty for a built-in course. A name is a built-in course's before it is a
// folder's; a path with a separator is always a folder's. The findings are there
// even when it fails.
func (l *Library) Load(ref string) (c *course.Course, diags []course.Diag, dir string, err error) {
	c, diags, dir, _, err = l.load(ref)
	return c, diags, dir, err
}

// LoadWhole is Load with the way to the files that texts of the course show.
func (l *Library) LoadWhole(ref string) (*course.Course, Assets, []course.Diag, error) {
	c, diags, _, from, err := l.load(ref)
	return c, from.assets, diags, err
}

// source is where the files of a course come from.
type source struct {
	assets Assets
	files  fs.FS
}

func (l *Library) load(ref string) (c *course.Course, diags []course.Diag, dir string, from source, err error) {
	dir, err = l.Find(ref)
	switch {
	case err != nil:
		return nil, nil, "", source{}, err
	case dir == "":
		c, diags, err = l.loadBuiltIn(ref)
		from.assets = l.builtInAssets(ref)
		if err == nil {
			from.files, err = fs.Sub(l.o.BuiltIn, ref)
		}
	default:
		c, diags, from, err = loadPath(dir)
	}
	return c, diags, dir, from, err
}

// Find gives the folder or the archive that a name stands for, empty for a
// built-in course, without looking into it.
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
	case !info.IsDir() && !course.IsArchive(ref):
		return "", noCourse(fmt.Sprintf("opening %q: it is a file; open the folder it is in: %q", ref, filepath.Dir(ref)))
	}
	if dir, err = filepath.Abs(ref); err != nil {
		return "", fmt.Errorf("opening %q: %w", ref, err)
	}
	return dir, nil
}

// LoadPath reads the course in a folder or an archive and lets that go. The
// findings are there even when it fails.
func LoadPath(path string) (*course.Course, []course.Diag, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the course in %q: %w", path, err)
	}
	c, diags, _, err := loadPath(abs)
	return c, diags, err
}

func loadPath(path string) (*course.Course, []course.Diag, source, error) {
	files, name, err := course.Open(path)
	if err != nil {
		return nil, course.Refused(err), source{}, err
	}
	c, diags, err := course.Load(files, name)
	from := source{folderAssets(path), course.Reopened(path)}
	if files.Held() {
		from = source{heldAssets(files), files}
	}
	return c, diags, from, errors.Join(err, files.Close())
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

// builtInAssets reads files of a built-in course.
func (l *Library) builtInAssets(name string) Assets {
	return func(from, to string) ([]byte, error) {
		sub, err := fs.Sub(l.o.BuiltIn, name)
		if err != nil {
			return nil, fmt.Errorf("opening the built-in course %q: %w", name, err)
		}
		return course.ReadAsset(sub, from, to)
	}
}

// folderAssets reads files of a course in a folder, which is opened each time.
func folderAssets(dir string) Assets {
	return func(from, to string) ([]byte, error) {
		folder, err := course.OpenDir(dir)
		if err != nil {
			return nil, err
		}
		data, err := course.ReadAsset(folder, from, to)
		return data, errors.Join(err, folder.Close())
	}
}

// heldAssets reads files of a course that is held in memory: those that came with
// its text.
func heldAssets(files fs.FS) Assets {
	return func(from, to string) ([]byte, error) { return course.ReadAsset(files, from, to) }
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
	if course.IsArchive(p.ref) && isFile(p.ref) {
		return course.Header{Title: course.ArchiveTitle(p.ref)}, true // reading it would take long
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
// folder or an archive. It names the nearest of those there are.
func (l *Library) noCourse(ref string) error {
	hint := ""
	if near := l.nearest(ref); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return noCourse(fmt.Sprintf("opening %q: there is no built-in course and no folder of that name%s", ref, hint))
}

// nearest is the built-in course, or the folder or archive beside where the name
// points, that was probably meant, or nothing.
func (l *Library) nearest(ref string) string {
	parent, name := filepath.Split(strings.TrimRight(ref, string(filepath.Separator)))
	var have []string
	if parent == "" {
		have, _ = l.builtIn()
	}
	entries, err := os.ReadDir(filepath.Clean(parent)) // "" is the present folder
	if err == nil {
		for _, e := range entries {
			if e.IsDir() || course.IsArchive(e.Name()) {
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
