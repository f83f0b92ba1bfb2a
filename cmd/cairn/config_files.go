package main

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/tui"
)

// newConfigEdit is cairn config edit.
func newConfigEdit(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "edit",
		Short: "Open the file of settings in your editor",
		Long: "Edit opens the file of settings in your editor, and prints what is wrong with it\n" +
			"afterwards. Where there is no file yet, one is written first in which every setting\n" +
			"is explained. The editor is the one of your settings, else VISUAL, else EDITOR.",
		Args: noArgs("config edit"),
		RunE: func(*cobra.Command, []string) error { return editConfig(env) },
	}
}

func editConfig(env environment) error {
	c := env.settings()
	command, err := editor.Words(editor.Find(c.Preferences().Editor, env.environ))
	if errors.Is(err, editor.ErrNone) {
		return fmt.Errorf("no editor is known: set one with cairn config set editor, or in EDITOR; the file is %s", c.File)
	} else if err != nil {
		return err
	}
	if !c.Exists {
		if err := c.Init(c.Words()); err != nil {
			return err
		}
	}
	run := exec.Command(command[0], append(slices.Clone(command[1:]), c.File)...)
	run.Stdin, run.Stdout, run.Stderr, run.Env = env.in, env.console.out, env.console.err, env.environ
	if err := run.Run(); err != nil {
		return fmt.Errorf("running the editor %s: %w", command[0], err)
	}
	return findings(env, config.Load(env.machine()))
}

// newConfigKeys is cairn config keys.
func newConfigKeys(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "keys",
		Short: "Print what keys do, and which of them you changed",
		Long: "Keys prints everything that a key can do by the name that it has in the settings,\n" +
			"with its keys. What you changed is marked, and followed by the usual keys.",
		Args: noArgs("config keys"),
		RunE: func(*cobra.Command, []string) error {
			c := env.settings()
			told, usual := tui.IntentWords(c.Words()), tui.DefaultKeymap()
			p := printer{w: env.out}
			names, widest := 0, 0
			for i := range usual {
				names, widest = max(names, len(i)), max(widest, utf8.RuneCountInString(strings.Join(c.Keys[i], " ")))
			}
			for _, i := range sortedIntents(usual) {
				mark, does := " ", told[i]
				if !slices.Equal(c.Keys[i], usual[i]) {
					mark = "*"
					does += " (" + c.Words().Preferences.Usual + c.Words().Print.Colon + " " + strings.Join(usual[i], " ") + ")"
				}
				p.line("%s", strings.TrimRight(fmt.Sprintf("%s %-*s  %-*s  %s", mark, names, i, widest, strings.Join(c.Keys[i], " "), does), " "))
			}
			if p.err != nil {
				return fmt.Errorf("printing the keys: %w", p.err)
			}
			return findings(env, c)
		},
	}
}

// newConfigTheme is cairn config theme.
func newConfigTheme(env environment) *cobra.Command {
	var light bool
	cmd := &cobra.Command{
		Use:   "theme NAME",
		Short: "Print a built-in theme as a file, to begin your own with",
		Long: "Theme prints the colours of a built-in theme as the text of a theme file, with a word\n" +
			"on each. Keep it under a name of its own in the folder of themes, change it, and\n" +
			"choose it with cairn config set theme.",
		Example:           "  cairn config theme dark > ~/.config/cairn/themes/mine.yaml",
		Args:              args(1, "config theme takes the name of a built-in theme"),
		ValidArgsFunction: cobra.FixedCompletions(lookNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			text, ok := config.ThemeText(args[0], env.settings().Folder, light)
			if !ok {
				return usage(fmt.Errorf("there is no built-in theme %q; there are %s", args[0], strings.Join(lookNames(), ", ")))
			}
			_, err := env.out.Write(text)
			return err
		},
	}
	cmd.Flags().BoolVar(&light, "light", false, "as it is on a light ground, for themes that are made for both")
	return cmd
}

func lookNames() []string {
	var names []string
	for _, l := range tui.Looks() {
		names = append(names, string(l))
	}
	return names
}
