package course

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/each"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Limits that refuse what is hostile, not what is large.
const (
	maxFileSize  = 4 << 20   // bytes of one file
	maxTotalSize = 128 << 20 // bytes of all files read
	maxFileLines = 200_000   // lines of one file
	maxFiles     = 20_000    // Markdown files; of a folder that holds more, none is read
	maxNames     = 100_000   // files and folders looked at
	maxFolders   = 24        // folders within each other
)

// folder is what is in the folder of a course.
type folder struct {
	fsys fs.FS

	markdown []string                     // in natural order
	exists   map[string]bool              // every file and folder seen, by path
	passed   []string                     // folders that were passed over
	texts    map[string]string            // of the files read, as plainText gives them
	sums     map[string][sha256.Size]byte // of the bytes of the files read
	said     map[string]bool              // limits reported
	crlf     []string                     // files whose lines end as on Windows
	linked   []string                     // files that have another name too

	names int // looked at
	size  int64
	diags []Diag
}

// readFolder looks through a folder and reads its Markdown and course.yaml. An
// error means that the folder itself cannot be read.
func readFolder(fsys fs.FS) (*folder, error) {
	f := &folder{fsys: fsys, exists: map[string]bool{}, texts: map[string]string{},
		sums: map[string][sha256.Size]byte{}, said: map[string]bool{}}
	if err := f.walk(".", 0); err != nil {
		return nil, err
	}
	if len(f.markdown) > maxFiles {
		f.tooMany(".", fmt.Sprintf("the folder holds more than %d Markdown files; none is read", maxFiles))
		return f, nil
	}
	if f.exists[courseFile] {
		f.readAll([]string{courseFile})
	}
	f.misnamed()
	f.markdown = f.readAll(f.markdown)
	f.once(codeCRLF, f.crlf, crlfMsg, crlfHint)
	f.once(codeHardLink, f.linked, "hard links: this file%s can be found under another name too, maybe outside the folder",
		"put copies in their place where that is not meant")
	return f, nil
}

// What is said of line ends as on Windows.
const (
	crlfMsg  = "the lines of this file%s end as on Windows (CRLF)"
	crlfHint = "nothing breaks; line ends as on Linux and macOS are easier to share"
)

// once warns of what files have in common, at the first of them.
func (f *folder) once(code string, files []string, msg, hint string) {
	if len(files) == 0 {
		return
	}
	more := ""
	if n := len(files) - 1; n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	f.warn(code, files[0], fmt.Sprintf(msg, more), hint)
}

// walk looks through one folder. It follows no links.
func (f *folder) walk(dir string, depth int) error {
	entries, err := fs.ReadDir(f.fsys, dir)
	if err != nil && len(entries) == 0 {
		if dir == "." {
			return fmt.Errorf("reading the folder: %w", err)
		}
		f.fail(codeUnreadable, dir, "the folder cannot be opened: "+withoutPath(err).Error(), "check its permissions")
		return nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return naturalEntry(a.Name(), b.Name()) })
	same := map[string]string{}
	for _, e := range entries {
		if len(f.markdown) > maxFiles {
			return nil
		}
		if f.names++; f.names > maxNames {
			f.tooMany(dir, fmt.Sprintf("the folder holds more than %d files; the rest is passed over", maxNames))
			return nil
		}
		name := path.Join(dir, e.Name())
		if key := archive.Folded(e.Name()); same[key] != "" {
			f.warn(codeFileName, name, fmt.Sprintf("many systems take this name and %s for one and the same", named(same[key])), "rename one of the two")
		} else {
			same[key] = e.Name()
		}
		f.entry(name, e, depth)
	}
	return nil
}

// naturalEntry is natural, with the file that stands for its folder first.
func naturalEntry(a, b string) int {
	if x, y := isIndex(a), isIndex(b); x != y {
		if x {
			return -1
		}
		return 1
	}
	return natural(a, b)
}

