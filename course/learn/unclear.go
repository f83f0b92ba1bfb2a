package learn

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// unclearSkill is the skill that the learner's last note was about, until they
// have met it again on a later day; empty: none.
func (s *Session) unclearSkill() string {
	u := s.lastUnclear()
	if u == nil || len(u.Skills) == 0 {
		return ""
	}
	return u.Skills[0].ID
}

// lastUnclear is what the learner wrote was unclear, on an earlier day, until
// they have met what it is likeliest about; nil: nothing.
func (s *Session) lastUnclear() *Unclear {
	if len(s.state.unclear) == 0 {
		return nil
	}
	u := s.unclearOf(s.state.unclear[len(s.state.unclear)-1])
	day := model.DayOf(u.When)
	if day >= s.state.learner.Today {
		return nil
	}
	if len(u.Skills) > 0 && s.state.touched[s.index.skills.at[u.Skills[0].ID]] > day {
		return nil
	}
	return &u
}

// unclearOf is a note with what it may be about.
func (s *Session) unclearOf(n unclearNote) Unclear {
	u := Unclear{Text: n.text, When: n.when, Lesson: s.index.lessons[n.lesson]}
	u.Skills = s.unclearSkills(u)
	return u
}

// unclearSkills are the skills that a note may be about: those whose titles
// share a word with it, else those of its lesson.
func (s *Session) unclearSkills(u Unclear) []course.Skill {
	var named, taught []course.Skill
	said := wordsIn(u.Text)
	for i, k := range s.index.skills.list {
		if !s.state.learner.Skills[i].Taught {
			continue
		}
		for w := range wordsIn(k.Title + " " + k.ID) {
			if said[w] {
				named = append(named, k)
				break
			}
		}
		if u.Lesson != nil && slices.Contains(s.index.skills.ofLesson(u.Lesson), i) {
			taught = append(taught, k)
		}
	}
	return append(named, slices.DeleteFunc(taught, func(k course.Skill) bool {
		return slices.ContainsFunc(named, func(n course.Skill) bool { return n.ID == k.ID })
	})...)
}

// wordsIn are the words of four letters and digits or more in a text.
func wordsIn(text string) map[string]bool {
	in := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len([]rune(w)) >= shortestWord {
			in[w] = true
		}
	}
	return in
}

const shortestWord = 4
