package plain

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// given is an answer on its way: it may take more than one line.
type given struct {
	gaps    []string            // what was filled in; empty: still open
	whole   *course.Answer      // complete; how sure the learner is comes next
	setting int                 // the choice that planning asks for, from 0
	turned  bool                // the card was turned
	elses   []learn.Alternative // what else there is, as it was told
}

// take carries out one line of the learner's. It reports whether the learner
// leaves.
func (d *Dialogue) take(line string) (over bool) {
	line = strings.TrimSpace(line)
	if name, arg, ok := command(line); ok {
		return d.command(name, arg)
	}
	if strings.HasPrefix(line, "::") {
		line = line[1:]
	}
	if d.opening {
		d.takeDay(line)
		return false
	}
	if d.given.whole != nil {
		d.sure(line)
		return false
	}
	switch st := d.s.Step().(type) {
	case learn.Asking:
		d.takeAsking(st, line)
	case learn.Offer:
		d.takeOffer(st, line)
	case learn.Planning:
		d.takePlanning(st, line)
	case learn.Placed:
		d.takePlaced(st, line)
	case learn.Recalling:
		d.takeRecalling(st, line)
	case learn.Closing:
		d.takeClosing(line)
	case learn.Choosing:
		d.takeChoosing(st, line)
	case learn.Answering:
		d.takeAnswer(st, line)
	case learn.Feedback:
		d.takeFeedback(st, line)
	case learn.Doing:
		d.takeDoing(st, line)
	case learn.Reading, learn.Summary, learn.Reviewed:
		d.goOn(line)
	case learn.Finished:
		if line == "" {
			return true
		}
		d.say(d.p.NothingToDo)
	}
	return false
}

// command splits a line that starts with a colon into name and argument. Two
// colons begin an answer, and one alone is one. So is one before a sign that is the
// name of nothing: := is a right answer in some languages.
func command(line string) (name, arg string, ok bool) {
	rest, ok := strings.CutPrefix(line, ":")
	if !ok || rest == "" || rest[0] == ' ' || strings.HasPrefix(rest, ":") {
		return "", "", false
	}
	name, arg, _ = strings.Cut(rest, " ")
	first, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsLetter(first) && !slices.ContainsFunc(commands(), func(c entry) bool { return c.short == name }) {
		return "", "", false
	}
	return name, strings.TrimSpace(arg), true
}

// goOn goes on when nothing was typed. What was typed where nothing is asked
// is refused, so that lines which are out of step do not run through a course.
func (d *Dialogue) goOn(line string) {
	if line != "" {
		d.say(d.p.NothingToDo)
		return
	}
	d.move(learn.Continue{})
}

func (d *Dialogue) takeAsking(st learn.Asking, line string) {
	if st.Answered {
		d.goOn(line)
		return
	}
	a, ok := d.readAsk(st.Ask, line)
	if ok {
		d.move(learn.Submit{Answer: a})
	}
}

// readAsk reads an answer to an Ask, or says why it is none.
func (d *Dialogue) readAsk(ask *course.Ask, line string) (course.Answer, bool) {
	if line == "" {
		d.say(d.p.NothingSaid)
		return course.Answer{}, false
	}
	if len(ask.Options) == 0 {
		return course.Answer{Text: line}, true
	}
	var list []names
	for _, o := range d.w.Ask(ask).Options {
		list = append(list, names{o.ID, o.Title})
	}
	picked, ok := d.choose(line, list, ask.Many)
	slices.Sort(picked)
	var a course.Answer
	for _, i := range picked {
		a.Items = append(a.Items, ask.Options[i].ID)
	}
	return a, ok
}

func (d *Dialogue) takeOffer(st learn.Offer, line string) {
	if st.Kind == learn.OfferPlacement {
		d.takeOfferPlacement(line)
		return
	}
	switch {
	case words.Means(line, d.p.Replies.Yes):
		d.move(learn.Accept{})
	case words.Means(line, d.p.Replies.No):
		d.move(learn.Decline{})
	case line == "":
		d.say(d.p.NothingSaid)
	default:
		d.say(d.p.NotYesNo(line))
	}
}

func (d *Dialogue) takeChoosing(st learn.Choosing, line string) {
	var list []names
	for _, l := range st.Choose.From {
		list = append(list, names{l.ID, l.Title})
	}
	picked, ok := d.choose(line, list, st.Choose.Pick > 1)
	if !ok {
		return
	}
	if len(picked) != st.Choose.Pick {
		d.say(d.p.NotN(st.Choose.Pick))
		return
	}
	slices.Sort(picked)
	var a course.Answer
	for _, i := range picked {
		a.Items = append(a.Items, st.Choose.From[i].ID)
	}
	d.move(learn.Submit{Answer: a})
}

func (d *Dialogue) takeDoing(st learn.Doing, line string) {
	switch {
	case line == "" && st.Done():
		d.move(learn.Continue{})
	case words.Means(line, d.p.Replies.Done), words.Means(line, d.p.Replies.Yes):
		d.move(learn.Continue{})
	case line == "":
		d.say(d.p.NothingSaid)
	default:
		d.say(d.p.NotDone(line))
	}
}

// takeFeedback goes on, or takes the line as the next try where there is one.
func (d *Dialogue) takeFeedback(st learn.Feedback, line string) {
	if line == "" || st.Settled || st.Detour != nil || st.Go != nil {
		d.goOn(line)
		return
	}
	if _, typed := st.Question.Form.(*course.Typed); typed {
		if _, err := st.Question.Grade(course.Answer{Text: line}); errors.Is(err, course.ErrForm) {
			d.failed(err) // no next try has begun
			return
		}
	}
	if !d.do(learn.Continue{}) {
		return
	}
	d.given = given{}
	if again, ok := d.s.Step().(learn.Answering); ok && again.Question == st.Question {
		d.takeAnswer(again, line)
		return
	}
	d.show()
}

