package main

import (
	"fmt"

	"github.com/cairn-learn/cairn/internal/editor"
)

// edit lets a text be written in an editor, the one chosen or else that of the
// environment, which has the terminal until it ends.
func (e environment) edit(chosen, text string) (string, error) {
	d, err := editor.New(editor.Find(chosen, e.environ), text)
	if err != nil {
		return "", err
	}
	defer d.End()
	cmd := d.Command()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = e.in, e.console.out, e.console.err
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("running the editor: %w", err)
	}
	return d.Text()
}

// editFile opens a file in an editor, which has the terminal until it ends.
func (e environment) editFile(chosen, file string) error {
	cmd, err := editor.Open(editor.Find(chosen, e.environ), file, 0)
	if err != nil {
		return err
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = e.in, e.console.out, e.console.err
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("running the editor: %w", err)
	}
	return nil
}
