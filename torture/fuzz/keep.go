package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// mostKept is the size in bytes of the largest input that is kept.
const mostKept = 4 << 10

// keep copies inputs that led to new code from where go test left them on this
// machine to testdata: n of them, from the smallest to the largest.
func (t target) keep(n int) error {
	from, err := t.found()
	if err != nil {
		return fmt.Errorf("looking for what was found for %s: %w", t, err)
	}
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it was not fuzzed here
	} else if err != nil {
		return fmt.Errorf("looking for what was found for %s: %w", t, err)
	}
	inputs := map[string][]byte{}
	var names []string
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			return fmt.Errorf("reading what was found for %s: %w", t, err)
		}
		if len(data) <= mostKept {
			inputs[e.Name()] = data
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return len(inputs[a]) - len(inputs[b]) })
	if err := os.MkdirAll(t.kept(), 0o755); err != nil {
		return fmt.Errorf("keeping inputs: %w", err)
	}
	for i := range min(n, len(names)) {
		name := names[i*len(names)/min(n, len(names))]
		if err := os.WriteFile(filepath.Join(t.kept(), name), inputs[name], 0o644); err != nil {
			return fmt.Errorf("keeping inputs: %w", err)
		}
	}
	return nil
}

// found is the folder in which go test leaves what a target found.
func (t target) found() (string, error) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}", "./"+filepath.ToSlash(t.dir)).Output()
	if err != nil {
		return "", err
	}
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		return "", err
	}
	return filepath.Join(strings.TrimSpace(string(cache)), "fuzz", filepath.FromSlash(strings.TrimSpace(string(out))), t.name), nil
}
