package textsafe_test

import (
	"encoding/json"
	"testing"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// TestJSON prints JSON that says the same and holds nothing a terminal acts on.
func TestJSON(t *testing.T) {
	for _, text := range []string{"plain", "é 漢 🏔", "\u009b31m", "turn \u202earound", "\U000e0041 tag", "a\tb\nc", "\u2028", "\x7f"} {
		data, err := json.MarshalIndent(map[string]string{"text": text}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		safe := textsafe.JSON(data)
		if at := textsafe.Index(string(safe)); at >= 0 {
			t.Errorf("%q: the terminal may act on %q", text, safe[at:])
		}
		var back map[string]string
		if err := json.Unmarshal(safe, &back); err != nil || back["text"] != text {
			t.Errorf("%q comes back as %q: %v", text, back["text"], err)
		}
	}
}
