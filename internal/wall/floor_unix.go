//go:build unix

package wall

import "golang.org/x/sys/unix"

// floor is how little of something the machine may be left with, whoever took it.
// What a command takes is counted where it can be; in files without a name, or in
// what was sent and nobody received, it cannot, and this is for that.
type floor struct {
	left  func() (bytes int64, ok bool)
	least int64
	why   Ending
}

// What a command leaves to the rest of the machine; where there is little, half.
const (
	leastDisk   = 1 << 30
	leastMemory = 512 << 20
)

func newFloor(left func() (int64, bool), most int64, why Ending) floor {
	f := floor{left: left, why: why}
	if now, ok := left(); ok {
		f.least = min(most, now/2)
	}
	return f
}

func (f floor) reached() bool {
	now, ok := f.left()
	return ok && now < f.least
}

// floors are those of the disks that a command can write to, and of memory.
func floors(dirs ...string) []floor {
	list := []floor{newFloor(memoryLeft, leastMemory, OutOfMemory)}
	for _, dir := range dirs {
		if dir != "" {
			list = append(list, newFloor(func() (int64, bool) { return diskLeft(dir) }, leastDisk, DiskFull))
		}
	}
	return list
}

// diskLeft is the room on the disk that a folder is on, for an account that is not
// root's.
func diskLeft(dir string) (int64, bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true //nolint:gosec,unconvert // their kinds differ between systems
}
