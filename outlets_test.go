package cairn_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// outletRule says what leads out of the program, and which files are its
// outlets. The linter holds the first ones as well, of which sample is one.
type outletRule struct {
	says   string
	uses   *pattern // what is used: the path of a package, a full stop, a name; of a field or method the type comes between
	but    *pattern // of those, what is harmless everywhere; nil: nothing
	text   *pattern // a text in the source
	of     *pattern // the files that it is about; nil: all
	in     []string // the files that may; patterns of path.Match
	sample string   // a statement, or a file, that breaks the rule; empty: testdata/outlets.txtar has one
	linted string   // what the linter calls it; empty: only this test finds it
}

type pattern = regexp.Regexp

// The packages that draw, as they are named in imports.
const (
	teaPath  = `charm\.land/bubbletea/v2\.`
	ansiPath = `github\.com/charmbracelet/x/ansi(/\w+)?\.`
)

// outletRules are kept by everything but tests and the tools below.
func outletRules() []outletRule {
	const tui = "tui/outlet.go"
	is := regexp.MustCompile
	return []outletRule{
		{says: "nothing prints to a writer that was not given", uses: is(`^fmt\.Print(f|ln)?$`), sample: `fmt.Println(1)`, linted: "fmt.Println"},
		{says: "nothing prints to a writer that was not given", uses: is(`^(print|println)$`), sample: `println(1)`, linted: "println"},
		{says: "nothing is logged to the terminal", uses: is(`^log(/slog)?\.`), sample: `log.Printf("x")`, linted: "log.Printf"},
		{says: "the streams of the machine are taken in one place", uses: is(`^os\.(Stdout|Stderr|NewFile)$`), in: []string{"cmd/cairn/main.go"}, sample: `_ = os.Stderr`, linted: "os.Stderr"},
		{says: "the streams of the machine are taken in one place", uses: is(`^(syscall|golang\.org/x/sys/\w+)\.(Write|Pwrite|Writev|Stdout|Stderr)$`), in: []string{"internal/wall/enter_unix.go"}, sample: `syscall.Write(1, nil)`, linted: "syscall.Write"},
		{
			says: "the terminal itself is for the full screen and for editors", uses: is(`(^|\.environment)\.console$`),
			in:     []string{"cmd/cairn/outlets.go", "cmd/cairn/screen.go", "cmd/cairn/edit.go", "cmd/cairn/config_files.go"},
			sample: `var e struct{ console int }; _ = e.console`,
		},
		{
			says: "an archive is no text, nor is what an editor is told; nothing else passes the standard output uncleaned, never to a terminal", uses: is(`(^|\.environment)\.archive$`),
			in: []string{"cmd/cairn/progress_export.go", "cmd/cairn/export.go", "cmd/cairn/lsp.go"}, sample: `var e struct{ archive int }; _ = e.archive`,
		},
		{
			says: "what the terminal gets goes through tui/outlet.go", in: []string{tui}, sample: `tea.Println("x")`, linted: "tea.Println",
			uses: is(`^` + teaPath + `(Print(f|ln)|Raw|Set(Primary)?Clipboard|Read(Primary)?Clipboard|Exec(Process)?|RequestCapability|NewView|LogToFile\w*)$`),
		},
		{says: "a frame is made in tui/outlet.go", uses: is(`^` + teaPath + `View{}$`), in: []string{tui}, sample: `_ = tea.View{WindowTitle: "x"}`},
		{says: "a frame is made in tui/outlet.go", uses: is(`^` + teaPath + `View\.Content$`), in: []string{tui}, linted: "tea.View.Content"},
		{says: "a frame is made in tui/outlet.go", uses: is(`(^|` + teaPath + `View)\.(WindowTitle|ProgressBar)$`), in: []string{tui}, sample: `var v tea.View; v.WindowTitle = "x"`, linted: "tea.View.WindowTitle"},
		{says: "the full screen is begun in one place", uses: is(`^` + teaPath + `(NewProgram|WithOutput)$`), in: []string{"tui/ending.go", "tui/options.go"}, sample: `tea.NewProgram(nil)`, linted: "tea.NewProgram"},
		{
			says: "of this package measures and cuts only are used", in: []string{"tui/internal/picture/*.go"}, sample: `_ = ansi.SetWindowTitle("x")`, linted: "ansi.SetWindowTitle",
			uses: is(`^` + ansiPath), but: is(`^` + ansiPath + `(StringWidth|GraphemeWidth|FirstGraphemeCluster|Strip|Cut|DecodeSequence|NormalState|Options\.ID)$`),
		},
		{says: "what the terminal gets goes through tui/outlet.go", uses: is(`^` + teaPath + `RawMsg({})?$`), sample: `_ = tea.RawMsg{Msg: "x"}`},
		{says: "nothing is printed by way of styles", uses: is(`^charm\.land/lipgloss/v2\.Writer$`), sample: `_ = lipgloss.Writer`},
		{says: "nothing prints to a writer that was not given", uses: is(`^(runtime/debug\.PrintStack|github\.com/spf13/cobra\.Comp(Error|Debug)(ln|f)?)$`), sample: `package p; import "runtime/debug"; func f() { debug.PrintStack() }`},
		{says: "the streams of the machine are taken in one place", uses: is(`^os\.Stdin$`), in: []string{"cmd/cairn/main.go"}, sample: `_ = os.Stdin`},
		{says: "nothing is printed by way of styles", uses: is(`^charm\.land/lipgloss/v2\.(Print|Fprint)`), sample: `lipgloss.Println("x")`, linted: "lipgloss.Println"},
		{
			says: "sequences are written where they are made for frames and pictures", text: is("[\x1b\u009b\u009d\u0090\u0098\u009e\u009f]"),
			in: []string{
				"course/textsafe/styled.go", "tui/outlet.go", "tui/internal/mdview/*.go", "tui/internal/picture/*.go", "tui/internal/theme/ground.go",
				"tui/gallery.go", "cmd/cairn/terminal.go", // these send what two of those made
			}, sample: `_ = "\x1b]0;x\a"`,
		},
		{says: "no terminal is opened by its name", text: is(`^(/dev/(tty|pts|stdout|stderr|fd)|CONOUT\$|/proc/self/fd)`), in: []string{"internal/archive/name.go"}, sample: `_ = "/dev/tty"`},
		{
			says: "a goroutine has a net below it: one that panics ends the program, and Go prints its words as they are", uses: is(`^go$|\.AfterFunc$`),
			in: []string{
				"internal/each/each.go", "author/lsp/publish.go", "tui/ending.go", "tui/plain/plain.go", "exercise/watch.go", "cmd/cairn/soon.go", "cmd/cairn/opening.go",
				"cmd/cairn/opener.go", "cmd/cairn/interrupt.go", "cmd/cairn/signals.go", "cmd/cairn/terminal.go", // these four hold no text of a course
				"internal/wall/run.go", "internal/wall/guard_windows.go", // one closes a pipe; the guard's words are read by cairn, which cleans them
			}, sample: `go f()`,
		},
		{says: "what tests try the program with is no part of it", uses: is(`^import .*/internal/(hostile|torture)$`), sample: `package p; import _ "` + module + `/internal/hostile"`},
		{
			says: "what was given to the full screen to write to is the terminal", uses: is(`^write to a writer$`),
			of: is(`^tui/(\w+\.go|internal/)|^planted`), in: []string{tui, "tui/options.go"},
		},
		{
			says: "a file that is written to by itself may be the terminal", uses: is(`^write to a file$`),
			in: []string{"cmd/cairn/terminal.go", "cmd/cairn/notes.go", "config/write.go", "author/fix/write.go", "course/progress/place.go", "internal/crash/report.go", "internal/newfile/*.go", "exercise/code/code.go", "exercise/practice/keep.go"},
		},
		{says: "the terminal of the full screen is written to in one place", uses: is(`^` + module + `/tui\.Options\.Out$`), in: []string{tui, "tui/options.go", "cmd/cairn/screen.go"}, linted: "tui.Options.Out"},
		{says: "a package keeps its name where it is imported", uses: is(`^import \.$`), sample: `package p; import . "fmt"`},
	}
}

