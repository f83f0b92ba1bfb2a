package plain

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// show prints the step the learner meets now.
func (d *Dialogue) show() {
	d.where()
	switch st := d.s.Step().(type) {
	case learn.Asking:
		d.asking(st)
	case learn.Offer:
		d.offer(st)
	case learn.Choosing:
		d.choosing(st)
	case learn.Reading:
		d.page(st.Page)
	case learn.Answering:
		d.answering(st)
	case learn.Feedback:
		d.feedback(st)
	case learn.Doing:
		d.doing(st)
	case learn.Summary:
		d.summary(st)
	case learn.Finished:
		d.finished(st)
		return
	}
	d.ask()
}

// where says the place, the reason and what can be taken back, as far as they
// are news.
func (d *Dialogue) where() {
	at := d.s.Step().At()
	d.gap()
	if at.Lesson != nil {
		line := d.p.Where(at.Course, at.Lesson.Title)
		if at.Number > 0 {
			line += ", " + d.p.Step(at.Number, at.Of)
		}
		d.say(line)
		if at.Lesson.ID != d.lesson && at.Depth > 0 {
			d.say(d.p.Detour(at.Back))
		}
		d.lesson = at.Lesson.ID
	}
	if why := d.w.Why(at.Why); why != d.why {
		d.why = why
		if why != "" {
			d.say(d.p.Why(why))
		}
		if at.Undo != nil {
			d.say(d.p.CanUndo(d.w.Why(*at.Undo)))
		}
	}
}

// ask says how the present step is answered.
func (d *Dialogue) ask() {
	switch st := d.s.Step().(type) {
	case learn.Asking:
		switch {
		case st.Answered:
			d.say(d.p.GoOn)
		case len(st.Ask.Options) == 0:
			d.say(d.p.Write)
		case st.Ask.Many:
			d.say(d.p.ChooseMany(len(st.Ask.Options)))
		default:
			d.say(d.p.ChooseOne(len(st.Ask.Options)))
		}
	case learn.Offer:
		d.say(d.p.YesNo)
	case learn.Choosing:
		d.say(d.p.ChooseN(st.Choose.Pick, len(st.Choose.From)))
	case learn.Answering:
		if st.HintsLeft > 0 && len(d.gaps) == 0 {
			d.say(d.p.HintsLeft(st.HintsLeft))
		}
		d.say(d.how(st))
	case learn.Doing:
		d.say(d.p.Done)
	default:
		d.say(d.p.GoOn)
	}
}

func (d *Dialogue) asking(st learn.Asking) {
	d.markdown(st.Intro)
	d.say(d.inline(st.Ask.Prompt))
	d.markdown(st.Ask.Body)
	for i, o := range st.Ask.Options {
		d.numbered(i, o.Title)
	}
	if st.Answered {
		d.say(d.p.Recorded)
		if st.Ask.Compare {
			d.say(d.p.YourAnswer + " " + st.Current.Text)
			d.say(d.p.Compare)
		}
		d.markdown(st.Ask.Why)
	}
}

func (d *Dialogue) offer(st learn.Offer) {
	title := d.inline(st.Title)
	switch st.Kind {
	case learn.OfferPlacement:
		d.say(d.p.OfferPlacement(title, st.Minutes))
	case learn.OfferSkip:
		d.say(d.p.OfferSkip(title))
	case learn.OfferExtra:
		d.say(d.p.OfferExtra(title))
	case learn.OfferOptional:
		d.say(d.p.OfferOptional(title, st.Minutes))
	}
}

func (d *Dialogue) choosing(st learn.Choosing) {
	d.say(d.inline(st.Choose.Title))
	for i, l := range st.Choose.From {
		d.numbered(i, l.Title)
	}
}

// page prints the text of a page, with the shown explanation of each idea.
func (d *Dialogue) page(p learn.Page) {
	for _, part := range p.Parts {
		switch part := part.(type) {
		case learn.TextPart:
			d.markdown(part.Markdown)
		case learn.WayPart:
			shown := part.List[part.Shown]
			d.say(d.p.WayShown(d.inline(shown.Title), part.Shown+1, len(part.List)))
			d.markdown(shown.Markdown)
			var others []string
			for i, w := range part.List {
				if i != part.Shown {
					others = append(others, d.inline(w.Title))
				}
			}
			if len(others) > 0 {
				d.say(d.p.OtherWays(strings.Join(others, "; ")))
			}
		}
	}
}

func (d *Dialogue) doing(st learn.Doing) {
	d.say(d.p.TaskHead + " " + d.inline(st.Task.Title))
	d.markdown(st.Task.Body)
	d.hints(st.Hints)
}

func (d *Dialogue) hints(hints []string) {
	for i, h := range hints {
		d.say(d.p.HintOf(i+1, d.flat(h)))
	}
}

