package fix

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"github.com/cairn-learn/cairn/author/internal/overlay"
	"github.com/cairn-learn/cairn/course"
)

// Change is what becomes of one file.
type Change struct {
	File          string // below the course's folder, with slashes
	Before, After string
	Cured         []course.Diag // the findings that were cured, in order
	IDs           []string      // the ids that were written, in order
	New           bool          // the file is not there yet
}

// rounds bounds how often a course is checked while it is cured: a cure may
// reveal what it hid.
const rounds = 12

// maxTries bounds how many findings are cured one by one, each of which takes a
// check of the course.
const maxTries = 200

// Plan cures a course as far as it can, without writing anything. The changes are
// sorted by file; left is what is found when they are made. A cure that would bring
// an error which was not there before, or take an id away, is not made.
func Plan(fsys fs.FS, name string, check Check) (changes []Change, left []course.Diag, err error) {
	p := &planner{base: fsys, name: name, check: check, changes: map[string]*Change{}, refused: map[string]bool{}, tries: maxTries}
	c, diags, err := check(fsys, name)
	for range rounds {
		if err != nil {
			break
		}
		next, ok := p.round(checked{c, diags})
		if !ok {
			break
		}
		c, diags = next.course, next.diags
	}
	for _, file := range slices.Sorted(maps.Keys(p.changes)) {
		changes = append(changes, *p.changes[file])
	}
	return changes, diags, err
}

// Check finds what is wrong with a course, as inspect.Course does.
type Check func(fsys fs.FS, name string) (*course.Course, []course.Diag, error)

type planner struct {
	base    fs.FS
	name    string
	check   Check
	changes map[string]*Change
	refused map[string]bool // findings whose cure does harm
	tries   int             // how many findings may still be tried by themselves
}

// checked is a course as it would be.
type checked struct {
	course *course.Course
	diags  []course.Diag
}

// round cures what it can of the findings: all at once or, where that does harm,
// file by file, and in a file that does harm finding by finding. It reports false
// when nothing was left to cure.
func (p *planner) round(now checked) (checked, bool) {
	files := p.byFile(now.diags)
	due := p.cures(files)
	if len(due) == 0 {
		return checked{}, false
	}
	if next, ok := p.try(due, now); ok {
		return next, true
	}
	changed := false
	for _, file := range slices.Sorted(maps.Keys(due)) {
		next, ok := p.try(map[string]*Change{file: due[file]}, now)
		if !ok {
			next, ok = p.oneByOne(file, files[file], now)
		}
		if ok {
			now, changed = next, true
		}
	}
	return now, changed
}

// oneByOne cures each finding of a file by itself, and refuses those that do harm.
func (p *planner) oneByOne(file string, found []course.Diag, now checked) (checked, bool) {
	changed := false
	for _, d := range found {
		if p.tries == 0 {
			break
		}
		change := p.cured(file, []course.Diag{d})
		if change == nil {
			continue
		}
		p.tries--
		if next, ok := p.try(map[string]*Change{file: change}, now); ok {
			now, changed = next, true
			continue
		}
		p.refused[key(d)] = true
	}
	return now, changed
}

// key tells a finding from others, wherever in its line it moves to.
func key(d course.Diag) string { return d.Pos.File + "\x00" + d.Code + "\x00" + d.Msg }

// cures makes the next text of each file with findings that have a cure.
func (p *planner) cures(files map[string][]course.Diag) map[string]*Change {
	due := map[string]*Change{}
	for file, found := range files {
		if change := p.cured(file, found); change != nil {
			due[file] = change
		}
	}
	return due
}

// cured makes the next text of a file; nil when none of the findings has a cure.
func (p *planner) cured(file string, found []course.Diag) *Change {
	text, err := p.text(file)
	if err != nil {
		return nil
	}
	var edits []Edit
	var done []course.Diag
	for _, d := range found {
		own := For(d, text)
		if len(own) == 0 || p.refused[key(d)] || clash(edits, own) {
			continue // the next round sees to those that touch
		}
		edits, done = append(edits, own...), append(done, d)
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.From - b.From })
	after, err := Apply(text, edits)
	if err != nil || after == text {
		return nil
	}
	return &Change{File: file, Before: text, After: after, Cured: done}
}

// tests is the file of tests, which lies beside the course.
const tests = "tests/paths.yaml"

