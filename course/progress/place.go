package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/cairn-learn/cairn/internal/filelock"
)

// Place tells of the folder that a log is in, or would be in.
type Place struct {
	Dir    string
	Exists bool
	Error  string // why the folder cannot be looked at, or is none; empty: it can

	Unwritable string // why nothing can be written there; empty: a file was written and synced
	Full       bool   // because there is no room
	Untried    bool   // that could not be tried without leaving a trace
	NoLocks    string // why files cannot be locked there; empty: they can

	Free      uint64 // bytes that the learner may still write
	FreeKnown bool
	System    string // kind of the file system, such as "ext4"; empty: not known
	Network   bool   // it is on another machine
	Sync      string // the program that seems to copy the folder to other machines; empty: none

	Loose   []Loose  // files and folders that others may use
	Shared  []Loose  // the same of folders that hold more than cairn made: they are told, and left as they are
	Foreign []string // files and folders of another user
}

// Loose is a file or folder of the log that others than its owner may use.
type Loose struct {
	Path       string
	Mode, Want fs.FileMode
}

// survey looks at the place of a log and leaves it as it is: what is written to
// try it has no name, or is removed and the folder's time put back.
func survey(dir string) Place {
	p := Place{Dir: dir, Sync: syncedBy(dir)}
	if dir == "" {
		p.Error, p.Unwritable = "no folder to keep progress in is known", "no folder is known"
		return p
	}
	info, err := os.Stat(dir)
	near := dir // the nearest folder that is there
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, link := os.Lstat(dir); link == nil {
			p.Error = "it is a link that leads nowhere"
			p.Unwritable = p.Error
			return p
		}
		near = nearestFolder(dir)
	case err != nil:
		p.Error, p.Unwritable = reason(err), reason(err)
		return p
	case !info.IsDir():
		p.Exists, p.Error = true, "it is not a folder"
		p.Unwritable = p.Error
		return p
	default:
		p.Exists = true
	}
	p.fileSystem(near)
	p.try(near)
	if p.Exists {
		p.tryLog()
		p.permissions()
	}
	return p
}

// tryLog tries the folder of the log files, where it is there.
func (p *Place) tryLog() {
	dir := filepath.Join(p.Dir, logDir)
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist), p.Unwritable != "":
		return
	case err == nil && !info.IsDir():
		err = errors.New("not a folder")
	case err == nil:
		if _, err = os.ReadDir(dir); err == nil {
			p.try(dir)
			return
		}
	}
	p.Unwritable = dir + ": " + reason(err)
}

// reason is what went wrong without the path, which is told beside it.
func reason(err error) string {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return err.Error()
}

// nearestFolder is the folder nearest above a path that is there.
func nearestFolder(path string) string {
	for {
		up := filepath.Dir(path)
		if info, err := os.Stat(up); err == nil && info.IsDir() || up == path {
			return up
		}
		path = up
	}
}

// try writes a file, makes it durable and locks it.
func (p *Place) try(dir string) {
	f, remove, err := scratch(dir)
	if errors.Is(err, errUntried) {
		p.Untried = true
		return
	}
	if err != nil {
		p.refused(err)
		return
	}
	defer remove()
	if _, err := f.Write(make([]byte, 4096)); err != nil {
		p.refused(err)
		return
	}
	if err := f.Sync(); err != nil {
		p.refused(err)
		return
	}
	if err := filelock.Try(f); err != nil {
		p.NoLocks = reason(err)
	}
}

// refused keeps why nothing can be written.
func (p *Place) refused(err error) {
	p.Unwritable, p.Full = reason(err), errors.Is(err, syscall.ENOSPC)
}

// errUntried says that nothing can be tried without leaving a trace.
var errUntried = errors.New("not tried")

// named makes a file in a folder that is removed again, and puts the folder's
// time back then.
func named(dir string) (f *os.File, remove func(), err error) {
	before, err := os.Stat(dir)
	if err != nil {
		return nil, nil, err
	}
	f, err = os.CreateTemp(dir, ".try-*")
	if err != nil {
		return nil, nil, err
	}
	return f, func() {
		_ = f.Close() // it only had to be written to
		_ = os.Remove(f.Name())
		_ = os.Chtimes(dir, before.ModTime(), before.ModTime())
	}, nil
}

// permissions finds what others than the owner may use, of what cairn made. A
// folder that holds anything else is not cairn's alone: it is only told. The
// folder itself may be read by others where all in it may not: only writing is
// let in by it.
func (p *Place) permissions() {
	root, err := os.OpenRoot(p.Dir)
	if err != nil {
		p.permission(p.Dir, false, 0o700) // it may be closed to its owner: what is in it is not known
		return
	}
	defer func() { _ = root.Close() }() // nothing was written through it
	kinds := allMade()
	own := Contents{}
	err = own.look(root, kinds, ".")
	p.permission(p.Dir, err == nil && len(own.Files) > 0 && slices.Contains(own.Folders, "."), 0o700)
	var seen []string
	for _, kind := range kinds {
		if kind.folder == "." || slices.Contains(seen, kind.folder) {
			continue
		}
		seen = append(seen, kind.folder)
		p.folder(root, kinds, kind.folder)
	}
	for _, f := range own.Files {
		p.permission(filepath.Join(p.Dir, filepath.FromSlash(f.Path)), true, 0o600)
	}
}

// folder looks at the permissions of a folder that cairn keeps files in.
func (p *Place) folder(root *os.Root, kinds []made, name string) {
	if info, err := root.Lstat(name); err != nil || !info.IsDir() {
		return
	}
	own := Contents{}
	err := own.look(root, kinds, name)
	p.permission(filepath.Join(p.Dir, name), err == nil && len(own.Files) > 0 && slices.Contains(own.Folders, name), 0o700)
}

// permission notes a file or folder that is not as cairn makes it: to be mended
// where it is cairn's alone.
func (p *Place) permission(path string, alone bool, want fs.FileMode) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	if !owned(info) {
		p.Foreign = append(p.Foreign, path)
		return
	}
	mode := info.Mode().Perm()
	switch {
	case !permitted || mode == want:
	case alone:
		p.Loose = append(p.Loose, Loose{path, mode, want})
	default:
		p.Shared = append(p.Shared, Loose{path, mode, want})
	}
}

// syncedBy guesses from the path which program copies a folder to other
// machines.
func syncedBy(dir string) string {
	for part := range strings.SplitSeq(filepath.ToSlash(dir), "/") {
		low := strings.ToLower(part)
		for _, name := range []string{"Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "Nextcloud", "ownCloud", "iCloud", "Syncthing", "pCloud", "MEGAsync"} {
			if strings.HasPrefix(low, strings.ToLower(name)) {
				return name
			}
		}
		if low == "mobile documents" || low == "com~apple~clouddocs" {
			return "iCloud"
		}
	}
	if dir != "" {
		for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
			for mark, name := range map[string]string{".stfolder": "Syncthing", ".dropbox": "Dropbox"} {
				if _, err := os.Lstat(filepath.Join(at, mark)); err == nil {
					return name
				}
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return ""
}

// networks are the kinds of file systems that are on another machine.
func networks() []string {
	return []string{"nfs", "cifs", "smb", "smb2", "smbfs", "afs", "ceph", "9p", "fuse", "webdav", "afpfs"}
}

func (p *Place) kind(system string) {
	p.System, p.Network = system, slices.Contains(networks(), system)
}

// String is how a mode is told: four octal digits.
func (l Loose) String() string { return fmt.Sprintf("%04o instead of %04o", l.Mode, l.Want) }
