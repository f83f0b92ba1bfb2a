package course

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// setStart finds the onboarding and the placement test.
func (l *loader) setStart() {
	l.course.Onboarding = builtInOnboarding(l.course)
	if p := l.startPage(l.config.Start, "start", KindOnboarding); p != nil {
		l.takeOnboarding(p)
	}
	if p := l.startPage(l.config.Placement, "placement", KindPlacement); p != nil {
		l.course.Placement = p.lesson
	}
}

// startPage is the page that course.yaml names or, when it names none, the
// first of its kind.
func (l *loader) startPage(s strictyaml.Scalar, key string, kind LessonKind) *page {
	var found *page
	for _, p := range l.pages {
		if p.doc.kind != kind {
			continue
		}
		if found == nil {
			found = p
			continue
		}
		l.warn(codeStart, Pos{File: p.file}, 0, fmt.Sprintf("a course has one file of kind %s, and it is %s; this one is not used", kind, found.file), "name it in course.yaml, or give it another kind")
		delete(l.byID, p.doc.id)
	}
	if s.Text != "" && l.byFile[path.Clean(s.Text)] == nil {
		l.failScalar(codeStart, courseFile, s, fmt.Sprintf("%s names %s, which is not a Markdown file of the course", key, named(s.Text)), l.nearFile(courseFile, s.Text))
	}
	return found
}

// link turns the names and paths of the course into ids.
func (l *loader) link() {
	l.ownSkills()
	l.uniqueIDs()
	known := l.names()
	l.linkSkills(known)
	for i, e := range l.mixupEntries() {
		if lesson := l.lessonAt(courseFile, e.Detour, codeLesson); lesson != nil {
			l.course.Mixups[i].Detour = lesson.ID
		}
	}
	for _, p := range l.pages {
		l.linkFront(p, known)
		if p.lesson != nil {
			l.linkLesson(p, known)
		}
		l.checkLinks(p)
	}
	l.linkCards(known)
	l.linkRules()
	l.linkTasks()
}

// mixupEntries are the entries of course.yaml that became mix-ups, in order.
func (l *loader) mixupEntries() []mixupEntry {
	var list []mixupEntry
	for _, e := range l.config.Mixups {
		if !badID(e.Key) {
			list = append(list, e.Value)
		}
	}
	return list
}

// ownSkills gives a course that declares no skills those that its lessons
// name, and the questions of a lesson with one skill that skill.
func (l *loader) ownSkills() {
	declare := len(l.course.Skills) == 0
	seen := map[string]bool{}
	use := func(skills []string) {
		for _, id := range skills {
			if declare && !seen[id] && !badID(id) {
				seen[id] = true
				l.course.Skills = append(l.course.Skills, Skill{ID: id, Title: titleOfName(id)})
			}
		}
	}
	for _, lesson := range l.allLessons() {
		use(lesson.Skills)
		lesson.eachQuestion(func(q *Question) {
			if len(q.Skills) == 0 && len(lesson.Skills) == 1 {
				q.Skills = lesson.Skills
			}
			use(q.Skills)
		})
		eachBlock(lesson.Blocks, func(b Block) {
			if t, ok := b.(*Task); ok {
				if len(t.Skills) == 0 && len(lesson.Skills) == 1 {
					t.Skills = lesson.Skills
				}
				use(t.Skills)
			}
		})
	}
	for _, c := range l.course.Cards {
		use(c.Skills)
	}
}

// linkSkills checks the skills that course.yaml names.
func (l *loader) linkSkills(known *nameIndex) {
	for _, e := range l.config.Skills {
		for _, s := range e.Value.Needs {
			if !known.skill[s.Text] {
				l.failScalar(codeNeeds, courseFile, s, fmt.Sprintf("there is no skill %s", named(s.Text)), l.suggest(s.Text, known.skills))
			}
		}
	}
	for _, e := range l.config.Goals {
		for _, s := range e.Value.Skills {
			if !known.skill[s.Text] {
				l.failScalar(codeSkill, courseFile, s, fmt.Sprintf("there is no skill %s", named(s.Text)), l.suggest(s.Text, known.skills))
			}
		}
	}
	c := l.course
	for i := range c.Skills {
		c.Skills[i].Needs = known.onlySkills(c.Skills[i].Needs)
	}
	for i := range c.Goals {
		c.Goals[i].Skills = known.onlySkills(c.Goals[i].Skills)
	}
}

