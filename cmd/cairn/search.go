package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/search"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/plain"
)

// mostFound is how many results cairn search prints.
const mostFound = 50

// newSearch is cairn search: what holds some words.
func newSearch(env environment) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search WORDS [COURSE|DIR]",
		Short: "Find words in courses, in your notes and in what you have met",
		Long: "Search prints what holds all the words, best first: courses, lessons and their text, the\n" +
			"glossary, questions that you have met, your notes and bookmarks; in the course named, or\n" +
			"in all that cairn knows of. Several words are one argument, or several in quotes.\n" +
			"Questions that you have not met are not searched, nor answers you were not told.",
		Example: "  cairn search branch\n  cairn search \"merge conflict\" git --json",
		Args: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return usage(errors.New("say what to find, such as: cairn search branch"))
			case 1, 2:
				return nil
			}
			return usage(errors.New("put several words in quotes, such as: cairn search \"merge conflict\" git"))
		},
		RunE: func(_ *cobra.Command, args []string) error {
			home := openHome(env, true)
			defer home.close()
			docs, err := home.documents(args[1:])
			if err != nil {
				return err
			}
			index := search.NewIndex(docs)
			results := search.Find(args[0], mostFound, index)
			if asJSON {
				return writeJSON(env.out, map[string]any{"format": 1, "results": reportFound(results)})
			}
			return printFound(env, args[0], results, index.Cut())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	return cmd
}

// documents are what can be found in the course named, or in every course on the
// shelf: with what the learner met of it where it was begun.
func (h home) documents(args []string) ([]search.Document, error) {
	found, _, err := standings(h, args)
	if err != nil {
		return nil, err
	}
	var docs []search.Document
	begun := map[string]bool{}
	for _, s := range found {
		begun[s.ref] = true
		own := append(search.OfLearner(s.Session, s.ref), search.OfLessons(s.Session, s.ref)...)
		for _, d := range own {
			d.Open, d.Far = false, 0 // no course is nearer than another
			docs = append(docs, d)
		}
	}
	if len(args) > 0 {
		return docs, nil
	}
	return append(docs, h.shelved(func(ref, _ string) bool { return begun[ref] })...), nil
}

// shelved are what can be found in the courses on the shelf but for some. One
// that cannot be read is left out.
func (h home) shelved(leaveOut func(ref, id string) bool) []search.Document {
	entries, err := h.library.List()
	if err != nil {
		return nil
	}
	var docs []search.Document
	for _, e := range entries {
		if leaveOut(e.Ref, e.ID) {
			continue
		}
		if c, _, _, err := h.library.Load(e.Ref); err == nil && c != nil {
			docs = append(docs, search.OfCourse(c, e.Ref)...)
		}
	}
	return docs
}

// printFound prints results for people. cut says that not all was searched.
func printFound(env environment, query string, results []search.Result, cut bool) error {
	p, f := printer{w: env.out}, env.words().Finding
	if cut {
		p.line("%s", f.Cut)
	}
	switch {
	case len(results) == 0:
		p.line("%s", f.None(textsafe.Line(query)))
	case results[0].Slip:
		p.line("%s", f.Slip(textsafe.Line(query)))
	}
	for _, r := range results {
		p.line("%s", textsafe.Line(plain.TellFound(env.words(), nil, r)))
	}
	if p.err != nil {
		return fmt.Errorf("printing what was found: %w", p.err)
	}
	return nil
}

// foundReport is one result of cairn search --json.
type foundReport struct {
	Kind   string `json:"kind"`
	Course string `json:"course"`
	Lesson string `json:"lesson"`
	Place  string `json:"place"`
	Title  string `json:"title"`
	Line   string `json:"line"`
	Ahead  bool   `json:"ahead"`
	Slip   bool   `json:"slip"`
}

func reportFound(results []search.Result) []foundReport {
	out := []foundReport{}
	for _, r := range results {
		out = append(out, foundReport{
			Kind: string(r.Kind), Course: r.Ref, Lesson: r.Lesson, Place: r.Place, Title: strings.TrimSpace(r.Title),
			Line: r.Line, Ahead: r.Ahead, Slip: r.Slip,
		})
	}
	return out
}
