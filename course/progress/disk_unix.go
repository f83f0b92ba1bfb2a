//go:build unix

package progress

import (
	"errors"

	"golang.org/x/sys/unix"

	"github.com/cairn-learn/cairn/internal/trouble"
)

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return trouble.IsShut(err) || errors.Is(err, unix.ENOTDIR) || errors.Is(err, unix.EISDIR)
}
