package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestFieldHoldsTogether does anything to a field and expects that the cursor
// stays between whole letters and in sight, and that no text is lost by
// drawing it.
func TestFieldHoldsTogether(t *testing.T) {
	keys := []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "alt+left", "alt+right"}
	rapid.Check(t, func(rt *rapid.T) {
		f := field{many: rapid.Bool().Draw(rt, "many")}
		width := rapid.IntRange(1, 30).Draw(rt, "width")
		for range rapid.IntRange(1, 20).Draw(rt, "steps") {
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				f.insert(rapid.String().Draw(rt, "text"))
			case 1:
				f.insert(rapid.SampledFrom([]string{"a b", "e\u0301", "日本語", "👩‍💻", "\u0301", "\n", "e\u0301\u0302", "🇫🇷"}).Draw(rt, "piece"))
			case 2:
				f.key(tea.KeyPressMsg(keyNamed(t, rapid.SampledFrom(keys).Draw(rt, "key"))))
			case 3:
				f.vertical(rapid.SampledFrom([]int{-1, 1}).Draw(rt, "by"), width)
			}
			hold(rt, &f, width)
		}
	})
}

func hold(t *rapid.T, f *field, width int) {
	if f.at < 0 || f.at > len(f.text) || boundary(f.text, f.at) != f.at {
		t.Fatalf("the cursor is at %d of %q, inside a letter", f.at, f.text)
	}
	if !utf8.ValidString(f.text) || !f.many && strings.Contains(f.text, "\n") || strings.ContainsAny(f.text, "\x1b\r\t") {
		t.Fatalf("the field took %q", f.text)
	}
	lines, at := f.lay(width)
	var drawn strings.Builder
	for _, l := range lines {
		if w := ansi.StringWidth(f.text[l.a:l.b]); w > max(width, 2) {
			t.Fatalf("a line of %d cells where there are %d: %q", w, width, f.text[l.a:l.b])
		}
		drawn.WriteString(f.text[l.a:l.b])
	}
	if got, want := drawn.String(), strings.ReplaceAll(f.text, "\n", ""); got != want {
		t.Fatalf("drawn as %q, want %q", got, want)
	}
	if at.Y < 0 || at.Y >= len(lines) || at.X < 0 || at.X >= width {
		t.Fatalf("the cursor is drawn at %v among %d lines of %d cells", at, len(lines), width)
	}
	if text, x := f.window(width); ansi.StringWidth(text) > width || x < 0 || x > width {
		t.Fatalf("the window shows %q with the cursor at %d in %d cells", text, x, width)
	}
}

// TestFieldIsBounded keeps a pasted file from growing a field without end.
func TestFieldIsBounded(t *testing.T) {
	f := field{}
	for range 3 {
		f.insert(strings.Repeat("日", maxField))
	}
	if len(f.text) > maxField || !utf8.ValidString(f.text) {
		t.Errorf("the field holds %d bytes, more than %d", len(f.text), maxField)
	}
}
