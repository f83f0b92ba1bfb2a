package course

import "github.com/cairn-learn/cairn/internal/nearest"

// Nearest returns the name of have that a mistyped one was probably meant to
// be, or "" when none is near enough.
func Nearest(want string, have []string) string { return nearest.Name(want, have) }
