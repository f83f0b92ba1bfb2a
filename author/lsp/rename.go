package lsp

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/author/lsp/internal/place"
	"github.com/cairn-learn/cairn/course"
)

// renamed finds what is to be renamed: an id or a code word that the author
// wrote.
func (s *server) renamed(p placeParams) (spot, name, []use, error) {
	at, err := s.spotAt(p)
	if err != nil {
		return at, name{}, nil, err
	}
	if !at.names || at.token.Kind == place.File || at.token.Kind == place.Path {
		return at, name{}, nil, fmt.Errorf("renaming: no id stands here; put the cursor on the id of a skill, lesson, question, mix-up, goal, way, pace or interest")
	}
	n, ok := at.folder.find(at.file, at.token)
	if !ok {
		return at, name{}, nil, fmt.Errorf("renaming %q: nothing of this name is known; save the file in which it is defined", at.token.Text)
	}
	uses := s.uses(at.folder, n)
	for _, u := range uses {
		if u.token.Defines {
			return at, n, uses, nil
		}
	}
	return at, name{}, nil, fmt.Errorf("renaming %q: the id is not written anywhere but made of a file's name or a heading; write one first", n.id)
}

func (s *server) prepareRename(_ *jsonrpc2.Conn, p placeParams) (any, error) {
	at, n, _, err := s.renamed(p)
	if err != nil {
		return nil, err
	}
	return map[string]any{"range": rangeOf(at.text, at.token.Start, at.token.End), "placeholder": n.id}, nil
}

// rename changes an id wherever it stands. It is refused where the course would
// not be the same but for the name: where the new id is taken, or where some
// place could not be found.
func (s *server) rename(conn *jsonrpc2.Conn, p placeParams) (any, error) {
	at, n, uses, err := s.renamed(p)
	if err != nil {
		return nil, err
	}
	if len(p.NewName) > maxID {
		return nil, fmt.Errorf("renaming %q: an id has at most %d letters, and %.20q… has more", n.id, maxID, p.NewName)
	}
	if !isID(p.NewName) {
		return nil, fmt.Errorf("renaming %q: an id is one word of letters, digits, hyphens and underscores, such as %q", n.id, example(p.NewName))
	}
	for _, i := range at.folder.byID[p.NewName] {
		if other := at.folder.named[i]; other.kind == n.kind || other.fits(place.Either) && n.fits(place.Either) {
			return nil, fmt.Errorf("renaming %q: %q is the id of the %s %q", n.id, p.NewName, other.is, other.title)
		}
	}
	edit := workspaceEdit{Changes: map[string][]textEdit{}}
	over := map[string]string{}
	for i := len(uses) - 1; i >= 0; i-- { // from the last, so that offsets stay true
		u := uses[i]
		start, end, written := replacement(u, n.id, p.NewName)
		if _, ok := over[u.file]; !ok {
			over[u.file] = u.text
		}
		over[u.file] = over[u.file][:start] + written + over[u.file][end:]
		uri := uriOf(filepath.Join(at.folder.dir, filepath.FromSlash(u.file)))
		edit.Changes[uri] = append(edit.Changes[uri], textEdit{rangeOf(u.text, start, end), written})
	}
	if err := s.same(at.folder, over); err != nil {
		return nil, fmt.Errorf("renaming %q to %q: %w", n.id, p.NewName, err)
	}
	if n.kind == place.Lesson || n.kind == place.Item || n.kind == place.Skill {
		// Not a refusal: a course that nobody has taken yet is renamed all the time.
		_ = conn.Notify(context.Background(), "window/showMessage", showMessage{2, fmt.Sprintf("Progress hangs on ids: who has met %q is asked anew under %q.", n.id, p.NewName)})
	}
	return edit, nil
}

// maxID is the longest new id, in bytes: nobody reads a longer one.
const maxID = 200

// isID reports whether a word can be an id wherever one stands, without quotes.
func isID(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (i == 0 || r != '-' && r != '_') {
			return false
		}
	}
	return s != ""
}

// example is an id that is like what was typed.
func example(typed string) string {
	if id := course.Slug(typed); id != "" {
		return id
	}
	return "what-bees-eat"
}

// replacement is what is written in the place of an id: in a rule, what fits its
// new form.
func replacement(u use, was, is string) (start, end int, written string) {
	start, end = u.token.Start, u.token.End
	rest := strings.TrimPrefix(u.token.Text, was) // a heading behind "#"
	written = is + rest
	dotted := !u.token.Quoted && start > 0 && u.text[start-1] == '.'
	if dotted && strings.Contains(written, "-") {
		return start - 1, end, `["` + written + `"]`
	}
	return start, end, written
}

// same holds the course after a change against the one before it: no finding may
// be new.
func (s *server) same(f *folder, changed map[string]string) error {
	over := map[string]string{}
	for file, text := range s.documents {
		if name := below(f.dir, file); name != "" {
			over[name] = text
		}
	}
	was, err := s.asItIs(f.dir)
	if err != nil {
		return err
	}
	for file, text := range changed {
		over[file] = text
	}
	is, err := read(f.dir, over)
	if err != nil {
		return err
	}
	known := map[string]int{}
	for _, d := range was.findings {
		known[d.Code+" "+d.Pos.File]++
	}
	for _, d := range is.findings {
		if known[d.Code+" "+d.Pos.File]--; known[d.Code+" "+d.Pos.File] < 0 {
			return fmt.Errorf("it would bring a mistake: %s", d)
		}
	}
	return nil
}
