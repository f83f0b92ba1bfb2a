package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/formats"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/library"
)

// courseExport is what the flags of cairn export say.
type courseExport struct {
	set    exporter.Settings
	dryRun bool
	report string
}

// newExportCourse is cairn export: a file of a course for other programs, or for
// paper. What a learner did is written by cairn progress export.
func newExportCourse(env environment) *cobra.Command {
	var e courseExport
	cmd := &cobra.Command{
		Use:   "export FORMAT COURSE FILE",
		Short: "Write a course for another program, or to print",
		Long: "Export writes COURSE, a built-in one, a folder or an archive, into FILE as FORMAT; - is\n" +
			"the standard output. A file that is there is never overwritten. What the format could\n" +
			"not hold as it was is told with its file and line. A course goes out as its author\n" +
			"wrote it, and nothing of what you did in it: that is cairn progress export.\n\n" + exportList(),
		Example: "  cairn export html git git.html\n  cairn export gift my-course questions.gift --dry-run\n  cairn export anki my-course - > cards.txt",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 3 {
				return usage(errors.New("export takes a format, a course and a file: cairn export FORMAT COURSE FILE; what was saved of your progress goes out with cairn progress export"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return e.run(env, args[0], args[1], args[2]) },
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return exportNames(), cobra.ShellCompDirectiveNoFileComp
	}
	f := cmd.Flags()
	f.StringVar((*string)(&e.set.Answers), "answers", string(exporter.AnswersEnd), "of html: the answers stand at the `PLACE` end, inline (folded up behind each question) or none")
	f.BoolVar(&e.set.Questions, "questions", false, "of anki: make cards of the questions, too")
	f.BoolVar(&e.dryRun, "dry-run", false, "say what would come of it, and write nothing")
	f.StringVar(&e.report, "format", "text", "print the report as `FORMAT`: text or json")
	_ = cmd.RegisterFlagCompletionFunc("answers", cobra.FixedCompletions([]string{"end", "inline", "none"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func exportNames() []string {
	var names []string
	for _, f := range formats.All() {
		names = append(names, f.Name)
	}
	return names
}

func exportList() string {
	var b strings.Builder
	b.WriteString("Formats:")
	for _, f := range formats.All() {
		fmt.Fprintf(&b, "\n  %-7s%s", f.Name, f.Writes)
	}
	return b.String()
}

// run makes an export and tells what came of it.
func (e courseExport) run(env environment, name, ref, file string) error {
	f, ok := formats.Named(name)
	switch {
	case !ok:
		return usage(fmt.Errorf("export %s: there is no such format; the formats are %s", textsafe.Line(name), strings.Join(exportNames(), ", ")))
	case e.report != "text" && e.report != "json":
		return usage(fmt.Errorf("--format %s: the formats of the report are text and json", textsafe.Line(e.report)))
	case e.set.Answers != exporter.AnswersEnd && e.set.Answers != exporter.AnswersInline && e.set.Answers != exporter.AnswersNone:
		return usage(fmt.Errorf("--answers %s: answers stand at the end, inline or none", textsafe.Line(string(e.set.Answers))))
	}
	src, err := e.open(env, ref)
	if err != nil {
		return err
	}
	w, err := f.Write(src)
	if err != nil {
		return fmt.Errorf("exporting %q as %s: %w", ref, f.Name, err)
	}
	report := exporter.NewReport(f, src, w, file, e.dryRun)
	out := env.out
	switch {
	case e.dryRun:
	case file == "-":
		out = env.err // the file itself goes to the standard output
		if err := toStandardOutput(env, f, w.Data); err != nil {
			return fmt.Errorf("printing the export: %w", err)
		}
	default:
		if err := newfile.Write(file, w.Data); err != nil {
			return fmt.Errorf("writing the export: %w", err)
		}
	}
	write := report.WriteText
	if e.report == "json" {
		write = report.WriteJSON
	}
	if err := write(out); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}

// open reads a course. One with errors goes out as far as it can be read.
func (e courseExport) open(env environment, ref string) (exporter.Source, error) {
	lib := library.New(library.Options{BuiltIn: courses.FS(), Now: env.now})
	c, assets, diags, err := lib.LoadWhole(ref)
	if err != nil {
		if len(diags) == 0 || errors.Is(err, fs.ErrNotExist) || errors.Is(err, library.ErrNoCourse) {
			return exporter.Source{}, unfit(fmt.Errorf("exporting %q: %w", ref, err))
		}
		if werr := course.WriteDiags(env.err, diags); werr != nil {
			return exporter.Source{}, werr
		}
		return exporter.Source{}, fmt.Errorf("exporting %q: %w", ref, err)
	}
	broken := 0
	for _, d := range diags {
		if d.Severity == course.Error {
			broken++
		}
	}
	if broken > 0 {
		p := printer{w: env.err}
		p.line("cairn: the course has mistakes, and goes out as far as it can be read: cairn check %s", shellWord(ref))
		if p.err != nil {
			return exporter.Source{}, p.err
		}
	}
	return exporter.Source{Course: c, Asset: assets, Set: e.set}, nil
}

// toStandardOutput prints text as text, and an archive byte for byte.
func toStandardOutput(env environment, f exporter.Format, data []byte) error {
	out := env.out
	if !f.Text {
		var err error
		if out, err = env.archive(); err != nil {
			return err
		}
	}
	_, err := out.Write(data)
	return err
}
