package each_test

import (
	"runtime"
	"testing"

	"github.com/cairn-learn/cairn/internal/each"
)

// TestAPanicComesOut makes sure that what goes wrong at the side ends the call,
// where it can be caught.
func TestAPanicComesOut(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	defer func() {
		if p := recover(); p != "seven" {
			t.Errorf("recovered %v", p)
		}
	}()
	each.Of(100, func(i int) {
		if i == 7 {
			panic("seven")
		}
	})
	t.Error("Of returned")
}
