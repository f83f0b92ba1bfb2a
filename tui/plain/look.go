package plain

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// outline tells the lessons with their numbers and how far each is.
func (d *Dialogue) outline(string) {
	p := d.s.Progress()
	d.say(d.p.ProgressIs(p.Done, p.Of))
	module := ""
	for i, l := range p.Lessons {
		if l.Module != module && l.Module != "" {
			d.say(d.p.Module(l.Module))
		}
		module = l.Module
		d.numbered(i, l.Lesson.Title+d.w.Print.Colon+" "+lessonState(d.w, l))
	}
	d.say(d.p.OpenHow)
}

// lessonState says how far a lesson is.
func lessonState(w *words.Words, l learn.LessonProgress) string {
	o := w.Outline
	said := map[learn.LessonState]string{
		learn.LessonOpen: o.Open, learn.LessonBegun: o.Begun, learn.LessonDone: o.Done,
		learn.LessonSkipped: o.Skipped, learn.LessonOff: o.Off,
	}[l.State]
	if l.Asked > 0 {
		said += ", " + o.Right(l.Right, l.Asked)
	}
	if l.Optional {
		said += ", " + o.Optional
	}
	if l.Here {
		said += ", " + o.Here
	}
	return said
}

// open goes to a lesson by its number in the outline or its id.
func (d *Dialogue) open(arg string) {
	if arg == "" {
		d.say(d.p.OpenHow)
		return
	}
	d.move(learn.GoTo{ID: d.lessonID(arg)})
}

// redo takes a lesson again.
func (d *Dialogue) redo(arg string) {
	if arg == "" {
		d.say(d.p.RedoHow)
		return
	}
	d.move(learn.Redo{ID: d.lessonID(arg)})
}

// lessonID is the id of the lesson with a number of the outline; anything else
// is returned as it is.
func (d *Dialogue) lessonID(arg string) string {
	lessons := d.s.Progress().Lessons
	if n, err := strconv.Atoi(arg); err == nil && n >= 1 && n <= len(lessons) {
		return lessons[n-1].Lesson.ID
	}
	return arg
}

// glossary lists the terms, or tells what one means.
func (d *Dialogue) glossary(term string) {
	entries := slices.Clone(d.s.Course().Glossary)
	sort.SliceStable(entries, func(i, j int) bool {
		return strings.ToLower(entries[i].Term) < strings.ToLower(entries[j].Term)
	})
	if term == "" {
		for _, e := range entries {
			d.hang("- ", d.inline(e.Term))
		}
		d.say(d.p.TermHow)
		return
	}
	for _, e := range entries {
		if strings.EqualFold(bare(e.Term), bare(term)) {
			d.note(d.inline(e.Term)+":", e.Meaning)
			return
		}
	}
	var near []string
	for _, e := range entries {
		if strings.Contains(strings.ToLower(bare(e.Term)+" "+e.Meaning), strings.ToLower(bare(term))) {
			near = append(near, d.inline(e.Term))
		}
	}
	d.say(d.p.NoTerm(term))
	for _, t := range near {
		d.hang("- ", t)
	}
}

// cards tells the cards, front and back.
func (d *Dialogue) cards(string) {
	for i, c := range d.s.Course().Cards {
		d.note(d.p.CardFront(i+1), c.Front)
		d.note(d.p.CardBack, c.Back)
	}
}

// choices tells what was chosen at the start and what else there is.
func (d *Dialogue) choices(string) {
	for _, a := range d.s.Choices() {
		ask := d.w.Ask(a.Ask)
		d.say(ask.ID + d.w.Print.Colon + " " + d.inline(ask.Prompt))
		for _, o := range ask.Options {
			text := o.ID + d.w.Print.Colon + " " + d.inline(o.Title)
			if slices.Contains(a.Current.Items, o.ID) {
				text += ", " + d.p.Chosen
			}
			d.hang("- ", text)
		}
		if a.Current.Text != "" {
			d.hang("- ", a.Current.Text)
		}
	}
	d.listSettings()
	d.say(d.p.Choices)
}

// set changes a choice. When that changes what the learner meets now, it is
// told.
func (d *Dialogue) set(arg string) {
	name, value, _ := strings.Cut(arg, " ")
	value = strings.TrimSpace(value)
	if name == "" || value == "" {
		d.say(d.p.SetHow)
		return
	}
	a, asked := course.Answer{Text: value}, false
	for _, c := range d.s.Choices() {
		if c.Ask.ID == name {
			var ok bool
			asked = true
			if a, ok = d.readAsk(c.Ask, value); !ok {
				return
			}
		}
	}
	if s, ok := d.settingNamed(name); ok && !asked {
		if a, ok = d.readSetting(s, value); !ok {
			return
		}
		name, asked = string(s.ID), true
	}
	if !asked && d.setPreference(name, value) {
		return
	}
	before := d.meets()
	if !d.do(learn.Set{ID: name, Answer: a}) {
		return
	}
	d.say(d.p.Saved)
	if d.meets() != before {
		d.given = given{}
		d.show()
	}
}

// meets names what the learner meets now, as far as a choice may change it.
func (d *Dialogue) meets() string {
	st := d.s.Step()
	at := st.At()
	what := fmt.Sprintf("%T %d/%d", st, at.Number, at.Of)
	if at.Lesson != nil {
		what = at.Lesson.ID + " " + what
	}
	switch st := st.(type) {
	case learn.Reading:
		what += st.Page.ID
		for _, w := range waysOf(st.Page) {
			what += " " + w.List[w.Shown].Key
		}
	case learn.Asking:
		what += st.Ask.ID
	case learn.Offer:
		what += string(st.Kind) + st.Item
	}
	return what
}
