package main

import (
	"os"
	"syscall"
	"testing"
)

// TestCtrlCEndsWhatIsUnderWay and nothing else; when nothing is, it ends the front
// end, and so does a signal that no key sends.
func TestCtrlCEndsWhatIsUnderWay(t *testing.T) {
	i := newInterrupt()
	defer i.end()
	ctx, end := i.working()
	if i.took(os.Interrupt); ctx.Err() == nil || i.ctx.Err() != nil {
		t.Fatalf("what was under way: %v, the front end: %v", ctx.Err(), i.ctx.Err())
	}
	end()
	next, end := i.working()
	if next.Err() != nil {
		t.Fatal("what comes next was ended before it began")
	}
	end()
	if i.took(os.Interrupt); i.ctx.Err() == nil {
		t.Error("nothing was under way, and it was not ended")
	}
}

func TestATerminatingSignalEndsAll(t *testing.T) {
	i := newInterrupt()
	defer i.end()
	ctx, end := i.working()
	defer end()
	if i.took(syscall.SIGTERM); ctx.Err() == nil || i.ctx.Err() == nil {
		t.Errorf("what was under way: %v, the front end: %v", ctx.Err(), i.ctx.Err())
	}
}
