package main

import "testing"

// TestFrontEnd says when a course is taken line by line although nobody asked,
// and when colours are left out.
func TestFrontEnd(t *testing.T) {
	for _, c := range []struct {
		name             string
		env              map[string]string
		terminal         bool
		plain, noColours bool
	}{
		{"a terminal", map[string]string{"TERM": "xterm-256color"}, true, false, false},
		{"no terminal", map[string]string{"TERM": "xterm-256color"}, false, true, false},
		{"a dumb terminal", map[string]string{"TERM": "dumb"}, true, true, false},
		{"a terminal that is not named", map[string]string{}, true, false, false},
		{"ACCESSIBLE", map[string]string{"TERM": "xterm", "ACCESSIBLE": "1"}, true, true, false},
		{"ACCESSIBLE, empty", map[string]string{"TERM": "xterm", "ACCESSIBLE": ""}, true, false, false},
		{"NO_COLOR", map[string]string{"TERM": "xterm", "NO_COLOR": "1"}, true, false, true},
		{"NO_COLOR with any word", map[string]string{"TERM": "xterm", "NO_COLOR": "yes"}, true, false, true},
		{"NO_COLOR, empty", map[string]string{"TERM": "xterm", "NO_COLOR": ""}, true, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := environment{getenv: func(name string) string { return c.env[name] }, terminal: c.terminal}
			if got := env.plain(); got != c.plain {
				t.Errorf("line by line: %v, want %v", got, c.plain)
			}
			if got := env.noColour(); got != c.noColours {
				t.Errorf("without colours: %v, want %v", got, c.noColours)
			}
		})
	}
}

// TestLight reads the ground of the terminal from COLORFGBG.
func TestLight(t *testing.T) {
	for value, want := range map[string]bool{
		"": false, "15;0": false, "0;15": true, "0;7": true, "0;default;15": true, "15;default;0": false, "7": false, "0;x": false,
	} {
		env := environment{getenv: func(string) string { return value }}
		if got := env.light(); got != want {
			t.Errorf("COLORFGBG=%q: light %v, want %v", value, got, want)
		}
	}
}
