package syntax_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/internal/syntax"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// letters stand for the kinds in the golden files.
const letters = ".csnkNpo+-"

// kinds writes under every line of code a line with the kind of each character.
func kinds(tokens []syntax.Token) string {
	var out, code, marks strings.Builder
	flush := func() {
		out.WriteString(code.String() + "\n")
		if m := strings.TrimRight(marks.String(), " "); m != "" {
			out.WriteString(m + "\n")
		}
		code.Reset()
		marks.Reset()
	}
	for _, t := range tokens {
		for _, r := range t.Text {
			switch {
			case r == '\n':
				flush()
				continue
			case r == '\t':
				code.WriteString("    ")
				marks.WriteString("    ")
				continue
			case unicode.IsSpace(r) || t.Kind == syntax.Plain:
				marks.WriteByte(' ')
			default:
				marks.WriteByte(letters[t.Kind])
			}
			code.WriteRune(r)
		}
	}
	if code.Len() > 0 {
		flush()
	}
	return out.String()
}

// TestKinds compares the code of every testdata/*.code with the kinds that its
// parts are found to be of. The name of the file is that of the language, up to
// a hyphen.
func TestKinds(t *testing.T) {
	files, err := filepath.Glob("testdata/*.code")
	if err != nil || len(files) == 0 {
		t.Fatal("no code", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".code")
		lang, _, _ := strings.Cut(name, "-")
		t.Run(name, func(t *testing.T) {
			code, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !syntax.Known(lang) {
				t.Fatalf("%s is not known", lang)
			}
			got := kinds(syntax.Scan(lang, string(code)))
			golden := "testdata/" + name + ".kinds"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, same := range [][]string{
		{"go", "golang", "Go"}, {"py", "python", ".python"}, {"c++", "cpp", "C++"}, {"c#", "cs", "csharp"},
		{"sh", "bash", "shell"}, {"yml", "yaml"}, {"js", "javascript"}, {"ts", "typescript"}, {"rb", "ruby"},
	} {
		for _, name := range same {
			const code = `if x := "a" { // b` + "\n"
			if got, want := kinds(syntax.Scan(name, code)), kinds(syntax.Scan(same[0], code)); got != want {
				t.Errorf("%s reads as\n%s, %s as\n%s", name, got, same[0], want)
			}
		}
	}
	for _, name := range []string{"", "klingon", "mermaid"} {
		if syntax.Known(name) {
			t.Errorf("%q is known", name)
		}
		if got := syntax.Scan(name, "if x"); len(got) != 1 || got[0] != (syntax.Token{Text: "if x"}) {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// languages are names that between them reach every scanner.
func languages() []string {
	return strings.Fields("go sh console bat python pycon js ts json yaml toml ini html css sql diff dockerfile makefile markdown " +
		"gitignore c cpp objc java csharp rust kotlin swift scala dart zig proto graphql hcl ruby php lua powershell r perl elixir " +
		"haskell clojure pascal julia vb text unknown")
}

// check holds a scan to what the package promises.
func check(t interface{ Errorf(string, ...any) }, lang, code string) {
	var b strings.Builder
	for i, tok := range syntax.Scan(lang, code) {
		if tok.Text == "" || tok.Kind > syntax.Removed {
			t.Errorf("%s: token %d of %q is %v", lang, i, code, tok)
		}
		b.WriteString(tok.Text)
	}
	if b.String() != code {
		t.Errorf("%s: %q became %q", lang, code, b.String())
	}
}

// fragments are what random code is made of: all that opens or closes anything.
var fragments = []string{
	"a", "if", "Word", "12", "0x1f", "1e", "1..2", " ", "\n", "\n\n", "\t", "\n  ", "\"", "'", "`", `"""`, "'''", "\\", "\\\n",
	"#", "##", "//", "/*", "*/", "--", "--[[", "]]", "<!--", "-->", "<", ">", "</", "<script>", "</script>", "<style>", "<?php", "?>",
	"<<EOF\n", "\nEOF\n", "<<<X\n", "$", "${", "$(", "@", "@\"", "$\"", "R\"x(", ")x\"", "r#\"", "\"#", "=begin\n", "\n=end\n",
	"---\n", "|\n", ": ", "key: ", "- ", "[", "]", "{", "}", "(", ")", "%", "$ ", "PS C:\\> ", ">>> ", "... ", "+", "-", "@@", "é", "你", "\xff", "\x00",
	"/x/", "/[", "=", ":", ";", ",", ".", "!", "~~~\n", "```\n", "]( ", "--[==[", "{-", "-}", "<#", "#>", "#include <",
}

func TestAnyCodeStaysWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 40).Draw(t, "parts"), "")
		check(t, rapid.SampledFrom(languages()).Draw(t, "language"), code)
	})
}

// TestEveryBeginningOfCodeStaysWhole cuts code anywhere, as an author may.
func TestEveryBeginningOfCodeStaysWhole(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.code")
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range languages() {
			for n := 0; n <= len(code); n += 7 {
				check(t, lang, string(code[:n]))
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	for i, s := range fragments {
		f.Add(languages()[i%len(languages())], s+s)
	}
	f.Fuzz(func(t *testing.T, lang, code string) { check(t, lang, code) })
}

// BenchmarkScan shows which language, and which fragment repeated, costs most
// for its length.
func BenchmarkScan(b *testing.B) {
	const size = 256 << 10
	for _, lang := range languages() {
		for _, s := range fragments {
			code := strings.Repeat(s+"x", size/(len(s)+1))
			b.Run(lang+"/"+s, func(b *testing.B) {
				b.SetBytes(int64(len(code)))
				for b.Loop() {
					syntax.Scan(lang, code)
				}
			})
		}
	}
}

func BenchmarkGo(b *testing.B) {
	code, err := os.ReadFile("scanner.go")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(code), 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		syntax.Scan("go", text)
	}
}
