package lsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/lsp/internal/place"
	"github.com/cairn-learn/cairn/course"
)

// name is something of a course that can be named.
type name struct {
	kind  place.Kind
	id    string
	title string
	is    string // what it is, such as "question"
	pos   course.Pos
}

// index notes what the course has to name, so that a name is found at once in a
// course of any size.
func (f *folder) index() {
	f.named = namesOf(f.course)
	f.byID, f.byFile = map[string][]int{}, map[string]int{}
	for i, n := range f.named {
		f.byID[n.id] = append(f.byID[n.id], i)
		if _, twice := f.byFile[n.pos.File]; n.kind == place.Lesson && !twice {
			f.byFile[n.pos.File] = i
		}
	}
}

// namesOf lists what a course has to name.
func namesOf(c *course.Course) []name {
	if c == nil {
		return nil
	}
	var list []name
	add := func(kind place.Kind, id, title, is string, pos course.Pos) {
		list = append(list, name{kind, id, title, is, pos})
	}
	settings := course.Pos{File: "course.yaml"}
	for _, s := range c.Skills {
		add(place.Skill, s.ID, s.Title, "skill", settings)
	}
	for _, g := range c.Goals {
		add(place.Goal, g.ID, g.Title, "goal", settings)
	}
	for _, i := range c.Interests {
		add(place.Interest, i.ID, i.Title, "interest", settings)
	}
	for _, w := range c.Ways {
		add(place.Way, w.ID, w.Title, "way", settings)
	}
	for _, p := range c.Paces {
		add(place.Pace, p.ID, p.Title, "pace", settings)
	}
	for _, m := range c.Mixups {
		add(place.Mixup, m.ID, m.Says, "mix-up", settings)
	}
	for _, a := range c.Onboarding {
		add(place.Item, a.ID, a.Prompt, "first question", a.Pos)
	}
	lessons := c.Lessons
	if c.Placement != nil {
		lessons = append(slices.Clone(lessons), c.Placement)
	}
	for _, l := range lessons {
		add(place.Lesson, l.ID, l.Title, string(l.Kind), course.Pos{File: l.File, Line: 1, Col: 1})
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				add(place.Item, b.ID, b.Prompt, "question", b.Pos)
			case *course.Task:
				add(place.Item, b.ID, b.Title, "task", b.Pos)
			case *course.Ask:
				add(place.Item, b.ID, b.Prompt, "Ask", b.Pos)
			case *course.Extra:
				add(place.Item, b.ID, b.Title, "extra", b.Pos)
			case *course.Pool:
				add(place.Item, b.ID, b.Title, "pool", b.Pos)
			case course.Text, *course.Ways, *course.Section:
			}
		})
	}
	for _, card := range c.Cards {
		add(place.Item, card.ID, card.Front, "card", card.Pos)
	}
	return list
}

// fits reports whether a name can stand at a token of a kind.
func (n name) fits(kind place.Kind) bool {
	switch kind {
	case place.Either:
		return n.kind == place.Lesson || n.kind == place.Item
	case place.Need:
		return n.kind == place.Skill || n.kind == place.Lesson
	default:
		return n.kind == kind
	}
}

// find looks up what a token names. Of a path, or a heading of a lesson behind
// "#", it is the lesson.
func (f *folder) find(file string, t place.Token) (name, bool) {
	if t.Kind == place.File || t.Kind == place.Path {
		if n, ok := f.first(place.Lesson, t.Text); ok {
			return n, true
		}
		if i, ok := f.byFile[f.resolved(file, t)]; ok {
			return f.named[i], true
		}
		return name{}, false
	}
	if n, ok := f.first(t.Kind, t.Text); ok {
		return n, true
	}
	id, _, _ := strings.Cut(t.Text, "#")
	return f.first(t.Kind, id)
}

// first is the first name with an id that can stand at a token of a kind.
func (f *folder) first(kind place.Kind, id string) (name, bool) {
	for _, i := range f.byID[id] {
		if f.named[i].fits(kind) {
			return f.named[i], true
		}
	}
	return name{}, false
}

// resolved is the file that a path leads to, read as the loader reads links; in
// course.yaml paths begin at the course's folder, where it is.
func (f *folder) resolved(from string, t place.Token) string {
	if f.course == nil {
		return ""
	}
	return f.course.Target(from, t.Text).File
}

// describe says what a name stands for, in Markdown.
func (f *folder) describe(n name) string {
	c := f.course
	says := fmt.Sprintf("**%s** `%s`\n\n%s", n.is, n.id, n.title)
	switch n.kind {
	case place.Skill:
		for _, s := range c.Skills {
			if s.ID != n.id {
				continue
			}
			if len(s.Needs) > 0 {
				says += "\n\nneeds " + strings.Join(s.Needs, ", ")
			}
			var teach []string
			for _, l := range c.Lessons {
				if slices.Contains(l.Skills, s.ID) {
					teach = append(teach, l.ID)
				}
			}
			says += "\n\ntaught by " + orNone(teach)
		}
	case place.Lesson:
		if l := c.Lesson(n.id); l != nil {
			says += "\n\n" + l.File
			if len(l.Skills) > 0 {
				says += "\n\nteaches " + strings.Join(l.Skills, ", ")
			}
		}
	case place.Mixup:
		for _, m := range c.Mixups {
			if m.ID == n.id && m.Detour != "" {
				says += "\n\ndetour: " + m.Detour
			}
		}
	default: // its title says it
	}
	return says
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "no lesson"
	}
	return strings.Join(list, ", ")
}
