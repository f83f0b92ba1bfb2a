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
	Aside []string // what was set aside, by path
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

// plan is a repair that was thought through.
type plan struct {
	o       Options
	log     *Log // as it is, for reading only
	repairs Repairs
	loose   []Loose
	ends    []string // stems of own files with a save that broke off
	head    bool     // head.json or settled.json is set aside
	restore []*line
	copies  []excerpt // ends of other machines' files
	settle  settled
	settles bool
	stamp   string // of names
	into    string // how the paths of what is set aside begin
}

// excerpt is bytes to be kept under a name.
type excerpt struct {
	name string
	data []byte
}

func newPlan(dir string, o Options, accept bool) (*plan, error) {
	o.ReadOnly = true
	p := &plan{o: o, log: Open(dir, o)}
	l := p.log
	if dir == "" {
		return p, errors.New("no folder to keep progress in is known")
	}
	if o.disk == nil {
		place := survey(dir)
		switch {
		case place.Error != "":
			return p, fmt.Errorf("repair %s: %s", dir, place.Error)
		case !place.Exists:
			return p, nil // nothing was saved yet
		}
		p.loose = place.Loose
	}
	for _, loose := range p.loose {
		p.step(Step{Kind: StepMode, Path: loose.Path, Mode: loose})
	}
	p.stamp = l.now().Format("2006-01-02-150405")
	p.into = p.newPrefix(filepath.Join(dir, asideDir), p.stamp)
	p.settle = l.settled.clone()
	files := l.rescan()
	p.planHead()
	p.planEnds(files)
	p.planRestore()
	u := l.union
	if len(p.restore) > 0 {
		u = l.unionWith(files, p.restore)
	}
	p.planFiles(files, u, accept)
	p.planEvents(u, accept)
	if p.settle.Format > format && p.settles {
		return p, errors.New("settled.json is of a newer version of cairn: repair with that one")
	}
	if p.touchesLog() {
		p.repairs.Steps = slices.Insert(p.repairs.Steps, len(p.loose), Step{Kind: StepCopy, Path: p.into + "-*"})
	}
	if p.settles {
		p.step(Step{Kind: StepNote, Path: p.aside(noteFile)})
	}
	return p, nil
}

func (p *plan) step(s Step) { p.repairs.Steps = append(p.repairs.Steps, s) }

// touchesLog reports whether there is more to do than to set permissions.
func (p *plan) touchesLog() bool {
	return p.head || p.settles || len(p.ends)+len(p.restore)+len(p.copies) > 0
}

// newPrefix is the first way to begin a path that no file in dir begins with.
func (p *plan) newPrefix(dir, name string) string {
	names, _ := p.log.disk.List(dir) // none: nothing is taken
	prefix := name
	for n := 2; slices.ContainsFunc(names, func(have string) bool { return strings.HasPrefix(have, prefix+"-") }); n++ {
		prefix = fmt.Sprintf("%s.%d", name, n)
	}
	return filepath.Join(dir, prefix)
}

// aside is where a file of this repair is kept.
func (p *plan) aside(name string) string { return p.into + "-" + name }

// free is the first path of a log file that begins with name and is not taken.
func (p *plan) free(dir, name string) string {
	names, _ := p.log.disk.List(dir) // none: nothing is taken
	next := name + ext
	for n := 2; slices.Contains(names, next); n++ {
		next = fmt.Sprintf("%s-%d%s", name, n, ext)
	}
	return filepath.Join(dir, next)
}

// logFile is a file of the log as it is read.
type logFile struct {
	name string // without the folder
	own  bool
	scanned
}

// rescan reads every file of the log that can be read.
func (l *Log) rescan() []logFile {
	names, _ := l.disk.List(filepath.Join(l.dir, logDir)) // an error is in the status
	var files []logFile
	for _, name := range names {
		if !isLogName(name) {
			continue
		}
		if f, own, err := l.readFile(name); err == nil {
			files = append(files, logFile{name, own, f})
		}
	}
	return files
}

// unionWith is the log as it is when some lines are added.
func (l *Log) unionWith(files []logFile, lines []*line) *union {
	added := scanned{}
	for _, line := range lines {
		added.lines = append(added.lines, *line)
	}
	all := []scanned{added}
	for _, f := range files {
		all = append(all, f.scanned)
	}
	return unite(all)
}

