package archive

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// FS is the files of an archive, in memory. It does not change and is safe for
// concurrent use.
type FS struct {
	files   map[string]string
	folders map[string][]fs.DirEntry
	top     string
}

var (
	errFolder = errors.New("it is a folder")
	errFile   = errors.New("it is a file")
)

var _ interface {
	fs.ReadFileFS
	fs.ReadDirFS
	fs.StatFS
} = (*FS)(nil)

func newFS() *FS {
	return &FS{files: map[string]string{}, folders: map[string][]fs.DirEntry{".": nil}}
}

// Files is files that a program made, by their paths, as if they had come out of
// an archive. A path that fs.ValidPath refuses is left out.
func Files(files map[string][]byte) *FS {
	f := newFS()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if fs.ValidPath(name) && name != "." {
			f.addFile(name, string(files[name]))
		}
	}
	f.sort()
	return f
}

// Top is the name of the folder in which all of the archive lies, and from within
// which the FS has it; empty where there is no such folder.
func (f *FS) Top() string { return f.top }

func (f *FS) addFolder(name string) {
	if _, have := f.folders[name]; have {
		return
	}
	f.folders[name] = nil
	f.list(name, info{name: path.Base(name), mode: fs.ModeDir | 0o555})
}

func (f *FS) addFile(name, data string) {
	f.files[name] = data
	f.list(name, info{name: path.Base(name), size: int64(len(data)), mode: 0o444})
}

// list puts an entry into its folder.
func (f *FS) list(name string, entry info) {
	dir := path.Dir(name)
	if dir != "." {
		f.addFolder(dir)
	}
	f.folders[dir] = append(f.folders[dir], fs.FileInfoToDirEntry(entry))
}

// sort brings the lists of folders into order.
func (f *FS) sort() {
	for _, entries := range f.folders {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	}
}

// withinTop is the same from within its top folder, where there is nothing beside
// that.
func (f *FS) withinTop() *FS {
	root := f.folders["."]
	if len(root) != 1 || !root[0].IsDir() {
		return f
	}
	top := root[0].Name()
	within := newFS()
	within.top = top
	within.folders["."] = f.folders[top]
	for name, entries := range f.folders {
		if below, ok := strings.CutPrefix(name, top+"/"); ok {
			within.folders[below] = entries
		}
	}
	for name, data := range f.files {
		within.files[strings.TrimPrefix(name, top+"/")] = data
	}
	return within
}

// Text is the bytes of a file, without a copy; empty for what is no file.
func (f *FS) Text(name string) string { return f.files[name] }

// Open implements fs.FS.
func (f *FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if data, ok := f.files[name]; ok {
		return &openFile{strings.NewReader(data), info{path.Base(name), int64(len(data)), 0o444}}, nil
	}
	if entries, ok := f.folders[name]; ok {
		return &openFolder{entries, info{path.Base(name), 0, fs.ModeDir | 0o555}}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile implements fs.ReadFileFS.
func (f *FS) ReadFile(name string) ([]byte, error) {
	if data, ok := f.files[name]; ok {
		return []byte(data), nil
	}
	if _, err := f.Stat(name); err != nil {
		return nil, err
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: errFolder}
}

// ReadDir implements fs.ReadDirFS.
func (f *FS) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, ok := f.folders[name]; ok {
		return slices.Clone(entries), nil
	}
	if _, err := f.Stat(name); err != nil {
		return nil, err
	}
	return nil, &fs.PathError{Op: "readdir", Path: name, Err: errFile}
}

// Stat implements fs.StatFS.
func (f *FS) Stat(name string) (fs.FileInfo, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	return file.Stat()
}

// info describes a file or folder of an archive. Its time is not kept: it is
// whatever the archive says.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// openFile is a file of an archive that is being read.
type openFile struct {
	*strings.Reader
	info info
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

// openFolder is a folder of an archive that is being read.
type openFolder struct {
	rest []fs.DirEntry
	info info
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: errFolder}
}

// ReadDir implements fs.ReadDirFile.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.rest)
	} else if len(f.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.rest))
	entries := slices.Clone(f.rest[:n])
	f.rest = f.rest[n:]
	return entries, nil
}
