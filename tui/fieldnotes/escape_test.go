package fieldnotes

import "testing"

// TestStrong: a question within strong emphasis loses its own, and nothing that
// was asked.
func TestStrong(t *testing.T) {
	for md, want := range map[string]string{
		"Which is **not** there?":        "Which is not there?",
		"What is `2**3` in Python?":      "What is `2**3` in Python?",
		"**Is** ``a`**`b`` **or** `**`?": "Is ``a`**`b`` or `**`?",
		"What is 2**3?":                  `What is 2\*\*3?`,
		"Is **a** or b**2 more?":         `Is a or b\*\*2 more?`,
		`Is \**a* more?`:                 `Is \**a* more?`,
		"``a`b` ** c** d":                "``a`b`  c d",
		"":                               "",
	} {
		if got := strong(md); got != want {
			t.Errorf("%q becomes %q, want %q", md, got, want)
		}
	}
}
