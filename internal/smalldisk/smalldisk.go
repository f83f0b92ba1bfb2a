// Package smalldisk gives tests a disk that fills up.
package smalldisk

import (
	"os/exec"
	"testing"
)

// Mount mounts a disk of a size, such as 256k, at a folder until the test ends. The
// test is skipped where none can be made, as by anybody but root.
func Mount(t *testing.T, dir, size string) {
	t.Helper()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no disk can be made here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
}
