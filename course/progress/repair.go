package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// StepKind says what a step of a repair does.
type StepKind string

// What a repair can do.
const (
	StepMode    StepKind = "mode"    // Path is for its owner only again
	StepCopy    StepKind = "copy"    // the log is copied to Path, as it is
	StepHead    StepKind = "head"    // a damaged head.json or settled.json is set aside
	StepEnd     StepKind = "end"     // a save that broke off at the end of Path is set aside
	StepRestore StepKind = "restore" // N events are copied from backups to Path
	StepSettle  StepKind = "settle"  // damage of Path that costs nothing is reported no more
	StepAccept  StepKind = "accept"  // the same of damage that cannot be undone
	StepNote    StepKind = "note"    // Path tells what was settled and accepted
)

// Step is one thing that a repair does.
type Step struct {
	Kind     StepKind
	Path     string // of a file or folder; empty for events that are gone
	Lines    []int  // of Path
	N        int    // events or bytes
	Device   string // with From and To: events
	From, To uint64
	Events   []string // of StepAccept: events with two contents
	Mode     Loose    // of StepMode
	What     string   // of StepSettle and StepAccept: "lines", "end", "crlf", "gone", "conflicts" or "unread"
}

// Repairs is what a repair is to do, or did.
type Repairs struct {
	Steps []Step
	Left  []Left   // steps that were to be done and were not
	Aside []string // what was set aside, by path
}

// Left is a step that was left undone. Err wraps ErrInUse when another window
// holds the file: once that is closed, a repair does it.
type Left struct {
	Step
	Err error
}

// PlanRepair tells what Repair would do now. It changes nothing.
func PlanRepair(dir string, o Options, accept bool) (Repairs, error) {
	p, err := newPlan(dir, o, accept)
	return p.repairs, err
}

// Repair mends what can be proved, keeps what it sets aside, and tells what it
// did, also when it fails half way. It rewrites no log file: missing events come
// back as a file of their own, and damage that stands in a file stays there.
// With accept, damage that nothing can undo is reported no more either. It may
// run while other windows save.
func Repair(dir string, o Options, accept bool) (Repairs, error) {
	p, err := newPlan(dir, o, accept)
	if err != nil {
		return Repairs{}, err
	}
	done := Repairs{}
	for _, l := range p.loose {
		if err := os.Chmod(l.Path, l.Want); err != nil {
			return done, fmt.Errorf("make %s yours only: %w", l.Path, err)
		}
		done.Steps = append(done.Steps, Step{Kind: StepMode, Path: l.Path, Mode: l})
	}
	if len(p.loose) > 0 { // more can be read now
		if p, err = newPlan(dir, o, accept); err != nil {
			return done, err
		}
	}
	if !p.touchesLog() {
		return done, nil
	}
	err = p.carryOut(&done)
	if err != nil {
		err = fmt.Errorf("repair %s: %w", dir, err)
	}
	return done, err
}

// carryOut does what was planned, and notes each thing that was done.
func (p *plan) carryOut(done *Repairs) error {
	kept, err := p.copyAll()
	done.Aside = append(done.Aside, kept...)
	if err != nil {
		return err
	}
	done.Steps = append(done.Steps, Step{Kind: StepCopy, Path: p.into + "-*"})
	o := p.o
	o.ReadOnly = false
	l := Open(p.log.dir, o)
	return errors.Join(p.write(l, done), l.Close())
}

