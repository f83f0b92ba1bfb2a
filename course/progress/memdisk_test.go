package progress

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// memDisk is a disk that forgets. It keeps apart what was written and what was
// made durable, so that a test can pull the plug at any call, and it can make
// any call fail.
type memDisk struct {
	dirs    map[string]bool
	names   map[string]*inode // as programs see them
	durable map[string]*inode // as the disk has them
	noLocks bool

	calls int
	fail  func(call int, op string) error // nil: nothing fails

	garble func(name string) bool // files that are kept otherwise than they are written; nil: none
}

type inode struct {
	data   []byte // as programs see it
	synced []byte // as the disk has it
	locked bool
	// lost is what a failed sync threw away: the system calls these bytes
	// written and never writes them again.
	lost bool
}

func newMemDisk() *memDisk {
	return &memDisk{dirs: map[string]bool{}, names: map[string]*inode{}, durable: map[string]*inode{}}
}

// restarted returns the disk after the process ended: locks are gone, files as
// programs saw them.
func (d *memDisk) restarted() *memDisk {
	next := newMemDisk()
	next.dirs, next.noLocks = maps.Clone(d.dirs), d.noLocks
	for name, n := range d.names {
		kept := &inode{data: slices.Clone(n.data), synced: slices.Clone(n.data)}
		next.names[name], next.durable[name] = kept, kept
	}
	return next
}

// unplugged returns the disk after a power cut: what was not synced is there,
// or not, or in part, with sectors of zeros.
func (d *memDisk) unplugged(r *rand.Rand) *memDisk {
	next := newMemDisk()
	next.dirs, next.noLocks = maps.Clone(d.dirs), d.noLocks
	all := map[string]bool{}
	for name := range d.names {
		all[name] = true
	}
	for name := range d.durable {
		all[name] = true
	}
	for _, name := range sortedKeys(all) {
		n := d.names[name]
		if old := d.durable[name]; old != n && r.IntN(2) == 0 {
			n = old
		}
		if n == nil {
			continue
		}
		left := n.afterCut(r)
		kept := &inode{data: left, synced: slices.Clone(left)}
		next.names[name], next.durable[name] = kept, kept
	}
	return next
}

func (n *inode) afterCut(r *rand.Rand) []byte {
	if !bytes.HasPrefix(n.data, n.synced) || n.lost {
		return slices.Clone(n.synced)
	}
	left := slices.Clone(n.data[:len(n.synced)+r.IntN(len(n.data)-len(n.synced)+1)])
	for from := len(n.synced); from < len(left); {
		end := min((from/512+1)*512, len(left))
		if r.IntN(4) == 0 {
			clear(left[from:end])
		}
		from = end
	}
	return left
}

// settle is what the end of a process means for files whose sync failed: where
// what was lost has been cut off, whatever is written from now on is new to the
// system and is written.
func (d *memDisk) settle() {
	for _, n := range d.names {
		n.lost = n.lost && !bytes.Equal(n.data, n.synced)
	}
}

func (d *memDisk) call(op string) error {
	d.calls++
	if d.fail == nil {
		return nil
	}
	return d.fail(d.calls, op)
}

