package importer

import (
	"path"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// moves are files of a draft that have another path than the format gave them, by
// the one that it gave: links were written to that one.
type moves struct {
	to  map[string]string      // by the path that was given
	was map[*draft.File]string // the path that was given
}

// pathsOf remembers the paths that a format gave.
func pathsOf(c *draft.Course) moves {
	m := moves{map[string]string{}, map[*draft.File]string{}}
	for _, f := range c.Files {
		m.was[f] = f.Path
	}
	return m
}

// part gives each file that has the path of one that kept it another one.
func (m moves) part(c *draft.Course, kept map[*draft.File]bool) {
	taken := map[string]bool{}
	for _, f := range c.Files {
		if kept[f] {
			taken[strings.ToLower(f.Path)] = true
		}
	}
	tried := map[string]int{}
	for _, f := range c.Files {
		if kept[f] || f.Path == "" {
			continue
		}
		ext := path.Ext(f.Path)
		stem := strings.TrimSuffix(f.Path, ext)
		key := strings.ToLower(f.Path)
		for i := max(2, tried[key]+1); taken[strings.ToLower(f.Path)]; i++ {
			f.Path, tried[key] = stem+"-"+strconv.Itoa(i)+ext, i
		}
		taken[strings.ToLower(f.Path)] = true
	}
}

// relink brings links and paths to where the files are now.
func (m moves) relink(c *draft.Course) {
	known, moved := map[string]bool{}, false
	for name := range c.Assets {
		known[name] = true
	}
	for f, was := range m.was {
		if was != "" {
			known[was], m.to[was] = true, f.Path
			moved = moved || was != f.Path
		}
	}
	if !moved {
		return
	}
	for _, f := range c.Files {
		f.EachText(func(md string) string { return m.text(f, md, known) })
	}
	c.EachPath(func(name string) string { return orElse(m.to[name], name) })
}

// text brings the links of a text of a file to where they lead now. One that has
// none to be brought stays as it is, letter by letter.
func (m moves) text(f *draft.File, md string, known map[string]bool) string {
	if !strings.Contains(md, "](") && !strings.Contains(md, "]:") {
		return md
	}
	from, changed := orElse(m.was[f], f.Path), false
	lines := page.Links(page.Split(md, 1), func(l page.Link) string {
		to, _, ok := page.Local(from, l.Dest)
		if !ok || !known[to] || path.IsAbs(l.Dest) && m.to[to] == "" {
			return l.String()
		}
		dest := page.Relative(f.Path, orElse(m.to[to], to))
		if dest == page.Relative(from, to) {
			return l.String()
		}
		changed = true
		if at := strings.IndexAny(l.Dest, "?#"); at >= 0 {
			dest += l.Dest[at:]
		}
		l.Dest = dest
		return l.String()
	})
	if !changed {
		return md
	}
	return page.Join(lines)
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
