//go:build !race

package strain_test

// raced says that the race detector looks on.
const raced = false
