package config

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

var update = flag.Bool("update", false, "rewrite what the files in testdata expect")

// environment is an environment of the variables given, as "NAME=value".
func environment(vars ...string) func(string) string {
	return func(name string) string {
		for _, v := range vars {
			if n, value, _ := strings.Cut(v, "="); n == name {
				return value
			}
		}
		return ""
	}
}

// TestRead reads the files of settings in testdata/settings: each ends with what
// is reported of it and with what then holds besides what is usual.
func TestRead(t *testing.T) {
	sheets(t, "testdata/settings/*.txt", func(src string) string {
		c := reading(t, src)
		var out strings.Builder
		writeFindings(&out, c.Findings)
		for _, v := range c.Settings {
			if v.From != FromDefault {
				fmt.Fprintf(&out, "%s: %s (line %d)\n", v.Name, v.Text, v.Line)
			}
		}
		usual := tui.DefaultKeymap()
		for _, i := range intentNames(c.Keys) {
			if intent := tui.Intent(i); !slices.Equal(c.Keys[intent], usual[intent]) {
				fmt.Fprintf(&out, "keys of %s: %s\n", i, strings.Join(c.Keys[intent], " "))
			}
		}
		return out.String()
	})
}

// TestThemes reads the theme files in testdata/themes in the same way.
func TestThemes(t *testing.T) {
	sheets(t, "testdata/themes/*.txt", func(src string) string {
		own, found := readTheme("mine.yaml", "mine", []byte(src))
		base := tui.PaletteOf(tui.LookAuto, own.Dark)
		var out strings.Builder
		writeFindings(&out, found)
		fmt.Fprintf(&out, "dark: %v\n", own.Dark)
		for i, c := range own.Palette.Colours() {
			if *c.Value != *base.Colours()[i].Value {
				fmt.Fprintf(&out, "%s: %q\n", c.Name, *c.Value)
			}
		}
		return out.String()
	})
}

