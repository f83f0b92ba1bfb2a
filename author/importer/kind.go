package importer

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// read reads the source. What it holds nothing of, and what looks like another
// format and holds nothing but text of this one, is refused.
func (im Import) read() (*draft.Course, []draft.Loss, error) {
	if err := im.unfit(); err != nil {
		return nil, nil, err
	}
	c, losses, err := im.Format.Read(im.Source)
	other := im.other()
	if texts, asked := held(c); err == nil && asked == 0 {
		switch {
		case texts == 0:
			err = errors.New(im.nothing())
		case other != "":
			err = errors.New("there is nothing but text in it")
		}
	}
	switch {
	case err != nil && other != "":
		return nil, losses, fmt.Errorf("%w; it looks like %s: cairn import %s", err, other, other)
	case err != nil:
		return nil, losses, err
	case other != "":
		losses = append(losses, draft.Place{File: im.Source.Name}.Lost("what looks like "+other, "it was read as "+im.Format.Name+" all the same; see cairn import "+other))
	}
	return c, losses, nil
}

// held counts what a draft holds: texts, and what asks or is to be learned.
func held(c *draft.Course) (texts, asked int) {
	if c == nil {
		return 0, 0
	}
	for _, f := range c.Files {
		texts += len(f.Blocks)
		asked += len(f.Items()) + len(f.Terms)
	}
	return texts, asked
}

// other names the format that the source looks like, if it is another one and does
// not look like this one.
func (im Import) other() string {
	if im.Format.Looks != nil && im.Format.Looks(im.Source) {
		return ""
	}
	for _, f := range im.Others {
		if f.Name != im.Format.Name && f.Looks != nil && f.Looks(im.Source) {
			return f.Name
		}
	}
	return ""
}

// nothing says that a source holds nothing of the format.
func (im Import) nothing() string {
	ends := im.Format.Ends
	if im.Source.File != "" || len(ends) == 0 || len(im.Source.Paths(ends...)) > 0 {
		return "there is no question, lesson or card in it"
	}
	all := ends[len(ends)-1]
	if len(ends) > 1 {
		all = strings.Join(ends[:len(ends)-1], ", ") + " or " + all
	}
	return "no file in it ends in " + all
}

// unfit says why a source can be of no format, before any tries to read it.
func (im Import) unfit() error {
	s := im.Source
	if s.File == "" {
		switch all := s.Paths(); {
		case len(all) == 0:
			return errors.New("there is no file in it")
		case len(s.Paths(".apkg", ".colpkg")) == len(all):
			return errAnki
		case s.Dir != "" && within(s.Dir, im.Dir):
			return fmt.Errorf("the new folder %q lies in it, and would be part of what is imported the next time; name a folder outside of it", im.Dir)
		}
		return nil
	}
	data, err := s.Read(s.File)
	switch {
	case err != nil:
		return err
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) == 0:
		return errors.New("it is empty")
	}
	switch end := strings.ToLower(path.Ext(s.File)); {
	case end == ".apkg" || end == ".colpkg":
		return errAnki
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return errors.New("it is a zip archive under another name; let its name end in .zip, or unpack it and give the folder")
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return errors.New("it is packed; let its name end in .tar.gz, or unpack it and give the folder")
	case bytes.HasPrefix(data, []byte("%PDF")):
		return errors.New("it is a PDF, of which cairn cannot tell a question from a page; give what it was made of")
	}
	wide := bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
	if !wide && bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0 {
		return errors.New("it is no text; give the file or folder that the questions or lessons are written in")
	}
	return nil
}

// errAnki says how to get at the notes of a package of Anki.
var errAnki = errors.New("it is a package of Anki, which cairn does not read; in Anki, choose Export, and Notes in Plain Text (.txt)")

// within reports whether a folder lies in another one, or is it.
func within(outer, inner string) bool {
	outer, err := filepath.Abs(outer)
	if err != nil {
		return false
	}
	if inner, err = filepath.Abs(inner); err != nil {
		return false
	}
	rel, err := filepath.Rel(outer, inner)
	return err == nil && filepath.IsLocal(rel)
}
