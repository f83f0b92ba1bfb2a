package draft

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

// Written is the files of a course, by path.
type Written struct {
	Files map[string][]byte
	marks map[string][]mark
}

// mark says what stands in a file from a line on.
type mark struct {
	line int
	file *File
	item any // a Block, a *Card or a Term; nil: the head of the file
}

// FS is the files as course.Load takes them.
func (w Written) FS() fs.FS { return archive.Files(w.Files) }

// at returns what stands on a line of a file, or nil.
func (w Written) at(file string, line int) *mark {
	var found *mark
	for i, m := range w.marks[file] {
		if m.line <= line {
			found = &w.marks[file][i]
		}
	}
	return found
}

// Write completes a draft and gives the files that say it. It changes nothing of
// what the draft says. Whether the course is without errors is for Prove.
func (c *Course) Write() Written {
	c.Complete()
	w := Written{Files: map[string][]byte{}, marks: map[string][]mark{}}
	for name, data := range c.Assets {
		w.Files[name] = data
	}
	for _, f := range c.Files {
		p := &page{course: c, file: f}
		p.write()
		w.Files[f.Path], w.marks[f.Path] = []byte(p.out.String()), p.marks
	}
	w.Files["course.yaml"] = []byte(c.settings())
	return w
}

// settings is course.yaml.
func (c *Course) settings() string {
	var b strings.Builder
	say := func(key, value string) {
		if strings.TrimSpace(value) != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, Scalar(value))
		}
	}
	b.WriteString("format: 1\n")
	say("id", c.ID)
	say("version", c.Version)
	say("title", c.Title)
	say("summary", c.Summary)
	if _, err := language.Parse(c.Language); err == nil {
		say("language", c.Language)
	}
	if len(c.Authors) > 0 {
		fmt.Fprintf(&b, "authors: %s\n", list(c.Authors))
	}
	say("license", c.License)
	c.skills(&b)
	if len(c.Goals) > 0 {
		b.WriteString("goals:\n")
		for _, g := range c.Goals {
			fmt.Fprintf(&b, "  %s: { title: %s, skills: %s }\n", Scalar(word(g.ID)), Scalar(orElse(g.Title, g.ID)), list(words(g.Skills)))
		}
	}
	if len(c.Mixups) > 0 {
		b.WriteString("mixups:\n")
		for _, m := range c.Mixups {
			fmt.Fprintf(&b, "  %s: { says: %s", Scalar(word(m.ID)), Scalar(m.Says))
			if m.Detour != "" {
				fmt.Fprintf(&b, ", detour: %s", Scalar(m.Detour))
			}
			b.WriteString(" }\n")
		}
	}
	if len(c.Ways) > 0 {
		b.WriteString("ways:\n")
		for _, w := range c.Ways {
			fmt.Fprintf(&b, "  %s: %s\n", Scalar(word(w.ID)), Scalar(orElse(w.Text, w.ID)))
		}
	}
	c.path(&b)
	return b.String()
}

// skills writes those that are declared, and those that are only named.
func (c *Course) skills(b *strings.Builder) {
	all := slices.Clone(c.Skills)
	have := map[string]bool{}
	for _, s := range all {
		have[word(s.ID)] = true
	}
	for _, id := range c.namedSkills() {
		if id = word(id); id != "" && !have[id] && len(c.Skills) > 0 {
			have[id] = true
			all = append(all, Skill{ID: id})
		}
	}
	if len(all) > 0 {
		b.WriteString("skills:\n")
	}
	for _, s := range all {
		fmt.Fprintf(b, "  %s: { title: %s", Scalar(word(s.ID)), Scalar(orElse(s.Title, s.ID)))
		if needs := words(s.Needs); len(needs) > 0 {
			fmt.Fprintf(b, ", needs: %s", list(needs))
		}
		b.WriteString(" }\n")
	}
}

// namedSkills lists the skills that files, questions and cards name, in order.
func (c *Course) namedSkills() []string {
	var out []string
	for _, f := range c.Files {
		out = append(out, f.Skills...)
		for _, q := range f.questions() {
			out = append(out, q.Skills...)
		}
		for _, b := range f.Blocks {
			if t, ok := b.(*Task); ok {
				out = append(out, t.Skills...)
			}
		}
		for _, k := range f.Cards {
			out = append(out, k.Skills...)
		}
	}
	return out
}

// questions lists the questions of a file, those of pools and extras too.
func (f *File) questions() []*Question {
	var out []*Question
	var list func([]Block)
	list = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *Question:
				out = append(out, b)
			case *Pool:
				out = append(out, b.Questions...)
			case *Extra:
				list(b.Blocks)
			case Text, *Ask, *Task, *Ways:
			}
		}
	}
	list(f.Blocks)
	return out
}

// path writes the road: the lessons in the order of the draft, by module.
func (c *Course) path(b *strings.Builder) {
	module, begun := "", false
	for _, f := range c.Files {
		switch f.kind() {
		case course.KindLesson, course.KindExtra, course.KindProject:
		case course.KindDetour, course.KindOnboarding, course.KindPlacement, course.KindCards, course.KindGlossary:
			continue
		}
		if !begun {
			begun = true
			b.WriteString("path:\n")
		}
		name := strings.TrimSpace(f.Module)
		switch {
		case name == "":
			fmt.Fprintf(b, "  - %s\n", Scalar(f.Path))
		case name != module:
			fmt.Fprintf(b, "  - module: %s\n    lessons:\n", Scalar(name))
			fallthrough
		default:
			fmt.Fprintf(b, "      - %s\n", Scalar(f.Path))
		}
		module = name
	}
}

// link is a link from a file of the course to another.
func link(from, to, title string) string {
	up := strings.Count(path.Dir(from)+"/", "/")
	if path.Dir(from) == "." {
		up = 0
	}
	return "[" + Plain(title) + "](<" + strings.Repeat("../", up) + to + ">)"
}

// titled is the title of a file of the course, by its path.
func (c *Course) titled(file string) string {
	for _, f := range c.Files {
		if f.Path == file && f.Title != "" {
			return f.Title
		}
	}
	return file
}
