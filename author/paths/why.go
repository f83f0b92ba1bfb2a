package paths

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
)

// view tells an author what happened to a learner.
type view struct {
	course  *course.Course
	names   names
	learner Learner
	journey journey
}

// road is the way up to the mark at, lesson by lesson, with what was not simply
// answered right.
func (v *view) road(at int) []Waypoint {
	list := []Waypoint{}
	for _, m := range v.journey.Marks[:min(at, len(v.journey.Marks))] {
		w := Waypoint{Depth: m.Depth}
		switch m.Kind {
		case walk.MarkLesson:
			w.Lesson, w.What = m.Lesson, v.because(m)
		case walk.MarkPassed:
			w.What = fmt.Sprintf("passes over %s: %s", m.Lesson, reason(m.Why))
		case walk.MarkAnswered:
			if m.Outcome == course.Right {
				continue
			}
			w.What = fmt.Sprintf("%s: %s is %s", m.Item, named(given(m.Given)), m.Outcome)
			if m.Mixup != "" {
				w.What += ", the mix-up " + m.Mixup
			}
		case walk.MarkRefused:
			w.What = fmt.Sprintf("%s: %s is not taken: %s", m.Item, named(given(m.Given)), m.Said)
		case walk.MarkReturned:
			w.What = "comes back to " + m.Item
			if m.Item == "" {
				w.What = "comes back to the end of " + m.Lesson
			}
		case walk.MarkOffer:
			item, _, _ := strings.Cut(m.Item, ":")
			w.What = fmt.Sprintf("%s is offered: %s", item, strings.Join(m.Given.Items, " "))
		case walk.MarkFork:
			w.What = fmt.Sprintf("takes %s at the fork", strings.Join(m.Given.Items, ", "))
		case walk.MarkTold:
			w.What = fmt.Sprintf("%s: %s", m.Item, named(given(m.Given)))
		case walk.MarkMet:
			continue
		}
		list = append(list, w)
	}
	return list
}

// because says why a learner came to a lesson.
func (v *view) because(m walk.Mark) string {
	why := reason(m.Why)
	if m.Detour && m.Why.Code != learn.WhyReturn {
		return "a detour: " + why
	}
	return why
}

func given(a course.Answer) string {
	switch {
	case a.DontKnow:
		return "I don't know"
	case len(a.Items) > 0:
		return strings.Join(a.Items, " | ")
	}
	return a.Text
}

// reason says in a few words for authors why something came next; what is not of
// the road by its code.
func reason(r learn.Reason) string {
	switch r.Code {
	case "", learn.WhyNext:
		return "next on the road"
	case learn.WhyStart:
		return "the first of the road"
	case learn.WhyContinue:
		return "where they left off"
	case learn.WhyWrongIdea:
		return "the answer shows the mix-up " + named(r.Title)
	case learn.WhyThisAnswer:
		return "the answer leads here"
	case learn.WhyReturn:
		return "back from the detour " + named(r.From)
	case learn.WhyTryAgain:
		return "for what was missed before the detour " + named(r.From)
	case learn.WhyNeeded:
		return named(r.From) + " needs it"
	case learn.WhyChosen:
		return "chosen at the fork"
	case learn.WhyLeftOver:
		return "left over from before"
	case learn.WhyOptional:
		return "offered and taken"
	case learn.WhyBeyond:
		return "beyond the goal " + named(r.From)
	case learn.WhyBegun:
		return "begun, and no longer on the road"
	default:
		return measured(r)
	}
}

