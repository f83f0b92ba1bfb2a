package progress

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/trouble"
)

const (
	// maxTries bounds the search for an existing file that is free, and
	// maxSegments for a name that is.
	maxTries    = 1000
	maxSegments = 1_000_000

	// maxFailed bounds how many segments one process gives up before it says
	// that the disk is failing.
	maxFailed = 4
)

// segment is the file that this process appends to. Nobody else writes it.
type segment struct {
	name   string // stem of the file
	path   string
	file   file
	size   int64
	found  scanned // what it held when it was opened
	failed bool    // not to be written any more
	strays bool    // this file system cannot tell whether a name leads to a file
	alone  bool    // the file system has no locks: the file is for this process only
}

// append makes b the durable end of the file, all of it or nothing.
func (s *segment) append(b []byte) error {
	if err := s.file.Intact(s.size); err != nil && !s.strays {
		s.failed = true
		return err
	}
	n, err := s.file.WriteAt(b, s.size)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	if err != nil {
		undo := s.file.Truncate(s.size)
		s.failed = undo != nil || !trouble.IsNoRoom(err) && !errors.Is(err, io.ErrShortWrite)
		return err
	}
	if err := s.file.Sync(); err != nil {
		// The system may have dropped what it could not write and report
		// success the next time: this descriptor is not asked again.
		s.failed = true
		return errors.Join(err, s.file.Truncate(s.size))
	}
	s.size += int64(len(b))
	return nil
}

// segmentName returns the stem of the n-th file of a device, counting from 1.
func segmentName(device string, n int) string {
	if n == 1 {
		return device
	}
	return fmt.Sprintf("%s.%d", device, n)
}

// take finds the first file of this device that no other window has, mends its
// end and makes it the one to append to. It creates one when there is none.
func (l *Log) take() error {
	for n := 1; n <= maxTries; n++ {
		s, err := l.open(segmentName(l.device, n))
		switch {
		case err == nil:
			l.seg, l.writer = s, s.name
			return nil
		case errors.Is(err, fs.ErrNotExist):
			return l.create(n)
		case errors.Is(err, errNoLock):
			return l.createAlone()
		}
		// In use, damaged or closed to us: it stays as it is.
	}
	return l.create(maxTries + 1)
}

