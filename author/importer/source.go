package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Limits of a source.
const (
	maxFile  = 32 << 20 // bytes of one file
	maxText  = 8 << 20  // bytes of one text
	maxPaths = 20_000   // files of a folder that are looked at
	maxDepth = 24       // folders in each other
)

// Source is what an import reads: a folder, a file, or what an archive holds.
type Source struct {
	Name string // what it is called, without folders: "quiz.gift"
	FS   fs.FS
	File string // the one file to read; empty: all of FS
	Dir  string // where a folder lies on disk; empty: it is none
}

// Open opens a source on disk. An archive is read whole into memory and its files
// are the source. Nothing outside a folder can be reached through it.
func Open(name string) (src Source, closing func(), err error) {
	base := filepath.Base(filepath.Clean(name))
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return src, nil, fmt.Errorf("reading %q: %w", name, plainfile.Plain(err))
	case info.IsDir():
		if _, err := os.ReadDir(name); err != nil {
			return src, nil, fmt.Errorf("reading %q: %w", name, plainfile.Plain(err))
		}
		root, err := os.OpenRoot(name)
		if err != nil {
			return src, nil, fmt.Errorf("reading %q: %w", name, plainfile.Plain(err))
		}
		return Source{Name: base, FS: root.FS(), Dir: name}, func() { _ = root.Close() }, nil
	case archive.Is(name):
		fsys, err := archive.Open(name, archive.Limits{Size: 64 << 20, Total: 128 << 20, File: maxFile, Files: maxPaths, Ratio: 200, Depth: maxDepth})
		if err != nil {
			return src, nil, fmt.Errorf("reading %q: %w", name, plainfile.Plain(err))
		}
		return Source{Name: base, FS: fsys}, func() {}, nil
	}
	data, err := plainfile.Read(name, maxFile)
	if errors.Is(err, plainfile.ErrTooLarge) {
		return src, nil, fmt.Errorf("reading %q: it is larger than %d MiB; divide it, and import each part into a folder of its own", name, maxFile>>20)
	}
	if err != nil {
		return src, nil, fmt.Errorf("reading %q: %w", name, plainfile.Plain(err))
	}
	return Source{Name: base, FS: archive.Files(map[string][]byte{base: data}), File: base}, func() {}, nil
}

// title is a title made of the source's name.
func (s Source) title() string {
	name := archive.Bare(s.Name)
	if s.File != "" {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	words := strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	if words == "" || words == "." {
		return "Course"
	}
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// Paths lists the files to read, in natural order: the one that was named, whatever
// its name, or else those of the folder whose names end in one of ends, all without
// any. What begins with a dot is passed over, and links are not followed.
func (s Source) Paths(ends ...string) []string {
	if s.File != "" {
		return []string{s.File}
	}
	var out []string
	_ = fs.WalkDir(s.FS, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && e != nil && e.IsDir() && name != ".":
			return fs.SkipDir
		case err != nil:
			return err
		case e.IsDir() && name != "." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "node_modules" || strings.Count(name, "/") >= maxDepth):
			return fs.SkipDir
		case !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || len(ends) > 0 && !hasEnd(name, ends):
		case len(out) == maxPaths:
			return fs.SkipAll
		default:
			out = append(out, name)
		}
		return nil
	})
	slices.SortFunc(out, course.Natural)
	return out
}

func hasEnd(name string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool {
		return len(name) >= len(end) && strings.EqualFold(name[len(name)-len(end):], end)
	})
}

// Read reads a file, of at most 32 MiB.
func (s Source) Read(name string) ([]byte, error) {
	info, err := fs.Stat(s.FS, name) // before it is opened: to open a pipe is to wait
	switch {
	case err != nil:
		return nil, plainfile.Plain(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no file")
	case info.Size() > maxFile:
		return nil, fmt.Errorf("it is larger than %d MiB", maxFile>>20)
	}
	f, err := s.FS.Open(name)
	if err != nil {
		return nil, plainfile.Plain(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	var b bytes.Buffer
	if _, err := b.ReadFrom(&limited{f, maxFile}); err != nil {
		return nil, plainfile.Plain(err)
	}
	return b.Bytes(), nil
}

// limited reads so many bytes of a file and no more.
type limited struct {
	f    fs.File
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errors.New("it grew while it was read")
	}
	n, err := l.f.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// Text reads a file as text, of at most 8 MiB: UTF-8, or UTF-16 with a mark, as
// lines that end in line feeds. What cannot be read becomes U+FFFD.
func (s Source) Text(name string) (string, error) {
	data, err := s.Read(name)
	if err != nil {
		return "", err
	}
	if len(data) > maxText {
		return "", fmt.Errorf("it is larger than %d MiB; divide it", maxText>>20)
	}
	return page.Decode(data), nil
}
