package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/tui/words"
)

// language is the language that a learner asked for on the command line.
type language struct{ tag string }

// Set reads what was typed: cairn has to speak it.
func (l *language) Set(typed string) error {
	found, ok := words.Match(typed)
	if !ok || typed == "" {
		return fmt.Errorf("cairn speaks %s", tags())
	}
	l.tag = found.Tag
	return nil
}

// String is the tag; Type is what the help calls it.
func (l *language) String() string { return l.tag }
func (l *language) Type() string   { return "TAG" }

// setLanguage gives a command and those below it the flag for the language.
func setLanguage(root *cobra.Command, l *language) {
	root.PersistentFlags().Var(l, "lang", "the language of cairn: "+tags()+"; without it the one of your settings, or of your environment")
	// Completion is a convenience: without it the flag can be typed.
	_ = root.RegisterFlagCompletionFunc("lang", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var list []string
		for _, one := range words.Languages() {
			list = append(list, one.Tag+"\t"+one.Name)
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	})
}

// tags lists the languages that cairn speaks.
func tags() string {
	var list []string
	for _, one := range words.Languages() {
		list = append(list, one.Tag)
	}
	return strings.Join(list, ", ")
}
