package course

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// archiveLimits bound a course that comes as an archive. All of it is held in
// memory, beside the text that is read from it, so that it may have half of what a
// folder may have.
func archiveLimits() archive.Limits {
	return archive.Limits{
		Size: 20 << 20, Total: maxTotalSize / 2, File: maxAsset, Files: maxFiles, Ratio: 100, Depth: maxFolders,
	}
}

// IsArchive reports whether a file is called as archives of courses are: .zip,
// .tar.gz, .tgz or .tar.
func IsArchive(file string) bool { return archive.Is(file) }

// Open opens the course at a path on disk: its folder, or an archive of it. name
// is the name of the folder, for Load, also where the folder is in the archive or
// the archive is named after it. See OpenDir and OpenArchive.
func Open(path string) (files Dir, name string, err error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() && IsArchive(path) {
		return OpenArchive(path)
	}
	files, err = OpenDir(path)
	if full, err := filepath.Abs(path); err == nil {
		path = full // "." and ".." have names, too
	}
	return files, filepath.Base(path), err
}

// OpenArchive opens a course that comes as an archive. It is read once and whole,
// into memory; nothing is unpacked to disk, and the file may change or go. An
// archive that lies, or that holds what no course needs, is refused: see Refused.
func OpenArchive(file string) (files Dir, name string, err error) {
	fsys, err := archive.Open(file, archiveLimits())
	if err != nil {
		return nil, "", archiveError(file, err)
	}
	name = fsys.Top()
	if name == "" {
		name = archive.Bare(filepath.Base(file))
	}
	return held{fsys}, name, nil
}

// ArchiveTitle is the title of a course in an archive as far as its name tells.
func ArchiveTitle(file string) string { return orName("", archive.Bare(filepath.Base(file))) }

// held is the files of an archive.
type held struct{ *archive.FS }

// Held implements Dir.
func (held) Held() bool { return true }

// Close implements io.Closer.
func (held) Close() error { return nil }

// archiveError says why an archive cannot be opened, and what to do next.
func archiveError(file string, err error) error {
	var refused *archive.Refused
	switch {
	case errors.As(err, &refused):
		return plainError{fmt.Sprintf("opening %q: %v; ask for another copy, or for the course as a folder", file, err), err}
	case errors.Is(err, fs.ErrNotExist):
		return plainError{fmt.Sprintf("opening %q: there is no such file; check its name", file), err}
	case errors.Is(err, plainfile.ErrNotRegular):
		return plainError{fmt.Sprintf("opening %q: it is neither a file nor a folder", file), err}
	case errors.Is(err, fs.ErrPermission):
		return plainError{fmt.Sprintf("opening %q: it may not be read; check its permissions", file), err}
	}
	return fmt.Errorf("opening %q: %w", file, withoutPath(err))
}

// Refused gives the finding about an archive that was refused, and none for any
// other error.
func Refused(err error) []Diag {
	var refused *archive.Refused
	if !errors.As(err, &refused) {
		return nil
	}
	return []Diag{{
		Code: codeArchive, Severity: Error, Pos: Pos{File: "."}, Msg: refused.Error(),
		Hint: "pack the folder of the course again, with its own files only",
	}}
}
