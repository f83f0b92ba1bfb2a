package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/formats"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// newImportCourse is cairn import: a course of what another program keeps.
func newImportCourse(env environment) *cobra.Command {
	var format string
	im := importer.Import{Others: formats.All(), Version: version()}
	cmd := &cobra.Command{
		Use:   "import FORMAT SOURCE DIR",
		Short: "Make a course of what another program keeps",
		Long: "Import reads SOURCE, a file, a folder or an archive, and writes a course into the\n" +
			"folder DIR. What could not be carried over is told with its file and line. The course\n" +
			"is loaded before it is written, whole or not at all, and has no errors. Importing\n" +
			"again into the same folder keeps ids, and leaves alone what you changed since.\n\n" + formatList(),
		Example: "  cairn import gift questions.txt bakery\n  cairn import gift questions.txt bakery --dry-run",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 3 {
				return usage(errors.New("import takes a format, a source and a folder: cairn import FORMAT SOURCE DIR"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return importCourse(env, im, args, format)
		},
	}
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return formatNames(), cobra.ShellCompDirectiveNoFileComp
	}
	f := cmd.Flags()
	f.StringVar(&im.Set.Title, "title", "", "the course's `TITLE`; without it, that of the source")
	f.StringVar(&im.Set.ID, "id", "", "the `ID` that progress is kept under; without it, made of the title")
	f.StringVar(&im.Set.Language, "language", "", "the `TAG` of the language that it is written in, such as de")
	f.BoolVar(&im.DryRun, "dry-run", false, "say what would come of it, and write nothing")
	f.StringVar(&format, "format", "text", "print the report as `FORMAT`: text or json")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func formatNames() []string {
	var names []string
	for _, f := range formats.All() {
		names = append(names, f.Name)
	}
	return names
}

func formatList() string {
	var b strings.Builder
	b.WriteString("Formats:")
	for _, f := range formats.All() {
		fmt.Fprintf(&b, "\n  %-13s%s", f.Name, f.Reads)
	}
	return b.String()
}

func importCourse(env environment, im importer.Import, args []string, format string) error {
	if format != "text" && format != "json" {
		return usage(fmt.Errorf("--format %s: the formats of the report are text and json", textsafe.Line(format)))
	}
	var ok bool
	if im.Format, ok = formats.Named(args[0]); !ok {
		return usage(fmt.Errorf("import %s: there is no such format; the formats are %s", textsafe.Line(args[0]), strings.Join(formatNames(), ", ")))
	}
	src, closing, err := importer.Open(args[1])
	if err != nil {
		return err
	}
	defer closing()
	im.Source, im.Dir = src, args[2]
	report, failed := im.Run()
	if failed != nil {
		if err := report.WriteLosses(env.err); err != nil {
			return fmt.Errorf("printing the report: %w", err)
		}
		return failed
	}
	write := report.WriteText
	if format == "json" {
		write = report.WriteJSON
	}
	if err := write(env.out); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}
