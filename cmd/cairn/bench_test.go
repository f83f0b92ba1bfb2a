package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestProgramsAreNotAskedInTheCourse: a course can hold a file that tells a toolchain
// which program to be, and cairn may have been started beside it.
func TestProgramsAreNotAskedInTheCourse(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	tools, course := t.TempDir(), t.TempDir()
	program := filepath.Join(tools, "rustc")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n[ -x ./wrapper ] && exec ./wrapper\necho itself\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(course, "wrapper"), []byte("#!/bin/sh\necho the course\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(course)
	if out, err := exec.Command(program).Output(); string(out) != "the course\n" {
		t.Fatalf("%q, %v: this tests nothing", out, err)
	}
	if out, err := askProgram(program); strings.TrimSpace(out) != "itself" {
		t.Errorf("%q answers, %v", out, err)
	}
}
