package course

import (
	"fmt"
	"path"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// setPath builds the road: the author's, that of SUMMARY.md, or the natural
// order of the files.
func (l *loader) setPath() {
	b := pathBuilder{l: l, at: map[*Lesson]Pos{}}
	switch {
	case len(l.config.Path) > 0:
		b.entries(l.config.Path, "", strictyaml.Scalar{}, false)
	case len(l.summary) > 0:
		b.chapters()
	default:
		b.natural()
	}
	l.course.Path = b.stops
}

// pathBuilder collects the stops of the road.
type pathBuilder struct {
	l     *loader
	stops []Stop
	at    map[*Lesson]Pos // lessons on the path, with their place
	forks map[string]string
}

// entries adds entries of course.yaml. Those of a module have its title and,
// besides their own rule, its rule.
func (b *pathBuilder) entries(entries []pathEntry, module string, when strictyaml.Scalar, inModule bool) {
	for i := 0; i < len(entries); i++ {
		e := entries[i]
		at := Pos{File: courseFile, Line: e.Line, Col: e.Col}
		if i+1 < len(entries) && e.Module.Text != "" && len(e.Lessons) == 0 && entries[i+1].onlyLessons() {
			i++
			e.Lessons = entries[i].Lessons
			b.l.fail(codePath, Pos{File: courseFile, Line: entries[i].Line, Col: entries[i].Col}, len("lessons"),
				fmt.Sprintf("the dash before this parts it from the module %s", named(e.Module.Text)), `write two spaces in place of "- "`)
		}
		kinds := 0
		for _, s := range []strictyaml.Scalar{e.Lesson, e.Module, e.Choose} {
			if s.Text != "" {
				kinds++
			}
		}
		switch {
		case e.onlyLessons():
			b.l.fail(codePath, at, len("lessons"), "these lessons have no module above them", `write "module:" with a title above, or the lessons alone, without "lessons:"`)
			b.entries(e.Lessons, module, when, inModule)
		case kinds == 0 && b.l.broken(e.Line):
			// The finding about it says enough.
		case kinds != 1:
			b.l.fail(codePath, at, 0, "an entry of the path has one of lesson, module and choose", "write the file of a lesson, or { module: title, lessons: [...] }")
		case e.Module.Text != "" && inModule:
			b.l.failScalar(codePath, courseFile, e.Module, "a module cannot stand in another module", "close the first module before it")
			b.entries(e.Lessons, b.l.scalarTitle(courseFile, e.Module), e.When, true)
		case e.Module.Text != "":
			b.module(e)
		case e.Choose.Text != "":
			b.fork(e, module, b.joinRules(when, e.When))
		default:
			b.misplaced(e)
			b.lesson(e.Lesson, Stop{Module: module, When: b.joinRules(when, e.When), Optional: e.Optional})
		}
	}
}

// onlyLessons reports the lessons of a module without the module.
func (e *pathEntry) onlyLessons() bool {
	return len(e.Lessons) > 0 && e.Lesson.Text == "" && e.Module.Text == "" && e.Choose.Text == ""
}

func (b *pathBuilder) module(e pathEntry) {
	if e.Optional || len(e.From) > 0 || e.Title != "" {
		b.misplaced(e)
	}
	if len(e.Lessons) == 0 && !b.l.broken(e.Line) {
		b.l.failScalar(codePath, courseFile, e.Module, "this module has no lessons", "list them under lessons")
	}
	b.entries(e.Lessons, b.l.scalarTitle(courseFile, e.Module), e.When, true)
}

// misplaced reports keys that mean nothing in the kind of entry they stand in.
func (b *pathBuilder) misplaced(e pathEntry) {
	at := Pos{File: courseFile, Line: e.Line, Col: e.Col}
	switch {
	case e.Lesson.Text != "" && (len(e.Lessons) > 0 || len(e.From) > 0 || e.Title != ""):
		b.l.fail(codePath, at, 0, "a lesson of the path has when and optional, nothing else", "its title stands in its own file")
	case e.Module.Text != "":
		b.l.fail(codePath, at, 0, "a module has lessons and when, nothing else", "")
	case e.Choose.Text != "" && len(e.Lessons) > 0:
		b.l.fail(codePath, at, 0, "a fork has choose, title, from, when and optional, nothing else", "write from instead of lessons")
	}
}

// lesson adds a stop for one lesson. What is only offered stays so on the path.
func (b *pathBuilder) lesson(s strictyaml.Scalar, stop Stop) {
	stop.Lesson = b.l.lessonAt(courseFile, s, codeLesson)
	if stop.Lesson == nil {
		return
	}
	if b.twice(stop.Lesson, scalarPos(courseFile, s)) {
		return
	}
	stop.Optional = stop.Optional || stop.Lesson.Kind == KindExtra
	b.stops = append(b.stops, stop)
}

// twice reports a lesson that is on the path already.
func (b *pathBuilder) twice(lesson *Lesson, at Pos) bool {
	first, on := b.at[lesson]
	if !on {
		b.at[lesson] = at
		return false
	}
	b.l.warn(codeTwiceOnPath, at, len(b.l.line(at.File, at.Line)), fmt.Sprintf("the lesson %s is on the path already, at line %d; it is taken once", named(lesson.ID), first.Line),
		"remove one of the two")
	return true
}

// fork adds a stop where the learner chooses.
func (b *pathBuilder) fork(e pathEntry, module string, when *Rule) {
	b.misplaced(e)
	c := &Choose{Title: b.l.boundTitle(oneLine(e.Title), Pos{File: courseFile, Line: e.Line, Col: e.Col}, 0)}
	for _, s := range e.From {
		if lesson := b.l.lessonAt(courseFile, s, codeLesson); lesson != nil && !b.twice(lesson, scalarPos(courseFile, s)) {
			c.From = append(c.From, lesson)
		}
	}
	at := Pos{File: courseFile, Line: e.Line, Col: e.Col}
	if len(c.From) == 0 {
		b.l.fail(codePath, at, 0, "there is nothing to choose from", "list lessons under from")
		return
	}
	c.Pick = b.l.whole(courseFile, "choose", e.Choose, 1, len(c.From), 1)
	c.ID = b.forkID(c)
	if c.Title == "" {
		c.Title = ForkTitle
	}
	b.stops = append(b.stops, Stop{Module: module, When: when, Optional: e.Optional, Choose: c})
}

// forkID makes an id of the fork's title or, without one, of its lessons.
func (b *pathBuilder) forkID(c *Choose) string {
	name := c.Title
	if name == "" {
		for _, lesson := range c.From {
			name += " " + lesson.ID
		}
	}
	if b.forks == nil {
		b.forks = map[string]string{}
	}
	id := freeID(b.forks, Slug("choose "+name))
	b.forks[id] = id
	return id
}

// joinRules is the rule that both rules hold. Each of the two is checked where
// it stands.
func (b *pathBuilder) joinRules(outer, inner strictyaml.Scalar) *Rule {
	x, y := ruleOf(courseFile, outer), ruleOf(courseFile, inner)
	switch {
	case x == nil:
		return y
	case y == nil:
		return x
	}
	both := &Rule{Source: "(" + x.Source + ") and (" + y.Source + ")", Pos: y.Pos}
	if b.l.joined == nil {
		b.l.joined = map[*Rule]*[2]*Rule{}
	}
	b.l.joined[both] = &[2]*Rule{x, y}
	return both
}

// chapters takes the order of SUMMARY.md.
func (b *pathBuilder) chapters() {
	for _, e := range b.l.summary {
		p := b.l.byFile[e.file]
		if p == nil || p.lesson == nil || p.doc.kind == KindPlacement {
			continue
		}
		b.at[p.lesson] = e.pos
		b.stops = append(b.stops, Stop{Module: e.module, Lesson: p.lesson, Optional: p.lesson.Kind == KindExtra})
	}
}

// natural takes the order of the files, with folders as modules. Detours are
// left to the branches that lead to them, extras are offered.
func (b *pathBuilder) natural() {
	var lessons []*Lesson
	for _, lesson := range b.l.course.Lessons {
		if lesson.Kind != KindDetour {
			lessons = append(lessons, lesson)
		}
	}
	base := commonFolder(lessons)
	for _, lesson := range lessons {
		b.stops = append(b.stops, Stop{
			Module:   b.l.moduleOf(path.Dir(lesson.File), base),
			Lesson:   lesson,
			Optional: lesson.Kind == KindExtra,
		})
	}
}

// commonFolder is the folder that all lessons lie in; it makes no module.
func commonFolder(lessons []*Lesson) string {
	base := ""
	for i, lesson := range lessons {
		dir := path.Dir(lesson.File)
		if i == 0 {
			base = dir
		}
		for base != "." && dir != base && !strings.HasPrefix(dir, base+"/") {
			base = path.Dir(base)
		}
	}
	return base
}

// moduleOf is the title of a folder below base: that of its README or index,
// or its name, after the titles of the folders above it.
func (l *loader) moduleOf(dir, base string) string {
	if dir == base || dir == "." {
		return ""
	}
	title, ok := l.modules[dir]
	if ok {
		return title
	}
	for _, file := range []string{"README.md", "readme.md", "index.md"} {
		if p := l.byFile[path.Join(dir, file)]; p != nil && title == "" {
			title = cutTitle(oneLine(p.parsed.Title))
		}
	}
	if title == "" {
		title = titleOfName(dir + "/")
	}
	if above := l.moduleOf(path.Dir(dir), base); above != "" {
		title = above + ": " + title
	}
	if l.modules == nil {
		l.modules = map[string]string{}
	}
	l.modules[dir] = title
	return title
}
