package widget

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
)

// TestWhatCannotBeSeen types and pastes, into an answer and into a note, what
// shows nothing: it is left out, so that a right answer is right. What letters and
// pictures need stays, even where it is typed by a key of its own.
func TestWhatCannotBeSeen(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"A20 a space without width", "com\u200bmit", "commit"},
		{"A20 what editors and pages bring along", "\ufeffgit\u2060 com\u00admit\u200d\u200c", "git commit"},
		{"A18 marks and turns of direction", "\u200e\u202dgit\u202c \u2066add\u2069", "git add"},
		{"A22 tags", "git\U000e0041", "git"},
		{"a joiner of Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"a joiner of Hindi", "क्\u200dष", "क्\u200dष"},
		{"a control is seen", "git\a", "git␇"},
	} {
		for name, in := range map[string]func() Input{"an answer": func() Input { return newTyped(&course.Typed{}) }, "a note": NewText} {
			pasted, typed := in(), in()
			pasted.Paste(c.text)
			for _, r := range c.text {
				typed.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			for how, in := range map[string]Input{"pasted": pasted, "typed": typed} {
				if got, _ := in.Text(); got != c.want {
					t.Errorf("%s, %s into %s: %+q, want %+q", c.name, how, name, got, c.want)
				}
			}
		}
	}
	note := NewText()
	note.Paste("a 👩\u200d👩\u200d👧 b \u2764\ufe0f")
	if got, _ := note.Text(); got != "a 👩\u200d👩\u200d👧 b \u2764\ufe0f" {
		t.Errorf("an emoji that is joined became %+q", got)
	}
}