func (f *folder) entry(name string, e fs.DirEntry, depth int) {
	if !fs.ValidPath(name) || !utf8.ValidString(name) {
		f.fail(codeFileName, path.Dir(name), fmt.Sprintf("the file name %q cannot be used", e.Name()), "rename the file")
		return
	}
	if !nameIsPlain(e.Name()) {
		f.warn(codeFileName, name, "the file name holds characters that cannot be seen or that other systems refuse", "rename it yourself, and what names it: letters, digits and hyphens are safe everywhere")
	}
	isText := isMarkdown(name) || name == courseFile || name == LockFile
	switch mode := e.Type(); {
	case mode.IsDir():
		if passedOver(e.Name()) {
			f.passed = append(f.passed, name+"/")
			return
		}
		f.exists[name] = true
		if depth+1 > maxFolders {
			f.tooMany(name, fmt.Sprintf("folders deeper than %d levels are passed over", maxFolders))
			return
		}
		_ = f.walk(name, depth+1) // reports its own findings below the root
	case mode.IsRegular():
		f.exists[name] = true
		if isMarkdown(name) {
			f.markdown = append(f.markdown, name)
		}
	case mode&fs.ModeSymlink != 0:
		f.link(name, isText)
	case isText:
		f.fail(codeNotRegular, name, "this is a pipe, socket or device, not a file; it is passed over", "put a file in its place")
	}
}

// link reports a symbolic link. Links are never followed: what they name may
// change, lie outside, or lead in a circle.
func (f *folder) link(name string, isText bool) {
	target, err := fs.ReadLink(f.fsys, name)
	if err != nil || path.IsAbs(target) || strings.ContainsAny(target, `\:`) || !fs.ValidPath(path.Join(path.Dir(name), target)) {
		f.fail(codeSymlink, name, "this symbolic link leads out of the course's folder and is not followed", "copy the file into the folder")
		return
	}
	f.exists[name] = f.exists[name] || !isText
	if isText {
		f.warn(codeSymlink, name, "symbolic links are not followed", "copy the file, or name the file it leads to")
	}
}

// sideBySide is how many files are read at once: many enough that no processor
// waits, few enough that files that are too large together do no harm.
const sideBySide = 32

// file is one file as it was read.
type file struct {
	size  int64
	sum   [sha256.Size]byte
	text  string
	crlf  bool
	links bool // it has another name too
	ok    bool // the text can be used
	diags []Diag
	err   error
}

// readAll takes in files and returns those whose text can be used.
func (f *folder) readAll(names []string) []string {
	var kept []string
	for chunk := range slices.Chunk(names, sideBySide) {
		files := make([]file, len(chunk))
		limit := min(maxFileSize, maxTotalSize-f.size)
		each.Of(len(chunk), func(i int) { files[i] = readFile(f.fsys, chunk[i], limit) })
		for i, name := range chunk {
			if f.take(name, files[i]) {
				kept = append(kept, name)
			}
		}
	}
	return kept
}

// readFile reads a file of at most limit bytes.
func readFile(fsys fs.FS, name string, limit int64) file {
	data, info, err := readLimited(fsys, name, limit)
	if err != nil {
		return file{err: err}
	}
	read := file{links: plainfile.Links(info) > 1, size: int64(len(data)), sum: sha256.Sum256(data)}
	text, crlf, ok, diags := plainText(name, data)
	read.crlf, read.ok, read.diags = crlf, ok, diags
	if memory, is := fsys.(interface{ Text(name string) string }); is && memory.Text(name) == string(text) {
		read.text = memory.Text(name) // an archive's: it is in memory already
	} else {
		read.text = string(text)
	}
	return read
}

