//go:build e2e && unix && !linux

package e2e

import "time"

// spent is not measured here: only Linux tells it of a running program without
// other tools.
func (w *terminal) spent() time.Duration { return 0 }
