package main

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/cairn-learn/cairn/tui"
)

// faulty is cairn with a fault of the kind that CAIRN_FAULT names. It waits until
// the file that CAIRN_FAULT_WHEN names is there. The tests in e2e run it: the
// program itself has no such switch.
func faulty() {
	env := machine(os.Args[1:])
	kind, when := os.Getenv("CAIRN_FAULT"), os.Getenv("CAIRN_FAULT_WHEN")
	fault := func() {
		if _, err := os.Stat(when); err == nil {
			panic("a made-up fault at the answer montain \x1b[2J\x1b]0;owned\a\u202e")
		}
	}
	clock := func() time.Time { fault(); return time.Now() }
	show := env.show
	switch kind {
	case "engine":
		env.now = clock
	case "reader":
		env.in = failing{env.in, fault}
	case "update", "draw", "command", "hang":
		env.show = func(ctx context.Context, o tui.Options) error {
			spoil(&o, kind, fault, when)
			return show(ctx, o)
		}
	}
	os.Exit(run(env))
}

// spoil puts a fault into what the full screen is given.
func spoil(o *tui.Options, kind string, fault func(), when string) {
	w := *o.Words
	o.Words = &w
	step := w.Frame.Step
	switch kind {
	case "update": // a turn of the wheel asks for the time
		o.Now = func() time.Time { fault(); return time.Now() }
	case "draw": // around the page
		w.Frame.Step = func(n, of int) string { fault(); return step(n, of) }
	case "command":
		o.Settings = failingSettings{o.Settings, fault}
	case "hang":
		w.Frame.Step = func(n, of int) string {
			if _, err := os.Stat(when); err == nil {
				select {}
			}
			return step(n, of)
		}
	}
}

type failing struct {
	io.Reader
	fault func()
}

func (f failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.fault()
	return n, err
}

type failingSettings struct {
	tui.Settings
	fault func()
}

func (f failingSettings) Set(name, value string) (tui.Kept, error) {
	f.fault()
	return f.Settings.Set(name, value)
}