// open opens an existing file of the log, locks it and mends its end.
func (l *Log) open(name string) (*segment, error) {
	path := filepath.Join(l.dir, logDir, name+ext)
	f, err := l.disk.Open(path)
	if err != nil {
		return nil, err
	}
	s := &segment{name: name, path: path, file: f}
	err = f.Lock()
	if err == nil {
		err = l.mend(s)
	}
	if err == nil {
		err = f.Intact(s.size)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return s, nil
}

// errDamagedEnd says that a file's end is not what a broken save leaves. It is
// kept as it is and never written again.
var errDamagedEnd = errors.New("the end of the file is damaged")

// mend sets the rest of a broken save aside and ends the last line where its
// end is lacking, so that the next line begins on a line of its own.
func (l *Log) mend(s *segment) error {
	data, err := s.file.Read()
	if err != nil {
		return err
	}
	found := scan(data)
	s.found, s.size = found, int64(len(data))
	if found.badLast || found.suspects {
		return fmt.Errorf("%s: %w", s.path, errDamagedEnd)
	}
	rest := found.unfinished()
	if len(rest) > 0 {
		kept, err := l.setAside(s.name, rest)
		if err != nil {
			return err
		}
		l.status.Torn = append(l.status.Torn, kept)
		s.size = int64(found.end)
		if err := s.file.Truncate(s.size); err != nil {
			return err
		}
	}
	if found.open {
		if _, err := s.file.WriteAt([]byte("\n"), s.size); err != nil {
			return errors.Join(err, s.file.Truncate(s.size))
		}
		s.size++
	}
	if len(rest) == 0 && !found.open {
		return nil
	}
	return s.file.Sync()
}

// setAside copies bytes that are about to be cut off into the folder torn and
// returns the path of the copy.
func (l *Log) setAside(name string, rest []byte) (string, error) {
	dir := filepath.Join(l.dir, tornDir)
	if err := l.disk.MakeDir(dir); err != nil {
		return "", err
	}
	for n := 0; ; n++ {
		path := filepath.Join(dir, fmt.Sprintf("%s-%d.txt", name, l.now().UnixMilli()+int64(n)))
		err := create(l.disk, path, rest)
		if err == nil {
			return path, nil
		}
		if !errors.Is(err, fs.ErrExist) || n == maxSegments {
			return "", err
		}
	}
}

// create makes a new file, under the n-th name or the next free one, the one to
// append to. Another window may open and lock the file before we do: then it is
// that window's. So a file is never removed once it has such a name.
func (l *Log) create(n int) error {
	if err := l.disk.MakeDir(filepath.Join(l.dir, logDir)); err != nil {
		return err
	}
	for ; ; n++ {
		s, err := l.createFile(segmentName(l.device, n))
		if errors.Is(err, fs.ErrExist) && n < maxSegments {
			continue
		}
		if err != nil {
			return err
		}
		switch err := s.lockEmpty(); {
		case err == nil:
			return l.begin(s)
		case errors.Is(err, errNoLock):
			return errors.Join(s.file.Close(), l.createAlone())
		case !errors.Is(err, errBusy):
			return errors.Join(err, s.file.Close())
		}
		if err := s.file.Close(); err != nil {
			return err
		}
	}
}

// lockEmpty locks a new file. It is errBusy when another window has the lock,
// or had it and wrote the file in the meantime.
func (s *segment) lockEmpty() error {
	if err := s.file.Lock(); err != nil {
		return err
	}
	data, err := s.file.Read()
	if err == nil && len(data) > 0 {
		err = errBusy
	}
	return err
}

// createAlone makes a file for this process only, where the file system has no
// locks. Its name is none that a window ever looks for, so no other writes it,
// should locks come back.
func (l *Log) createAlone() error {
	for n := 1; ; n++ {
		s, err := l.createFile(fmt.Sprintf("%s.alone-%d", l.device, n))
		if errors.Is(err, fs.ErrExist) && n < maxSegments {
			continue
		}
		if err != nil {
			return err
		}
		s.alone = true
		return l.begin(s)
	}
}

func (l *Log) createFile(name string) (*segment, error) {
	path := filepath.Join(l.dir, logDir, name+ext)
	f, err := l.disk.Create(path)
	if err != nil {
		return nil, err
	}
	return &segment{name: name, path: path, file: f}, nil
}

// begin makes the name of a new file durable and the file the one to append to.
func (l *Log) begin(s *segment) error {
	if err := l.disk.SyncDir(filepath.Dir(s.path)); err != nil {
		l.failed, l.failure = append(l.failed, s), err
		return err
	}
	s.strays = s.file.Intact(0) != nil
	l.seg = s
	if l.writer == "" {
		l.writer = s.name
	}
	return nil
}

// ensure makes a file to append to when there is none.
func (l *Log) ensure() error {
	if l.seg != nil {
		return nil
	}
	if len(l.failed) >= maxFailed {
		return fmt.Errorf("%d files failed, the disk cannot be trusted: %w", len(l.failed), l.failure)
	}
	if err := l.create(1); err != nil {
		return errors.Join(err, l.failure)
	}
	return nil
}

// number is the last number given under the name that events are saved under, of
// which so many more are to follow. A nonsense number in a file that was copied
// in may have used the numbers of a name up: no import would take an event that
// got a higher one, so it gets another name, after those of all files.
func (l *Log) number(more int) uint64 {
	window := windowOf(l.writer)
	for n := maxSegments + 1; ; n++ {
		last := l.lastKnown(l.writer)
		if last+uint64(more) <= lastImported {
			return last
		}
		l.writer = segmentName(window, n)
	}
}

// lastKnown is the highest number that a device is known to have given.
func (l *Log) lastKnown(device string) uint64 {
	return max(l.union.last(device), l.head.Marks[device].Seq)
}

// windowOf returns the name of the file whose lock guards the numbers of a
// device: its own, or the one that it had before its numbers were used up.
func windowOf(device string) string {
	if dot := strings.LastIndexByte(device, '.'); dot >= 0 {
		n, err := strconv.Atoi(device[dot+1:])
		if err == nil && n > maxSegments && device == segmentName(device[:dot], n) {
			return device[:dot]
		}
	}
	return device
}

// save makes b durable. When the file fails it is given up and b goes to a new
// one with the same event numbers: should both copies survive, they are the
// same events and count once.
func (l *Log) save(b []byte) error {
	for {
		if err := l.ensure(); err != nil {
			return err
		}
		err := l.seg.append(b)
		if err == nil {
			l.failure = nil
			return nil
		}
		if !l.seg.failed {
			return err
		}
		// Kept open, so that the lock keeps others from its event numbers.
		l.failed = append(l.failed, l.seg)
		l.seg, l.failure = nil, err
	}
}

// cause names the kind of failure the way front ends know it. Where nothing
// could ever be written, the place does not take writes, whatever it says.
func (l *Log) cause(err error) error {
	switch {
	case trouble.IsNoRoom(err), errors.Is(err, io.ErrShortWrite):
		return fmt.Errorf("%w: %w", learn.ErrFull, err)
	case isReadOnly(err), l.barred != nil, l.writer == "":
		return fmt.Errorf("%w: %w", learn.ErrReadOnly, err)
	}
	return err
}
