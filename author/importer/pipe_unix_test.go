//go:build unix

package importer_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/importer"
)

// TestReadWaitsForNoPipe: nobody ever writes to a pipe that lies in a source, or
// where the folder of the course keeps what was imported.
func TestReadWaitsForNoPipe(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"lesson.yaml", ".cairn-import.json"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	src, closing, err := importer.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer closing()
	tries := map[string]func() error{
		"source": func() error { _, err := src.Read("lesson.yaml"); return err },
		"target": func() error {
			_, err := importer.Import{Format: lines(), Source: source("a.txt", "a = b"), Dir: dir}.Run()
			return err
		},
	}
	for name, try := range tries {
		done := make(chan error, 1)
		go func() { done <- try() }()
		select {
		case err := <-done:
			if err == nil {
				t.Errorf("%s: a pipe was read", name)
			}
		case <-time.After(20 * time.Second):
			t.Errorf("%s: a pipe is waited for", name)
			for _, pipe := range []string{"lesson.yaml", ".cairn-import.json"} { // let it go on
				if f, err := os.OpenFile(filepath.Join(dir, pipe), os.O_RDWR, 0); err == nil {
					_ = f.Close()
				}
			}
		}
	}
}
