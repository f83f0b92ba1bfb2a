package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Unset are the setups that a task needs and that were not run in its folder, in
// their order. pending is whether Begin runs one of them where it may: a setup that
// was left out is made up for as long as nobody worked in the folder, since it
// could write over what they did. Nothing is made or run.
func (p *Practice) Unset(t *course.Task) (setups []string, pending bool) {
	s, state := p.glance(t)
	if s != nil {
		defer s.close()
	}
	untouched := s != nil && s.untouched(state)
	for _, step := range p.Steps(t) {
		if strings.TrimSpace(step.Setup) == "" || slices.Contains(state.Tasks, step.ID) {
			continue
		}
		setups = append(setups, step.Setup)
		pending = pending || untouched || !state.Lost && !slices.Contains(state.Left, step.ID)
	}
	return setups, pending
}

// glance looks at the folder of a task as it is; nil, and nothing begun, where it
// is not there.
func (p *Practice) glance(t *course.Task) (*shelf, begun) {
	root, err := os.OpenRoot(filepath.Join(p.Data, Name, p.Course.FolderName()))
	if err != nil {
		return nil, begun{}
	}
	s := &shelf{Practice: p, root: root, name: t.Folder}
	state := s.begun()
	if info, err := root.Lstat(t.Folder); err != nil || !info.IsDir() || state.Making {
		s.close()
		return nil, begun{}
	}
	return s, state
}

// runs reports whether anything of the course may be run.
func (p *Practice) runs() bool { return p.Runner != nil && p.Course.Tasks != course.TasksNever }

// leaves reports whether the setup of a task has to be left out.
func (p *Practice) leaves(t *course.Task) bool {
	return strings.TrimSpace(t.Setup) != "" && !p.runs()
}

// untouched reports whether the folder is as it was when a setup was left out.
func (s *shelf) untouched(state begun) bool {
	return state.Print != "" && state.Print == s.print()
}

// What print reads of a folder: more is nothing that only a course has brought.
const (
	maxPrinted      = 64 << 20 // bytes
	maxPrintedFiles = 5000
)

var errTooMuch = errors.New("too much to be looked at")

// print stands for the names in the folder and what is in its files; empty where
// that is more than a course brings, or cannot be read.
func (s *shelf) print() string {
	h, files, room := sha256.New(), 0, int64(maxPrinted)
	err := fs.WalkDir(s.root.FS(), s.name, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if files++; files > maxPrintedFiles {
			return errTooMuch
		}
		_, _ = fmt.Fprintf(h, "%d %s %s\n", len(name), name, e.Type()) // a hash takes everything
		if !e.Type().IsRegular() {
			return nil
		}
		file, err := s.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|plainfile.NoWait, 0)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }() // it was only read
		n, err := io.Copy(h, io.LimitReader(file, room+1))
		_, _ = fmt.Fprintf(h, "\n%d\n", n)
		if room -= n; room < 0 {
			return errTooMuch
		}
		return err
	})
	if err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
