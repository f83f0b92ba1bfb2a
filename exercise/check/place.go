package check

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// file tries a check of a file. Links that lead out of the folder are not followed,
// and nothing but a plain file is opened.
func (t *trial) file() {
	name, ok := course.InsidePath(t.check.What)
	if !ok {
		t.fail(Found{Code: NotAFile})
		return
	}
	if e, ok := t.check.Expected("exists"); ok && !e.Yes() {
		if _, err := t.root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			t.fail(Found{Code: There, Expect: e})
		}
		return
	}
	data, info, code := t.read(name)
	if code != "" {
		t.fail(Found{Code: code})
		return
	}
	t.text = plain(data)
	for _, e := range t.check.Expect {
		if e.Name == "mode" {
			if perm := info.Mode().Perm(); !e.Mode().Holds(perm) {
				t.fail(Found{Code: Mode, Expect: e, Got: fmt.Sprintf("%o", perm)})
			}
			continue
		}
		t.expectText(e.Name, e, t.text)
	}
}

// read reads a plain file of the folder. A pipe or device is told by what it is
// before it is opened, and opened without waiting, in case it changed meanwhile.
func (t *trial) read(name string) ([]byte, fs.FileInfo, Code) {
	info, err := t.root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := t.root.Lstat(name); err == nil {
			return nil, nil, NotAFile // a link to nothing
		}
		return nil, nil, NoFile
	case err != nil, !info.Mode().IsRegular():
		return nil, nil, NotAFile
	}
	file, err := t.root.OpenFile(name, os.O_RDONLY|plainfile.NoWait, 0)
	if err != nil {
		return nil, nil, Unreadable
	}
	defer func() { _ = file.Close() }() // it was only read
	if info, err = file.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, nil, NotAFile
	}
	if info.Size() > maxFile {
		return nil, nil, TooLarge
	}
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	switch {
	case err != nil:
		return nil, nil, Unreadable
	case len(data) > maxFile:
		return nil, nil, TooLarge
	}
	return data, info, ""
}

// dir tries a check of a folder.
func (t *trial) dir() {
	name, ok := course.InsidePath(t.check.What)
	if !ok {
		t.fail(Found{Code: NotADir})
		return
	}
	if e, ok := t.check.Expected("exists"); ok && !e.Yes() {
		if _, err := t.root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			t.fail(Found{Code: There, Expect: e})
		}
		return
	}
	if code := t.isDir(name); code != "" {
		t.fail(Found{Code: code})
		return
	}
	for _, e := range t.check.Expect {
		switch e.Name {
		case "contains", "not":
			_, err := t.root.Lstat(path.Join(name, e.Text))
			if there := err == nil; e.Name == "contains" && !there {
				t.fail(Found{Code: NoEntry, Expect: e})
			} else if e.Name == "not" && there {
				t.fail(Found{Code: Entry, Expect: e})
			}
		case "entries":
			n, ok := t.entries(name, e.Range())
			if !ok {
				t.fail(Found{Code: Unreadable, Expect: e})
			} else if !e.Range().Holds(n) {
				t.fail(Found{Code: Entries, Expect: e, Count: n})
			}
		}
	}
}

func (t *trial) isDir(name string) Code {
	info, err := t.root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return NoDir
	case err != nil, !info.IsDir():
		return NotADir
	}
	return ""
}

// entries counts what is in a folder, up to where counting on changes nothing.
func (t *trial) entries(name string, want course.Range) (int, bool) {
	dir, err := t.root.Open(name)
	if err != nil {
		return 0, false
	}
	defer func() { _ = dir.Close() }() // it was only read
	n := 0
	for n <= max(want.Low, want.High, 100_000) {
		some, err := dir.ReadDir(256)
		n += len(some)
		if errors.Is(err, io.EOF) {
			return n, true
		}
		if err != nil {
			return n, false
		}
	}
	return n, true
}
