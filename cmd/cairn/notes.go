package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
	"github.com/cairn-learn/cairn/tui/plain"
)

// newNotes is cairn notes: what the learner noted, and the field notes.
func newNotes(env environment) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "notes [COURSE|DIR]",
		Short: "Print your notes and bookmarks, or write field notes",
		Long: "Notes prints what you noted and where you set bookmarks: in the course named, or in\n" +
			"every course that you have begun. With --export it writes field notes: a Markdown file of\n" +
			"the lessons you finished, what you know, the questions you answered with the answers you\n" +
			"were told, your notes, and the terms you met. A file that is there is never overwritten.",
		Example:           "  cairn notes git\n  cairn notes git --export git.md\n  cairn notes git --export - | less",
		ValidArgsFunction: completeCourses,
		Args:              oneCourse("notes"),
		RunE: func(c *cobra.Command, args []string) error {
			home := openHome(env, true)
			defer home.close()
			found, gone, err := standings(home, args)
			if err != nil {
				return err
			}
			if !c.Flags().Changed("export") {
				v := view{use: "notes", text: func(s standing) plain.Account {
					return plain.TellNotes(env.words(), s.Session.Notes(), s.Session.Bookmarks())
				}}
				return v.write(env, found, gone)
			}
			return exportNotes(env, found, file)
		},
	}
	cmd.Flags().StringVar(&file, "export", "", "write field notes to `FILE`; - is the standard output")
	return cmd
}

// exportNotes writes the field notes of courses, one after the other.
func exportNotes(env environment, found []standing, file string) error {
	var all []string
	for _, s := range found {
		all = append(all, fieldnotes.Markdown(s.Session, env.words()))
	}
	text := strings.Join(all, "\n")
	switch file {
	case "":
		return usage(errors.New("--export: name the file, or - for the standard output"))
	case "-":
		if _, err := io.WriteString(env.out, text); err != nil {
			return fmt.Errorf("printing the field notes: %w", err)
		}
		return nil
	}
	if err := writeNew(file, text); err != nil {
		return fmt.Errorf("writing the field notes: %w", err)
	}
	_, err := fmt.Fprintln(env.out, env.words().Finding.Exported(textsafe.Line(file)))
	return err
}

// writeNew writes a file that is not there yet.
func writeNew(file, text string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return newfile.Taken(fmt.Sprintf("%s is there already, and is not overwritten; name another file", file))
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(file)) // half a file is none
	}
	return nil
}

// export writes field notes from within a course: to the file named, or else to
// one that is not there yet, in the present folder or, where that cannot be
// written to, in the learner's own.
func (e environment) export(name, text string) (string, error) {
	if filepath.Base(name) != name {
		return name, writeNew(name, text)
	}
	var err error
	for _, dir := range []string{".", e.getenv("HOME"), e.getenv("USERPROFILE")} {
		if dir == "" {
			continue
		}
		var path string
		if path, err = writeIn(dir, name, text); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("writing the field notes: %w", err)
}

// writeIn writes a file in a folder, with a number behind its name where that is
// taken.
func writeIn(dir, name, text string) (string, error) {
	const most = 1000
	ext := filepath.Ext(name)
	for n := 1; n < most; n++ {
		as := name
		if n > 1 {
			as = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
		}
		path, err := filepath.Abs(filepath.Join(dir, as))
		if err != nil {
			return "", err
		}
		if err = writeNew(path, text); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
	return "", fmt.Errorf("%s: %d files of that name are there already", filepath.Join(dir, name), most-1)
}
