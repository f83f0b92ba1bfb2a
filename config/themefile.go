package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/nearest"
	"github.com/cairn-learn/cairn/internal/strictyaml"
	"github.com/cairn-learn/cairn/tui"
)

// maxThemes is how many theme files are looked at, also those that cannot be used.
const maxThemes = 100

// ground is the key of a theme file that is no colour.
const ground = "ground"

// readThemes reads the theme files of the learner's folder.
func (c *Config) readThemes() {
	if c.Folder == "" {
		return
	}
	entries, err := os.ReadDir(c.Folder)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			c.fail(codeTheme, c.Folder, "the folder of themes cannot be read: "+reason(err), "")
		}
		return
	}
	looked := 0
	for _, e := range entries {
		name, isTheme := strings.CutSuffix(e.Name(), ".yaml")
		path := filepath.Join(c.Folder, e.Name())
		switch {
		case !isTheme || strings.HasPrefix(name, "."):
			continue
		case looked == maxThemes:
			c.fail(codeTheme, c.Folder, fmt.Sprintf("there are more than %d themes; the others are passed over", maxThemes), "")
			return
		}
		looked++
		switch {
		case !goodThemeName(name):
			c.fail(codeTheme, path, "a theme is named after its file, in letters, digits and hyphens", "rename the file")
			continue
		case slices.Contains(looks(nil), name):
			c.fail(codeTheme, path, fmt.Sprintf("%s is the name of a built-in theme, which stays", name), "rename the file")
			continue
		}
		src, err := readFile(path)
		if err != nil {
			c.fail(codeTheme, path, "it cannot be read: "+reason(err), "")
			continue
		}
		own, found := readTheme(path, name, src)
		c.Themes, c.Findings = append(c.Themes, own), append(c.Findings, found...)
	}
}

// goodThemeName reports a name that can be typed anywhere.
func goodThemeName(name string) bool {
	return regexp.MustCompile(`^[\pL\pN][\pL\pN_-]{0,39}$`).MatchString(name)
}

// readTheme reads the text of a theme file: its ground, dark or light, and any
// colours; the others are those of the built-in theme of that ground. A mistake
// costs the colour that it is in. file is what findings call the file.
func readTheme(file, name string, src []byte) (tui.OwnTheme, []course.Diag) {
	f := newFile(file, src)
	var said strictyaml.Map[strictyaml.Scalar]
	f.decode(&said)
	dark := f.ground(said)
	own := tui.OwnTheme{Palette: tui.PaletteOf(tui.LookAuto, dark), Dark: dark}
	own.Palette.Name = name
	colours := own.Palette.Colours()
	var names []string
	for _, c := range colours {
		names = append(names, c.Name)
	}
	set := map[string]strictyaml.Scalar{}
	for _, entry := range said {
		i := slices.Index(names, entry.Key)
		switch {
		case entry.Key == ground:
		case i < 0:
			hint := "there are " + strings.Join(names, ", ")
			if near := nearest.Name(entry.Key, append([]string{ground}, names...)); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			f.at(course.Error, codeColour, strictyaml.Scalar{Text: entry.Key, Line: entry.Line, Col: entry.Col}, fmt.Sprintf("nothing is coloured %q", short(entry.Key)), hint)
		case f.colour(entry):
			*colours[i].Value = entry.Value.Text
			set[entry.Key] = entry.Value
		}
	}
	f.contrast(own, set)
	return own, f.sorted()
}

// ground says whether a theme is for a dark ground, which it is unless it says
// light.
func (f *file) ground(said strictyaml.Map[strictyaml.Scalar]) (dark bool) {
	for _, entry := range said {
		if entry.Key != ground || entry.Value.Line == 0 {
			continue
		}
		switch entry.Value.Text {
		case "dark":
			return true
		case "light":
			return false
		}
		f.at(course.Error, codeTheme, entry.Value, fmt.Sprintf("ground must be dark or light, not %q; dark is taken", short(entry.Value.Text)), "")
		return true
	}
	f.at(course.Error, codeTheme, strictyaml.Scalar{Line: 1, Col: 1}, "nothing says for which ground the theme is; dark is taken", "write ground: dark, or ground: light")
	return true
}

