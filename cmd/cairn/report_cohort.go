package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/plainfile"
	"github.com/cairn-learn/cairn/library"
)

// cohortReport is what the flags of cairn report say.
type cohortReport struct {
	format   string
	course   string
	min      int
	learners bool
}

// newReport is cairn report: what many files that learners shared say together.
func newReport(env environment) *cobra.Command {
	var o cohortReport
	cmd := &cobra.Command{
		Use:   "report FOLDER|FILE...",
		Short: "Tell how learners fare, from the files that they shared",
		Long: "Report reads the files that learners wrote with cairn progress share, from a folder or\n" +
			"named one by one, and tells where learners are, what they know, how long lessons take,\n" +
			"which questions are too easy, too hard or wrong, and whether detours help. What is\n" +
			"about fewer than five learners is left out, and numbers are rounded so that it cannot\n" +
			"be worked out. Of two files of one learner the newer one counts.",
		Example: "  cairn report class --course my-course\n  cairn report class --course my-course --format html > class.html\n" +
			"  cairn report class --format csv > class.csv",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("report: name the folder that the files are in"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return o.run(env, args) },
	}
	f := cmd.Flags()
	f.StringVar(&o.course, "course", "", "the course in the folder `DIR`: its titles, whether it replies to a wrong answer, and where its questions stand")
	f.StringVar(&o.format, "format", "text", "print the report as `FORMAT`: text, json, csv, or html with charts")
	f.IntVar(&o.min, "min", cohort.Least, "leave out what is about fewer than `N` learners, 5 at least")
	f.BoolVar(&o.learners, "learners", false, "a row for each learner who gave a name")
	return cmd
}

func (o cohortReport) run(env environment, args []string) error {
	if !slices.Contains([]string{"text", "json", "csv", "html"}, o.format) {
		return usage(fmt.Errorf("--format %s: the formats are text, json, csv and html", textsafe.Line(o.format)))
	}
	if o.min < cohort.Least || o.min > cohort.MaxFiles {
		return usage(fmt.Errorf("--min %d: groups of fewer than %d learners are never told; name a number from %d to %d", o.min, cohort.Least, cohort.Least, cohort.MaxFiles))
	}
	options := cohort.Options{Min: o.min, Named: o.learners, Today: env.now()}
	if o.course != "" {
		c, _, err := library.LoadPath(o.course)
		if err != nil {
			return unfit(fmt.Errorf("--course %s: %w", textsafe.Line(o.course), err))
		}
		options.Course = c
	}
	names, err := sharedFiles(args)
	if err != nil {
		return err
	}
	files := readShared(env, names)
	if len(files) == 0 {
		return errors.New("report: there is no file to report on; a learner makes one with cairn progress share, and gives it to you")
	}
	r := cohort.Fold(files, options)
	if options.Course != nil && !slices.ContainsFunc(r.Courses, func(c cohort.CourseReport) bool { return c.ID == options.Course.ID }) {
		p := printer{w: env.err}
		p.line("cairn: --course %s: no file is of the course %q", textsafe.Line(o.course), textsafe.Line(options.Course.ID))
	}
	switch o.format {
	case "json":
		return writeJSON(env.out, r)
	case "csv":
		return r.WriteCSV(env.out)
	case "html":
		return r.WriteHTML(env.out)
	}
	return r.WriteText(env.out)
}

// sharedFiles lists the files named, and those of the folders named that end in
// .json.
func sharedFiles(args []string) ([]string, error) {
	var names []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, unfit(fmt.Errorf("report: there is no file or folder %s", textsafe.Line(arg)))
		case err != nil:
			return nil, fmt.Errorf("report: %w", err)
		case !info.IsDir():
			names = append(names, arg)
			continue
		}
		entries, err := os.ReadDir(arg)
		if err != nil {
			return nil, fmt.Errorf("report: reading the folder: %w", err)
		}
		for _, e := range entries {
			if !e.IsDir() && strings.EqualFold(filepath.Ext(e.Name()), ".json") {
				names = append(names, filepath.Join(arg, e.Name()))
			}
		}
	}
	return names, nil
}

// readShared reads the files. One that is broken is told and passed over.
func readShared(env environment, names []string) []cohort.File {
	p := printer{w: env.err}
	var files []cohort.File
	total := 0
	if more := len(names) - cohort.MaxFiles; more > 0 {
		p.line("cairn: passed over %d files: a report takes in %d", more, cohort.MaxFiles)
		names = names[:cohort.MaxFiles]
	}
	for _, name := range names {
		data, err := plainfile.Read(name, cohort.MaxSize)
		if total += len(data); total > cohort.MaxTotal {
			err = fmt.Errorf("all files together are larger than %d MB", cohort.MaxTotal>>20)
		}
		if err == nil {
			var s cohort.Share
			if s, err = cohort.Read(data); err == nil {
				files = append(files, cohort.File{Name: name, Share: s})
				continue
			}
		}
		p.line("cairn: passed over %s: %s", textsafe.Line(name), textsafe.Line(err.Error()))
	}
	if older := len(files) - len(cohort.Newest(files)); older > 0 {
		p.line("cairn: of learners who shared more than once, the newest file counts; older files: %d", older)
	}
	return files
}
