// Package progress keeps learners' events on disk, in a log that is only ever
// appended to. An event that Append has returned is on the disk; nothing in
// the log is rewritten or deleted; what is damaged, missing or from a newer
// program is kept, counted and reported. docs/progress-log.md tells the whole
// promise and the format.
package progress

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/each"
)

// Names below the log's folder.
const (
	logDir    = "log"
	backupDir = "backups"
	tornDir   = "torn"
	asideDir  = "aside"
	headFile  = "head.json"

	settledFile = "settled.json"
	ext         = ".jsonl"
)

// deviceLen is the length of a device id: 80 random bits in letters and digits.
const deviceLen = 16

// Options is what a Log must be given.
type Options struct {
	Now func() time.Time // the clock, in the learner's time zone; default time.Now

	// Rand gives the id of a device that writes here for the first time;
	// default crypto/rand.
	Rand io.Reader

	// Machine names this machine, such as its host name. A folder that was
	// copied or synced from another machine gets a writer of its own here.
	Machine string

	// ReadOnly only reads: nothing is made, mended, locked or backed up.
	ReadOnly bool

	disk disk // default: the machine's
}

// Log is the event log in a folder. It implements learn.Log and is safe for
// concurrent use. It sees what other windows save when it is opened next.
type Log struct {
	dir     string
	disk    disk
	now     func() time.Time
	rand    io.Reader
	machine string

	mu       sync.Mutex
	head     head
	device   string // of this machine; empty: none yet, and nothing can be written
	writer   string // Device of the events saved now
	seg      *segment
	failed   []*segment
	failure  error // why the last of failed was given up
	barred   error // why nothing can be written before the log is opened again
	union    *union
	status   Status
	dirty    bool // head.json is behind
	keepHead bool // head.json is not to be written
	settled  settled

	headError, settledError error // why they could not be read
	closed                  bool
}

// Open reads the log in dir and makes it ready to be appended to. A folder that
// is not there is made. Open does not fail: when nothing can be written, the
// log still reads, Append fails with learn.ErrReadOnly, and Status says why.
func Open(dir string, o Options) *Log {
	l := &Log{
		dir: dir, machine: o.Machine,
		now: o.Now, rand: o.Rand, disk: o.disk,
		union:  unite(nil),
		status: Status{Dir: dir},
	}
	if l.now == nil {
		l.now = time.Now
	}
	if l.rand == nil {
		l.rand = rand.Reader
	}
	if l.disk == nil {
		l.disk = osDisk{}
	}
	l.start(o.ReadOnly)
	return l
}

