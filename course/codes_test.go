package course

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// declaredCodes reads the codes from the source, each with its line of meaning.
func declaredCodes(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("codes*.go")
	mustDo(t, err)
	codes := map[string]string{}
	for _, file := range append(files, "../internal/strictyaml/strictyaml.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		mustDo(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING && spec.Comment != nil {
				code, err := strconv.Unquote(lit.Value)
				mustDo(t, err)
				codes[code] = spec.Comment.Text()
			}
			return true
		})
	}
	return codes
}

func TestEveryCodeIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/diagnostics.md")
	mustDo(t, err)
	row := regexp.MustCompile("(?m)^\\| \\[`([a-z0-9-]+)`\\]\\(#[a-z0-9-]+\\) \\| (?:error|warning|error, warning|off) \\| [^|]+ \\|")
	var documented []string
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		if slices.Contains(documented, m[1]) {
			t.Errorf("%s is documented twice", m[1])
		}
		documented = append(documented, m[1])
	}
	codes := declaredCodes(t)
	if len(codes) < 50 {
		t.Fatalf("only %d codes found", len(codes))
	}
	for code, meaning := range codes {
		if strings.TrimSpace(meaning) == "" {
			t.Errorf("%s has no line of meaning", code)
		}
		if !slices.Contains(documented, code) {
			t.Errorf("%s is not in docs/diagnostics.md", code)
		}
	}
	for _, code := range documented {
		if _, ok := codes[code]; !ok {
			t.Errorf("%s is in docs/diagnostics.md but is no code", code)
		}
	}
}

// TestEveryCodeOfLoadingIsShown looks for a specification of each code that
// loading a course can give.
func TestEveryCodeOfLoadingIsShown(t *testing.T) {
	elsewhere := map[string]string{
		codeFileTooLarge: "TestLargeFilesArePassedOver", codeTooManyFiles: "TestDeepFoldersArePassedOver",
		codeSymlink: "TestNothingOutsideTheFolderIsRead", codeNotRegular: "TestPipesDoNotHang",
		codeUnreadable: "TestAFileThatCannotBeOpenedCostsItself", codeFileName: "TestOddFileNames",
		codeArchive: "TestAnArchiveThatIsRefused", codeHardLink: "TestBadFiles",
		codeTooMany: "TestOneFileHasAtMostSoManyFindings",
	}
	var shown strings.Builder
	files, err := filepath.Glob("testdata/load/*.txtar")
	mustDo(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		mustDo(t, err)
		shown.Write(data)
	}
	tree, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	mustDo(t, err)
	ast.Inspect(tree, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			code, _ := strconv.Unquote(lit.Value)
			if _, ok := elsewhere[code]; !ok && !strings.Contains(shown.String(), "["+code+"]") {
				t.Errorf("no specification shows %s", code)
			}
		}
		return true
	})
}
