package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/config"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// newConfig is cairn config: the learner's settings, and the commands that
// change them.
func newConfig(env environment) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print your settings, where each comes from, and change them",
		Long: "Config prints where your settings are kept, what each of them holds and where that\n" +
			"comes from: what is usual, a line of the file, the command line, or a variable of\n" +
			"the environment. Mistakes in the file are printed with their place and a cure.\n\n" +
			"The exit status is 1 when there is a mistake.",
		Example: "  cairn config\n  cairn config set theme light\n  cairn config edit",
		Args:    noArgs("config"),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return configJSON(env)
			}
			return showConfig(env)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	cmd.AddCommand(newConfigGet(env), newConfigSet(env), newConfigInit(env), newConfigEdit(env), newConfigKeys(env), newConfigTheme(env))
	return cmd
}

// noArgs refuses arguments, which are mostly a command with a slip in it.
func noArgs(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		var names []string
		for _, c := range cmd.Commands() {
			names = append(names, c.Name())
		}
		if near := course.Nearest(args[0], names); near != "" {
			return usage(fmt.Errorf("there is no command %q: did you mean %q?", name+" "+args[0], "cairn "+name+" "+near))
		}
		return usage(fmt.Errorf("%s takes no %q", name, args[0]))
	}
}

// showConfig prints the settings for people.
func showConfig(env environment) error {
	c := env.settings()
	w := c.Words()
	p := printer{w: env.out}
	p.line("%s", kept(c, w))
	p.line("")
	names, values := 0, 0
	for _, v := range c.Settings {
		names, values = max(names, utf8.RuneCountInString(v.Name)), max(values, min(utf8.RuneCountInString(v.Text), 24))
	}
	for _, v := range c.Settings {
		p.line("  %-*s  %-*s  %s", names, v.Name, values, textsafe.Line(v.Text), textsafe.Line(comesFrom(w, v)))
	}
	var changed []string
	for _, i := range c.OwnKeys {
		changed = append(changed, string(i))
	}
	if len(changed) > 0 {
		p.line("  %-*s  %s", names, "keys", strings.Join(changed, ", "))
	}
	if p.err != nil {
		return fmt.Errorf("printing the settings: %w", p.err)
	}
	return findings(env, c)
}

// kept says where settings are kept.
func kept(c *config.Config, w *words.Words) string {
	switch {
	case c.File == "":
		return w.Preferences.NotKept
	case !c.Exists:
		return w.Preferences.NoFile(textsafe.Line(c.File))
	}
	return w.Preferences.Kept(textsafe.Line(c.File))
}

// comesFrom says where a value comes from, and what it comes to.
func comesFrom(w *words.Words, v config.Value) string {
	p := w.Preferences
	var said string
	switch v.From {
	case config.FromDefault:
		said = p.Usual
	case config.FromFile:
		said = p.InFile(v.Line)
	case config.FromFlag:
		said = p.FromFlag
	default:
		said = p.From(v.From)
	}
	if v.Means != "" {
		said += "; " + p.Means(v.Means)
	}
	if v.Because != "" {
		said += " (" + v.Because + ")"
	}
	return said
}

