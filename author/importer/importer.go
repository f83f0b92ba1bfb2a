// Package importer makes courses of what other programs keep: cairn import. Each
// format is a package below this one; the list of them is formats.All.
//
// What it promises: nothing outside the source is read, and what is read is
// bounded. A course is written whole or not at all, and never without having been
// loaded. What an author changed since an import stays as it is. Whatever could
// not be carried over is told, with its file and line.
package importer

import (
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

	// Ends are the ends of the names that files of it have; empty: it is a folder of
	// several kinds of them.
	Ends []string

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
	c, losses, err := im.read()
	r.Losses = losses
	if err != nil {
		return r, fmt.Errorf("importing %q as %s: %w", im.Source.Name, im.Format.Name, err)
	}
	r.Repeated = repeated(c)
	if err := tooLarge(c); err != nil {
		return r, fmt.Errorf("importing %q: %w", im.Source.Name, err)
	}
	r.Losses = append(r.Losses, divide(c)...)
	im.settle(c)
	was.keep(c, &r)
	w, diags, more, err := c.Prove(im.Source.Name)
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
	if diags, err = plan.check(im.Source.Name, diags); err != nil {
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

// How much a course holds at most. A computer of modest size takes some seconds and
// half a gigabyte for as much.
const (
	maxLessons = 10_000
	maxItems   = 50_000  // questions, graded or not, and tasks
	maxCards   = 200_000 // and terms
)

// tooLarge says why a course would be too large to be made.
func tooLarge(c *draft.Course) error {
	items, cards := 0, 0
	for _, f := range c.Files {
		for _, b := range f.Blocks {
			items += questions(b)
		}
		cards += len(f.Cards) + len(f.Terms)
	}
	for _, of := range []struct {
		n, most int
		what    string
	}{{len(c.Files), maxLessons, "lessons"}, {items, maxItems, "questions"}, {cards, maxCards, "cards"}} {
		if of.n > of.most {
			return fmt.Errorf("it holds %d %s, and a course takes %d at most; divide the source, and import each part into a folder of its own", of.n, of.what, of.most)
		}
	}
	return nil
}
