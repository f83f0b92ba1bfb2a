//go:build !unix

package explain

import (
	"testing"

	"github.com/cairn-learn/cairn/course"
)

func onDisk(t *testing.T, recipe string) []course.Diag {
	t.Helper()
	t.Skipf("%s is made on Unix", recipe)
	return nil
}
