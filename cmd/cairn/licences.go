package main

import (
	_ "embed" // the texts are part of the program
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// notices are the licences of everything by others that is linked into the
// program. make licences writes the file.
//
//go:embed notices.txt
var notices string

// newLicences is cairn licences: the terms of what is in the program.
func newLicences(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "licences",
		Short: "Print the licences of what is in the program",
		Long: "Licences prints the works of others that are in cairn, each with its licence. Cairn\n" +
			"itself is under the MIT licence, its built-in courses under CC BY 4.0.",
		Args: noArgs("licences"),
		RunE: func(*cobra.Command, []string) error {
			if _, err := io.WriteString(env.out, notices); err != nil {
				return fmt.Errorf("printing the licences: %w", err)
			}
			return nil
		},
	}
}
