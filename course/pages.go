package course

import (
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/cairn-learn/cairn/internal/each"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// page is one Markdown file of the course.
type page struct {
	file     string
	doc      document
	head     *head // nil without front matter
	front    frontMatter
	problems []strictyaml.Problem // of the front matter, counted from its first line
	parsed   parsed
	diags    []Diag // of the body
	title    string
	lesson   *Lesson                      // nil for onboarding, cards and glossary
	needs    map[string]strictyaml.Scalar // where the front matter names each id of lesson.Needs
}

// readPages reads every Markdown file that belongs to the course. Files are
// taken apart side by side, and put together in their order.
func (l *loader) readPages() {
	wanted := l.wantedFiles()
	l.folder.leaveTaskFiles(wanted)
	for _, file := range l.folder.markdown {
		if isBoilerplate(file) && !wanted[file] && len(l.folder.markdown) > 1 {
			continue
		}
		p := &page{file: file, doc: document{file: file, src: l.folder.texts[file], parsers: l.parsers, places: l.depth == placed, plain: l.plain}}
		l.pages = append(l.pages, p)
		l.byFile[file] = p
	}
	each.Of(len(l.pages), func(i int) { l.pages[i].decodeFront() })
	for _, p := range l.pages {
		l.reportFront(p)
		p.doc.kind = l.kind(p)
	}
	l.giveIDs()
	l.shareTangle()
	var heavy sync.Mutex
	for some := range slices.Chunk(l.pages, 256) { // so that few findings wait to be counted
		each.Of(len(some), func(i int) {
			p := some[i]
			if p.doc.heavy() {
				heavy.Lock() // two of them at once take more memory than a small machine has
				defer heavy.Unlock()
				defer runtime.GC() // and so does what one leaves behind when the next comes
			}
			p.parsed, p.diags = parseBody(&p.doc, l.defaults)
			p.parsed.Links = toFiles(p.parsed.Links) // of ten thousand lessons, the others take megabytes
		})
		for _, p := range some {
			l.takeBody(p)
		}
	}
}

// wantedFiles are the files that course.yaml and SUMMARY.md name. Files about
// the folder are part of the course only if they are among them, or if there is
// nothing else.
func (l *loader) wantedFiles() map[string]bool {
	wanted := map[string]bool{}
	for file := range l.summaryTitles {
		wanted[file] = true
	}
	var add func(entries []pathEntry)
	add = func(entries []pathEntry) {
		for _, e := range entries {
			wanted[path.Clean(e.Lesson.Text)] = true
			for _, s := range e.From {
				wanted[path.Clean(s.Text)] = true
			}
			add(e.Lessons)
		}
	}
	add(l.config.Path)
	wanted[path.Clean(l.config.Start.Text)] = true
	wanted[path.Clean(l.config.Placement.Text)] = true
	return wanted
}

// kind is what a file is for.
func (l *loader) kind(p *page) LessonKind {
	switch {
	case l.config.Start.Text != "" && path.Clean(l.config.Start.Text) == p.file:
		return KindOnboarding
	case l.config.Placement.Text != "" && path.Clean(l.config.Placement.Text) == p.file:
		return KindPlacement
	}
	kinds := []string{string(KindLesson), string(KindOnboarding), string(KindPlacement), string(KindDetour),
		string(KindExtra), string(KindProject), string(KindCards), string(KindGlossary)}
	k := p.front.Kind
	if k.Text == "" || slices.Contains(kinds, k.Text) {
		return orDefaultKind(LessonKind(k.Text))
	}
	hint := l.suggest(k.Text, kinds)
	if hint == "" {
		hint = "the kinds are " + strings.Join(kinds, ", ")
	}
	l.report(l.frontSeverity(), codeKind, scalarPos(p.file, k), len(k.Text), named(k.Text)+" is no kind of file; it is taken for a lesson", hint)
	return KindLesson
}

func orDefaultKind(k LessonKind) LessonKind {
	if k == "" {
		return KindLesson
	}
	return k
}

// giveIDs gives every page its id: the author's, or one made of the file name.
func (l *loader) giveIDs() {
	taken := map[string]string{} // id to file
	for _, p := range l.pages {
		id := p.front.ID
		if id.Text == "" || !l.goodID(p.file, id) {
			continue
		}
		if first, ok := taken[id.Text]; ok {
			l.report(l.frontSeverity(), codeRepeatedID, scalarPos(p.file, id), len(id.Text),
				fmt.Sprintf("the id %s is that of %s already", named(id.Text), named(first)), "give each file an id of its own")
			continue
		}
		p.doc.id, taken[id.Text] = id.Text, p.file
	}
	for _, p := range l.pages {
		if p.doc.id != "" {
			continue
		}
		id := idOfFile(p.file)
		if first, ok := taken[id]; ok {
			id = freeID(taken, Slug(path.Dir(p.file)+" "+id))
			if p.front.ID.Text == "" && isLessonKind(p.doc.kind) {
				l.warn(codeDerivedID, Pos{File: p.file}, 0,
					fmt.Sprintf("this file has the same name as %s, so its id is %s; the progress of learners hangs on it", named(first), named(id)),
					"write an id into the front matter of both")
			}
		}
		p.doc.id, taken[id] = id, p.file
	}
}

// freeID is want, or the first free of want-2, want-3 and so on.
func freeID(taken map[string]string, want string) string {
	id := want
	for n := 2; ; n++ {
		if _, ok := taken[id]; !ok && id != "" {
			return id
		}
		id = fmt.Sprintf("%s-%d", want, n)
	}
}

// goodID reports whether an id can be used: one word that a rule and a link
// can hold.
func (l *loader) goodID(file string, s strictyaml.Scalar) bool {
	if !badID(s.Text) {
		return true
	}
	l.report(l.severityIn(file), codeBadID, scalarPos(file, s), len(s.Text),
		"an id is one word without quotes, brackets and #", fmt.Sprintf("write %s", named(Slug(s.Text))))
	return false
}

// goodKey is goodID for a key of course.yaml.
func (l *loader) goodKey(key string, line, col int) bool {
	return l.goodID(courseFile, strictyaml.Scalar{Text: key, Line: line, Col: col})
}

func badID(id string) bool {
	return id == "" || len(id) > 100 || strings.ContainsAny(id, " \t\n\"'[]{}`\\#") || hasControl(id)
}

func isLessonKind(k LessonKind) bool {
	return k == KindLesson || k == KindDetour || k == KindExtra || k == KindProject
}

// takeBody adds the body of a page to the course.
func (l *loader) takeBody(p *page) {
	for _, d := range p.diags {
		if d.Code != codeDerivedID || !l.derived || !l.plain { // a plain folder is told once
			l.add(d)
		}
		l.derived = l.derived || d.Code == codeDerivedID
	}
	p.diags = nil
	p.title = l.titleOf(p)
	l.course.Cards = append(l.course.Cards, l.cardsOf(p)...)
	l.course.Glossary = append(l.course.Glossary, p.parsed.Entries...)
	switch p.doc.kind {
	case KindCards, KindGlossary, KindOnboarding:
		return
	case KindLesson, KindDetour, KindExtra, KindProject, KindPlacement:
	}
	p.lesson = &Lesson{
		ID: p.doc.id, Title: p.title, Kind: p.doc.kind, File: p.file,
		Skills:  texts(p.front.Skills),
		Minutes: l.minutes(p.file, "minutes", p.front.Minutes, 0),
		When:    ruleOf(p.file, p.front.When), Skip: ruleOf(p.file, p.front.Skip),
		Blocks: p.parsed.Blocks,
	}
	l.byID[p.lesson.ID] = p.lesson
	if p.doc.kind != KindPlacement {
		l.course.Lessons = append(l.course.Lessons, p.lesson)
	}
	if stop := l.stopPolicy(p); p.doc.kind == KindPlacement {
		p.lesson.StopWhen = stop
	}
}

// stopPolicy is when the placement test of a page ends. A value that cannot be
// is reported in a page of any kind.
func (l *loader) stopPolicy(p *page) StopPolicy {
	return StopPolicy(l.oneOf(p.file, "stop", p.front.Stop, string(StopWhenClear), string(StopWhenClear), string(StopAtEnd)))
}

// cardsOf gives the cards of a page the skills of the page where they name
// none.
func (l *loader) cardsOf(p *page) []Card {
	for i := range p.parsed.Cards {
		if c := &p.parsed.Cards[i]; len(c.Skills) == 0 {
			c.Skills = texts(p.front.Skills)
		}
	}
	return p.parsed.Cards
}

// titleOf is the title of a page: the author's, the first heading, the words
// SUMMARY.md has for it, or its file name.
func (l *loader) titleOf(p *page) string {
	if title := l.scalarTitle(p.file, p.front.Title); title != "" {
		return title
	}
	at := p.parsed.TitlePos
	at.File = p.file
	for _, title := range []string{p.parsed.Title, l.summaryTitles[p.file], titleOfName(p.file)} {
		if title = oneLine(title); title != "" {
			return l.boundTitle(title, at, 0)
		}
	}
	return p.doc.id
}

func ruleOf(file string, s strictyaml.Scalar) *Rule {
	if strings.TrimSpace(s.Text) == "" {
		return nil
	}
	return &Rule{Source: s.Text, Pos: scalarPos(file, s)}
}

// setTitle gives a course without a title that of its README, its SUMMARY.md
// or the first lesson of its road.
func (l *loader) setTitle() {
	c := l.course
	for _, file := range l.folder.markdown {
		if c.Title == "" && isIndex(file) && path.Dir(file) == "." {
			c.Title = l.firstHeading(file)
		}
	}
	if c.Title == "" {
		c.Title = cutTitle(oneLine(l.heading))
	}
	if c.Title == "" && len(c.Path) > 0 && c.Path[0].Lesson != nil {
		c.Title = c.Path[0].Lesson.Title
	}
	if c.Title == "" {
		c.Title = orName("", l.name)
	}
}

// firstHeading is the title of a file that may be no page.
func (l *loader) firstHeading(file string) string {
	p, ok := l.byFile[file]
	if !ok {
		p = &page{file: file, doc: document{file: file, src: l.folder.texts[file], kind: KindLesson, id: idOfFile(file)}}
		if h, cut := cutHead(p.doc.src); cut {
			p.doc.body = h.body
			cleanYAML().Decode([]byte(h.text), &p.front)
		}
		p.parsed, _ = parseBody(&p.doc, l.defaults)
	}
	if title := oneLine(p.front.Title.Text); title != "" {
		return cutTitle(title)
	}
	return cutTitle(oneLine(p.parsed.Title))
}
