package each_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/internal/each"
)

// TestAPanicComesOut makes sure that what goes wrong at the side ends the call,
// where it can be caught.
func TestAPanicComesOut(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	defer func() {
		fault, ok := recover().(*crash.Fault)
		if !ok || fault.Value != "seven" || !strings.Contains(string(fault.Stack), "TestAPanicComesOut") {
			t.Errorf("recovered %v, not from where it came up", fault)
		}
	}()
	each.Of(100, func(i int) {
		if i == 7 {
			panic("seven")
		}
	})
	t.Error("Of returned")
}
