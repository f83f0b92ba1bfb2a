package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/schema"
)

// newSchema is cairn schema: what keys there are, for editors.
func newSchema(env environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema [course|front-matter]",
		Short: "Print the JSON Schema of course.yaml, for editors",
		Long: "Schema prints a JSON Schema (draft 7) of the keys of course.yaml, or of the front\n" +
			"matter of a Markdown file. Editors complete and check YAML by it. cairn check and\n" +
			"cairn lsp find more: a schema knows no ids and no rules.",
		Example: "  cairn schema > course.schema.json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && args[0] != "course" && args[0] != "front-matter" {
				return usage(fmt.Errorf("schema takes course or front-matter: cairn schema [course|front-matter]"))
			}
			return nil
		},
		ValidArgs: []string{"course", "front-matter"},
		RunE: func(_ *cobra.Command, args []string) error {
			data := schema.JSON("course.yaml of a cairn course", schema.Course())
			if len(args) == 1 && args[0] == "front-matter" {
				data = schema.JSON("front matter of a cairn lesson", schema.FrontMatter())
			}
			if _, err := env.out.Write(data); err != nil {
				return fmt.Errorf("printing the schema: %w", err)
			}
			return nil
		},
	}
	return cmd
}
