package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/tui/words"
)

// newDelete is cairn progress delete: nothing of the learner is left.
func newDelete(env environment) *cobra.Command {
	var all, settings, yes bool
	cmd := &cobra.Command{
		Use:   "delete --all",
		Short: "Delete everything that cairn stored of you",
		Long: "Delete lists every file that cairn stored of you on this machine: your progress, its\n" +
			"backups, what was set aside, and texts left by an editor. When you type yes, it\n" +
			"deletes them. What cairn did not make stays, and so do your settings, unless you\n" +
			"say --settings. To set back a part of a course, see cairn progress reset.",
		Example: "  cairn progress delete --all\n  cairn progress delete --all --settings --yes",
		Args:    noArgs("progress delete"),
		RunE: func(*cobra.Command, []string) error {
			if !all {
				return usage(errors.New("delete: say --all; everything that cairn stored of you is listed then, and deleted when you say yes"))
			}
			return deleteAll(env, settings, yes)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "delete all progress of all courses")
	cmd.Flags().BoolVar(&settings, "settings", false, "delete your settings too")
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// belongings is everything that cairn stored of the learner.
type belongings struct {
	dir      string // of the progress
	progress progress.Contents
	drafts   []string // folders
	settings []string // files; none when they are to stay
	folder   string   // of the settings, where it is cairn's own; empty: it is not
	kept     string   // the file of settings that stays; empty: there is none
}

func findBelongings(env environment, settings bool) (belongings, error) {
	b := belongings{dir: dataDir(env), drafts: editor.Leftovers()}
	if b.dir != "" {
		var err error
		if b.progress, err = progress.Look(b.dir); err != nil {
			return b, err
		}
	}
	file := config.DefaultFile(env.getenv)
	switch {
	case file == "":
	case settings:
		b.settings = settingsFiles(env, file)
		b.folder = ownSettings(env, file)
	default:
		if info, err := os.Lstat(file); err == nil && !info.IsDir() {
			b.kept = file
		}
	}
	return b, nil
}

// settingsFiles lists what cairn makes where settings are kept: the file, its
// lock, and, in cairn's own folder, what a change that did not come to its end
// has left. Elsewhere a file of such a name may be anybody's.
func settingsFiles(env environment, file string) []string {
	var names, found []string
	if folder := ownSettings(env, file); folder != "" {
		names = matches(folder, ".config-*.yaml")
	}
	for _, name := range append(names, file, filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".lock")) {
		if info, err := os.Lstat(name); err == nil && !info.IsDir() {
			found = append(found, name)
		}
	}
	return found
}

// ownSettings is the folder of the settings where it is the one that cairn
// makes; empty where CAIRN_CONFIG names a file elsewhere.
func ownSettings(env environment, file string) string {
	usual := config.DefaultFile(func(name string) string {
		if name == "CAIRN_CONFIG" {
			return ""
		}
		return env.getenv(name)
	})
	if usual == "" || filepath.Dir(usual) != filepath.Dir(file) {
		return ""
	}
	return filepath.Dir(usual)
}

// matches lists the files in a folder with a name of a pattern.
func matches(dir, pattern string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // what is not there need not be deleted
	}
	var found []string
	for _, e := range entries {
		if ok, err := filepath.Match(pattern, e.Name()); ok && err == nil {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found
}

// files lists all of it.
func (b belongings) files() []string {
	var all []string
	for _, f := range b.progress.Files {
		all = append(all, filepath.Join(b.dir, filepath.FromSlash(f.Path)))
	}
	return slices.Concat(all, b.drafts, b.settings)
}

func deleteAll(env environment, settings, yes bool) error {
	b, err := findBelongings(env, settings)
	if err != nil {
		return err
	}
	w := env.words()
	p := printer{w: env.out}
	b.tell(&p, w)
	if p.err != nil {
		return fmt.Errorf("delete: nothing was deleted; printing what is to be: %w", p.err)
	}
	if len(b.files()) > 0 {
		if !yes && !env.terminal {
			return usage(errors.New("delete: nothing was deleted; without a terminal to ask at, it takes --yes"))
		}
		if !yes && !env.sure(&p, w, w.Keeping.Sure(w.Keeping.Yes)) {
			p.line("%s", w.Keeping.NotDeleted)
			return p.err
		}
	}
	n := len(b.files())
	if err := b.remove(); err != nil {
		return err
	}
	if n > 0 {
		p.line("%s", w.Keeping.Deleted(n))
	}
	if p.err != nil {
		return fmt.Errorf("printing what was deleted: %w", p.err)
	}
	if len(b.progress.Links) > 0 {
		return exit{status: exitFailed} // what they lead to is there still
	}
	return nil
}

// tell lists what is deleted, what stays, and what cannot be reached.
func (b belongings) tell(p *printer, w *words.Words) {
	k := w.Keeping
	if files := b.files(); len(files) > 0 {
		p.line("%s", k.Listed)
		for _, file := range files {
			p.line("  %s", textsafe.Line(file))
		}
	} else if len(b.progress.Links) == 0 {
		p.line("%s", k.NothingKept)
	}
	for _, l := range b.progress.Links {
		p.line("%s", k.LinkStays(textsafe.Line(filepath.Join(b.dir, filepath.FromSlash(l.Path))), textsafe.Line(l.To)))
	}
	for _, name := range b.progress.Others {
		p.line("%s", k.OthersStay(textsafe.Line(filepath.Join(b.dir, filepath.FromSlash(name)))))
	}
	if b.kept != "" {
		p.line("%s", k.SettingsStay(textsafe.Line(b.kept), "--settings"))
	}
	p.line("%s", k.NotReached)
}

// sure asks the learner, who types the word for yes in their own language or in
// English, and nothing else.
func (e environment) sure(p *printer, w *words.Words, question string) bool {
	typed := e.asked(p, question)
	return typed == w.Keeping.Yes || typed == words.English().Keeping.Yes
}

// agreed is sure about what takes nothing away: the first letter of the word will
// do.
func (e environment) agreed(p *printer, w *words.Words, question string) bool {
	typed := e.asked(p, question)
	for _, yes := range []string{w.Keeping.Yes, words.English().Keeping.Yes} {
		if typed == yes || typed == string([]rune(yes)[:1]) {
			return true
		}
	}
	return false
}

// asked is what was typed behind a question, in small letters.
func (e environment) asked(p *printer, question string) string {
	if p.err == nil {
		_, p.err = fmt.Fprint(e.out, question)
	}
	if p.err != nil {
		return ""
	}
	const most = 1000
	typed, _ := bufio.NewReader(io.LimitReader(e.in, most)).ReadString('\n') // what ends too early is no yes
	return strings.ToLower(strings.TrimSpace(typed))
}

// remove deletes all of it. A log that is in use is left whole, and so is the
// rest then.
func (b belongings) remove() error {
	if b.dir != "" {
		if err := progress.Delete(b.dir); err != nil {
			return err
		}
	}
	var failed error
	for _, folder := range b.drafts {
		failed = errors.Join(failed, os.RemoveAll(folder))
	}
	for _, file := range b.settings {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = errors.Join(failed, err)
		}
	}
	if b.folder != "" {
		_ = os.Remove(b.folder) // where themes of the learner's own are in it, it stays
	}
	if failed != nil {
		return fmt.Errorf("deleting: %w", failed)
	}
	return nil
}
