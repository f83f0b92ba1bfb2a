package words

import (
	"errors"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// Reset is what is said when a question, a lesson, a skill or the course is
// started over.
type Reset struct {
	Title  string
	Also   string // other names of it, to be found by in the palette
	Ask    map[learn.ResetKind]func(title string) string
	Sets   func(what string) string // what is set back, and since when
	Count  func(answers, lessons, skills int) []string
	Since  func(day, now time.Time) string
	Only   string // no answer, no lesson and no skill: pages read, and the like
	Stays  map[learn.ResetKind]string
	Backup string // a backup is made first
	Forgot string // instead, where nothing is saved
	Yes    string // what the key does
	No     string

	Done    func(how string) string                    // how: what takes it back
	Back    string                                     // it was taken back
	Under   func(title string) string                  // the same, and what was started over later covers it all
	Partly  string                                     // the same, and that covers a part
	Nothing string                                     // was done with it yet
	Lacks   map[learn.ResetKind]func(id string) string // the course has none of that id
	Meant   func(id string) string                     // the one that was probably meant
	Rows    map[learn.ResetKind]string
	Task    string // the row of a task

	Type string // line by line: how to say yes
	Take string // the same for taking back what is marked in a list
	How  string // line by line: what to type
	Kept string // nothing was changed
	None string // nothing to take back
	Undo func(command string) string
}

func englishReset() Reset {
	q := func(before string) func(string) string {
		return func(t string) string { return before + " “" + Trimmed(t) + "” over?" }
	}
	lacks := func(what string) func(string) string {
		return func(id string) string { return "the course has no " + what + " with the id “" + id + "”" }
	}
	return Reset{
		Title: "Start over",
		Also:  "reset, set back, restart, begin again",
		Ask: map[learn.ResetKind]func(string) string{
			learn.ResetQuestion: q("Start the question"), learn.ResetLesson: q("Start the lesson"),
			learn.ResetSkill: q("Start the skill"), learn.ResetCourse: q("Start the course"),
		},
		Sets: func(what string) string { return "This sets back " + what + "." },
		Count: func(answers, lessons, skills int) []string {
			return []string{count(answers, "answer", "answers"), count(lessons, "lesson", "lessons"), count(skills, "known skill", "known skills")}
		},
		Since: func(day, now time.Time) string { return "from " + englishDate(day, now) + " on" },
		Only:  "what you did there",
		Stays: map[learn.ResetKind]string{
			learn.ResetQuestion: "It comes again in its lesson.",
			learn.ResetLesson:   "It is open again. Notes and bookmarks stay.",
			learn.ResetSkill:    "Lessons you finished stay done, and a question on several skills counts for the others.",
			learn.ResetCourse:   "The first questions come again. Notes and bookmarks stay.",
		},
		Backup: "A backup is made first, and you can take it back.",
		Forgot: "Nothing is saved, so no backup is made. Until you leave, you can take it back.",
		Yes:    "start over",
		No:     "leave it",
		Done:   func(how string) string { return "Started over. " + how + " takes it back." },
		Back:   "What was set back counts again.",
		Under: func(t string) string {
			return "Taken back. It counts again once “" + Trimmed(t) + "”, started over later, is taken back too."
		},
		Partly:  "What was set back counts again, but for what was started over later.",
		Nothing: "nothing was done with it yet",
		Lacks: map[learn.ResetKind]func(string) string{
			learn.ResetQuestion: lacks("question"), learn.ResetLesson: lacks("lesson"), learn.ResetSkill: lacks("skill"),
		},
		Meant: func(id string) string { return "did you mean “" + id + "”?" },
		Rows: map[learn.ResetKind]string{
			learn.ResetQuestion: "Start this question over", learn.ResetLesson: "Start this lesson over",
			learn.ResetSkill: "Start this skill over", learn.ResetCourse: "Start the course over",
		},
		Task: "Start this task over",
		Type: "Type yes to start over. Anything else leaves it as it is.",
		Take: "Type yes to take back what is marked. Anything else leaves it as it is.",
		How:  "Type :reset and what: question, lesson or skill with its id, or its number in the outline for a lesson; or course. Without an id it is the one before you. :reset back takes the latest back.",
		Kept: "Nothing was changed.",
		None: "Nothing was started over that could be taken back.",
		Undo: func(command string) string { return "To take it back: " + command },
	}
}

// TakenBack says what taking a reset back has done.
func (w *Words) TakenBack(r learn.ResetDone) string {
	switch {
	case r.Under != "":
		return w.Reset.Under(r.Under)
	case r.Partly:
		return w.Reset.Partly
	}
	return w.Reset.Back
}

// NoSuch says what a learner wanted to start over and the course does not have;
// for any other error it says the error itself.
func (w *Words) NoSuch(err error) string {
	var none *learn.NothingSuch
	if !errors.As(err, &none) || w.Reset.Lacks[none.What] == nil {
		return err.Error()
	}
	said := w.Reset.Lacks[none.What](none.ID)
	if none.Meant != "" {
		said += "; " + w.Reset.Meant(none.Meant)
	}
	return said
}

// SetBack says what starting over comes to, sentence by sentence.
func (w *Words) SetBack(b learn.SetBack, now time.Time) []string {
	r := &w.Reset
	var parts []string
	for i, said := range r.Count(b.Answers, b.Lessons, b.Skills) {
		if []int{b.Answers, b.Lessons, b.Skills}[i] > 0 {
			parts = append(parts, said)
		}
	}
	if len(parts) == 0 {
		parts = []string{r.Only}
	}
	safe := r.Backup
	if b.Forgets {
		safe = r.Forgot
	}
	return []string{r.Sets(strings.Join(parts, ", ") + " " + r.Since(b.Since, now)), r.Stays[b.What], safe}
}