// linkFront checks the skills that the front matter of a page names.
func (l *loader) linkFront(p *page, known *nameIndex) {
	for _, s := range p.front.Skills {
		if !known.skill[s.Text] {
			l.report(l.frontSeverity(), codeSkill, scalarPos(p.file, s), len(s.Text), fmt.Sprintf("there is no skill %s", named(s.Text)), l.suggest(s.Text, known.skills))
		}
	}
}

// linkLesson resolves what one lesson names.
func (l *loader) linkLesson(p *page, known *nameIndex) {
	lesson := p.lesson
	lesson.Skills = known.onlySkills(lesson.Skills)
	for _, s := range p.front.Needs {
		if id, ok := l.need(p.file, s, known); ok && !slices.Contains(lesson.Needs, id) {
			lesson.Needs = append(lesson.Needs, id)
			if p.needs == nil {
				p.needs = map[string]strictyaml.Scalar{}
			}
			p.needs[id] = s
		}
	}
	for _, e := range p.front.Next {
		l.linkNext(p, e, known)
	}
	eachBlock(lesson.Blocks, func(b Block) { l.linkBlock(p, b, known) })
}

// need resolves what comes first: a skill, or a lesson by id or file.
func (l *loader) need(file string, s strictyaml.Scalar, known *nameIndex) (string, bool) {
	if known.skill[s.Text] {
		return s.Text, true
	}
	if lesson := l.byID[s.Text]; lesson != nil {
		return lesson.ID, true
	}
	if strings.ContainsAny(s.Text, "/.") {
		if lesson := l.lessonAt(file, s, codeNeeds); lesson != nil {
			return lesson.ID, true
		}
		return "", false
	}
	l.report(l.frontSeverity(), codeNeeds, scalarPos(file, s), len(s.Text), fmt.Sprintf("%s is neither a skill nor a lesson", named(s.Text)),
		l.suggest(s.Text, append(l.lessonIDs(), known.skills...)))
	return "", false
}

func (l *loader) linkNext(p *page, e nextEntry, known *nameIndex) {
	if e.Col == 0 {
		return // it is no mapping, which was said when it was read
	}
	at := Pos{File: p.file, Line: e.Line, Col: e.Col}
	n := 0
	for _, s := range []strictyaml.Scalar{e.Detour, e.Go, e.Ask} {
		if s.Text != "" {
			n++
		}
	}
	if n != 1 {
		l.report(l.frontSeverity(), codeNext, at, 0, "an entry of next leads to one thing: detour, go or ask", "write { when: RULE, detour: FILE }")
		return
	}
	rule := NextRule{When: ruleOf(p.file, e.When), Pos: at}
	switch {
	case e.Ask.Text != "":
		if !known.ask[e.Ask.Text] {
			l.failScalar(codeAsk, p.file, e.Ask, fmt.Sprintf("there is no Ask %s", named(e.Ask.Text)), l.suggest(e.Ask.Text, known.asks))
			return
		}
		rule.Ask = e.Ask.Text
	case e.Detour.Text != "":
		lesson := l.lessonAt(p.file, e.Detour, codeLesson)
		if lesson == nil {
			return
		}
		rule.Detour = lesson.ID
	default:
		lesson := l.lessonAt(p.file, e.Go, codeLesson)
		if lesson == nil {
			return
		}
		rule.Go = lesson.ID
	}
	p.lesson.Next = append(p.lesson.Next, rule)
}

func (l *loader) linkBlock(p *page, b Block, known *nameIndex) {
	switch b := b.(type) {
	case *Question:
		b.Skills = l.itemSkills(p, b.Skills, b.Pos, known)
		b.eachReply(func(r *Reply) { l.linkReply(p.file, r, known) })
	case *Task:
		b.Skills = l.itemSkills(p, b.Skills, b.Pos, known)
	case *Ways:
		for _, w := range b.List {
			l.checkWay(w)
		}
	case Text, *Section, *Extra, *Pool, *Ask:
	}
}

