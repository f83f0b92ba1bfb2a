package course

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/each"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// check looks at the course as a whole, once everything in it has its id.
func (l *loader) check() {
	l.proveLessons()
	l.checkNeeds()
	l.checkSkills()
	r := l.roads()
	l.checkReached(r)
	l.checkDetours(r)
	l.checkEnd()
}

// proveLessons proves the answers of every question, lessons side by side.
func (l *loader) proveLessons() {
	lessons := l.allLessons()
	found := make([][]Diag, len(lessons))
	each.Of(len(lessons), func(i int) {
		lessons[i].eachQuestion(func(q *Question) { found[i] = append(found[i], proveAnswers(q)...) })
	})
	for _, diags := range found {
		for _, d := range diags {
			l.add(d)
		}
	}
}

// checkNeeds reports skills and lessons that need themselves.
func (l *loader) checkNeeds() {
	var skills, lessons graph
	for _, s := range l.course.Skills {
		for _, need := range s.Needs {
			skills.add(s.ID, need)
		}
	}
	for _, way := range skills.cycles() {
		at, n := l.skillNeed(way[0], way[1])
		l.fail(codeCycle, at, n, "these skills need each other: "+arrows(way), "take one of the needs away")
	}
	for _, lesson := range l.course.Lessons {
		for _, need := range lesson.Needs {
			if l.byID[need] != nil {
				lessons.add(lesson.ID, need)
			}
		}
	}
	for _, way := range lessons.cycles() {
		p := l.byFile[l.byID[way[0]].File]
		at := p.needs[way[1]]
		l.fail(codeCycle, scalarPos(p.file, at), len(at.Text), "these lessons need each other: "+arrows(way), "take one of the needs away")
	}
}

// skillNeed is where course.yaml says that a skill needs another.
func (l *loader) skillNeed(skill, need string) (Pos, int) {
	for _, e := range l.config.Skills {
		if e.Key != skill {
			continue
		}
		for _, s := range e.Value.Needs {
			if s.Text == need {
				return scalarPos(courseFile, s), len(need)
			}
		}
	}
	return Pos{File: courseFile}, 0
}

// arrows writes a way through names, cut in the middle when it is long.
func arrows(way []string) string {
	const most = 8
	if len(way) > most {
		way = append(append(way[:most-2:most-2], "…"), way[len(way)-1])
	}
	return strings.Join(way, " → ")
}

// checkSkills reports declared skills that the course never teaches or checks.
func (l *loader) checkSkills() {
	taught, checked := map[string]bool{}, map[string]bool{}
	mark := func(set map[string]bool, skills []string) {
		for _, s := range skills {
			set[s] = true
		}
	}
	for _, lesson := range l.allLessons() {
		mark(taught, lesson.Skills)
		eachBlock(lesson.Blocks, func(b Block) {
			switch b := b.(type) {
			case *Question:
				mark(checked, b.Skills)
			case *Task:
				mark(checked, b.Skills)
			case Text, *Ways, *Section, *Extra, *Pool, *Ask:
			}
		})
	}
	for _, e := range l.config.Skills {
		if badID(e.Key) {
			continue
		}
		at := scalarPos(courseFile, strictyaml.Scalar{Line: e.Line, Col: e.Col})
		if !taught[e.Key] {
			l.warn(codeUntaught, at, len(e.Key), fmt.Sprintf("no lesson teaches the skill %s", named(e.Key)), fmt.Sprintf("write skills: [%s] into the front matter of the lesson that does", e.Key))
		}
		if !checked[e.Key] {
			l.warn(codeUnchecked, at, len(e.Key), fmt.Sprintf("no question or task checks the skill %s, so it can never be known", named(e.Key)), fmt.Sprintf("write skill: %s under a question", e.Key))
		}
	}
}

// roads is where the lessons of a course lead, apart from the path.
type roads struct {
	all     graph // every branch
	detours graph // branches that come back
	at      map[[2]string]Pos
}

func (l *loader) roads() *roads {
	r := &roads{at: map[[2]string]Pos{}}
	mixups := map[string]string{}
	for _, m := range l.course.Mixups {
		mixups[m.ID] = m.Detour
	}
	for _, lesson := range l.allLessons() {
		lesson.eachQuestion(func(q *Question) {
			q.eachReply(func(reply *Reply) {
				r.detour(lesson.ID, reply.Detour, reply.RoadPos)
				r.detour(lesson.ID, mixups[reply.Mixup], reply.MixupPos)
				r.branch(lesson.ID, reply.Go)
			})
		})
		for _, n := range lesson.Next {
			r.detour(lesson.ID, n.Detour, n.Pos)
			r.branch(lesson.ID, n.Go)
		}
	}
	return r
}

