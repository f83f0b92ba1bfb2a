package progress

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// fileSystem asks the system what kind of file system a folder is on and how
// much room is left.
func (p *Place) fileSystem(dir string) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return
	}
	p.Free, p.FreeKnown = s.Bavail*uint64(max(s.Bsize, 0)), true
	kinds := map[int64]string{
		unix.EXT4_SUPER_MAGIC: "ext", unix.XFS_SUPER_MAGIC: "xfs", unix.BTRFS_SUPER_MAGIC: "btrfs", unix.TMPFS_MAGIC: "tmpfs",
		unix.OVERLAYFS_SUPER_MAGIC: "overlay", unix.NFS_SUPER_MAGIC: "nfs", 0xff534d42: "cifs", 0xfe534d42: "smb2",
		unix.SMB_SUPER_MAGIC: "smb", unix.AFS_SUPER_MAGIC: "afs", 0x00c36400: "ceph", unix.V9FS_MAGIC: "9p",
		unix.FUSE_SUPER_MAGIC: "fuse", unix.MSDOS_SUPER_MAGIC: "fat", 0x2011bab0: "exfat", 0x2fc12fc1: "zfs",
		0x5346544e: "ntfs", unix.F2FS_SUPER_MAGIC: "f2fs", unix.ECRYPTFS_SUPER_MAGIC: "ecryptfs",
	}
	p.kind(kinds[int64(uint32(s.Type))])
}

// scratch makes a file without a name, so that the folder is not changed.
func scratch(dir string) (f *os.File, remove func(), err error) {
	f, err = os.OpenFile(dir, unix.O_TMPFILE|os.O_RDWR, 0o600)
	switch {
	case err == nil:
		return f, func() { _ = f.Close() }, nil // what was written goes with it
	case errors.Is(err, unix.EOPNOTSUPP), errors.Is(err, unix.EISDIR), errors.Is(err, unix.EINVAL):
		return named(dir) // this file system has none
	}
	return nil, nil, err
}
