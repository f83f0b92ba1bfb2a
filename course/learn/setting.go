package learn

import "github.com/cairn-learn/cairn/course"

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

// Settings tells how the program goes about the course.
func (s *Session) Settings() []Setting { return nil }
