package progress

import (
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Source is one file of lines that are to be taken into a log, such as a log
// file of another machine or a backup.
type Source struct {
	Name string // for what is told of it
	Data []byte
}

// Imported tells what an import took in, or would take in.
type Imported struct {
	Taken   int            // events that were not here
	Unread  int            // lines in which no event is found; they are taken too, as a newer cairn may read them
	Here    int            // lines that were here already, each counted once
	Courses map[string]int // events taken, by course; "" for none
	Devices map[string]int // events taken, by the device that wrote them

	Files     []FileStatus // what is wrong with the sources; nothing that is bad was taken
	Conflicts []Conflict   // what was not taken, because what is here says otherwise

	File   string // the log file that holds what was taken; empty: none was needed
	Backup string // the log as it was before
}

// Conflict is a line that claims to be an event that the log has with another
// content.
type Conflict struct {
	Event  string // its id
	Source string
	Line   int // from 1
}

// ErrInUse says that another window has the log open, in a way that what was
// asked for must not happen now.
var ErrInUse = errors.New("another window of cairn is open; close it and try again")

const (
	// lastImported is the highest number of an event that an import takes, and
	// that is given here: what is saved can be imported everywhere. No machine
	// comes near it.
	lastImported = 1 << 40

	// farAhead is how far behind the last known event of a device of this
	// machine an import goes, several times what a log can hold. Beyond it, a
	// file made up by hand could use up the numbers of the device.
	farAhead = 1 << 24
)

// Import takes from the sources the lines that are not here yet, as they are,
// into one new log file: all of them durably, or none. With dry it only tells
// what it would take.
//
// Events are told apart by their ids, so that the order of imports, repeating
// them, and taking in what came from here make no difference. Lines that are
// damaged or belong to a save without its end are told and not taken. A line
// whose event is here with another content is told and not taken either: what
// is here is what the learner has been shown, and a file from elsewhere must
// not change it. Two contents of which neither is here are both taken, and the
// rule of the log decides which counts.
//
// Nothing is overwritten. A backup is made first. The error wraps ErrInUse
// when another window is writing under a device id of which later events would
// come in: it would give their numbers a second time.
func (l *Log) Import(sources []Source, dry bool) (Imported, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	told, news := l.unknown(sources)
	if dry || len(news) == 0 {
		return told, nil
	}
	if err := l.takeIn(news, &told); err != nil {
		told.File = ""
		return told, fmt.Errorf("import progress into %s: %w", l.dir, l.cause(err))
	}
	return told, nil
}

// unknown finds the lines of the sources that are not here.
func (l *Log) unknown(sources []Source) (told Imported, news []*line) {
	var files []scanned
	from := map[*line]string{}
	for _, s := range sources {
		f := scan(s.Data)
		kept := f.lines[:0]
		for _, line := range f.lines {
			if line.seq > l.lastTaken(line.device) || line.clock > lastClock {
				f.bad = append(f.bad, line.number)
				continue
			}
			kept = append(kept, line)
		}
		f.lines = kept
		slices.Sort(f.bad)
		told.note(s.Name, f)
		for i := range f.lines {
			from[&f.lines[i]] = s.Name
		}
		files = append(files, f)
	}
	given := unite(files)
	here := l.texts()
	conflict := func(line *line) {
		told.Conflicts = append(told.Conflicts, Conflict{line.id(), from[line], line.number})
	}
	for _, line := range given.all() {
		mine, known := l.union.at(line.device, line.seq)
		switch {
		case here[line.text()], known && mine.text() == line.text():
			told.Here++
		case known && line.named():
			conflict(line)
		default:
			here[line.text()] = true // of lines without an id, one is enough
			news = append(news, line)
		}
	}
	told.count(news)
	return told, news
}

// lastTaken is the highest number that an import takes for a device.
func (l *Log) lastTaken(device string) uint64 {
	if !l.isOwn(device) {
		return lastImported
	}
	return min(lastImported, l.lastKnown(device)+farAhead)
}

// texts returns the lines here that are not found by an id: those without one,
// and those that lost against another content.
func (l *Log) texts() map[string]bool {
	texts := map[string]bool{}
	for _, line := range l.union.rest {
		texts[line.text()] = true
	}
	return texts
}

// note tells what is wrong with a source.
func (t *Imported) note(name string, f scanned) {
	n := FileStatus{Path: name, Bad: f.bad, CRLF: f.crlf, Unfinished: len(f.unfinished())}
	if len(n.Bad) > 0 || n.Unfinished > 0 {
		t.Files = append(t.Files, n)
	}
}

func (t *Imported) count(news []*line) {
	t.Courses, t.Devices = map[string]int{}, map[string]int{}
	for _, line := range news {
		if !line.readable {
			t.Unread++
			continue
		}
		t.Taken++
		t.Courses[line.course]++
		t.Devices[line.device]++
	}
}

// takeIn adds lines to the log.
func (l *Log) takeIn(news []*line, told *Imported) error {
	switch {
	case l.closed:
		return fmt.Errorf("the log: %w", fs.ErrClosed)
	case l.barred != nil:
		return l.barred
	}
	if err := l.ensure(); err != nil {
		return err
	}
	held, err := l.hold(news)
	defer func() {
		for _, f := range held {
			_ = f.Close() // nothing was written through it
		}
	}()
	if err != nil {
		return err
	}
	if told.Backup, err = l.backupNow(); err != nil {
		return err
	}
	if told.File, err = l.addFile(news); err != nil {
		return err
	}
	l.join(news)
	_ = l.writeHead() // dirty says that it is to be written when the log is closed
	return nil
}

// hold keeps other windows of this machine from writing under a device id of
// which later events come in, until the file with them is there for every
// window that opens. It fails with ErrInUse when one is writing already.
func (l *Log) hold(news []*line) (held []file, err error) {
	later := map[string]bool{}
	for _, line := range news {
		window := windowOf(line.device)
		if window != windowOf(l.writer) && line.seq > l.union.last(line.device) && l.isOwn(line.device) {
			later[window] = true
		}
	}
	for _, window := range sortedKeys(later) {
		path := filepath.Join(l.dir, logDir, window+ext)
		f, err := l.disk.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			// A window that is opened now would make it. Once it is there it is
			// never removed: another window may be about to lock it.
			f, err = l.disk.Create(path)
		}
		if err != nil {
			return held, err
		}
		held = append(held, f)
		switch err := f.Lock(); {
		case errors.Is(err, errBusy):
			return held, fmt.Errorf("it writes %s: %w", path, ErrInUse)
		case err != nil && !errors.Is(err, errNoLock):
			return held, err
		}
	}
	return held, nil
}

