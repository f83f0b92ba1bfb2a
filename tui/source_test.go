package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Limits on the source below tui.
const (
	maxFileLines   = 500
	maxUpdateLines = 100
)

// TestSource keeps what is promised of the source: no state outside of values,
// so that many programs can run in one process, and files that can be read in
// one sitting.
func TestSource(t *testing.T) {
	update := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if n := strings.Count(string(src), "\n"); n > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", path, n, maxFileLines)
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.GenDecl:
				if decl.Tok == token.VAR && !strings.HasSuffix(path, "_test.go") {
					t.Errorf("%s: a package variable", fset.Position(decl.Pos()))
				}
			case *ast.FuncDecl:
				lines := fset.Position(decl.End()).Line - fset.Position(decl.Pos()).Line + 1
				if path == "app.go" && decl.Name.Name == "Update" {
					update = lines
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if update == 0 || update >= maxUpdateLines {
		t.Errorf("the Update of the App has %d lines, want 1 to %d", update, maxUpdateLines-1)
	}
}