// planHead sets damaged files that hold no events aside. Opening the log makes
// head.json anew.
func (p *plan) planHead() {
	for _, known := range []struct {
		name string
		err  error
	}{{headFile, p.log.headError}, {settledFile, p.log.settledError}} {
		if errors.Is(known.err, errHead) || errors.Is(known.err, errSettled) {
			p.head = true
			p.step(Step{Kind: StepHead, Path: filepath.Join(p.log.dir, known.name)})
		}
	}
}

// planEnds finds the saves that broke off in this machine's own files.
func (p *plan) planEnds(files []logFile) {
	for _, f := range files {
		if n := len(f.unfinished()); f.own && n > 0 && !f.suspects && !f.badLast {
			p.ends = append(p.ends, strings.TrimSuffix(f.name, ext))
			p.step(Step{Kind: StepEnd, Path: p.log.path(f.name), N: n})
		}
	}
}

// planRestore finds the events that the backups have and the log lacks.
func (p *plan) planRestore() {
	var backups []scanned
	for _, day := range p.log.backups() {
		if data, err := p.log.disk.Read(filepath.Join(p.log.dir, backupDir, day+ext)); err == nil {
			backups = append(backups, scan(data))
		}
	}
	p.restore = lacking(p.log.union, unite(backups))
	if n := len(p.restore); n > 0 {
		path := p.free(filepath.Join(p.log.dir, logDir), "restored-"+p.stamp)
		p.step(Step{Kind: StepRestore, Path: path, N: n})
	}
}

