package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// madeSession is a session of steps made by hand, to show each as it can be.
// Whatever leads on leads to the next of them, and a last page follows.
type madeSession struct {
	Session // of a real course, for all that is not a step
	steps   []learn.Step
	did     []learn.Action
}

func (s *madeSession) Step() learn.Step { return s.steps[0] }

func (s *madeSession) Do(a learn.Action) (learn.Step, error) {
	s.did = append(s.did, a)
	switch a := a.(type) {
	case learn.Draft, learn.ShowWay:
	case learn.Set:
		if p, ok := s.steps[0].(learn.Planning); ok {
			p.Settings = slices.Clone(p.Settings)
			for i := range p.Settings {
				if string(p.Settings[i].ID) == a.ID {
					p.Settings[i].Current = a.Answer
				}
			}
			s.steps[0] = p
		}
	default:
		if len(s.steps) > 1 {
			s.steps = s.steps[1:]
		}
	}
	return s.steps[0], nil
}

// last is the last action that was done, as a script writes it.
func (s *madeSession) last() string {
	if len(s.did) == 0 {
		return "nothing"
	}
	a := s.did[len(s.did)-1]
	said := strings.TrimPrefix(fmt.Sprintf("%T", a), "learn.")
	switch a := a.(type) {
	case learn.Submit:
		said += fmt.Sprintf(" %s %s sure %d", strings.Join(a.Answer.Items, ","), a.Answer.Text, a.Confidence)
	case learn.Judge:
		said += " " + string(a.Knew)
	case learn.Set:
		said += " " + a.ID + " " + strings.Join(a.Answer.Items, ",") + a.Answer.Text
	}
	return strings.Join(strings.Fields(said), " ")
}

// newMade makes a session of the steps with these names.
func newMade(t *testing.T, shelf *sampleShelf, names ...string) *madeSession {
	t.Helper()
	played, err := shelf.session(flowCourse())
	if err != nil {
		t.Fatal(err)
	}
	s := &madeSession{Session: played}
	all := madeSteps()
	for _, name := range names {
		step, ok := all[name]
		if !ok {
			t.Fatalf("no step is called %q", name)
		}
		s.steps = append(s.steps, step)
	}
	s.steps = append(s.steps, learn.Finished{Place: madePlace(learn.Reason{Code: learn.WhyEnd})})
	return s
}

func madePlace(why learn.Reason) learn.Place {
	return learn.Place{Course: "Git, first steps", Why: why}
}

// inLesson is a place in a lesson of the sample course.
func inLesson(why learn.Reason, n, of int) learn.Place {
	p := madePlace(why)
	p.Lesson, p.Number, p.Of = flowCourse().Lessons[0], n, of
	return p
}

func madeSkill(i int) course.Skill { return flowCourse().Skills[i] }

// madeSteps are the steps by name.
func madeSteps() map[string]learn.Step {
	steps := map[string]learn.Step{}
	for _, some := range []map[string]learn.Step{madeOffers(), madeQuestions(), madeFeedback(), madeReview(), madeStart()} {
		for name, s := range some {
			steps[name] = s
		}
	}
	return steps
}

func madeOffers() map[string]learn.Step {
	return map[string]learn.Step{
		"offer-placement": learn.Offer{Place: madePlace(learn.Reason{Code: learn.WhyPlacement}), Kind: learn.OfferPlacement, Item: "placement", Count: 8, Minutes: 6},
		"offer-review":    learn.Offer{Place: madePlace(learn.Reason{Code: learn.WhyDue, Title: "Save a step", Days: 9, Number: .84, Limit: .9}), Kind: learn.OfferReview, Count: 7, Minutes: 5},
		"offer-practice": learn.Offer{Place: inLesson(learn.Reason{Code: learn.WhyPrereq, Title: "Choose what to save", From: "Save a step", Number: .61}, 3, 9),
			Kind: learn.OfferPractice, Title: "Choose what to save", Minutes: 2},
		"offer-back": learn.Offer{Place: inLesson(learn.Reason{Code: learn.WhyExplain, Title: "Save a step"}, 3, 9), Kind: learn.OfferBack, Title: "Saving a step", Minutes: 15},
	}
}

