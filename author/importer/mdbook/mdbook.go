// Package mdbook reads books of mdBook, with the quizzes of mdbook-quiz: the
// chapters that SUMMARY.md names, what they include from other files of the book,
// and questions from TOML.
//
// Nothing is run and nothing is looked for outside of the book. What only a browser
// or another preprocessor can show is a loss, and its text is kept.
package mdbook

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// Bounds of what is read.
const (
	maxPage  = 4 << 20 // bytes of one chapter, included file or quiz
	maxTotal = 96 << 20
	maxPages = 5000
)

// Format is what cairn import knows of it.
func Format() importer.Format {
	return importer.Format{
		Name:  "mdbook",
		Reads: "an mdBook with the quizzes of mdbook-quiz: the folder with book.toml",
		Looks: func(s importer.Source) bool {
			_, ok := page.Root(s.FS, is)
			return ok
		},
		Read: func(s importer.Source) (*draft.Course, []draft.Loss, error) {
			if s.File != "" {
				return nil, nil, errors.New("it is a file; give the folder of the book, the one with book.toml")
			}
			root, _ := page.Root(s.FS, is)
			return Import(root)
		},
	}
}

func is(fsys fs.FS) bool {
	return isFile(fsys, "book.toml") || isFile(fsys, "src/SUMMARY.md") || isFile(fsys, "SUMMARY.md")
}

// Import reads the book in a folder: the one with book.toml.
func Import(fsys fs.FS) (*draft.Course, []draft.Loss, error) {
	r := &reader{fsys: fsys, copier: page.Copier{FS: fsys}, course: &draft.Course{}, src: "src"}
	r.book.File = "book.toml"
	if err := r.readBook(); err != nil {
		return nil, nil, err
	}
	if err := r.readSummary(); err != nil {
		return nil, nil, err
	}
	for _, c := range r.chapters {
		r.read(c)
	}
	r.unnamed()
	if len(r.course.Files) == 0 {
		return nil, nil, errors.New("SUMMARY.md names no chapter that can be read")
	}
	r.course.Assets = r.copier.Assets
	out := r.book.List()
	for _, l := range r.losses {
		out = append(out, l.List()...)
	}
	return r.course, out, nil
}

func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// reader reads one book.
type reader struct {
	fsys     fs.FS
	copier   page.Copier
	course   *draft.Course
	src      string // the folder of the chapters
	chapters []*chapter
	files    map[string]*chapter // by path without ending
	quizzes  map[string]int      // by path: how often it was asked
	bytes    int                 // that were read
	includes int                 // that were made
	included int                 // bytes of them

	book   page.Losses
	losses []*page.Losses // of the other files, in order
}

// bookTOML is what a course takes of book.toml.
type bookTOML struct {
	Book struct {
		Title       string   `toml:"title"`
		Authors     []string `toml:"authors"`
		Description string   `toml:"description"`
		Language    string   `toml:"language"`
		Src         string   `toml:"src"`
	} `toml:"book"`
}

// readBook reads book.toml. A book without one has its chapters in src, or where
// SUMMARY.md is.
func (r *reader) readBook() error {
	data, err := r.readFile("book.toml")
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := fs.Stat(r.fsys, "src/SUMMARY.md"); err != nil {
			r.src = "."
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading book.toml: %w", err)
	}
	var b bookTOML
	meta, err := decode(data, &b)
	if err != nil {
		return fmt.Errorf("reading book.toml: %w", err)
	}
	for _, key := range meta.Undecoded() {
		if len(key) > 1 { // its table is told with it
			r.book.Count(0, "settings of "+key[0], "they are about how the book is made or looks")
		}
	}
	if b.Book.Src != "" {
		r.src = path.Clean(b.Book.Src)
	}
	if !fs.ValidPath(r.src) {
		return fmt.Errorf("book.toml has its chapters in %q, which is outside of the book", b.Book.Src)
	}
	r.course.Title, r.course.Authors = b.Book.Title, b.Book.Authors
	r.course.Summary, r.course.Language = b.Book.Description, b.Book.Language
	return nil
}

// decode reads TOML. A fault of the reader is an error of the file: it is not
// worth the program.
func decode(data string, into any) (meta toml.MetaData, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("it cannot be read: %v", p)
		}
	}()
	if nests(data) {
		return meta, errors.New("its tables are nested too deeply")
	}
	return toml.Decode(data, into)
}

// nests reports a text with more tables in each other than the reader of TOML has
// memory for: it takes the square of their number. Brackets and dots of texts
// count too, so that it is generous.
func nests(data string) bool {
	const most = 2000
	depth, dots := 0, 0
	for _, c := range data {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '.': // a.b.c is a table in a table
			dots++
		case '\n':
			dots = 0
		}
		if depth > most || dots > most {
			return true
		}
	}
	return false
}

// readFile reads a file of the book. All of them together are bounded, as one may
// be included a thousand times.
func (r *reader) readFile(name string) (string, error) {
	if r.bytes > maxTotal {
		return "", errors.New("the book includes too much")
	}
	data, err := page.ReadFile(r.fsys, name, maxPage)
	r.bytes += len(data)
	return page.Decode(data), err
}

// lossesOf begins the losses of a file.
func (r *reader) lossesOf(name string) *page.Losses {
	l := &page.Losses{File: name}
	r.losses = append(r.losses, l)
	return l
}

// unnamed tells of pages that SUMMARY.md does not name: a book does not show them.
func (r *reader) unnamed() {
	count := 0
	_ = fs.WalkDir(r.fsys, r.src, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil //nolint:nilerr // what cannot be looked into is on no road
		case e.IsDir() && strings.HasPrefix(e.Name(), ".") && name != ".":
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".md" || path.Base(name) == "SUMMARY.md" || r.files[bare(name)] != nil:
			return nil
		case count == maxPages:
			return fs.SkipAll
		}
		count++
		if r.src != "." || strings.Contains(name, "/") {
			r.lossesOf(name).Add(0, "the page", "SUMMARY.md does not name it")
		}
		return nil
	})
}

func bare(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
