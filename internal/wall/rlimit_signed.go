//go:build freebsd || dragonfly

package wall

import "math"

// rlim is a limit as the kernel takes it: there, one that is too large for a sign is
// no limit.
func rlim(n uint64) int64 { return int64(min(n, math.MaxInt64)) }
