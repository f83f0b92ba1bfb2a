package learn

import (
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Met is a question that the learner has met: answered, or seen the answer of.
type Met struct {
	Question *course.Question
	Spot     Spot
	Answer   *course.Answer // the last one; nil: none was given
	Outcome  course.Outcome // of it; empty: none was given, or it is not told, as in the placement test
	Disputed bool           // the learner held that it was right
	Times    int            // answers given; slips of spelling left out
	First    time.Time      // it was met
	When     time.Time      // it was last met

	// Open says that the learner has been told the right answer and the author's
	// explanation, and is not being asked it now: both may be shown. It is closed
	// again when the author changes what the question means.
	Open bool
}

// meeting is a question met as the events tell it.
type meeting struct {
	rev      string
	answer   *course.Answer
	outcome  course.Outcome
	disputed bool
	open     bool
	times    int
	first    time.Time
	when     time.Time
	event    string // ID of the last answer
}

// meet is the meeting with a question, to be changed.
func (s *state) meet(e *Event) *meeting {
	m := s.meetings[e.Item]
	if m == nil {
		m = &meeting{first: e.Time}
		s.meetings[e.Item] = m
	}
	if m.rev != e.Rev {
		m.rev, m.open, m.disputed = e.Rev, false, false
	}
	m.when = e.Time
	return m
}

// meetAnswer takes in an answer, once it has been folded: by then it is known
// whether it settled the question. The right answer is told with what settles
// it, but not before the lesson that is to teach it, and in no placement test.
func (s *state) meetAnswer(e *Event) {
	m := s.meet(e)
	m.answer, m.outcome, m.disputed, m.event = e.Answer, e.Outcome, false, e.ID()
	if e.Outcome == course.Spelling {
		return
	}
	m.times++
	switch {
	case s.index.placement(e.Lesson):
		m.outcome = ""
	case e.What == "":
		m.open = m.open || s.question(e.Item).settled
	case e.What == whatTry:
		m.open = m.open || right(e)
	default:
		m.open = true
	}
}

// meetShown takes in that the right answer was shown.
func (s *state) meetShown(e *Event) { s.meet(e).open = true }

// meetDisputed takes in that the learner holds an answer to be right.
func (s *state) meetDisputed(e *Event) {
	if m := s.meetings[e.Item]; m != nil && m.event == e.Ref {
		m.disputed = true
	}
}

// setBackMeetings brings what is dated later to a moment.
func (s *state) setBackMeetings(now time.Time) {
	for _, m := range s.meetings {
		m.first, m.when = earlier(m.first, now), earlier(m.when, now)
	}
}

// Met lists the questions that the learner has met and the course still has, in
// its order.
func (s *Session) Met() []Met {
	asked := ""
	if st, ok := s.step.(Answering); ok {
		asked = st.Question.ID
	}
	var out []Met
	for _, id := range ids(s.state.meetings) {
		q, m := s.index.questions[id], s.state.meetings[id]
		if q == nil {
			continue
		}
		met := Met{
			Question: q, Spot: s.spotOf(id, s.index.home[id]), Answer: m.answer, Outcome: m.outcome, Disputed: m.disputed,
			Times: m.times, First: m.first, When: m.when, Open: m.open && m.rev == q.Rev && id != asked,
		}
		if m.rev != q.Rev {
			met.Outcome = "" // it was to another question
		}
		out = append(out, met)
	}
	slices.SortStableFunc(out, func(a, b Met) int { return s.compareSpots(a.Spot, b.Spot) })
	return out
}

// CardsMet lists the cards that the learner has met, in the author's order.
// Those that are terms of the glossary are among them.
func (s *Session) CardsMet() []course.Card {
	var out []course.Card
	for _, c := range s.course.Cards {
		if s.state.met[dueKey(DueCard, c.ID)] != nil {
			out = append(out, c)
		}
	}
	return out
}

// TermsMet lists the terms of the glossary that the learner has met: in a
// lesson that they began, or as a card. They are in the author's order.
func (s *Session) TermsMet() []course.Entry {
	asked := map[string]bool{}
	for _, c := range s.CardsMet() {
		asked[c.Front] = true
	}
	var out []course.Entry
	for _, e := range s.course.Glossary {
		if l := s.state.lesson(s.index.usedIn(s.course, e.Term)); asked[e.Term] || l.begun || l.done {
			out = append(out, e)
		}
	}
	return out
}

// TermsHere lists the terms of the glossary that stand in what is before the
// learner, in the author's order.
func (s *Session) TermsHere() []string {
	var b strings.Builder
	switch st := s.step.(type) {
	case Reading:
		for _, part := range st.Page.Parts {
			switch part := part.(type) {
			case TextPart:
				b.WriteString(part.Markdown + "\n")
			case WayPart:
				b.WriteString(part.List[part.Shown].Markdown + "\n")
			}
		}
	case Answering:
		addQuestion(&b, st.Question)
	case Feedback:
		addQuestion(&b, st.Question)
		b.WriteString(st.Why)
	case Doing:
		b.WriteString(st.Task.Title + "\n" + st.Task.Text())
	case Asking:
		b.WriteString(st.Ask.Prompt + "\n" + st.Ask.Body)
	case Recalling:
		if st.Kind == DueTerm {
			return nil // it asks for the meaning
		}
		b.WriteString(st.Front)
	case Offer, Choosing, Placed, Planning, Summary, Reviewed, Closing, Finished:
	}
	text := spaced(b.String())
	var out []string
	for _, e := range s.course.Glossary {
		if word := spaced(e.Term); strings.TrimSpace(word) != "" && strings.Contains(text, word) {
			out = append(out, e.Term)
		}
	}
	return out
}

// addQuestion adds what a question shows before it is answered.
func addQuestion(b *strings.Builder, q *course.Question) {
	b.WriteString(q.Prompt + "\n" + q.Body + "\n")
	if f, ok := q.Form.(*course.Options); ok {
		for _, o := range f.List {
			b.WriteString(o.Text + "\n")
		}
	}
}

// spaced is the words of a text in small letters, with one space before each and
// after the last.
func spaced(text string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), notInWord), " ") + " "
}
