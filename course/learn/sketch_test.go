package learn_test

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// sketch is a random course as its author keeps it, to be changed and written
// out again.
type sketch struct {
	lessons   []*lessonSketch // path, forks, detours and extras
	path      []string        // ids of lessons; "fork" is the fork, "when ID" a lesson under a rule
	fork      []string
	placement *lessonSketch
	asks      []string // of the onboarding
	skills    int
	cards     int // on the first skills, and as many terms
	session   int // minutes
	skipKnown string
	made      int // numbers ids, so that none comes twice
}

type lessonSketch struct {
	id, kind, file string
	needs          []string
	when, skip     string
	next           []string // as written in the front matter
	parts          []*part
	title, skill   string
	minutes        int
	optional       bool
}

// part is one thing in a lesson, under a heading of level two.
type part struct {
	kind  string // text, question, ask, task, extra, pool, section, ways
	id    string
	rule  string
	inner []*part // questions of an extra, a pool or a section
	pick  int

	meaning int // of a question: another number is another question
	wording int // what does not change the meaning
	form    string
	skill   string
	tries   int
	level   string
	leads   string // reply lines of the wrong answer
	close   string // reply lines of the answer that is close
}

// sketcher draws sketches.
type sketcher struct {
	t *rapid.T
	s *sketch
}

func (d sketcher) chance(n int) bool { return rapid.IntRange(0, n-1).Draw(d.t, "chance") == 0 }

func (d sketcher) upTo(n int) int { return rapid.IntRange(0, n).Draw(d.t, "n") }

func (d sketcher) id(kind string) string {
	d.s.made++
	return fmt.Sprintf("%s%d", kind, d.s.made)
}

func oneOf[T any](d sketcher, list []T) T { return rapid.SampledFrom(list).Draw(d.t, "of") }

const skillCount, mixupCount = 3, 4

// drawCourse draws a course: lessons, detours from detours, mix-ups, next rules
// that go in circles, forks, needs that need each other, pools, extras and
// sections that come and go.
func drawCourse(t *rapid.T) *sketch {
	d := sketcher{t: t, s: &sketch{skills: skillCount}}
	s := d.s
	s.cards, s.session = d.upTo(3), oneOf(d, []int{2, 25})
	switch d.upTo(5) {
	case 0:
		s.skills = 0 // each lesson has one of its own
	case 1:
		s.skills = 2 * skillCount // enough to draw a placement test
	}
	s.skipKnown = oneOf(d, []string{"never", "offer", "always"})
	for i := range 1 + d.upTo(3) {
		s.lessons = append(s.lessons, &lessonSketch{id: fmt.Sprintf("l%d", i), kind: "lesson"})
	}
	if s.skills > skillCount {
		s.lessons = append(s.lessons, d.everySkill())
	}
	for i := range d.upTo(4) {
		s.lessons = append(s.lessons, &lessonSketch{id: fmt.Sprintf("d%d", i), kind: "detour"})
	}
	if d.chance(3) {
		s.lessons = append(s.lessons, &lessonSketch{id: "x0", kind: "extra"}, &lessonSketch{id: "p0", kind: "project"}, &lessonSketch{id: "p1", kind: "project"})
		s.fork = []string{"p0", "p1"}
	}
	for _, l := range s.lessons {
		l.file = l.id + ".md"
		if l.kind == "lesson" || l.kind == "extra" {
			s.path = append(s.path, l.id)
		}
	}
	if s.fork != nil {
		s.path = append(s.path, "fork")
	}
	if d.chance(3) {
		s.placement = &lessonSketch{id: "placement", kind: "placement", file: "placement.md"}
		for range d.upTo(3) {
			s.placement.parts = append(s.placement.parts, oneOf(d, []func() *part{d.question, d.text, d.ask})())
		}
	}
	for _, a := range []string{"goal", "pace", "interests"} {
		if d.chance(2) {
			s.asks = append(s.asks, a)
		}
	}
	for _, l := range s.lessons {
		for range d.upTo(4) {
			l.parts = append(l.parts, d.part())
		}
	}
	for _, l := range s.lessons {
		d.rules(l)
	}
	return s
}

// everySkill is a lesson with a question on every skill.
func (d sketcher) everySkill() *lessonSketch {
	l := &lessonSketch{id: "all", kind: "lesson"}
	for i := range d.s.skills {
		q := d.question()
		q.skill = fmt.Sprintf("k%d", i)
		l.parts = append(l.parts, q)
	}
	return l
}

