package words

import (
	"fmt"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Decisions is what the page that says why says.
type Decisions struct {
	Knew, Forgot string // of a card that the learner judged
	Title        string
	By           map[learn.Source]string
	Also         string // heading of further reasons
	Numbers      string // heading
	Over         string // heading: what came second
	OverLine     func(title string) string
	IfHeading    string
	IfRight      string
	IfWrong      string
	Else         string // heading
	ElseKinds    map[learn.AlternativeKind]func(title string) string
	Builds       func(n int) string
	PickOne      string // why enter does nothing
	Do           string // what enter does
	None         string // there is nothing to say
	NoTraces     string
	Traces       func(n int) string // more than are shown
	TraceKinds   map[learn.TraceKind]string
	Forms        Forms
	Right        string
	Wrong        string
	Partly       string
	DontKnow     string
	Hints        func(n int) string
	Points       func(p float64) string
	To           func(percent int) string // the mastery after it
	Change       func(before, after int) string
	Known        string // now known
	Left         func(n int) string
	Line         func(percent int) string
}

// Forms names kinds of questions in a trace.
type Forms struct {
	YesNo, Several, Order, Match, Blanks, Number, Text string
	Choice                                             func(n int) string
}

func englishDecisions() Decisions {
	titled := func(with, without string) func(string) string {
		return func(t string) string { return named(t, with, without) }
	}
	return Decisions{
		Title: "Why this",
		By: map[learn.Source]string{
			learn.ByLearner: "You decided this.", learn.ByAuthor: "The author of the course decided this.",
			learn.ByModel: "cairn decided this, from your answers.", learn.ByOrder: "The order of the course decided this.",
		},
		Also:      "And also",
		Numbers:   "The numbers",
		Over:      "What came second",
		OverLine:  func(t string) string { return "“" + t + "”" },
		IfHeading: "What an answer would do",
		IfRight:   "right", IfWrong: "wrong",
		Else: "Something else",
		ElseKinds: map[learn.AlternativeKind]func(string) string{
			learn.ElseReview:  titled("Review “%s” first", "Review what is due"),
			learn.ElseLesson:  titled("On to the next lesson, “%s”", "On to the next lesson"),
			learn.ElseSkip:    titled("Skip “%s”", "Skip this"),
			learn.ElseExplain: titled("Another explanation of “%s”", "Another explanation"),
			learn.ElseHarder:  titled("A harder question on “%s”", "A harder question"),
			learn.ElseEasier:  titled("An easier question on “%s”", "An easier question"),
			learn.ElseWeakest: titled("Practise “%s”, which you know least", "Practise what you know least"),
			learn.ElseRest:    func(string) string { return "Rest today" },
		},
		Builds: func(n int) string {
			return count(n, "later lesson builds on it.", "later lessons build on it.")
		},
		PickOne:  "choose first, with the arrow keys or a number",
		Do:       "do this",
		None:     "There was nothing to decide here.",
		NoTraces: "no answers yet; this is where everybody starts",
		Traces:   func(n int) string { return fmt.Sprintf("and %d earlier", n) },
		TraceKinds: map[learn.TraceKind]string{
			learn.TraceAnswer: "question", learn.TraceTask: "task, all of it holds", learn.TraceReview: "review", learn.TracePlacement: "placement test",
			learn.TraceLesson: "lesson read", learn.TraceExplained: "explanation read", learn.TraceDispute: "answer taken back",
			learn.TraceCard: "card", learn.TraceSetting: "how sure you want to be, changed",
		},
		Forms: Forms{
			YesNo: "choice of 2", Several: "several", Order: "order", Match: "match", Blanks: "blanks", Number: "number", Text: "text",
			Choice: func(n int) string { return fmt.Sprintf("choice of %d", n) },
		},
		Knew: "you knew it", Forgot: "you had forgotten it",
		Right: "right", Wrong: "not right", Partly: "partly right", DontKnow: "“I don't know”",
		Hints: func(n int) string { return count(n, "hint", "hints") },
		Points: func(p float64) string {
			if p > -0.05 && p < 0.05 {
				return "0.0"
			}
			return fmt.Sprintf("%+.1f", p)
		},
		To:     func(p int) string { return fmt.Sprintf("%d %%", p) },
		Change: func(before, after int) string { return fmt.Sprintf("%d %% → %d %%", before, after) },
		Known:  "then it counts as known",
		Left: func(n int) string {
			return count(n, "more right answer", "more right answers") + " without help"
		},
		Line: func(p int) string { return fmt.Sprintf("known from %d %%", p) },
	}
}

// Trace says in a few words what moved a skill.
func (w *Words) Trace(t learn.Trace) string {
	d := &w.Decisions
	said := d.TraceKinds[t.What]
	if t.Question != nil {
		if form := d.Form(t.Question); t.What == learn.TraceAnswer {
			said = form
		} else {
			said += ", " + form
		}
	}
	e := t.Event
	if t.What == learn.TraceCard {
		if e.Score > 0 {
			return said + ", " + d.Knew
		}
		return said + ", " + d.Forgot
	}
	if e.Kind != learn.KindAnswered || t.What == learn.TraceLesson || t.What == learn.TraceExplained {
		return said
	}
	switch {
	case e.Answer != nil && e.Answer.DontKnow:
		said += ", " + d.DontKnow
	case e.Outcome == course.Right || e.Outcome == course.Spelling:
		said += ", " + d.Right
	case e.Score > 0:
		said += ", " + d.Partly
	case e.Outcome != "":
		said += ", " + d.Wrong
	}
	if e.Hints > 0 {
		said += ", " + d.Hints(e.Hints)
	}
	return said
}

// Form names the kind of a question.
func (d *Decisions) Form(q *course.Question) string {
	switch f := q.Form.(type) {
	case *course.Options:
		switch {
		case f.Many:
			return d.Forms.Several
		case len(f.List) == 2:
			return d.Forms.YesNo
		}
		return d.Forms.Choice(len(f.List))
	case *course.Order:
		return d.Forms.Order
	case *course.Match:
		return d.Forms.Match
	case *course.Blanks:
		return d.Forms.Blanks
	case *course.Typed:
		for _, a := range f.Answers {
			if a.Kind != course.AnswerNumber {
				return d.Forms.Text
			}
		}
		return d.Forms.Number
	}
	return d.Forms.Text
}
