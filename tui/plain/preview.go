package plain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/crash"
)

// Preview makes the dialogue one for who writes the course: when its files were
// saved it is read anew, and where the author is stays.
type Preview struct {
	// Saved waits until files of the course were saved. An error ends it: no more
	// is told.
	Saved func() error
	// Open reads the course anew, over what was done so far. There is no session
	// with an error.
	Open func() (Session, []course.Diag, error)
	// As begins again in a state of knowledge, and State is the present one.
	As    func(state string) error
	State func() string
	Diags []course.Diag // that were found when the course was opened
}

// save says that files were saved, or what came up while it was waited for.
type save struct{ fault *crash.Fault }

// previewCommands are there while a course is previewed.
func previewCommands() []entry {
	return []entry{
		{name: "reload", when: always, do: (*Dialogue).reload, author: true},
		{name: "findings", short: "d", when: always, do: (*Dialogue).findings, author: true},
		{name: "goto", short: "F", when: always, do: (*Dialogue).goTo, author: true},
		{name: "answers", short: "A", when: puts, do: (*Dialogue).answers, author: true},
		{name: "as", short: "@", when: always, do: (*Dialogue).as, author: true},
	}
}

// watch waits for saves until the dialogue is over.
func (d *Dialogue) watch() {
	d.over = make(chan struct{})
	if d.preview == nil {
		return
	}
	d.diags, d.saves = d.preview.Diags, make(chan save)
	d.await(d.preview.Saved)
}

// catchUp takes the saves of before the prompt.
func (d *Dialogue) catchUp() {
	select {
	case s := <-d.saves:
		d.taken(s)
	default:
	}
}

// taken reads the course anew, and says so.
func (d *Dialogue) taken(s save) {
	if s.fault != nil {
		panic(s.fault)
	}
	d.anew()
}

// reload reads the course anew because the author says so.
func (d *Dialogue) reload(string) { d.anew() }

// anew reads the course, says in one line what is wrong with it now, and tells the
// step again where it is told otherwise than before. A course that cannot be read
// leaves the last one.
func (d *Dialogue) anew() {
	before := d.telling()
	s, diags, err := d.preview.Open()
	d.diags = diags
	if err != nil || s == nil {
		cause := d.counted()
		if err != nil {
			cause = textsafe.Line(err.Error())
		}
		d.say(d.w.Preview.Unread(cause))
		return
	}
	d.kept.Keep(d.s, s)
	d.s = s
	said := d.w.Preview.Anew(d.counted())
	if i := slices.IndexFunc(diags, func(f course.Diag) bool { return f.Severity == course.Error }); i >= 0 {
		said += " " + d.finding(diags[i])
	}
	d.say(said)
	if d.telling() != before {
		d.retell()
	}
}

// retell tells the step from its beginning: nothing of the last one holds.
func (d *Dialogue) retell() {
	d.given, d.told, d.ended, d.opening = given{}, told{}, false, false
	d.show()
}

// telling is the step as it is told to somebody who was told nothing before.
func (d *Dialogue) telling() string {
	var text strings.Builder
	c := *d
	c.out, c.told, c.given, c.opening = &text, told{}, given{}, false
	c.show()
	return text.String()
}

// counted says what was found.
func (d *Dialogue) counted() string {
	errors, others := 0, 0
	for _, f := range d.diags {
		if f.Severity == course.Error {
			errors++
		} else {
			others++
		}
	}
	switch said := d.w.Library; {
	case errors > 0 && others > 0:
		return said.FindingsCount(errors, others)
	case errors > 0:
		return said.Errors(errors)
	case others > 0:
		return said.Warnings(others)
	}
	return d.w.Preview.NoFindings
}

// findings tells what was found, or goes to what one is about.
func (d *Dialogue) findings(arg string) {
	if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(d.diags) {
		id := preview.PlaceAt(d.s.Course(), d.diags[n-1].Pos)
		if id == "" {
			d.say(d.w.Preview.NoPlace)
			return
		}
		d.goTo(id)
		return
	}
	if len(d.diags) == 0 {
		d.say(d.w.Library.FindingsNone)
		return
	}
	for i, f := range d.diags {
		d.numbered(i, string(f.Severity)+", "+d.finding(f))
	}
	d.say(d.w.Preview.FindingsHow)
}

