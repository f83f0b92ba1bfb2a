package progress

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// killsPerLog bounds how often a program is killed over one folder: reading
// what is there must not take all the time it has.
const killsPerLog = 50

// killedWithin is how long after its start a program is killed, at most.
const killedWithin = 40 * time.Millisecond

// TestKilled is promise P1: the program is killed at random moments of its
// first 40 milliseconds. What it acknowledged is there, in order and whole, and
// the log can be opened and written each time. On a machine too busy to start it
// in that time it is given more, so that kills meet programs that save.
func TestKilled(t *testing.T) {
	kills := torture.Times(30, 5000)
	if testing.Short() {
		kills = 5
	}
	var sum killed
	for left := kills; left > 0; left -= killsPerLog {
		sum.kill(t, "", min(left, killsPerLog))
	}
	for sum.acknowledged == 0 && sum.later < 10*time.Second {
		sum.later = 2*sum.later + killedWithin
		sum.kill(t, "", 5)
	}
	if sum.lost+sum.unopened > 0 || sum.acknowledged == 0 {
		t.Errorf("%+v", sum)
	}
	torture.Report(t, "P1", "%d kills, %d of %d acknowledged events lost, %d times the log did not open or save",
		sum.kills, sum.lost, sum.acknowledged, sum.unopened)
}

// TestKillingFindsWhatIsNotSaved: the same kills find out a program that
// acknowledges before it has saved.
func TestKillingFindsWhatIsNotSaved(t *testing.T) {
	var sum killed
	for sum.lost == 0 && sum.kills < 1000 {
		if sum.kills%50 == 45 && sum.acknowledged == 0 {
			sum.later = 2*sum.later + killedWithin
		}
		sum.kill(t, mannerEarly, 5)
	}
	if sum.lost == 0 {
		t.Fatalf("nothing was found: %+v", sum)
	}
	torture.Report(t, "P1", "control: a program that acknowledges too early is found out after %d kills", sum.kills)
}

// killed is what came of killing.
type killed struct {
	later        time.Duration // than killedWithin a program may be killed
	kills        int
	acknowledged int // events
	lost         int // of them
	unopened     int // times the log could not be opened, or said that something is wrong
}

// kill runs the program over one folder again and again.
func (k *killed) kill(t *testing.T, manner string, times int) {
	t.Helper()
	dir := t.TempDir()
	var acknowledged []string
	unacknowledged := 0
	for range times {
		p := start(t, dir, fmt.Sprint("run", k.kills), manner, 1_000_000)
		time.Sleep(time.Duration(rand.Int64N(int64(killedWithin + k.later))))
		if err := p.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		acks, _ := p.wait()
		if p.said.Len() > 0 {
			k.unopened++
			t.Errorf("kill %d: the program could not save: %s", k.kills, p.said.String())
		}
		acknowledged = append(acknowledged, acks...)
		k.kills++
		unacknowledged += 3 // the save under way, of three events at most
		look := Open(dir, Options{Machine: "test", ReadOnly: true})
		if k.look(t, look, acknowledged, unacknowledged) > 0 && manner == "" {
			t.Errorf("events are lost after kill %d", k.kills)
		}
	}
	l := Open(dir, Options{Machine: "test"})
	lost := k.look(t, l, acknowledged, unacknowledged)
	if s := l.Status(); s.ReadOnly || s.BackupError != "" {
		k.unopened++
		t.Errorf("the log cannot be written after %d kills: %+v", k.kills, s)
	}
	mustClose(t, l)
	k.acknowledged, k.lost = k.acknowledged+len(acknowledged), k.lost+lost
}

// look reads the log and returns how many acknowledged events are not in it.
func (k *killed) look(t *testing.T, l *Log, acknowledged []string, unacknowledged int) (lost int) {
	t.Helper()
	got := notesOf(t, l)
	if s := l.Status(); len(s.Missing)+len(s.Conflicts)+len(s.Files) > 0 {
		k.unopened++
		t.Errorf("status after %d kills: %+v", k.kills, s)
	}
	there := map[string]bool{}
	for _, note := range got {
		there[note] = true
	}
	for _, note := range acknowledged {
		if !there[note] {
			lost++
		}
	}
	if lost == 0 && !inSameOrder(got, acknowledged) {
		t.Errorf("the order is another after %d kills", k.kills)
	}
	if extra := len(got) - len(acknowledged); extra > unacknowledged {
		t.Errorf("%d events are there that were not acknowledged", extra)
	}
	return lost
}
