package progress

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Examination is all that can be told of a log without changing it: plain data.
type Examination struct {
	Place   Place
	Status  Status
	Files   []LogFile
	Devices []Device
	Backups []Backup
	Ahead   Ahead
	Clocks  []string // ids of events whose clock is beyond any that is given
	Aside   []string // files that were set aside, by path
	Others  []string // what lies in the folder of the log and is no log file, by path
	Settled bool     // damage was settled or accepted, and is reported no more
}

// LogFile is a file of the log.
type LogFile struct {
	Path       string
	Size       int64 // bytes
	Lines      int   // whole ones
	Bad        int   // lines
	Unfinished int   // bytes of a save that broke off at its end, or is under way in another window
	Error      string
	Own        bool // this machine writes it
}

// Device is a writer of the log.
type Device struct {
	ID     string
	Events int
	Last   time.Time // of its last event
	Here   bool      // it is this machine
}

// Backup is a backup that was read back.
type Backup struct {
	Path   string
	Day    string // 2006-01-02
	Size   int64  // bytes
	Events int
	Bad    int    // lines
	Error  string // why it cannot be read
	Extra  int    // events that the log lacks
	Other  int    // events that the log has with another content
}

// Ahead tells of events from the future: a clock was wrong then, or is now.
type Ahead struct {
	Events int
	Latest time.Time
}

// future is how far ahead an event may be without being told: clocks of several
// machines differ a little.
const future = 10 * time.Minute

// Examine reads every byte of the log in dir and of its backups. It changes and
// makes nothing.
func Examine(dir string, o Options) Examination {
	o.ReadOnly = true
	l := Open(dir, o)
	e := Examination{Status: l.Status()}
	if o.disk == nil {
		e.Place = survey(dir)
	}
	if dir == "" {
		return e
	}
	e.Settled = !l.settled.empty()
	e.files(l)
	e.devices(l)
	e.backups(l)
	e.Aside = append(l.under(tornDir), l.under(asideDir)...)
	return e
}

// files reads each file of the log.
func (e *Examination) files(l *Log) {
	names, _ := l.disk.List(filepath.Join(l.dir, logDir)) // an error is told with the place
	for _, name := range names {
		if !isLogName(name) {
			e.Others = append(e.Others, l.path(name))
			continue
		}
		f, own, err := l.readFile(name)
		file := LogFile{Path: l.path(name), Size: int64(len(f.data)), Lines: len(f.lines), Bad: len(f.bad), Own: own}
		if err != nil {
			file.Error = err.Error()
		} else {
			left := l.settled.unsettled(name, f)
			file.Unfinished = len(left.unfinished())
		}
		e.Files = append(e.Files, file)
	}
}

// devices tells who wrote the log, and what was written in the future.
func (e *Examination) devices(l *Log) {
	late := uint64(max(l.now().Add(future).UnixMilli(), 0)) << 16
	for _, id := range sortedKeys(l.union.devices) {
		device, _, _ := strings.Cut(id, ".")
		d := Device{ID: id, Events: len(l.union.devices[id]), Here: device == l.device && device != ""}
		for _, line := range l.union.devices[id] {
			if line.clock > lastClock {
				e.Clocks = append(e.Clocks, line.id())
			}
			if line.clock <= late || !line.readable {
				continue
			}
			// The order of events counts on from a clock that was wrong once: only
			// the time tells which they were.
			if at := line.event().Time; at.After(l.now().Add(future)) {
				e.Ahead.Events++
				if e.Ahead.Latest.Before(at) {
					e.Ahead.Latest = at
				}
			}
		}
		if last := l.union.devices[id][d.Events-1]; last.readable {
			d.Last = last.event().Time
		}
		e.Devices = append(e.Devices, d)
	}
}

// backups reads every backup back, the newest first.
func (e *Examination) backups(l *Log) {
	for _, day := range l.backups() {
		b := Backup{Path: filepath.Join(l.dir, backupDir, day+ext), Day: day}
		data, err := l.disk.Read(b.Path)
		if err != nil {
			b.Error = err.Error()
			e.Backups = append(e.Backups, b)
			continue
		}
		f := scan(data)
		u := unite([]scanned{f})
		b.Size, b.Bad, b.Events = int64(len(data)), len(f.bad), u.events
		if len(f.unfinished()) > 0 {
			b.Bad++
		}
		b.Extra = len(lacking(l.union, u))
		b.Other = differing(l.union, u)
		e.Backups = append(e.Backups, b)
	}
}

// differing counts the events that two unions have with two contents.
func differing(a, b *union) int {
	n := 0
	for device, lines := range b.devices {
		for _, l := range lines {
			if other, ok := a.at(device, l.seq); ok && other.text() != l.text() {
				n++
			}
		}
	}
	return n
}

// under lists what is in a folder of the log: its files, and the folders in it
// by their name only.
func (l *Log) under(name string) []string {
	dir := filepath.Join(l.dir, name)
	names, err := l.disk.List(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	paths := slices.Clone(names)
	for i := range paths {
		paths[i] = filepath.Join(dir, paths[i])
	}
	return paths
}

// empty reports whether nothing was settled.
func (s settled) empty() bool {
	return len(s.Gone)+len(s.Lines)+len(s.Ends)+len(s.CRLF)+len(s.Conflicts)+len(s.Unread) == 0
}
