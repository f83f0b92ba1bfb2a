package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
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
		l.head = now
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
	dir := filepath.Join(l.dir, backupDir)
	path := filepath.Join(dir, l.now().Format(time.DateOnly)+ext)
	if _, err := l.disk.Size(path); err == nil {
		return false, nil
	}
	lines := l.union.all()
	var content []byte
	for _, line := range lines {
		content = append(append(content, line.raw...), '\n')
	}
	content = append(content, '\n') // what stands before an empty line is finished
	if len(lines) == 0 || l.unchanged(int64(len(content))) {
		return false, nil
	}
	if err := l.copyTo(path, content, lines); err != nil {
		return false, fmt.Errorf("back up to %s: %w", path, err)
	}
	return true, l.thin(dir)
}

// unchanged reports whether the newest backup holds this many bytes: as the log
// only grows, it is the same then. After damage nothing is taken for granted.
func (l *Log) unchanged(size int64) bool {
	newest := l.newestBackup()
	if newest == "" || !l.status.Sound() {
		return false
	}
	before, err := l.disk.Size(newest)
	return err == nil && before == size
}

// copyTo writes a backup durably, reads it back, and names it.
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
		err = l.disk.Rename(next, path)
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
	days := l.backups()
	keep := kept(days)
	var failed error
	for _, day := range days {
		if !keep[day] {
			failed = errors.Join(failed, l.disk.Remove(filepath.Join(dir, day+ext)))
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

// backups lists the days that have a backup, the newest first.
func (l *Log) backups() []string {
	names, err := l.disk.List(filepath.Join(l.dir, backupDir))
	if err != nil {
		return nil
	}
	var days []string
	for _, name := range names {
		day, ok := strings.CutSuffix(name, ext)
		if _, err := time.Parse(time.DateOnly, day); ok && err == nil {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	slices.Reverse(days)
	return days
}

// newestBackup returns the path of the newest backup, empty when there is none.
func (l *Log) newestBackup() string {
	if days := l.backups(); len(days) > 0 {
		return filepath.Join(l.dir, backupDir, days[0]+ext)
	}
	return ""
}

// backupWith returns the path of the newest backup that holds one of the
// missing events, empty when none does.
func (l *Log) backupWith(m Missing) string {
	for _, day := range l.backups() {
		path := filepath.Join(l.dir, backupDir, day+ext)
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
