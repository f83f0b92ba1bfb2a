package tui

import (
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// sampleViews is what a session tells to the pages beside the flow, made by
// hand so that each has something of everything.
type sampleViews struct {
	*learn.Session
	today    learn.Today
	decision learn.Decision
	skills   learn.Map
	insights learn.Insights
	plan     learn.Plan
	settings []learn.Setting
	did      []learn.Action // what the pages asked for
}

func (v *sampleViews) Today() learn.Today        { return v.today }
func (v *sampleViews) Decision() learn.Decision  { return v.decision }
func (v *sampleViews) Map() learn.Map            { return v.skills }
func (v *sampleViews) Insights() learn.Insights  { return v.insights }
func (v *sampleViews) Plan() learn.Plan          { return v.plan }
func (v *sampleViews) Settings() []learn.Setting { return v.settings }
func (v *sampleViews) Progress() learn.Progress {
	p := v.Session.Progress()
	p.Skills = nil
	for _, k := range v.skills.Skills {
		p.Skills = append(p.Skills, k.SkillState)
	}
	return p
}

// Do carries out what it can of what changes these views.
func (v *sampleViews) Do(a learn.Action) (learn.Step, error) {
	v.did = append(v.did, a)
	switch a := a.(type) {
	case learn.Rest:
		v.today.Resting = true
		return v.Step(), nil
	case learn.Set:
		if d, err := time.Parse(time.DateOnly, a.Answer.Text); err == nil && d.Before(v.today.Day) {
			return v.Step(), &course.FormError{Lack: course.LackFuture}
		}
		for i := range v.settings {
			if string(v.settings[i].ID) == a.ID {
				v.settings[i].Current, v.settings[i].Usual = a.Answer, false
				return v.Step(), nil
			}
		}
	case learn.Review:
		return learn.Answering{Place: learn.Place{Course: "Git, step by step", Why: v.today.Due[0].Why}}, nil
	}
	return v.Session.Do(a)
}

// wrap puts the views over the sessions that a program opens.
func (v *sampleViews) wrap(a *App) {
	open := a.open
	a.open = func(ref string) (Session, []course.Diag, error) {
		s, diags, err := open(ref)
		if l, ok := s.(*learn.Session); ok {
			v.Session = l
			return v, diags, err
		}
		return s, diags, err
	}
}

func sampleDay(days int) time.Time {
	return time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
}

func newSampleViews() *sampleViews {
	c := sampleCourse()
	v := &sampleViews{}
	commits, staging := c.Lessons[1], c.Lessons[2]
	state := func(id, title string, mastery float64, answers, left int) learn.SkillState {
		return learn.SkillState{Skill: course.Skill{ID: id, Title: title}, Mastery: mastery, Answers: answers, Line: 0.95, Left: left}
	}
	known := state("commits", "Save a step", 0.97, 6, 0)
	known.Mastered, known.Recall, known.Due = true, 0.84, sampleDay(0)
	begun := state("staging", "Choose what to save", 0.72, 3, 1)
	ahead := state("branches", "Work on two things at once", 0.2, 0, 2)
	merging := state("merging", "Bring two histories together", 0.2, 0, 2)
	tested := state("files", "Files and folders", 0.96, 2, 0)
	tested.Mastered, tested.Tested, tested.Recall, tested.Due = true, true, 0.97, sampleDay(6)

	question := commits.Blocks[1].(*course.Question)
	answer := func(outcome course.Outcome, hints int, points, after float64) learn.Trace {
		e := learn.Event{Kind: learn.KindAnswered, Outcome: outcome, Hints: hints, Answer: &course.Answer{}}
		if outcome == course.Right {
			e.Score = 1
		}
		return learn.Trace{Event: e, What: learn.TraceAnswer, Title: question.Prompt, Question: question, Points: points, Mastery: after}
	}
	traces := []learn.Trace{
		{Event: learn.Event{Kind: learn.KindFinished}, What: learn.TraceLesson, Title: "Choosing what to save", Mastery: 0.44},
		answer(course.Wrong, 0, -2.2, 0.16), answer(course.Right, 1, 1.1, 0.43), answer(course.Right, 0, 1.3, 0.72),
	}
	due := func(kind learn.DueKind, id, title string, why learn.Reason) learn.Due {
		why.Title = title
		return learn.Due{Kind: kind, ID: string(kind) + ":" + id, Title: title, Recall: 0.84, On: sampleDay(0), Why: why}
	}
	fork := learn.Forecast{From50: sampleDay(30), To50: sampleDay(44), From80: sampleDay(24), To80: sampleDay(61), Status: learn.ForecastTight}
	week := learn.WeekRun{Week: learn.Week{Done: 3, Of: 4}, Run: 2, Best: 3, Total: 5, Past: []learn.WeekDone{
		{Monday: sampleDay(-33), Week: learn.Week{Done: 4, Of: 4}, Kept: true}, {Monday: sampleDay(-26), Week: learn.Week{Of: 4}, Rest: true},
		{Monday: sampleDay(-19), Week: learn.Week{Done: 2, Of: 4}}, {Monday: sampleDay(-12), Week: learn.Week{Done: 5, Of: 4}, Kept: true},
		{Monday: sampleDay(-5), Week: learn.Week{Done: 3, Of: 4}},
	}}
	leech := due(learn.DueQuestion, "again", "Which command saves a step?", learn.Reason{Code: learn.WhyMissed, Days: 3})
	leech.Lapses = 4
	unclear := learn.Unclear{Text: "what happens to a file that I never added", When: sampleDay(-1).Add(9 * time.Hour), Lesson: staging}
	v.today = learn.Today{Known: 2, Of: 5,
		Day: sampleDay(0), DueMinutes: 4, Take: 3, TakeMinutes: 3, Tomorrow: 2, Spent: 0, Sitting: 25, Planned: true, Week: &week.Week, Forecast: &fork,
		Due: []learn.Due{
			due(learn.DueSkill, "commits", "Save a step", learn.Reason{Code: learn.WhyDue, Days: 9, Number: 0.84, Limit: 0.9}),
			due(learn.DueQuestion, "save", "Which command saves a step?", learn.Reason{Code: learn.WhyMissed, Days: 2}),
			due(learn.DueCard, "c1", "What does `git status` tell?", learn.Reason{Code: learn.WhyCard, From: "Your first commit"}),
			due(learn.DueOpen, "staging", "Choose what to save", learn.Reason{Code: learn.WhyOpen, Number: 0.72}),
		},
		Next:    learn.Next{Title: "Choosing what to save", Lesson: staging, Module: "Your own history", Begun: true, Minutes: 12, Why: learn.Reason{Code: learn.WhyContinue}},
		Unclear: &unclear, Leeches: []learn.Due{leech},
	}
	v.decision = learn.Decision{
		Title: "Which command saves a step?", Source: learn.ByModel,
		Why: []learn.Reason{
			{Code: learn.WhyPractice, Title: "Choose what to save", Number: 0.72, Limit: 0.95},
			{Code: learn.WhyEasier},
		},
		Figures: []learn.Figure{{SkillState: begun, Traces: traces}},
		Over:    &learn.Reason{Code: learn.WhyWaits, Title: "Branches", From: "Choose what to save", Number: 0.72, Limit: 0.8},
		IfRight: []learn.SkillMove{{Skill: begun.Skill, Before: 0.72, After: 0.91, Line: 0.95, Left: 1}},
		IfWrong: []learn.SkillMove{{Skill: begun.Skill, Before: 0.72, After: 0.27, Line: 0.95, Left: 2}},
		Else: []learn.Alternative{
			{Kind: learn.ElseReview, Action: learn.Review{}},
			{Kind: learn.ElseLesson, Title: "Going back safely", Action: learn.GoTo{ID: "back"}, Cost: &learn.Reason{Code: learn.WhyWaits, Title: "Going back safely", From: "Choose what to save", Number: 0.72, Limit: 0.8}},
			{Kind: learn.ElseSkip, Title: "Choosing what to save", Action: learn.SkipLesson{}, Builds: 2},
			{Kind: learn.ElseRest, Action: learn.Rest{}},
		},
	}
	v.skills = learn.Map{Known: 2, Of: 5, Goal: "My own work", Lessons: []learn.LessonProgress{
		{Lesson: c.Lessons[0], State: learn.LessonSkipped, Why: learn.Reason{Code: learn.WhyKnown, From: "Save a step", Number: 0.97}}, {Lesson: commits, State: learn.LessonDone},
		{Lesson: staging, State: learn.LessonBegun, Here: true}, {Lesson: c.Lessons[3], State: learn.LessonOpen},
		{Lesson: c.Lessons[6], State: learn.LessonOpen, Optional: true},
	}, Skills: []learn.MapSkill{
		{SkillState: tested, Stage: learn.StageTested, InGoal: true},
		{SkillState: known, Stage: learn.StageDue, Needs: []int{0}, Lessons: []*course.Lesson{commits}, InGoal: true, Reviews: 2, Traces: traces},
		{SkillState: begun, Stage: learn.StageOpen, Needs: []int{1}, Lessons: []*course.Lesson{staging}, InGoal: true, Traces: traces},
		{SkillState: ahead, Stage: learn.StageWaiting, Needs: []int{2}, Waits: []learn.Wait{{Skill: begun.Skill, Mastery: 0.72, Line: 0.8}}, InGoal: true},
		{SkillState: merging, Stage: learn.StageNew, Needs: []int{3, 1}},
	}, Detours: []learn.DetourTaken{{From: "Choosing what to save", To: "The three places", When: sampleDay(-2), Why: learn.Reason{Code: learn.WhyWrongIdea, Title: "add sends my file to a server"}}}}
	v.insights = learn.Insights{
		Minutes: 214, Answers: 61, Strong: []learn.SkillState{known, tested}, Weak: []learn.SkillState{begun},
		SureMisses:  []learn.SureMiss{{Question: question, Lesson: commits, When: sampleDay(-1), Right: true}, {Question: question, Lesson: commits, When: sampleDay(-6)}},
		Calibration: &learn.Calibration{Guess: learn.Tally{Right: 2, Asked: 5}, Fairly: learn.Tally{Right: 6, Asked: 8}, Sure: learn.Tally{Right: 7, Asked: 10}},
		Hours:       []learn.HourBand{{From: 6, To: 12, Tally: learn.Tally{Right: 30, Asked: 34}}, {From: 18, To: 24, Tally: learn.Tally{Right: 14, Asked: 27}}},
		Lessons:     []learn.LessonTime{{Lesson: commits, Minutes: 31}, {Lesson: staging, Minutes: 18}},
		Weeks:       &week, Recall: &learn.Recalled{Tally: learn.Tally{Right: 21, Asked: 26}, Expected: 0.89}, Keeps: 0.8,
		Leeches: []learn.Due{leech}, Unclear: []learn.Unclear{unclear}, Forecast: &fork,
	}
	for i, minutes := range []float64{20, 0, 35, 10, 0, 0, 25, 60, 0, 15} {
		if minutes > 0 {
			v.insights.Days = append(v.insights.Days, learn.DayWork{Day: sampleDay(-30 + 3*i), Minutes: minutes})
		}
	}
	v.plan = learn.Plan{
		Goal: "My own work", Skills: 3, Of: 5, Lessons: 4, Days: []time.Weekday{time.Monday, time.Wednesday, time.Friday, time.Saturday}, Sitting: 25,
		Until: sampleDay(50), New: 190, Review: 75, Speed: 1.3, Forecast: &fork, Weeks: &week,
		Levers: []learn.Lever{
			{Kind: learn.LeverMinutes, From: 85, To: 145, Ends: sampleDay(45), Does: true, Set: &learn.Set{ID: string(learn.SettingMinutes), Answer: course.Answer{Items: []string{"45"}}}},
			{Kind: learn.LeverDate, Date: sampleDay(61), Does: true, Set: &learn.Set{ID: string(learn.SettingUntil), Answer: course.Answer{Text: sampleDay(61).Format(time.DateOnly)}}},
			{Kind: learn.LeverGoal, From: 3, To: 2, Goal: "An interview", Ends: sampleDay(48), Does: true, Set: &learn.Set{ID: "goal", Answer: course.Answer{Items: []string{"interview"}}}},
			{Kind: learn.LeverSure, From: 90, To: 85, Ends: sampleDay(55), Set: &learn.Set{ID: string(learn.SettingRecall), Answer: course.Answer{Items: []string{"85"}}}},
			{Kind: learn.LeverPreset, Sure: "brisk", Ends: sampleDay(52), Set: &learn.Set{ID: string(learn.SettingSure), Answer: course.Answer{Items: []string{"brisk"}}}},
		},
	}
	for i := range 14 {
		d := learn.PlanDay{Day: sampleDay(i)}
		switch d.Day.Weekday() {
		case time.Monday, time.Wednesday, time.Friday, time.Saturday:
			d.Mine, d.Review, d.New, d.Titles = true, 4+float64(i%3), 18, []string{"Save a step", "Going back safely"}
		default:
		}
		v.plan.Coming = append(v.plan.Coming, d)
	}
	one := func(id learn.SettingID, current string, options ...string) learn.Setting {
		return learn.Setting{ID: id, Kind: learn.SettingOne, Options: options, Current: course.Answer{Items: []string{current}}, Usual: true}
	}
	v.settings = []learn.Setting{
		one(learn.SettingSure, "standard", "brisk", "standard", "thorough"), one(learn.SettingRecall, "90", "85", "90", "95"),
		{ID: learn.SettingDays, Kind: learn.SettingMany, Options: []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, Current: course.Answer{Items: []string{"mon", "wed", "fri", "sat"}}},
		one(learn.SettingMinutes, "25", "5", "10", "15", "25", "45", "60", "90"),
		{ID: learn.SettingUntil, Kind: learn.SettingDate, Current: course.Answer{Text: "2026-05-03"}},
		{ID: learn.SettingWhen, Kind: learn.SettingText}, one(learn.SettingFirst, "try", "try", "read"),
		one(learn.SettingConfidence, "on", "on", "off"), one(learn.SettingWeeks, "on", "on", "off"), one(learn.SettingClosing, "on", "on", "off"),
	}
	return v
}
