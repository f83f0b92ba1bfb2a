package progress

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// writtenStructs are the structs that are written to files, by what AllStored calls the
// file.
func writtenStructs() map[string]reflect.Type {
	return map[string]reflect.Type{"log": reflect.TypeFor[record](), headFile: reflect.TypeFor[head](), settledFile: reflect.TypeFor[settled]()}
}

// TestAllStoredTellsEveryField holds the list that cairn privacy prints to what
// is written: a field that is not in it fails here.
func TestAllStoredTellsEveryField(t *testing.T) {
	for _, s := range AllStored("/p") {
		if s.Name == trustDir {
			continue // a test of cairn privacy compares it with what another package writes
		}
		var want []string
		if typ, ok := writtenStructs()[s.Name]; ok {
			want = jsonFields(typ, "")
		}
		if got := slices.Clone(s.Fields); !sameNames(got, want) {
			t.Errorf("%s: told are %q, written are %q", s.Name, got, want)
		}
	}
}

func sameNames(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// jsonFields lists the fields that a struct is written with.
func jsonFields(typ reflect.Type, below string) []string {
	var names []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner := f.Type
		for slices.Contains([]reflect.Kind{reflect.Pointer, reflect.Map, reflect.Slice}, inner.Kind()) {
			inner = inner.Elem()
		}
		switch {
		case f.Anonymous:
			names = append(names, jsonFields(inner, below)...)
			continue
		case name == "":
			continue // not written
		}
		names = append(names, below+name)
		if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[time.Time]() {
			names = append(names, jsonFields(inner, below+name+".")...)
		}
	}
	return names
}

// TestEveryWrittenStructIsTold: a struct with names of JSON is one that is
// written to a file, and must be reached from writtenStructs.
func TestEveryWrittenStructIsTold(t *testing.T) {
	told := map[string]bool{}
	var reach func(reflect.Type)
	reach = func(typ reflect.Type) {
		for slices.Contains([]reflect.Kind{reflect.Pointer, reflect.Map, reflect.Slice}, typ.Kind()) {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || told[typ.Name()] {
			return
		}
		told[typ.Name()] = true
		for i := range typ.NumField() {
			reach(typ.Field(i).Type)
		}
	}
	for _, typ := range writtenStructs() {
		reach(typ)
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			ast.Inspect(spec, func(n ast.Node) bool {
				if f, ok := n.(*ast.Field); ok && f.Tag != nil && strings.Contains(f.Tag.Value, "json:") {
					if found++; !told[spec.Name.Name] {
						t.Errorf("%s: %s has the field %s, which is written and not told by AllStored and cairn privacy", e.Name(), spec.Name.Name, f.Tag.Value)
						return false
					}
				}
				return true
			})
			return true
		})
	}
	if found == 0 {
		t.Error("no struct was found that is written")
	}
}
