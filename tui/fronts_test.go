package tui

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestBothFrontEndsDoTheSame takes a course with every form of question in the
// window, at random, types what means the same into a dialogue, and wants the
// same facts in both logs: all that is not about time.
func TestBothFrontEndsDoTheSame(t *testing.T) {
	met := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		window, dialogue := flowShelf(), flowShelf()
		if start := rapid.SampledFrom(append(flowItems(), "")).Draw(rt, "start"); start != "" {
			for _, s := range []*sampleShelf{window, dialogue} {
				session, err := s.session(s.courses[0])
				if err != nil {
					rt.Fatal(err)
				}
				if _, err := session.Do(learn.GoTo{ID: start}); err != nil {
					rt.Fatal(err)
				}
			}
		}
		d := newDriver(t, Options{Shelf: window, Start: RouteCourse.To("git-first-steps")}, 80, 90)
		var lines []string
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			if d.app.top().step == nil { // an outline or a page beside the flow
				break
			}
			st := d.app.session.Step()
			if _, end := st.(learn.Finished); end {
				break
			}
			now := course.Answer{} // what stands there from the try before
			if q, ok := d.app.top().screen.(*question); ok {
				now = q.input.Answer()
			}
			m := anyMove(rt, st, now, d.app.top().typing())
			met[reflect.TypeOf(st).Name()]++
			if a, ok := st.(learn.Answering); ok {
				met[fmt.Sprintf("%T", a.Question.Form)]++
			}
			for _, k := range m.keys {
				if text, ok := strings.CutPrefix(k, "type "); ok {
					d.write(text)
				} else {
					d.press(k)
				}
			}
			lines = append(lines, m.lines...)
			if t.Failed() {
				rt.Fatal("see above")
			}
		}
		session, err := dialogue.session(dialogue.courses[0])
		if err != nil {
			rt.Fatal(err)
		}
		var said strings.Builder
		in := strings.NewReader(strings.Join(lines, "\n") + "\n")
		talk := plain.New(plain.Options{In: in, Out: &said, Words: words.English(), Width: 80, Echo: true, AskDay: true})
		if _, err := talk.Run(session); err != nil {
			rt.Fatal(err)
		}
		if a, b := factsOf(rt, window), factsOf(rt, dialogue); !slices.Equal(a, b) {
			rt.Fatalf("the window left\n%s\nand the dialogue\n%s\n\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"), said.String())
		}
	})
	for _, name := range []string{"Asking", "Reading", "Answering", "Feedback", "Doing", "Summary", "Offer", "Choosing",
		"*course.Options", "*course.Typed", "*course.Order", "*course.Match", "*course.Blanks"} {
		if met[name] == 0 {
			t.Errorf("no %s was met: %v", name, met)
		}
	}
}

// factsOf is what a log holds, without times and without what was begun and not
// sent, which a front end keeps when it is left.
func factsOf(t *rapid.T, s *sampleShelf) []string {
	events, err := s.log.Events("git-first-steps")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range events {
		if e.Kind == learn.KindDrafted {
			continue
		}
		answer := course.Answer{}
		if e.Answer != nil {
			answer = *e.Answer
		}
		out = append(out, fmt.Sprintf("%s %s %s %s %+v %v %.3f %s %d %d %s %q", e.Kind, e.What, e.Lesson, e.Item, answer, e.Outcome, e.Score, e.Mixup, e.Hints, e.Confidence, e.To, e.Note))
	}
	return out
}

// move is one thing done: the keys for it in the window, of which "type ..." is
// text, and the lines for it in a dialogue.
type move struct{ keys, lines []string }

// anyMove draws what a learner does at a step.
func anyMove(t *rapid.T, st learn.Step, now course.Answer, typing bool) move {
	key := func(plain, while string) string {
		if typing {
			return while
		}
		return plain
	}
	skip := move{[]string{key("s", "ctrl+x")}, []string{":skip"}}
	next := move{[]string{"enter"}, []string{""}}
	pick := func(n int) move {
		i := strconv.Itoa(rapid.IntRange(1, n).Draw(t, "pick"))
		return move{[]string{i, "enter"}, []string{i}}
	}
	can := []move{}
	switch st := st.(type) {
	case learn.Asking:
		switch {
		case st.Answered:
			return next
		case st.Current.Text != "" || len(st.Current.Items) > 0:
			return skip
		case len(st.Ask.Options) == 0:
			can = append(can, move{[]string{"type some words", "enter"}, []string{"some words"}})
		case st.Ask.Many:
			can = append(can, someOf(t, len(st.Ask.Options)))
		default:
			can = append(can, pick(len(st.Ask.Options)))
		}
		can = append(can, skip)
	case learn.Offer:
		if st.Kind == learn.OfferPlacement {
			can = append(can, pick(3))
			break
		}
		can = append(can, move{[]string{"1", "enter"}, []string{"yes"}}, move{[]string{"2", "enter"}, []string{"no"}}, skip)
	case learn.Choosing:
		can = append(can, pick(len(st.Choose.From)), skip)
	case learn.Planning, learn.Closing:
		return skip
	case learn.Reading:
		can = append(can, move{[]string{"G", "enter"}, []string{""}}, move{[]string{"G", "enter"}, []string{""}})
		for _, part := range st.Page.Parts {
			if way, ok := part.(learn.WayPart); ok && len(way.List) > 1 {
				can = append(can, move{[]string{"w"}, []string{":way"}})
				break
			}
		}
	case learn.Doing:
		can = append(can, move{[]string{"1", "enter"}, []string{"done"}}, skip)
		if st.HintsLeft > 0 {
			can = append(can, move{[]string{"h"}, []string{":hint"}})
		}
	case learn.Answering:
		can = append(can, answer(t, st, now), answer(t, st, now), answer(t, st, now), skip, move{[]string{key("i", "ctrl+n")}, []string{":dontknow"}})
		if st.HintsLeft > 0 {
			can = append(can, move{[]string{key("h", "ctrl+t")}, []string{":hint"}})
		}
		if st.Purpose == learn.ForLesson {
			can = append(can, move{[]string{key("a", "ctrl+o")}, []string{":show"}})
		}
	case learn.Feedback:
		return anyReply(t, st, skip, next, key)
	case learn.Placed:
		can = append(can, move{[]string{"enter"}, []string{"yes"}})
	case learn.Summary, learn.Reviewed:
		return next
	default:
		t.Fatalf("nothing is drawn at %T", st)
	}
	if st.At().Undo != nil && !typing {
		can = append(can, move{[]string{"u"}, []string{":undo"}})
	}
	return rapid.SampledFrom(can).Draw(t, "move")
}

