package tui

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Options is all that the front end must be told. Nothing in this package
// reads the environment, the clock or the terminal by itself.
type Options struct {
	Preferences

	Shelf    Shelf
	Settings Settings                        // nil: what is chosen is not kept
	Start    Route                           // the first page; empty: the library
	Light    bool                            // the terminal's ground, until it is known: light instead of dark
	NoColor  bool                            // no colours, until the learner names a theme; weight and underline stay
	Unsaved  string                          // why nothing can be saved; it is said all the time. Empty: it can
	Notice   string                          // said once, when the program opens
	Late     func() (unsaved, notice string) // gives both when they are known, and is asked at the side; nil: they are known
	Now      func() time.Time                // paces the wheel; nil: every turn counts
	Open     func(address string) error      // opens an http, https or mailto address outside; nil: it is copied instead
	Environ  []string                        // as os.Environ gives it, for what the terminal can do

	// Export writes the field notes to a file of that name, or of another where
	// there is one already, and says where; nil: nothing can be written.
	Export func(name, text string) (path string, err error)

	In  io.Reader // nil: standard input
	Out io.Writer // nil: standard output
}

// Run shows the program until the learner leaves. Everything that can fail for
// reasons other than the terminal should be checked before.
func Run(ctx context.Context, o Options) error {
	_, err := tea.NewProgram(New(o), o.program(ctx)...).Run()
	return err
}

// program lists what Bubble Tea must be told.
func (o Options) program(ctx context.Context) []tea.ProgramOption {
	opts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithEnvironment(withoutNoColor(o.Environ)), // Options.NoColor says what holds of it
		tea.WithFilter(newGuard(o.Now).filter),
		tea.WithFPS(120), // a key waits for the next frame: at 120 a second, half as long
	}
	if o.NoColor {
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	if o.In != nil {
		opts = append(opts, tea.WithInput(o.In))
	}
	if o.Out != nil {
		opts = append(opts, tea.WithOutput(o.Out))
	}
	return opts
}

// withDefaults fills in what was left out.
func (o Options) withDefaults() Options {
	if o.Start == "" {
		o.Start = RouteLibrary
	}
	if o.NoColor {
		o.Look = LookMono
	}
	o.Preferences = o.Preferences.withDefaults()
	return o
}
