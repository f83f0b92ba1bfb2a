package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/library"
)

// bench is where the tasks of a course are done; nil where there is no folder for
// that, or no course.
func (e environment) bench(o library.Opened) *exercise.Bench {
	data := dataDir(e)
	if info, err := os.Stat(data); err == nil && !info.IsDir() || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil // nothing can be kept there, as is said at the start
	}
	return e.benchIn(data, o)
}

// benchIn is a bench in a folder for data.
func (e environment) benchIn(data string, o library.Opened) *exercise.Bench {
	self, err := os.Executable()
	if err != nil || o.Session == nil || o.Files == nil || data == "" {
		return nil
	}
	return &exercise.Bench{
		Data: data, Course: o.Session.Course(), Files: o.Files, Trust: trust.Open(data, e.now), Now: e.now,
		Never:   func() bool { return config.Load(e.machine()).Preferences().NoRun },
		Look:    func() wall.Walls { return wall.Look(self) },
		Machine: code.Machine{Look: exec.LookPath, Ask: askProgram},
	}
}

// answering is how long a program may take to say which one it is.
const answering = 10 * time.Second

// askProgram runs a program of the learner's own and returns what it prints. It is
// run where it lies, and nobody agreed to anything yet: many toolchains do what a
// file in the folder that they are started in tells them, or start another one, and
// cairn may have been started in the folder of a course.
func askProgram(program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), answering)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.WaitDelay = filepath.Dir(program), time.Second
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("asking %s: %w", program, err)
	}
	return string(out), nil
}
