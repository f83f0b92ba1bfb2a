package tui

import (
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/internal/picture"
)

// The outlets of the full-screen front end. Nothing else in it hands anything to
// the terminal: a test and a lint rule see to that. Each lets through only what
// it is for, whatever it is given, so that a text which nobody cleaned cannot
// steer the terminal.

// The bounds of what leaves the program beside frames.
const (
	maxTitle     = 80      // cells
	maxClipboard = 1 << 20 // bytes; many terminals take less
)

// frameView is a frame as the terminal gets it: text, colours, and links to the
// web.
func frameView(content, title string, cursor *tea.Cursor, mouse bool) tea.View {
	v := tea.View{AltScreen: true, Content: textsafe.Styled(content), WindowTitle: safeTitle(title), Cursor: cursor}
	if mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// safeTitle is the title of the window: one line of text.
func safeTitle(title string) string {
	return textsafe.Line(cells.Fit(ansi.Strip(textsafe.Line(title)), maxTitle, ""))
}

// toClipboard puts a text on the learner's clipboard. What a shell or a terminal
// would act on when it is pasted arrives as a visible mark.
func toClipboard(text string) tea.Cmd {
	if len(text) > maxClipboard {
		text = text[:maxClipboard]
	}
	return tea.SetClipboard(textsafe.Text(text))
}

// toTerminal sends what pictures need besides frames; nothing at all where any
// of it is something else.
func toTerminal(sequences string) tea.Cmd {
	if sequences == "" || !picture.Only(sequences) {
		return nil
	}
	return tea.Raw(sequences)
}

// leaveTerminal gives the terminal to the learner's own program until it ends.
func leaveTerminal(c *exec.Cmd, done tea.ExecCallback) tea.Cmd { return tea.ExecProcess(c, done) }
