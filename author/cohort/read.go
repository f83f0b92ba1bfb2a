package cohort

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// The bounds of what is read: a file that goes beyond one is refused.
const (
	MaxFiles = 10_000    // taken into one report
	MaxSize  = 4 << 20   // bytes of a file
	MaxTotal = 256 << 20 // bytes of all of them

	maxText     = 2000 // bytes of one text
	maxList     = 20_000
	maxTries    = 20 // of an item; further ones are left out when a file is made
	maxParts    = 100
	maxMinutes  = 1_000_000
	maxCounting = 1_000_000_000
)

// Read reads a file that was shared, which may be anything. Its texts come back
// without what a terminal acts on. The error says what is wrong with it.
func Read(data []byte) (Share, error) {
	var s Share
	if len(data) > MaxSize {
		return s, fmt.Errorf("it is larger than %d MB", MaxSize>>20)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&s); err != nil {
		return s, errors.New("it is not JSON of the form of docs/share-json.md")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return s, errors.New("something follows after its end")
	}
	if s.Format != Format {
		return s, errors.New("it is not made by cairn progress share")
	}
	if s.Version != Version {
		return s, fmt.Errorf("it is of version %d of the format, and this program reads version %d", s.Version, Version)
	}
	r := reader{}
	r.share(&s)
	return s, r.err
}

// reader holds a file to its bounds, and cleans its texts. It keeps the first
// thing that is wrong.
type reader struct{ err error }

func (r *reader) wrong(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *reader) share(s *Share) {
	r.name("course.id", &s.Course.ID)
	r.name("learner", &s.Learner)
	r.line("course.title", &s.Course.Title)
	r.line("course.version", &s.Course.Version)
	r.line("course.hash", &s.Course.Hash)
	r.line("name", &s.Name)
	r.day("made", s.Made)
	r.count("events", s.Events)
	r.position(&s.Position)
	if max(len(s.Lessons), len(s.Skills), len(s.Items), len(s.Detours), len(s.Reflections)) > maxList {
		r.wrong("a list in it is longer than %d", maxList)
		return
	}
	r.lessons(s.Lessons)
	r.skills(s.Skills)
	r.items(s.Items)
	for i := range s.Detours {
		d := &s.Detours[i]
		r.line("detours.to", &d.To)
		r.name("detours.item", &d.Item)
		r.line("detours.rev", &d.Rev)
		r.line("detours.mixup", &d.Mixup)
		r.outcome("detours.again", d.Again, true)
	}
	for i := range s.Reflections {
		r.line("reflections.ask", &s.Reflections[i].Ask)
		r.text("reflections.text", &s.Reflections[i].Text)
	}
}

func (r *reader) position(p *Position) {
	r.line("position.lesson", &p.Lesson)
	r.line("position.item", &p.Item)
	r.count("position.done", p.Done)
	r.count("position.of", p.Of)
	r.count("position.days", p.Days)
	r.minutes("position.minutes", p.Minutes)
	r.day("position.last", p.Last)
}

func (r *reader) lessons(list []Lesson) {
	seen := map[string]bool{}
	for i := range list {
		l := &list[i]
		r.name("lessons.id", &l.ID)
		r.once("lessons.id", l.ID, seen)
		if !slices.Contains([]string{"open", "begun", "done", "skipped", "off"}, l.State) {
			r.wrong("lessons.state: there is no such state")
		}
		r.minutes("lessons.minutes", l.Minutes)
		r.day("lessons.finished", l.Finished)
	}
}

func (r *reader) skills(list []Skill) {
	seen := map[string]bool{}
	for i := range list {
		k := &list[i]
		r.name("skills.id", &k.ID)
		r.once("skills.id", k.ID, seen)
		if k.Mastery < 0 || k.Mastery > 1 {
			r.wrong("skills.mastery: %g is not between 0 and 1", k.Mastery)
		}
		r.count("skills.answers", k.Answers)
	}
}

func (r *reader) items(list []Item) {
	seen := map[string]bool{}
	for i := range list {
		it := &list[i]
		r.name("items.id", &it.ID)
		r.line("items.rev", &it.Rev)
		r.once("items", it.ID+"\x00"+it.Rev, seen)
		r.line("items.lesson", &it.Lesson)
		if len(it.Tries) > maxTries {
			r.wrong("items.tries: more than %d of them", maxTries)
			return
		}
		for j := range it.Tries {
			r.try(&it.Tries[j])
		}
		r.outcome("items.first", it.First, len(it.Tries) == 0)
		if len(it.Tries) > 0 && it.First != it.Tries[0].Outcome || len(it.Tries) == 0 && it.First != "" {
			r.wrong("items.first: it is not the outcome of the first try")
		}
	}
}

func (r *reader) try(t *Try) {
	r.text("items.tries.answer", &t.Answer.Text)
	if len(t.Answer.Items) > maxParts {
		r.wrong("items.tries.answer: more than %d parts", maxParts)
		return
	}
	for i := range t.Answer.Items {
		r.text("items.tries.answer", &t.Answer.Items[i])
	}
	r.outcome("items.tries.outcome", t.Outcome, false)
	if !slices.Contains([]string{"lesson", "try", "practice", "check", "review"}, t.Where) {
		r.wrong("items.tries.where: there is no such place")
	}
	r.line("items.tries.mixup", &t.Mixup)
	r.count("items.tries.hints", t.Hints)
	r.minutes("items.tries.minutes", t.Minutes)
	r.day("items.tries.date", t.Date)
}

// name is a line that must not be empty.
func (r *reader) name(field string, s *string) {
	r.line(field, s)
	if strings.TrimSpace(*s) == "" {
		r.wrong("%s: it is empty", field)
	}
}

func (r *reader) line(field string, s *string) {
	r.text(field, s)
	*s = textsafe.Line(*s)
}

func (r *reader) text(field string, s *string) {
	if len(*s) > maxText {
		r.wrong("%s: longer than %d bytes", field, maxText)
		*s = ""
	}
	*s = textsafe.Text(*s)
}

func (r *reader) day(field, s string) {
	if s == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		r.wrong("%s: it is not a date such as 2026-03-02", field)
	}
}

func (r *reader) count(field string, n int) {
	if n < 0 || n > maxCounting {
		r.wrong("%s: %d is no count", field, n)
	}
}

func (r *reader) minutes(field string, n float64) {
	if n < 0 || n > maxMinutes {
		r.wrong("%s: %g is no duration in minutes", field, n)
	}
}

func (r *reader) outcome(field, s string, none bool) {
	if none && s == "" {
		return
	}
	if !isOutcome(s) {
		r.wrong("%s: there is no such outcome", field)
	}
}

// isOutcome reports whether an answer can have come to this.
func isOutcome(s string) bool { return slices.Contains([]string{"right", "close", "wrong"}, s) }

func (r *reader) once(field, key string, seen map[string]bool) {
	if seen[key] {
		r.wrong("%s: one is there twice", field)
	}
	seen[key] = true
}