// takeAnswer reads the answer to a question, or says why it is none.
func (d *Dialogue) takeAnswer(st learn.Answering, line string) {
	if line == "" {
		d.say(d.p.NothingSaid)
		return
	}
	var a course.Answer
	ok := true
	switch f := st.Question.Form.(type) {
	case *course.Options:
		a.Items, ok = d.readOptions(f, st.Layout, line)
	case *course.Order:
		a.Items, ok = d.readOrder(f, st.Layout, line)
	case *course.Match:
		a.Items, ok = d.readMatch(f, st.Layout, line)
	case *course.Blanks:
		a.Items, ok = d.readGap(f, line)
	case *course.Typed:
		a.Text = line
	}
	if ok {
		d.send(st, a)
	}
}

// send submits an answer, once the learner has said how sure they are where
// that is asked.
func (d *Dialogue) send(st learn.Answering, a course.Answer) {
	if d.asksSure(st) {
		d.given.whole = &a
		return
	}
	d.submit(learn.Submit{Answer: a})
}

// asksSure reports whether the learner is asked how sure they are. Which
// questions the engine asks it of differs from learner to learner; a script has
// to meet the same course each time, so there only the author's word counts.
func (d *Dialogue) asksSure(st learn.Answering) bool {
	return st.AskSure && (!d.echo || st.Question.Confidence == course.ConfidenceAlways)
}

// submit sends an answer. One of the wrong form is typed again; one that could
// not be saved is kept as far as it took more than one line.
func (d *Dialogue) submit(a learn.Submit) {
	_, err := d.s.Do(a)
	switch {
	case err == nil:
		d.given = given{}
		d.show()
		return
	case errors.Is(err, course.ErrForm):
		d.given = given{}
	}
	d.failed(err)
}

// sure reads how sure the learner is, and sends the answer.
func (d *Dialogue) sure(line string) {
	switch line {
	case "", "1", "2", "3":
		n, _ := strconv.Atoi(line)
		d.submit(learn.Submit{Answer: *d.given.whole, Confidence: n})
	default:
		d.say(d.p.NotSure(line))
	}
}

// readGap fills in the next gap. It reports true with all of them when it was
// the last.
func (d *Dialogue) readGap(f *course.Blanks, line string) ([]string, bool) {
	open := d.openGap(f)
	if open < 0 {
		d.say(d.p.NothingToDo)
		return nil, false
	}
	d.given.gaps[open] = line
	return d.given.gaps, d.openGap(f) < 0
}

// openGap is the index of the first gap that is not filled in, or -1.
func (d *Dialogue) openGap(f *course.Blanks) int {
	if len(d.given.gaps) != len(f.List) {
		d.given.gaps = make([]string, len(f.List))
	}
	return slices.Index(d.given.gaps, "")
}

// sendKept sends the answer that was kept, as it is.
func (d *Dialogue) sendKept(string) {
	switch st := d.s.Step().(type) {
	case learn.Asking:
		if !st.Answered && (st.Current.Text != "" || len(st.Current.Items) > 0) {
			d.move(learn.Submit{Answer: st.Current})
			return
		}
	case learn.Answering:
		a := st.Draft
		if len(d.given.gaps) > 0 {
			a = course.Answer{Items: d.given.gaps}
		}
		if a.Text != "" || len(a.Items) > 0 && !slices.Contains(a.Items, "") {
			d.send(st, a)
			return
		}
	case learn.Closing:
		if st.Draft != "" {
			d.move(learn.Submit{Answer: course.Answer{Text: st.Draft}})
			return
		}
	}
	d.say(d.p.NothingKept)
}

// back opens again what was typed last.
func (d *Dialogue) back(string) {
	switch {
	case d.given.whole != nil:
		d.given.whole = nil
	case d.given.setting > 0:
		d.given.setting--
		d.show()
		return
	}
	for i := len(d.given.gaps) - 1; i >= 0; i-- {
		if d.given.gaps[i] != "" {
			d.given.gaps[i] = ""
			return
		}
	}
}

// leave keeps what was not sent. The line is one that the input ended in the
// middle of; it may be empty.
func (d *Dialogue) leave(line string) {
	if line != "" {
		d.say(d.p.Unsent(line))
	}
	if d.opening {
		return // nothing of the step was told yet
	}
	var a course.Answer
	switch st := d.s.Step().(type) {
	case learn.Asking:
		if len(st.Ask.Options) == 0 && !st.Answered {
			a.Text = line
		}
	case learn.Answering:
		a = d.begun(st, line)
	case learn.Closing:
		a.Text = line
	}
	if a.Text == "" && len(a.Items) == 0 {
		return
	}
	if d.do(learn.Draft{Answer: a}) {
		d.say(d.p.Kept)
	}
}

// begun is the answer to a question as far as it was given.
func (d *Dialogue) begun(st learn.Answering, line string) course.Answer {
	if d.given.whole != nil {
		return *d.given.whole
	}
	switch f := st.Question.Form.(type) {
	case *course.Typed:
		return course.Answer{Text: line}
	case *course.Blanks:
		if open := d.openGap(f); open >= 0 {
			d.given.gaps[open] = line
		}
		if d.filled() != "" && !slices.Equal(d.given.gaps, st.Draft.Items) {
			return course.Answer{Items: d.given.gaps}
		}
	}
	return course.Answer{}
}
