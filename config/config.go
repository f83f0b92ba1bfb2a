// Package config reads and writes the learner's settings: one commented file,
// and beside it a folder of themes.
//
// What it promises:
//
//   - reading never fails: a mistake costs the one setting that it is in, which
//     then has its usual value, and is reported with its place and a cure
//   - changing a setting changes its line and no other byte of the file
//   - a file is replaced whole or not at all
//
// One table, in setting.go, says which settings there are. The template, the
// reader, the writer, the page of settings and the documentation follow it.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/plainfile"
	"github.com/cairn-learn/cairn/internal/strictyaml"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// Machine is what settings are read against.
type Machine struct {
	Getenv   func(string) string
	Flags    map[string]string // values given on the command line, by setting
	Terminal bool              // both ends are a terminal
	ASCII    bool              // the terminal is known to show no other symbols
}

// Config is a reading of the settings.
type Config struct {
	File     string // empty: the environment names no place for it
	Exists   bool
	Folder   string // of theme files; empty as File is
	Settings []Value
	Keys     tui.Keymap
	OwnKeys  []tui.Intent // those whose keys the file sets, sorted
	Themes   []tui.OwnTheme
	Findings []course.Diag // of the file, the themes and the environment

	unread error // why the file, which is there, could not be read
}

// Value is one setting as it holds.
type Value struct {
	Name    string
	Text    string
	From    string // FromDefault, FromFile, FromFlag, or the name of a variable of the environment
	Line    int    // of the file, where From is FromFile
	Means   string // what "auto" or nothing comes to here; empty: Text says it all, or it shows when the program runs
	Because string // the variable of the environment that Means comes from; empty: none
}

// Where a value may come from, besides a variable of the environment.
const (
	FromDefault = "default"
	FromFile    = "file"
	FromFlag    = "flag"
)

// Load reads the settings of a machine.
func Load(m Machine) *Config {
	c := &Config{File: DefaultFile(m.Getenv)}
	c.Folder = themesFolder(c.File)
	c.readThemes()
	src, err := readFile(c.File)
	switch {
	case c.File == "", errors.Is(err, fs.ErrNotExist):
	case err != nil:
		c.Exists, c.unread = true, err
		c.fail(codeFile, c.File, "it cannot be read: "+reason(err), "the usual settings hold until it can")
	default:
		c.Exists = true
	}
	c.read(m, src)
	return c
}

// read takes what the text of the file says.
func (c *Config) read(m Machine, src []byte) {
	f := newFile(c.File, src)
	doc := f.document()
	for _, s := range table() {
		c.Settings = append(c.Settings, c.value(m, f, s, *s.at(&doc)))
	}
	c.Keys, c.OwnKeys = mergeKeys(f, doc.Keys)
	c.Findings = append(c.Findings, f.sorted()...)
}

// value finds what a setting holds: the command line is over the environment,
// that over the file, and that over what is usual. What is no value is reported
// and passed over.
func (c *Config) value(m Machine, f *file, s setting, said strictyaml.Scalar) Value {
	v := Value{Name: s.name, Text: s.usual, From: FromDefault}
	if said.Line > 0 && said.Text != "" {
		if msg, hint := s.check(c.Themes, said.Text); msg == "" {
			v.Text, v.From, v.Line = said.Text, FromFile, said.Line
		} else {
			f.at(course.Error, codeValue, said, msg, hint)
		}
	}
	for _, over := range []struct{ from, text string }{{s.variable(), m.Getenv(s.variable())}, {FromFlag, m.Flags[s.name]}} {
		if over.text == "" {
			continue
		}
		if msg, hint := s.check(c.Themes, over.text); msg != "" {
			c.fail(codeValue, over.from, msg, hint)
			continue
		}
		v.Text, v.From, v.Line = over.text, over.from, 0
	}
	if s.means != nil {
		v.Means, v.Because = s.means(m, v.Text)
	}
	return v
}

// Get returns a setting; ok is false when there is none of that name.
func (c *Config) Get(name string) (v Value, ok bool) {
	i := slices.IndexFunc(c.Settings, func(v Value) bool { return v.Name == name })
	if i < 0 {
		return Value{}, false
	}
	return c.Settings[i], true
}

// text is the value of a setting that is in the table.
func (c *Config) text(name string) string {
	v, _ := c.Get(name)
	return v.Text
}

// holds is the value of a setting, or what it comes to here.
func (c *Config) holds(name string) string {
	v, _ := c.Get(name)
	if v.Means != "" {
		return v.Means
	}
	return v.Text
}

// Plain reports whether the line-by-line front end is to be used.
func (c *Config) Plain() bool { return c.holds(screen) == "plain" }

// NoColour reports whether NO_COLOR takes the colours away: where the learner
// named a theme, that is over it.
func (c *Config) NoColour() bool {
	return c.holds(theme) == string(tui.LookMono) && c.text(theme) == auto
}

// Words returns the catalogue of the language.
func (c *Config) Words() *words.Words { return words.For(c.holds(language)) }

// Preferences returns what follows from the settings.
func (c *Config) Preferences() tui.Preferences {
	return tui.Preferences{
		Look:     tui.Look(c.text(theme)),
		Themes:   c.Themes,
		ASCII:    c.holds(symbols) == "ascii",
		Mouse:    c.text(mouse) == on,
		Pictures: tui.Pictures(c.text(pictures)),
		Measure:  number(c.text(measure)),
		Editor:   c.holds(editor),
		NoLinks:  c.text(links) == off,
		NoRun:    c.text(running) == "never",
		OnSave:   c.text(onSave) == on,
		Keys:     c.Keys,
		Words:    c.Words(),
	}
}

// Errors counts the findings that are mistakes.
func (c *Config) Errors() int {
	n := 0
	for _, d := range c.Findings {
		if d.Severity == course.Error {
			n++
		}
	}
	return n
}

// fail reports a mistake that is in no line of the file.
func (c *Config) fail(code, where, msg, hint string) {
	c.Findings = append(c.Findings, course.Diag{Code: code, Severity: course.Error, Pos: course.Pos{File: where}, Msg: msg, Hint: hint})
}

// readFile returns the content of a file of settings: a regular file, and no
// more of it than can be one.
func readFile(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	src, err := plainfile.Read(name, maxFile)
	switch {
	case errors.Is(err, plainfile.ErrNotRegular):
		return nil, errors.New("it is not a file")
	case errors.Is(err, plainfile.ErrTooLarge):
		return nil, fmt.Errorf("it is larger than %d KiB", maxFile>>10)
	case err != nil:
		return nil, err
	}
	return src, nil
}

// maxFile is far above what settings take, in bytes.
const maxFile = 256 << 10

// reason is what went wrong with a file, without its name.
func reason(err error) string {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return textsafe.Line(err.Error())
}
