package words

import "math"

// Percent is a share in 0..1 as whole per cent; only what is whole is 100.
func Percent(share float64) int {
	if share < 1 {
		return min(int(math.Round(share*100)), 99)
	}
	return 100
}
