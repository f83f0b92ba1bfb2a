package plainfile_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/internal/plainfile"
)

func TestPlain(t *testing.T) {
	dir := t.TempDir()
	_, missing := os.Stat(filepath.Join(dir, "missing"))
	_, folder := plainfile.Read(dir, 10)
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "there is no such file or folder"},
		{folder, "it is neither a file nor a folder"},
		{&fs.PathError{Op: "statat", Path: "x", Err: syscall.EACCES}, "you may not read or write it; look at its permissions"},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.ENOTDIR}, "a part of its path is a file, and no folder"},
		{fmt.Errorf("reading: %w", plainfile.ErrTooLarge), "it is too large"},
		{&fs.PathError{Op: "read", Path: "x", Err: syscall.EIO}, syscall.EIO.Error()},
		{errors.New("line 3 is odd"), "line 3 is odd"},
	} {
		got := plainfile.Plain(c.err)
		if got.Error() != c.want || !errors.Is(got, c.err) {
			t.Errorf("%v is told as %q, want %q", c.err, got, c.want)
		}
	}
	if plainfile.Plain(nil) != nil {
		t.Error("nothing is told as something")
	}
}
