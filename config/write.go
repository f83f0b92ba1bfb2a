package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/internal/filelock"
	"github.com/cairn-learn/cairn/internal/strictyaml"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// Set writes a value of a setting into the file of a reading, and makes the file
// first where there is none, with a word on every setting. An error leaves the
// file as it was.
func (c *Config) Set(name, value string, w *words.Words) error {
	s, err := settingNamed(name)
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	if msg, hint := s.check(c.Themes, value); msg != "" && (value != "" || s.usual != "") {
		if hint != "" {
			msg += "; " + hint
		}
		return errors.New(msg)
	}
	release, err := c.alone()
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	defer release()
	src, err := c.source(w)
	if err != nil {
		return fmt.Errorf("setting %s: %w", name, err)
	}
	changed, err := SetIn(src, name, value)
	if err != nil {
		return fmt.Errorf("setting %s in %s: %w", name, c.File, err)
	}
	if err := replaceFile(c.File, changed); err != nil {
		return fmt.Errorf("setting %s: writing %s: %w", name, c.File, err)
	}
	return nil
}

// Init writes a file in which every setting is explained and none is changed. It
// fails with fs.ErrExist when there is a file.
func (c *Config) Init(w *words.Words) error {
	switch {
	case c.File == "":
		return errNoPlace()
	case c.Exists:
		return fmt.Errorf("%s: %w", c.File, fs.ErrExist)
	}
	if err := replaceFile(c.File, template(w)); err != nil {
		return fmt.Errorf("writing %s: %w", c.File, err)
	}
	return nil
}

// alone waits until no other window is changing the settings, so that what it
// keeps is read before this one writes. Where the file system has no locks, it
// goes on without.
func (c *Config) alone() (release func(), err error) {
	if c.File == "" {
		return nil, errNoPlace()
	}
	name, err := followed(c.File)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return nil, err
	}
	name = filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".lock")
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		release = func() { _ = os.Remove(name); _ = f.Close() } // where it cannot be removed it does no harm
		switch err := filelock.Wait(f); {
		case errors.Is(err, filelock.ErrNone):
			return release, nil
		case err != nil:
			_ = f.Close()
			return nil, fmt.Errorf("locking %s: %w", name, err)
		}
		here, err := f.Stat()
		if err != nil {
			_ = f.Close()
			return nil, err
		}
		if there, err := os.Stat(name); err == nil && os.SameFile(here, there) {
			return release, nil
		}
		_ = f.Close() // whoever had it has removed it: another may have made a new one
	}
}

func errNoPlace() error {
	return errors.New("the environment names no folder for settings; name a file in CAIRN_CONFIG")
}

// source is the text to change: the file as it is now, or a new one.
func (c *Config) source(w *words.Words) ([]byte, error) {
	if c.File == "" {
		return nil, errNoPlace()
	}
	src, err := readFile(c.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return template(w), nil
	case err != nil:
		return nil, fmt.Errorf("reading %s: %s", c.File, reason(err))
	}
	return src, nil
}

// SetIn returns a text of settings in which a setting has another value: its
// line is changed, or the line that has its usual value as a remark, else a line
// is added at the end. No other byte changes. It fails when the setting is
// written in a way that one line cannot change.
func SetIn(src []byte, name, value string) ([]byte, error) {
	s, err := settingNamed(name)
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(value, "\r\n") {
		return nil, fmt.Errorf("%s must be on one line", name)
	}
	changed := setLine(src, s, value)
	before, after := newFile("", src), newFile("", changed)
	was, is := before.document(), after.document()
	if got := s.at(&is); got.Text != value || len(after.found) > len(before.found) {
		line := s.at(&was).Line
		if line == 0 {
			return nil, errors.New("the file is written in a way that a line cannot be added to; change it by hand")
		}
		return nil, fmt.Errorf("line %d is written in a way that cannot be changed here; change it by hand", line)
	}
	return changed, nil
}