// isTool reports whether a file is of a tool for those who work on cairn, or of
// their tests: they print figures and pictures of their own and no part of a
// course.
func isTool(file string) bool {
	return slices.ContainsFunc([]string{"bench/", "docs/", "supply/", "torture/", "internal/hostile/"}, func(dir string) bool { return strings.HasPrefix(file, dir) })
}

// TestOutlets reads the source of the program and finds what leads out of it
// elsewhere than at its outlets, which docs/architecture.md lists.
func TestOutlets(t *testing.T) {
	rules := outletRules()
	used := map[string]bool{} // which pattern of files of which rule allows something
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir() && (d.Name() == "testdata" || name == "bin" || name != "." && strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || isTool(name):
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, f := range leaks(t, name, string(src), rules) {
			in := f.rule.allows(name)
			if in == "" {
				t.Errorf("%s: %s: %s", f.at, f.what, f.rule.says)
			}
			used[strconv.Itoa(f.index)+in] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	c := compile(t)
	for _, pkg := range c.packages {
		fset, files := pkg.read(t)
		for _, f := range c.leaks(t, pkg.path, fset, files, rules) {
			in := f.rule.allows(f.at.Filename)
			if in == "" && !isTool(f.at.Filename) {
				t.Errorf("%s: %s: %s", f.at, f.what, f.rule.says)
			}
			used[strconv.Itoa(f.index)+in] = true
		}
	}
	for i, r := range rules {
		for _, in := range r.in {
			if !used[strconv.Itoa(i)+in] {
				t.Errorf("%q may do what it does not: %s", in, r.says)
			}
		}
	}
}

// TestOutletRulesFire breaks every rule, so that none can rot unseen.
func TestOutletRulesFire(t *testing.T) {
	const imports = `package p
import ("fmt"; "log"; "os"; "syscall"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi")
func f() { `
	rules := outletRules()
	for i, r := range rules {
		if r.sample == "" {
			continue
		}
		src := imports + r.sample + " }\n"
		if strings.HasPrefix(r.sample, "package ") {
			src = r.sample
		}
		found := leaks(t, "sample.go", src, rules)
		if !slices.ContainsFunc(found, func(l leak) bool { return l.index == i }) {
			t.Errorf("nothing is found in %s, but %s", r.sample, r.says)
		}
	}
	if found := leaks(t, "sample.go", imports+`fmt.Fprintln(w, "x"); _ = tea.Quit; _ = ansi.StringWidth("x"); _ = "plain" }`, rules); len(found) > 0 {
		t.Errorf("found in what is allowed: %v", found)
	}
}

// TestLinterHoldsOutlets compares the linter's rules with these.
func TestLinterHoldsOutlets(t *testing.T) {
	data, err := os.ReadFile(".golangci.yml")
	if err != nil {
		t.Fatal(err)
	}
	var config struct {
		Linters struct {
			Enable   []string
			Settings struct {
				Forbidigo struct {
					AnalyzeTypes bool `yaml:"analyze-types"`
					Forbid       []struct{ Pattern string }
				}
			}
		}
	}
	if err := yaml.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(config.Linters.Enable, "forbidigo") || !config.Linters.Settings.Forbidigo.AnalyzeTypes {
		t.Error("the linter does not look for outlets, or not behind other names of packages")
	}
	for _, r := range outletRules() {
		fires := slices.ContainsFunc(config.Linters.Settings.Forbidigo.Forbid, func(f struct{ Pattern string }) bool {
			return regexp.MustCompile(f.Pattern).MatchString(r.linted)
		})
		if r.linted != "" && !fires {
			t.Errorf("the linter lets %s pass", r.linted)
		}
	}
}

// leak is a place that breaks a rule, or would.
type leak struct {
	rule  outletRule
	index int
	at    token.Position
	what  string
}

// passes reports whether a rule has nothing to say of what it matches in a file.
func (r outletRule) passes(file, what string) bool {
	return r.but != nil && r.but.MatchString(what) || r.of != nil && !r.of.MatchString(file)
}

// allows is the pattern of files that allows a file what the rule is about;
// empty: none does.
func (r outletRule) allows(name string) string {
	for _, in := range r.in {
		if ok, _ := path.Match(in, name); ok {
			return in
		}
	}
	return ""
}

// leaks finds all that the rules are about in a file.
func leaks(t *testing.T, name, src string, rules []outletRule) []leak {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []leak
	see := func(at token.Pos, of func(outletRule) *pattern, what string) {
		for i, r := range rules {
			if p := of(r); p != nil && p.MatchString(what) && !r.passes(name, what) {
				found = append(found, leak{r, i, fset.Position(at), strconv.Quote(what)})
			}
		}
	}
	uses, text := func(r outletRule) *pattern { return r.uses }, func(r outletRule) *pattern { return r.text }
	paths := importPaths(file)
	for _, spec := range file.Imports {
		if spec.Name != nil && spec.Name.Name == "." {
			see(spec.Pos(), uses, "import .")
		}
		see(spec.Pos(), uses, "import "+strings.Trim(spec.Path.Value, `"`))
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			see(n.Pos(), uses, qualified(n, paths))
		case *ast.CompositeLit:
			if s, ok := n.Type.(*ast.SelectorExpr); ok {
				see(n.Pos(), uses, qualified(s, paths)+"{}")
			}
		case *ast.GoStmt:
			see(n.Pos(), uses, "go")
		case *ast.CallExpr:
			switch f := n.Fun.(type) {
			case *ast.Ident:
				see(n.Pos(), uses, f.Name)
			case *ast.SelectorExpr:
				if len(n.Args) == 1 && f.Sel.Name == "Go" { // of a group
					see(n.Pos(), uses, "go")
				}
			}
		case *ast.BasicLit:
			if s, err := strconv.Unquote(n.Value); err == nil {
				see(n.Pos(), text, s)
			}
		}
		return true
	})
	return found
}

// importPaths are the paths of the packages that a file names.
func importPaths(file *ast.File) map[string]string {
	paths := map[string]string{}
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		local := path.Base(p)
		if regexp.MustCompile(`^v\d+$`).MatchString(local) {
			local = path.Base(path.Dir(p))
		}
		if spec.Name != nil {
			local = spec.Name.Name
		}
		paths[local] = p
	}
	return paths
}

// qualified names what is selected by the path of its package, or begins with a
// full stop where that is no package.
func qualified(s *ast.SelectorExpr, paths map[string]string) string {
	if x, ok := s.X.(*ast.Ident); ok {
		if p, ok := paths[x.Name]; ok {
			return p + "." + s.Sel.Name
		}
	}
	return "." + s.Sel.Name
}
