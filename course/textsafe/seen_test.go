package textsafe

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSeen(t *testing.T) {
	for _, c := range []struct{ name, before, s, want string }{
		{"A20 a space without width", "", "com\u200bmit", "commit"},
		{"a byte order mark", "", "\ufeffgit", "git"},
		{"a soft hyphen", "", "com\u00admit", "commit"},
		{"a joiner of words", "", "git\u2060 add", "git add"},
		{"joiners between Latin letters", "", "a\u200db\u200cc", "abc"},
		{"A18 marks and turns of direction", "", "\u200fgit\u200e \u202eadd\u202c \u2066x\u2069", "git add x"},
		{"a selector behind nothing", "", "\ufe0fgit", "git"},
		{"A22 tags", "", "a\U000e0041b", "ab"},
		{"a joined emoji", "", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"a heart with its colour", "", "\u2764\ufe0f", "\u2764\ufe0f"},
		{"the flag of Scotland", "", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"},
		{"a Persian word", "", "می\u200cخواهم", "می\u200cخواهم"},
		{"a joiner of Hindi", "", "क्\u200dष", "क्\u200dष"},
		{"a joiner that is typed behind a Persian letter", "می", "\u200c", "\u200c"},
		{"a joiner that is typed behind a Latin letter", "mi", "\u200c", ""},
		{"an accent", "", "cafe\u0301", "cafe\u0301"},
		{"controls are shown", "", "a\x1b[2Jb\u009bc", "a\x1b[2Jb\u009bc"},
		{"a filler that is a letter is shown", "", "a\u3164b", "a\u3164b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Seen(c.before, c.s); got != c.want {
				t.Errorf("%+q, want %+q", got, c.want)
			}
		})
	}
}

// TestSeenOfAny: once is enough, and what is clean stays as it is.
func TestSeenOfAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("a ی👩🏴\u200b\u200c\u200d\u202e\ufe0f\u0301\x1b\U000e0067"))).Draw(t, "text")
		if got := Seen("", s); Seen("", got) != got {
			t.Errorf("%+q becomes %+q, and that %+q", s, got, Seen("", got))
		}
		if clean := Text(s); Seen("", clean) != clean {
			t.Errorf("%+q is clean and becomes %+q", clean, Seen("", clean))
		}
	})
}