func (l *Log) start(readOnly bool) {
	if l.dir == "" {
		l.bar(errors.New("no folder to keep progress in is known"))
		return
	}
	if readOnly {
		l.bar(errors.New("opened for reading only"))
	} else {
		l.bar(l.disk.MakeDir(filepath.Join(l.dir, logDir)))
	}
	l.readHead()
	l.readSettled()
	l.identify()
	if l.barred == nil {
		if err := l.take(); err != nil {
			l.status.ReadOnly, l.status.Reason = true, err.Error()
		}
	}
	// Only now: the file that was taken may have been another window's until
	// a moment ago, and all that is in it must be known before it is written.
	names, err := l.disk.List(filepath.Join(l.dir, logDir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.bar(errors.Join(err, l.release()))
	}
	l.read(names)
	if l.seg != nil {
		l.seg.found = scanned{} // now in the union
		l.startDay()
	}
	l.status.Backup = l.newestBackup()
}

// bar makes the log one that reads and cannot save, for the first error given.
func (l *Log) bar(err error) {
	if err != nil && l.barred == nil {
		l.barred, l.status.ReadOnly, l.status.Reason = err, true, err.Error()
	}
}

// release gives the files back to other windows.
func (l *Log) release() error {
	var err error
	for _, s := range append(l.failed, l.seg) {
		if s == nil {
			continue
		}
		err = errors.Join(err, s.file.Close())
		if s.alone && s.size == 0 {
			err = errors.Join(err, l.disk.Remove(s.path))
		}
	}
	l.failed, l.seg = nil, nil
	return err
}

// readHead reads head.json. A damaged one is copied before it is replaced; one
// that cannot be read is left alone.
func (l *Log) readHead() {
	var err error
	if l.head, err = readHead(l.disk, l.dir); err != nil {
		l.noteHead(err)
	}
}

// noteHead takes in that head.json is damaged or cannot be read.
func (l *Log) noteHead(err error) {
	l.headError = err
	path := filepath.Join(l.dir, headFile)
	l.status.Files = append(l.status.Files, FileStatus{Path: path, Error: err.Error()})
	if errors.Is(err, errHead) && l.barred == nil {
		var data []byte
		if data, err = l.disk.Read(path); err == nil {
			_, err = l.setAside("head", data)
		}
	}
	l.keepHead = err != nil
}

// readSettled reads settled.json. Without it, all damage is reported.
func (l *Log) readSettled() {
	if l.settled, l.settledError = readSettled(l.disk, l.dir); l.settledError != nil {
		path := filepath.Join(l.dir, settledFile)
		l.status.Files = append(l.status.Files, FileStatus{Path: path, Error: l.settledError.Error()})
	}
}

// path is where a file of the log is.
func (l *Log) path(name string) string { return filepath.Join(l.dir, logDir, name) }

// identify finds the device id of this machine, or makes one.
func (l *Log) identify() {
	l.device = l.head.Machines[l.machine]
	if l.device != "" || l.barred != nil {
		return
	}
	id := make([]byte, deviceLen*5/8)
	if _, err := io.ReadFull(l.rand, id); err != nil {
		l.bar(fmt.Errorf("make a device id: %w", err))
		return
	}
	l.device = strings.ToLower(base32.StdEncoding.EncodeToString(id))
	l.head.Machines[l.machine], l.dirty = l.device, true
}

// read reads every file of the log and tells what is wrong with it.
func (l *Log) read(names []string) {
	var files []scanned
	for _, name := range names {
		if !isLogName(name) {
			continue
		}
		f, own, err := l.readFile(name)
		if err == nil {
			files = append(files, f)
		}
		l.status.noteFile(l.path(name), l.settled.unsettled(name, f), own, err)
	}
	l.union = unite(files)
	if err := l.head.misread(l.union); err != nil {
		l.noteHead(err)
		l.head.Format, l.dirty = 0, true
	}
	l.compare()
}

// compare tells what the log lacks and contradicts, of what it must have held.
func (l *Log) compare() {
	l.status.Missing = l.settled.missing(l.head, l.union)
	l.status.Conflicts = l.settled.conflicts(l.head, l.union)
	for i, m := range l.status.Missing {
		l.status.Missing[i].Backup = l.backupWith(m)
	}
}

// readFile reads one file and reports whether this machine writes it: then an
// unfinished line may be one that another window is writing right now.
func (l *Log) readFile(name string) (f scanned, own bool, err error) {
	stem := strings.TrimSuffix(name, ext)
	if l.seg != nil && l.seg.name == stem {
		return l.seg.found, true, nil
	}
	data, err := l.disk.Read(filepath.Join(l.dir, logDir, name))
	if err != nil {
		return scanned{}, false, err
	}
	own = l.device != "" && (stem == l.device || strings.HasPrefix(stem, l.device+"."))
	return scan(data), own, nil
}

// Append implements learn.Log. All lines go to the file in one write, which is
// made durable before Append returns.
func (l *Log) Append(events ...learn.Event) ([]learn.Event, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(events) == 0 {
		return nil, nil
	}
	saved, err := l.append(events)
	if err != nil {
		err = fmt.Errorf("save progress in %s: %w", l.dir, l.cause(err))
		l.status.SaveError = err.Error()
		if errors.Is(err, learn.ErrReadOnly) && !l.status.ReadOnly {
			l.status.ReadOnly, l.status.Reason = true, err.Error()
		}
		return nil, err
	}
	l.status.SaveError, l.status.ReadOnly, l.status.Reason = "", false, ""
	return saved, nil
}

func (l *Log) append(events []learn.Event) ([]learn.Event, error) {
	switch {
	case l.closed:
		return nil, fmt.Errorf("the log: %w", fs.ErrClosed)
	case l.barred != nil:
		return nil, l.barred
	}
	if err := l.ensure(); err != nil {
		return nil, err
	}
	lines, buf, err := l.stamp(events)
	if err != nil {
		return nil, err
	}
	if err := l.save(buf); err != nil {
		return nil, err
	}
	saved := make([]learn.Event, len(lines))
	for i := range lines {
		l.union.add(&lines[i])
		saved[i] = lines[i].event()
	}
	l.dirty = true
	return saved, nil
}

// stamp gives the events their place in the log and returns their lines, and
// the bytes of all of them.
func (l *Log) stamp(events []learn.Event) ([]line, []byte, error) {
	seq := l.number(len(events))
	clock := l.union.clock
	lines := make([]line, 0, len(events))
	var buf []byte
	for i, e := range events {
		seq++
		clock = min(max(clock+1, uint64(max(l.now().UnixMilli(), 0))<<16), lastClock)
		e.Device, e.Seq, e.Clock = l.writer, seq, clock
		from := len(buf)
		var err error
		if buf, err = appendLine(buf, record{Format: format, More: len(events) - 1 - i, Event: e}); err != nil {
			return nil, nil, err
		}
		lines = append(lines, newLine(string(buf[from:len(buf)-1])))
	}
	return lines, buf, nil
}

// Events implements learn.Log.
func (l *Log) Events(course string) ([]learn.Event, error) {
	l.mu.Lock()
	lines := slices.Clone(l.union.courses[course])
	l.mu.Unlock()
	events := make([]learn.Event, len(lines))
	const at = 4096 // once: less is not worth sharing out
	each.Of((len(lines)+at-1)/at, func(part int) {
		for i := part * at; i < min((part+1)*at, len(lines)); i++ {
			events[i] = lines[i].event()
		}
	})
	return events, nil
}

// Close writes down how far the log went and gives the file back to other
// windows. Every event that Append returned is on the disk already: an error
// says only that a log cut short later might go unnoticed.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil
	}
	l.closed = true
	var err error
	if l.dirty {
		err = l.writeHead()
	}
	if err = errors.Join(err, l.release()); err != nil {
		return fmt.Errorf("close the log in %s: %w", l.dir, err)
	}
	return nil
}
