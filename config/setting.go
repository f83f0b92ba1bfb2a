package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	editing "github.com/cairn-learn/cairn/internal/editor"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// The names of the settings.
const (
	language = "language"
	theme    = "theme"
	symbols  = "symbols"
	screen   = "screen"
	measure  = "measure"
	pictures = "pictures"
	links    = "links"
	mouse    = "mouse"
	editor   = "editor"
	running  = "run"
	onSave   = "check-on-save"
)

// Values that several settings have.
const (
	auto = "auto"
	on   = "on"
	off  = "off"
)

// setting is one row of the table: all that is to be known of a setting but its
// words, which are in the catalogue under its name.
type setting struct {
	name   string
	usual  string
	values func(own []tui.OwnTheme) []string // among which to choose; nil: any that fits
	fits   func(value string) (msg, hint string)
	means  func(m Machine, value string) (means, because string) // nil: the value says it all
	at     func(*document) *strictyaml.Scalar
}

// table lists the settings in the order in which they are shown and written.
// The keys, which are a list of their own, come after them.
func table() []setting {
	return []setting{
		{name: language, usual: auto, values: languages, means: meansLanguage, at: func(d *document) *strictyaml.Scalar { return &d.Language }},
		{name: theme, usual: auto, values: looks, means: meansTheme, at: func(d *document) *strictyaml.Scalar { return &d.Theme }},
		{name: symbols, usual: auto, values: among(auto, "unicode", "ascii"), means: meansSymbols, at: func(d *document) *strictyaml.Scalar { return &d.Symbols }},
		{name: screen, usual: auto, values: among(auto, "full", "plain"), means: meansScreen, at: func(d *document) *strictyaml.Scalar { return &d.Screen }},
		{name: measure, usual: strconv.Itoa(tui.MeasureUsual), fits: fitsMeasure, at: func(d *document) *strictyaml.Scalar { return &d.Measure }},
		{name: pictures, usual: auto, values: among(
			string(tui.PicturesAuto), string(tui.PicturesKitty), string(tui.PicturesSixel), string(tui.PicturesBlocks), string(tui.PicturesWords),
		), at: func(d *document) *strictyaml.Scalar { return &d.Pictures }},
		{name: links, usual: on, values: among(on, off), at: func(d *document) *strictyaml.Scalar { return &d.Links }},
		{name: mouse, usual: off, values: among(off, on), at: func(d *document) *strictyaml.Scalar { return &d.Mouse }},
		{name: editor, fits: fitsEditor, means: meansEditor, at: func(d *document) *strictyaml.Scalar { return &d.Editor }},
		{name: running, usual: "ask", values: among("ask", "never"), at: func(d *document) *strictyaml.Scalar { return &d.Run }},
		{name: onSave, usual: off, values: among(off, on), at: func(d *document) *strictyaml.Scalar { return &d.OnSave }},
	}
}

// Names lists the settings in the order of the file, without the keys.
func Names() []string {
	var names []string
	for _, s := range table() {
		names = append(names, s.name)
	}
	return names
}

// settingNamed returns a row of the table, or an error that names the nearest.
func settingNamed(name string) (setting, error) {
	for _, s := range table() {
		if s.name == name {
			return s, nil
		}
	}
	if name == "keys" {
		return setting{}, fmt.Errorf("keys are a list: change them in the file, with cairn config edit")
	}
	if near := nearest.Name(name, Names()); near != "" {
		return setting{}, fmt.Errorf("there is no setting %q: did you mean %q?", name, near)
	}
	return setting{}, fmt.Errorf("there is no setting %q; there are %s", name, strings.Join(Names(), ", "))
}

// variable is the variable of the environment that sets a setting for one run.
func (s setting) variable() string {
	return "CAIRN_" + strings.ToUpper(strings.ReplaceAll(s.name, "-", "_"))
}

