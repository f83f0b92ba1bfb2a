// Package importer makes courses of what other programs keep: cairn import. Each
// format is a package below this one; the list of them is formats.All.
//
// What it promises: nothing outside the source is read, and what is read is
// bounded. A course is written whole or not at all, and never without having been
// loaded. What an author changed since an import stays as it is. Whatever could
// not be carried over is told, with its file and line.
package importer

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

// Format is a form in which other programs keep courses and questions.
type Format struct {
	Name  string // as it is typed: "gift"
	Reads string // what it is, in a few words: "Moodle GIFT: a text file, or a folder of them"

	// Looks reports whether a source looks like this format, at a glance.
	Looks func(Source) bool

	// Read makes a draft of a source. An error is for a source that cannot be read
	// at all; what is wrong with a part of it is a Loss, and costs that part. Read
	// does not complete or prove the draft, and sets neither title nor language
	// where the source does not say them.
	Read func(Source) (*draft.Course, []draft.Loss, error)
}

// Settings are what the author says of the course beside the source. Empty is
// not said.
type Settings struct {
	ID, Title, Language string
}

// Import is one import that is to be made.
type Import struct {
	Format  Format
	Others  []Format // all formats, for telling what a source may be instead
	Source  Source
	Set     Settings
	Dir     string // the folder of the course
	DryRun  bool   // write nothing
	Version string // of this program, for the record; may be empty
}

// errNothing says that a source holds nothing of the format.
var errNothing = errors.New("there is no question, lesson or card in it")

// Run makes the import and tells what came of it. With an error nothing was
// written; the report then holds what was found until then.
func (im Import) Run() (Report, error) {
	r := Report{Format: im.Format.Name, Source: im.Source.Name, Dir: im.Dir, DryRun: im.DryRun}
	was, err := openTarget(im.Dir)
	if err != nil {
		return r, err
	}
	defer was.close()
	if was.record != nil && was.record.Format != im.Format.Name {
		return r, fmt.Errorf("%q was imported from %q: name the same format, or a new folder", im.Dir, was.record.Format)
	}
	c, losses, err := im.Format.Read(im.Source)
	r.Losses = losses
	if err == nil && empty(c) {
		err = errNothing
	}
	if err != nil {
		return r, fmt.Errorf("importing %q as %s: %w%s", im.Source.Name, im.Format.Name, err, im.hint())
	}
	divide(c)
	im.settle(c)
	was.keep(c, &r)
	w, diags, more, err := c.Prove(c.ID)
	r.Losses = append(r.Losses, more...)
	if err != nil {
		return r, fmt.Errorf("importing %q: the course that comes of it cannot be loaded: %w", im.Source.Name, err)
	}
	for name := range w.Files {
		if !page.Allowed(name) {
			return r, fmt.Errorf("importing %q: a course can have no file named %q; nothing was written", im.Source.Name, name)
		}
	}
	r.sort()
	r.count(c)
	plan := was.plan(w, &r)
	if diags, err = plan.check(c.ID, diags); err != nil {
		r.Findings = diags
		return r, err
	}
	for _, d := range diags {
		if d.Severity == course.Warning {
			r.Findings = append(r.Findings, d)
		}
	}
	if im.DryRun {
		return r, nil
	}
	return r, plan.write(newRecord(im, c, plan))
}

// settle gives a course what the author said of it, and a title.
func (im Import) settle(c *draft.Course) {
	if im.Set.Title != "" {
		c.Title = im.Set.Title
	}
	if strings.TrimSpace(c.Title) == "" {
		c.Title = im.Source.title()
	}
	if im.Set.ID != "" {
		c.ID = im.Set.ID
	}
	if im.Set.Language != "" {
		c.Language = im.Set.Language
	}
}

// hint names a format that the source looks like, if it is another one.
func (im Import) hint() string {
	if im.Format.Looks != nil && im.Format.Looks(im.Source) {
		return ""
	}
	for _, f := range im.Others {
		if f.Name != im.Format.Name && f.Looks != nil && f.Looks(im.Source) {
			return fmt.Sprintf("; it looks like %s: cairn import %s", f.Name, f.Name)
		}
	}
	return ""
}

// empty reports whether a draft holds nothing to learn from.
func empty(c *draft.Course) bool {
	if c == nil {
		return true
	}
	for _, f := range c.Files {
		if len(f.Blocks)+len(f.Cards)+len(f.Terms) > 0 {
			return false
		}
	}
	return true
}
