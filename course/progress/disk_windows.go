package progress

import (
	"errors"

	"golang.org/x/sys/windows"

	"github.com/cairn-learn/cairn/internal/trouble"
)

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return trouble.IsShut(err) || errors.Is(err, windows.ERROR_PATH_NOT_FOUND) || errors.Is(err, windows.ERROR_DIRECTORY)
}