// lacking returns the events of another union that u does not have.
func lacking(u, other *union) []*line {
	var lines []*line
	for _, device := range sortedKeys(other.devices) {
		for _, l := range other.devices[device] {
			if _, ok := u.at(device, l.seq); !ok {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// planFiles settles what is wrong in the files and costs nothing, and accepts
// the rest where that is wanted.
func (p *plan) planFiles(files []logFile, u *union, accept bool) {
	for _, f := range files {
		left := p.settle.unsettled(f.name, f.scanned)
		if left.crlf > 0 {
			p.settle.CRLF[f.name] = f.crlf
			p.settled(StepSettle, Step{Path: p.log.path(f.name), N: f.crlf, What: "crlf"})
		}
		if len(left.bad) > 0 {
			p.planLines(f, left.bad, u, accept)
		}
		p.planForeignEnd(f, left, accept)
	}
}

// planLines settles bad lines whose events are proved to be in u.
func (p *plan) planLines(f logFile, bad []int, u *union, accept bool) {
	proved := provedIn(f, u)
	var harmless, accepted []int
	for n, b := range linesOf(f.data) {
		if _, is := slices.BinarySearch(bad, n); !is {
			continue
		}
		switch {
		case proved[n]:
			harmless = append(harmless, n)
		case accept:
			accepted = append(accepted, n)
		default:
			continue
		}
		p.settle.Lines[f.name] = append(slices.Clip(p.settle.Lines[f.name]), markOf(b))
	}
	if len(harmless) > 0 {
		p.settled(StepSettle, Step{Path: p.log.path(f.name), Lines: harmless, What: "lines"})
	}
	if len(accepted) > 0 {
		p.settled(StepAccept, Step{Path: p.log.path(f.name), Lines: accepted, What: "lines"})
	}
}

// planForeignEnd keeps a copy of what is unfinished in a file that this machine
// does not write. It may be that it is still being copied here: when more of it
// comes, it is read.
func (p *plan) planForeignEnd(f logFile, left scanned, accept bool) {
	rest := left.unfinished()
	if len(rest) == 0 || f.own && !f.suspects || f.suspects && !accept {
		return
	}
	p.settle.Ends[f.name] = append(slices.Clip(p.settle.Ends[f.name]), markOf(rest))
	p.copies = append(p.copies, excerpt{strings.TrimSuffix(f.name, ext), rest})
	kind := StepSettle
	if f.suspects {
		kind = StepAccept
	}
	p.settled(kind, Step{Path: p.log.path(f.name), N: len(rest), What: "end"})
}

// planEvents accepts what is missing and contradictory where that is wanted.
func (p *plan) planEvents(u *union, accept bool) {
	if !accept {
		return
	}
	l := p.log
	for _, m := range l.settled.missing(l.head, u) {
		p.settle.Gone[m.Device] = append(slices.Clip(p.settle.Gone[m.Device]), run{m.From, m.To})
		p.settled(StepAccept, Step{Device: m.Device, From: m.From, To: m.To, What: "gone"})
	}
	if ids := l.settled.conflicts(l.head, u); len(ids) > 0 {
		for _, id := range ids {
			p.settle.Conflicts[id] = contentsOf(u, l.head, id)
		}
		p.settled(StepAccept, Step{Events: ids, N: len(ids), What: "conflicts"})
	}
	if lines := l.settled.unread(u); len(lines) > 0 {
		for _, line := range lines {
			p.settle.Unread = append(p.settle.Unread, markOf([]byte(line.raw)))
		}
		p.settled(StepAccept, Step{N: len(lines), What: "unread"})
	}
}

func (p *plan) settled(kind StepKind, s Step) {
	s.Kind = kind
	p.settles = true
	p.step(s)
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
	for _, stem := range p.ends {
		s, err := l.open(stem) // the one that was taken is mended, and busy
		if err != nil {
			continue
		}
		if err := s.file.Close(); err != nil {
			return err
		}
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
		if err := create(l.disk, note, p.note()); err != nil {
			return err
		}
		done.Aside = append(done.Aside, note)
	}
	for _, s := range p.repairs.Steps {
		if s.Kind != StepMode && s.Kind != StepCopy {
			done.Steps = append(done.Steps, s)
		}
	}
	return nil
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
	return p.log.verify(path, p.restore)
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

func (p *plan) note() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "What cairn doctor did on %s with the log in %s.\n", p.log.now().Format(time.DateTime), p.log.dir)
	fmt.Fprintf(&b, "The log as it was before is in the files beside this one. What is settled and accepted stands in\n%s; while cairn is closed,\nremove that file, or put the one from here back, and it is reported again.\n\n", filepath.Join(p.log.dir, settledFile))
	for _, s := range p.repairs.Steps {
		if s.Kind != StepNote && s.Kind != StepCopy {
			fmt.Fprintf(&b, "%s\n", s)
		}
	}
	return []byte(b.String())
}

// String tells a step in a sentence.
func (s Step) String() string {
	switch s.Kind {
	case StepMode:
		return fmt.Sprintf("make %s yours only: %s", s.Path, s.Mode)
	case StepCopy:
		return "copy the log as it is to " + s.Path
	case StepHead:
		return s.Path + " is damaged: set it aside and make it anew"
	case StepEnd:
		return fmt.Sprintf("set %d bytes of a save that broke off at the end of %s aside", s.N, s.Path)
	case StepRestore:
		return fmt.Sprintf("put %s from the backups into %s", counted(s.N, "missing event", "missing events"), s.Path)
	case StepNote:
		return "write down what was settled in " + s.Path
	case StepSettle, StepAccept:
		return s.damage()
	}
	return string(s.Kind)
}

// damage tells what is settled or accepted.
func (s Step) damage() string {
	if s.Kind == StepSettle {
		switch s.What {
		case "crlf":
			return fmt.Sprintf("%s of %s have other line ends, which cost nothing: report them no more", counted(s.N, "line", "lines"), s.Path)
		case "end":
			return fmt.Sprintf("keep a copy of the unfinished end of %s, %d bytes, and report it no more", s.Path, s.N)
		}
		return fmt.Sprintf("every event of the damaged %s of %s is in the log: report that no more", numbered(s.Lines), s.Path)
	}
	switch s.What {
	case "gone":
		return fmt.Sprintf("accept that events %d to %d of %s are gone", s.From, s.To, s.Device)
	case "conflicts":
		return fmt.Sprintf("accept that one content of %s counts: %s", counted(s.N, "event", "events"), strings.Join(s.Events, ", "))
	case "unread":
		return fmt.Sprintf("accept %s in which no event is found", counted(s.N, "line", "lines"))
	case "end":
		return fmt.Sprintf("accept the damaged end of %s, %d bytes, of which a copy is kept", s.Path, s.N)
	}
	return fmt.Sprintf("accept the damage in %s of %s", numbered(s.Lines), s.Path)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// numbered lists line numbers, the first few of many.
func numbered(lines []int) string {
	const most = 8
	said := "line "
	if len(lines) > 1 {
		said = "lines "
	}
	for i, n := range lines[:min(len(lines), most)] {
		if i > 0 {
			said += ", "
		}
		said += fmt.Sprint(n)
	}
	if more := len(lines) - most; more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	return said
}
