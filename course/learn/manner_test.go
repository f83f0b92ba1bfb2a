package learn_test

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// wrong is an answer that is not right.
func wrong(q *course.Question) course.Answer {
	switch f := q.Form.(type) {
	case *course.Options:
		for _, o := range f.List {
			if !o.Right && !o.DontKnow {
				return course.Answer{Items: []string{o.Text}}
			}
		}
	case *course.Order:
		items := slices.Clone(f.Items)
		slices.Reverse(items)
		return course.Answer{Items: items}
	case *course.Typed:
		return course.Answer{Text: "wrong"}
	}
	return course.Answer{DontKnow: true}
}

// first is the first answer to an Ask.
func first(a *course.Ask) course.Answer {
	if len(a.Options) == 0 {
		return course.Answer{Text: "words"}
	}
	return course.Answer{Items: []string{a.Options[0].ID}}
}

// onward is what takes a learner who answers like that one step further.
func onward(st learn.Step, answer func(*course.Question) course.Answer) learn.Action {
	switch st := st.(type) {
	case learn.Asking:
		if !st.Answered {
			return learn.Submit{Answer: first(st.Ask)}
		}
	case learn.Offer:
		return learn.Accept{}
	case learn.Choosing:
		var ids []string
		for _, l := range st.Choose.From[:st.Choose.Pick] {
			ids = append(ids, l.ID)
		}
		return learn.Submit{Answer: course.Answer{Items: ids}}
	case learn.Answering:
		a := learn.Submit{Answer: answer(st.Question)}
		if st.AskSure {
			a.Confidence = 1 + len(st.Question.ID)%3
		}
		return a
	case learn.Recalling:
		if reflect.DeepEqual(answer(cardQuestion()), cardQuestion().Solution()) {
			return learn.Judge{Knew: learn.KnewIt}
		}
		return learn.Judge{Knew: learn.KnewNot}
	case learn.Closing:
		return learn.Submit{Answer: course.Answer{Text: "the first thing"}}
	}
	return learn.Continue{}
}

// cardQuestion tells who answers right from who does not, before a card.
func cardQuestion() *course.Question {
	return &course.Question{ID: "card", Form: &course.Typed{Answers: []course.Accept{{Kind: course.AnswerWords, Text: "it"}}}}
}

// manners are the ways to go through a course that must all come to its end.
var manners = map[string]func(learn.Step) learn.Action{
	"right": func(st learn.Step) learn.Action { return onward(st, (*course.Question).Solution) },
	"wrong": func(st learn.Step) learn.Action { return onward(st, wrong) },
	"skip":  func(learn.Step) learn.Action { return learn.Skip{} },
	"close": func(st learn.Step) learn.Action {
		return onward(st, func(q *course.Question) course.Answer {
			if f, ok := q.Form.(*course.Typed); ok && len(f.Close) > 0 {
				return course.Answer{Text: f.Close[0].Text}
			}
			return wrong(q)
		})
	},
	"wrong and no": func(st learn.Step) learn.Action {
		switch st.(type) {
		case learn.Offer, learn.Placed:
			return learn.Decline{}
		case learn.Feedback:
			return learn.Skip{}
		}
		return onward(st, wrong)
	},
	"right from day to day": func(st learn.Step) learn.Action { return onward(st, (*course.Question).Solution) },
	"wrong from day to day": func(st learn.Step) learn.Action { return onward(st, wrong) },
}

// dayLong is how many things a learner does on one day who goes on from day to
// day.
const dayLong = 80

// finish goes on in one manner to the end.
func (w *walker) finish(manner string) {
	const most = 1500
	for i := range most {
		if i%dayLong == dayLong-1 && strings.HasSuffix(manner, "day to day") {
			w.clock = w.clock.Add(26 * time.Hour)
			w.s = w.open()
		}
		if _, ok := w.s.Step().(learn.Finished); ok {
			return
		}
		w.clock = w.clock.Add(10 * time.Second)
		if _, err := w.s.Do(manners[manner](w.s.Step())); err != nil {
			w.t.Fatalf("%s: %s: %v", manner, describe(w.s), err)
		}
	}
	w.t.Fatalf("no end of the course after %d steps, always %s: %s", most, manner, describe(w.s))
}