func (d *Dialogue) feedback(st learn.Feedback) {
	d.verdict(st)
	for _, r := range st.Verdict.Replies {
		d.markdown(r.Text)
	}
	d.parts(st)
	if st.Reveal && st.Verdict.Outcome != course.Right {
		d.say(d.p.TheAnswer + " " + d.solution(st))
	}
	if st.Settled && st.Why != "" {
		d.say(d.p.WhyHead)
		d.markdown(st.Why)
	}
	switch {
	case st.Detour != nil:
		d.say(d.p.ToDetour(d.inline(st.Detour.Title), st.Detour.Minutes))
		d.say(d.p.AskedAgain)
	case st.Go != nil:
		d.say(d.p.ToGo(d.inline(st.Go.Title)))
	case !st.Settled && st.Verdict.Outcome == course.Wrong:
		d.say(d.p.TriesLeft(st.TriesLeft))
	}
	if st.CanDispute {
		d.say(d.p.CanDispute)
	}
}

func (d *Dialogue) verdict(st learn.Feedback) {
	switch {
	case st.Answer.DontKnow:
		d.say(d.p.DontKnow)
	case st.Verdict.Outcome == course.Right:
		d.say(d.p.Right)
	case st.Verdict.Outcome == course.Close:
		d.say(d.p.Close)
	case st.Verdict.Outcome == course.Spelling:
		d.say(d.p.Spelling(st.Verdict.DidYouMean))
	case st.Verdict.Outcome == course.Wrong:
		d.say(d.p.Wrong)
	}
}

// parts says which parts of an answer are right. What would be right instead is
// kept until the answer may be shown.
func (d *Dialogue) parts(st learn.Feedback) {
	if len(st.Verdict.Parts) < 2 || st.Verdict.Outcome == course.Right {
		return
	}
	for i, p := range st.Verdict.Parts {
		if p.Given == "" {
			continue
		}
		said := d.p.NotOK
		if p.OK {
			said = d.p.OK
		}
		d.say(fmt.Sprintf("%d. %s: %s", i+1, d.inline(p.Given), said))
	}
}

func (d *Dialogue) solution(st learn.Feedback) string {
	if st.Solution.Text != "" {
		return st.Solution.Text
	}
	items := make([]string, 0, len(st.Solution.Items))
	for i, it := range st.Solution.Items {
		said := d.inline(it)
		if m, ok := st.Question.Form.(*course.Match); ok && i < len(m.Pairs) {
			said = d.inline(m.Pairs[i].Left) + " = " + said
		}
		items = append(items, said)
	}
	return strings.Join(items, "; ")
}

func (d *Dialogue) summary(st learn.Summary) {
	d.say(d.p.SummaryOf(d.inline(st.Lesson.Title)))
	if st.Asked > 0 {
		d.say(d.p.Score(st.Right, st.Asked))
	}
	if len(st.Missed) > 0 {
		d.say(d.p.MissedAre)
		for _, q := range st.Missed {
			d.say("- " + d.inline(q.Prompt))
		}
	}
	for _, k := range st.Skills {
		d.say(d.p.Skill(d.inline(k.Skill.Title), percent(k.Before), percent(k.Mastery)))
	}
	if st.Next == "" {
		d.say(d.p.EndIsNear)
		return
	}
	d.say(d.p.NextIs(d.inline(st.Next)))
	d.say(d.w.Why(st.NextWhy))
}

func (d *Dialogue) finished(st learn.Finished) {
	d.say(d.p.Finished(d.inline(st.Course)))
	d.say(d.p.ProgressIs(st.Progress.Done, st.Progress.Of))
	for _, k := range st.Progress.Skills {
		if k.Answers > 0 {
			d.say(fmt.Sprintf("%s: %d %%", d.inline(k.Skill.Title), percent(k.Mastery)))
		}
	}
	if st.Promise != "" {
		d.say(d.p.PromiseIs)
		d.say(st.Promise)
	}
	if len(st.Left) > 0 {
		d.say(d.p.LeftAre)
		for _, l := range st.Left {
			d.say("- " + d.inline(l.Title) + " (" + l.ID + ")")
		}
	}
}

func (d *Dialogue) numbered(i int, text string) { d.say(fmt.Sprintf("%d. %s", i+1, d.inline(text))) }

// flat is Markdown of one or more paragraphs on one line.
func (d *Dialogue) flat(md string) string {
	lines := slices.DeleteFunc(render(md, 1<<16), func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.Join(lines, " ")
}

// inline is one line of Markdown without its marks, but for those of code.
func (d *Dialogue) inline(md string) string { return inline(md) }

// markdown prints text of several lines.
func (d *Dialogue) markdown(md string) {
	if strings.TrimSpace(md) == "" {
		return
	}
	for _, line := range render(md, d.width) {
		d.print(line + "\n")
	}
}

func percent(p float64) int { return int(math.Round(100 * p)) }
