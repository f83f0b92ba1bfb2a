// Package walltest runs commands of tests without walls: what walls hold is tested
// where they are.
package walltest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/cairn-learn/cairn/internal/wall"
)

// Shell runs commands with sh, as they are.
type Shell struct {
	Ran func(script string) // told of each before it runs; nil: nobody is
}

// Run runs a command and says that it was isolated.
func (s Shell) Run(ctx context.Context, c wall.Command) (wall.Result, error) {
	if s.Ran != nil {
		s.Ran(c.Script)
	}
	cmd := exec.CommandContext(ctx, "sh", "-c", c.Script)
	cmd.Dir, cmd.Env = c.Dir, append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + c.Dir, "LANG=C.UTF-8"}, c.Env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		return wall.Result{}, err
	}
	return wall.Result{Exit: cmd.ProcessState.ExitCode(), Stdout: out.Bytes(), Stderr: errs.Bytes(), Level: wall.Isolated}, nil
}
