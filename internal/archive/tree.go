package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
)

// maxNames bounds the names of all files and folders together, in bytes.
const maxNames = 8 << 20

// tree is what was read of an archive so far.
type tree struct {
	limits  Limits
	entries int
	names   int // bytes of names
	total   int64
	files   map[string]string
	folders map[string]bool
	listed  map[string]bool   // entries by name: none may come twice
	exact   map[string]string // names, and those of their folders, as they are, by folded name
	scratch bytes.Buffer      // of the file being read
}

func newTree(limits Limits) *tree {
	return &tree{
		limits: limits, files: map[string]string{}, folders: map[string]bool{},
		listed: map[string]bool{}, exact: map[string]string{},
	}
}

// entry takes in an entry and gives its name in the tree. It reports whether it is
// a file whose bytes are wanted; what macOS added is not.
func (t *tree) entry(entry string, folder bool) (name string, wanted bool, err error) {
	if t.entries++; t.entries > t.limits.Files {
		return "", false, t.tooMany()
	}
	name, slash, err := clean(entry, t.limits.Depth)
	switch {
	case err != nil:
		return "", false, err
	case slash && !folder:
		return "", false, refuse(entry, "it is called as a folder and is none")
	case name == ".":
		return name, false, nil
	case t.listed[name]:
		return "", false, refuse(entry, "it is in the archive twice")
	}
	t.listed[name] = true
	if err := t.place(entry, name, folder); err != nil {
		return "", false, err
	}
	for at := path.Dir(name); at != "." && !t.folders[at]; at = path.Dir(at) {
		if err := t.place(entry, at, true); err != nil {
			return "", false, err
		}
	}
	return name, !folder && !isJunk(name), nil
}

// place gives a name to a file or a folder, which no other may have.
func (t *tree) place(entry, name string, folder bool) error {
	key := Folded(name)
	if have, ok := t.exact[key]; ok && have != name {
		return refuse(entry, "%s is in the archive too, and many systems take the two for one", shown(have))
	}
	t.exact[key] = name
	if t.names += len(name); t.names > maxNames || len(t.exact) > t.limits.Files {
		return t.tooMany()
	}
	if _, file := t.files[name]; file || !folder && t.folders[name] {
		return refuse(entry, "%s is both a file and a folder", shown(name))
	}
	if folder {
		t.folders[name] = true
	} else {
		t.files[name] = ""
	}
	return nil
}

func (t *tree) tooMany() error {
	return refuse("", "it holds more than %d files and folders, or more than %s of names", t.limits.Files, amount(maxNames))
}

// errMore says that there is more to read than was allowed.
var errMore = errors.New("there is more")

// room is how many bytes a file may have that is packed in so many bytes, and
// what to say of one that has more.
func (t *tree) room(packed int64) (most int64, reason string) {
	most, reason = t.limits.File, "it is larger than "+amount(t.limits.File)
	if byRatio := max(spare, packed*t.limits.Ratio); byRatio < most {
		most, reason = byRatio, fmt.Sprintf("it is more than %d times as large as it is packed", t.limits.Ratio)
	}
	if left := t.limits.Total - t.total; left < most {
		most, reason = left, t.tooMuch()
	}
	return most, reason
}

func (t *tree) tooMuch() string {
	return "the files together are larger than " + amount(t.limits.Total)
}

// read reads a file to its end into memory that grows with what comes, as far as
// there is room. The bytes hold until the next call.
func (t *tree) read(r io.Reader, most int64) ([]byte, error) {
	t.scratch.Reset()
	n, err := t.scratch.ReadFrom(io.LimitReader(r, most+1))
	if n > most {
		return nil, errMore
	}
	return t.scratch.Bytes(), err
}

// keep takes in the bytes of a file that is wanted.
func (t *tree) keep(name string, data []byte) {
	t.files[name] = string(data)
}

// done gives what was read, without what macOS added and from within the top
// folder where there is nothing beside it.
func (t *tree) done() *FS {
	fsys := newFS()
	for name := range t.folders {
		if !isJunk(name) {
			fsys.addFolder(name)
		}
	}
	for name, data := range t.files {
		if !isJunk(name) {
			fsys.addFile(name, data)
		}
	}
	fsys.sort()
	return fsys.withinTop()
}
