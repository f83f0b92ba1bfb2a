package draft

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
)

// Complete gives everything that has none a path or an id, and makes ids such as
// a course may have: one word each, and none twice. It says the same of the same
// draft, so that a source that did not change keeps its ids. What is complete
// stays as it is.
func (c *Course) Complete() {
	n := &names{taken: map[string]bool{}, paths: map[string]bool{}, tried: map[string]int{}}
	if c.ID = word(c.ID); c.ID == "" {
		c.ID = orElse(slug(c.Title), "course")
	}
	for _, f := range c.Files {
		n.keep(&f.ID)
		for _, it := range f.Items() {
			n.keep(it.ID)
		}
	}
	for _, id := range c.Taken {
		n.taken[id] = true
	}
	for _, f := range c.Files {
		if f.Path != "" {
			n.paths[foldedPath(f.Path)] = true
		}
	}
	for i, f := range c.Files {
		if f.ID == "" {
			f.ID = n.take(f.Ref, path.Base(strings.TrimSuffix(f.Path, path.Ext(f.Path))), f.Title, string(f.kind()))
		}
		if f.Path == "" {
			f.Path = n.path(f, i+1)
		}
		for _, it := range f.Items() {
			if *it.ID == "" {
				*it.ID = n.take(it.Ref, it.Text, it.Kind)
			}
		}
	}
}

func (f *File) kind() course.LessonKind {
	if f.Kind == "" {
		return course.KindLesson
	}
	return f.Kind
}

// Item is something of a file that has an id.
type Item struct {
	ID   *string // of the draft; empty before Complete
	Ref  string  // what the source calls it
	Text string  // what it asks or says
	Kind string  // "question", "ask", "task", "pool", "extra" or "card"
}

// Items lists what has an id, in order.
func (f *File) Items() []Item {
	var out []Item
	var list func([]Block)
	list = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *Question:
				out = append(out, Item{&b.ID, b.Ref, b.words(), "question"})
			case *Ask:
				out = append(out, Item{&b.ID, b.Ref, orElse(b.Prompt, b.Body), "ask"})
			case *Task:
				out = append(out, Item{&b.ID, b.Ref, orElse(b.Title, b.Body), "task"})
			case *Pool:
				out = append(out, Item{&b.ID, b.Ref, b.Title, "pool"})
				for _, q := range b.Questions {
					out = append(out, Item{&q.ID, q.Ref, q.words(), "question"})
				}
			case *Extra:
				out = append(out, Item{&b.ID, "", b.Title, "extra"})
				list(b.Blocks)
			case Text, *Ways:
			}
		}
	}
	list(f.Blocks)
	for _, k := range f.Cards {
		out = append(out, Item{&k.ID, k.Ref, orElse(k.Front, k.Cloze), "card"})
	}
	return out
}

// words is what a question asks, to make an id of.
func (q *Question) words() string {
	if f, ok := q.Form.(*Blanks); ok && q.Prompt == "" && q.Body == "" {
		return f.Text
	}
	return orElse(q.Prompt, q.Body)
}

// names hands out ids and paths.
type names struct {
	taken map[string]bool
	paths map[string]bool
	tried map[string]int // by the words of an id, or a path, the number that was given last
}

// keep takes an id that is given, if it can be used and is free.
func (n *names) keep(id *string) {
	if *id = word(*id); n.taken[*id] {
		*id = ""
	}
	if *id != "" {
		n.taken[*id] = true
	}
}

// take makes an id of the first of some texts that has words.
func (n *names) take(from ...string) string {
	want := ""
	for _, s := range from {
		if want = slug(s); want != "" {
			break
		}
	}
	want = orElse(want, "part")
	id := want
	for i := max(2, n.tried[want]+1); n.taken[id]; i++ { // what was tried stays taken
		id, n.tried[want] = want+"-"+strconv.Itoa(i), i
	}
	n.taken[id] = true
	return id
}

// path makes a path for the nth file.
func (n *names) path(f *File, nth int) string {
	name := fmt.Sprintf("%02d-%s", nth, f.ID)
	dir := "lessons/"
	switch f.kind() {
	case course.KindDetour:
		dir, name = "detours/", f.ID
	case course.KindExtra:
		dir, name = "extras/", f.ID
	case course.KindCards:
		dir, name = "cards/", f.ID
	case course.KindGlossary, course.KindOnboarding, course.KindPlacement:
		dir, name = "", string(f.kind())
	case course.KindLesson, course.KindProject:
	}
	name = strings.ReplaceAll(name, "/", "-")
	try := dir + name + ".md"
	first := foldedPath(try) // no id: it has a dot
	for i := max(2, n.tried[first]+1); n.paths[foldedPath(try)]; i++ {
		try, n.tried[first] = dir+name+"-"+strconv.Itoa(i)+".md", i
	}
	n.paths[foldedPath(try)] = true
	return try
}

// foldedPath is a path as systems see it that do not tell capitals apart.
func foldedPath(p string) string { return strings.ToLower(p) }

// word is an id that a course may have: id as it is where it can be used, and
// else the words of it.
func word(id string) string {
	if tidy(id) != id {
		return slug(id)
	}
	for i, r := range id {
		plain := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if !plain && (i == 0 || !strings.ContainsRune("-_./", r)) {
			return slug(id)
		}
	}
	if strings.Contains(id, "--") || len(id) > 100 || strings.HasSuffix(id, "-") {
		return slug(id)
	}
	return id
}

// slug is the words of a text, without the marks that nobody sees: no file of a
// course holds them.
func slug(s string) string {
	id := course.Slug(s)
	if tidy(id) == id {
		return id
	}
	seen := func(r rune) rune {
		if tidy(string(r)) != string(r) {
			return -1
		}
		return r
	}
	return course.Slug(strings.Map(seen, s))
}

func orElse(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}
