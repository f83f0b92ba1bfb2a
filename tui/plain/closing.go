package plain

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// closing ends a sitting: what was done, and the question what is unclear.
func (d *Dialogue) closing(st learn.Closing) {
	p := d.p.Path
	d.where(st.Place)
	d.say(p.Spent(whole(st.Minutes), st.Planned))
	if len(st.Lessons) > 0 {
		d.say(p.DoneToday(titles(d.w, st.Lessons)))
	}
	if len(st.Skills) > 0 {
		var known []string
		for _, k := range st.Skills {
			known = append(known, k.Skill.Title)
		}
		d.say(p.KnownNow(listed(d.w, known)))
	}
	t := newTeller(d.w)
	t.say(t.week(st.Week))
	d.account(t.to)
	if st.Tomorrow > 0 {
		d.say(d.w.Flow.Closing.Tomorrow(st.Tomorrow))
	}
	d.say(d.w.Flow.Closing.Ask)
	if st.Draft != "" {
		d.say(d.p.Left(st.Draft))
	}
}

// takeClosing takes what is unclear, or goes on without it.
func (d *Dialogue) takeClosing(line string) {
	if line == "" {
		d.move(learn.Continue{})
		return
	}
	d.move(learn.Submit{Answer: course.Answer{Text: line}})
}
