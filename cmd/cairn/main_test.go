package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/cairn-learn/cairn/internal/wall"
)

// updating makes the scripts' expected output what it is now.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	flag.Bool("update", false, "rewrite what the scripts in testdata expect")
	testscript.Main(m, map[string]func(){"cairn": main, "later": later, "faulty": faulty})
}

// later is cairn some days on:
//
//	later 9 today git
func later() {
	days, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	env := machine(os.Args[2:])
	env.now = func() time.Time { return time.Now().AddDate(0, 0, days) }
	os.Exit(run(env))
}

// TestScripts runs the command line as people and scripts do. Each file of
// testdata/script is a chapter of a manual.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       updating(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("CAIRN_DATA", filepath.Join(e.WorkDir, ".data"))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status, "pack": pack, "pipe": pipe},
	})
}

// status runs a program and wants it to end with the status given:
//
//	status 2 cairn check nowhere
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		got = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("ended with status %d, want %d", got, want)
	}
}
