package newfile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Replace puts a file into a folder, in the place of one that is there or not,
// whole or not at all. The name is below the folder, with slashes; the folders
// that it needs are made. What other files there are is not looked at. Of several
// that are put into one place at once, one is there in the end, whole.
func Replace(root *os.Root, name string, data []byte) error {
	local, err := filepath.Localize(name)
	if err != nil {
		return fmt.Errorf("writing %s: the name leads out of the folder, or no file can have it: %w", name, err)
	}
	temp := filepath.Join(filepath.Dir(local), ".cairn-"+rand.Text()+".new") // no other Replace has it
	if err := write(root, temp, data); err != nil {
		_ = root.Remove(temp) // it may not have come to be
		return err
	}
	if err := root.Rename(temp, local); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return SyncDir(filepath.Join(root.Name(), filepath.Dir(local)))
}
