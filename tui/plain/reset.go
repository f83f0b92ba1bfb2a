package plain

import (
	"errors"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// reset starts a question, a lesson, a skill or the course over: it says what is
// set back then, and does it when the learner says yes.
func (d *Dialogue) reset(arg string) {
	what, id, _ := strings.Cut(strings.TrimSpace(arg), " ")
	if what == "back" && id == "" {
		d.resetBack()
		return
	}
	a, ok := d.resetOf(learn.ResetKind(what), strings.TrimSpace(id))
	if !ok {
		d.say(d.w.Reset.How)
		return
	}
	back, err := d.s.SetBack(a)
	switch {
	case errors.Is(err, learn.ErrNotNow):
		d.say(sentence(d.w.Reset.Nothing))
		return
	case err != nil:
		d.failed(err)
		return
	}
	d.say(d.w.Reset.Ask[a.What](back.Title))
	for _, line := range d.w.SetBack(back, d.now()) {
		d.say(line)
	}
	d.say(d.w.Reset.Type)
	if line, got := d.read(); got != aLine || !words.Means(line, d.p.Replies.Yes) {
		d.say(d.w.Reset.Kept)
		return
	}
	d.move(a)
}

// resetBack takes the latest reset back, also one of long ago.
func (d *Dialogue) resetBack() {
	done := d.s.Resets()
	if len(done) == 0 {
		d.say(d.w.Reset.None)
		return
	}
	if d.do(learn.UndoReset{ID: done[0].ID}) {
		d.given, d.told.undo = given{}, ""
		d.say(d.w.Reset.Back)
		d.show()
	}
}

// now is the day of the learner, as the session has it.
func (d *Dialogue) now() time.Time { return d.s.Today().Day }

// resetOf is what the words after :reset name; without an id it is what is
// before the learner.
func (d *Dialogue) resetOf(what learn.ResetKind, id string) (a learn.Reset, ok bool) {
	a = learn.Reset{What: what, ID: id}
	here := d.s.Here()
	switch what {
	case learn.ResetCourse:
		return a, id == ""
	case learn.ResetLesson:
		if id == "" && here.Lesson != nil {
			a.ID = here.Lesson.ID
		}
		a.ID = d.lessonID(a.ID)
	case learn.ResetQuestion:
		if id == "" && (here.Kind == learn.SpotQuestion || here.Kind == learn.SpotTask) {
			a.ID = here.ID
		}
	case learn.ResetSkill:
		if figures := d.s.Decision().Figures; id == "" && len(figures) > 0 {
			a.ID = figures[0].Skill.ID
		}
	default:
		return a, false
	}
	return a, a.ID != ""
}