// findings prints what is wrong with the settings. A mistake makes the command
// fail.
func findings(env environment, c *config.Config) error {
	if len(c.Findings) == 0 {
		return nil
	}
	p := printer{w: env.out}
	p.line("")
	if p.err == nil {
		p.err = course.WriteDiags(env.out, c.Findings)
	}
	if p.err != nil {
		return fmt.Errorf("printing the findings: %w", p.err)
	}
	if c.Errors() > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

// settingReport is one setting, for programs.
type settingReport struct {
	Name    string   `json:"name"`
	Value   string   `json:"value"`
	From    string   `json:"from"`
	Line    int      `json:"line,omitempty"`
	Means   string   `json:"means,omitempty"`
	Because string   `json:"because,omitempty"`
	Values  []string `json:"values,omitempty"`
}

// keyReport is what one key or several do, for programs.
type keyReport struct {
	Does  string   `json:"does"`
	Keys  []string `json:"keys"`
	Usual []string `json:"usual"`
}

// configJSON prints the settings for programs.
func configJSON(env environment) error {
	c := env.settings()
	report := struct {
		Format   int             `json:"format"`
		File     string          `json:"file"`
		Exists   bool            `json:"exists"`
		Themes   string          `json:"themes"`
		Settings []settingReport `json:"settings"`
		Keys     []keyReport     `json:"keys"`
		Findings []course.Diag   `json:"findings"`
	}{Format: 1, File: c.File, Exists: c.Exists, Themes: c.Folder, Keys: keyReports(c.Keys), Findings: c.Findings}
	if report.Findings == nil {
		report.Findings = []course.Diag{}
	}
	for i, s := range c.Kept().List {
		v := c.Settings[i]
		report.Settings = append(report.Settings, settingReport{v.Name, v.Text, v.From, v.Line, v.Means, v.Because, s.Values})
	}
	data, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return fmt.Errorf("printing the settings: %w", err)
	}
	if _, err := fmt.Fprintf(env.out, "%s\n", textsafe.JSON(data)); err != nil {
		return fmt.Errorf("printing the settings: %w", err)
	}
	if c.Errors() > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

func keyReports(keys tui.Keymap) []keyReport {
	var list []keyReport
	usual := tui.DefaultKeymap()
	for _, i := range sortedIntents(usual) {
		have := keys[i]
		if have == nil {
			have = []string{}
		}
		list = append(list, keyReport{string(i), have, usual[i]})
	}
	return list
}

// sortedIntents lists what keys do by name.
func sortedIntents(keys tui.Keymap) []tui.Intent {
	var all []tui.Intent
	for i := range keys {
		all = append(all, i)
	}
	slices.Sort(all)
	return all
}

// newConfigGet is cairn config get.
func newConfigGet(env environment) *cobra.Command {
	return &cobra.Command{
		Use:               "get NAME",
		Short:             "Print the value of a setting",
		Long:              "Get prints the value that a setting has, on a line of its own.",
		Example:           "  cairn config get theme",
		Args:              args(1, "config get takes the name of a setting"),
		ValidArgsFunction: completeSettings,
		RunE: func(_ *cobra.Command, args []string) error {
			v, ok := env.settings().Get(args[0])
			if !ok {
				return usage(noSetting(args[0]))
			}
			p := printer{w: env.out}
			p.line("%s", textsafe.Line(v.Text))
			return p.err
		},
	}
}

func noSetting(name string) error {
	if near := course.Nearest(name, config.Names()); near != "" {
		return fmt.Errorf("there is no setting %q: did you mean %q?", name, near)
	}
	return fmt.Errorf("there is no setting %q; there are %s", name, strings.Join(config.Names(), ", "))
}

// args wants a number of arguments.
func args(n int, says string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(errors.New(says))
		}
		return nil
	}
}

// newConfigSet is cairn config set.
func newConfigSet(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "set NAME VALUE",
		Short: "Change a setting in the file",
		Long: "Set changes the line of a setting in the file of settings, and nothing else in it.\n" +
			"Where there is no file yet, one is written in which every setting is explained.",
		Example:           "  cairn config set theme light\n  cairn config set editor 'code --wait'",
		Args:              args(2, "config set takes a name and a value: cairn config set theme light"),
		ValidArgsFunction: completeSettings,
		RunE: func(_ *cobra.Command, args []string) error {
			c := env.settings()
			if _, ok := c.Get(args[0]); !ok && args[0] != "keys" {
				return usage(noSetting(args[0]))
			}
			if err := c.Set(args[0], args[1], c.Words()); err != nil {
				return err
			}
			p := printer{w: env.out}
			p.line("%s", textsafe.Line(c.Words().Preferences.Kept(c.File)))
			if v, ok := config.Load(env.machine()).Get(args[0]); ok && v.From != config.FromFile {
				p.line("%s", textsafe.Line(c.Words().Preferences.From(v.From)))
			}
			return p.err
		},
	}
}

// completeSettings completes the name of a setting, then its values.
func completeSettings(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch {
	case len(args) == 0:
		return config.Names(), cobra.ShellCompDirectiveNoFileComp
	case len(args) == 1 && cmd.Name() == "set":
		for _, s := range config.Load(config.Machine{Getenv: os.Getenv}).Kept().List {
			if s.Name == args[0] {
				return s.Values, cobra.ShellCompDirectiveNoFileComp
			}
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// newConfigInit is cairn config init.
func newConfigInit(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write a file in which every setting is explained",
		Long: "Init writes the file of settings, with a word on each and all of them as usual. A\n" +
			"file that is there is left as it is.",
		Args: noArgs("config init"),
		RunE: func(*cobra.Command, []string) error {
			c := env.settings()
			if err := c.Init(c.Words()); errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("there is a file already, which is left as it is: %s", c.File)
			} else if err != nil {
				return err
			}
			p := printer{w: env.out}
			p.line("%s", textsafe.Line(c.Words().Preferences.Kept(c.File)))
			return p.err
		},
	}
}
