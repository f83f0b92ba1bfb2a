package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/tui/words"
)

// newPrivacy is cairn privacy: every field that is stored, and where.
func newPrivacy(env environment) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "privacy",
		Short: "Print what is stored of you, and where",
		Long: "Privacy prints every file that cairn keeps of you, every field in it and what it is\n" +
			"for, how long it is kept, and who can read it. Nothing is changed by looking.",
		Args: noArgs("privacy"),
		RunE: func(*cobra.Command, []string) error {
			stored := allStored(env)
			if asJSON {
				return writeJSON(env.out, privacyReport(env.words(), stored))
			}
			return writePrivacy(env, stored)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	return cmd
}

// allStored lists every kind of file that cairn keeps of the learner, of
// whatever part of it.
func allStored(env environment) []progress.Stored {
	var all []progress.Stored
	if dir := dataDir(env); dir != "" {
		all = progress.AllStored(dir)
	}
	if file := config.DefaultFile(env.getenv); file != "" {
		all = append(all, progress.Stored{Name: "settings", Path: file})
	}
	if dir := dataDir(env); dir != "" {
		all = append(all, progress.Stored{Name: "practice", Path: filepath.Join(dir, practice.Name, "*")})
	}
	return append(all,
		progress.Stored{Name: "trials", Path: filepath.Join(os.TempDir(), trialPrefix+"*")},
		progress.Stored{Name: "tries", Path: filepath.Join(os.TempDir(), code.TryPrefix+"*")},
		progress.Stored{Name: "drafts", Path: filepath.Join(os.TempDir(), "cairn-*", "answer.txt")})
}

// fieldKey is the name by which the words of a field are found: those of the log
// stand for themselves, those of other files below their file.
func fieldKey(file, field string) string {
	if file == "log" {
		return field
	}
	return strings.TrimSuffix(file, ".json") + "." + field
}

func writePrivacy(env environment, stored []progress.Stored) error {
	w := env.words().Privacy
	p := printer{w: env.out}
	p.line("%s %s", w.Where, w.Readers)
	p.line("%s", w.Sent)
	p.line("%s", w.Never)
	p.line("%s", w.Yours)
	for _, s := range stored {
		p.line("\n%s", textsafe.Line(s.Path))
		p.line("  %s", w.Files[s.Name])
		width := 0
		for _, f := range s.Fields {
			width = max(width, utf8.RuneCountInString(f))
		}
		for _, f := range s.Fields {
			p.line("  %-*s  %s", width, f, w.Fields[fieldKey(s.Name, f)])
		}
	}
	if p.err != nil {
		return fmt.Errorf("printing what is stored: %w", p.err)
	}
	return nil
}

// privacyFile is one kind of file of cairn privacy --json. Fields are only ever
// added.
type privacyFile struct {
	Name   string         `json:"name"`
	Path   string         `json:"path"`
	Means  string         `json:"means"`
	Fields []privacyField `json:"fields"`
}

type privacyField struct {
	Name  string `json:"name"`
	Means string `json:"means"`
}

func privacyReport(w *words.Words, stored []progress.Stored) map[string]any {
	files := []privacyFile{}
	for _, s := range stored {
		file := privacyFile{Name: s.Name, Path: s.Path, Means: w.Privacy.Files[s.Name], Fields: []privacyField{}}
		for _, f := range s.Fields {
			file.Fields = append(file.Fields, privacyField{f, w.Privacy.Fields[fieldKey(s.Name, f)]})
		}
		files = append(files, file)
	}
	return map[string]any{"format": 1, "files": files}
}
