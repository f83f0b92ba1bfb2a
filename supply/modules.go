package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

const (
	ours    = "github.com/cairn-learn/cairn"
	program = "./cmd/cairn"

	// standard is the name under which the library and the runtime of Go are listed.
	// They have no version here: that is the one of the Go that built the program.
	standard = "stdlib"
)

// module is somebody else's work.
type module struct {
	path, version string
	dir           string          // where its source is
	folders       map[string]bool // those below dir that packages come from, and all above them
	systems       []string        // on which the program has it; none: tests and tools only
}

// systems are those that the Makefile builds for, such as "linux/amd64".
func systems(root string) ([]string, error) {
	text, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		return nil, fmt.Errorf("reading which systems are built for: %w", err)
	}
	found := regexp.MustCompile(`(?m)^CROSS +:= +(.+)$`).FindSubmatch(text)
	if found == nil {
		return nil, errors.New("the Makefile does not say for which systems it builds: a line CROSS := is wanted")
	}
	return strings.Fields(string(found[1])), nil
}

// modules lists every module that the program needs on any of the systems, or its
// tests and tools on the first kind of machine of each, and the standard library,
// by name.
func modules(root string) ([]module, error) {
	all, err := systems(root)
	if err != nil {
		return nil, err
	}
	type answer struct {
		linked, rest []listed
		err          error
	}
	answers := make([]answer, len(all))
	var wait sync.WaitGroup
	for i, system := range all {
		wait.Go(func() {
			linked, err := list(root, system, program)
			answers[i] = answer{linked: linked, err: err}
			if goos, _, _ := strings.Cut(system, "/"); i == 0 || !strings.HasPrefix(all[i-1], goos+"/") {
				rest, err := list(root, system, "-test", "-tags", "e2e", "./...")
				answers[i].rest, answers[i].err = rest, errors.Join(answers[i].err, err)
			}
		})
	}
	wait.Wait()
	found := map[string]*module{}
	for i, system := range all {
		if err := answers[i].err; err != nil {
			return nil, err
		}
		for _, p := range answers[i].linked {
			m := p.into(found)
			if m != nil && !slices.Contains(m.systems, system) {
				m.systems = append(m.systems, system)
			}
		}
		for _, p := range answers[i].rest {
			p.into(found)
		}
	}
	var sorted []module
	for _, m := range found {
		sorted = append(sorted, *m)
	}
	slices.SortFunc(sorted, func(a, b module) int { return cmp.Compare(a.path, b.path) })
	return sorted, nil
}

// listed is what go list tells of a package.
type listed struct {
	Dir      string
	Root     string // of the standard library: the folder of Go
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// into adds a package to its module, and gives that; nil for our own.
func (p listed) into(found map[string]*module) *module {
	var m module
	switch {
	case p.Standard && p.Root != "":
		m = module{path: standard, dir: p.Root}
	case p.Module != nil && !p.Module.Main:
		m = module{path: p.Module.Path, version: p.Module.Version, dir: p.Module.Dir}
	default:
		return nil
	}
	if found[m.path] == nil {
		m.folders = map[string]bool{m.dir: true}
		found[m.path] = &m
	}
	if !p.Standard {
		for dir := p.Dir; len(dir) > len(m.dir); dir = filepath.Dir(dir) {
			found[m.path].folders[dir] = true
		}
	}
	return found[m.path]
}

// list asks go list for packages and all that they need on a system.
func list(root, system string, args ...string) ([]listed, error) {
	goos, goarch, _ := strings.Cut(system, "/")
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=Dir,Root,Standard,Module"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return nil, fmt.Errorf("listing what is needed on %s: %w: %s", system, err, exit.Stderr)
		}
		return nil, fmt.Errorf("listing what is needed on %s: %w", system, err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("reading what go list says of %s: %w", system, err)
		}
		packages = append(packages, p)
	}
}
