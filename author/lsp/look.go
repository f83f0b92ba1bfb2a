package lsp

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/author/lsp/internal/place"
	"github.com/cairn-learn/cairn/course"
)

// spot is a place in a file, and the course around it.
type spot struct {
	path   string // on disk
	file   string // below the course's folder
	text   string
	offset int
	folder *folder
	token  place.Token
	names  bool // there is a token
}

// spotAt finds what stands at a place of a file that is open.
func (s *server) spotAt(p placeParams) (spot, error) {
	file := pathOf(p.TextDocument.URI)
	text, ok := s.documents[file]
	if !ok {
		return spot{}, fmt.Errorf("looking into %s: %w", p.TextDocument.URI, errNoCourse)
	}
	f, err := s.folderOf(file)
	if err != nil {
		return spot{}, err
	}
	at := spot{path: file, file: below(f.dir, file), text: text, offset: offsetOf(text, p.Position), folder: f}
	at.token, at.names = place.At(at.file, text, at.offset)
	return at, nil
}

// folderOf is the course that a file belongs to, as it was read last.
func (s *server) folderOf(file string) (*folder, error) {
	root := rootOf(file, s.workspace)
	if root == "" {
		return nil, errNoCourse
	}
	if f := s.folders[root]; f != nil {
		return f, nil
	}
	f, err := s.documents.open(root)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoCourse, err)
	}
	if s.folders == nil {
		s.folders = map[string]*folder{}
	}
	s.folders[root] = f
	return f, nil
}

// asItIs is the course in a folder with the texts that the editor holds now.
func (s *server) asItIs(root string) (*folder, error) {
	if f := s.folders[root]; f != nil && s.read == s.edition {
		return f, nil
	}
	return s.documents.open(root)
}

// hover says what the name under the cursor stands for.
func (s *server) hover(_ *jsonrpc2.Conn, p placeParams) (any, error) {
	at, err := s.spotAt(p)
	if err != nil || !at.names {
		return nil, nil //nolint:nilerr // where nothing is known there is nothing to show
	}
	says := ""
	if at.token.Kind == place.Key && at.token.Of.Name != "" {
		says = fmt.Sprintf("**%s**\n\n%s", at.token.Of.Name, at.token.Of.Says)
	} else if n, ok := at.folder.find(at.file, at.token); ok {
		says = at.folder.describe(n)
	}
	if says == "" {
		return nil, nil
	}
	return hover{markup{"markdown", says}, rangeOf(at.text, at.token.Start, at.token.End)}, nil
}

// definition goes to where a name is defined, or to the file of a link.
func (s *server) definition(_ *jsonrpc2.Conn, p placeParams) (any, error) {
	at, err := s.spotAt(p)
	if err != nil || !at.names {
		return nil, nil //nolint:nilerr // where nothing is known there is nowhere to go
	}
	if n, ok := at.folder.find(at.file, at.token); ok {
		return s.locate(at.folder, n), nil
	}
	if at.token.Kind == place.File || at.token.Kind == place.Path {
		if name := at.folder.resolved(at.file, at.token); name != "" {
			if _, ok := textOf(at.folder.dir, name); ok {
				return location{URI: uriOf(filepath.Join(at.folder.dir, filepath.FromSlash(name)))}, nil
			}
		}
	}
	return nil, nil
}

// locate is the place where a name is defined: its id, where one is written, or
// else the line where what it names begins.
func (s *server) locate(f *folder, n name) location {
	text, _ := s.current(f, n.pos.File)
	uri := uriOf(filepath.Join(f.dir, filepath.FromSlash(n.pos.File)))
	for _, t := range place.Tokens(n.pos.File, text) {
		if t.Defines && t.Kind == n.kind && t.Text == n.id {
			return location{uri, rangeOf(text, t.Start, t.End)}
		}
	}
	start := offsetOf(text, position{Line: max(n.pos.Line-1, 0)})
	return location{uri, rangeOf(text, start, start)}
}

// current is the text of a file of a course as it is now: as the editor holds it,
// or else as it is on disk.
func (s *server) current(f *folder, name string) (string, bool) {
	if text, ok := s.documents[filepath.Join(f.dir, filepath.FromSlash(name))]; ok {
		return text, true
	}
	return textOf(f.dir, name)
}

// use is one token that names the same as another.
type use struct {
	file  string
	text  string
	token place.Token
}

// uses finds every place of a course that a name stands at, by its id.
func (s *server) uses(f *folder, n name) []use {
	disk, err := course.OpenDir(f.dir)
	if err != nil {
		return nil // the folder is gone
	}
	defer func() { _ = disk.Close() }() // nothing is written through it
	var list []use
	for _, file := range f.files() {
		text, ok := s.documents[filepath.Join(f.dir, filepath.FromSlash(file))]
		if !ok {
			text, ok = textIn(disk, file)
		}
		if !ok || !strings.Contains(text, n.id) {
			continue
		}
		for _, t := range place.Tokens(file, text) {
			if t.Kind == place.File || t.Kind == place.Path && t.Text != n.id {
				continue // a path names a file, and goes on naming it
			}
			if found, ok := f.find(file, t); ok && found.kind == n.kind && found.id == n.id || t.Defines && t.Kind == n.kind && t.Text == n.id {
				list = append(list, use{file, text, t})
			}
		}
	}
	return list
}

// references lists the places that name the same as the one under the cursor.
func (s *server) references(_ *jsonrpc2.Conn, p placeParams) (any, error) {
	at, err := s.spotAt(p)
	if err != nil || !at.names {
		return nil, nil //nolint:nilerr // where nothing is known nothing refers to it
	}
	n, ok := at.folder.find(at.file, at.token)
	if !ok {
		return nil, nil
	}
	var list []location
	for _, u := range s.uses(at.folder, n) {
		list = append(list, location{uriOf(filepath.Join(at.folder.dir, filepath.FromSlash(u.file))), rangeOf(u.text, u.token.Start, u.token.End)})
	}
	return slices.Clip(list), nil
}
