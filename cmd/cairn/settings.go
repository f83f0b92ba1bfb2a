package main

import (
	"sync"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// reading is the settings once they were read, by whoever asked first.
type reading struct {
	once   sync.Once
	config *config.Config
}

// settings reads the learner's settings, once in a run.
func (e environment) settings() *config.Config {
	if e.reading == nil {
		return config.Load(e.machine())
	}
	e.reading.once.Do(func() { e.reading.config = config.Load(e.machine()) })
	return e.reading.config
}

// machine is what settings are read against.
func (e environment) machine() config.Machine {
	m := config.Machine{Getenv: e.getenv, Terminal: e.terminal, ASCII: e.ascii()}
	if e.language != nil && e.language.tag != "" {
		m.Flags = map[string]string{"language": e.language.tag}
	}
	return m
}

// words is what cairn says, in the language that was asked for.
func (e environment) words() *words.Words { return e.settings().Words() }

// plain reports whether the line-by-line front end is called for although it
// was not asked for on the command line.
func (e environment) plain() bool { return e.settings().Plain() }

// noColour reports whether colours are unwanted.
func (e environment) noColour() bool { return e.settings().NoColour() }

// talk gives the settings to the line-by-line front end.
type talk struct{ store *config.Store }

// List returns where the settings are kept, and what they are.
func (t talk) List() (file string, list []plain.Setting) {
	kept := t.store.Read()
	return kept.File, told(kept)
}

// Set keeps another value, and returns what is said from now on, and how wide.
func (t talk) Set(name, value string) (plain.Manner, error) {
	kept, err := t.store.Set(name, value)
	if err != nil {
		return plain.Manner{}, err
	}
	return plain.Manner{Words: kept.Words, Measure: kept.Measure, ASCII: kept.ASCII, OnSave: kept.OnSave}, nil
}

func told(kept tui.Kept) []plain.Setting {
	var list []plain.Setting
	for _, s := range kept.List {
		list = append(list, plain.Setting{Name: s.Name, Value: s.Value, Values: s.Values, Means: s.Means})
	}
	return list
}
