package tui

import "testing"

// TestCommands holds copying to what a learner can paste into a shell.
func TestCommands(t *testing.T) {
	for _, tt := range []struct {
		session, want string
		count         int
	}{
		{"$ git add a\n$ git status\nOn branch main\n", "git add a\ngit status", 2},
		{"$ git commit \\\n> -m one\n[main 1] one", "git commit \\\n-m one", 1},
		{"git add a\ngit status", "", 0},
		{"echo $ a", "", 0},
		{"", "", 0},
	} {
		if got, n := commands(tt.session); got != tt.want || n != tt.count {
			t.Errorf("commands(%q) = %q, %d; want %q, %d", tt.session, got, n, tt.want, tt.count)
		}
	}
}
