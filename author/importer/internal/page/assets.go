package page

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Bounds of what is copied along with a course.
const (
	maxAsset  = 8 << 20
	maxAssets = 96 << 20
	maxCopies = 5000
)

// Copier takes pictures and other files along that the pages of a source name.
type Copier struct {
	FS     fs.FS
	Assets map[string][]byte // by path in the course
	taken  map[string]bool   // of Assets, as archive.Folded has it
	size   int
}

// Local returns the file of the source that a destination on the page from names,
// with the part of it behind "#". It reports false where it leads to the web, to a
// place on the page itself, or out of the source, and where no course can have a
// file of that name.
func Local(from, dest string) (file, anchor string, ok bool) {
	file, anchor, ok = Within(from, dest)
	if !ok || !Allowed(file) {
		return "", "", false
	}
	return file, anchor, true
}

// Within is Local for files of any name.
func Within(from, dest string) (file, anchor string, ok bool) {
	u, err := url.Parse(dest)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || u.Path == "" {
		return "", "", false
	}
	file = path.Join(path.Dir(from), u.Path)
	if strings.HasPrefix(u.Path, "/") {
		file = path.Join(".", u.Path[1:])
	}
	if !fs.ValidPath(file) {
		return "", "", false
	}
	return file, u.Fragment, true
}

// Allowed reports whether a file of a course can have a name: every system can
// have it, it can be seen, and nothing of it begins with a dot. What does is for other programs,
// such as .git, or hidden from people.
func Allowed(name string) bool {
	if !fs.ValidPath(name) || archive.Fault(name) != "" || textsafe.Line(name) != name {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return false
		}
	}
	return true
}

// Web reports whether a destination leads to the web or another program, and not
// to a file.
func Web(dest string) bool {
	u, err := url.Parse(dest)
	return err == nil && (u.Scheme != "" || u.Host != "")
}

// Take copies a file of the source to a path in the course. It reports false
// where there is none, where it is too large, and where another one has the name
// on a system that does not tell capitals apart.
func (c *Copier) Take(file, to string) bool {
	if _, have := c.Assets[to]; have {
		return true
	}
	folded := archive.Folded(to)
	if len(c.Assets) >= maxCopies || !Allowed(file) || !Allowed(to) || c.taken[folded] {
		return false
	}
	data, err := ReadFile(c.FS, file, min(maxAsset, maxAssets-c.size))
	if err != nil {
		return false
	}
	if c.Assets == nil {
		c.Assets, c.taken = map[string][]byte{}, map[string]bool{}
	}
	c.taken[folded] = true
	c.Assets[to] = data
	c.size += len(data)
	return true
}

// ReadFile reads a regular file of no more than limit bytes.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	tooLarge := fmt.Errorf("it is larger than %d MiB; divide it", limit>>20)
	info, err := fs.Stat(fsys, name) // before it is opened: to open a pipe is to wait
	switch {
	case err != nil:
		return nil, plainfile.Plain(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no file")
	case info.Size() > int64(limit):
		return nil, tooLarge
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, plainfile.Plain(err)
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, int64(limit)+1))
	if err == nil && len(data) > limit {
		err = tooLarge
	}
	return data, plainfile.Plain(err)
}

// Path is where a page lies in the course: in a folder, under its own name where a
// file can have that, or else under its id.
func Path(folder, name, id string) string {
	for _, try := range []string{name, id, "page-" + id} {
		if file := folder + "/" + try + ".md"; Allowed(file) {
			return file
		}
	}
	return folder + "/page.md"
}

// Relative writes the way from one file of a course to another.
func Relative(from, to string) string {
	dir := path.Dir(from)
	if dir == "." {
		return to
	}
	a, b := strings.Split(dir, "/"), strings.Split(to, "/")
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)) + strings.Join(b, "/")
}

// Asset is where a file of the source lies in the course. A page that is no lesson
// is a text there: a course would read it as one.
func Asset(file string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown", ".yaml", ".yml":
		return "files/" + file + ".txt"
	}
	return file
}

// Root returns the folder that a format is in: the source, or the only folder in
// it, as in an archive.
func Root(fsys fs.FS, is func(fs.FS) bool) (fs.FS, bool) {
	if is(fsys) {
		return fsys, true
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return fsys, false
	}
	var dirs []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			dirs = append(dirs, e.Name())
		}
	}
	if len(dirs) != 1 {
		return fsys, false
	}
	sub, err := fs.Sub(fsys, dirs[0])
	if err != nil || !is(sub) {
		return fsys, false
	}
	return sub, true
}
