package progress

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// How many backups are kept: the newest of so many days, weeks and months in
// which backups were made.
const (
	keepDays   = 7
	keepWeeks  = 4
	keepMonths = 12
)

// startDay makes the first backup of the day and writes down how far the log
// goes.
func (l *Log) startDay() {
	made, err := l.backup()
	if err != nil {
		l.status.BackupError = err.Error()
	}
	if made || l.dirty {
		// A mark that cannot be written now is written at the next chance.
		_ = l.writeHead()
	}
}

// writeHead brings head.json up to date with what other windows wrote there
// and with the log.
func (l *Log) writeHead() error {
	if l.keepHead || l.writer == "" {
		return nil
	}
	if now, err := readHead(l.disk, l.dir); err == nil {
		if now.Machines[l.machine] == "" {
			now.Machines[l.machine] = l.device
		}
		if l.head = now; now.misread(l.union) != nil {
			l.head.Format = 0 // what is on the disk was told and set aside
		}
	} else if !errors.Is(err, errHead) {
		return err
	}
	l.head.advance(l.union)
	if err := l.head.write(l.disk, l.dir, l.writer); err != nil {
		return fmt.Errorf("write %s: %w", headFile, err)
	}
	l.dirty = false
	return nil
}

// backup copies every distinct line into one file named after the day, unless
// the day has one or the newest one holds the same. The copy is read back and
// compared before it gets its name. A backup is itself a log file.
func (l *Log) backup() (made bool, err error) {
	path := l.backupPath(1)
	if _, err := l.disk.Size(path); err == nil {
		return false, nil
	}
	if made, err = l.backupTo(path); errors.Is(err, fs.ErrExist) {
		return false, nil // another window made the one of today in the meantime
	}
	return made, err
}

// Backup copies the log as it is now, unless the newest backup holds the same,
// and returns the path of the backup that does; empty for a log without a line.
// It is what comes before a change of more than one event.
func (l *Log) Backup() (path string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if path, err = l.backupNow(); err != nil {
		return "", l.cause(err)
	}
	return path, nil
}

func (l *Log) backupNow() (string, error) {
	switch {
	case l.closed:
		return "", fmt.Errorf("the log: %w", fs.ErrClosed)
	case l.barred != nil:
		return "", l.barred
	}
	if err := l.ensure(); err != nil {
		return "", err
	}
	made, err := l.backupTo(l.nextBackup())
	for tries := 1; errors.Is(err, fs.ErrExist) && tries < maxTries; tries++ {
		made, err = l.backupTo(l.nextBackup()) // another window took the name
	}
	if err != nil {
		return "", err
	}
	if made {
		// A mark that cannot be written now is written at the next chance.
		_ = l.writeHead()
	}
	l.status.Backup = l.newestBackup()
	return l.status.Backup, nil
}

// backupPath is where the n-th backup of today stands, counting from 1.
func (l *Log) backupPath(n int) string {
	return filepath.Join(l.dir, backupDir, segmentName(l.now().Format(time.DateOnly), n)+ext)
}

// nextBackup returns the first path of today that no backup has.
func (l *Log) nextBackup() string {
	for n := 1; ; n++ {
		path := l.backupPath(n)
		if _, err := l.disk.Size(path); err != nil || n == maxSegments {
			return path // where the disk fails, making it will fail too
		}
	}
}

func (l *Log) backupTo(path string) (made bool, err error) {
	lines := l.union.all()
	var content []byte
	for _, line := range lines {
		content = append(append(content, line.raw...), '\n')
	}
	content = append(content, '\n') // what stands before an empty line is finished
	if len(lines) == 0 || l.unchanged(content) {
		return false, nil
	}
	if err := l.copyTo(path, content, lines); err != nil {
		return false, fmt.Errorf("back up to %s: %w", path, err)
	}
	return true, l.thin(filepath.Dir(path))
}

// unchanged reports whether the newest backup holds these bytes. A damaged one,
// which may have as many, does not count. After damage of the log nothing is
// taken for granted.
func (l *Log) unchanged(content []byte) bool {
	newest := l.newestBackup()
	if newest == "" || !l.status.Sound() {
		return false
	}
	if size, err := l.disk.Size(newest); err != nil || size != int64(len(content)) {
		return false
	}
	before, err := l.disk.Read(newest)
	return err == nil && bytes.Equal(before, content)
}

