package code

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
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
func Find(m Machine, name string) (Toolchain, error) { return new(Found).Find(m, name) }

// Found is what programs told of themselves, so that each is asked once. It is safe to
// be used from several goroutines.
type Found struct {
	mutex sync.Mutex
	told  map[asked]told
}

// asked is a program that was asked for a language, by its path.
type asked struct{ language, program string }

type told struct {
	found found
	err   error
}

// Find looks for the toolchain of a language, one of course.CodeLanguages. Where its
// program is, is looked up each time; what it tells of itself is known from before.
func (f *Found) Find(m Machine, name string) (Toolchain, error) {
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
		tells := f.ask(m, l, at)
		if tells.err != nil {
			absent.Err = tells.err
			continue
		}
		if tells.found.program != "" {
			t.Program = tells.found.program
		}
		t.read = tells.found.read
		return t, nil
	}
	return Toolchain{}, absent
}

// ask asks a program what it is, once.
func (f *Found) ask(m Machine, l language, program string) told {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	key := asked{l.name, program}
	if t, ok := f.told[key]; ok {
		return t
	}
	var t told
	t.found, t.err = l.probe(firstLine(m.Ask), program)
	if f.told == nil {
		f.told = map[asked]told{}
	}
	f.told[key] = t
	return t
}

// Anew has programs asked once more that did not work, since they may have been mended,
// and those that named another program which is gone, as when a version of it was
// taken for another.
func (f *Found) Anew() {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	maps.DeleteFunc(f.told, func(_ asked, t told) bool {
		if t.err != nil || t.found.program == "" {
			return t.err != nil
		}
		_, err := os.Stat(t.found.program)
		return err != nil
	})
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
