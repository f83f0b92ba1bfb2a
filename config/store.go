package config

import (
	"maps"
	"sync"

	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// Store gives the settings to a front end while it runs. It may be called from
// several goroutines.
type Store struct {
	mu      sync.Mutex
	machine Machine
}

// NewStore returns the settings of a machine.
func NewStore(m Machine) *Store { return &Store{machine: m} }

// Read returns the settings as they are kept now.
func (s *Store) Read() tui.Kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	return Load(s.machine).Kept()
}

// Set keeps another value of a setting, and returns what then holds. What the
// command line or the environment said of it no longer counts: the learner has
// spoken since.
func (s *Store) Set(name, value string) (tui.Kept, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := Load(s.machine)
	if err := c.Set(name, value, c.Words()); err != nil {
		return c.Kept(), err
	}
	row, err := settingNamed(name)
	if err != nil {
		return c.Kept(), err
	}
	s.machine.Flags = maps.Clone(s.machine.Flags)
	delete(s.machine.Flags, name)
	s.machine.Getenv = without(s.machine.Getenv, row.variable())
	return Load(s.machine).Kept(), nil
}

// Kept is a reading of the settings for a front end.
func (c *Config) Kept() tui.Kept {
	k := tui.Kept{Preferences: c.Preferences(), File: c.File, Notice: c.Notice(c.Words())}
	for i, row := range table() {
		v := c.Settings[i]
		s := tui.Setting{Name: v.Name, Value: v.Text, From: v.From, Means: v.Means, Because: v.Because, Later: v.Name == screen}
		if row.values != nil {
			s.Values = row.values(c.Themes)
		}
		k.List = append(k.List, s)
	}
	return k
}

// Notice says in a line that there are mistakes; empty: there are none.
func (c *Config) Notice(w *words.Words) string {
	if n := c.Errors(); n > 0 {
		return w.Preferences.Mistakes(n)
	}
	return ""
}
