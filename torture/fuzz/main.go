// Command fuzz runs the fuzz targets of the module, one after the other, each
// for the time that is given. What a target finds stays below testdata of its
// package, where every later run of the tests meets it. With -keep it fuzzes
// nothing, and copies there what earlier runs on this machine found of interest.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	time := flag.String("time", "30m", "how long each target is tried")
	only := flag.String("only", "", "a pattern: try the targets it fits only, such as course/textsafe.FuzzTextsafe")
	workers := flag.Int("parallel", 1, "how many processes try one target")
	keep := flag.Int("keep", 0, "keep this many inputs of each target that led to new code, in place of fuzzing")
	flag.Parse()
	do := func(t target) error { return t.fuzz(*time, *workers) }
	if *keep > 0 {
		do = func(t target) error { return t.keep(*keep) }
	}
	if err := run(*only, do); err != nil {
		fmt.Fprintln(os.Stderr, "fuzz:", err)
		os.Exit(1)
	}
}

// run does something with each target that fits a pattern.
func run(only string, do func(target) error) error {
	fits, err := regexp.Compile(only)
	if err != nil {
		return fmt.Errorf("reading the pattern of -only: %w", err)
	}
	targets, err := find(".")
	if err != nil {
		return fmt.Errorf("looking for fuzz targets; run this at the root of the module: %w", err)
	}
	var failed error
	for _, t := range targets {
		if !fits.MatchString(t.String()) {
			continue
		}
		fmt.Fprintln(os.Stderr, "==", t)
		failed = errors.Join(failed, do(t))
	}
	return failed
}

// target is a fuzz target of a package.
type target struct{ dir, name string }

func (t target) String() string { return filepath.ToSlash(t.dir) + "." + t.name }

// fuzz tries the target for some time. Shrinking a finding is bounded: by
// default it may take the whole time.
func (t target) fuzz(time string, workers int) error {
	cmd := exec.Command("go", "test", "-run=^$", "-fuzz=^"+t.name+"$", "-fuzztime="+time,
		"-fuzzminimizetime=20x", fmt.Sprintf("-parallel=%d", workers), "./"+filepath.ToSlash(t.dir))
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s has a finding, which is kept in %s: %w", t, t.kept(), err)
	}
	return nil
}

// kept is the folder of the inputs that every run of the tests tries.
func (t target) kept() string { return filepath.Join(t.dir, "testdata", "fuzz", t.name) }

// find lists the fuzz targets below a folder.
func find(root string) ([]target, error) {
	var found []target
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, name := range regexp.MustCompile(`(?m)^func (Fuzz\w+)\(f \*testing\.F\)`).FindAllSubmatch(text, -1) {
			found = append(found, target{dir: filepath.Dir(path), name: string(name[1])})
		}
		return nil
	})
	return found, err
}
