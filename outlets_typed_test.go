package cairn_test

import (
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// compiled is what the compiler knows of the program on this system: with it the
// outlets are found behind other names, joined texts and fields.
type compiled struct {
	packages []sources
	exports  map[string]string // the path of a package: the file with what it declares
}

// sources are the files of one package.
type sources struct {
	path  string
	files []string // from the root of the project
}

// compile asks go list for all packages of the program, and of what they need.
func compile(t *testing.T) compiled {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{join .GoFiles \" \"}}", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	c := compiled{exports: map[string]string{}}
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		c.exports[f[0]] = f[1]
		if f[0] != module && !strings.HasPrefix(f[0], module+"/") {
			continue
		}
		dir, err := filepath.Rel(root, f[2])
		if err != nil {
			t.Fatal(err)
		}
		s := sources{path: f[0]}
		for _, name := range strings.Fields(f[3]) {
			s.files = append(s.files, path.Join(filepath.ToSlash(dir), name))
		}
		c.packages = append(c.packages, s)
	}
	return c
}

// check reads a package as the compiler does. Errors are for wrong.
func (c compiled) check(pkg string, fset *token.FileSet, files []*ast.File, wrong func(error)) *types.Info {
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(c.exports[path]) }
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup), Error: wrong}
	_, _ = config.Check(pkg, fset, files, info) // what it returns is the first of the errors
	return info
}

// read parses the files of a package.
func (s sources) read(t *testing.T) (*token.FileSet, []*ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range s.files {
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return fset, files
}

// leaks finds what the rules are about in the files of a package.
func (c compiled) leaks(t *testing.T, pkg string, fset *token.FileSet, files []*ast.File, rules []outletRule) []leak {
	t.Helper()
	l := look{fset: fset, rules: rules, pkg: pkg, info: c.check(pkg, fset, files, func(err error) { t.Error(err) })}
	for _, file := range files {
		ast.Inspect(file, l.at)
	}
	return l.found
}

// TestPlantedOutlets finds every way past the outlets that was planted, and
// nothing where none is.
func TestPlantedOutlets(t *testing.T) {
	c := compile(t)
	planted, err := txtar.ParseFile("testdata/outlets.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range planted.Files {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "planted_"+f.Name, f.Data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(f.Data), "\n")
		says, leaky := strings.CutPrefix(first, "// says: ")
		found := c.leaks(t, "p", fset, []*ast.File{file}, outletRules())
		if leaky && !slices.ContainsFunc(found, func(l leak) bool { return l.rule.says == says }) {
			t.Errorf("%s: nothing is found, but %s", f.Name, says)
		}
		if !leaky && len(found) > 0 {
			t.Errorf("%s: found in what is allowed: %v", f.Name, found)
		}
	}
}

// look goes through files and keeps what it finds.
type look struct {
	fset  *token.FileSet
	rules []outletRule
	pkg   string // the path of the package that is looked at
	info  *types.Info
	found []leak
}

func (l *look) at(n ast.Node) bool {
	if e, ok := n.(ast.Expr); ok {
		if v := l.info.Types[e].Value; v != nil && v.Kind() == constant.String {
			l.see(e.Pos(), false, constant.StringVal(v))
		}
	}
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if s := l.info.Selections[n]; s != nil {
			l.see(n.Pos(), true, nameOf(holder(s))+"."+n.Sel.Name)
		}
	case *ast.Ident:
		if o := l.info.Uses[n]; o != nil && o.Pkg() != nil && o.Parent() == o.Pkg().Scope() {
			l.see(n.Pos(), true, o.Pkg().Path()+"."+o.Name())
		}
	case *ast.CompositeLit:
		name := nameOf(l.info.TypeOf(n))
		l.see(n.Pos(), true, name+"{}")
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if key, ok := kv.Key.(*ast.Ident); ok {
					l.see(kv.Pos(), true, name+"."+key.Name)
				}
				e = kv.Value
			}
			l.introducer(e, false)
		}
	case *ast.CallExpr:
		l.call(n)
	}
	return true
}

// see keeps what a rule is about: a use, or else a text.
func (l *look) see(at token.Pos, use bool, what string) {
	for i, r := range l.rules {
		p := r.text
		if use {
			p = r.uses
		}
		if p != nil && p.MatchString(what) && !r.passes(l.fset.Position(at).Filename, what) {
			l.found = append(l.found, leak{r, i, l.fset.Position(at), strconv.Quote(what)})
		}
	}
}

// call looks at what is called, and with what.
func (l *look) call(n *ast.CallExpr) {
	f, called := l.function(n.Fun)
	method := called != nil && l.info.Selections[called] != nil
	if method && strings.HasPrefix(called.Sel.Name, "Write") {
		l.writes(called.X)
	}
	of := "" // the package of what is called; empty: a value that is any function
	if f != nil && f.Pkg() != nil {
		of = f.Pkg().Path()
	}
	ours := of == l.pkg || of == module || strings.HasPrefix(of, module+"/") // what is handed on is written there
	signature, _ := l.info.TypeOf(n.Fun).(*types.Signature)
	for i, arg := range n.Args {
		if method || of != "strings" && of != "bytes" { // those look for a character
			l.introducer(arg, of == "fmt")
		}
		if !ours && signature != nil && i < signature.Params().Len() && writer(signature.Params().At(i).Type()) {
			l.writes(arg)
		}
	}
}

// function is what is called where that has a name, and how it is selected.
func (l *look) function(e ast.Expr) (*types.Func, *ast.SelectorExpr) {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		f, _ := l.info.Uses[e.Sel].(*types.Func)
		return f, e
	case *ast.Ident:
		f, _ := l.info.Uses[e].(*types.Func)
		return f, nil
	}
	return nil, nil
}

// writes sees that a writer is written to, where it may lead to a terminal: one
// that was given, or a file. What collects a text in memory has a type of its own.
func (l *look) writes(to ast.Expr) {
	t := l.info.TypeOf(to)
	switch {
	case t == nil || strings.HasPrefix(nameOf(t), "hash."):
	case nameOf(t) == "os.File":
		l.see(to.Pos(), true, "write to a file")
	case writer(t):
		if s, ok := to.(*ast.SelectorExpr); !ok || s.Sel.Name != "Discard" {
			l.see(to.Pos(), true, "write to a writer")
		}
	}
}

// writer reports whether a type is that of any writer.
func writer(t types.Type) bool {
	_, given := t.Underlying().(*types.Interface)
	has, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	return given && has != nil
}

// introducer finds a number that begins a sequence where it becomes a character:
// as a byte or a letter, and for fmt as any number.
func (l *look) introducer(e ast.Expr, number bool) {
	tv := l.info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.Int {
		return
	}
	b, ok := tv.Type.Underlying().(*types.Basic)
	if n, exact := constant.Int64Val(tv.Value); exact && ok && (number || b.Kind() == types.Byte || b.Kind() == types.Rune || b.Kind() == types.UntypedRune) {
		l.see(e.Pos(), false, string(rune(n)))
	}
}

// holder is the type that has what is selected, also where it is embedded.
func holder(s *types.Selection) types.Type {
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		in, ok := t.Underlying().(*types.Struct)
		if !ok {
			break // an interface that is embedded in another
		}
		t = in.Field(i).Type()
	}
	return t
}

// nameOf is the name of a type, with the path of its package, also behind a
// pointer and another name; empty: it has none.
func nameOf(t types.Type) string {
	if t == nil {
		return ""
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path() + "." + n.Obj().Name()
	}
	return ""
}
