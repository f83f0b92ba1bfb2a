package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn/simulate"
	"github.com/cairn-learn/cairn/course/learn/simulate/walk"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/library"
)

// simulation is what the flags of cairn simulate say.
type simulation struct {
	learners    int
	seed        uint64
	policies    []string
	worlds      []string
	experiments []string
	csv, svg    string
	json        bool
}

// newSimulate is cairn simulate: it measures how policies fare with simulated
// learners.
func newSimulate(env environment) *cobra.Command {
	var s simulation
	cmd := &cobra.Command{
		Use:   "simulate [COURSE|DIR]",
		Short: "Try the choice of the next step on simulated learners",
		Long: "Simulate sends simulated learners through random courses, in several worlds that\n" +
			"say how people might learn and forget. It compares the engine of cairn with\n" +
			"simpler policies and with an oracle that knows what learners know, and holds the\n" +
			"figures to their goals. They say which policy is robust, and are no forecast for\n" +
			"people.\n\n" +
			"With a course, simulated learners go through that one: how long it takes, which\n" +
			"lessons nobody meets, and where learners get stuck.\n\n" +
			"The same seed gives the same figures, however many cores there are.",
		Example: "  cairn simulate\n  cairn simulate --experiment minutes --learners 1000 --csv figures.csv\n" +
			"  cairn simulate --experiment completion --world gradual --policy all\n" +
			"  cairn simulate ./my-course --learners 100",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage(fmt.Errorf("simulate takes one course at most, not %d", len(args)))
			}
			return nil
		},
		ValidArgsFunction: completeCourses,
		RunE: func(cmd *cobra.Command, args []string) error {
			if s.learners < 1 || s.learners > 1_000_000 {
				return usage(fmt.Errorf("--learners %d: between 1 and 1000000 learners can be simulated", s.learners))
			}
			other := map[bool][]string{true: {"experiment", "world", "policy", "csv", "svg"}, false: {"json"}}
			for _, flag := range other[len(args) == 1] {
				if cmd.Flags().Changed(flag) {
					return usage(fmt.Errorf("--%s: this does not go %s a course", flag, map[bool]string{true: "with", false: "without"}[len(args) == 1]))
				}
			}
			if len(args) == 1 {
				return s.walk(env, args[0])
			}
			return s.run(env)
		},
	}
	f := cmd.Flags()
	f.IntVar(&s.learners, "learners", 200, "simulate `N` learners in each cell")
	f.Uint64Var(&s.seed, "seed", 1, "draw everything from the number `N`")
	f.StringSliceVar(&s.experiments, "experiment", []string{"all"}, "run the experiment `NAME`: completion, minutes, placement, forecast or all")
	f.StringSliceVar(&s.worlds, "world", nil, "only in the world `NAME`")
	f.StringArrayVar(&s.policies, "policy", nil, "only the policy `NAME`; all means the engine with parts switched off too")
	f.StringVar(&s.csv, "csv", "", "write every cell to `FILE` too, as CSV")
	f.StringVar(&s.svg, "svg", "", "draw the scores with equal minutes to `FILE`")
	f.BoolVar(&s.json, "json", false, "with a course: print JSON")
	return cmd
}

// walk sends the learners through a real course.
func (s simulation) walk(env environment, ref string) error {
	c, diags, _, err := library.New(library.Options{BuiltIn: courses.FS()}).Load(ref)
	if err != nil {
		return withFindings(env, library.Opened{Diags: diags}, notFound(ref, err))
	}
	ctx, ignore := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer ignore()
	r, err := walk.Through(ctx, c, walk.Options{Learners: s.learners, Seed: s.seed})
	if err != nil {
		return fmt.Errorf("simulating %q: %w", ref, err)
	}
	write := r.WriteText
	if s.json {
		write = r.WriteJSON
	}
	if err := write(env.out); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}

func (s simulation) run(env environment) error {
	list, err := chosen("experiment", s.experiments, simulate.Experiments(), func(e simulate.Experiment) string { return string(e) })
	if err != nil {
		return err
	}
	var scope simulate.Scope
	if scope.Worlds, err = chosen("world", s.worlds, simulate.Worlds(), func(w simulate.World) string { return w.Name }); err != nil {
		return err
	}
	every := append(append(simulate.Policies(), simulate.Plain()...), simulate.Ablations()...)
	if scope.Policies, err = chosen("policy", s.policies, every, func(p simulate.Policy) string { return p.Name }); err != nil {
		return err
	}
	r := simulate.Perform(list, scope, simulate.Options{Learners: s.learners, Seed: s.seed})
	if err := r.WriteText(env.out); err != nil {
		return fmt.Errorf("printing the figures: %w", err)
	}
	if err := toFile(s.csv, r.WriteCSV); err != nil {
		return err
	}
	return toFile(s.svg, r.WriteSVG)
}

// chosen finds what was named on the command line; all stands for everything.
func chosen[T any](flag string, names []string, from []T, nameOf func(T) string) ([]T, error) {
	var found []T
	for _, name := range names {
		if name == "all" {
			return from, nil
		}
		known := make([]string, len(from))
		before := len(found)
		for i, x := range from {
			if known[i] = nameOf(x); known[i] == name {
				found = append(found, x)
			}
		}
		if len(found) == before {
			return nil, usage(fmt.Errorf("--%s %s: there is none; there are: %s", flag, name, strings.Join(known, "; ")))
		}
	}
	return found, nil
}

// toFile writes a file; no name: none.
func toFile(name string, write func(io.Writer) error) error {
	if name == "" {
		return nil
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if err := os.WriteFile(name, text.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing %q: %w", name, err)
	}
	return nil
}
