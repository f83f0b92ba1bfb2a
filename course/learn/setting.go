package learn

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Setting is a choice about how the program goes about a course. Every course
// has the same ones. Set changes one at any time, by its ID.
type Setting struct {
	ID      SettingID
	Kind    SettingKind
	Options []string // of one and of many: code words
	Current course.Answer
	Usual   bool // as the program, the pace or the author has it
}

// SettingID names a setting, in Set and in events.
type SettingID string

// The settings.
const (
	SettingSure       SettingID = "setting:sure"       // brisk, standard, thorough
	SettingRecall     SettingID = "setting:recall"     // 85, 90, 95: per cent to have still when a review comes
	SettingDays       SettingID = "setting:days"       // mon..sun
	SettingMinutes    SettingID = "setting:minutes"    // of one sitting: 5, 10, 15, 25, 45, 60, 90
	SettingUntil      SettingID = "setting:until"      // a date, 2026-03-31, or nothing
	SettingWhen       SettingID = "setting:when"       // when and where, in the learner's words
	SettingObstacle   SettingID = "setting:obstacle"   // what may come in between, and what then
	SettingFirst      SettingID = "setting:first"      // try, read: a question or the lesson first
	SettingConfidence SettingID = "setting:confidence" // on, off: asks how sure one is
	SettingWeeks      SettingID = "setting:weeks"      // on, off: counts weeks
	SettingClosing    SettingID = "setting:closing"    // on, off: asks what is unclear
)

// SettingKind is what a setting takes.
type SettingKind string

// The kinds of settings.
const (
	SettingOne  SettingKind = "one"
	SettingMany SettingKind = "many"
	SettingDate SettingKind = "date"
	SettingText SettingKind = "text"
)

const settingPrefix = "setting:"

// settingOptions are the code words that a setting takes; nil: a text or a date.
func settingOptions(id SettingID) []string {
	switch id {
	case SettingSure:
		return []string{string(model.Brisk), string(model.Standard), string(model.Thorough)}
	case SettingRecall:
		return []string{"85", "90", "95"}
	case SettingDays:
		return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
	case SettingMinutes:
		return []string{"5", "10", "15", "25", "45", "60", "90"}
	case SettingFirst:
		return []string{"try", "read"}
	case SettingConfidence, SettingWeeks, SettingClosing:
		return []string{"on", "off"}
	case SettingUntil, SettingWhen, SettingObstacle:
	}
	return nil
}

// Settings tells how the program goes about the course, and what else it could
// do.
func (s *Session) Settings() []Setting {
	ids := []SettingID{
		SettingDays, SettingMinutes, SettingUntil, SettingWhen, SettingObstacle,
		SettingSure, SettingRecall, SettingFirst, SettingConfidence, SettingClosing, SettingWeeks,
	}
	out := make([]Setting, 0, len(ids))
	for _, id := range ids {
		set := Setting{ID: id, Kind: SettingOne, Options: settingOptions(id)}
		switch id {
		case SettingDays:
			set.Kind = SettingMany
		case SettingUntil:
			set.Kind = SettingDate
		case SettingWhen, SettingObstacle:
			set.Kind = SettingText
		case SettingSure, SettingRecall, SettingMinutes, SettingFirst, SettingConfidence, SettingWeeks, SettingClosing:
		}
		if a, chosen := s.state.answers[string(id)]; chosen {
			set.Current = a
		} else {
			set.Usual, set.Current = true, s.usual(id)
		}
		out = append(out, set)
	}
	return out
}

// usual is what holds for a setting that the learner has not changed.
func (s *Session) usual(id SettingID) course.Answer {
	word := func(w string) course.Answer { return course.Answer{Items: []string{w}} }
	switch id {
	case SettingSure:
		return word(string(model.Standard))
	case SettingRecall:
		return word("90")
	case SettingDays:
		return course.Answer{Items: spread(s.pace().Days)}
	case SettingMinutes:
		return word(strconv.Itoa(s.pace().Session))
	case SettingFirst:
		return word("try")
	case SettingConfidence, SettingWeeks, SettingClosing:
		return word("on")
	case SettingUntil, SettingWhen, SettingObstacle:
	}
	return course.Answer{}
}

