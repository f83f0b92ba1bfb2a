package course

import (
	"net/url"
	"path"
	"strings"
)

// Target is what a link within a course leads to. At most one of Lesson and
// Entry is set.
type Target struct {
	Lesson *Lesson
	Entry  *Entry // a term of the glossary; of several in a file, the one that the anchor names, or the first
	File   string // below the course's folder; empty for a link that leads out of it
	Anchor string // the part behind "#", unescaped: a heading
}

// Target finds what a link in a file of the course leads to, as the loader
// reads links: a path from that file, or from the course's folder with a "/" in
// front; the ending may be left out, and a folder stands for its README or
// index. For an address of the web all of it is empty.
func (c *Course) Target(from, to string) Target {
	if scheme, _, ok := strings.Cut(to, ":"); ok && !strings.ContainsAny(scheme, "/#.") {
		return Target{}
	}
	to, anchor, _ := strings.Cut(to, "#")
	to, _, _ = strings.Cut(to, "?")
	t := Target{Anchor: unescaped(anchor)}
	switch name := unescaped(to); {
	case name == "":
		t.File = from
	case strings.HasPrefix(name, "/"):
		t.File = path.Clean(strings.TrimLeft(name, "/"))
	default:
		t.File = path.Join(path.Dir(from), name)
	}
	if t.File == ".." || strings.HasPrefix(t.File, "../") {
		return Target{}
	}
	for _, l := range c.Lessons {
		if isFile(l.File, t.File) {
			t.Lesson, t.File = l, l.File
			return t
		}
	}
	for i := range c.Glossary {
		e := &c.Glossary[i]
		if isFile(e.Pos.File, t.File) && (t.Entry == nil || Slug(e.Term) == t.Anchor) {
			t.Entry = e
		}
	}
	return t
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// isFile reports whether a link to name means the file.
func isFile(file, name string) bool {
	if file == name {
		return file != ""
	}
	rest, ok := strings.CutPrefix(file, name)
	if !ok && name == "." {
		rest, ok = "/"+file, true
	}
	switch strings.ToLower(rest) {
	case ".md", ".markdown", "/readme.md", "/index.md", "/readme.markdown", "/index.markdown":
		return ok
	}
	return false
}
