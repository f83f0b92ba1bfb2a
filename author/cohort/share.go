// Package cohort is insight without a server: what a learner hands to the
// instructor in one file, and what many such files say of a course, with groups
// that are too small left out.
package cohort

import "github.com/cairn-learn/cairn/course"

// The head of every file that is shared.
const (
	Format  = "cairn-share"
	Version = 1
)

// Share is one learner's work in one course, as docs/share-json.md describes it.
// Fields are only ever added. There is no time of day in it, no device and no
// note.
type Share struct {
	Format      string       `json:"format"`
	Version     int          `json:"version"`
	Course      Course       `json:"course"`
	Learner     string       `json:"learner"`        // stands for the learner in this course
	Name        string       `json:"name,omitempty"` // only when the learner gives one
	Made        string       `json:"made,omitempty"` // day; only with dates, as all days are
	Events      int          `json:"events"`         // the log had: of two files of a learner the one with more is newer
	Position    Position     `json:"position"`
	Lessons     []Lesson     `json:"lessons"`
	Skills      []Skill      `json:"skills"`
	Items       []Item       `json:"items"`
	Detours     []Detour     `json:"detours"`
	Reflections []Reflection `json:"reflections,omitempty"` // only when the learner says so
}

// Course says of which course, and as it was when the file was made.
type Course struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Version string `json:"version"` // the author's
	Hash    string `json:"hash"`    // of its files
}

// Position is where the learner stands.
type Position struct {
	Lesson   string  `json:"lesson"` // empty: in none
	Item     string  `json:"item"`   // the question that comes next; empty: none does
	Finished bool    `json:"finished"`
	Done     int     `json:"done"` // lessons of the learner's road
	Of       int     `json:"of"`
	Days     int     `json:"days"` // on which anything was done
	Minutes  float64 `json:"minutes"`
	Last     string  `json:"last,omitempty"` // day
}

// Lesson is how far one lesson is.
type Lesson struct {
	ID       string  `json:"id"`
	State    string  `json:"state"` // open, begun, done, skipped or off
	Minutes  float64 `json:"minutes"`
	Finished string  `json:"finished,omitempty"` // day
}

// Skill is how well one skill is known.
type Skill struct {
	ID      string  `json:"id"`
	Mastery float64 `json:"mastery"` // 0..1
	Known   bool    `json:"known"`
	Answers int     `json:"answers"`
}

// Item is what was done with one question, as it was. One whose prompt or right
// answers were changed has an Item for each Rev.
type Item struct {
	ID      string `json:"id"`
	Rev     string `json:"rev"`
	Lesson  string `json:"lesson"`
	First   string `json:"first"` // outcome of the first try: right, close or wrong; empty: none
	Tries   []Try  `json:"tries"`
	Shown   bool   `json:"shown"` // the answer was asked for
	Skipped bool   `json:"skipped"`
}

// Try is one answer.
type Try struct {
	Answer   course.Answer `json:"answer"`
	Outcome  string        `json:"outcome"`
	Where    string        `json:"where"` // lesson, try, practice, check or review
	Mixup    string        `json:"mixup"`
	Hints    int           `json:"hints"`
	Minutes  float64       `json:"minutes"`
	Disputed bool          `json:"disputed"`
	Date     string        `json:"date,omitempty"` // day
}

// Detour is a detour that an answer brought, or would have.
type Detour struct {
	To    string `json:"to"` // lesson; empty: not known
	Item  string `json:"item"`
	Rev   string `json:"rev"`
	Mixup string `json:"mixup"`
	Taken bool   `json:"taken"`
	Again string `json:"again"` // outcome of the next answer to the question; empty: none yet
}

// Reflection is what was written to an Ask.
type Reflection struct {
	Ask  string `json:"ask"`
	Text string `json:"text"`
}
