package strictyaml

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the specifications expect")

// A sheet has a field of every kind that can be decoded into.
type sheet struct {
	Title  string      `yaml:"title"`
	Place  Scalar      `yaml:"place"`
	Points int         `yaml:"points"`
	Goal   float64     `yaml:"goal"`
	Open   bool        `yaml:"open"`
	Tags   []string    `yaml:"tags"`
	When   Scalar      `yaml:"when,raw"`
	Names  Map[string] `yaml:"names"`
	Items  []item      `yaml:"items"`
	Groups Map[*group] `yaml:"groups"`
}

type item struct {
	Place
	File   string `yaml:"file"`
	Answer string `yaml:"answer"`
	When   Scalar `yaml:"when,raw"`
}

func (i *item) TakeScalar(s Scalar) { i.File = s.Text }

type group struct {
	Says string   `yaml:"says"`
	Of   []string `yaml:"of"`
}

// TestSpec reads testdata: each file of an archive named *.yaml or *.flow is
// decoded into a sheet, and the file after it holds the problems found and the
// values read.
func TestSpec(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no specifications: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out txtar.Archive
		out.Comment = archive.Comment
		for i, f := range archive.Files {
			name, kind, _ := strings.Cut(f.Name, ".")
			if kind == "want" {
				continue
			}
			got := show(kind, f.Data)
			out.Files = append(out.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				want := ""
				if i+1 < len(archive.Files) {
					want = string(archive.Files[i+1].Data)
				}
				if got != want && !*update {
					t.Errorf("of\n%s\ngot\n%s\nwant\n%s", f.Data, got, want)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(&out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func show(kind string, src []byte) string {
	var dst sheet
	var problems []Problem
	if kind == "flow" {
		src = []byte(strings.TrimSuffix(string(src), "\n"))
		problems = DecodeFlow(src, &dst)
	} else {
		problems = Decode(src, &dst)
	}
	var b strings.Builder
	lines := strings.Split(string(src), "\n")
	for _, p := range problems {
		fmt.Fprintf(&b, "%d:%d %s: %s\n", p.Line, p.Col, p.Code, p.Msg)
		fmt.Fprintf(&b, "  | %s\n", strings.ReplaceAll(lines[p.Line-1], "\t", "→"))
		fmt.Fprintf(&b, "  | %s%s\n", strings.Repeat(" ", p.Col-1), strings.Repeat("^", max(1, p.Len)))
		if p.Hint != "" {
			fmt.Fprintf(&b, "  = %s\n", p.Hint)
		}
	}
	dump(&b, "", reflect.ValueOf(dst))
	return b.String()
}

// dump prints every value that is set, one on a line.
func dump(b *strings.Builder, path string, v reflect.Value) {
	switch {
	case v.IsZero():
		return
	case v.Kind() == reflect.Pointer:
		dump(b, path, v.Elem())
	case v.Type() == reflect.TypeFor[Scalar]():
		s := v.Interface().(Scalar)
		fmt.Fprintf(b, "%s = %q at %d:%d\n", path, s.Text, s.Line, s.Col)
	case v.Type() == reflect.TypeFor[Place]():
		fmt.Fprintf(b, "%s at %d:%d\n", path, v.Field(0).Int(), v.Field(1).Int())
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			dump(b, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			dump(b, strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), v.Field(i))
		}
	default:
		fmt.Fprintf(b, "%s = %#v\n", path, v.Interface())
	}
}
