package editor

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Open is the editor of the given command with a file, ready to be run: at a line
// from 1 where the editor is known to take one; 0: anywhere.
func Open(command, file string, line int) (*exec.Cmd, error) {
	words, err := Words(command)
	if err != nil {
		return nil, err
	}
	if words[0], err = exec.LookPath(words[0]); err != nil {
		return nil, fmt.Errorf("the editor is not found: %w", err)
	}
	return exec.Command(words[0], slices.Concat(words[1:], atLine(words[0], file, line))...), nil
}

// atLine is a file and a line in it as an editor takes them. One that is not
// known gets the file alone.
func atLine(editor, file string, line int) []string {
	if line <= 0 {
		return []string{file}
	}
	n := strconv.Itoa(line)
	name := strings.ToLower(filepath.Base(editor))
	switch strings.TrimSuffix(name, filepath.Ext(name)) {
	case "vi", "vim", "nvim", "view", "gvim", "elvis", "nano", "pico", "emacs", "emacsclient", "mg", "jmacs", "joe", "micro", "kak", "ne", "gedit", "kate":
		return []string{"+" + n, file}
	case "hx", "helix", "subl", "zed":
		return []string{file + ":" + n}
	case "code", "codium", "code-insiders", "cursor":
		return []string{"--goto", file + ":" + n}
	}
	return []string{file}
}
