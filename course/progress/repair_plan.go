package progress

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

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
