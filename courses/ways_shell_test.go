package courses_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long a command of the learner's may take.
const patience = 2 * time.Minute

// ownShell is a shell of the learner's in a window beside the program. It has no
// walls: what stands in a recording was written by those who wrote the course.
type ownShell struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	ended *bufio.Reader // a line for each command that ended
	out   *os.File      // what the commands print
	text  string        // file that holds the command
}

// openShell opens a shell in a folder; the temporary folder is for what it needs.
func openShell(dir, temp string, env []string) (*ownShell, error) {
	out, err := os.CreateTemp(temp, "printed-")
	if err != nil {
		return nil, err
	}
	ended, tell, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer tell.Close()
	s := &ownShell{cmd: exec.Command("sh"), ended: bufio.NewReader(ended), out: out, text: filepath.Join(temp, "command")}
	s.cmd.Dir, s.cmd.Env = dir, env
	s.cmd.Stdout, s.cmd.Stderr, s.cmd.ExtraFiles = out, out, []*os.File{tell}
	if s.in, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	return s, s.cmd.Start()
}

// run carries out a command and returns what it printed.
func (s *ownShell) run(command string, now time.Time) (string, error) {
	if err := os.WriteFile(s.text, []byte(command+"\n"), 0o600); err != nil {
		return "", err
	}
	from, err := s.out.Seek(0, io.SeekEnd)
	if err != nil {
		return "", err
	}
	date := now.Format("2006-01-02T15:04:05Z")
	if _, err := fmt.Fprintf(s.in, "export GIT_AUTHOR_DATE=%s GIT_COMMITTER_DATE=%s\n. '%s' </dev/null 3>&-\necho >&3\n", date, date, s.text); err != nil {
		return "", fmt.Errorf("the shell has ended: %w", err)
	}
	ended := make(chan error, 1)
	go func() {
		_, err := s.ended.ReadString('\n')
		ended <- err
	}()
	select {
	case err = <-ended:
	case <-time.After(patience):
		err = fmt.Errorf("it does not end within %s", patience)
	}
	if err != nil {
		return "", err
	}
	printed, err := os.ReadFile(s.out.Name())
	return string(printed[from:]), err
}

// close ends the shell and what it left running.
func (s *ownShell) close() {
	_, _ = io.WriteString(s.in, "kill $(jobs -p) 2>/dev/null\n") // it may have ended by itself
	_ = s.in.Close()
	_ = s.cmd.Wait()
	_ = s.out.Close()
}

// shellEnv is what a learner's shell finds set, with a home of their own.
func shellEnv(home string) []string {
	env := []string{
		"HOME=" + home, "LC_ALL=C.UTF-8", "TZ=UTC", "TERM=dumb", "PAGER=cat", "GIT_PAGER=cat", "GIT_EDITOR=true", "GIT_CONFIG_NOSYSTEM=1",
		"GOTOOLCHAIN=local", "GOPROXY=off", "GOTELEMETRY=off",
	}
	for _, name := range []string{"PATH", "TMPDIR"} {
		if v := os.Getenv(name); v != "" {
			env = append(env, name+"="+v)
		}
	}
	if cache, err := os.UserCacheDir(); err == nil && os.Getenv("GOCACHE") == "" {
		env = append(env, "GOCACHE="+filepath.Join(cache, "go-build"))
	} else if err == nil {
		env = append(env, "GOCACHE="+os.Getenv("GOCACHE"))
	}
	return env
}

// shown is what a shell printed, as lines of a recording.
func shown(printed string) string {
	var b strings.Builder
	for line := range strings.Lines(printed) {
		b.WriteString(strings.TrimRight(line, " \t\r\n") + "\n")
	}
	return b.String()
}