// itemSkills keeps the skills of a question, task or card that are declared. Of one
// that its page names there is a finding in the front matter.
func (l *loader) itemSkills(p *page, skills []string, at Pos, known *nameIndex) []string {
	for _, id := range skills {
		if !known.skill[id] {
			pos, n := l.find(at, id)
			if n == 0 && slices.ContainsFunc(p.front.Skills, func(s strictyaml.Scalar) bool { return s.Text == id }) {
				continue
			}
			l.fail(codeSkill, pos, n, fmt.Sprintf("there is no skill %s", named(id)), l.suggest(id, known.skills))
		}
	}
	return known.onlySkills(skills)
}

// linkReply resolves the road that an answer takes.
func (l *loader) linkReply(file string, r *Reply, known *nameIndex) {
	if r.Mixup != "" && !known.mixup[r.Mixup] {
		pos, n := l.find(r.MixupPos, r.Mixup)
		l.fail(codeMixup, pos, n, fmt.Sprintf("there is no mix-up %s", named(r.Mixup)), orElse(l.suggest(r.Mixup, known.mixups), "declare it under mixups in course.yaml"))
		r.Mixup = ""
	}
	for _, to := range []*string{&r.Detour, &r.Go} {
		if *to == "" {
			continue
		}
		pos, n := l.find(r.RoadPos, *to)
		lesson := l.lessonNamed(file, *to, pos, n, codeLesson)
		*to = ""
		if lesson != nil {
			*to = lesson.ID
		}
	}
}

// checkWay compares an explanation with the ways of the course.
func (l *loader) checkWay(w Way) {
	ways := l.course.Ways
	if len(ways) == 0 || slices.ContainsFunc(ways, func(c Choice) bool { return c.ID == w.Key }) {
		return
	}
	var ids []string
	for _, c := range ways {
		ids = append(ids, c.ID)
	}
	l.warn(codeWay, w.keyPos, w.keyLen, fmt.Sprintf("%s is not among the ways of the course, so nobody can prefer it", named(w.Key)),
		orElse(l.suggest(w.Key, ids), "write <!-- way: NAME --> with one of "+strings.Join(ids, ", ")))
}

// linkCards resolves what cards name.
func (l *loader) linkCards(known *nameIndex) {
	for i := range l.course.Cards {
		c := &l.course.Cards[i]
		c.Skills = l.itemSkills(l.byFile[c.Pos.File], c.Skills, c.Pos, known)
		if c.After == "" {
			continue
		}
		lesson := l.lessonNamed(c.Pos.File, c.After, c.afterPos, len(c.After), codeLesson)
		c.After = ""
		if lesson != nil {
			c.After = lesson.ID
		}
	}
}

// checkLinks looks for the files that the links and images of a page lead to.
func (l *loader) checkLinks(p *page) {
	for _, k := range p.parsed.Links {
		target, inside := l.target(p.file, k.To)
		if inside {
			if _, ok := l.existing(strings.TrimSuffix(target, "/")); ok {
				continue
			}
		}
		code, what, near := codeDeadLink, "link", l.nearFile
		if k.Image {
			code, what, near = codeDeadImage, "image", l.nearImage
		}
		pos, n := l.find(k.Pos, k.To)
		if !inside {
			l.warn(code, pos, n, fmt.Sprintf("this %s leads out of the course's folder: %s", what, named(k.To)), "put the file into the folder")
			continue
		}
		l.warn(code, pos, n, fmt.Sprintf("this %s leads to %s, which is not there", what, named(k.To)), near(p.file, k.To))
	}
}

// elsewhere reports a link that leads to no file of the course: to a place in
// the same page, or to the web.
func elsewhere(to string) bool {
	return to == "" || to[0] == '#' || to[0] == '?' || hasScheme(to) || strings.HasPrefix(to, "//")
}

// toFiles returns the links that may lead to a file.
func toFiles(links []link) []link {
	var files []link
	for _, k := range links {
		if !elsewhere(k.To) {
			files = append(files, k)
		}
	}
	return files
}

// hasScheme reports a link to somewhere else, such as https: or mailto:.
func hasScheme(to string) bool {
	scheme, _, found := strings.Cut(to, ":")
	return found && !strings.ContainsAny(scheme, "/#?")
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
