package plain

import (
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// summary closes a lesson.
func (d *Dialogue) summary(st learn.Summary) {
	if st.Lesson != nil && st.Lesson.ID != d.told.lesson {
		d.where(st.Place)
	}
	d.say(d.p.SummaryOf(st.Lesson.Title))
	if st.Asked > 0 {
		d.say(d.p.Score(st.Right, st.Asked))
	}
	if len(st.Missed) > 0 {
		d.say(d.p.MissedAre)
		for _, q := range st.Missed {
			d.hang("- ", d.inline(q.Prompt))
		}
	}
	d.skills(st.Skills)
	if st.Next == "" {
		d.say(d.p.EndIsNear)
		return
	}
	next := d.p.NextIs(st.Next)
	if st.NextWhy.Code != learn.WhyNext && st.NextWhy.Code != learn.WhyOptional {
		next += " " + d.reason(st.NextWhy)
	}
	d.say(next)
}

// skills tells the skills that anything is known of.
func (d *Dialogue) skills(skills []learn.SkillState) {
	headed := false
	for _, k := range skills {
		if k.Answers == 0 {
			continue
		}
		if !headed {
			d.say(d.p.SkillsAre)
			headed = true
		}
		title, was, now := k.Skill.Title, words.Percent(k.Before), words.Percent(k.Mastery)
		if was == now || k.Before == 0 {
			d.hang("- ", d.p.Skill(title, now))
		} else {
			d.hang("- ", d.p.SkillWas(title, was, now))
		}
	}
}

// finished tells the end of the road.
func (d *Dialogue) finished(st learn.Finished) {
	d.told = told{}
	d.say(d.p.Finished(st.Course))
	d.say(d.p.ProgressIs(st.Progress.Done, st.Progress.Of))
	var skills []learn.SkillState
	for _, k := range st.Progress.Skills {
		k.Before = k.Mastery
		skills = append(skills, k)
	}
	d.skills(skills)
	if st.Promise != "" {
		d.say(d.p.PromiseIs)
		d.say(st.Promise)
	}
	if len(st.Left) > 0 {
		d.say(d.p.LeftAre)
		for _, l := range st.Left {
			d.hang("- ", l.Title+" ("+l.ID+")")
		}
	}
}
