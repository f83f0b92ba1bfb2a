package editor

import (
	"slices"
	"testing"
)

func TestAtLine(t *testing.T) {
	for _, tt := range []struct {
		editor string
		line   int
		want   []string
	}{
		{"/usr/bin/vim", 12, []string{"+12", "a.md"}},
		{`vim.exe`, 12, []string{"+12", "a.md"}},
		{"nano", 1, []string{"+1", "a.md"}},
		{"hx", 3, []string{"a.md:3"}},
		{"code", 3, []string{"--goto", "a.md:3"}},
		{"vim", 0, []string{"a.md"}},
		{"some-editor", 3, []string{"a.md"}},
	} {
		if got := atLine(tt.editor, "a.md", tt.line); !slices.Equal(got, tt.want) {
			t.Errorf("%s at line %d takes %q, want %q", tt.editor, tt.line, got, tt.want)
		}
	}
}
