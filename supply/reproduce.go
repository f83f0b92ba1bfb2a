package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// reproduce builds the program in two copies of the tree, each in a folder of
// another name, with a cache, a home, a language and a time zone of its own, and
// compares the bytes with each other and with a program that was built before.
// With systems, such as "windows/arm64", those are built too. It gives a line for
// each program that was compared.
func reproduce(root, version, built string, systems []string) ([]string, error) {
	where, err := os.MkdirTemp("", "cairn-supply-")
	if err != nil {
		return nil, fmt.Errorf("making room for two copies of the tree: %w", err)
	}
	defer func() { _ = os.RemoveAll(where) }()
	downloads, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		return nil, fmt.Errorf("asking where the modules are: %w", err)
	}
	places := []struct{ folder, language, zone string }{
		{"a", "C", "UTC"},
		{"the second place/whose name is longer", "de_DE.UTF-8", "Asia/Kathmandu"},
	}
	var sums [2]map[string]string
	for i, p := range places {
		home := filepath.Join(where, fmt.Sprint("home", i))
		folder := filepath.Join(where, p.folder)
		if err := copyTree(folder, root); err != nil {
			return nil, fmt.Errorf("copying the tree: %w", err)
		}
		args := []string{"build", "VERSION=" + version}
		if len(systems) > 0 {
			args = append(args, "cross", "CROSS="+strings.Join(systems, " "))
		}
		cmd := exec.Command("make", args...)
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), "HOME="+home, "GOCACHE="+filepath.Join(home, "cache"), "GOMODCACHE="+strings.TrimSpace(string(downloads)),
			"LC_ALL="+p.language, "TZ="+p.zone, "MAKEFLAGS=", "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("building in a copy: %w: %s", err, out)
		}
		if sums[i], err = sumsOf(filepath.Join(folder, "bin")); err != nil {
			return nil, err
		}
	}
	return compare(sums, built, 1+len(systems))
}

// compare wants the same sum of every program.
func compare(sums [2]map[string]string, built string, want int) ([]string, error) {
	if len(sums[0]) != want || len(sums[1]) != want {
		return nil, fmt.Errorf("%d and %d programs were built, not %d", len(sums[0]), len(sums[1]), want)
	}
	var lines []string
	for name, sum := range sums[0] {
		if sums[1][name] != sum {
			return nil, fmt.Errorf("%s differs: %s in one place, %s in the other", name, sum, sums[1][name])
		}
		lines = append(lines, sum+"  "+name)
	}
	if built != "" {
		sum, err := sumOf(built)
		if err != nil {
			return nil, err
		}
		if sum != sums[0]["cairn"] {
			return nil, fmt.Errorf("%s differs: %s, in copies of this tree %s", built, sum, sums[0]["cairn"])
		}
	}
	return lines, nil
}

// copyTree copies the tree of the module without what was built, and without hidden
// folders: those of git, and of tests that run meanwhile.
func copyTree(to, from string) error {
	built := filepath.Join(from, "bin")
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		switch {
		case d.IsDir() && path != from && (path == built || strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case !d.Type().IsRegular(), name == ".git":
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
}

// sumsOf gives the SHA-256 of every file in a folder, by its path below it.
func sumsOf(folder string) (map[string]string, error) {
	sums := map[string]string{}
	err := filepath.WalkDir(folder, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, file)
		if err != nil {
			return err
		}
		sums[name], err = sumOf(file)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what was built: %w", err)
	}
	return sums, nil
}

func sumOf(file string) (string, error) {
	bytes, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("reading a program: %w", err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(bytes)), nil
}
