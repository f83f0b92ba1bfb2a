package wall

import (
	"context"
	"os"
	"testing"
)

// BenchmarkRun is what a command that does nothing takes at each level.
func BenchmarkRun(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	for _, l := range []Level{None, Limited, Isolated} {
		w := look(self, l)
		if w.Level != l {
			b.Logf("no walls of level %v: %s", l, w.Why)
			continue
		}
		b.Run(l.String(), func(b *testing.B) {
			dir := b.TempDir()
			for b.Loop() {
				if _, err := w.Run(context.Background(), Command{Dir: dir, Script: ":", NotIsolated: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