func madeQuestions() map[string]learn.Step {
	choose := func() learn.Answering {
		q := flowLesson().Blocks[3].(*course.Question)
		return learn.Answering{Question: q, Try: 1, HintsLeft: len(q.Hints), Checked: true, CanHarder: true}
	}
	at := func(p learn.Purpose, place learn.Place) learn.Answering {
		s := choose()
		s.Place, s.Purpose = place, p
		return s
	}
	placement := at(learn.ForPlacement, madePlace(learn.Reason{Code: learn.WhyPlacement}))
	placement.Number, placement.Of, placement.HintsLeft, placement.CanHarder = 3, 8, 0, false
	fourth := placement
	fourth.Number, fourth.Question = 4, flowLesson().Blocks[5].(*course.Question)
	review := at(learn.ForReview, inLesson(learn.Reason{Code: learn.WhyDue, Title: "Choose what to save", Days: 9, Number: .84, Limit: .9}, 2, 7))
	again := at(learn.ForLesson, inLesson(learn.Reason{Code: learn.WhyNext}, 3, 9))
	again.Try, again.Checked, again.Support = 2, false, model.SupportFading
	sure := at(learn.ForLesson, inLesson(learn.Reason{Code: learn.WhyNext}, 3, 9))
	sure.AskSure = true
	typed := sure
	typed.Question = flowLesson().Blocks[5].(*course.Question)
	giveUp := sure
	giveUp.Question = flowCourse().Placement.Blocks[0].(*course.Question)
	return map[string]learn.Step{
		"question-give-up":     giveUp,
		"question-placement":   placement,
		"question-placement-4": fourth,
		"question-review":      review,
		"question-try":         at(learn.ForTry, inLesson(learn.Reason{Code: learn.WhyTryFirst, Title: "Choose what to save", Number: .45}, 1, 9)),
		"question-practice":    at(learn.ForPractice, inLesson(learn.Reason{Code: learn.WhyPractice, Title: "Choose what to save", Number: .74, Limit: .95}, 9, 9)),
		"question-check":       at(learn.ForCheck, inLesson(learn.Reason{Code: learn.WhyContinue}, 3, 9)),
		"question-again":       again,
		"question-sure":        sure,
		"question-typed":       typed,
	}
}

func madeFeedback() map[string]learn.Step {
	q := flowLesson().Blocks[3].(*course.Question)
	form := q.Form.(*course.Options)
	right := learn.Feedback{
		Place: inLesson(learn.Reason{Code: learn.WhyNext}, 3, 9), Question: q, Answer: course.Answer{Items: []string{form.List[1].Text}},
		Verdict: course.Verdict{Outcome: course.Right, Score: 1, Replies: []course.Reply{form.List[1].Reply}}, Settled: true, Reveal: true, Why: q.Why,
		Solution: course.Answer{Items: []string{form.List[1].Text}},
	}
	right.Moved = []learn.SkillMove{{Skill: madeSkill(0), Before: .61, After: .88, Points: 1.3, Line: .95, Left: 1}}
	known := right
	known.Purpose = learn.ForPractice
	known.Moved = []learn.SkillMove{
		{Skill: madeSkill(0), Before: .88, After: .97, Points: 1.3, Line: .95, Mastered: true, Now: true, Next: 2},
		{Skill: madeSkill(1), Before: .97, After: .98, Points: 1.3, Line: .95, Mastered: true, Next: 9},
	}
	known.Calibration = &learn.Calibration{Guess: learn.Tally{Right: 1, Asked: 3}, Fairly: learn.Tally{}, Sure: learn.Tally{Right: 7, Asked: 10}}
	miss := right
	miss.Answer = course.Answer{Items: []string{form.List[2].Text}}
	miss.Verdict = course.Verdict{Outcome: course.Wrong, Replies: []course.Reply{form.List[2].Reply}}
	miss.Confidence, miss.SureMiss = 3, true
	miss.Moved = []learn.SkillMove{{Skill: madeSkill(0), Before: .88, After: .47, Points: -2.2, Line: .95, Left: 3}}
	hint := miss
	hint.Confidence, hint.SureMiss = 0, false
	hint.Settled, hint.Reveal, hint.TriesLeft, hint.HintsLeft, hint.Why, hint.Solution = false, false, 2, 1, "", course.Answer{}
	hint.Hint = q.Hints[0]
	ready := hint
	ready.Hint, ready.HintsLeft, ready.HintReady = "", 2, true
	ready.Moved = []learn.SkillMove{{Skill: madeSkill(0), Before: .88, After: .88, Line: .95, Left: 1}}
	try := miss
	try.Confidence, try.SureMiss, try.Purpose, try.Reveal, try.Why, try.Solution = 0, false, learn.ForTry, false, "", course.Answer{}
	review := miss
	review.Purpose, review.Place = learn.ForReview, madePlace(learn.Reason{Code: learn.WhyDue, Title: "Choose what to save", Days: 9, Number: .84, Limit: .9})
	review.Moved = []learn.SkillMove{{Skill: madeSkill(0), Before: .97, After: .8, Points: -2.2, Line: .95, Mastered: true, Next: 1}}
	return map[string]learn.Step{
		"feedback-try": try, "feedback-review": review,
		"feedback-moved": right, "feedback-known": known, "feedback-sure-miss": miss, "feedback-hint": hint, "feedback-hint-ready": ready,
	}
}

