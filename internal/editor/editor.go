// Package editor lets a text be written in the learner's own editor.
//
// What it promises: the text lies in a file that only the learner can read, in
// a folder of its own, and both are gone afterwards, unless what was written could
// not be taken back; no shell sees the command;
// a text is taken back only from an editor that ended well.
package editor

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/internal/plainfile"
)

// maxText is the longest text taken back from an editor, in bytes: as much as the
// log holds of one text. A longer one is kept where it is, and not cut.
const maxText = 16 << 10

// ErrNone says that no editor is known.
var ErrNone = errors.New("no editor is set")

// Find returns the command to use: the one that was chosen, else VISUAL, else
// EDITOR of an environment as os.Environ gives it; empty where none is set.
func Find(chosen string, environ []string) string {
	if strings.TrimSpace(chosen) != "" {
		return chosen
	}
	for _, name := range []string{"VISUAL=", "EDITOR="} {
		for _, v := range environ {
			if value, ok := strings.CutPrefix(v, name); ok && strings.TrimSpace(value) != "" {
				return value
			}
		}
	}
	return ""
}

// Words splits a command as a shell would, without one: at spaces, apart from
// quotes. Nothing is expanded. A backslash protects a space, a quote or another
// backslash, and stands for itself before anything else, as in C:\bin\vim.exe.
func Words(command string) ([]string, error) {
	var words []string
	var word strings.Builder
	quote, begun := rune(0), false
	runes := []rune(command)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case quote != 0 && r == quote:
			quote = 0
		case r == '\\' && quote != '\'' && i+1 < len(runes) && strings.ContainsRune(` "'\`, runes[i+1]):
			i++
			word.WriteRune(runes[i])
			begun = true
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case r == ' ' || r == '\t':
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quote is never closed in the editor's command %s", command)
	}
	if begun {
		words = append(words, word.String())
	}
	if len(words) == 0 {
		return nil, ErrNone
	}
	return words, nil
}

// Where a text is: in a folder of the system's folder for temporary files.
const (
	prefix   = "cairn-"
	textName = "answer.txt"
)

// Draft is a text on its way through an editor. End must be called.
type Draft struct {
	folder, file string
	command      []string
	kept         bool
}

// New puts a text where the editor of the given command can open it.
func New(command, text string) (*Draft, error) {
	words, err := Words(command)
	if err != nil {
		return nil, err
	}
	if words[0], err = exec.LookPath(words[0]); err != nil {
		return nil, fmt.Errorf("the editor is not found: %w", err)
	}
	folder, err := os.MkdirTemp("", prefix)
	if err != nil {
		return nil, fmt.Errorf("making a folder for the text to edit: %w", err)
	}
	d := &Draft{folder: folder, file: filepath.Join(folder, textName), command: words}
	if err := os.WriteFile(d.file, []byte(text), 0o600); err != nil {
		d.End()
		return nil, fmt.Errorf("writing the text to edit: %w", err)
	}
	return d, nil
}

// Command is the editor with the text, ready to be run.
func (d *Draft) Command() *exec.Cmd {
	return exec.Command(d.command[0], append(d.command[1:len(d.command):len(d.command)], d.file)...)
}

// Text returns what was written, without the end of the last line that editors
// add.
func (d *Draft) Text() (string, error) {
	tooLong := func() error {
		return fmt.Errorf("%s keeps what was written: it is longer than %d KiB", d.Keep(), maxText>>10)
	}
	text, err := plainfile.Read(d.file, maxText+2) // and the end of the last line
	if errors.Is(err, plainfile.ErrTooLarge) {
		return "", tooLong()
	}
	if err != nil {
		return "", fmt.Errorf("reading what was edited: %w", err)
	}
	s := strings.ToValidUTF8(strings.TrimPrefix(string(text), "\uFEFF"), "\uFFFD")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
	if len(strings.ReplaceAll(s, "\t", "    ")) > maxText { // as a field takes it, in which a sign may take more bytes than in the file
		return "", tooLong()
	}
	return s, nil
}

// Keep leaves the file where it is, for the learner, and returns its name: what
// was written could not be taken back.
func (d *Draft) Keep() string {
	d.kept = true
	return d.file
}

// End removes the file and its folder, unless they are kept.
func (d *Draft) End() {
	if !d.kept {
		_ = os.RemoveAll(d.folder)
	}
}

// Leftovers lists the folders of texts that were kept, or left by a program that
// did not come to its end: nothing else lies in them. An editor may have put a
// copy of its own beside the text.
func Leftovers() []string {
	dir := os.TempDir()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), prefix)
		if !ours || !e.IsDir() || strings.Trim(number, "0123456789") != "" || number == "" {
			continue
		}
		if folder := filepath.Join(dir, e.Name()); holdsTexts(folder) {
			found = append(found, folder)
		}
	}
	return found
}

// holdsTexts reports whether a folder holds a text, or copies of one, and
// nothing else. An empty folder may be that of any program.
func holdsTexts(folder string) bool {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.Contains(e.Name(), textName) {
			return false
		}
	}
	return err == nil && len(entries) > 0
}
