package plain

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TellMap tells the skills of a course, what each builds on and waits for, the
// lessons, and the detours taken. Now is the day it is.
func TellMap(w *words.Words, m learn.Map, now time.Time) Account {
	t := newTeller(w)
	goal := w.Map.Everything
	if m.Goal != "" {
		goal = w.Map.Goal(m.Goal)
	}
	if len(m.Skills) == 0 {
		t.say(w.Map.None)
	} else {
		t.say(goal + t.w.Print.Colon + " " + w.Map.Known(m.Known, m.Of) + ". " + t.v.Estimates)
	}
	for i := range m.Skills {
		t.item(t.mapSkill(m, i, now))
	}
	t.mapLessons(m.Lessons)
	for i, d := range m.Detours {
		if i == 0 {
			t.say(w.Map.Detours + t.w.Print.Colon)
		}
		t.item(sentences(t.phrase(w.Map.Detour(d.From, d.To), w.Days.Date(d.When, now))+".", t.why(d.Why)))
	}
	return t.to
}

// TellSkill tells one skill of the map, with all that moved it.
func TellSkill(w *words.Words, m learn.Map, i int, now time.Time) Account {
	t := newTeller(w)
	k := m.Skills[i]
	t.say(t.mapSkill(m, i, now))
	t.say(sentences(t.skill(k.SkillState), t.left(k.SkillState)))
	if len(k.Traces) > 0 {
		t.say(t.v.MovedBy)
	}
	t.traces(k.Traces, true)
	return t.to
}

func (t *teller) mapSkill(m learn.Map, i int, now time.Time) string {
	k := m.Skills[i]
	parts := []string{t.w.Map.Stages[k.Stage], t.v.About(words.Percent(k.Mastery))}
	if m.Goal != "" && !k.InGoal {
		parts = append(parts, t.w.Map.NotInGoal)
	}
	said := t.phrase(k.Skill.Title, parts...) + "."
	if !k.Due.IsZero() {
		said = sentences(said, t.w.Map.Recall(words.Percent(k.Recall)))
		if k.Stage != learn.StageDue {
			said = sentences(said, t.w.Map.Due(t.w.Days.In(daysTo(k.Due, now))))
		}
	}
	if needs := firmNeeds(m, k); len(needs) > 0 {
		said = sentences(said, t.v.BuildsOn(strings.Join(needs, ", ")))
	}
	for _, w := range k.Waits {
		said = sentences(said, t.v.WaitsFor(w.Skill.Title, words.Percent(w.Mastery), words.Percent(w.Line)))
	}
	if lessons := titles(t.w, k.Lessons); lessons != "" {
		said = sentences(said, t.v.TaughtIn(lessons))
	}
	return said
}

// daysTo counts the days until one.
func daysTo(day, now time.Time) int { return int(math.Round(day.Sub(now).Hours() / 24)) }

// firmNeeds are the titles of what a skill builds on and does not wait for.
func firmNeeds(m learn.Map, k learn.MapSkill) []string {
	var needs []string
	for _, n := range k.Needs {
		need := m.Skills[n].Skill
		if !slices.ContainsFunc(k.Waits, func(w learn.Wait) bool { return w.Skill.ID == need.ID }) {
			needs = append(needs, need.Title)
		}
	}
	return needs
}

// mapLessons tells how far each lesson of the road is, and each that was met.
func (t *teller) mapLessons(lessons []learn.LessonProgress) {
	said := false
	for _, l := range lessons {
		if l.State == learn.LessonOff {
			continue
		}
		if !said {
			t.say(t.w.Map.Lessons + t.w.Print.Colon)
			said = true
		}
		t.item(t.phrase(l.Lesson.Title, lessonState(t.w, l)))
	}
}

// skillMap tells the skills, the lessons and the detours; or one skill.
func (d *Dialogue) skillMap(arg string) {
	m, now := d.s.Map(), d.s.Today().Day
	if arg == "" {
		d.account(TellMap(d.w, m, now))
		return
	}
	id := d.skillNamed(arg)
	i := slices.IndexFunc(m.Skills, func(k learn.MapSkill) bool { return k.Skill.ID == id })
	if id == "" || i < 0 {
		d.say(d.p.Path.NoSkill(arg))
		return
	}
	d.account(TellSkill(d.w, m, i, now))
}
