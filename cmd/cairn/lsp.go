package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/lsp"
	"github.com/cairn-learn/cairn/internal/crash"
)

// newLSP is cairn lsp: the language server that editors start.
func newLSP(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: findings, completion and renaming while you write",
		Long: "Lsp is a language server for courses. An editor starts it and talks with it over\n" +
			"the standard input and output: findings as you write, completion of keys, ids,\n" +
			"skills and rules, what a name stands for and where it is, renaming an id\n" +
			"everywhere, and cures. docs/authoring/editors.md says how to set it up.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf("lsp takes no folder: the editor says which files are open"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd.Context(), env) },
	}
	cmd.Flags().Bool("stdio", true, "talk over the standard input and output, which it does anyway")
	return cmd
}

func serve(ctx context.Context, env environment) error {
	out, err := env.archive()
	if err != nil {
		return usage(fmt.Errorf("lsp talks to an editor, and here is a terminal; docs/authoring/editors.md says how to set it up"))
	}
	const quiet = 150 * time.Millisecond
	if ctx == nil {
		ctx = context.Background()
	}
	err = lsp.Serve(ctx, env.in, out, lsp.Options{
		Version: version(), Quiet: quiet, Fault: func(f *crash.Fault) { env.report(f) },
	})
	if err != nil {
		return fmt.Errorf("serving the editor: %w", err)
	}
	return nil
}