func (r *roads) branch(from, to string) {
	if to != "" {
		r.all.add(from, to)
	}
}

func (r *roads) detour(from, to string, at Pos) {
	if to == "" {
		return
	}
	r.all.add(from, to)
	r.detours.add(from, to)
	if _, known := r.at[[2]string{from, to}]; !known {
		r.at[[2]string{from, to}] = at
	}
}

// checkReached reports lessons that neither the path nor a branch leads to.
func (l *loader) checkReached(r *roads) {
	var from []string
	for _, s := range l.course.Path {
		if s.Lesson != nil {
			from = append(from, s.Lesson.ID)
			continue
		}
		for _, lesson := range s.Choose.From {
			from = append(from, lesson.ID)
		}
	}
	if l.course.Placement != nil {
		from = append(from, l.course.Placement.ID)
	}
	hint := "put it on the path in course.yaml, or name it in a Detour, a Go to or a next"
	if len(l.config.Path) == 0 && len(l.summary) > 0 {
		hint = "add it to SUMMARY.md"
	}
	reached := r.all.reach(from)
	left := func(lesson *Lesson) bool { return !reached[lesson.ID] }
	if !slices.ContainsFunc(l.course.Lessons, left) {
		return
	}
	more, all := l.doubtful()
	if all {
		return
	}
	reached = r.all.reach(append(from, more...))
	for _, lesson := range l.course.Lessons {
		if left(lesson) {
			l.warn(codeUnreached, Pos{File: lesson.File}, 0, fmt.Sprintf("no road leads to the %s %s", lesson.Kind, named(lesson.ID)), hint)
		}
	}
}

// checkDetours reports detours that send the learner back to themselves.
func (l *loader) checkDetours(r *roads) {
	for _, way := range r.detours.cycles() {
		last := [2]string{way[len(way)-2], way[len(way)-1]}
		at := r.at[last]
		if at.Line == 0 {
			at = Pos{File: l.byID[last[0]].File}
		}
		l.warn(codeDetourLoop, at, len(strings.TrimSpace(l.line(at.File, at.Line))), "this detour leads back to itself: "+arrows(way),
			"learners are let out after two detours; send this answer somewhere else")
	}
}

// checkEnd reports lessons after which the course cannot be finished: their
// next sends every learner back, whatever they did.
func (l *loader) checkEnd() {
	var back graph // from each place to those that lead to it
	after := l.stopsBackwards(&back)
	end := stopName(len(l.course.Path))
	for _, lesson := range l.course.Lessons {
		follows, onPath := after[lesson.ID]
		if !onPath {
			follows = end // back on the path, wherever it was left
		}
		always := false
		for _, n := range lesson.Next {
			if n.Go != "" && !always {
				back.add(n.Go, lesson.ID)
				always = n.When == nil
			}
		}
		if !always {
			back.add(follows, lesson.ID)
		}
	}
	ends := back.reach([]string{end})
	for _, lesson := range l.course.Lessons {
		for _, n := range lesson.Next {
			if !ends[lesson.ID] && n.Go != "" && n.When == nil {
				l.fail(codeEndless, n.Pos, 0, fmt.Sprintf("the course cannot end: after the lesson %s everyone goes to %s, and from there back", named(lesson.ID), named(n.Go)),
					"give this entry a when")
				break
			}
		}
	}
}

// stopName is the node of a stop of the path; that after the last is the end.
func stopName(i int) string { return fmt.Sprintf("\x00%d", i) }

// stopsBackwards adds the way from each stop to the one before it, and tells
// which stop follows each lesson of the path.
func (l *loader) stopsBackwards(back *graph) map[string]string {
	after := map[string]string{}
	for i, s := range l.course.Path {
		lessons := []*Lesson{s.Lesson}
		if s.Lesson == nil {
			lessons = s.Choose.From
		}
		for _, lesson := range lessons {
			after[lesson.ID] = stopName(i + 1)
			back.add(lesson.ID, stopName(i))
		}
		if s.Optional || s.When != nil {
			back.add(stopName(i+1), stopName(i))
		}
	}
	return after
}