// write changes what a log that can be written to needs.
func (p *plan) write(l *Log, done *Repairs) error {
	if s := l.Status(); s.ReadOnly {
		return errors.New(s.Reason)
	}
	left, err := p.mendEnds(l)
	if err != nil {
		return err
	}
	done.Aside = append(done.Aside, l.status.Torn...)
	if err := p.writeRestored(); err != nil {
		return err
	}
	for _, c := range p.copies {
		kept, err := l.setAside(c.name, c.data)
		if err != nil {
			return err
		}
		done.Aside = append(done.Aside, kept)
	}
	if p.settles || errors.Is(p.log.settledError, errSettled) {
		if err := p.settle.write(l.disk, l.dir, l.writer); err != nil {
			return err
		}
	}
	if p.settles {
		note := p.aside(noteFile)
		if err := create(l.disk, note, p.note(left)); err != nil {
			return err
		}
		done.Aside = append(done.Aside, note)
	}
	for _, s := range p.repairs.Steps {
		switch err := left[s.Path]; {
		case s.Kind == StepMode, s.Kind == StepCopy: // told already
		case s.Kind == StepEnd && err != nil:
			done.Left = append(done.Left, Left{s, err})
		default:
			done.Steps = append(done.Steps, s)
		}
	}
	return nil
}

// mendEnds sets the saves that broke off in this machine's files aside. It
// returns why that was not done, by the path of the file.
func (p *plan) mendEnds(l *Log) (left map[string]error, err error) {
	left = map[string]error{}
	for _, stem := range p.ends {
		if l.seg != nil && l.seg.name == stem {
			continue // taken to be written to, it was mended
		}
		s, err := l.open(stem)
		switch {
		case err == nil:
			if err := s.file.Close(); err != nil {
				return left, err
			}
		case errors.Is(err, errBusy):
			left[l.path(stem+ext)] = ErrInUse
		default:
			left[l.path(stem+ext)] = err
		}
	}
	return left, nil
}

// copyAll copies the log as it is, byte for byte, reads the copies back, and
// returns their paths.
func (p *plan) copyAll() (kept []string, err error) {
	l := p.log
	if err := l.disk.MakeDir(filepath.Join(l.dir, asideDir)); err != nil {
		return nil, err
	}
	names, err := l.disk.List(filepath.Join(l.dir, logDir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for i, name := range names {
		names[i] = filepath.Join(logDir, name)
	}
	for _, name := range append(names, headFile, settledFile) {
		data, err := l.disk.Read(filepath.Join(l.dir, name))
		if err != nil {
			continue // what cannot be read is not touched either
		}
		to := p.aside(filepath.Base(name))
		if err := create(l.disk, to, data); err != nil {
			return kept, err
		}
		kept = append(kept, to)
		if again, err := l.disk.Read(to); err != nil || string(again) != string(data) {
			return kept, errors.Join(err, fmt.Errorf("the copy %s differs from the log", to))
		}
	}
	return kept, nil
}

// writeRestored writes the events that come back as a log file of their own,
// word for word, and reads them back.
func (p *plan) writeRestored() error {
	if len(p.restore) == 0 {
		return nil
	}
	i := slices.IndexFunc(p.repairs.Steps, func(s Step) bool { return s.Kind == StepRestore })
	path := p.repairs.Steps[i].Path
	if err := create(p.log.disk, path, fileOf(p.restore)); err != nil {
		return err
	}
	if err := p.log.verify(path, p.restore); err != nil {
		return errors.Join(err, p.log.disk.Remove(path))
	}
	return nil
}

// fileOf is a log file of lines. What stands before an empty line is finished.
func fileOf(lines []*line) []byte {
	var content []byte
	for _, line := range lines {
		content = append(append(content, line.raw...), '\n')
	}
	return append(content, '\n')
}

// noteFile tells in words what a repair settled and accepted.
const noteFile = "note.txt"

func (p *plan) note(left map[string]error) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "What cairn doctor did on %s with the log in %s.\n", p.log.now().Format(time.DateTime), p.log.dir)
	fmt.Fprintf(&b, "The log as it was before is in the files beside this one. What is settled and accepted stands in\n%s; while cairn is closed,\nremove that file, or put the one from here back, and it is reported again.\n\n", filepath.Join(p.log.dir, settledFile))
	for _, s := range p.repairs.Steps {
		if undone := s.Kind == StepEnd && left[s.Path] != nil; s.Kind != StepNote && s.Kind != StepCopy && !undone {
			fmt.Fprintf(&b, "%s\n", s)
		}
	}
	return []byte(b.String())
}
