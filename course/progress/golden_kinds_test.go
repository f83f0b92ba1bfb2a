package progress

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestGoldenLogsHoldEveryKindAndField: what a program can write must be in some
// golden log, or a later program might lose it unnoticed. A new kind or field
// needs a folder of its own in testdata/golden; those there are not changed.
func TestGoldenLogsHoldEveryKindAndField(t *testing.T) {
	folders, err := filepath.Glob("testdata/golden/*")
	if err != nil {
		t.Fatal(err)
	}
	kinds, fields, events := map[learn.Kind]bool{}, map[string]bool{}, 0
	for _, folder := range folders {
		l := Open(folder, Options{ReadOnly: true})
		for _, c := range l.Courses() {
			list, err := l.Events(c.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range list {
				kinds[e.Kind] = true
				events++
				fieldsOf(fields, reflect.ValueOf(e))
			}
		}
	}
	all := kindsOfLearn(t)
	for _, kind := range all {
		if !kinds[kind] {
			t.Errorf("no golden log holds an event of the kind %q", kind)
		}
	}
	wanted := map[string]bool{}
	everyField(wanted, reflect.TypeFor[learn.Event]())
	for _, name := range sortedKeys(wanted) {
		if !fields[name] {
			t.Errorf("no golden log holds an event with %s", name)
		}
	}
	torture.Report(t, "P8", "%d events in golden logs hold all %d kinds and all %d fields", events, len(all), len(wanted))
}

// kindsOfLearn reads the kinds from the source that declares them.
func kindsOfLearn(t *testing.T) []learn.Kind {
	t.Helper()
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "learn", "event.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []learn.Kind
	ast.Inspect(source, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if of, ok := v.Type.(*ast.Ident); ok && of.Name == "Kind" {
			text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			kinds = append(kinds, learn.Kind(text))
		}
		return true
	})
	if len(kinds) < 10 {
		t.Fatalf("only found %q", kinds)
	}
	return kinds
}

// fieldsOf notes which fields are set, those of nested structs by Type.Field.
func fieldsOf(set map[string]bool, v reflect.Value) {
	for i := range v.NumField() {
		f := v.Field(i)
		if f.IsZero() {
			continue
		}
		set[v.Type().Name()+"."+v.Type().Field(i).Name] = true
		if f.Kind() == reflect.Pointer {
			fieldsOf(set, f.Elem())
		}
	}
}

// everyField names all fields in the same way.
func everyField(set map[string]bool, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		set[t.Name()+"."+f.Name] = true
		if f.Type.Kind() == reflect.Pointer {
			everyField(set, f.Type.Elem())
		}
	}
}

