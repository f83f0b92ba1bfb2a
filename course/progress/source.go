package progress

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Bounds of what is read for one import. What a log can read, an import can.
const (
	maxSources = 10_000
	maxImport  = maxFile // bytes, unpacked
	maxRatio   = 1100    // no more than gzip can do: a long note of one letter packs that well
)

// ErrNoLog says that a file or folder holds no events.
var ErrNoLog = errors.New("no events of cairn are in it")

// ReadSources reads what is to be imported: a file of lines, such as a backup or
// a "conflicted copy" of a sync program; an archive, such as an export; or a
// folder, which is another machine's folder for data, its log, or an unpacked
// export. Links, devices and pipes in a folder are passed over. What is read may
// be anything: ErrNoLog says that there is no event in it.
func ReadSources(name string) ([]Source, error) {
	sources, err := readSources(name)
	if err == nil && !holdEvents(sources) {
		if exports := exportsIn(name); len(exports) > 0 {
			return nil, fmt.Errorf("import %s: %w; it holds %s: name that file", name, ErrNoLog, exports[0])
		}
		err = fmt.Errorf("%w; name a file that cairn progress export wrote, a log or backup file (*%s), or another machine's folder for data", ErrNoLog, ext)
	}
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", name, err)
	}
	return sources, nil
}

// exportsIn lists the archives in a folder: one of them is what was meant, and
// which is for the learner to say.
func exportsIn(name string) []string {
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil // a file, or told already
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && archive.Is(e.Name()) {
			found = append(found, filepath.Join(name, e.Name()))
		}
	}
	return found
}

func readSources(name string) ([]Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return readFolder(name)
	}
	data, err := plainfile.Read(name, maxImport)
	if errors.Is(err, plainfile.ErrTooLarge) {
		return nil, tooMuch()
	}
	if err != nil {
		return nil, err
	}
	if packed(name, data) {
		return unpack(name, data)
	}
	return []Source{{name, data}}, nil
}

func tooMuch() error {
	return fmt.Errorf("more than %d MiB are too much for one import", maxImport>>20)
}

// packed reports whether a file is an archive.
func packed(name string, data []byte) bool {
	return archive.Is(name) || bytes.HasPrefix(data, []byte("\x1f\x8b")) || bytes.HasPrefix(data, []byte("PK\x03\x04"))
}

// unpack reads the log files of an archive, wherever in it they are.
func unpack(name string, data []byte) ([]Source, error) {
	files, err := archive.Read(bytes.NewReader(data), int64(len(data)), archive.Limits{
		Size: maxImport, Total: maxImport, File: maxImport, Files: maxSources, Ratio: maxRatio, Depth: 16,
	})
	if err != nil {
		return nil, err
	}
	var sources []Source
	err = fs.WalkDir(files, ".", func(in string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !isLogName(e.Name()) {
			return err
		}
		data, err := fs.ReadFile(files, in)
		sources = append(sources, Source{name + ": " + in, data})
		return err
	})
	return sources, err
}

// readFolder reads the log files of a folder, or of the folder log in it.
func readFolder(name string) ([]Source, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // nothing was written through it
	dir := "."
	if info, err := root.Stat(logDir); err == nil && info.IsDir() {
		dir = logDir
	}
	entries, err := fs.ReadDir(root.FS(), dir)
	if err != nil {
		return nil, err
	}
	var sources []Source
	left := int64(maxImport)
	for _, e := range entries {
		if !isLogName(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		if len(sources) == maxSources {
			return nil, fmt.Errorf("more than %d files are too many for one import", maxSources)
		}
		in := path.Join(dir, e.Name())
		data, err := readIn(root, in, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(data))
		sources = append(sources, Source{filepath.Join(name, filepath.FromSlash(in)), data})
	}
	return sources, nil
}

// isLogName reports whether a log reads a file of this name.
func isLogName(name string) bool {
	return strings.HasSuffix(name, ext) && !strings.HasPrefix(name, ".")
}

// readIn reads a regular file of at most so many bytes in a folder.
func readIn(root *os.Root, name string, most int64) ([]byte, error) {
	f, err := root.OpenFile(name, os.O_RDONLY|plainfile.NoWait, 0)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: plainfile.ErrNotRegular}
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = tooMuch()
	}
	return data, err
}

// holdEvents reports whether some line of some source is whole.
func holdEvents(sources []Source) bool {
	for _, s := range sources {
		for line := range bytes.Lines(s.Data) {
			if whole(bytes.TrimRight(line, "\r\n")) {
				return true
			}
		}
	}
	return false
}