func pathError(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

func (d *memDisk) MakeDir(dir string) error {
	if d.dirs[dir] {
		return nil
	}
	if err := d.call("mkdir"); err != nil {
		return pathError("mkdir", dir, err)
	}
	for ; !d.dirs[dir]; dir = filepath.Dir(dir) {
		d.dirs[dir] = true
	}
	return nil
}

func (d *memDisk) List(dir string) ([]string, error) {
	if err := d.call("list"); err != nil {
		return nil, pathError("list", dir, err)
	}
	var names []string
	for name := range d.names {
		if filepath.Dir(name) == dir {
			names = append(names, filepath.Base(name))
		}
	}
	if names == nil && !d.dirs[dir] {
		return nil, pathError("list", dir, fs.ErrNotExist)
	}
	slices.Sort(names)
	return names, nil
}

func (d *memDisk) find(op, name string) (*inode, error) {
	if err := d.call(op); err != nil {
		return nil, pathError(op, name, err)
	}
	if n := d.names[name]; n != nil {
		return n, nil
	}
	return nil, pathError(op, name, fs.ErrNotExist)
}

func (d *memDisk) Read(name string) ([]byte, error) {
	n, err := d.find("read", name)
	if err != nil {
		return nil, err
	}
	return slices.Clone(n.data), nil
}

func (d *memDisk) Size(name string) (int64, error) {
	n, err := d.find("size", name)
	if err != nil {
		return 0, err
	}
	return int64(len(n.data)), nil
}

func (d *memDisk) Open(name string) (file, error) {
	n, err := d.find("open", name)
	if err != nil {
		return nil, err
	}
	return &memFile{disk: d, name: name, inode: n}, nil
}

func (d *memDisk) Create(name string) (file, error) {
	if err := d.call("create"); err != nil {
		return nil, pathError("create", name, err)
	}
	if d.names[name] != nil {
		return nil, pathError("create", name, fs.ErrExist)
	}
	d.names[name] = &inode{}
	return &memFile{disk: d, name: name, inode: d.names[name]}, nil
}

func (d *memDisk) Rename(from, to string) error {
	n, err := d.find("rename", from)
	if err != nil {
		return err
	}
	d.names[to] = n
	delete(d.names, from)
	return nil
}

func (d *memDisk) Place(from, to string) error {
	n, err := d.find("place", from)
	if err != nil {
		return err
	}
	if d.names[to] != nil {
		return pathError("place", to, fs.ErrExist)
	}
	d.names[to] = n
	delete(d.names, from)
	return nil
}

func (d *memDisk) Remove(name string) error {
	if _, err := d.find("remove", name); err != nil {
		return err
	}
	delete(d.names, name)
	return nil
}

func (d *memDisk) SyncDir(dir string) error {
	if err := d.call("syncdir"); err != nil {
		return pathError("sync", dir, err)
	}
	for name := range d.durable {
		if filepath.Dir(name) == dir && d.names[name] == nil {
			delete(d.durable, name)
		}
	}
	for name, n := range d.names {
		if filepath.Dir(name) == dir {
			d.durable[name] = n
		}
	}
	return nil
}

type memFile struct {
	disk   *memDisk
	name   string
	inode  *inode
	holds  bool
	closed bool
}

func (f *memFile) Read() ([]byte, error) {
	if err := f.disk.call("read"); err != nil {
		return nil, pathError("read", f.name, err)
	}
	return slices.Clone(f.inode.data), nil
}

func (f *memFile) WriteAt(b []byte, offset int64) (int, error) {
	failed := f.disk.call("write")
	n := len(b)
	if failed != nil {
		n /= 2
		failed = pathError("write", f.name, failed)
	}
	data := f.inode.data
	if end := int(offset) + n; end > len(data) {
		data = append(data, make([]byte, end-len(data))...)
	}
	copy(data[offset:], b[:n])
	if f.disk.garble != nil && f.disk.garble(f.name) {
		data[int(offset)+n/2] ^= 1
	}
	f.inode.data = data
	return n, failed
}

func (f *memFile) Truncate(size int64) error {
	if err := f.disk.call("truncate"); err != nil {
		return pathError("truncate", f.name, err)
	}
	f.inode.data = f.inode.data[:size]
	return nil
}

func (f *memFile) Sync() error {
	if err := f.disk.call("sync"); err != nil {
		f.inode.lost = true
		return pathError("sync", f.name, err)
	}
	if !f.inode.lost {
		f.inode.synced = slices.Clone(f.inode.data)
	}
	return nil
}

func (f *memFile) Lock() error {
	if err := f.disk.call("lock"); err != nil {
		return pathError("lock", f.name, err)
	}
	switch {
	case f.disk.noLocks:
		return errNoLock
	case f.inode.locked:
		return errBusy
	}
	f.inode.locked, f.holds = true, true
	return nil
}

func (f *memFile) Intact(size int64) error {
	if f.disk.names[f.name] != f.inode || int64(len(f.inode.data)) != size {
		return fmt.Errorf("%s was changed by another program", f.name)
	}
	return nil
}

func (f *memFile) Close() error {
	if f.closed {
		return errors.New("closed twice")
	}
	f.closed = true
	if f.holds {
		f.inode.locked = false
	}
	return nil
}

// dump shows the disk in failure messages.
func (d *memDisk) dump() string {
	var b strings.Builder
	for _, name := range sortedKeys(d.names) {
		fmt.Fprintf(&b, "--- %s\n%.2000q\n", name, d.names[name].data)
	}
	return b.String()
}

func TestUnpluggedKeepsWhatWasSyncedAndNoMore(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lost := 0
	for range 100 {
		d := newMemDisk()
		f, _ := d.Create("/d/a")
		f.WriteAt([]byte("synced"), 0)
		f.Sync()
		d.SyncDir("/d")
		f.WriteAt([]byte("not"), 6)
		d.Create("/d/b")
		after := d.unplugged(r)
		if n := after.names["/d/a"]; n == nil || !strings.HasPrefix(string(n.data), "synced") {
			t.Fatalf("synced bytes were lost: %s", after.dump())
		} else if len(n.data) < 9 || after.names["/d/b"] == nil {
			lost++
		}
	}
	if lost == 0 {
		t.Fatal("a hundred power cuts lost nothing: the test disk does not test")
	}
}
