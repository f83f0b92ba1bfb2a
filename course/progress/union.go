package progress

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
)

// union is every line of every file, each event once. Events are told apart by
// device and sequence number, never by the file they stand in, so that copied,
// renamed and doubled files do no harm.
type union struct {
	devices   map[string][]*line // by sequence number, each number once
	courses   map[string][]*line // readable lines in order
	rest      []*line            // whole lines of no device, and the losers of conflicts
	conflicts []string           // ids of events that stand in the log with two contents
	clock     uint64             // the latest clock that can be followed

	events, newer, unread int
}

// lastClock is the latest clock that this program follows and gives, in the year
// 6429: a nonsense clock in a copied file must not use up the numbers for good.
const lastClock = learn.LastClock

// unite merges the lines of all files.
func unite(files []scanned) *union {
	u := &union{devices: map[string][]*line{}, courses: map[string][]*line{}}
	for _, f := range files {
		u.sort(f.lines)
	}
	u.unread = len(u.rest)
	for device, lines := range u.devices {
		lines = u.distinct(lines)
		u.devices[device] = lines
		for _, l := range lines {
			u.count(l)
		}
	}
	for _, lines := range u.courses {
		slices.SortFunc(lines, inOrder)
	}
	slices.Sort(u.conflicts)
	return u
}

// sort puts the lines of a file to those of their devices. A file has lines of
// one device as a rule: they are looked up once for each run of lines.
func (u *union) sort(lines []line) {
	for i := 0; i < len(lines); {
		device, of := lines[i].device, u.devices[lines[i].device]
		for ; i < len(lines) && lines[i].device == device; i++ {
			if lines[i].named() {
				of = append(of, &lines[i])
			} else {
				u.rest = append(u.rest, &lines[i])
			}
		}
		if len(of) > 0 {
			u.devices[device] = of
		}
	}
}

// distinct sorts the lines of one device and keeps each event once. Of two
// contents for one event the earlier one wins, on every machine the same.
func (u *union) distinct(lines []*line) []*line {
	rising := func(a, b *line) int {
		return cmp.Or(cmp.Compare(a.seq, b.seq), cmp.Compare(a.clock, b.clock), strings.Compare(a.text(), b.text()))
	}
	if !slices.IsSortedFunc(lines, rising) {
		slices.SortFunc(lines, rising)
	}
	kept := lines[:0]
	var before *line
	for _, l := range lines {
		switch {
		case len(kept) == 0 || kept[len(kept)-1].seq != l.seq:
			kept = append(kept, l)
		case l.text() != before.text():
			if id := kept[len(kept)-1].id(); len(u.conflicts) == 0 || u.conflicts[len(u.conflicts)-1] != id {
				u.conflicts = append(u.conflicts, id)
			}
			u.rest = append(u.rest, l)
		}
		before = l
	}
	return kept
}

// count takes one event in.
func (u *union) count(l *line) {
	if l.clock <= lastClock {
		u.clock = max(u.clock, l.clock)
	}
	if l.newer {
		u.newer++
	}
	if !l.readable {
		u.unread++
		return
	}
	u.events++
	u.courses[l.course] = append(u.courses[l.course], l)
}

// add takes in an event that was just saved.
func (u *union) add(l *line) {
	u.devices[l.device] = append(u.devices[l.device], l)
	u.count(l)
	of := u.courses[l.course]
	if n := len(of); n > 1 && inOrder(of[n-2], of[n-1]) > 0 {
		slices.SortFunc(of, inOrder)
	}
}

// last returns the highest sequence number of a device, 0 when there is none.
func (u *union) last(device string) uint64 {
	if lines := u.devices[device]; len(lines) > 0 {
		return lines[len(lines)-1].seq
	}
	return 0
}

// at returns the event of a device with a sequence number.
func (u *union) at(device string, seq uint64) (*line, bool) {
	lines := u.devices[device]
	i, ok := slices.BinarySearchFunc(lines, seq, func(l *line, seq uint64) int { return cmp.Compare(l.seq, seq) })
	if !ok {
		return nil, false
	}
	return lines[i], true
}

// holds reports whether l is the line that counts for its event.
func (u *union) holds(l *line) bool {
	counts, ok := u.at(l.device, l.seq)
	return ok && counts == l
}

// all returns every distinct line, by device and sequence number, then the rest.
func (u *union) all() []*line {
	var all []*line
	for _, device := range sortedKeys(u.devices) {
		all = append(all, u.devices[device]...)
	}
	return append(all, u.rest...)
}

// id names the event of the line.
func (l *line) id() string { return learn.EventID(l.device, l.seq) }

// inOrder is the order of events on every machine: clock, device, number.
func inOrder(a, b *line) int {
	return cmp.Or(cmp.Compare(a.place(), b.place()), strings.Compare(a.device, b.device), cmp.Compare(a.seq, b.seq))
}

// place is the clock of the line in the order of events. A nonsense clock comes
// before all others: after them, an event such as a reset would undo whatever is
// learned from then on.
func (l *line) place() uint64 {
	if l.clock > lastClock {
		return 0
	}
	return l.clock
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
