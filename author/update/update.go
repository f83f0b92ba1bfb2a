// Package update says what a newer version of a course does to learners who are
// half way through the older one: what of it they notice, what of theirs is lost,
// and which version number it deserves.
package update

import (
	"context"

	"github.com/cairn-learn/cairn/course"
)

// Level is how much an update changes, as version numbers count it.
type Level string

// The levels, from nothing to most.
const (
	LevelNone  Level = "none"  // the same files
	LevelPatch Level = "patch" // wording
	LevelMinor Level = "minor" // something new, or another road
	LevelMajor Level = "major" // what learners did or chose counts no longer
)

// rank orders levels.
func (l Level) rank() int {
	switch l {
	case LevelPatch:
		return 1
	case LevelMinor:
		return 2
	case LevelMajor:
		return 3
	case LevelNone:
	}
	return 0
}

// Change is one thing that is other in the newer version.
type Change struct {
	What  What   `json:"what"`
	Level Level  `json:"level"`
	Kind  string `json:"kind,omitempty"` // of an item: what it is
	ID    string `json:"id,omitempty"`
	Says  string `json:"says"` // in words, after the id
}

// What says what is other.
type What string

// What an update can do.
const (
	CourseID     What = "course-id"
	ItemAdded    What = "added"
	ItemRemoved  What = "removed"
	ItemMeaning  What = "meaning"
	ItemMoved    What = "moved"
	ItemKind     What = "kind"
	FileRenamed  What = "file"
	RoadOrder    What = "order"
	RoadLeft     What = "off-road"
	RoadJoined   What = "on-road"
	RuleChanged  What = "rule"
	ChoiceGone   What = "choice-removed"
	ChoiceAdded  What = "choice-added"
	SkillGone    What = "skill-removed"
	SkillAdded   What = "skill-added"
	MixupGone    What = "mixup-removed"
	WordingOther What = "wording"
)

// Report is what an update does.
type Report struct {
	Course   string        `json:"course"` // id of the newer version
	From     string        `json:"from"`   // version of the older one; may be empty
	To       string        `json:"to"`
	Deserves Level         `json:"deserves"`
	Next     string        `json:"next,omitempty"` // the least version that says so; empty: not known
	Changes  []Change      `json:"changes"`
	Learners *Learners     `json:"learners,omitempty"` // nil: none were simulated
	Findings []course.Diag `json:"-"`
}

// Options say how many learners are simulated.
type Options struct {
	Learners int    // 0: none
	Seed     uint64 // decides what they do and where they stop
}

// Compare compares two versions of a course. The error says that the context
// ended, or that a session refused to open.
func Compare(ctx context.Context, older, newer *course.Course, o Options) (Report, error) {
	r := Report{Course: newer.ID, From: older.Version, To: newer.Version, Changes: []Change{}, Deserves: LevelNone}
	if older.Hash != newer.Hash {
		r.Deserves = LevelPatch
		r.Changes = append(r.Changes, changes(older, newer)...)
	}
	for _, c := range r.Changes {
		if c.Level.rank() > r.Deserves.rank() {
			r.Deserves = c.Level
		}
	}
	r.judgeVersion()
	if o.Learners == 0 || older.ID != newer.ID || r.Deserves == LevelNone {
		return r, nil
	}
	learners, err := across(ctx, older, newer, o)
	r.Learners = &learners
	return r, err
}
