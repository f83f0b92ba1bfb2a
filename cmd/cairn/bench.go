package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/library"
)

// bench is where the tasks of a course are done; nil where there is no folder for
// that, or no course.
func (e environment) bench(o library.Opened) *exercise.Bench {
	self, err := os.Executable()
	if err != nil || o.Session == nil || o.Files == nil || dataDir(e) == "" {
		return nil
	}
	return &exercise.Bench{
		Data: dataDir(e), Course: o.Session.Course(), Files: o.Files, Trust: openTrust(e), Now: e.now,
		Never:   func() bool { return config.Load(e.machine()).Preferences().NoRun },
		Look:    func() wall.Walls { return wall.Look(self) },
		Machine: code.Machine{Look: exec.LookPath, Ask: askProgram},
	}
}

// answering is how long a program may take to say which one it is.
const answering = 10 * time.Second

// askProgram runs a program of the learner's own and returns what it prints.
func askProgram(program string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), answering)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, args...).Output()
	if err != nil {
		return "", fmt.Errorf("asking %s: %w", program, err)
	}
	return string(out), nil
}
