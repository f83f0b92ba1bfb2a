package wall

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// shallow is how deep RemoveAll leaves folders: a path of so many names is one
// that every system takes.
const shallow = 12

// RemoveAll removes a folder that commands wrote to, as far as it can be removed:
// also where they took every permission away, or made more folders in each other
// than a path may have. Nothing may be writing to it any more.
func RemoveAll(dir string) {
	if os.RemoveAll(dir) == nil {
		return
	}
	_ = os.Chmod(dir, 0o700)                  //nolint:gosec // so that it can be removed
	to, err := os.MkdirTemp(dir, "removing-") // no name in there is anybody's
	for moved, again := 0, err == nil; again; {
		again = false
		_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if d == nil || !d.IsDir() {
				return nil
			}
			if err == nil {
				_ = os.Chmod(name, 0o700) //nolint:gosec // so that it can be removed
			}
			rel, _ := filepath.Rel(dir, name) // both are absolute or neither is
			if strings.Count(rel, string(filepath.Separator)) < shallow {
				return nil
			}
			moved++
			again = os.Rename(name, filepath.Join(to, strconv.Itoa(moved))) == nil || again
			return filepath.SkipDir
		})
	}
	_ = os.RemoveAll(dir) // what is left belongs to others
}
