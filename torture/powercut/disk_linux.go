package powercut

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

// The files that Serve shows.
const (
	DiskFile = "disk"  // the disk itself, to be bound to a loop device
	MarkFile = "marks" // each line written to it is recorded as a Mark
)

// Serve shows a folder with DiskFile, which begins as a copy of the image, and
// MarkFile. It records what happens to them until the input ends, and saves the
// recording.
func Serve(image, folder, recording string, until io.Reader) error {
	content, err := os.ReadFile(image)
	if err != nil {
		return err
	}
	d := &disk{content: content}
	server, err := fs.Mount(folder, &files{disk: d}, &fs.Options{
		MountOptions: fuse.MountOptions{DirectMount: true, MaxWrite: 1 << 20, FsName: "powercut"},
	})
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, until); err != nil {
		return err
	}
	if err := server.Unmount(); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.recorded.save(recording)
}

// disk is a disk in memory and what happened to it.
type disk struct {
	mu       sync.Mutex
	content  []byte
	recorded Recording
}

// write writes data, or zeros where there is none, at an offset and returns how
// many bytes.
func (d *disk) write(data []byte, zeros, offset int64) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	if offset < 0 || offset >= int64(len(d.content)) {
		return 0
	}
	to := d.content[offset:]
	e := Entry{Kind: Write, Offset: offset}
	var n int
	if data != nil {
		n = copy(to, data)
		e.Data = bytes.Clone(data[:n])
	} else {
		n = int(min(zeros, int64(len(to))))
		clear(to[:n])
		e.Zeros = int64(n)
	}
	d.recorded = append(d.recorded, e)
	return n
}

func (d *disk) record(e Entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.recorded = append(d.recorded, e)
}

// files is the folder that Serve shows.
type files struct {
	fs.Inode
	disk *disk
}

// OnAdd implements fs.NodeOnAdder.
func (f *files) OnAdd(ctx context.Context) {
	regular := fs.StableAttr{Mode: syscall.S_IFREG}
	f.AddChild(DiskFile, f.NewPersistentInode(ctx, &diskNode{disk: f.disk}, regular), false)
	f.AddChild(MarkFile, f.NewPersistentInode(ctx, &markNode{disk: f.disk}, regular), false)
}

// uncached is how both files are opened: every write is to be seen at once.
const uncached = fuse.FOPEN_DIRECT_IO

// diskNode is DiskFile.
type diskNode struct {
	fs.Inode
	disk *disk
}

// Open implements fs.NodeOpener.
func (*diskNode) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, uncached, 0
}

// Getattr implements fs.NodeGetattrer.
func (n *diskNode) Getattr(_ context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	out.Mode, out.Size = 0o600, uint64(len(n.disk.content))
	return 0
}

// Read implements fs.NodeReader.
func (n *diskNode) Read(_ context.Context, _ fs.FileHandle, into []byte, offset int64) (fuse.ReadResult, syscall.Errno) {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	if offset < 0 || offset >= int64(len(n.disk.content)) {
		return fuse.ReadResultData(nil), 0
	}
	return fuse.ReadResultData(into[:copy(into, n.disk.content[offset:])]), 0
}

// Write implements fs.NodeWriter.
func (n *diskNode) Write(_ context.Context, _ fs.FileHandle, data []byte, offset int64) (uint32, syscall.Errno) {
	return uint32(n.disk.write(data, 0, offset)), 0
}

// Fsync implements fs.NodeFsyncer: a loop device turns each flush into one.
func (n *diskNode) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno {
	n.disk.record(Entry{Kind: Flush})
	return 0
}

// Allocate implements fs.NodeAllocater: blocks given up and blocks of zeros are
// writes of zeros.
func (n *diskNode) Allocate(_ context.Context, _ fs.FileHandle, offset, size uint64, mode uint32) syscall.Errno {
	if mode&(unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_ZERO_RANGE) == 0 {
		return syscall.EOPNOTSUPP
	}
	n.disk.write(nil, int64(size), int64(offset))
	return 0
}

// markNode is MarkFile.
type markNode struct {
	fs.Inode
	disk *disk
}

// Open implements fs.NodeOpener.
func (*markNode) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, uncached, 0
}

// Getattr implements fs.NodeGetattrer.
func (*markNode) Getattr(_ context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	out.Mode = 0o600
	return 0
}

// Write implements fs.NodeWriter.
func (n *markNode) Write(_ context.Context, _ fs.FileHandle, data []byte, _ int64) (uint32, syscall.Errno) {
	for line := range strings.Lines(string(data)) {
		n.disk.record(Entry{Kind: Mark, Mark: strings.TrimSuffix(line, "\n")})
	}
	return uint32(len(data)), 0
}
