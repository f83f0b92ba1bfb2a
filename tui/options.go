package tui

import (
	"context"
	"io"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/library"
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

	// Bench is where the tasks of a course are done. Nil, or nil from it: the learner
	// says of each how it stands.
	Bench func(library.Opened) Bench

	Data  string                      // the folder where progress is kept, for what is said after a fault
	Fault func(f *crash.Fault) string // writes a report of a fault and returns its path; may be called at any time. Nil: none is written

	Asks       <-chan Ask                // what is wanted from outside the window; nil: nothing
	Suspending func(away bool)           // is told when the terminal is left to the shell, and taken back
	Guest      func(cmd *exec.Cmd) error // runs another program in the terminal; nil: it is only run

	Preview *Preview // shows the course to who writes it; nil: to a learner

	In  io.Reader // nil: standard input
	Out io.Writer // nil: standard output
}

// program lists what Bubble Tea must be told.
func (o Options) program(ctx context.Context) []tea.ProgramOption {
	opts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithoutSignalHandler(),                     // Options.Asks brings what signals want
		tea.WithoutCatchPanics(),                       // the net does, and prints nothing
		tea.WithEnvironment(withoutNoColor(o.Environ)), // Options.NoColor says what holds of it
		tea.WithFPS(120),                               // a key waits for the next frame: at 120 a second, half as long
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
