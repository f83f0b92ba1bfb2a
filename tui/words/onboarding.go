package words

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// Onboarding is the first questions of a course whose author wrote none, and
// what else a course is called where its author says nothing.
type Onboarding struct {
	Goal, Pace, Way, Interests, Experience string

	New, Some, Much       string // how much is known already
	Relaxed, Steady, Fast string // paces
	Never, Offer, Always  string // what a pace does with what is known
	PaceIs                func(name string, minutes, days int, known string) string

	Fork string
}

func englishOnboarding() Onboarding {
	return Onboarding{
		Goal: course.PromptGoal, Pace: course.PromptPace, Way: course.PromptWay,
		Interests: course.PromptInterests, Experience: course.PromptExperience,
		New: "It is new to me", Some: "I know some of it", Much: "I know much of it",
		Relaxed: "Relaxed", Steady: "Steady", Fast: "Fast",
		Never: "nothing is skipped", Offer: "offer to skip what I know", Always: "skip what I know",
		PaceIs: func(name string, minutes, days int, known string) string {
			return fmt.Sprintf("%s: %s, %s a week; %s", name, count(minutes, "minute", "minutes"), count(days, "day", "days"), known)
		},
		Fork: course.ForkTitle,
	}
}

// Ask says a built-in first question. What its author wrote is the author's,
// and so is every other Ask, which is returned as it is.
func (w *Words) Ask(a *course.Ask) *course.Ask {
	if !a.BuiltIn {
		return a
	}
	said, o := *a, &w.Onboarding
	said.Prompt = w.CourseTitle(a.Prompt)
	said.Options = slices.Clone(a.Options)
	for i := range said.Options {
		opt := &said.Options[i]
		switch {
		case i < len(a.Paces):
			opt.Title = w.pace(a.Paces[i])
		case a.ID == course.AskExperience:
			opt.Title = map[string]string{
				course.ExperienceNew: o.New, course.ExperienceSome: o.Some, course.ExperienceMuch: o.Much,
			}[opt.ID]
		}
	}
	return &said
}

// pace says what a pace means.
func (w *Words) pace(p course.Pace) string {
	o, name := &w.Onboarding, p.Title
	if p.BuiltIn {
		name = map[string]string{course.PaceRelaxed: o.Relaxed, course.PaceSteady: o.Steady, course.PaceFast: o.Fast}[p.ID]
	}
	known := map[course.SkipKnown]string{course.SkipNever: o.Never, course.SkipOffer: o.Offer, course.SkipAlways: o.Always}
	return o.PaceIs(name, p.Session, p.Days, known[p.SkipKnown])
}

// CourseTitle says a title or a prompt that a course has from the program, where
// nothing but the title is at hand. Any other is the author's and stays.
func (w *Words) CourseTitle(title string) string {
	o := &w.Onboarding
	switch title {
	case course.PromptGoal:
		return o.Goal
	case course.PromptPace:
		return o.Pace
	case course.PromptWay:
		return o.Way
	case course.PromptInterests:
		return o.Interests
	case course.PromptExperience:
		return o.Experience
	case course.ForkTitle:
		return o.Fork
	}
	return title
}
