package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course"
)

// helpWidth is how wide the help is set, in cells.
const helpWidth = 80

// help prints what a command does and takes: plain text, the same on a terminal,
// in a pipe and for a screen reader. It never asks the terminal anything.
func help(cmd *cobra.Command) error {
	p := printer{w: cmd.OutOrStdout()}
	p.line("%s", strings.TrimSpace(cmd.Long))
	p.line("\nUsage:\n  %s", cmd.UseLine())
	if cmd.HasAvailableSubCommands() && cmd.HasParent() {
		p.line("  %s COMMAND", cmd.CommandPath())
	}
	if cmd.HasExample() {
		p.line("\nExamples:\n%s", cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		p.line("\nCommands:")
		width := 0
		for _, c := range cmd.Commands() {
			width = max(width, len(c.Use))
		}
		for _, c := range cmd.Commands() {
			if c.GroupID == "" && (c.IsAvailableCommand() || c.Name() == "help") {
				p.line("  %-*s  %s", width, c.Use, c.Short)
			}
		}
		for _, g := range cmd.Groups() {
			p.line("\n%s:", g.Title)
			for _, c := range cmd.Commands() {
				if c.GroupID == g.ID {
					p.line("  %-*s  %s", width, c.Use, c.Short)
				}
			}
		}
	}
	if flags := cmd.LocalFlags(); flags.HasAvailableFlags() {
		p.line("\nFlags:\n%s", strings.TrimRight(flags.FlagUsagesWrapped(helpWidth), "\n"))
	}
	if p.err != nil {
		return fmt.Errorf("printing the help: %w", p.err)
	}
	return nil
}

// setHelp gives a command and those below it the help of this program.
func setHelp(root *cobra.Command) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if cmd.Long == "" {
			cmd.Long = cmd.Short + "."
		}
		_ = help(cmd) // nowhere is left to say that it could not be printed
	})
	root.SetUsageFunc(help)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.InitDefaultVersionFlag()
	setHelpFlag(root)
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Use, c.Short, c.Long = "help [COMMAND]", "Print what a command does and takes", ""
			c.Run, c.RunE = nil, helpOn
		case "completion":
			c.Use, c.Short, c.Long = "completion SHELL", "Print a script that completes commands in your shell",
				"Completion prints a script that lets your shell complete the commands, flags and\n"+
					"courses of cairn. Each of its commands says how to load it."
		}
	}
	root.Flags().Lookup("version").Usage = "print the version"
}

// helpOn prints the help of the command that is named.
func helpOn(cmd *cobra.Command, args []string) error {
	found, left, err := cmd.Root().Find(args)
	if err != nil || len(left) > 0 {
		name := strings.Join(args, " ")
		if near := course.Nearest(name, commandNames(cmd)); near != "" {
			return unfit(fmt.Errorf("help: there is no command %q: did you mean %q?", name, "cairn help "+near))
		}
		return unfit(fmt.Errorf("help: there is no command %q; cairn help lists them", name))
	}
	return found.Help()
}

// setHelpFlag gives a command and those below it the flag for their help.
func setHelpFlag(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = "print this help"
	for _, c := range cmd.Commands() {
		setHelpFlag(c)
	}
}
