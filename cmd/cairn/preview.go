package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/plain"
)

// newPreview is cairn preview: a course as learners see it, while it is written.
func newPreview(env environment) *cobra.Command {
	var from, as string
	var asPlain bool
	cmd := &cobra.Command{
		Use:   "preview [DIR]",
		Short: "Show a course as learners see it, while you write it",
		Long: "Preview opens the course in the folder DIR, or in an archive of one, as a learner\n" +
			"sees it. When a file is saved, what is on the screen is made anew and stays where\n" +
			"it was. What cairn check finds is counted at the edge and listed by a key.\n\n" +
			"Nothing is saved, and your own progress in the course is neither read nor changed.\n" +
			"Without DIR it is the folder that you are in.",
		Example: "  cairn preview my-course\n  cairn preview my-course --from branches\n" +
			"  cairn preview my-course --as 'mastery.staging=0.4, goal=team'",
		Args: folderAtMost("preview", "preview [DIR]"),
		RunE: func(_ *cobra.Command, args []string) error {
			return runPreview(env, oneFolder(args), from, as, asPlain)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "start at the lesson or question `ID`")
	cmd.Flags().StringVar(&as, "as", "", "begin as somebody of whom the `FACTS` hold, as rules write them: mastery.ID=0.4, goal=team, seen.ID")
	cmd.Flags().BoolVar(&asPlain, "plain", false, "show the course line by line")
	return cmd
}

// runPreview shows a course to its author. What can fail for other reasons than
// what is in the course is tried before.
func runPreview(env environment, dir, from, as string, asPlain bool) error {
	if err := previewable(dir); err != nil {
		return err
	}
	p, err := preview.New(dir, preview.Options{Now: env.now})
	if err != nil {
		return err
	}
	if as != "" {
		if err := p.Begin(as); err != nil {
			return usage(fmt.Errorf("--as: %w", err))
		}
	}
	tries := &trial{env: env}
	defer tries.end()
	desk := &desk{preview: p, tries: tries}
	if from != "" {
		desk.begin = learn.GoTo{ID: from}
		if o, err := desk.Open(dir); err != nil && o.Session != nil {
			return unfit(err)
		}
	}
	ctx, end := context.WithCancel(context.Background())
	defer end()
	if asPlain || env.plain() {
		return plainPreview(ctx, env, desk)
	}
	o := env.screen(desk)
	o.Start = tui.RouteCourse.To(p.Path())
	o.Bench = func(opened library.Opened) tui.Bench {
		if b := tries.bench(opened); b != nil {
			return b
		}
		return nil
	}
	o.Preview = &tui.Preview{
		Saved: func() error { return p.Saved(ctx) },
		As:    p.As, State: p.State,
		Source: func(file string, line int) (*exec.Cmd, error) {
			return sourceAt(p, editor.Find(o.Editor, env.environ), file, line)
		},
	}
	return env.showScreen(o)
}

// plainPreview shows a course to its author line by line.
func plainPreview(ctx context.Context, env environment, desk *desk) error {
	o, err := desk.Open("")
	if err != nil {
		return withFindings(env, o, err)
	}
	settings := env.settings()
	w, preferences := settings.Words(), settings.Preferences()
	keys := newInterrupt()
	defer keys.end()
	_, editFile := env.editors(keys)
	p := desk.preview
	var d *plain.Dialogue
	practise := func(o library.Opened) {
		d.PractiseAt(nil)
		if b := desk.tries.bench(o); b != nil {
			d.PractiseAt(b)
		}
	}
	d = plain.New(plain.Options{
		Preview: &plain.Preview{
			Saved: func() error { return p.Saved(ctx) },
			Open: func() (plain.Session, []course.Diag, error) {
				o, err := desk.Open("")
				if err != nil {
					return nil, o.Diags, err
				}
				practise(o)
				return o.Session, o.Diags, nil
			},
			As: p.As, State: p.State, Diags: o.Diags,
		},
		In: env.in, Out: env.out, Words: w, Width: min(env.width, preferences.Measure), Window: env.width,
		ASCII: preferences.ASCII, Unsaved: true, Echo: !env.terminal, AskDay: env.terminal, Stop: keys.ctx.Done(),
		Work: keys.working, Flush: env.dropTyped, EditFile: editFile, OnSave: preferences.OnSave,
	})
	practise(o)
	d.Warn(w.Preview.Unsaved)
	if n := errorsIn(o.Diags); n > 0 {
		d.Warn(w.Plain.Findings(n))
	}
	_, err = d.Run(o.Session)
	return err
}

// previewable holds that there is one course to show.
func previewable(dir string) error {
	if _, several := library.New(library.Options{}).Shelf(dir); several {
		return unfit(fmt.Errorf("previewing %q: it holds several courses; preview them one by one", dir))
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return unfit(fmt.Errorf("previewing %q: there is no such folder; cairn new %s makes a course there", dir, shellWord(dir)))
	case err != nil:
		return unfit(fmt.Errorf("previewing %q: %w", dir, err))
	case !info.IsDir() && !course.IsArchive(dir):
		return unfit(fmt.Errorf("previewing %q: it is a file; preview the folder it is in: %s", dir, shellWord(filepath.Dir(dir))))
	}
	return nil
}

// sourceAt is the author's editor with a file of the course.
func sourceAt(p *preview.Preview, command, file string, line int) (*exec.Cmd, error) {
	path, ok := p.File(file)
	if !ok {
		return nil, fmt.Errorf("%s is in an archive: unpack it to change it", file)
	}
	return editor.Open(command, path, line)
}

// desk is a shelf with the one course that is previewed.
type desk struct {
	preview *preview.Preview
	tries   *trial
	begin   learn.Action // with what the first opening begins; nil: nothing
}

// List lists the course, if it can be read.
func (d *desk) List() ([]library.Entry, error) {
	o, err := d.preview.Open()
	if err != nil {
		return nil, nil //nolint:nilerr // what is wrong is told when it is opened
	}
	c := o.Session.Course()
	e := library.Entry{
		Ref: d.preview.Path(), ID: c.ID, Title: c.Title, Summary: c.Summary, Minutes: c.Minutes,
		Source: library.Folder, Progress: o.Session.Progress(), Lessons: len(c.Lessons), Errors: errorsIn(o.Diags),
	}
	e.Warnings = len(o.Diags) - e.Errors
	return []library.Entry{e}, nil
}

// Glance tells nothing before: there is one course only.
func (d *desk) Glance() []library.Entry { return nil }

// Open opens the course over what was done so far.
func (d *desk) Open(string) (library.Opened, error) {
	o, err := d.preview.Open()
	opened := library.Opened{Session: o.Session, Diags: o.Diags, Assets: o.Assets, Files: o.Files}
	if err != nil || d.begin == nil {
		return opened, err
	}
	first := d.begin
	d.begin = nil
	if _, err := o.Session.Do(first); err != nil {
		return opened, err
	}
	return opened, nil
}

// Load reads the course without opening it.
func (d *desk) Load(string) (c *course.Course, diags []course.Diag, dir string, err error) {
	c, diags, err = d.preview.Read()
	return c, diags, d.preview.Path(), err
}
