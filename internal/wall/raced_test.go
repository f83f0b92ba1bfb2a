//go:build race

package wall

// raced says that the race detector is in the program that the guard starts. It has
// hundreds of MiB of its own, which count until the program becomes the command.
const raced = true
