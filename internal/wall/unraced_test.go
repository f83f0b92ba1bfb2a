//go:build !race

package wall

// raced says that the race detector is in the program that the guard starts.
const raced = false