// byFile sorts findings by file. That lines end as on Windows is said once for
// the course, and counts for every file of it.
func (p *planner) byFile(diags []course.Diag) map[string][]course.Diag {
	files := map[string][]course.Diag{}
	for _, d := range diags {
		if d.Code != "crlf" {
			files[d.Pos.File] = append(files[d.Pos.File], d)
			continue
		}
		for _, file := range append(course.Files(p.base), tests) {
			d.Pos.File = file
			files[file] = append(files[file], d)
		}
	}
	return files
}

// clash reports edits that touch each other.
func clash(a, b []Edit) bool {
	for _, x := range a {
		for _, y := range b {
			if x.From <= y.To && y.From <= x.To {
				return true
			}
		}
	}
	return false
}

// text is a file as the changes so far leave it.
func (p *planner) text(file string) (string, error) {
	if c := p.changes[file]; c != nil {
		return c.After, nil
	}
	f, err := p.base.Open(file)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", file, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return "", fmt.Errorf("reading %s: %w", file, err)
	}
	if len(data) > maxFile {
		return "", fmt.Errorf("reading %s: it is too large", file)
	}
	return string(data), nil
}

// maxFile is the largest file that is cured, in bytes: no larger one is read.
const maxFile = 4 << 20

// deeper is how often errors that a cure laid open are cured in turn.
const deeper = 3

// try makes changes count if the course is no worse with them. Errors that they
// lay open, as when a line can be read at last, may be cured as well.
func (p *planner) try(due map[string]*Change, before checked) (checked, bool) {
	saved := p.changes
	p.changes = maps.Clone(saved)
	first := due
	for range deeper {
		p.take(due)
		c, diags, err := p.check(overlay.FS{FS: p.base, Over: p.texts()}, p.name)
		if err != nil || losesID(before.course, c) {
			break
		}
		if !wentAway(before.diags, diags, first) {
			break
		}
		if !moreErrors(before.diags, diags) {
			return checked{c, diags}, true
		}
		diags = slices.DeleteFunc(diags, func(d course.Diag) bool { return d.Severity != course.Error })
		if due = p.cures(p.byFile(diags)); len(due) == 0 {
			break
		}
	}
	p.changes = saved
	return checked{}, false
}

// texts are the files as the changes so far leave them.
func (p *planner) texts() map[string]string {
	texts := map[string]string{}
	for file, change := range p.changes {
		texts[file] = change.After
	}
	return texts
}

// take makes changes count, after those that were made of the same files.
func (p *planner) take(due map[string]*Change) {
	for file, change := range due {
		if old := p.changes[file]; old != nil {
			change = &Change{File: file, Before: old.Before, After: change.After, Cured: slices.Concat(old.Cured, change.Cured)}
		}
		p.changes[file] = change
	}
}

// wentAway reports whether all findings that changes are to cure are gone from
// their lines, which cures do not move. One that says the same on another line is
// another mistake: the second of two equal keys is told once the first is cured.
func wentAway(before, after []course.Diag, changes map[string]*Change) bool {
	type place struct {
		key  string
		line int
	}
	at := func(d course.Diag) place { return place{key(d), d.Pos.Line} }
	count := map[place]int{}
	for _, d := range before {
		count[at(d)]++
	}
	for _, c := range changes {
		for _, d := range c.Cured {
			count[at(d)]--
		}
	}
	for _, d := range after {
		count[at(d)]--
	}
	for _, c := range changes {
		for _, d := range c.Cured {
			if d.Code != "crlf" && count[at(d)] < 0 { // that one is said once for all files
				return false
			}
		}
	}
	return true
}

// moreErrors reports whether there is an error that was not there before. Cures
// move nothing to another line, so that an error which stays says the same.
func moreErrors(before, after []course.Diag) bool {
	count := map[string]int{}
	for _, d := range before {
		if d.Severity == course.Error {
			count[key(d)]++
		}
	}
	for _, d := range after {
		if d.Severity != course.Error {
			continue
		}
		if count[key(d)]--; count[key(d)] < 0 {
			return true
		}
	}
	return false
}

// losesID reports whether an id that progress may hang on is gone.
func losesID(before, after *course.Course) bool {
	ids := after.IDs()
	for id := range before.IDs() {
		if !ids[id] {
			return true
		}
	}
	return before.ID != after.ID
}
