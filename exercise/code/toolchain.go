package code

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// Toolchain is what this machine has for a language.
type Toolchain struct {
	Program string // its path

	lang language
	read []string
}

// Machine is where toolchains are looked for.
type Machine struct {
	// Look finds a program by its name, as exec.LookPath does.
	Look func(name string) (string, error)
	// Ask runs a program of the learner's own, found by Look, and returns what it
	// prints.
	Ask func(program string, args ...string) (string, error)
}

// ask runs a toolchain and returns the first line that it prints.
type ask func(program string, args ...string) (string, error)

// found is what a toolchain tells of itself.
type found struct {
	program string   // the program behind the one that was found; empty: the same
	read    []string // folders it needs
}

// AbsentError is the error of Find where a machine has no toolchain for a
// language, or one that does not work.
type AbsentError struct {
	Language string
	Programs []string // one of which is needed
	Err      error    // of one that is there and does not work; nil: there is none
}

func (e *AbsentError) Error() string {
	programs := strings.Join(e.Programs, " or ")
	if e.Err != nil {
		return fmt.Sprintf("%s is here and does not work: %v", programs, e.Err)
	}
	return fmt.Sprintf("there is no %s on this machine", programs)
}

func (e *AbsentError) Unwrap() error { return e.Err }

// ErrLanguage is the error of Find for a language that is not known.
var ErrLanguage = errors.New("code cannot be run in this language")

// Find looks for the toolchain of a language, one of course.CodeLanguages.
func Find(m Machine, name string) (Toolchain, error) {
	l, ok := known(name)
	if !ok {
		return Toolchain{}, fmt.Errorf("%w: %q", ErrLanguage, name)
	}
	absent := &AbsentError{Language: name, Programs: l.programs}
	for _, program := range l.programs {
		at, err := m.Look(program)
		if err != nil {
			continue
		}
		at, err = filepath.Abs(at)
		if err != nil {
			absent.Err = err
			continue
		}
		t := Toolchain{Program: at, lang: l}
		if l.probe == nil {
			return t, nil
		}
		f, err := l.probe(firstLine(m.Ask), at)
		if err != nil {
			absent.Err = err
			continue
		}
		if f.program != "" {
			t.Program = f.program
		}
		t.read = f.read
		return t, nil
	}
	return Toolchain{}, absent
}

func firstLine(run func(string, ...string) (string, error)) ask {
	return func(program string, args ...string) (string, error) {
		out, err := run(program, args...)
		if err != nil {
			return "", err
		}
		line, _, _ := strings.Cut(strings.TrimSpace(out), "\n")
		if line = strings.TrimSpace(line); line == "" {
			return "", fmt.Errorf("%s says nothing about where it is", filepath.Base(program))
		}
		return line, nil
	}
}

// environment is what a toolchain finds set.
func (t Toolchain) environment(cache string) []string {
	env := []string{"CAIRN_TOOL=" + t.Program}
	if t.lang.env != nil {
		env = append(env, t.lang.env(cache)...)
	}
	return env
}
