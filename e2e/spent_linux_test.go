//go:build e2e

package e2e

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// spent is the time of the processor that the program took so far.
func (w *terminal) spent() time.Duration {
	w.t.Helper()
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(w.cmd.Process.Pid) + "/stat")
	if err != nil {
		w.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(stat), ") ") // behind the name, which may hold spaces
	f := strings.Fields(rest)
	ticks := 0
	for _, field := range f[11:13] { // utime and stime, by proc(5)
		n, err := strconv.Atoi(field)
		if err != nil {
			w.t.Fatal(err)
		}
		ticks += n
	}
	const aSecond = 100 // USER_HZ, the same on every architecture of Linux that Go runs on
	return time.Duration(ticks) * time.Second / aSecond
}
