package plain

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestEveryKindOfStepIsMet finds each kind of step in the switches that tell a
// step, say how it is answered and take a line.
func TestEveryKindOfStepIsMet(t *testing.T) {
	kinds := membersOf(t, "step")
	if len(kinds) < 9 {
		t.Fatalf("found only %d kinds of steps: %v", len(kinds), kinds)
	}
	for _, name := range []string{"show", "ask", "take"} {
		cases := casesOf(t, name)
		for _, kind := range kinds {
			if !slices.Contains(cases, kind) {
				t.Errorf("%s does not know learn.%s", name, kind)
			}
		}
	}
}

// TestEveryKindOfActionCanBeTaken finds each kind of action among what lines
// and commands come to.
func TestEveryKindOfActionCanBeTaken(t *testing.T) {
	kinds := membersOf(t, "action")
	if len(kinds) < 15 {
		t.Fatalf("found only %d kinds of actions: %v", len(kinds), kinds)
	}
	made := map[string]bool{}
	for _, f := range parse(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok {
				made[ofLearn(lit.Type)] = true
			}
			return true
		})
	}
	for _, kind := range kinds {
		if !made[kind] {
			t.Errorf("nothing that can be typed comes to a learn.%s", kind)
		}
	}
}

// membersOf lists the types of learn that have the method which closes a sum.
func membersOf(t *testing.T, method string) []string {
	var found []string
	for _, f := range parse(t, "../../course/learn") {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && fn.Name.Name == method {
				if name, ok := fn.Recv.List[0].Type.(*ast.Ident); ok {
					found = append(found, name.Name)
				}
			}
		}
	}
	return found
}

// casesOf lists the types of learn in the type switches of a method.
func casesOf(t *testing.T, method string) []string {
	var cases []string
	for _, f := range parse(t, ".") {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == method && fn.Recv != nil {
				ast.Inspect(fn, func(n ast.Node) bool {
					if c, ok := n.(*ast.CaseClause); ok {
						for _, e := range c.List {
							cases = append(cases, ofLearn(e))
						}
					}
					return true
				})
			}
		}
	}
	return cases
}

// ofLearn is the name of a type of learn, or nothing.
func ofLearn(e ast.Expr) string {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == "learn" {
			return sel.Sel.Name
		}
	}
	return ""
}

func parse(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatal("no source in", dir, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// TestCommandsAreDescribed keeps the table of commands and the words together.
func TestCommandsAreDescribed(t *testing.T) {
	w := words.English().Plain
	names := map[string]bool{}
	for _, c := range commands() {
		for _, name := range []string{c.name, c.short} {
			if name != "" && names[name] {
				t.Errorf("two commands are called :%s", name)
			}
			names[name] = true
		}
		if w.Commands[c.name] == "" {
			t.Errorf("nothing says what :%s does", c.name)
		}
		if c.action != nil && c.do != nil {
			t.Errorf(":%s does two things", c.name)
		}
		if c.when == nil {
			t.Errorf("nothing says when :%s can be used", c.name)
		}
	}
	for name := range w.Commands {
		if !names[name] {
			t.Errorf("there is no command :%s", name)
		}
	}
	for name := range w.CommandArgs {
		if !names[name] {
			t.Errorf("there is no command :%s to take anything", name)
		}
	}
}

// TestCommandsAreDocumented keeps the table of commands and docs/plain.md
// together.
func TestCommandsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/plain.md")
	if err != nil {
		t.Fatal(err)
	}
	w := words.English().Plain
	rows := 0
	for _, c := range commands() {
		name, short := ":"+c.name, ""
		if args := w.CommandArgs[c.name]; args != "" {
			name += " " + args
		}
		if c.short != "" {
			short = "`:" + c.short + "`"
		}
		if !strings.Contains(strings.Join(strings.Fields(string(doc)), " "), "| `"+name+"` | "+strings.TrimSpace(short+" |")) {
			t.Errorf("docs/plain.md has no row for %s, short %q", name, short)
		}
		rows++
	}
	if got := strings.Count(string(doc), "\n| `:"); got != rows {
		t.Errorf("docs/plain.md has %d commands, there are %d", got, rows)
	}
}

// TestEveryWordIsSaid finds words of this front end that nothing says.
func TestEveryWordIsSaid(t *testing.T) {
	said := map[string]bool{}
	for _, f := range parse(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				said[sel.Sel.Name] = true
			}
			return true
		})
	}
	said["Findings"] = true // said by the command, before the dialogue
	for _, part := range []reflect.Type{reflect.TypeFor[words.Plain](), reflect.TypeFor[words.PlainPath](), reflect.TypeFor[words.PlainViews]()} {
		for i := range part.NumField() {
			if name := part.Field(i).Name; !said[name] {
				t.Errorf("nothing says %s.%s", part.Name(), name)
			}
		}
	}
}

// TestPick reads what is typed where there are several answers.
func TestPick(t *testing.T) {
	list := []names{{"`git add`"}, {"*git* log"}, {"4"}, {"-m"}, {"-M"}, {"a | b"}, {"red", "Red wine"}}
	for _, c := range []struct {
		line string
		want []int
	}{
		{"1", []int{0}},
		{"1 3", []int{0, 2}},
		{"3,1;2", []int{2, 0, 1}},
		{"2.", []int{1}},
		{"4", []int{3}},   // a number is a number
		{`"4"`, []int{2}}, // in quotation marks it is a text
		{"8", nil},
		{"0", nil},
		{"1 1", nil},
		{"git add", []int{0}},
		{"`git add`", []int{0}},
		{"GIT  Log", []int{1}},
		{"git add | git log", []int{0, 1}},
		{"a | b", []int{5}},
		{"-m", []int{3}},
		{"-M", []int{4}},
		{"-M -m", []int{4, 3}},
		{"red wine", []int{6}},
		{"red red", nil},
		{"git", nil},
		{"", nil},
	} {
		if got := pick(c.line, list); !slices.Equal(got, c.want) {
			t.Errorf("pick %q: got %v, want %v", c.line, got, c.want)
		}
	}
}

func TestLetters(t *testing.T) {
	for _, c := range []struct {
		line string
		n    int
		want []int
	}{
		{"b a c", 3, []int{1, 0, 2}},
		{"B,A;C", 3, []int{1, 0, 2}},
		{"1b 3c 2a", 3, []int{1, 0, 2}},
		{"2=a 1=b", 2, []int{1, 0}},
		{"b", 2, []int{1, -1}},
		{"b b", 2, nil},
		{"c a", 2, nil},
		{"a b c", 2, nil},
		{"0a 1b", 2, nil},
		{"99999999999999999999a", 2, nil},
		{"aa", 27, append([]int{26}, slices.Repeat([]int{-1}, 26)...)},
	} {
		if got := letters(c.line, c.n); !slices.Equal(got, c.want) {
			t.Errorf("letters %q of %d: got %v, want %v", c.line, c.n, got, c.want)
		}
	}
}