// measured says a reason that comes from a rule or from what the learner knows.
func measured(r learn.Reason) string {
	percent := fmt.Sprintf("%.0f %%", 100*r.Number)
	with := func(s string) string {
		if r.Rule != "" {
			return s + " (" + r.Rule + ")"
		}
		return s
	}
	switch r.Code {
	case learn.WhyRule, learn.WhyInterest:
		return "the rule holds: " + r.Rule
	case learn.WhyWeak, learn.WhyStrong:
		return with(fmt.Sprintf("mastery of %s is %s", named(r.From), percent))
	case learn.WhyScore:
		return with(percent + " of the first tries were right")
	case learn.WhyLongAgo:
		return with(fmt.Sprintf("%s was finished %.0f days ago", named(r.From), r.Number))
	case learn.WhyKnown:
		return with("known already")
	case learn.WhyPassedOver:
		return "next; " + named(r.Title) + " before it was passed over as known"
	case learn.WhyPassedMany:
		return fmt.Sprintf("next; %.0f lessons before it were passed over as known", r.Number)
	case learn.WhyTestedOut:
		return fmt.Sprintf("%s was shown before, mastery %s", named(r.Title), percent)
	default:
		return string(r.Code)
	}
}

// missing says what leads to a lesson that was not visited, or not from the mark
// from on.
func (v *view) missing(id string, from int) []string {
	var list []string
	if k := v.find(walk.MarkLesson, 0, func(m walk.Mark) bool { return m.Lesson == id }); k >= 0 && k < from {
		list = append(list, id+" was visited earlier: "+v.because(v.journey.Marks[k]))
	}
	if k := v.find(walk.MarkPassed, 0, func(m walk.Mark) bool { return m.Lesson == id }); k >= 0 {
		list = append(list, id+" was passed over: "+reason(v.journey.Marks[k].Why))
	}
	if v.find(walk.MarkOffer, 0, func(m walk.Mark) bool { return m.Item == id && slices.Contains(m.Given.Items, "no") }) >= 0 {
		list = append(list, fmt.Sprintf("%s was offered and not taken; ask: { %s: yes } takes it", id, id))
	}
	if l := v.names.lessons[id]; l != nil && l.When != nil {
		list = append(list, fmt.Sprintf("%s has a rule: %s", id, l.When.Source))
	}
	for _, s := range v.course.Path {
		switch {
		case s.Lesson != nil && s.Lesson.ID == id && s.When != nil:
			list = append(list, fmt.Sprintf("%s is on the road while %s", id, s.When.Source))
		case s.Choose != nil && slices.ContainsFunc(s.Choose.From, func(l *course.Lesson) bool { return l.ID == id }):
			list = append(list, fmt.Sprintf("%s is chosen at a fork; ask: { %s: %s } takes it", id, s.Choose.ID, id))
		}
	}
	return append(list, v.leads(id)...)
}

// leads lists the answers and rules that lead to a lesson.
func (v *view) leads(id string) []string {
	var list []string
	idea := map[string]bool{}
	for _, m := range v.course.Mixups {
		idea[m.ID] = m.Detour == id
	}
	v.course.EachQuestion(func(q *course.Question) {
		for _, r := range q.Replies() {
			if r.Detour == id || r.Go == id || r.Mixup != "" && idea[r.Mixup] && r.Detour == "" && r.Go == "" {
				list = append(list, "an answer to "+q.ID+" leads to "+id+answerOf(q, r))
			}
		}
	})
	for _, l := range v.course.Lessons {
		for _, n := range l.Next {
			if n.Detour != id && n.Go != id {
				continue
			}
			when := "always"
			if n.When != nil {
				when = n.When.Source
			}
			list = append(list, fmt.Sprintf("the end of %s leads to %s: %s", l.ID, id, when))
		}
	}
	return list
}

// shows lists the questions whose answers show a mix-up.
func (v *view) shows(id string) []string {
	var list []string
	v.course.EachQuestion(func(q *course.Question) {
		for _, r := range q.Replies() {
			if r.Mixup == id {
				list = append(list, "an answer to "+q.ID+" shows it"+answerOf(q, r))
			}
		}
	})
	return list
}

// answerOf names the answer that a reply belongs to, where it is one of a few.
func answerOf(q *course.Question, r course.Reply) string {
	switch f := q.Form.(type) {
	case *course.Options:
		for _, o := range f.List {
			if o.Reply == r {
				return ": " + named(o.Text)
			}
		}
	case *course.Typed:
		for _, a := range slices.Concat(f.Not, f.Close, f.Answers) {
			if a.Reply == r {
				return ": " + named(a.Text)
			}
		}
	}
	return ""
}
