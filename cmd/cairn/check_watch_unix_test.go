//go:build unix

package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWatchTellsOfAFolderThatIsGone: it may be there again soon, so that it is
// waited for.
func TestWatchTellsOfAFolderThatIsGone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("# A\n\ntext\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env, _, _ := author(t, "", "check", dir, "--watch")
	env.now = time.Now
	out, in := io.Pipe()
	env.out = in
	status := make(chan int, 1)
	go func() {
		status <- run(env)
		_ = in.Close()
	}()
	said, told := "", false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		said += lines.Text() + "\n"
		told = told || strings.Contains(lines.Text(), "there is no folder")
		if !strings.Contains(lines.Text(), "ctrl+c ends it") {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		if strings.Count(said, "ctrl+c ends it") == 2 {
			if err := syscall.Kill(syscall.Getpid(), syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := <-status; got != 0 || !told {
		t.Errorf("status %d:\n%s", got, said)
	}
}
