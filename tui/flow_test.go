package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestEveryStepHasAPage holds the pages to the steps that the engine declares.
func TestEveryStepHasAPage(t *testing.T) {
	ask := &course.Ask{ID: "a", Prompt: "Why?"}
	q := flowQuestion("q", "What?", &course.Typed{})
	l := &course.Lesson{ID: "l", Title: "L"}
	steps := []learn.Step{
		learn.Asking{Ask: ask}, learn.Offer{}, learn.Choosing{Choose: &course.Choose{Pick: 1}}, learn.Reading{},
		learn.Answering{Question: q}, learn.Feedback{Question: q}, learn.Doing{Task: &course.Task{}},
		learn.Summary{Place: learn.Place{Lesson: l}}, learn.Finished{},
		learn.Planning{}, learn.Placed{}, learn.Recalling{}, learn.Reviewed{}, learn.Closing{},
	}
	var have []string
	for _, s := range steps {
		have = append(have, reflect.TypeOf(s).Name())
		if screenFor(s, words.English()) == nil {
			t.Errorf("%T has no page", s)
		}
	}
	for _, name := range members(t, "../course/learn/step.go", "step") {
		if !slices.Contains(have, name) {
			t.Errorf("learn.%s is a step that this test does not try", name)
		}
	}
}

// TestEveryFormCanBeAnswered holds the places to answer to the forms that the
// course declares.
func TestEveryFormCanBeAnswered(t *testing.T) {
	forms := []course.Form{&course.Options{}, &course.Typed{}, &course.Order{}, &course.Match{}, &course.Blanks{}}
	var have, inputs []string
	for _, f := range forms {
		have = append(have, reflect.TypeOf(f).Elem().Name())
		in := reflect.TypeOf(widget.For(learn.Answering{Question: flowQuestion("q", "What?", f)})).String()
		if slices.Contains(inputs, in) {
			t.Errorf("%T has no place of its own to answer, it shares %s", f, in)
		}
		inputs = append(inputs, in)
	}
	for _, name := range members(t, "../course/question.go", "form") {
		if !slices.Contains(have, name) {
			t.Errorf("course.%s is a form that this test does not try", name)
		}
	}
}

// members lists the types that belong to a closed sum, by the method that
// closes it.
func members(t *testing.T, file, method string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Name.Name != method || fn.Recv == nil {
			continue
		}
		typ := fn.Recv.List[0].Type
		if star, ok := typ.(*ast.StarExpr); ok {
			typ = star.X
		}
		names = append(names, typ.(*ast.Ident).Name)
	}
	if len(names) < 2 {
		t.Fatalf("%s declares no types with a method %s", file, method)
	}
	return names
}
