package cohort

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Terms are what the learner agrees to beside what every file holds.
type Terms struct {
	Name        string // empty: none
	Dates       bool
	Reflections bool
	Today       time.Time // for the day that the file was made on, with Dates
}

// Of makes the file of a learner's session.
func Of(s *learn.Session, t Terms) Share {
	c, w, p, in := s.Course(), s.Work(), s.Progress(), s.Insights()
	day := func(at time.Time) string {
		if !t.Dates || at.IsZero() {
			return ""
		}
		return at.Format(time.DateOnly)
	}
	sh := Share{
		Format: Format, Version: Version,
		Course:  Course{ID: c.ID, Title: short(c.Title), Version: short(c.Version), Hash: c.Hash},
		Learner: pseudonym(w.Origin, c.ID), Name: short(strings.TrimSpace(t.Name)), Made: day(t.Today), Events: w.Events,
		Position: Position{
			Finished: p.Finished, Done: p.Done, Of: p.Of, Days: len(in.Days), Minutes: tenth(p.Minutes), Last: day(p.Last),
		},
		Lessons: []Lesson{}, Skills: []Skill{}, Items: []Item{}, Detours: []Detour{},
	}
	if l := s.Step().At().Lesson; l != nil && p.Started {
		sh.Position.Lesson = l.ID
	}
	if q, ok := s.Step().(learn.Answering); ok {
		sh.Position.Item = q.Question.ID
	}
	minutes := map[string]float64{}
	for _, l := range in.Lessons {
		minutes[l.Lesson.ID] = tenth(l.Minutes)
	}
	for _, l := range p.Lessons {
		sh.Lessons = append(sh.Lessons, Lesson{ID: l.Lesson.ID, State: string(l.State), Minutes: minutes[l.Lesson.ID], Finished: day(l.Finished)})
	}
	for _, k := range p.Skills {
		sh.Skills = append(sh.Skills, Skill{ID: k.Skill.ID, Mastery: math.Round(k.Mastery*1000) / 1000, Known: k.Mastered, Answers: k.Answers})
	}
	for _, q := range w.Questions {
		if isName(q.ID) && len(q.Rev) <= maxText && len(sh.Items) < maxList {
			sh.Items = append(sh.Items, itemOf(q, day))
		}
	}
	for _, d := range w.Detours {
		if !isName(d.ID) || len(sh.Detours) == maxList || d.Again != "" && !isOutcome(string(d.Again)) {
			continue
		}
		sh.Detours = append(sh.Detours, Detour{To: short(d.To), Item: d.ID, Rev: short(d.Rev), Mixup: short(d.Mixup), Taken: d.Taken, Again: string(d.Again)})
	}
	if t.Reflections {
		for _, r := range w.Reflections {
			sh.Reflections = append(sh.Reflections, Reflection{Ask: r.Ask, Text: short(r.Text)})
		}
	}
	return sh
}

func itemOf(q learn.QuestionWork, day func(time.Time) string) Item {
	it := Item{ID: q.ID, Rev: q.Rev, Lesson: short(q.Lesson), Tries: []Try{}, Shown: q.Shown, Skipped: q.Passed}
	for _, t := range q.Tries {
		if len(it.Tries) == maxTries {
			break
		}
		if !isOutcome(string(t.Outcome)) {
			continue // of a program that knows more
		}
		if len(it.Tries) == 0 {
			it.First = string(t.Outcome)
		}
		where := t.Where
		if where == "" {
			where = "lesson"
		}
		it.Tries = append(it.Tries, Try{
			Answer: shortAnswer(t.Answer), Outcome: string(t.Outcome), Where: where, Mixup: short(t.Mixup), Hints: min(max(t.Hints, 0), maxCounting),
			Minutes: tenth(t.Took.Minutes()), Disputed: t.Disputed, Date: day(t.When),
		})
	}
	return it
}

// isName reports whether a log may name an item so, which is as hostile as any
// other.
func isName(id string) bool { return strings.TrimSpace(id) != "" && len(id) <= maxText }

// shortAnswer is an answer within the bounds that a file is read in.
func shortAnswer(a course.Answer) course.Answer {
	a.Text = short(a.Text)
	a.Items = slices.Clone(a.Items[:min(len(a.Items), maxParts)])
	for i := range a.Items {
		a.Items[i] = short(a.Items[i])
	}
	return a
}

// short cuts a text where it grows longer than a file may hold.
func short(s string) string {
	if len(s) <= maxText {
		return s
	}
	s = s[:maxText]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s
}

func tenth(n float64) float64 { return math.Round(n*10) / 10 }

// pseudonym stands for a learner in one course. It is the same each time that
// they share it, so that a newer file takes the place of an older one; in
// another course it is another one, so that nobody puts two courses together. It
// comes from the random id that the log began with, and does not lead back to it.
func pseudonym(origin, course string) string {
	sum := sha256.Sum256([]byte(Format + "\x00" + origin + "\x00" + course))
	return hex.EncodeToString(sum[:6])
}

// JSON is the file: text that no terminal acts on.
func (s Share) JSON() ([]byte, error) {
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing down what is shared: %w", err)
	}
	return append(textsafe.JSON(data), '\n'), nil
}

// Fields are the names of all that a file may hold, such as "items.tries.answer",
// in its order.
func Fields() []string { return fieldsOf(reflect.TypeFor[Share](), "") }

func fieldsOf(t reflect.Type, in string) []string {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[course.Answer]() {
		return []string{strings.TrimSuffix(in, ".")}
	}
	var names []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names = append(names, fieldsOf(t.Field(i).Type, in+name+".")...)
	}
	return names
}

// Fields are the names of what a file of these terms holds, and of what it does
// not.
func (t Terms) Fields() (in, out []string) {
	for _, f := range Fields() {
		holds := true
		switch f {
		case "name":
			holds = strings.TrimSpace(t.Name) != ""
		case "made", "position.last", "lessons.finished", "items.tries.date":
			holds = t.Dates
		case "reflections.ask", "reflections.text":
			holds = t.Reflections
		}
		if holds {
			in = append(in, f)
		} else {
			out = append(out, f)
		}
	}
	return in, out
}
