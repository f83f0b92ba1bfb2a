package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// newDoctor is cairn doctor: it looks at everything that courses and progress
// rest on, and repairs what it can prove.
func newDoctor(env environment) *cobra.Command {
	var asJSON bool
	var r repairing
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look whether anything is wrong, and repair what can be proved",
		Long: "Doctor reads all of your progress and its backups, and looks at the folder that they\n" +
			"are in, your settings, the terminal and the courses that you have begun. Each line\n" +
			"says how something is, and what helps where it is wrong. Nothing is changed by it.\n\n" +
			"With --repair it says what it would do and asks. It makes a copy first, changes no\n" +
			"line of what was saved, and keeps all that it sets aside. With --accept it stops\n" +
			"telling what nothing can bring back.\n\n" +
			"The exit status is 1 when something is wrong.",
		Example: "  cairn doctor\n  cairn doctor --repair",
		Args:    noArgs("doctor"),
		RunE: func(*cobra.Command, []string) error {
			switch {
			case r.accept && !r.repair, r.yes && !r.repair:
				return usage(errors.New("--accept and --yes go with --repair"))
			case r.repair && asJSON:
				return usage(errors.New("--json goes without --repair"))
			case r.repair:
				return r.run(env)
			}
			return showCheckup(env, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	cmd.Flags().BoolVar(&r.repair, "repair", false, "repair what can be proved; it asks before")
	cmd.Flags().BoolVar(&r.accept, "accept", false, "with --repair: stop telling damage that nothing can undo")
	cmd.Flags().BoolVar(&r.yes, "yes", false, "with --repair: do not ask")
	return cmd
}

// showCheckup prints how everything is. What is wrong makes it fail.
func showCheckup(env environment, asJSON bool) error {
	c := env.checkup()
	if asJSON {
		if err := writeJSON(env.out, c); err != nil {
			return err
		}
	} else if err := c.account(env.words()).Print(env.out, env.sentence()); err != nil {
		return fmt.Errorf("printing what was found: %w", err)
	}
	if c.Wrong > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

// sentence is how wide a sentence may be: one line where another program reads.
func (e environment) sentence() int {
	if e.terminal {
		return e.width
	}
	return 1 << 16
}

// checkup looks at everything and changes nothing.
func (e environment) checkup() checkup {
	dir, by := dataFolder(e)
	found := progress.Examine(dir, e.logOptions(true))
	read, ill := e.begun()
	return newCheckup(
		examineFolder(found.Place, by),
		examineLog(found, e.now()),
		examineBackups(found),
		examineSettings(e.settings()),
		examineTerminal(e.display(), e.settings()),
		examineCourses(read, ill),
		examineProgram(),
	)
}

// dataFolder is where progress is kept, and the rule that says so.
func dataFolder(env environment) (dir, by string) {
	if env.getenv("CAIRN_DATA") != "" {
		return dataDir(env), "CAIRN_DATA says so"
	}
	return dataDir(env), "the system's folder for data"
}

// logOptions is what the log is opened with.
func (e environment) logOptions(readOnly bool) progress.Options {
	machine, err := os.Hostname()
	if err != nil {
		machine = ""
	}
	return progress.Options{Now: e.now, Machine: machine, ReadOnly: readOnly}
}

// begun goes through every course that was begun.
func (e environment) begun() (read int, ill []ailing) {
	home := readHome(e, true)
	defer home.close()
	entries, err := home.library.List()
	if err != nil {
		return 0, []ailing{{id: "the library", fault: err.Error()}}
	}
	told := map[string]bool{}
	for _, entry := range entries {
		if told[entry.ID] || !entry.Progress.Started {
			continue
		}
		told[entry.ID] = true
		o, err := home.library.Open(entry.Ref)
		if err != nil {
			ill = append(ill, ailing{id: entry.ID, fault: err.Error()})
			continue
		}
		read++
		if n := errorsIn(o.Diags); n > 0 {
			ill = append(ill, ailing{id: entry.ID, dir: entry.Ref, errors: n})
		}
	}
	for _, g := range home.library.Gone() {
		if !g.Elsewhere || !told[g.ID] {
			ill = append(ill, ailing{id: g.ID, dir: g.Dir, gone: true, elsewhere: g.Elsewhere})
		}
	}
	return read, ill
}

// repairing is cairn doctor --repair.
type repairing struct{ repair, accept, yes bool }

// run says what is to be done, asks, does it, and says how everything is then.
func (r repairing) run(env environment) error {
	dir, _ := dataFolder(env)
	w := env.words()
	p := printer{w: env.out}
	planned, err := progress.PlanRepair(dir, env.logOptions(false), r.accept)
	if err != nil {
		return fmt.Errorf("thinking the repair through: %w", err)
	}
	if len(planned.Steps) == 0 {
		p.line("%s", w.Doctor.Nothing)
		p.line("")
		if p.err != nil {
			return p.err
		}
		return showCheckup(env, false)
	}
	if err := stepsBelow(w.Doctor.WouldDo, planned.Steps).Print(env.out, env.sentence()); err != nil {
		return err
	}
	if !r.yes && !env.terminal {
		return usage(errors.New("doctor: nothing was changed; without a terminal to ask at, --repair takes --yes"))
	}
	if !r.yes && !env.sure(&p, w, w.Doctor.Ask+"\n") {
		p.line("%s", w.Doctor.Unchanged)
		return p.err
	}
	if p.err != nil {
		return p.err // what could not be said is not done
	}
	done, err := progress.Repair(dir, env.logOptions(false), r.accept)
	account := stepsBelow(w.Doctor.Did, done.Steps)
	account = append(account, leftUndone(w, done.Left)...)
	if len(done.Aside) > 0 {
		account = append(account, plain.Paragraph{Text: w.Doctor.Kept})
		for _, path := range done.Aside {
			account = append(account, plain.Paragraph{Mark: "- ", Text: path})
		}
	}
	account = append(account, plain.Paragraph{})
	if printed := account.Print(env.out, env.sentence()); err == nil {
		err = printed
	}
	if err != nil {
		return err
	}
	if err = showCheckup(env, false); err == nil && len(done.Left) > 0 {
		err = exit{status: exitFailed} // it was told above
	}
	return err
}

// leftUndone tells the steps that were not done, and why.
func leftUndone(w *words.Words, left []progress.Left) plain.Account {
	if len(left) == 0 {
		return nil
	}
	account := plain.Account{{Text: w.Doctor.Left}}
	for _, l := range left {
		why := l.Err.Error()
		if errors.Is(l.Err, progress.ErrInUse) {
			why = w.Doctor.InUse
		}
		account = append(account, plain.Paragraph{Mark: "- ", Text: l.String() + w.Print.Colon + " " + why})
	}
	return account
}

// stepsBelow lists steps below a heading.
func stepsBelow(heading string, steps []progress.Step) plain.Account {
	account := plain.Account{{Text: heading}}
	for _, s := range steps {
		account = append(account, plain.Paragraph{Mark: "- ", Text: s.String()})
	}
	return account
}
