package plain

import (
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// Settings are the settings of the program itself, as they are kept.
type Settings interface {
	// List returns where they are kept, empty for nowhere, and what they are.
	List() (file string, list []Setting)
	// Set keeps another value, and returns how things are said from now on. An
	// error leaves everything as it was.
	Set(name, value string) (Manner, error)
}

// Setting is one setting of the program with its value.
type Setting struct {
	Name   string
	Value  string
	Values []string // among which to choose; nil: anything of its kind
	Means  string   // what auto or nothing comes to here; empty: the value says it all
}

// Manner is how things are said.
type Manner struct {
	Words   *words.Words
	Measure int  // cells to wrap text at, where the window is not narrower
	ASCII   bool // no signs outside ASCII
	OnSave  bool // a task is checked by itself when something of it was saved
}

func hasSettings(d *Dialogue, _ learn.Step) bool { return d.settings != nil }

func canSet(d *Dialogue, st learn.Step) bool { return hasChoices(d, st) || hasSettings(d, st) }

// preferences tells the settings of the program, by the names that :set takes,
// or what one of them is about.
func (d *Dialogue) preferences(name string) {
	w := d.w.Preferences
	file, list := d.settings.List()
	if name = strings.TrimSpace(name); name != "" {
		i := slices.IndexFunc(list, func(s Setting) bool { return s.Name == name })
		if i < 0 {
			d.say(w.NoSetting(textsafe.Line(name)))
			return
		}
		list = list[i : i+1]
		d.say(w.About[name])
	}
	for _, s := range list {
		d.hang("- ", s.Name+d.w.Print.Colon+" "+d.holds(s))
	}
	if name != "" && len(list[0].Values) > 0 {
		d.say(w.OneOf(strings.Join(list[0].Values, ", ")))
	}
	d.say(w.HowToSet)
	if file == "" {
		d.say(w.NotKept)
	} else {
		d.line(w.Kept(file))
	}
}

// holds says how a setting of the program stands.
func (d *Dialogue) holds(s Setting) string {
	w := d.w.Preferences
	said := w.Say(s.Name, s.Value)
	if s.Means != "" {
		said += ", " + w.Means(s.Means)
	}
	return said
}

// setPreference changes a setting of the program, and reports whether there is
// one of that name.
func (d *Dialogue) setPreference(name, value string) bool {
	if d.settings == nil {
		return false
	}
	_, list := d.settings.List()
	if !slices.ContainsFunc(list, func(s Setting) bool { return s.Name == name }) {
		return false
	}
	manner, err := d.settings.Set(name, value)
	if err != nil {
		d.say(d.w.Preferences.NotSaved(err.Error()))
		return true
	}
	if manner.Words != nil {
		d.w, d.p, d.diagrams = manner.Words, &manner.Words.Plain, &manner.Words.Diagram
		d.written, d.code = manner.Words.Flow.Alerts.AsWritten, manner.Words.Flow.Alerts.Code
	}
	if manner.Measure > 0 {
		d.width = max(20, min(manner.Measure, d.window))
	}
	d.keepTo(manner.ASCII)
	d.onSave = manner.OnSave
	d.say(d.w.Preferences.Saved(name, value))
	return true
}
