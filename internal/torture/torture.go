// Package torture tells the tests of promises how hard to try: for moments in a
// usual run, and as often as docs/reliability.md says when CAIRN_TORTURE is
// set, as `make torture` does. Only tests import it.
package torture

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// Variable is the environment variable that asks for the full figures.
const Variable = "CAIRN_TORTURE"

// Mark stands before every line that Report logs.
const Mark = "promise "

// Full reports whether the full figures are asked for.
func Full() bool { return os.Getenv(Variable) != "" }

// Times is how often to try: short in a usual run, full under torture.
func Times(short, full int) int {
	if Full() {
		return full
	}
	return short
}

// For is how long to try: short in a usual run, full under torture.
func For(short, full time.Duration) time.Duration {
	if Full() {
		return full
	}
	return short
}

// Report logs what was tried for a promise, such as "P1", and what came of it,
// for the report that `make torture` writes. A test calls it at its end, with
// figures that it counted itself.
func Report(t testing.TB, promise, format string, args ...any) {
	t.Helper()
	t.Log(Mark + promise + ": " + fmt.Sprintf(format, args...))
}
