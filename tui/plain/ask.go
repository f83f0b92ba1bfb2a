package plain

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// ask says how the present step is answered. It is the last line before every
// prompt.
func (d *Dialogue) ask() {
	if d.given.whole != nil {
		d.say(d.p.Sure)
		return
	}
	if d.opening {
		d.say(d.p.Path.DayHow)
		return
	}
	how := d.p.GoOn
	switch st := d.s.Step().(type) {
	case learn.Asking:
		how = d.askAsking(st)
	case learn.Offer:
		how = d.p.YesNo
		if st.Kind == learn.OfferPlacement {
			how = d.p.Path.PlacementHow
		}
	case learn.Planning:
		how = d.askPlanning(st)
	case learn.Placed:
		how = d.askPlaced(st)
	case learn.Recalling:
		how = d.askRecalling()
	case learn.Closing:
		how = d.p.Path.Write
	case learn.Choosing:
		how = d.p.ChooseN(st.Choose.Pick, len(st.Choose.From))
	case learn.Answering:
		how = d.askAnswering(st)
	case learn.Feedback:
		how = d.askFeedback(st)
	case learn.Doing:
		how = d.howTask(st)
		if st.HintsLeft > 0 {
			how = d.p.HintsLeft(st.HintsLeft) + " " + how
		}
	case learn.Reading, learn.Summary, learn.Reviewed:
	case learn.Finished:
		how = d.p.ToEnd
	}
	d.say(how)
}

func (d *Dialogue) askAsking(st learn.Asking) string {
	switch {
	case st.Answered:
		return d.p.GoOn
	case len(st.Ask.Options) == 0:
		return d.p.Write
	case st.Ask.Many:
		return d.p.ChooseMany(len(st.Ask.Options))
	}
	return d.p.ChooseOne(len(st.Ask.Options))
}

func (d *Dialogue) askAnswering(st learn.Answering) string {
	how, pointed := d.p.Type, st.HintsLeft
	if st.Support == model.SupportBare || pointed > 0 && st.NextHint() == d.told.hint {
		pointed = 0 // they can be had; nothing is pointed out, nor what was told just now
	}
	switch f := st.Question.Form.(type) {
	case *course.Options:
		how = d.p.ChooseOne(len(f.List))
		if f.Many {
			how = d.p.ChooseMany(len(f.List))
		}
	case *course.Order:
		how = d.p.InOrder(len(f.Items))
	case *course.Match:
		how = d.p.MatchUp(len(f.Pairs))
	case *course.Blanks:
		open := d.openGap(f)
		if open < 0 {
			return d.p.AllFilled
		}
		how = d.p.Blank(open+1, len(f.List))
		if pointed > 0 && d.filled() == "" {
			how = d.p.HintsLeft(pointed) + " " + how
		}
		return how
	case *course.Typed:
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			how += " " + d.w.Answers.NumberHelp(f.Answers[0].Unit)
		}
	}
	if pointed > 0 {
		return d.p.HintsLeft(pointed) + " " + how
	}
	return how
}

func (d *Dialogue) askFeedback(st learn.Feedback) string {
	switch {
	case st.Detour != nil:
		return d.p.ToDetour
	case st.Go != nil:
		return d.p.ToGo
	case st.Settled:
		return d.p.GoOn
	case st.Verdict.Outcome == course.Spelling:
		return d.p.TryFree
	}
	return d.p.TryAgain(st.TriesLeft)
}
