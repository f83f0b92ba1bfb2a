package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// newImport is cairn progress import: what was saved elsewhere, beside what was
// saved here.
func newImport(env environment) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "import FILE|DIR...",
		Short: "Take in progress that was saved elsewhere",
		Long: "Import takes in what was saved elsewhere and is not here yet: from an export, from\n" +
			"another machine's folder for data, a backup, or the copy that a sync program made of\n" +
			"a log. Nothing is overwritten, nothing counts twice, and the order of imports makes\n" +
			"no difference. What is damaged, or contradicts what is here, is told and not taken.",
		Example: "  cairn progress import cairn-progress-2026-03-09.tar.gz --dry-run\n  cairn progress import /media/stick/cairn",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("import: name a file that cairn progress export wrote, or a folder"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return importProgress(env, args, dry)
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would be taken in, and change nothing")
	return cmd
}

func importProgress(env environment, names []string, dry bool) error {
	var sources []progress.Source
	for _, name := range names {
		read, err := progress.ReadSources(name)
		if err != nil {
			return err
		}
		sources = append(sources, read...)
	}
	home := openHome(env, dry)
	defer home.close()
	told, err := home.log.Import(sources, dry)
	if err != nil {
		return err
	}
	if err := tellImport(env, told, dry); err != nil {
		return fmt.Errorf("printing what was imported: %w", err)
	}
	if len(told.Files)+len(told.Conflicts) > 0 {
		return exit{status: exitFailed} // it was told on standard error
	}
	return nil
}

func tellImport(env environment, told progress.Imported, dry bool) error {
	w := env.words()
	for _, line := range refused(w, told) {
		p := printer{w: env.err}
		p.line("cairn: %s", textsafe.Line(line))
	}
	p, k := printer{w: env.out}, w.Keeping
	came := k.Came
	if dry {
		came = k.Would
	}
	switch {
	case told.Taken+told.Unread == 0:
		p.line("%s", k.Nothing)
	case told.Taken > 0:
		p.line("%s", came(told.Taken))
		for _, id := range mostFirst(told.Courses) {
			p.line("  %s", k.Of(textsafe.Line(cmp.Or(id, k.NoCourse)), told.Courses[id]))
		}
		for _, device := range mostFirst(told.Devices) {
			p.line("  %s", k.From(textsafe.Line(device), told.Devices[device]))
		}
	}
	if told.Unread > 0 {
		p.line("%s", k.Unread(told.Unread))
	}
	if told.Here > 0 {
		p.line("%s", k.Already(told.Here))
	}
	if told.File != "" {
		p.line("%s", k.KeptIn(textsafe.Line(told.File)))
		if told.Backup != "" { // where nothing was before there is none
			p.line("%s", k.BackedUp(textsafe.Line(told.Backup)))
		}
	}
	return p.err
}

// mostTold bounds how many of one kind are told one by one.
const mostTold = 5

// refused says what was not taken in, and why.
func refused(w *words.Words, told progress.Imported) []string {
	var said []string
	k := w.Keeping
	for _, f := range told.Files {
		if n := min(len(f.Bad), mostTold); n > 0 {
			said = append(said, k.Bad(f.Path, f.Bad[:n], len(f.Bad)-n))
		}
		if f.Unfinished > 0 {
			said = append(said, k.CutShort(f.Path))
		}
	}
	for i, c := range told.Conflicts {
		if i == mostTold {
			said = append(said, k.Conflicts(len(told.Conflicts)-i))
			break
		}
		said = append(said, k.Conflict(c.Event, c.Source, c.Line))
	}
	return said
}

// mostFirst lists what was counted, what there is most of first.
func mostFirst(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}
