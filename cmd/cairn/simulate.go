package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// simulation is what the flags of cairn simulate say.
type simulation struct {
	learners    int
	seed        uint64
	policies    []string
	worlds      []string
	experiments []string
	csv, svg    string
}

// newSimulate is cairn simulate: it measures how policies fare with simulated
// learners.
func newSimulate(env environment) *cobra.Command {
	var s simulation
	cmd := &cobra.Command{
		Use:   "simulate",
		Short: "Try the choice of the next step on simulated learners",
		Long: "Simulate sends simulated learners through random courses, in several worlds that\n" +
			"say how people might learn and forget. It compares the engine of cairn with\n" +
			"simpler policies and with an oracle that knows what learners know, and holds the\n" +
			"figures to their goals. They say which policy is robust, and are no forecast for\n" +
			"people.\n\n" +
			"The same seed gives the same figures, however many cores there are.",
		Example: "  cairn simulate\n  cairn simulate --experiment minutes --learners 1000 --csv figures.csv\n" +
			"  cairn simulate --experiment completion --world gradual --policy all",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf("simulate takes no argument, not %q", args[0]))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, _ []string) error { return s.run(env) },
	}
	f := cmd.Flags()
	f.IntVar(&s.learners, "learners", 200, "simulate `N` learners in each cell")
	f.Uint64Var(&s.seed, "seed", 1, "draw everything from the number `N`")
	f.StringSliceVar(&s.experiments, "experiment", []string{"all"}, "run the experiment `NAME`: completion, minutes, placement,\nforecast or all")
	f.StringSliceVar(&s.worlds, "world", nil, "only in the world `NAME`")
	f.StringArrayVar(&s.policies, "policy", nil, "only the policy `NAME`; all means the engine with parts switched\noff too")
	f.StringVar(&s.csv, "csv", "", "write every cell to `FILE` too, as CSV")
	f.StringVar(&s.svg, "svg", "", "draw the scores with equal minutes to `FILE`")
	return cmd
}

func (s simulation) run(env environment) error {
	if s.learners < 1 || s.learners > 1_000_000 {
		return usage(fmt.Errorf("--learners %d: between 1 and 1000000 learners can be simulated", s.learners))
	}
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