// copyTo writes a backup durably, reads it back, and names it. It is fs.ErrExist
// when there is one of that name, which another window made.
func (l *Log) copyTo(path string, content []byte, lines []*line) error {
	dir := filepath.Dir(path)
	if err := l.disk.MakeDir(dir); err != nil {
		return err
	}
	next := path + "." + l.writer + ".new"
	if err := l.disk.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := create(l.disk, next, content); err != nil {
		return err
	}
	err := l.verify(next, lines)
	if err == nil {
		err = l.disk.Place(next, path)
	}
	if err != nil {
		return errors.Join(err, l.disk.Remove(next))
	}
	return l.disk.SyncDir(dir)
}

// verify reads a backup the way a log is read and compares it line by line.
func (l *Log) verify(path string, lines []*line) error {
	data, err := l.disk.Read(path)
	if err != nil {
		return err
	}
	same := func(a line, b *line) bool { return a.raw == b.raw }
	if f := scan(data); len(f.bad) > 0 || len(f.unfinished()) > 0 || !slices.EqualFunc(f.lines, lines, same) {
		return errors.New("the copy differs from the log")
	}
	return nil
}

// thin removes backups that are no longer kept. While events are missing all
// are kept: one of them may be the last to hold what is missing.
func (l *Log) thin(dir string) error {
	if len(l.status.Missing) > 0 {
		return nil
	}
	names := l.backups()
	days := make([]string, len(names))
	for i, name := range names {
		days[i], _, _ = strings.Cut(name, ".")
	}
	keep := kept(days)
	var failed error
	for i, name := range names {
		if !keep[days[i]] {
			failed = errors.Join(failed, l.disk.Remove(filepath.Join(dir, name+ext)))
		}
	}
	return failed
}

// kept chooses among days, the newest first.
func kept(days []string) map[string]bool {
	keep := map[string]bool{}
	newest := func(count int, span func(time.Time) string) {
		seen := map[string]bool{}
		for _, day := range days {
			at, _ := time.Parse(time.DateOnly, day)
			if s := span(at); !seen[s] && len(seen) < count {
				seen[s], keep[day] = true, true
			}
		}
	}
	newest(keepDays, func(t time.Time) string { return t.Format(time.DateOnly) })
	newest(keepWeeks, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, week) })
	newest(keepMonths, func(t time.Time) string { return t.Format("2006-01") })
	return keep
}

// backups lists the backups by name, the newest first: the day, and from the
// second of a day on its number, such as 2025-03-09.2.
func (l *Log) backups() []string {
	names, err := l.disk.List(filepath.Join(l.dir, backupDir))
	if err != nil {
		return nil
	}
	var found []string
	for _, name := range names {
		if stem, ok := strings.CutSuffix(name, ext); ok && backupNumber(stem) > 0 {
			found = append(found, stem)
		}
	}
	slices.SortFunc(found, func(a, b string) int {
		dayA, _, _ := strings.Cut(a, ".")
		dayB, _, _ := strings.Cut(b, ".")
		return cmp.Or(strings.Compare(dayB, dayA), cmp.Compare(backupNumber(b), backupNumber(a)))
	})
	return found
}

// backupNumber tells which of its day a backup is, from 1; 0 when name is none
// of a backup.
func backupNumber(name string) int {
	day, number, numbered := strings.Cut(name, ".")
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return 0
	}
	if !numbered {
		return 1
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 2 || strconv.Itoa(n) != number {
		return 0
	}
	return n
}

// newestBackup returns the path of the newest backup, empty when there is none.
func (l *Log) newestBackup() string {
	if names := l.backups(); len(names) > 0 {
		return filepath.Join(l.dir, backupDir, names[0]+ext)
	}
	return ""
}

// backupWith returns the path of the newest backup that holds one of the
// missing events, empty when none does.
func (l *Log) backupWith(m Missing) string {
	for _, name := range l.backups() {
		path := filepath.Join(l.dir, backupDir, name+ext)
		data, err := l.disk.Read(path)
		if err != nil {
			continue
		}
		for _, line := range scan(data).lines {
			if line.device == m.Device && m.From <= line.seq && line.seq <= m.To {
				return path
			}
		}
	}
	return ""
}
