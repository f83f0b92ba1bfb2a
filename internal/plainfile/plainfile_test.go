package plainfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestRead(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if _, err := Read(name, 4); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(name, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := Read(name, 4); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := Read(name, 3); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file that is too large: %v", err)
	}
	if err := os.Truncate(name, 1<<40); err != nil { // takes no room on disk
		t.Fatal(err)
	}
	if _, err := Read(name, 1<<20); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file of 1 TiB: %v", err)
	}
}
