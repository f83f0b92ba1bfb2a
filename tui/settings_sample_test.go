package tui

import (
	"errors"
	"slices"
	"strconv"

	"github.com/cairn-learn/cairn/tui/words"
)

// sampleSettings keeps settings in memory. It is asked from one place at a time.
type sampleSettings struct {
	kept Kept
	full bool // nothing more can be kept
}

func newSampleSettings(full bool) *sampleSettings {
	value := func(name, value string, values ...string) Setting {
		return Setting{Name: name, Value: value, Values: values, From: "default"}
	}
	s := &sampleSettings{full: full, kept: Kept{File: "~/.config/cairn/config.yaml", List: []Setting{
		value("language", "auto", "auto", "en", "de", "es", "fr"),
		value("theme", "auto", "auto", "dark", "light", "high-contrast", "16-colour", "mono"),
		value("symbols", "auto", "auto", "unicode", "ascii"),
		value("screen", "auto", "auto", "full", "plain"),
		value("measure", "80"),
		value("pictures", "auto", "auto", "kitty", "sixel", "blocks", "words"),
		value("links", "on", "on", "off"),
		value("mouse", "off", "off", "on"),
		value("editor", ""),
	}}}
	s.kept.List[0].Means, s.kept.List[0].Because = "en", "LANG"
	s.kept.List[3].Later = true
	s.kept.List[8].Means, s.kept.List[8].Because = "vi", "EDITOR"
	return s
}

func (s *sampleSettings) Read() Kept {
	k := s.kept
	k.List = slices.Clone(k.List)
	return k
}

func (s *sampleSettings) Set(name, value string) (Kept, error) {
	if s.full {
		return s.Read(), errors.New("no space left on device")
	}
	for i, c := range s.kept.List {
		if c.Name == name {
			s.kept.List[i] = Setting{Name: name, Value: value, Values: c.Values, From: "file", Later: c.Later}
		}
	}
	p := &s.kept.Preferences
	switch name {
	case "theme":
		p.Look = Look(value)
	case "symbols":
		p.ASCII = value == "ascii"
	case "language":
		p.Words = words.For(value)
	case "mouse":
		p.Mouse = value == "on"
	case "measure":
		n, err := strconv.Atoi(value)
		if err != nil || n < MeasureLeast || n > MeasureMost {
			return s.Read(), errors.New("measure must be a whole number from 40 to 100")
		}
		p.Measure = n
	case "editor":
		p.Editor = value
	}
	return s.Read(), nil
}
