// Package each does the same to many things side by side.
package each

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/cairn-learn/cairn/internal/crash"
)

// Of calls f with 0 to n-1 and returns when all calls have returned. The
// calls run side by side, as many as there are processors, so f may write only
// to what belongs to its number: then nothing depends on who comes first. A
// panic in f comes out of Of, as a crash.Fault that tells where it came up.
func Of(n int, f func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			f(i)
		}
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	var once sync.Once
	var broken *crash.Fault
	for range workers {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					once.Do(func() { broken = crash.Caught(p) })
					next.Store(int64(n)) // nothing more is begun
				}
			}()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	group.Wait()
	if broken != nil {
		panic(broken)
	}
}
