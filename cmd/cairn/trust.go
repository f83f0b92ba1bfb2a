package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/trust"
)

// newTrust is cairn trust: what of courses the learner agreed to run.
func newTrust(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "trust",
		Short: "List what of courses you agreed to run, or take it back",
		Long: "Trust shows the commands of courses that you agreed to run. A command that changes by\n" +
			"a letter is asked again; what you take back is asked again too.",
		Example: "  cairn trust list\n  cairn trust revoke git\n  cairn trust revoke all",
		Args:    noArgs("trust"),
		RunE: func(*cobra.Command, []string) error {
			return usage(errors.New("trust: say what to do: cairn trust list, or cairn trust revoke COURSE"))
		},
	}
	cmd.AddCommand(newTrustList(env), newTrustRevoke(env))
	return cmd
}

func openTrust(env environment) trust.Store { return trust.Open(dataDir(env), env.now) }

// newTrustList is cairn trust list.
func newTrustList(env environment) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the commands of courses that you agreed to run",
		Long: "List prints the commands of courses that you agreed to run: the course, the task, since\n" +
			"when, behind which walls, and every command. What is not a plain letter in a command is\n" +
			"printed as its number.",
		Args: noArgs("trust list"),
		RunE: func(*cobra.Command, []string) error {
			all, bad := openTrust(env).List()
			if asJSON {
				if err := writeJSON(env.out, trustReport(all)); err != nil {
					return err
				}
				return errors.Join(bad...)
			}
			return writeTrust(env, all, bad)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	return cmd
}

func writeTrust(env environment, all []trust.Grant, bad []error) error {
	w := env.words()
	p := printer{w: env.out}
	if len(all) == 0 && len(bad) == 0 {
		p.line("%s", w.Trust.None)
	}
	for i, g := range all {
		if i > 0 {
			p.line("")
		}
		day := w.Days.Date(g.When.In(env.now().Location()), env.now())
		p.line("%s", w.Trust.Of(textsafe.Line(g.Course), textsafe.Line(g.Task), day))
		if walls := w.Trust.Walls[g.Walls]; walls != "" {
			p.line("  (%s)", walls)
		}
		for n, text := range g.Commands {
			p.line("  %s  %s", strconv.Itoa(n+1), trust.Escape(text))
		}
	}
	if len(bad) > 0 {
		p.line("%s", w.Trust.Unread)
		for _, err := range bad {
			p.line("  %s", textsafe.Line(err.Error()))
		}
	}
	if p.err != nil {
		return fmt.Errorf("printing what you agreed to: %w", p.err)
	}
	if len(bad) > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

// agreed is one thing of cairn trust list --json. Fields are only ever added.
type agreed struct {
	Course   string    `json:"course"`
	Task     string    `json:"task"`
	Commands []string  `json:"commands"`
	Walls    string    `json:"walls"`
	When     time.Time `json:"time"`
}

func trustReport(all []trust.Grant) map[string]any {
	list := []agreed{}
	for _, g := range all {
		list = append(list, agreed{g.Course, g.Task, g.Commands, g.Walls, g.When})
	}
	return map[string]any{"format": 1, "agreed": list}
}

// everyCourse is what takes back all of it.
const everyCourse = "all"

// newTrustRevoke is cairn trust revoke.
func newTrustRevoke(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "revoke COURSE|all",
		Short: "Take back what of a course you agreed to run, or all of it",
		Long: "Revoke takes back what of a course you agreed to run: before anything of it runs again,\n" +
			"you are asked. COURSE is its id, as cairn trust list prints it; all takes back everything,\n" +
			"also what cannot be read.",
		Example: "  cairn trust revoke git\n  cairn trust revoke all",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("revoke: name one course, as cairn trust list prints it, or say all"))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return append(trustedCourses(env), everyCourse), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return revokeTrust(env, args[0]) },
	}
}

// trustedCourses are the ids of courses of which the learner agreed to run something.
func trustedCourses(env environment) []string {
	all, _ := openTrust(env).List() // what cannot be read is of no course
	var ids []string
	for _, g := range all {
		ids = append(ids, g.Course)
	}
	return slices.Compact(ids) // in order already
}

func revokeTrust(env environment, id string) error {
	w := env.words().Trust
	p := printer{w: env.out}
	revoke := func() (int, error) { return openTrust(env).Revoke(id) }
	if id == everyCourse {
		revoke = openTrust(env).RevokeAll
	}
	n, err := revoke()
	if err != nil {
		return err
	}
	switch {
	case n > 0:
		p.line("%s", w.Revoked(n))
	case id == everyCourse:
		p.line("%s", w.None)
	default:
		if near := course.Nearest(id, trustedCourses(env)); near != "" {
			return unfit(fmt.Errorf("revoke: you agreed to run nothing of a course %q; did you mean %q?", id, near))
		}
		p.line("%s", w.NoneOf(textsafe.Line(id)))
	}
	if p.err != nil {
		return fmt.Errorf("printing what you took back: %w", p.err)
	}
	return nil
}
