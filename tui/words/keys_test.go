package words

import "testing"

func TestKeyNames(t *testing.T) {
	for _, c := range []struct{ tag, key, want string }{
		{"en", "ctrl+s", "ctrl+s"}, {"en", "pgdown", "pgdown"}, {"en", "", ""},
		{"de", "ctrl+s", "Strg+s"}, {"de", "shift+tab", "Umschalt+Tab"}, {"de", "space", "Leertaste"}, {"de", "K", "K"},
		{"de", "+", "+"}, {"de", "ctrl++", "Strg++"}, {"de", "f1", "f1"}, {"de", "ctrl+_", "Strg+_"},
		{"es", "pgdown", "AvPág"}, {"es", "shift+tab", "mayús+tab"},
		{"fr", "esc", "échap"}, {"fr", "ctrl+alt+enter", "ctrl+alt+entrée"},
	} {
		w := For(c.tag)
		if got := w.Keys.Name(c.key); got != c.want {
			t.Errorf("%s: %q is called %q, want %q", c.tag, c.key, got, c.want)
		}
	}
}
