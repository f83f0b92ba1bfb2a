//go:build unix

package trouble_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/internal/trouble"
)

// TestAt names the place of an error that its owner can mend, and leaves any other one
// as it is.
func TestAt(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	inside := filepath.Join(file, "a", "b")
	_, below := os.Stat(inside)
	named := &trouble.Error{Kind: trouble.Gone, Path: "there", Err: errors.New("it went")}
	for _, c := range []struct {
		err  error
		kind trouble.Kind
		path string
	}{
		{nil, "", ""},
		{errors.New("something"), "", ""},
		{fs.ErrNotExist, "", ""},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, trouble.NoRoom, inside},
		{fmt.Errorf("doing it: %w", syscall.EROFS), trouble.Shut, inside},
		{errors.Join(errors.New("something"), &fs.PathError{Err: syscall.EACCES}), trouble.Shut, inside},
		{below, trouble.InTheWay, file},
		{fmt.Errorf("doing it: %w", named), trouble.Gone, "there"},
	} {
		err := trouble.At(inside, c.err)
		var got *trouble.Error
		switch found := errors.As(err, &got); {
		case !errors.Is(err, c.err):
			t.Errorf("%v became %v", c.err, err)
		case c.kind == "" && found:
			t.Errorf("%v: %s at %s", c.err, got.Kind, got.Path)
		case c.kind != "" && (!found || got.Kind != c.kind || got.Path != c.path):
			t.Errorf("%v: %+v, and not %s at %s", c.err, got, c.kind, c.path)
		}
	}
}
