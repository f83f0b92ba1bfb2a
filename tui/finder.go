package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// maxFind is the longest text to find, in bytes.
const maxFind = 200

// finder is the line that narrows a list down while it is typed.
type finder struct {
	text   string
	typing bool
	cut    bool // what was typed or pasted last did not all fit
}

// on reports whether the list is narrowed down or about to be.
func (f *finder) on() bool { return f.typing || f.text != "" }

// key takes what was typed or pasted. Backspace takes back a whole character;
// on an empty line it ends the finding.
func (f *finder) key(msg tea.Msg) {
	f.cut = false
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.add(msg.Content)
	case tea.KeyPressMsg:
		switch {
		case msg.Text != "":
			f.add(msg.Text)
		case msg.Code == tea.KeyBackspace && f.text == "":
			f.typing = false
		case msg.Code == tea.KeyBackspace:
			f.text = withoutLast(f.text)
		case msg.String() == "ctrl+u":
			f.text = ""
		}
	}
}

// add takes as many letters as there is room for; line shows that some are missing.
func (f *finder) add(s string) {
	for s = textsafe.Line(textsafe.Seen(f.text, s)); s != "" && !f.cut; {
		c := cells.First(s)
		if f.cut = len(f.text)+len(c) > maxFind; !f.cut {
			f.text, s = f.text+c, s[len(c):]
		}
	}
}

// shown is the text, with a mark behind it where some of it was not taken.
func (f *finder) shown(env Env) string {
	if f.cut {
		return f.text + env.Theme.Mark.More
	}
	return f.text
}

// line is the line in which it is typed, and where the cursor stands in it.
func (f *finder) line(env Env) (string, *tea.Cursor) {
	label := env.Words.Library.Filter + env.Words.Print.Colon + " "
	line := env.Theme.Accent.Render(label) + fit(env.Theme, f.shown(env), env.W-ansi.StringWidth(label)-1)
	return line, tea.NewCursor(min(ansi.StringWidth(label+f.text), env.W-1), 0)
}

// withoutLast takes the last character off, with its accents.
func withoutLast(s string) string {
	at := 0
	for at < len(s) {
		c := cells.First(s[at:])
		if at+len(c) >= len(s) {
			break
		}
		at += len(c)
	}
	return s[:at]
}

// matches reports whether every word of the text is in s; capitals do not
// matter.
func (f *finder) matches(s string) bool {
	s = strings.ToLower(s)
	for _, word := range strings.Fields(strings.ToLower(f.text)) {
		if !strings.Contains(s, word) {
			return false
		}
	}
	return true
}
