//go:build !unix

package strain_test

import (
	"os"
	"time"
)

// spent is not told by this system: the time that went by is more than it.
func spent() time.Duration { return time.Duration(time.Now().UnixNano()) }

// peak is not told by this system.
func peak(*os.ProcessState) int64 { return 0 }
