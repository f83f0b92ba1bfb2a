//go:build unix

package plainfile

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestWhatIsNoFileIsRefusedAtOnce opens what would keep a reader waiting, or
// would do something.
func TestWhatIsNoFileIsRefusedAtOnce(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	socket := filepath.Join(dir, "socket")
	if l, err := net.Listen("unix", socket); err == nil {
		defer func() { _ = l.Close() }()
	}
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"C59 a named pipe": pipe, "C59 a link to a named pipe": link, "C60 a socket": socket,
		"C60 a device that never ends": "/dev/zero", "C60 the terminal": "/dev/tty", "a folder": dir,
	} {
		t.Run(name, func(t *testing.T) {
			done := make(chan error, 1)
			go func() {
				_, err := Read(file, 100)
				done <- err
			}()
			select {
			case err := <-done:
				if err == nil {
					t.Error("it was read")
				}
				if _, missing := os.Stat(file); missing == nil && !errors.Is(err, ErrNotRegular) {
					t.Errorf("%v, want %v", err, ErrNotRegular)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it is waited for")
			}
		})
	}
}

// TestAPipeThatTakesAFilesPlace opens a name again and again that is now a file
// and now a pipe: neither look may be trusted alone.
func TestAPipeThatTakesAFilesPlace(t *testing.T) {
	dir := t.TempDir()
	name, pipe, file := filepath.Join(dir, "name"), filepath.Join(dir, "pipe"), filepath.Join(dir, "file")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	if err := os.WriteFile(file, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			_ = os.Link([]string{pipe, file}[i%2], name+".new")
			_ = os.Rename(name+".new", name)
		}
	}()
	defer func() {
		close(stop)
		<-stopped
	}()
	deadline := time.AfterFunc(20*time.Second, func() { panic("a pipe is waited for") })
	defer deadline.Stop()
	for range 5000 {
		if data, err := Read(name, 100); err == nil && string(data) != "text" {
			t.Fatalf("%q was read", data)
		}
	}
}
