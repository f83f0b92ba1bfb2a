package cairn_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLimitsOfThePage compares docs/limits.md with the constants of the program.
func TestLimitsOfThePage(t *testing.T) {
	of := constants(t)
	kib := func(n int64) string { return fmt.Sprintf("%d KiB", n>>10) }
	mib := func(n int64) string { return fmt.Sprintf("%d MiB", n>>20) }
	gib := func(n int64) string { return fmt.Sprintf("%d GiB", n>>30) }
	want := []string{
		counted(of("course", "maxFindings")),
		counted(of("course", "maxTangleAll")) + " pairs",
		fmt.Sprintf("%d words and signs, %d brackets within each other", of("course", "maxRuleTokens"), of("course", "maxRuleDepth")),
		kib(of("config", "maxFile")),
		fmt.Sprintf("%d levels, %d findings", of("internal/strictyaml", "MaxDepth"), of("internal/strictyaml", "maxFound")),
		counted(of("config", "maxThemes")),
		kib(of("tui/internal/widget", "maxField")),
		kib(of("course/learn", "maxText")),
		kib(of("internal/editor", "maxText")),
		kib(of("tui/plain", "maxLine")),
		fmt.Sprintf("%d bytes", of("tui", "maxFind")),
		fmt.Sprintf("%d words of %d letters", of("course/search", "maxWords"), of("course/search", "maxLength")),
		counted(of("course/search", "maxDocuments")) + " places, " + mib(of("course/search", "maxAll")),
		mib(of("course", "maxAsset")),
		fmt.Sprintf("%s pixels, %s on a side, %s decoded", counted(of("tui/internal/picture", "maxPixels")), counted(of("tui/internal/picture", "maxSide")), mib(of("tui/internal/picture", "maxMemory"))),
		kib(of("internal/diagram", "maxSource")) + ", " + kib(of("course/formula", "maxSource")),
		fmt.Sprintf("%s columns, %s rows", counted(of("tui", "maxWidth")), counted(of("tui", "maxHeight"))),
		counted(of("library", "maxRecent")),
		kib(of("course/progress", "maxLine")),
		gib(of("course/progress", "maxFile")),
		counted(of("course/progress", "maxSources")) + " files, " + gib(of("course/progress", "maxImport")) + " unpacked",
		fmt.Sprintf("%s bytes of a text, %d tries of a question", counted(of("author/cohort", "maxText")), of("author/cohort", "maxTries")),
		fmt.Sprintf("%s, %s in a list", mib(of("author/cohort", "MaxSize")), counted(of("author/cohort", "maxList"))),
		counted(of("author/cohort", "MaxFiles")) + " files, " + mib(of("author/cohort", "MaxTotal")),
		kib(of("internal/crash", "maxReport")),
	}
	page, err := os.ReadFile("docs/limits.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(page)) {
		if cells := strings.Split(strings.Trim(line, "| \n"), " | "); len(cells) == 3 {
			rows = append(rows, cells)
		}
	}
	if len(rows) != len(want)+1 {
		t.Fatalf("%d limits, want %d", len(rows)-1, len(want))
	}
	for i, row := range rows[1:] {
		if row[1] != want[i] {
			t.Errorf("%s: %s, the program has %s", row[0], row[1], want[i])
		}
	}
}

// constants gives the numbers that are constants of a package.
func constants(t *testing.T) func(dir, name string) int64 {
	known := map[string]*types.Package{}
	return func(dir, name string) int64 {
		t.Helper()
		if known[dir] == nil {
			known[dir] = declared(t, dir)
		}
		if c, ok := known[dir].Scope().Lookup(name).(*types.Const); ok {
			if n, exact := constant.Int64Val(constant.ToInt(c.Val())); exact {
				return n
			}
		}
		t.Errorf("%s has no constant %s", dir, name)
		return 0
	}
}

// declared is a package as far as it can be told without what it imports.
func declared(t *testing.T, dir string) *types.Package {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	c := types.Config{Error: func(error) {}, IgnoreFuncBodies: true}
	pkg, _ := c.Check(dir, set, files, nil) // its errors are imports that were not looked up
	return pkg
}

// counted writes a number as the page does.
func counted(n int64) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", counted(n/1000), n%1000)
}
