package cells_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// TestASCII replaces signs by as many cells, and leaves letters alone.
func TestASCII(t *testing.T) {
	for s, want := range map[string]string{
		"“a” – b…":                 `"a" - b.`,
		"«\u00a0c’est\u202f» ¿sí?": `" c'est " ¿sí?`,
		"╭─┐│└━╯ ✓ ✗ → ␛":          "+-+|+=+ + x > ?",
		"日本 é ß":                   "日本 é ß",
	} {
		got := cells.ASCII().Replace(s)
		if got != want || cells.Width(got) != cells.Width(s) {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
	if got := cells.ASCII().Replace("\x1b[1m›"); !strings.HasPrefix(got, "\x1b[1m") {
		t.Errorf("a sequence becomes %q", got)
	}
}