// colour reports what is wrong with a colour, and whether it can be used.
func (f *file) colour(entry strictyaml.Entry[strictyaml.Scalar]) bool {
	said := entry.Value
	at := strictyaml.Scalar{Text: entry.Key, Line: entry.Line, Col: entry.Col}
	if said.Line == 0 { // no value, or one that YAML takes for a remark
		_, remark, found := strings.Cut(f.line(entry.Line), "#")
		if found && isColour("#"+strings.ToLower(firstWord(remark))) {
			f.at(course.Error, codeColour, at, fmt.Sprintf("%s has no value: # begins a remark", entry.Key), fmt.Sprintf(`put the colour in quotes: "#%s"`, firstWord(remark)))
		} else if !slices.ContainsFunc(f.found, func(d course.Diag) bool { return d.Pos.Line == entry.Line }) {
			f.at(course.Error, codeColour, at, entry.Key+" has no value", `write "" for the terminal's own colour`)
		}
		return false
	}
	if isColour(said.Text) {
		return true
	}
	hint := `a colour is "#rrggbb", a number from 0 to 15, or "" for the terminal's own`
	switch lower := strings.ToLower(said.Text); {
	case isColour("#" + lower):
		hint = fmt.Sprintf(`write "#%s"`, said.Text)
	case regexp.MustCompile(`^#[0-9a-f]{3}$`).MatchString(lower):
		hint = fmt.Sprintf(`write "#%c%c%c%c%c%c"`, lower[1], lower[1], lower[2], lower[2], lower[3], lower[3])
	}
	f.at(course.Error, codeColour, said, fmt.Sprintf("%q is no colour", short(said.Text)), hint)
	return false
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// isColour reports whether a palette may have a text as a colour.
func isColour(s string) bool {
	if s == "" {
		return true
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n >= 0 && n <= 15 && strconv.Itoa(n) == s
	}
	return regexp.MustCompile(`^#[0-9a-fA-F]{6}$`).MatchString(s)
}

// contrast warns of each colour that the file sets and that makes something hard
// to read, and names what is worst.
func (f *file) contrast(own tui.OwnTheme, set map[string]strictyaml.Scalar) {
	worst := map[string]tui.Weak{}
	for _, g := range tui.Grounds(own.Dark) {
		for _, w := range own.Palette.WeakOn(g, tui.ContrastAA) {
			by := w.Ink
			if _, ok := set[by]; !ok {
				by = w.On
			}
			if before, known := worst[by]; !known || w.Ratio < before.Ratio {
				worst[by] = w
			}
		}
	}
	for by, at := range set {
		w, weak := worst[by]
		if !weak {
			continue
		}
		on := w.On
		if on == "" {
			on = w.Ground + ", a ground that terminals have"
		}
		f.at(course.Warning, codeContrast, at, fmt.Sprintf("%s has a contrast of %.1f to 1 on %s", w.Ink, w.Ratio, on),
			fmt.Sprintf("text needs %.1f to 1 to be read with ease", tui.ContrastAA))
	}
}

// ThemeText returns a built-in theme as the text of a theme file, to begin one's
// own with. folder is where theme files are kept; ok is false when there is no
// such theme. Themes that follow the terminal are given as for a dark ground,
// or with light as for a light one.
func ThemeText(name, folder string, light bool) (text []byte, ok bool) {
	if !slices.Contains(looks(nil), name) {
		return nil, false
	}
	dark := name == string(tui.LookDark) || !light && name != string(tui.LookLight)
	p := tui.PaletteOf(tui.Look(name), dark)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# A theme for cairn, with the colours of %s. Keep it in the folder\n# %s\n", name, folder)
	b.WriteString("# with a name of its own, such as mine.yaml, and choose it with\n# cairn config set theme mine\n#\n" +
		"# A colour is \"#rrggbb\" in quotes, the number of one of the terminal's own 16\n# colours, from 0 to 15, or \"\" for what the terminal has. A colour that is left\n# out is the one of the built-in theme of the same ground.\n\n")
	said := "light"
	if dark {
		said = "dark"
	}
	fmt.Fprintf(&b, "# The ground of the terminal that it is for: dark or light.\n%s: %s\n", ground, said)
	for _, c := range p.Colours() {
		fmt.Fprintf(&b, "\n# %s\n%s: \"%s\"\n", c.Means, c.Name, *c.Value)
	}
	return b.Bytes(), true
}
