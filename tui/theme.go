package tui

// Theme is every style, built once from a palette.
type Theme struct{}
