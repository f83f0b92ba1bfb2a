// Package fingerprint tells what a folder holds from what it held before, by
// content: a file that was written anew with the same text has not changed.
//
// Folders are those of others: a fingerprint follows no link, waits for no pipe,
// stays inside of the folder, and is bounded in names, depth and bytes.
package fingerprint

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Bounds of what is looked at.
const (
	maxNames  = 20_000   // files and folders; with more there is no fingerprint
	maxDepth  = 64       // folders within folders; what is deeper is left out
	maxFile   = 1 << 20  // bytes of a file that is read; of a longer one size and time count
	maxRead   = 16 << 20 // bytes of all files that are read; alike
	batchSize = 256      // names that are asked for at once
)

// ErrTooMany is the error of Of for a folder of more files and folders than are
// looked at.
var ErrTooMany = errors.New("there are too many files and folders")

// Print is what a folder, or a file, held at one time. The zero value is that of
// one which is not there.
type Print struct {
	There bool
	names map[string]stamp
	read  int64
}

// Len is how many files and folders were looked at.
func (p Print) Len() int { return len(p.names) }

// stamp is what is known of one name.
type stamp struct {
	mode fs.FileMode
	size int64
	mod  time.Time
	sum  [sha256.Size]byte // of what it holds
	read bool              // sum holds
}

// same reports whether two stamps are of the same content.
func (s stamp) same(o stamp) bool {
	switch {
	case s.mode != o.mode:
		return false
	case s.mode.IsDir():
		return true // its names are looked at by themselves
	case s.size != o.size:
		return false
	case s.read && o.read:
		return s.sum == o.sum
	}
	return s.mod.Equal(o.mod)
}

// Of is the fingerprint of a folder or a file. What before knows of a file that was
// not touched since is not read again. A folder that is not there, or cannot be
// looked into, has the zero value; its only error is ErrTooMany.
func Of(path string, before Print) (Print, error) {
	p := Print{names: map[string]stamp{}}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Print{}, nil // not there, as far as can be seen
	case !info.IsDir():
		p.There = true
		p.file(".", info, before, func() (*os.File, error) { return plainfile.Open(path) })
		return p, nil
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return Print{}, nil // as above
	}
	defer func() { _ = root.Close() }() // it was only looked at
	p.There = true
	return p, p.walk(root, before)
}

// below is a folder that is still to be looked into.
type below struct {
	name  string
	depth int
}

func (p *Print) walk(root *os.Root, before Print) error {
	todo := []below{{name: "."}}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		dir, err := root.OpenFile(next.name, os.O_RDONLY|plainfile.NoWait, 0)
		if err != nil {
			continue // what cannot be looked into is what its folder says of it
		}
		folders, err := p.list(root, dir, next, before)
		_ = dir.Close() // it was only looked at
		if err != nil {
			return err
		}
		todo = append(todo, folders...)
	}
	return nil
}

// list looks at the names in one folder and returns the folders among them.
func (p *Print) list(root *os.Root, dir *os.File, at below, before Print) ([]below, error) {
	var folders []below
	for {
		entries, err := dir.ReadDir(batchSize)
		for _, e := range entries {
			if passing(e.Name()) {
				continue
			}
			if len(p.names) >= maxNames {
				return nil, ErrTooMany
			}
			info, err := e.Info()
			if err != nil {
				continue // it has gone in the meantime
			}
			name := filepath.Join(at.name, e.Name())
			p.file(name, info, before, func() (*os.File, error) { return root.OpenFile(name, os.O_RDONLY|plainfile.NoWait, 0) })
			if info.IsDir() && at.depth < maxDepth {
				folders = append(folders, below{name, at.depth + 1})
			}
		}
		if err != nil || len(entries) == 0 {
			return folders, nil //nolint:nilerr // the end, or all that can be seen
		}
	}
}

// file takes in one name, and reads it where it is a file that was touched.
func (p *Print) file(name string, info fs.FileInfo, before Print, open func() (*os.File, error)) {
	s := stamp{mode: info.Mode(), size: info.Size(), mod: info.ModTime()}
	old, known := before.names[name]
	switch {
	case !s.mode.IsRegular() || s.size > maxFile || p.read+s.size > maxRead:
	case known && old.read && old.mode == s.mode && old.size == s.size && old.mod.Equal(s.mod):
		s.sum, s.read = old.sum, true
		p.read += s.size
	default:
		s.sum, s.read = sum(open, s.size)
		p.read += s.size
	}
	p.names[name] = s
}

// sum is that of what a file holds, where all of it can be read.
func sum(open func() (*os.File, error), size int64) (sum [sha256.Size]byte, ok bool) {
	file, err := open()
	if err != nil {
		return sum, false
	}
	defer func() { _ = file.Close() }() // it was only read
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return sum, false
	}
	h := sha256.New()
	if n, err := io.Copy(h, io.LimitReader(file, size+1)); err != nil || n != size {
		return sum, false
	}
	return [sha256.Size]byte(h.Sum(nil)), true
}

// passing reports whether a name is of a file that editors keep beside a text while
// it is written, and not of the text.
func passing(name string) bool {
	switch ext := filepath.Ext(name); {
	case strings.HasPrefix(name, ".#"), strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") && len(name) > 1:
		return true // Emacs
	case strings.HasPrefix(name, ".") && len(ext) == 4 && strings.HasPrefix(ext, ".sw"), name == "4913":
		return true // Vim
	}
	return name == ".DS_Store"
}

// Changed lists the names that hold something else, are new or have gone, sorted.
func Changed(before, after Print) []string {
	var names []string
	for name, s := range after.names {
		if old, ok := before.names[name]; !ok || !old.same(s) {
			names = append(names, name)
		}
	}
	for name := range before.names {
		if _, ok := after.names[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