func madeReview() map[string]learn.Step {
	due := inLesson(learn.Reason{Code: learn.WhyCard, From: "Saving a step"}, 4, 7)
	card := learn.Recalling{Place: due, Kind: learn.DueCard, Item: "c1", Front: "What does `git status` tell you?", Back: "What changed, and what of it is **staged**.\n\n- red: changed\n- green: staged\n"}
	long := card
	long.Item, long.Front = "c2", strings.Repeat("Think of a working day with many files and many changes in them.\n\n", 12)+"What comes first?"
	term := card
	term.Kind, term.Item, term.Front, term.Back = learn.DueTerm, "staging area", "staging area", "Where the next commit is put together."
	reviewed := learn.Reviewed{Place: madePlace(learn.Reason{Code: learn.WhyReviewed}), Right: 3, Asked: 4, Minutes: 3.4, Due: 2, Tomorrow: 5, Items: []learn.ReviewedItem{
		{Title: "Choose what to save", Kind: learn.DueSkill, Right: true, Days: 12},
		{Title: "What does `git status` tell you?", Kind: learn.DueCard, Right: true, Days: 4},
		{Title: "Merging, and what to do about conflicts that two people made on the same line", Kind: learn.DueQuestion, Days: 1, Leech: true},
		{Title: "staging area", Kind: learn.DueTerm, Right: true, Days: 1},
	}}
	none := learn.Reviewed{Place: madePlace(learn.Reason{Code: learn.WhyReviewed}), Next: sampleNow().AddDate(0, 0, 3)}
	week := &learn.Week{Done: 3, Of: 4}
	closing := learn.Closing{Place: madePlace(learn.Reason{Code: learn.WhyClosing, Number: 25}), Minutes: 27.2, Planned: 25, Lessons: flowCourse().Lessons[:2],
		Skills: []learn.SkillState{{Skill: madeSkill(0), Mastery: .97, Mastered: true}}, Tomorrow: 5, Week: week}
	another := learn.Reading{Place: inLesson(learn.Reason{Code: learn.WhyExplain, Title: "Choose what to save"}, 4, 9), Another: true,
		Page: learn.Page{ID: "places#start", Title: "Three places", Parts: []learn.Part{learn.TextPart{Text: course.Text{ID: "start", Markdown: "# Three places\n\nA change is in the **folder**, on the **stage** or in the **history**.\n\n```console\n$ git status\n```\n"}}}}}
	return map[string]learn.Step{"card": card, "card-long": long, "term": term, "reviewed": reviewed, "reviewed-none": none, "closing": closing, "another": another}
}

func madeStart() map[string]learn.Step {
	items := func(s ...string) course.Answer { return course.Answer{Items: s} }
	planning := learn.Planning{Place: madePlace(learn.Reason{Code: learn.WhyPlanning}), Minutes: 330, Settings: []learn.Setting{
		{ID: learn.SettingDays, Kind: learn.SettingMany, Options: []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, Current: items("mon", "wed", "fri"), Usual: true},
		{ID: learn.SettingMinutes, Kind: learn.SettingOne, Options: []string{"5", "10", "15", "25", "45", "60", "90"}, Current: items("25"), Usual: true},
		{ID: learn.SettingUntil, Kind: learn.SettingDate},
		{ID: learn.SettingWhen, Kind: learn.SettingText},
		{ID: learn.SettingObstacle, Kind: learn.SettingText},
	}}
	c := flowCourse()
	placed := learn.Placed{Place: madePlace(learn.Reason{Code: learn.WhyPlaced}), Asked: 7, Skills: []learn.PlacedSkill{
		{Skill: c.Skills[0], Mastery: .95, Found: learn.FoundKnown, Known: true, Lessons: []*course.Lesson{c.Lessons[0]}},
		{Skill: c.Skills[1], Mastery: .92, Found: learn.FoundKnown, Known: true, Lessons: []*course.Lesson{c.Lessons[0]}},
		{Skill: c.Skills[2], Mastery: .46, Found: learn.FoundMaybe, Lessons: []*course.Lesson{c.Lessons[1]}},
		{Skill: course.Skill{ID: "remote", Title: "Work with somebody else on one and the same project"}, Mastery: .08, Found: learn.FoundNew},
	}}
	return map[string]learn.Step{"planning": planning, "placed": placed, "placed-nothing": learn.Placed{Place: madePlace(learn.Reason{Code: learn.WhyPlaced})}}
}