// isOwn reports whether a window of this machine may write under a device id:
// one of a machine that head.json knows, alone or with the number of a window.
func (l *Log) isOwn(device string) bool {
	base, number, numbered := strings.Cut(windowOf(device), ".")
	if base != l.device {
		known := false
		for _, id := range l.head.Machines {
			known = known || base == id
		}
		if !known || !isDevice(base) {
			return false
		}
	}
	n, err := strconv.Atoi(number)
	return !numbered || err == nil && n > 1 && n <= maxTries && strconv.Itoa(n) == number
}

// addFile writes lines to a log file of their own: under another name first,
// read back, and only then under the one that is read.
func (l *Log) addFile(news []*line) (path string, err error) {
	var content []byte
	for _, line := range news {
		content = append(append(content, line.raw...), '\n')
	}
	content = append(content, '\n') // what stands before an empty line is finished
	if path, err = l.freshName(); err != nil {
		return "", err
	}
	next := filepath.Join(l.dir, logDir, "import."+l.writer+".new")
	if err := l.disk.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := create(l.disk, next, content); err != nil {
		return "", err
	}
	err = l.verify(next, news)
	if err == nil {
		err = l.disk.Rename(next, path)
	}
	if err != nil {
		return "", errors.Join(err, l.disk.Remove(next))
	}
	if err := l.disk.SyncDir(filepath.Dir(path)); err != nil {
		// Whether it stays is not known. If it does, what is saved from here on
		// must not take its numbers.
		if undo := l.disk.Remove(path); undo != nil {
			l.bar(err)
			return "", errors.Join(err, undo)
		}
		return "", err
	}
	return path, nil
}

// freshName returns the path of a log file that is not there: the day, for
// those who look into the folder, and chance, so that no two windows and no two
// machines of a synced folder choose the same.
func (l *Log) freshName() (string, error) {
	id := make([]byte, deviceLen*5/8)
	if _, err := io.ReadFull(l.rand, id); err != nil {
		return "", fmt.Errorf("choose a name: %w", err)
	}
	name := strings.ToLower(base32.StdEncoding.EncodeToString(id))
	path := filepath.Join(l.dir, logDir, "imported-"+l.now().Format("2006-01-02")+"-"+name+ext)
	if _, err := l.disk.Size(path); !errors.Is(err, fs.ErrNotExist) {
		return "", errors.Join(err, fmt.Errorf("%s: %w", path, fs.ErrExist))
	}
	return path, nil
}

// join makes lines that are on the disk a part of what was read.
func (l *Log) join(news []*line) {
	all := scanned{}
	for _, line := range append(l.union.all(), news...) {
		all.lines = append(all.lines, *line)
	}
	l.union = unite([]scanned{all})
	l.dirty = true
	l.compare()
}
