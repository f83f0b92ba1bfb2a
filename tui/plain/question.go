package plain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// answering tells a question and its answers.
func (d *Dialogue) answering(st learn.Answering) {
	if st.Try > 1 {
		d.say(d.p.Again(st.Try))
	}
	d.told.item = st.Question.ID
	d.note("", st.Intro)
	d.question(st.Purpose, st.Question)
	d.note("", st.Question.Body)
	switch f := st.Question.Form.(type) {
	case *course.Options:
		for i, n := range st.Layout {
			d.numbered(i, d.inline(f.List[n].Text))
		}
	case *course.Order:
		for i, n := range st.Layout {
			d.numbered(i, d.inline(f.Items[n]))
		}
	case *course.Match:
		d.pairs(f, st.Layout)
	case *course.Blanks:
		d.note("", d.gapped(f))
	case *course.Typed:
	}
	d.hints(st.Hints, 0)
	d.draft(st)
	d.swaps(st)
}

// question tells the prompt of a question, and what it is put for.
func (d *Dialogue) question(put learn.Purpose, q *course.Question) {
	if called := d.p.Path.QuestionFor[string(put)]; called != "" {
		d.say(called + " " + d.inline(q.Prompt))
		return
	}
	d.say(d.p.Question(d.inline(q.Prompt)))
}

// swaps says that another question can be had, once in a lesson.
func (d *Dialogue) swaps(st learn.Answering) {
	if d.told.swaps || !st.CanEasier && !st.CanHarder {
		return
	}
	d.told.swaps = true
	switch {
	case st.CanEasier && st.CanHarder:
		d.say(d.p.Path.EasierHarder)
	case st.CanEasier:
		d.say(d.p.Path.Easier)
	default:
		d.say(d.p.Path.Harder)
	}
}

// pairs tells the two sides that are to be matched.
func (d *Dialogue) pairs(f *course.Match, layout []int) {
	d.say(d.p.Lefts)
	for i, p := range f.Pairs {
		d.numbered(i, d.inline(p.Left))
	}
	d.say(d.p.Rights)
	for i, n := range layout {
		d.hang(letter(i)+". ", d.inline(f.Pairs[n].Right))
	}
}

// gapped is the text of a question with its gaps named.
func (d *Dialogue) gapped(f *course.Blanks) string {
	text := f.Text
	for i := range f.List {
		text = strings.ReplaceAll(text, fmt.Sprintf("[[%d]]", i+1), d.p.Gap(i+1))
	}
	return text
}

// draft takes up an answer that was left unsent, and tells it.
func (d *Dialogue) draft(st learn.Answering) {
	a := st.Draft
	if f, ok := st.Question.Form.(*course.Blanks); ok {
		if len(d.given.gaps) == 0 && len(a.Items) == len(f.List) {
			d.given.gaps = slices.Clone(a.Items)
		}
		switch filled := d.filled(); {
		case filled == "":
		case d.openGap(f) < 0:
			d.say(filled)
		default:
			d.say(d.p.LeftGaps(filled))
		}
		return
	}
	switch {
	case a.Text != "":
		d.say(d.p.Left(a.Text))
	case len(a.Items) > 0:
		d.say(d.p.Left(listed(d.w, d.inlines(a.Items))))
	}
}

// filled tells the gaps that are filled in, or nothing when none is.
func (d *Dialogue) filled() string {
	var told []string
	for i, g := range d.given.gaps {
		if g != "" {
			told = append(told, d.p.GapIs(i+1, g))
		}
	}
	return strings.Join(told, " ")
}

// hints tells the hints from the one with the given index on.
func (d *Dialogue) hints(hints []string, from int) {
	for i := from; i < len(hints); i++ {
		d.note(d.p.HintOf(i+1), hints[i])
	}
}

// hint takes the next hint and tells it alone, where the question stays.
func (d *Dialogue) hint(string) {
	before := len(hintsOf(d.s.Step()))
	_, stays := d.s.Step().(learn.Feedback)
	if !d.do(learn.Hint{}) {
		return
	}
	if stays {
		d.show()
		return
	}
	d.hints(hintsOf(d.s.Step()), before)
}

func hintsOf(st learn.Step) []string {
	switch st := st.(type) {
	case learn.Answering:
		return st.Hints
	case learn.Doing:
		filled := make([]string, len(st.Hints))
		for i, hint := range st.Hints {
			filled[i] = st.Fill(hint)
		}
		return filled
	}
	return nil
}

func (d *Dialogue) doing(st learn.Doing) {
	head := d.p.TaskHead
	if st.Task.Code != nil {
		head = d.p.Question
	}
	d.say(head(d.inline(st.Fill(st.Task.Title))))
	if st.Task.Minutes > 0 {
		d.say(d.w.Flow.Task.Minutes(st.Task.Minutes))
	}
	d.note("", st.Fill(st.Task.Text()))
	if st.Unkept() {
		d.say(d.w.Practice.Unkept)
	}
	if len(st.Task.Checks) > 0 {
		d.say(d.w.Flow.Task.Checks + d.w.Print.Colon)
	}
	for _, c := range st.Task.Checks {
		d.hang("- ", d.inline(d.w.Flow.Task.Check(c, st.Task.Shown(st.Values))))
	}
	d.standing(st)
	d.hints(hintsOf(st), 0)
	d.authorsWay(st)
}

// authorsWay tells how the author does a task, once the learner asked.
func (d *Dialogue) authorsWay(st learn.Doing) {
	if st.Solution == "" {
		return
	}
	d.note(d.w.Practice.OneWay, st.Fill(st.Solution))
	d.say(d.w.Practice.Uncounted)
}

// inlines is inline for several lines of Markdown.
func (d *Dialogue) inlines(md []string) []string {
	out := make([]string, len(md))
	for i, m := range md {
		out[i] = d.inline(m)
	}
	return out
}

// listed puts texts on one line.
func listed(w *words.Words, texts []string) string { return strings.Join(texts, w.Print.Semicolon+" ") }

// letter names a right-hand side: a, b, … z, aa, ab, …
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}
