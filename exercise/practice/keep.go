package practice

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// maxBeside is how many files of one name are kept beside it.
const maxBeside = 99

// Keep writes a file of the practice folder of a task, whole or not at all, and
// makes the folder where there is none. before is what is kept beside it, under the
// name that is returned; nil: nothing is.
func (p *Practice) Keep(t *course.Task, name string, data, before []byte) (beside string, err error) {
	s, err := p.open(context.Background(), t)
	if err != nil {
		return "", fmt.Errorf("keeping %s of %s: %w", name, textsafe.Line(t.ID), err)
	}
	defer s.close()
	if beside, err = s.keep(name, data, before); err != nil {
		return "", fmt.Errorf("keeping %s of %s: %w", name, textsafe.Line(t.ID), s.at(err))
	}
	if beside != "" {
		beside = filepath.Join(s.root.Name(), s.name, beside)
	}
	return beside, nil
}

func (s *shelf) keep(name string, data, before []byte) (beside string, err error) {
	if s.begun().Making { // it holds nothing of the learner's, and would be cleared when it is begun
		if err := s.clear(s.name); err != nil {
			return "", err
		}
		s.forget()
	}
	if err := s.root.Mkdir(s.name, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	if err := isFolder(filepath.Join(s.root.Name(), s.name)); err != nil {
		return "", err
	}
	root, err := s.root.OpenRoot(s.name)
	if err != nil {
		return "", err
	}
	defer func() { _ = root.Close() }() // it was only a handle
	if before != nil {
		if beside, err = keepBeside(root, name, before); err != nil {
			return "", err
		}
	}
	if err := replace(root, name, data); err != nil {
		if beside != "" {
			_ = root.Remove(beside) // it is still where it was, and the next try keeps it again
		}
		return "", err
	}
	return beside, nil
}

// replace writes a file, whole or not at all.
func replace(root *os.Root, name string, data []byte) error {
	temp := "." + name + ".new"
	if err := root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := writeSynced(root, temp, data, 0o644)
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		_ = root.Remove(temp) // the error says more
	}
	return err
}

// keepBeside writes what a file held under a name that nothing has yet.
func keepBeside(root *os.Root, name string, data []byte) (string, error) {
	for n := 1; n <= maxBeside; n++ {
		beside := fmt.Sprintf("%s.before-%d", name, n)
		err := writeSynced(root, beside, data, 0o644)
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			_ = root.Remove(beside) // a part of it keeps nothing
			return "", err
		}
		return beside, nil
	}
	return "", fmt.Errorf("%d files of before lie beside it; move some away", maxBeside)
}

// writeSynced writes a file that is not there, through to the disk.
func writeSynced(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}