// spread are so many days of a week, with days off between them.
func spread(days int) []string {
	week := settingOptions(SettingDays)
	switch {
	case days <= 1:
		return week[2:3]
	case days == 2:
		return []string{"tue", "fri"}
	case days == 3:
		return []string{"mon", "wed", "fri"}
	case days == 4:
		return []string{"mon", "tue", "thu", "fri"}
	}
	return week[:min(days, len(week))]
}

// settingIs reports whether the learner chose that word.
func (s *Session) settingIs(id SettingID, word string) bool { return s.choice(string(id)) == word }

// checkSetting refuses what a setting does not take. An empty answer takes the
// learner's choice back.
func checkSetting(id SettingID, a course.Answer) error {
	options := settingOptions(id)
	switch {
	case options != nil && a.Text != "":
		return fmt.Errorf("%w: choose among %s", course.ErrForm, strings.Join(options, ", "))
	case options == nil && len(a.Items) > 0:
		return fmt.Errorf("%w: write it in words of your own", course.ErrForm)
	case len(a.Items) > 1 && id != SettingDays:
		return fmt.Errorf("%w: choose one", course.ErrForm)
	}
	switch id {
	case SettingUntil:
		if _, err := time.Parse(time.DateOnly, a.Text); a.Text != "" && err != nil {
			return fmt.Errorf("%w: write the date as year-month-day, such as 2026-03-31", course.ErrForm)
		}
		return nil
	case SettingWhen, SettingObstacle:
		return nil
	case SettingMinutes:
		const most = 600
		if n, err := strconv.Atoi(strings.Join(a.Items, " ")); len(a.Items) > 0 && (err != nil || n < 1 || n > most) {
			return &course.FormError{Lack: course.LackMinutes, Count: most}
		}
		return nil
	case SettingDays, SettingSure, SettingRecall, SettingFirst, SettingConfidence, SettingWeeks, SettingClosing:
	}
	for i, w := range a.Items {
		switch {
		case slices.Contains(a.Items[:i], w):
			return fmt.Errorf("%w: %q was chosen twice", course.ErrForm, w)
		case !slices.Contains(options, w):
			return fmt.Errorf("%w: %q is none of %s", course.ErrForm, w, strings.Join(options, ", "))
		}
	}
	return nil
}

// tune fits the model to the learner's settings. What was folded before stays
// as it was.
func (s *state) tune() {
	word := func(id SettingID) string {
		if w := words(s.answers[string(id)]); len(w) > 0 {
			return w[0]
		}
		return ""
	}
	p := model.Defaults(model.Preset(word(SettingSure)))
	if n, err := strconv.Atoi(word(SettingRecall)); err == nil && n >= 85 && n <= 95 {
		p.Target = float64(n) / 100
	}
	s.engine = model.NewEngine(p, s.index.skills.graph)
}

// foldSetting takes in a change of a setting; an empty answer takes it back.
func (s *state) foldSetting(e *Event) {
	if len(e.Answer.Items) == 0 && e.Answer.Text == "" {
		delete(s.answers, e.Item)
	}
	s.tune()
	s.engine.Settle(s.learner)
	for i := range s.learner.Skills {
		if s.learner.Skills[i].Mastered && !s.firm[i] {
			s.traced(e, i, TraceSetting, 0)
		}
	}
}

// week are the learner's days, by weekday.
func (s *Session) week() (on [7]bool) {
	days := s.state.weekdays()
	for i, d := range settingOptions(SettingDays) {
		on[(i+1)%7] = slices.Contains(days, d)
	}
	return on
}

// sitting is how many minutes the learner means to spend at a time.
func (s *Session) sitting() int {
	if n, err := strconv.Atoi(s.choice(string(SettingMinutes))); err == nil && n > 0 {
		return n
	}
	return s.pace().Session
}
