package newfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace puts a file into a folder, in the place of one that is there or not,
// whole or not at all. The name is below the folder, with slashes; the folders
// that it needs are made. What other files there are is not looked at.
func Replace(root *os.Root, name string, data []byte) error {
	local, err := filepath.Localize(name)
	if err != nil {
		return fmt.Errorf("writing %s: the name leads out of the folder, or no file can have it: %w", name, err)
	}
	temp := filepath.Join(filepath.Dir(local), ".cairn-"+filepath.Base(local)+".new")
	if err := root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) { // left of a Replace that was interrupted
		return err
	}
	if err := write(root, temp, data); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	if err := root.Rename(temp, local); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return SyncDir(filepath.Join(root.Name(), filepath.Dir(local)))
}
