package fix

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/author/internal/overlay"
	"github.com/cairn-learn/cairn/course"
)

// Unwritten is an id that was made of words and cannot be written into its file.
type Unwritten struct {
	course.Unnamed
	Why string // in words
}

// IDs plans to write an id wherever one was made of words: the id that it has
// already, so that nothing which hangs on it is lost. Written, the course is the
// same in all but the places in its files. What cannot be written so is told, and
// its file otherwise served. Nothing is written yet: see Write.
func IDs(fsys fs.FS, name string) (changes []Change, left []Unwritten, err error) {
	c, found, diags, err := course.FindUnnamed(fsys, name)
	if err != nil {
		return nil, nil, err
	}
	p := &idPlanner{fsys: fsys, name: name, course: c, diags: diags, found: found, texts: map[string]string{}, tries: maxTries}
	var files []string
	byFile := map[string][]course.Unnamed{}
	for _, u := range found {
		switch _, seen := byFile[u.File]; {
		case u.Why != "":
			p.left = append(p.left, Unwritten{u, u.Why})
			continue
		case !seen:
			files = append(files, u.File)
		}
		byFile[u.File] = append(byFile[u.File], u)
	}
	p.all(files, byFile)
	for _, file := range files {
		if after, ok := p.texts[file]; ok {
			before, err := p.read(file)
			if err != nil {
				return nil, nil, err
			}
			changes = append(changes, Change{File: file, Before: before, After: after, IDs: p.written[file]})
		}
	}
	return changes, p.left, nil
}

// idPlanner writes ids as far as the course stays what it is.
type idPlanner struct {
	fsys    fs.FS
	name    string
	course  *course.Course
	diags   []course.Diag
	found   []course.Unnamed
	texts   map[string]string // as they will be, by file
	written map[string][]string
	left    []Unwritten
	tries   int // how often the course may still be loaded
}

// all writes everything at once or, where that would change the course, file by
// file and in the end id by id.
func (p *idPlanner) all(files []string, byFile map[string][]course.Unnamed) {
	p.written = map[string][]string{}
	if p.take(files, byFile) {
		return
	}
	for _, file := range files {
		if p.take([]string{file}, byFile) {
			continue
		}
		var kept []course.Unnamed
		for _, u := range byFile[file] {
			byFile[file] = append(slices.Clone(kept), u)
			if p.take([]string{file}, byFile) {
				kept = byFile[file]
				continue
			}
			p.left = append(p.left, Unwritten{u, "written where it belongs, it would be read as something else; mend what is found there first"})
		}
	}
}

// take writes the ids of files, unless the course would not be the same then.
func (p *idPlanner) take(files []string, byFile map[string][]course.Unnamed) bool {
	next := map[string]string{}
	for file, text := range p.texts {
		next[file] = text
	}
	for _, file := range files {
		text, err := p.read(file)
		if err != nil {
			return false
		}
		if next[file], err = withIDs(text, byFile[file]); err != nil {
			return false
		}
	}
	if p.tries--; p.tries < 0 {
		return false
	}
	c, left, diags, err := course.FindUnnamed(overlay.FS{FS: p.fsys, Over: next}, p.name)
	if err != nil || !same(p.course, c) || worse(p.diags, diags) {
		return false
	}
	unnamed := countByFile(p.found)
	still := countByFile(left)
	for _, file := range files {
		if still[file] != unnamed[file]-len(byFile[file]) {
			return false // written, and not read
		}
	}
	p.texts = next
	for _, file := range files {
		p.written[file] = nil
		for _, u := range byFile[file] {
			p.written[file] = append(p.written[file], u.ID)
		}
	}
	return true
}

func countByFile(list []course.Unnamed) map[string]int {
	n := map[string]int{}
	for _, u := range list {
		n[u.File]++
	}
	return n
}

// worse reports whether a file has more errors of a sort than before. Their words
// are not compared: they may name lines, which move.
func worse(before, after []course.Diag) bool {
	type sort struct{ file, code string }
	count := map[sort]int{}
	for _, d := range before {
		if d.Severity == course.Error {
			count[sort{d.Pos.File, d.Code}]++
		}
	}
	for _, d := range after {
		if s := (sort{d.Pos.File, d.Code}); d.Severity == course.Error {
			if count[s]--; count[s] < 0 {
				return true
			}
		}
	}
	return false
}

func (p *idPlanner) read(file string) (string, error) {
	return (&planner{base: p.fsys}).text(file)
}

// withIDs is a text with ids in their places.
func withIDs(text string, list []course.Unnamed) (string, error) {
	if !utf8.ValidString(text) {
		return "", errors.New("the file is not UTF-8")
	}
	var edits []Edit
	for _, u := range list {
		e, err := idEdit(text, u)
		if err != nil {
			return "", err
		}
		edits = append(edits, e)
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.From - b.From })
	return Apply(text, edits)
}

// idEdit puts one id into its place.
func idEdit(text string, u course.Unnamed) (Edit, error) {
	start := lineStart(text, u.Line)
	if start < 0 {
		return Edit{}, fmt.Errorf("%s has no line %d any more", u.File, u.Line)
	}
	if start == 0 && strings.HasPrefix(text, bom) {
		start = len(bom)
	}
	end := "\n"
	if stop := lineEnd(text, start); strings.HasPrefix(text[stop:], "\r\n") {
		end = "\r\n"
	}
	id := scalar(u.ID)
	switch u.Where {
	case course.IDNewFront:
		return insert(start, "---"+end+"id: "+id+end+"---"+end), nil
	case course.IDInFront:
		return inFront(text, start, id, end), nil
	case course.IDAbove:
		return insert(start, "<!-- id: "+id+" -->"+end), nil
	case course.IDBelow:
		at := nextLine(text, start)
		if at == len(text) && !strings.HasSuffix(text, "\n") {
			return insert(at, end+"<!-- id: "+id+" -->"), nil
		}
		return insert(at, "<!-- id: "+id+" -->"+end), nil
	case course.IDInComment:
		at := start + u.Col - 1
		if at > len(text) || !strings.HasPrefix(text[at:], "<!--") {
			return Edit{}, fmt.Errorf("line %d of %s does not hold the settings any more", u.Line, u.File)
		}
		return inComment(text, at+len("<!--"), id, end), nil
	}
	return Edit{}, fmt.Errorf("there is no place %q", u.Where)
}

func insert(at int, text string) Edit { return Edit{at, at, text} }

// inFront writes a line of front matter, indented as the keys below it.
func inFront(text string, start int, id, end string) Edit {
	at := nextLine(text, start)
	if at == len(text) && !strings.HasSuffix(text, "\n") {
		return insert(at, end+"id: "+id)
	}
	indent := text[at:lineEnd(text, at)]
	indent = indent[:len(indent)-len(strings.TrimLeft(indent, " "))]
	return insert(at, indent+"id: "+id+end)
}

// inComment writes an id in front of the settings that begin at an offset: on a
// line of its own where they are on lines of their own.
func inComment(text string, at int, id, end string) Edit {
	first := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\r\n"))
	space := text[at:first]
	switch i := strings.LastIndexByte(space, '\n'); {
	case i >= 0:
		return insert(first, "id: "+id+end+space[i+1:])
	case space == "":
		return insert(first, " id: "+id+", ")
	}
	return insert(first, "id: "+id+", ")
}

// plain is an id that YAML reads as it stands, also between commas.
var plain = regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_./-]*$`)

// scalar is an id as a value of YAML. An id holds neither quotes nor backslashes.
func scalar(id string) string {
	if plain.MatchString(id) {
		return id
	}
	return `"` + id + `"`
}