// take takes in a file that was read, within the limits of the course. It
// reports whether its text can be used.
func (f *folder) take(name string, read file) bool {
	err := read.err
	if err == nil && read.size > maxTotalSize-f.size {
		err = errTooLarge
	}
	switch {
	case errors.Is(err, errTooLarge) && f.size+maxFileSize > maxTotalSize:
		f.fail(codeFileTooLarge, name, fmt.Sprintf("the course is larger than %d MiB; this file is passed over", maxTotalSize>>20), "split the course")
		return false
	case errors.Is(err, errTooLarge):
		f.fail(codeFileTooLarge, name, fmt.Sprintf("the file is larger than %d MiB and is passed over", maxFileSize>>20), "split it into lessons")
		return false
	case errors.Is(err, errNotRegular):
		f.fail(codeNotRegular, name, "this is a pipe, socket or device, not a file; it is passed over", "put a file in its place")
		return false
	case err != nil:
		f.fail(codeUnreadable, name, "the file cannot be read: "+withoutPath(err).Error(), "check its permissions")
		return false
	}
	f.size += read.size
	if strings.Count(read.text, "\n") > maxFileLines {
		f.fail(codeFileTooLarge, name, fmt.Sprintf("the file has more than %d lines and is passed over", maxFileLines), "split it into lessons")
		return false
	}
	f.sums[name] = read.sum
	f.diags = append(f.diags, read.diags...)
	if read.crlf {
		f.crlf = append(f.crlf, name)
	}
	if read.links {
		f.linked = append(f.linked, name)
	}
	if read.ok {
		f.texts[name] = read.text
	}
	return read.ok
}

var (
	errTooLarge   = errors.New("too large")
	errNotRegular = plainfile.ErrNotRegular
)

// readLimited reads a regular file of at most limit bytes, once: what it gives is
// what is shown and what is hashed, whatever becomes of the file meanwhile.
func readLimited(fsys fs.FS, name string, limit int64) ([]byte, fs.FileInfo, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, errNotRegular
	case info.Size() > limit:
		return nil, nil, errTooLarge
	}
	data := make([]byte, info.Size(), info.Size()+1)
	n, err := io.ReadFull(file, data)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil // it shrank while it was read
	}
	return data[:n], info, err
}

// passedOver names folders that hold no lessons.
func passedOver(name string) bool {
	switch name {
	case "node_modules", "bower_components", "vendor", "__pycache__", "site-packages", "_site", "_book", "_build":
		return true
	}
	return strings.HasPrefix(name, ".")
}

// nameIsPlain reports a name that every system can hold and show.
func nameIsPlain(name string) bool {
	return textsafe.Index(name) < 0 && !strings.ContainsAny(name, "\n\t<>:\"|?*\\") && len(name) <= 255
}

// hash is the hex SHA-256 over the names and bytes of the files read.
func (f *folder) hash() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f.sums)) {
		sum := f.sums[name]
		h.Write(fmt.Appendf(nil, "%d %s %x\n", len(name), name, sum))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// inPassed reports whether a path lies in a folder that was passed over.
func (f *folder) inPassed(name string) bool {
	for _, dir := range f.passed {
		if strings.HasPrefix(name+"/", dir) {
			return true
		}
	}
	return false
}

func (f *folder) fail(code, file, msg, hint string) {
	f.diags = append(f.diags, Diag{Code: code, Severity: Error, Pos: Pos{File: file}, Msg: msg, Hint: hint})
}

func (f *folder) warn(code, file, msg, hint string) {
	f.diags = append(f.diags, Diag{Code: code, Severity: Warning, Pos: Pos{File: file}, Msg: msg, Hint: hint})
}

// tooMany reports a limit, each with its message once.
func (f *folder) tooMany(file, msg string) {
	if f.said[msg] {
		return
	}
	f.said[msg] = true
	f.fail(codeTooManyFiles, file, msg, "keep a course to its own files")
}

// withoutPath is an error without the path that is named beside it already.
func withoutPath(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// Files lists what is read of the folder of a course: its Markdown and
// course.yaml, in natural order.
func Files(fsys fs.FS) []string {
	f := &folder{fsys: fsys, exists: map[string]bool{}, said: map[string]bool{}}
	if err := f.walk(".", 0); err != nil || len(f.markdown) > maxFiles {
		return nil
	}
	if f.exists[courseFile] {
		return append([]string{courseFile}, f.markdown...)
	}
	return f.markdown
}