// check says what is wrong with a value, and how to mend it; nothing when it
// can be had.
func (s setting) check(own []tui.OwnTheme, value string) (msg, hint string) {
	if s.fits != nil {
		return s.fits(value)
	}
	all := s.values(own)
	if slices.Contains(all, value) {
		return "", ""
	}
	msg = fmt.Sprintf("%s cannot be %q", s.name, short(value))
	switch near := nearest.Name(value, all); {
	case slices.Contains(all, on) && (value == "true" || value == "yes"):
		hint = "write on"
	case slices.Contains(all, off) && (value == "false" || value == "no"):
		hint = "write off"
	case near != "":
		hint = fmt.Sprintf("did you mean %q?", near)
	default:
		hint = "one of: " + strings.Join(all, ", ")
	}
	if s.name == theme && strings.HasPrefix(hint, "one of") {
		hint += `, or the name of a file in the folder "themes"`
	}
	return msg, hint
}

func among(values ...string) func([]tui.OwnTheme) []string {
	return func([]tui.OwnTheme) []string { return values }
}

func languages([]tui.OwnTheme) []string {
	all := []string{auto}
	for _, l := range words.Languages() {
		all = append(all, l.Tag)
	}
	return all
}

func looks(own []tui.OwnTheme) []string {
	var all []string
	for _, l := range (tui.Preferences{Themes: own}).Looks() {
		all = append(all, string(l))
	}
	return all
}

func fitsMeasure(value string) (msg, hint string) {
	n, err := strconv.Atoi(value)
	if err != nil || strconv.Itoa(n) != value || n < tui.MeasureLeast || n > tui.MeasureMost {
		return fmt.Sprintf("measure must be a whole number from %d to %d, not %q", tui.MeasureLeast, tui.MeasureMost, short(value)), ""
	}
	return "", ""
}

// number is a measure that was checked.
func number(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return tui.MeasureUsual
	}
	return n
}

func fitsEditor(value string) (msg, hint string) {
	if strings.TrimSpace(value) != value || strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return "editor must be a command on one line, without spaces around it", "such as nano, or code --wait"
	}
	if _, err := editing.Words(value); err != nil && value != "" {
		return "a quote in the command is never closed", "such as 'C:\\Program Files\\editor.exe' --wait"
	}
	return "", ""
}

func meansLanguage(m Machine, value string) (means, because string) {
	if value != auto {
		return "", ""
	}
	tag := words.Environment(m.Getenv)
	if tag == "" {
		return words.Languages()[0].Tag, ""
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if m.Getenv(name) != "" {
			because = name
			break
		}
	}
	if alone := words.Environment(without(m.Getenv, "LANGUAGE")); alone != tag {
		because = "LANGUAGE"
	}
	return tag, because
}

// without is an environment that lacks one variable.
func without(getenv func(string) string, name string) func(string) string {
	return func(asked string) string {
		if asked == name {
			return ""
		}
		return getenv(asked)
	}
}

// meansTheme follows no-color.org: any value of NO_COLOR counts, and a theme
// that the learner named is over it.
func meansTheme(m Machine, value string) (means, because string) {
	if value == auto && m.Getenv("NO_COLOR") != "" {
		return string(tui.LookMono), "NO_COLOR"
	}
	return "", ""
}

func meansSymbols(m Machine, value string) (means, because string) {
	switch {
	case value != auto:
		return "", ""
	case m.ASCII:
		return "ascii", ""
	}
	return "unicode", ""
}

// meansScreen never draws where nothing can be drawn on.
func meansScreen(m Machine, value string) (means, because string) {
	switch {
	case !m.Terminal:
		return "plain", ""
	case m.Getenv("TERM") == "dumb":
		return "plain", "TERM"
	case value != auto:
		return "", ""
	case m.Getenv("ACCESSIBLE") != "":
		return "plain", "ACCESSIBLE"
	}
	return "full", ""
}

func meansEditor(m Machine, value string) (means, because string) {
	if value != "" {
		return "", ""
	}
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if command := m.Getenv(name); command != "" {
			return command, name
		}
	}
	return "", ""
}

// short cuts what a message repeats.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
