// Package overlay is the files of a course with some of them as they would be:
// as an editor holds them, or as they are once they are mended.
package overlay

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS is a folder with other texts in some of its files.
type FS struct {
	fs.FS                   // the folder
	Over  map[string]string // the text of the files that are other or new, by name
}

// Open implements fs.FS.
func (o FS) Open(name string) (fs.File, error) {
	if text, ok := o.Over[name]; ok {
		return openText{info{path.Base(name), int64(len(text))}, strings.NewReader(text)}, nil
	}
	return o.FS.Open(name)
}

// ReadDir implements fs.ReadDirFS. New files are listed where their folder is
// there.
func (o FS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil {
		return entries, err
	}
	for file, text := range o.Over {
		base := path.Base(file)
		if path.Dir(file) != name {
			continue
		}
		entry := fs.FileInfoToDirEntry(info{base, int64(len(text))})
		if i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == base }); i >= 0 {
			entries[i] = entry
		} else {
			entries = append(entries, entry)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// ReadLink implements fs.ReadLinkFS.
func (o FS) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// Lstat implements fs.ReadLinkFS.
func (o FS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

// openText is a text as an open file.
type openText struct {
	info info
	*strings.Reader
}

// Stat implements fs.File.
func (f openText) Stat() (fs.FileInfo, error) { return f.info, nil }

// Close implements fs.File.
func (openText) Close() error { return nil }

type info struct {
	name string
	size int64
}

func (i info) Name() string     { return i.name }
func (i info) Size() int64      { return i.size }
func (info) Mode() fs.FileMode  { return 0o600 }
func (info) ModTime() time.Time { return time.Time{} }
func (info) IsDir() bool        { return false }
func (info) Sys() any           { return nil }
