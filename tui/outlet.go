package tui

import (
	"io"
	"os/exec"
	"time"

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
// would act on when it is pasted, but line ends, arrives as a visible mark.
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

// leaveTerminal gives the terminal to the learner's own program until it ends, in
// the way that was asked for. first is said there before it starts.
func (o Options) leaveTerminal(cmd *exec.Cmd, first string, done tea.ExecCallback) tea.Cmd {
	run := o.Guest
	if run == nil {
		run = (*exec.Cmd).Run
	}
	return tea.Exec(guest{cmd, first, run}, done)
}

// settle is how long the terminal stays with another at least. Bubble Tea stops
// the clock of its frames beside the loop: begun anew at once, as after a program
// that does not start, it could stop for good, and nothing would be drawn.
const settle = 50 * time.Millisecond

// takeTerminal gives the terminal to nobody and takes it back: its line editing
// and its modes, and all of the page, whoever changed them meanwhile.
func takeTerminal() tea.Cmd { return tea.Exec(nobody{}, nil) }

// nobody is a program that does nothing.
type nobody struct{}

func (nobody) Run() error          { time.Sleep(settle); return nil }
func (nobody) SetStdin(io.Reader)  {}
func (nobody) SetStdout(io.Writer) {}
func (nobody) SetStderr(io.Writer) {}

// guest is another program that has the terminal for a while.
type guest struct {
	*exec.Cmd
	first string
	run   func(*exec.Cmd) error
}

// Run implements tea.ExecCommand.
func (g guest) Run() error {
	defer time.Sleep(settle)
	if g.first != "" && g.Stdout != nil {
		_, _ = io.WriteString(g.Stdout, textsafe.Line(g.first)+"\n") // who cannot be told finds out by themselves
	}
	return g.run(g.Cmd)
}

func (g guest) SetStdin(r io.Reader)  { g.Stdin = r }
func (g guest) SetStdout(w io.Writer) { g.Stdout = w }
func (g guest) SetStderr(w io.Writer) { g.Stderr = w }

// forgetPictures makes the terminal forget its pictures after an end that did
// not come to it.
func (a *App) forgetPictures() {
	defer func() {
		if p := recover(); p != nil {
			_ = a.caught(p)
		}
	}()
	if out := a.gallery.forgetAll(); out != "" && a.o.Out != nil && picture.Only(out) {
		_, _ = io.WriteString(a.o.Out, out)
	}
}

// GiveBack sets back everything that the full screen may have changed of a
// terminal, whatever that is. Only a program that cannot end in order needs it.
const GiveBack = "\x1b[?2026l" + // frames are shown as they come
	"\x1b[m\x1b]8;;\a" + // no colours, and no link
	"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l" + // no reports of the mouse and of the focus
	"\x1b[?2004l\x1b[>4m\x1b[<1u" + // the keyboard as usual
	"\x1b_Ga=d,d=A,q=2\x1b\\" + // no pictures
	"\x1b[?7h\x1b[r" + // lines wrap, and all rows scroll
	"\x1b[?2027l\x1b[?1049l\x1b[?25h\x1b[0 q" // the usual screen, and the cursor
