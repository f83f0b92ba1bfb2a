// Package trust keeps what the learner agreed to run: commands of a course, to
// the byte. Nothing of a course runs before that, nobody but the learner agrees,
// and what changes is asked again.
//
// A front end makes a Request of a task, asks Store.Granted, shows the request
// where the answer is no, with no as the default, and tells Store.Grant when the
// learner says yes. Without a terminal to ask at, nothing is run.
package trust

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/internal/wall"
)

// Request is what a task or a code question wants to run, as the learner is
// asked: plain data, complete enough to be shown from alone.
type Request struct {
	Course, CourseTitle string // the id and the title
	Task, TaskTitle     string
	Language            string    // what a test is run by, as course.CodeLanguages has it; empty: sh
	Commands            []Command // all that may be run, in the order in which it would be
	Files               []File    // all that the course brings for it
	Folder              string    // where it is run; shown, and no part of what is agreed to
	Network             bool      // whether it can reach a network

	Level wall.Level // the walls that it runs behind
	Why   string     // why they are not better, in English
	Lacks []wall.Lack
}

// Command is one text of shell.
type Command struct {
	For  string // what it is for, by its name in the course: setup, check, test, solve
	Text string
}

// File is a file that a course puts into the folder, or runs.
type File struct {
	Name string // below the course, with slashes
	Data []byte
}

// Needs says how many times the learner is asked: once, and where nothing keeps a
// command from what the learner can reach, once more.
func (r Request) Needs() int {
	if r.Level == wall.None {
		return 2
	}
	return 1
}

// What one request may have: more is read by nobody.
const (
	MaxCommands = 200
	MaxText     = 256 << 10 // bytes of all commands together
)

// Check says why a request cannot be put to anybody: it is empty, or so made
// that nobody could read what they agree to.
func (r Request) Check() error {
	switch {
	case len(r.Commands) == 0:
		return errors.New("there is nothing to run")
	case len(r.Commands) > MaxCommands:
		return fmt.Errorf("there are %d commands, and nobody reads more than %d", len(r.Commands), MaxCommands)
	}
	all := 0
	for i, c := range r.Commands {
		all += len(c.Text)
		switch {
		case strings.TrimSpace(c.Text) == "":
			return fmt.Errorf("command %d is empty", i+1)
		case len(c.Text) > wall.MaxScript:
			return fmt.Errorf("command %d has %d bytes, and %d are allowed", i+1, len(c.Text), wall.MaxScript)
		case !utf8.ValidString(c.Text) || strings.ContainsRune(c.Text, 0):
			return fmt.Errorf("command %d is no text", i+1)
		case all > MaxText:
			return fmt.Errorf("the commands have more than %d bytes together, and nobody reads that", MaxText)
		}
	}
	return nil
}

// Key stands for everything that the learner agrees to, to the byte: the course,
// the task, every command with what it is for and the language of a test, every file with its name, whether
// there is a network, and the level of the walls. Each part is hashed with its
// length before it, so that no two requests run together.
func (r Request) Key() string { return r.keyAt(r.Level) }

func (r Request) keyAt(level wall.Level) string {
	h := sha256.New()
	part := func(data []byte) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(data)))
		_, _ = h.Write(n[:]) // a hash takes everything
		_, _ = h.Write(data)
	}
	count := func(n int) { part([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) }
	part([]byte("cairn trust 1"))
	part([]byte(r.Course))
	part([]byte(r.Task))
	count(len(r.Commands))
	for _, c := range r.Commands {
		part([]byte(c.For))
		part([]byte(c.Text))
	}
	files := slices.Clone(r.Files)
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	count(len(files))
	for _, f := range files {
		part([]byte(f.Name))
		part(f.Data)
	}
	if r.Network {
		count(1)
	} else {
		count(0)
	}
	part([]byte(level.String()))
	if r.Language != "" {
		part([]byte(r.Language))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Line is a line of a command as it is shown.
type Line struct {
	Number int    // of the command, from 1; 0 where the line goes on with the one before
	For    string // what the command is for; empty where the line goes on
	Text   string // escaped: nothing in it ends a line or steers a terminal
}

// Lines are the commands as they are shown: all of each, in order, and what is run
// for the same more than once where it first stands. A command of
// several lines takes several, of which each says that it goes on; a front end
// puts something before each, also where it folds a long one, so that no part of
// a command can be taken for the words of cairn.
func (r Request) Lines() []Line {
	var all []Line
	shown := map[Command]bool{}
	for i, c := range r.Commands {
		if shown[c] {
			continue
		}
		shown[c] = true
		for j, text := range strings.Split(strings.TrimRight(c.Text, "\n"), "\n") {
			l := Line{Text: indented(text)}
			if j == 0 {
				l.Number, l.For = i+1, Escape(c.For)
			}
			all = append(all, l)
		}
	}
	return all
}

// indented is a line in which the tabs that it begins with are arrows: code is full
// of them, and by their numbers nobody could read it.
func indented(line string) string {
	rest := strings.TrimLeft(line, "\t")
	return strings.Repeat("→   ", len(line)-len(rest)) + Escape(rest)
}
