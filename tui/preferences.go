package tui

import "github.com/cairn-learn/cairn/tui/words"

// Preferences are what a learner may change while the program runs. Options
// begin with them; a change in Settings gives others.
type Preferences struct {
	Look     Look         // empty: LookAuto
	Themes   []OwnTheme   // the learner's own, which Look may name
	ASCII    bool         // no symbols outside ASCII
	Mouse    bool         // clicks, drags and the wheel act; the terminal's own selection then needs a modifier key
	Pictures Pictures     // how pictures are shown; empty: PicturesAuto
	Measure  int          // the width of running text in cells, from MeasureLeast to MeasureMost; 0: MeasureUsual
	Editor   string       // the command that opens a long answer, with its arguments; empty: none is known
	NoLinks  bool         // links in a text cannot be clicked, only listed
	NoRun    bool         // nothing of a course is ever run
	OnSave   bool         // a task is checked by itself when something of it was saved
	Keys     Keymap       // nil: DefaultKeymap
	Words    *words.Words // nil: English
}

// The widths that running text may have, in cells.
const (
	MeasureLeast = 40
	MeasureMost  = 100
	MeasureUsual = 80
)

// Pictures is how pictures are shown.
type Pictures string

// The ways to show pictures. With auto it is the best that the terminal says it
// can; words show the description alone.
const (
	PicturesAuto   Pictures = "auto"
	PicturesKitty  Pictures = "kitty"
	PicturesSixel  Pictures = "sixel"
	PicturesBlocks Pictures = "blocks"
	PicturesWords  Pictures = "words"
)

// pictures is how pictures are shown: half blocks, and the signs that stand for
// kitty's pictures, are not ASCII, so that where nothing else is wanted pictures
// are told. Who asks for a protocol by its name gets it.
func (p Preferences) pictures() Pictures {
	if p.ASCII && (p.Pictures == PicturesAuto || p.Pictures == PicturesBlocks) {
		return PicturesWords
	}
	return p.Pictures
}

// withDefaults fills in what was left out.
func (p Preferences) withDefaults() Preferences {
	if p.Look == "" {
		p.Look = LookAuto
	}
	if p.Pictures == "" {
		p.Pictures = PicturesAuto
	}
	if p.Measure == 0 {
		p.Measure = MeasureUsual
	}
	p.Measure = min(max(p.Measure, MeasureLeast), MeasureMost)
	if p.Keys == nil {
		p.Keys = DefaultKeymap()
	}
	if p.Words == nil {
		p.Words = words.English()
	}
	return p
}

// Settings are the preferences as they are kept. Both methods do I/O: they run
// in commands.
type Settings interface {
	// Read returns the settings as they are kept now.
	Read() Kept
	// Set keeps another value of a setting and returns what then holds. An error
	// leaves everything as it was.
	Set(name, value string) (Kept, error)
}

// Kept is a reading of the settings.
type Kept struct {
	Preferences        // what follows from them
	File        string // where they are kept
	List        []Setting
	Notice      string // what is wrong with the file, in a line; empty: nothing
}

// Setting is one setting with its value.
type Setting struct {
	Name    string
	Value   string   // that holds
	Values  []string // among which to choose; nil: anything of its kind may be typed
	From    string   // where the value comes from: "default", "file", "flag" or the name of a variable of the environment
	Means   string   // what auto or nothing comes to here; empty: the value says it all
	Because string   // the variable of the environment that Means comes from; empty: none
	Later   bool     // a change shows when the program starts again
}