// anyReply draws what a learner does when an answer was judged.
func anyReply(t *rapid.T, st learn.Feedback, skip, next move, key func(plain, while string) string) move {
	var can []move
	_, typed := st.Question.Form.(*course.Typed)
	_, blanks := st.Question.Form.(*course.Blanks)
	switch {
	case st.Detour != nil || st.Go != nil:
		can = append(can, next, move{skip.keys, []string{":stay"}})
	case st.Settled:
		can = append(can, next)
	case typed:
		again := aWord(t)
		if again == st.Answer.Text {
			again += "s"
		}
		can = append(can, move{[]string{"ctrl+u", "type " + again, "enter"}, []string{again}}, skip)
	case blanks:
		can = append(can, skip)
	default:
		can = append(can, next, next, skip)
	}
	if !st.Settled && st.HintsLeft > 0 {
		can = append(can, move{[]string{key("h", "ctrl+t")}, []string{":hint"}})
	}
	if !st.Reveal && !st.Settled {
		can = append(can, move{[]string{key("a", "ctrl+o")}, []string{":show"}})
	}
	if st.CanDispute {
		can = append(can, move{[]string{key("!", "ctrl+g"), "type it says so", "enter"}, []string{":right it says so"}})
	}
	return rapid.SampledFrom(can).Draw(t, "reply")
}

// aWord is something to type into a field: right for some, wrong for most.
func aWord(t *rapid.T) string {
	return rapid.SampledFrom([]string{"git add .", "git commit -a", "git ad .", "stage", "commit", "72", "72 branches", "7", "hello", "Git Add -A"}).Draw(t, "word")
}

// someOf draws some of n rows.
func someOf(t *rapid.T, n int) move {
	rows := rapid.Permutation(oneTo(n)).Draw(t, "rows")[:rapid.IntRange(1, n).Draw(t, "many")]
	return move{append(slices.Clone(rows), "enter"), []string{strings.Join(rows, " ")}}
}

// oneTo is the numbers from 1 to n, as keys.
func oneTo(n int) []string {
	var out []string
	for i := range n {
		out = append(out, strconv.Itoa(i+1))
	}
	return out
}

// answer draws an answer, right or wrong, and how sure the learner is.
func answer(t *rapid.T, st learn.Answering, now course.Answer) move {
	var m move
	switch f := st.Question.Form.(type) {
	case *course.Options:
		n := rapid.IntRange(1, len(f.List)).Draw(t, "option")
		m = move{[]string{strconv.Itoa(n), "enter"}, []string{strconv.Itoa(n)}}
		if f.Many {
			m = someOf(t, len(f.List))
			for row := range f.List { // what is marked is unmarked first
				if slices.Contains(now.Items, f.List[at(st.Layout, row)].Text) {
					m.keys = slices.Insert(m.keys, 0, strconv.Itoa(row+1))
				}
			}
		} else if f.List[at(st.Layout, n-1)].DontKnow {
			st.AskSure = false
		}
	case *course.Order:
		rows := rapid.Permutation(oneTo(len(f.Items))).Draw(t, "order")
		m = move{append(slices.Clone(rows), "enter"), []string{strings.Join(rows, " ")}}
	case *course.Match:
		sides := rapid.Permutation(oneTo(len(f.Pairs))).Draw(t, "pairs")
		letters := make([]string, len(sides))
		for i, s := range sides {
			letters[i] = string(rune('a' + s[0] - '1'))
		}
		for row, side := range sides {
			m.keys = append(append(m.keys, slices.Repeat([]string{"up"}, len(sides))...), slices.Repeat([]string{"down"}, row)...)
			m.keys = append(m.keys, side)
		}
		m = move{append(m.keys, "enter"), []string{strings.Join(letters, " ")}}
	case *course.Blanks:
		for range f.List {
			w := aWord(t)
			m.keys, m.lines = append(m.keys, "type "+w, "enter"), append(m.lines, w)
		}
	case *course.Typed:
		w := aWord(t)
		m = move{[]string{"ctrl+u", "type " + w, "enter"}, []string{w}}
	}
	if st.AskSure {
		sure := strconv.Itoa(rapid.IntRange(1, 3).Draw(t, "sure"))
		m.keys, m.lines = append(m.keys, sure), append(m.lines, sure)
	}
	return m
}

// at is the i-th of a layout; without one the order is that of the course.
func at(layout []int, i int) int {
	if i < len(layout) {
		return layout[i]
	}
	return i
}