// finding tells where something was found, what, and its cure.
func (d *Dialogue) finding(f course.Diag) string {
	text := f.Pos.File
	if f.Pos.Line > 0 {
		text += ", " + d.w.Library.Line(f.Pos.Line)
	}
	text += d.w.Print.Colon + " " + f.Msg
	if f.Hint != "" {
		text += d.w.Print.Semicolon + " " + d.w.Library.Cure + " " + f.Hint
	}
	return text
}

// goTo goes to anything of the course by its id, or lists what there is.
func (d *Dialogue) goTo(id string) {
	if id != "" {
		if d.do(learn.GoTo{ID: id}) {
			d.retell()
		}
		return
	}
	for _, it := range d.s.Course().Items() {
		kind := string(it.Kind)
		if it.Lesson == "" && it.Kind == course.ItemAsk || it.Kind == course.ItemCard || it.Kind == course.ItemFork {
			continue // is told with :choices and :cards, or comes by itself
		}
		d.hang("- ", d.w.Preview.Places[kind]+" "+it.ID+d.w.Print.Colon+" "+d.inline(it.Title))
	}
	d.say(d.w.Preview.GoToHow)
}

// puts reports whether a step puts a question, or tells what came of an answer.
func puts(_ *Dialogue, st learn.Step) bool {
	q, _ := asked(st)
	return q != nil
}

// asked is the question of a step and the lesson that it is in.
func asked(st learn.Step) (*course.Question, *course.Lesson) {
	switch st := st.(type) {
	case learn.Answering:
		return st.Question, st.Lesson
	case learn.Feedback:
		return st.Question, st.Lesson
	}
	return nil, nil
}

// answers tells the answers to the question with what comes of each, and where the
// lesson leads at its end; or gives one of them.
func (d *Dialogue) answers(arg string) {
	said := d.w.Preview
	q, in := asked(d.s.Step())
	leads := preview.Leads(d.s.Course(), q)
	if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(leads) {
		if _, told := d.s.Step().(learn.Feedback); told && !d.do(learn.GoTo{ID: q.ID}) {
			return
		}
		d.move(learn.Submit{Answer: leads[n-1].Answer})
		return
	}
	for i, l := range leads {
		text := d.answerLine(l.Answer) + d.w.Print.Colon + " " + said.Comes(string(l.Outcome), l.Mixups, l.Detours, l.Goes) + "."
		if len(l.Says) == 0 {
			text += " " + said.Silent
		}
		for _, s := range l.Says {
			text += " " + d.inline(s)
		}
		d.numbered(i, text)
	}
	if in != nil {
		for _, n := range in.Next {
			d.hang("- ", said.AtEnd(preview.RuleOf(n))+d.w.Print.Colon+" "+d.leading(n))
		}
	}
	d.say(said.LeadsHow)
}

// leading is where an entry of next leads.
func (d *Dialogue) leading(n course.NextRule) string {
	switch {
	case n.Detour != "":
		return d.w.Preview.Detour(n.Detour)
	case n.Go != "":
		return d.w.Preview.GoTo(n.Go)
	}
	return d.w.Preview.Places["ask"] + " " + n.Ask
}

// asNew is what is typed for the state of somebody who is new.
const asNew = "new"

// as begins again as somebody of whom the facts hold, or says as whom it began.
func (d *Dialogue) as(facts string) {
	if facts == "" {
		d.say(d.w.Preview.AsNow(d.preview.State()))
		d.say(d.w.Preview.AsHow)
		return
	}
	if facts == asNew {
		facts = ""
	}
	if err := d.preview.As(facts); err != nil {
		d.say(sentence(textsafe.Line(err.Error())))
		return
	}
	d.anew()
}
