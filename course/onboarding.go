package course

import (
	"fmt"
	"strings"
)

// The ids of the Asks whose answers rules and the program use.
const (
	AskGoal       = "goal"
	AskPace       = "pace"
	AskWay        = "way"
	AskInterests  = "interests"
	AskExperience = "experience"
)

// The answers to the built-in Ask for experience.
const (
	ExperienceNew  = "new"
	ExperienceSome = "some"
	ExperienceMuch = "much"
)

// What a course is called in English where its author says nothing: the prompts
// of the built-in Asks, and the title of a fork without one.
const (
	PromptGoal       = "What would you like to be able to do?"
	PromptPace       = "How would you like to take this course?"
	PromptWay        = "How do you like a new idea explained?"
	PromptInterests  = "Which of these interest you?"
	PromptExperience = "How much of this do you know already?"
	ForkTitle        = "Choose what comes next"
)

// builtInOnboarding asks for goal, pace, way, interests and experience from
// the lists of the course. What leaves no choice is not asked.
func builtInOnboarding(c *Course) []*Ask {
	var asks []*Ask
	add := func(id, prompt string, options []Choice) *Ask {
		a := &Ask{ID: id, Prompt: prompt, Options: options, BuiltIn: true}
		asks = append(asks, a)
		return a
	}
	if len(c.Goals) > 1 {
		add(AskGoal, PromptGoal, goalChoices(c.Goals))
	}
	if len(c.Paces) > 1 {
		var options []Choice
		for _, p := range c.Paces {
			options = append(options, Choice{ID: p.ID, Title: p.describe()})
		}
		add(AskPace, PromptPace, options).Paces = c.Paces
	}
	if len(c.Ways) > 1 {
		add(AskWay, PromptWay, c.Ways)
	}
	if len(c.Interests) > 0 {
		add(AskInterests, PromptInterests, c.Interests).Many = true
	}
	add(AskExperience, PromptExperience, []Choice{
		{ID: ExperienceNew, Title: "It is new to me"},
		{ID: ExperienceSome, Title: "I know some of it"},
		{ID: ExperienceMuch, Title: "I know much of it"},
	})
	return asks
}

func goalChoices(goals []Goal) []Choice {
	var options []Choice
	for _, g := range goals {
		options = append(options, Choice{ID: g.ID, Title: g.Title})
	}
	return options
}

// takeOnboarding lets the Asks of a file replace the built-in ones.
func (l *loader) takeOnboarding(p *page) {
	c := l.course
	c.Onboarding = nil
	var welcome []string
	for _, b := range p.parsed.Blocks {
		switch b := b.(type) {
		case *Ask:
			c.Onboarding = append(c.Onboarding, b)
		case Text:
			if len(c.Onboarding) == 0 {
				welcome = append(welcome, strings.TrimSpace(b.Markdown))
			}
		case *Question:
			l.warn(codeOnboarding, b.Pos, 0, "an onboarding file asks for wishes; this question is not asked", "move it to a lesson or to the placement test")
		case *Task:
			l.warn(codeOnboarding, b.Pos, 0, "an onboarding file has no tasks; this one is not shown", "move it to a lesson")
		case *Section:
			l.warn(codeOnboarding, b.Pos, 0, "an onboarding file has no sections with a rule; this one is not shown", "give the Ask itself a when")
		}
	}
	c.Welcome = strings.Join(welcome, "\n\n")
	if len(c.Onboarding) == 0 {
		l.warn(codeOnboarding, Pos{File: p.file}, 0, "this file asks nothing; the built-in questions are asked instead", `write "### Ask: …" with a list of options`)
		c.Onboarding = builtInOnboarding(c)
		return
	}
	for _, a := range c.Onboarding {
		l.matchOptions(a)
	}
}

// matchOptions compares the options of an Ask with the list they are taken
// from. A list that course.yaml does not have is filled from the options.
func (l *loader) matchOptions(a *Ask) {
	c := l.course
	switch a.ID {
	case AskGoal:
		if len(c.Goals) == 0 {
			for _, o := range a.Options {
				c.Goals = append(c.Goals, Goal{ID: o.ID, Title: o.Title})
			}
			return
		}
		l.declared(a, "goals", goalChoices(c.Goals))
	case AskPace:
		var paces []Choice
		for _, p := range c.Paces {
			paces = append(paces, Choice{ID: p.ID, Title: p.Title})
		}
		l.declared(a, "paces", paces)
	case AskWay:
		if len(c.Ways) == 0 {
			c.Ways = a.Options
			return
		}
		l.declared(a, "ways", c.Ways)
	case AskInterests:
		if len(c.Interests) == 0 {
			c.Interests = a.Options
			return
		}
		l.declared(a, "interests", c.Interests)
	}
}

// declared reports options of an Ask that its list does not have.
func (l *loader) declared(a *Ask, list string, have []Choice) {
	var ids []string
	known := map[string]bool{}
	for _, h := range have {
		ids = append(ids, h.ID)
		known[h.ID] = true
	}
	for _, o := range a.Options {
		if known[o.ID] {
			continue
		}
		hint := l.suggest(o.ID, ids)
		if hint == "" {
			hint = fmt.Sprintf("%s in course.yaml: %s", list, strings.Join(ids, ", "))
		}
		pos, n := l.find(a.Pos, o.ID)
		l.fail(codeOption, pos, n, fmt.Sprintf("%s is not among the %s of the course", named(o.ID), list), hint)
	}
}
