//go:build race

package strain_test

// raced says that the race detector looks on, which takes many times the time and
// memory.
const raced = true
