package plain

import (
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
)

// Choose lists courses and lets the learner take one. It reports false when the
// input ends or the learner quits.
func (d *Dialogue) Choose(entries []library.Entry) (library.Entry, bool, error) {
	d.say(d.w.Library.Title)
	if len(entries) == 0 {
		d.say(d.w.Library.Empty)
		d.say(d.w.Library.EmptyHow)
		return library.Entry{}, false, d.failure()
	}
	list := make([]names, len(entries))
	for i, e := range entries {
		list[i] = names{e.Ref, e.ID, e.Title}
		d.numbered(i, d.entry(e))
		if e.Source != library.BuiltIn {
			d.line("   " + d.p.InFolder(e.Ref)) // a path is not wrapped, so that it can be copied
		}
	}
	for d.err == nil {
		d.say(d.p.Courses(len(entries)))
		line, got := d.read()
		line = strings.TrimSpace(line)
		switch {
		case got == tooLong:
			d.say(d.p.TooLong(maxLine))
			continue
		case got != aLine, line == ":quit", line == ":q":
			return library.Entry{}, false, d.failure()
		}
		if picked, ok := d.choose(line, list, false); ok {
			d.gap()
			return entries[picked[0]], true, nil
		}
	}
	return library.Entry{}, false, d.failure()
}

// entry tells a course and how far it is, as far as that is known.
func (d *Dialogue) entry(e library.Entry) string {
	if e.Glanced {
		return e.Title
	}
	said := e.Title + d.w.Print.Colon + " " + d.stand(e.Progress)
	if e.Errors > 0 {
		said += ", " + d.w.Library.Errors(e.Errors)
	}
	return said
}

// stand says how far a course is.
func (d *Dialogue) stand(p learn.Progress) string {
	switch {
	case p.Finished:
		return d.w.Library.Finished
	case p.Started:
		return d.w.Library.Done(p.Done, p.Of)
	}
	return d.w.Library.NotBegun
}
