package course

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"What a branch is", "what-a-branch-is"},
		{"  C++ & Go! ", "c-go"},
		{"don't, don’t", "dont-dont"},
		{"Über alles", "über-alles"},
		{"日本語 テスト", "日本語-テスト"},
		{"e\u0301te\u0301", "été"},
		{"...", ""},
		{"2-branches", "2-branches"},
		{"one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight-nine"},
	} {
		if got := Slug(tt.words); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.words, got, tt.want)
		}
	}
}

func TestSlugIsShortAndStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Slug(rapid.String().Draw(t, "words"))
		if len(s) > maxSlug+8 {
			t.Fatalf("%q is %d bytes long", s, len(s))
		}
		if strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") || strings.Contains(s, "--") {
			t.Fatalf("%q has a loose hyphen", s)
		}
	})
}

func TestIDSetHandsOutEachIDOnce(t *testing.T) {
	s := idSet{}
	s.add("a-2")
	for _, want := range []string{"a", "a-3", "a-4"} {
		if got := s.take("a"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
