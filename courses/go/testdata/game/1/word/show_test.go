package word

import "testing"

func TestShow(t *testing.T) {
	tests := []struct{ name, secret, guessed, want string }{
		{"nothing is guessed", "elm", "", "_ _ _"},
		{"one letter", "elm", "l", "_ l _"},
		{"a letter that is there twice", "ferry", "r", "_ _ r r _"},
		{"all letters, in any order", "elm", "mle", "e l m"},
		{"a wrong letter shows nothing", "elm", "x", "_ _ _"},
		{"a letter of two bytes", "été", "é", "é _ é"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Show(tt.secret, tt.guessed); got != tt.want {
				t.Errorf("Show(%q, %q) = %q, want %q", tt.secret, tt.guessed, got, tt.want)
			}
		})
	}
}