// rules gives a lesson what depends on the others.
func (d sketcher) rules(l *lessonSketch) {
	l.title = strings.ToUpper(l.id)
	l.minutes = d.upTo(1) * 40
	if d.chance(3) {
		l.skill = d.skill()
	}
	if d.chance(4) {
		l.needs = append(l.needs, oneOf(d, append(d.lessonIDs(), d.skill())))
	}
	if d.chance(5) {
		l.when = d.rule()
	}
	if d.chance(4) {
		l.skip = d.rule()
	}
	for range d.upTo(2) {
		then := "detour: " + d.file()
		switch d.upTo(3) {
		case 0:
			then = "go: " + d.file()
		case 1:
			if len(d.s.asks) > 0 {
				then = "ask: " + oneOf(d, d.s.asks)
			}
		}
		if d.chance(2) {
			then = "when: '" + d.rule() + "', " + then
		}
		l.next = append(l.next, "{ "+then+" }")
	}
}

func (d sketcher) skill() string { return fmt.Sprintf("k%d", d.upTo(max(d.s.skills, 1)-1)) }

func (d sketcher) lessonIDs() []string {
	var ids []string
	for _, l := range d.s.lessons {
		ids = append(ids, l.id)
	}
	return ids
}

func (d sketcher) file() string { return oneOf(d, d.s.lessons).file }

// rule is one that flips by what the learner does.
func (d sketcher) rule() string {
	lesson := oneOf(d, d.s.lessons).id
	of := []string{
		fmt.Sprintf("mastery.%s < 0.5", d.skill()), fmt.Sprintf("mastery.%s >= 0.3", d.skill()), "score < 0.6", "score >= 0.5",
		fmt.Sprintf("seen.%s", lesson), fmt.Sprintf("not seen.%s", lesson), fmt.Sprintf("mixup.m%d", d.upTo(mixupCount-1)),
		fmt.Sprintf("days_since.%s > 1", lesson), `goal == "g0"`, `"i0" in interests`, `pace == "fast"`,
	}
	if ids := d.s.questions(); len(ids) > 0 {
		q := oneOf(d, ids)
		of = append(of, "right."+q, "not right."+q, "tries."+q+" < 1", "tries."+q+" >= 1", "seen."+q)
	}
	return oneOf(d, of)
}

func (d sketcher) part() *part {
	switch d.upTo(9) {
	case 0:
		return d.text()
	case 1:
		return d.ask()
	case 2:
		return &part{kind: "task", id: d.id("t"), wording: d.upTo(1)}
	case 3:
		return &part{kind: "extra", id: d.id("e"), inner: d.questions(2)}
	case 4:
		p := &part{kind: "pool", id: d.id("o"), inner: append(d.questions(2), d.question())}
		p.pick = 1 + d.upTo(len(p.inner)-1)
		return p
	case 5:
		return &part{kind: "section", id: d.id("s"), rule: d.rule(), inner: d.questions(2)}
	case 6:
		return &part{kind: "ways", id: d.id("w")}
	}
	return d.question()
}

func (d sketcher) text() *part { return &part{kind: "text", id: d.id("h")} }

func (d sketcher) ask() *part { return &part{kind: "ask", id: d.id("a"), wording: d.upTo(1)} }

func (d sketcher) questions(most int) []*part {
	var list []*part
	for range d.upTo(most) {
		list = append(list, d.question())
	}
	return list
}

func (d sketcher) question() *part {
	q := &part{kind: "question", id: d.id("q"), form: oneOf(d, []string{"one", "many", "typed", "order"}), skill: d.skill(), tries: 1 + d.upTo(2), level: oneOf(d, []string{"easy", "normal", "hard"})}
	if d.chance(2) {
		q.leads = d.leads()
	}
	if d.chance(4) {
		q.close = d.leads()
	}
	if d.chance(6) && len(d.s.questions()) > 0 {
		q.rule = d.rule()
	}
	return q
}

func (d sketcher) leads() string {
	switch d.upTo(3) {
	case 0:
		return "Detour: [there](" + d.file() + ")"
	case 1:
		return "Go to: [there](" + d.file() + ")"
	}
	return fmt.Sprintf("Mix-up: m%d", d.upTo(mixupCount-1))
}

// each visits every part, in lessons and inside other parts.
func (s *sketch) each(visit func(*part)) {
	lessons := s.lessons
	if s.placement != nil {
		lessons = append(slices.Clone(lessons), s.placement)
	}
	for _, l := range lessons {
		for _, p := range l.parts {
			visit(p)
			for _, in := range p.inner {
				visit(in)
			}
		}
	}
}

func (s *sketch) questions() []string {
	var ids []string
	s.each(func(p *part) {
		if p.kind == "question" {
			ids = append(ids, p.id)
		}
	})
	return ids
}