// sheets compares, in each file, what follows a line of equals signs with what
// comes of the text before it.
func sheets(t *testing.T, pattern string, of func(src string) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(text)
			for i := 0; i+1 < len(a.Files); i += 2 {
				got := of(string(a.Files[i].Data))
				if *update {
					a.Files[i+1].Data = []byte(got)
				} else if want := string(a.Files[i+1].Data); got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", a.Files[i].Name, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func writeFindings(out *strings.Builder, found []course.Diag) {
	for _, d := range found {
		fmt.Fprintf(out, "%d:%d %s %s: %s\n", d.Pos.Line, d.Pos.Col, d.Severity, d.Code, d.Msg)
		if d.Hint != "" {
			fmt.Fprintf(out, "    %s\n", d.Hint)
		}
	}
}

// reading is the reading of a text, without files.
func reading(t *testing.T, src string) *Config {
	t.Helper()
	c := &Config{File: "config.yaml"}
	c.read(Machine{Getenv: environment(), Terminal: true}, []byte(src))
	return c
}

// TestTemplate wants the template to change nothing and to find no fault with
// itself, in every language, and to take every setting in the place of its
// remark.
func TestTemplate(t *testing.T) {
	for _, l := range words.Languages() {
		w := words.For(l.Tag)
		c := reading(t, string(template(w)))
		if len(c.Findings) > 0 {
			t.Errorf("%s: %v", l.Tag, c.Findings)
		}
		for _, row := range table() {
			if w.Preferences.About[row.name] == "" || w.Preferences.Names[row.name] == "" {
				t.Errorf("%s: nothing is said of %s", l.Tag, row.name)
			}
			if v, _ := c.Get(row.name); v.From != FromDefault {
				t.Errorf("%s: the template sets %s", l.Tag, row.name)
			}
			for _, value := range someValues(row) {
				src := template(w)
				got, err := SetIn(src, row.name, value)
				if err != nil {
					t.Errorf("%s: %s: %v", l.Tag, row.name, err)
					continue
				}
				want := strings.Replace(string(src), "\n#"+row.name+": "+scalar(row.usual)+"\n", "\n"+row.name+": "+scalar(value)+"\n", 1)
				if string(got) != want || want == string(src) {
					t.Errorf("%s: setting %s to %q gives\n%s", l.Tag, row.name, value, got)
				}
			}
		}
	}
}

// TestUsualValuesFit wants each usual value to be one that the setting can have,
// and each value to be told in words where there are several.
func TestUsualValuesFit(t *testing.T) {
	for _, row := range table() {
		if msg, _ := row.check(nil, row.usual); msg != "" {
			t.Errorf("the usual %s: %s", row.name, msg)
		}
	}
	said := words.English().Preferences.Values
	for key := range said {
		name, value, _ := strings.Cut(key, ":")
		row, err := settingNamed(name)
		if err != nil {
			t.Errorf("words for %s: %v", key, err)
		} else if msg, _ := row.check(nil, value); msg != "" {
			t.Errorf("words for %s: %s", key, msg)
		}
	}
}

// someValues are values that a setting can have.
func someValues(row setting) []string {
	if row.values != nil {
		return row.values(nil)
	}
	switch row.name {
	case measure:
		return []string{"40", "72", "100"}
	case editor:
		return []string{"nano", "code --wait", `'/opt/my editor/bin' -n`, `"C:\Programs\edit.exe" # not a remark`, "vi # either", "a: b", "[x]", "ëdit", "- x", "*star"}
	}
	return nil
}

func TestDefaultFile(t *testing.T) {
	for _, c := range []struct {
		system string
		vars   []string
		want   string
	}{
		{"linux", []string{"HOME=/home/ada"}, "/home/ada/.config/cairn/config.yaml"},
		{"linux", []string{"HOME=/home/ada", "XDG_CONFIG_HOME=/etc/ada"}, "/etc/ada/cairn/config.yaml"},
		{"linux", []string{"HOME=/home/ada", "XDG_CONFIG_HOME=relative"}, "/home/ada/.config/cairn/config.yaml"},
		{"linux", []string{"CAIRN_CONFIG=/tmp/x.yaml", "XDG_CONFIG_HOME=/etc/ada"}, "/tmp/x.yaml"},
		{"linux", nil, ""},
		{"darwin", []string{"HOME=/Users/ada"}, "/Users/ada/Library/Application Support/cairn/config.yaml"},
	} {
		if got := defaultFile(c.system, environment(c.vars...)); got != filepath.FromSlash(c.want) {
			t.Errorf("%s %v: %q, want %q", c.system, c.vars, got, c.want)
		}
	}
}

// TestSources says which of command line, environment and file a value is from.
func TestSources(t *testing.T) {
	for _, c := range []struct {
		name, src string
		vars      []string
		flags     map[string]string
		setting   string
		want      string // value (from) means, because
	}{
		{"nothing is said", "", nil, nil, "theme", "auto (default)"},
		{"the file", "theme: dark\n", nil, nil, "theme", "dark (file)"},
		{"the environment is over the file", "theme: dark\n", []string{"CAIRN_THEME=light"}, nil, "theme", "light (CAIRN_THEME)"},
		{"the command line is over both", "language: fr\n", []string{"CAIRN_LANGUAGE=es"}, map[string]string{"language": "de"}, "language", "de (flag)"},
		{"a mistake in the environment leaves the file", "theme: dark\n", []string{"CAIRN_THEME=lihgt"}, nil, "theme", "dark (file)"},
		{"a mistake in the file leaves what is usual", "theme: drak\n", nil, nil, "theme", "auto (default)"},
		{"colours are unwanted", "", []string{"NO_COLOR=yes"}, nil, "theme", "auto (default) mono, NO_COLOR"},
		{"a theme that was named is over that", "theme: dark\n", []string{"NO_COLOR=1"}, nil, "theme", "dark (file)"},
		{"the locale", "", []string{"LANG=de_AT.UTF-8"}, nil, "language", "auto (default) de, LANG"},
		{"a language is over the locale", "language: es\n", []string{"LANG=de_AT.UTF-8"}, nil, "language", "es (file)"},
		{"a list of languages", "", []string{"LANG=de_AT.UTF-8", "LANGUAGE=fr:de"}, nil, "language", "auto (default) fr, LANGUAGE"},
		{"no locale", "", nil, nil, "language", "auto (default) en"},
		{"a screen reader", "", []string{"ACCESSIBLE=1"}, nil, "screen", "auto (default) plain, ACCESSIBLE"},
		{"full all the same", "screen: full\n", []string{"ACCESSIBLE=1"}, nil, "screen", "full (file)"},
		{"a terminal that cannot draw", "screen: full\n", []string{"TERM=dumb"}, nil, "screen", "full (file) plain, TERM"},
		{"an editor", "", []string{"EDITOR=ed"}, nil, "editor", " (default) ed, EDITOR"},
		{"an editor for screens", "", []string{"EDITOR=ed", "VISUAL=vi"}, nil, "editor", " (default) vi, VISUAL"},
	} {
		conf := &Config{File: "config.yaml"}
		conf.read(Machine{Getenv: environment(c.vars...), Flags: c.flags, Terminal: true}, []byte(c.src))
		v, _ := conf.Get(c.setting)
		got := fmt.Sprintf("%s (%s)", v.Text, v.From)
		if v.Means != "" {
			got += " " + v.Means
		}
		if v.Because != "" {
			got += ", " + v.Because
		}
		if got != c.want {
			t.Errorf("%s: %s is %s, want %s", c.name, c.setting, got, c.want)
		}
		if mistake := strings.HasPrefix(c.name, "a mistake"); mistake != (conf.Errors() > 0) {
			t.Errorf("%s: %v", c.name, conf.Findings)
		}
	}
}
