package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// skills is what a course says of its skills, by index in its order. A course
// that names none has one for each lesson with questions, so that a plain folder
// is placed, reviewed and mapped as well.
type skills struct {
	list    []course.Skill
	at      map[string]int       // by id
	graph   *model.Graph         //
	taught  [][]*course.Lesson   // lessons that teach it, in the order of the road
	asked   [][]*course.Question // questions on it, in the order of the course; no placement test's
	carded  []int                // cards on it
	implied bool                 // the course names none
}

// impliedSkill is the id of the skill that stands for a lesson.
func impliedSkill(lesson string) string { return "lesson:" + lesson }

// newSkills reads the skills of a course whose items are indexed.
func newSkills(c *course.Course, ix *index) skills {
	k := skills{list: c.Skills, at: map[string]int{}}
	if len(c.Skills) == 0 {
		k.implied = true
		for _, l := range c.Lessons {
			if slices.ContainsFunc(ix.contents[l.ID], func(id string) bool { return ix.questions[id] != nil }) {
				k.list = append(k.list, course.Skill{ID: impliedSkill(l.ID), Title: l.Title})
			}
		}
	}
	for i, s := range k.list {
		k.at[s.ID] = i
	}
	k.taught = make([][]*course.Lesson, len(k.list))
	k.asked = make([][]*course.Question, len(k.list))
	k.carded = make([]int, len(k.list))
	k.enter(c, ix)
	k.graph = k.newGraph(c)
	return k
}

// enter finds what teaches and what asks each skill.
func (k *skills) enter(c *course.Course, ix *index) {
	for _, l := range roadFirst(c) {
		for _, i := range k.ofLesson(l) {
			k.taught[i] = append(k.taught[i], l)
		}
	}
	for _, l := range c.Lessons {
		for _, id := range ix.contents[l.ID] {
			if q := ix.questions[id]; q != nil && ix.home[id] == l.ID {
				for _, i := range k.ofQuestion(q, l.ID) {
					k.asked[i] = append(k.asked[i], q)
				}
			}
		}
	}
	for i := range c.Cards {
		for _, id := range c.Cards[i].Skills {
			if at, ok := k.at[id]; ok {
				k.carded[at]++
			}
		}
	}
}

// roadFirst is every lesson of a course, those of the road in its order first.
func roadFirst(c *course.Course) []*course.Lesson {
	var out []*course.Lesson
	seen := map[*course.Lesson]bool{}
	add := func(l *course.Lesson) {
		if l != nil && !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	for _, st := range c.Path {
		add(st.Lesson)
		if st.Choose != nil {
			for _, l := range st.Choose.From {
				add(l)
			}
		}
	}
	for _, l := range c.Lessons {
		add(l)
	}
	return out
}

// newGraph is the skills with their prerequisites, by index, each in the module
// of the first lesson that teaches it.
func (k *skills) newGraph(c *course.Course) *model.Graph {
	modules, module := map[string]int{}, map[string]int{}
	for _, st := range c.Path {
		if _, known := modules[st.Module]; !known {
			modules[st.Module] = len(modules)
		}
		if st.Lesson != nil {
			module[st.Lesson.ID] = modules[st.Module]
		}
	}
	specs := make([]model.Spec, len(k.list))
	for i, s := range k.list {
		specs[i] = model.Spec{Needs: k.indexes(s.Needs), Line: s.Goal, Module: -1, Cards: len(k.asked[i]) == 0, Asked: len(k.asked[i])}
		for _, l := range k.taught[i] {
			if m, on := module[l.ID]; on {
				specs[i].Module = m
				break
			}
		}
	}
	return model.NewGraph(specs)
}

// indexes are the indexes of the ids that are skills.
func (k *skills) indexes(ids []string) []int {
	var out []int
	for _, id := range ids {
		if i, ok := k.at[id]; ok {
			out = append(out, i)
		}
	}
	return out
}

// ofLesson are the skills that a lesson teaches.
func (k *skills) ofLesson(l *course.Lesson) []int {
	if k.implied {
		return k.indexes([]string{impliedSkill(l.ID)})
	}
	return k.indexes(l.Skills)
}

// ofQuestion are the skills that a question of a lesson asks for.
func (k *skills) ofQuestion(q *course.Question, lesson string) []int {
	return k.named(q.Skills, lesson)
}

// named are the skills of something in a lesson, by index: those that it names, or
// the one of the lesson where the course declares none.
func (k *skills) named(ids []string, lesson string) []int {
	if k.implied {
		return k.indexes([]string{impliedSkill(lesson)})
	}
	return k.indexes(ids)
}

// skillsOf are the skills that a question or a task asks for, by index.
func (ix *index) skillsOf(id string) []int {
	if q := ix.questions[id]; q != nil {
		return ix.skills.ofQuestion(q, ix.home[id])
	}
	if t := ix.tasks[id]; t != nil {
		return ix.skills.named(t.Skills, ix.home[id])
	}
	return nil
}

// evidenceOf is how much a question tells: its author's figures, else the usual
// ones of its form.
func evidenceOf(q *course.Question) model.Evidence {
	e := usualEvidence(q.Form)
	if q.Guess > 0 {
		e.Guess = q.Guess
	}
	if q.Slip > 0 {
		e.Slip = q.Slip
	}
	return e
}

func usualEvidence(form course.Form) model.Evidence {
	switch f := form.(type) {
	case *course.Options:
		if f.Many {
			return model.ChooseMany()
		}
		n := 0
		for _, o := range f.List {
			if !o.DontKnow {
				n++
			}
		}
		return model.ChooseOne(n)
	case *course.Order:
		return model.Arrange(len(f.Items))
	case *course.Match:
		return model.Arrange(len(f.Pairs))
	case *course.Typed:
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			return model.Number()
		}
	}
	return model.Typed()
}

// levelOf is how hard a question is, as its author says.
func levelOf(q *course.Question) model.Level {
	switch q.Level {
	case course.LevelEasy:
		return model.LevelEasy
	case course.LevelHard:
		return model.LevelHard
	case course.LevelNormal:
	}
	return model.LevelNormal
}

// minutesOf is how long a question usually takes, in minutes.
func minutesOf(q *course.Question) float64 {
	if q.Minutes > 0 {
		return float64(q.Minutes)
	}
	switch f := q.Form.(type) {
	case *course.Options:
		return choiceMinutes
	case *course.Typed:
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			return numberMinutes
		}
		return typedMinutes
	}
	return numberMinutes
}

// Usual minutes by form.
const (
	choiceMinutes = 0.7
	numberMinutes = 1.2
	typedMinutes  = 1.5
	cardMinutes   = 0.4
)