// setLine changes the first line that says something of a setting, else the one
// that has it as a remark, else it adds one.
func setLine(src []byte, s setting, value string) []byte {
	pair := s.name + ": " + scalar(value)
	said := regexp.MustCompile(`(?m)^(?:\x{feff})?` + s.name + `[ \t]*:(?:[ \t][^\r\n]*)?(?:\r?$)`)
	if at := said.FindIndex(src); at != nil {
		line := src[at[0]:at[1]]
		start := bytes.IndexByte(line, ':') + 1
		end := len(bytes.TrimRight(line, "\r"))
		remark := remarkOf(line[start:end])
		var out []byte
		out = append(out, src[:at[0]]...)
		out = append(out, line[:start]...)
		out = append(out, pair[len(s.name)+1:]...)
		out = append(out, remark...)
		out = append(out, line[end:]...)
		return append(out, src[at[1]:]...)
	}
	for _, m := range regexp.MustCompile(`(?m)^#`+s.name+`:[ \t]?([^\r\n]*)(?:\r?$)`).FindAllSubmatchIndex(src, -1) {
		was := strings.TrimSpace(string(src[m[2]:m[3]]))
		if was != scalar(s.usual) {
			continue
		}
		out := append([]byte(nil), src[:m[0]]...)
		out = append(out, pair...)
		return append(out, src[m[3]:]...)
	}
	end := "\n"
	if bytes.Contains(src, []byte("\r\n")) {
		end = "\r\n"
	}
	out := append([]byte(nil), src...)
	if len(bytes.TrimPrefix(out, []byte("\ufeff"))) > 0 && out[len(out)-1] != '\n' {
		out = append(out, end...)
	}
	return append(out, pair+end...)
}

// remarkOf returns the remark behind a value, with the spaces before it. text is
// what follows a key.
func remarkOf(text []byte) []byte {
	quote := byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote && (quote == '\'' || text[i-1] != '\\') {
				quote = 0
			}
		case (c == '"' || c == '\'') && len(bytes.TrimSpace(text[:i])) == 0:
			quote = c
		case c == '#' && i > 0 && (text[i-1] == ' ' || text[i-1] == '\t'):
			return text[len(bytes.TrimRight(text[:i], " \t")):]
		}
	}
	return nil
}

// scalar writes a value as YAML: as it is where that reads back, else in quotes.
func scalar(value string) string {
	if value != "" && plainScalar(value) {
		return value
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

// plainScalar reports a text that YAML takes for itself, in a list too.
func plainScalar(value string) bool {
	var got struct {
		Values []strictyaml.Scalar `yaml:"values"`
	}
	if strings.ContainsAny(value, "\r\n") {
		return false
	}
	problems := strictyaml.Decode([]byte("values: ["+value+"]"), &got)
	return len(problems) == 0 && len(got.Values) == 1 && got.Values[0].Text == value && !strings.ContainsAny(value, `#"'`)
}

// template returns the text of a file of settings in which every setting is
// explained and has its usual value as a remark.
func template(w *words.Words) []byte {
	var b bytes.Buffer
	remark := func(text string) {
		for _, line := range fold(text, 78) {
			b.WriteString("# " + line + "\n")
		}
	}
	p := w.Preferences
	remark(p.FileHead)
	for _, s := range table() {
		b.WriteString("\n")
		remark(p.About[s.name])
		if s.values != nil {
			remark(p.OneOf(strings.Join(s.values(nil), ", ")))
		}
		b.WriteString("#" + s.name + ": " + scalar(s.usual) + "\n")
	}
	b.WriteString("\n")
	remark(p.About["keys"])
	usual := tui.DefaultKeymap()
	b.WriteString("#keys:\n")
	for _, i := range []tui.Intent{tui.IntentHint, tui.IntentSkip} {
		b.WriteString("#  " + string(i) + ": [" + quoted(usual[i]) + "]\n")
	}
	return b.Bytes()
}

// fold breaks text between words into lines of at most a width, in characters.
func fold(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+n
	}
	return append(lines, line)
}

// replaceFile gives a file another content at once: a reader sees the old one or
// the new one. A link is followed, and a file that is there keeps its
// permissions; a new one is for the owner only.
func replaceFile(name string, content []byte) error {
	name, err := followed(name)
	if err != nil {
		return err
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return errors.New("it is not a file")
		}
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(dir, ".config-*.yaml")
	if err != nil {
		return err
	}
	err = fill(temp, content, mode)
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // what went wrong first is what counts
	}
	return err
}

// followed is where a name leads by links, whether or not a file is there yet.
func followed(name string) (string, error) {
	for range 40 { // as many as systems follow
		to, link := linked(name)
		if !link {
			return name, nil
		}
		if !filepath.IsAbs(to) {
			to = filepath.Dir(name) + string(filepath.Separator) + to // not cleaned: a folder may be a link too
		}
		name = to
	}
	return "", fmt.Errorf("%s: the links lead in a circle", name)
}

// linked is where a link leads. What cannot be read as one is none: whoever
// opens it will say what is wrong.
func linked(name string) (to string, link bool) {
	to, err := os.Readlink(name)
	return to, err == nil
}

// fill writes a file durably and closes it.
func fill(f *os.File, content []byte, mode fs.FileMode) error {
	_, err := f.Write(content)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
