package strictyaml

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

// TestTheSimpleReaderAgreesWithTheLibrary tries texts that are nearly simple:
// what the short way reads, the library reads the same.
func TestTheSimpleReaderAgreesWithTheLibrary(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"id", "title", "when", "a", "B2", "k-e_y", ": ", ":", " ", "  ", ", ", ",", "[", "]", "[a, b]", "[ x ]", "one two", "0.85", "010", "~", "true",
		"\n", "\n", "# c", " # c", "#", "\"", "'", "-", "- ", "---", "...", "?", "!", "&a", "*a", "{", "}", "|", ">", "%", "@", "`", "\t", ">= 0.6", "== \"team\"", "é", "/x.md",
	})
	entry := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"id", "title", "w", "skills"}).Draw(t, "key") + ": " +
			strings.Join(rapid.SliceOfN(piece, 1, 3).Draw(t, "value"), "")
	})
	simple := 0
	rapid.Check(t, func(t *rapid.T) {
		flow := rapid.Bool().Draw(t, "flow")
		separator := "\n"
		if flow {
			separator = ", "
		}
		text := strings.Join(rapid.SliceOfN(entry, 1, 4).Draw(t, "entries"), separator) + rapid.SampledFrom([]string{"", "\n", " ", ","}).Draw(t, "end")
		s := newSource([]byte(text), flow)
		got := s.simple()
		if got == nil {
			return
		}
		simple++
		want, err := s.load()
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if len(s.problems) > 0 || want == nil || !same(got, want, true) {
			t.Fatalf("%q: %+v, want %+v", text, got, want)
		}
	})
	t.Logf("%d texts were simple", simple)
	if simple < 10 {
		t.Errorf("only %d texts were simple", simple)
	}
}

func same(a, b *yaml.Node, root bool) bool {
	if a.Kind != b.Kind || a.Value != b.Value || a.Style != b.Style || len(a.Content) != len(b.Content) ||
		!root && (a.Line != b.Line || a.Column != b.Column) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i], false) {
			return false
		}
	}
	return true
}
