//go:build unix && !freebsd && !dragonfly

package wall

// rlim is a limit as the kernel takes it.
func rlim(n uint64) uint64 { return n }