// writeKinds writes an event of every kind, with all that the kind can hold.
func writeKinds(t *testing.T, dir string) {
	now := noon
	l := Open(dir, Options{Rand: ids(3), Machine: "desk", Now: func() time.Time { now = now.Add(20 * time.Second); return now }})
	save := func(list ...learn.Event) {
		t.Helper()
		for i := range list {
			list[i].Time, list[i].Course, list[i].Version = now, "knots", "2.1.0"
		}
		if _, err := l.Append(list...); err != nil {
			t.Fatal(err)
		}
	}
	answer := func(items ...string) *course.Answer { return &course.Answer{Items: items} }
	missed := &learn.Reason{Code: learn.WhyPrereq, Title: "Loops", From: "Bends", Number: 0.375, Limit: 0.9, Days: 12, By: learn.ByModel, Over: "Hitches", Less: learn.WhyDue}
	save(learn.Event{Kind: learn.KindOpened, Note: "/home/ada/knots"},
		learn.Event{Kind: learn.KindPlanned, Item: "goal", Answer: answer("sail")})
	save(learn.Event{Kind: learn.KindShown, What: "page", Lesson: "bends", Item: "bends#start", Answer: answer("bends#more"), Took: 30_000})
	save(learn.Event{Kind: learn.KindDrafted, Lesson: "bends", Item: "b1", Answer: &course.Answer{Text: "a sheet b…"}})
	save(learn.Event{Kind: learn.KindSwapped, What: "easier", Lesson: "bends", Item: "b2", To: "b1", Ref: "aside", Reason: &learn.Reason{Code: learn.WhyEasier, By: learn.ByLearner}})
	save(learn.Event{Kind: learn.KindAnswered, What: "check", Lesson: "bends", Item: "b1", Rev: "00c0ffee", Answer: &course.Answer{Text: "Weberknoten"},
		Outcome: course.Wrong, Mixup: "bend-is-hitch", Hints: 1, Confidence: 2, Took: 8123, Ref: "skill:loops", Reason: missed})
	save(learn.Event{Kind: learn.KindDisputed, Lesson: "bends", Item: "b1", Rev: "00c0ffee", Ref: "pai6zvm62uw7vpku-6", Answer: &course.Answer{Text: "Weberknoten"}, Note: "That is its name here."},
		learn.Event{Kind: learn.KindDetoured, Lesson: "bends", Item: "b1", Rev: "00c0ffee", To: "loops", Ref: "bend-is-hitch", Mixup: "bend-is-hitch",
			Reason: &learn.Reason{Code: learn.WhyRule, Title: "Loops", From: "Bends", Rule: "score < 0.5", Number: 0.25, By: learn.ByAuthor}})
	save(learn.Event{Kind: learn.KindFinished, What: "lesson", Lesson: "loops", Item: "loops"},
		learn.Event{Kind: learn.KindReturned, Lesson: "loops", Item: "b1", To: "bends", Reason: &learn.Reason{Code: learn.WhyReturn, From: "Loops"}})
	save(learn.Event{Kind: learn.KindAnswered, Lesson: "bends", Item: "b1", Rev: "00c0ffee", Answer: &course.Answer{DontKnow: true}, Outcome: course.Close, Score: 0.5})
	save(learn.Event{Kind: learn.KindJumped, What: "open", Lesson: "bends", Item: "h1", To: "hitches", Reason: &learn.Reason{Code: learn.WhyLearner, By: learn.ByLearner}})
	save(learn.Event{Kind: learn.KindUndone, Lesson: "hitches", Item: "b1", To: "bends", Ref: "pai6zvm62uw7vpku-12"})
	save(learn.Event{Kind: learn.KindSkipped, What: "question", Lesson: "bends", Item: "b3", Rev: "0badcafe"})
	save(learn.Event{Kind: learn.KindReviewed, What: "begin", Answer: answer("skill:loops", "card:bowline"), Ref: "2025-03-09"},
		learn.Event{Kind: learn.KindReviewed, What: "card", Ref: "card:bowline", Score: 1, Answer: &course.Answer{Text: "easy"}, Took: 2500})
	save(learn.Event{Kind: learn.KindNoted, What: "note", Item: "bends#start", To: "bends", Note: "Ask about <this> & \"that\".\nFür später – 後で"})
	save(learn.Event{Kind: learn.KindReset, What: "skill", Item: "loops"})
	mustClose(t, l)
}

// writeChecked writes a task whose checks were run, and held the second time.
func writeChecked(t *testing.T, dir string) {
	now := noon
	l := Open(dir, Options{Rand: ids(5), Machine: "desk", Now: func() time.Time { now = now.Add(20 * time.Second); return now }})
	e := learn.Event{Time: noon, Course: "knots", Version: "2.2.0", Kind: learn.KindChecked, Lesson: "bends", Item: "tie", Rev: "00c0ffee",
		Answer: &course.Answer{Text: "+-"}, Outcome: course.Wrong, Score: 0.5, Hints: 1}
	held := e
	held.Answer, held.Outcome, held.Score = &course.Answer{Text: "++", Items: []string{"KNOT=bowline, tied <twice> & \"wet\""}}, course.Right, 1
	if _, err := l.Append(e, held); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
}
