package config

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSetIn changes one line and no other byte.
func TestSetIn(t *testing.T) {
	for _, c := range []struct{ name, src, setting, value, want string }{
		{"an empty file", "", "theme", "dark", "theme: dark\n"},
		{"a value", "theme: light\n", "theme", "dark", "theme: dark\n"},
		{"a value with a remark", "mouse: off\ntheme:  light   # mine\nlinks: on\n", "theme", "dark", "mouse: off\ntheme: dark   # mine\nlinks: on\n"},
		{"a value in quotes", `editor: "vi # not" # a remark`, "editor", "nano", "editor: nano # a remark"},
		{"no value", "theme:\n", "theme", "dark", "theme: dark\n"},
		{"no value and a remark", "theme:  # mine\n", "theme", "dark", "theme: dark  # mine\n"},
		{"a remark with the usual value", "# The colours.\n#theme: auto\n\n#mouse: off\n", "theme", "dark", "# The colours.\ntheme: dark\n\n#mouse: off\n"},
		{"a remark that is a sentence", "# theme: the colours\n", "theme", "dark", "# theme: the colours\ntheme: dark\n"},
		{"the end without a line end", "mouse: on", "theme", "dark", "mouse: on\ntheme: dark\n"},
		{"after a list of keys", "keys:\n  hint: x\n", "theme", "dark", "keys:\n  hint: x\ntheme: dark\n"},
		{"lines as on Windows", "mouse: on\r\ntheme: light # x\r\nlinks: on\r\n", "theme", "dark", "mouse: on\r\ntheme: dark # x\r\nlinks: on\r\n"},
		{"added to lines as on Windows", "mouse: on\r\n", "theme", "dark", "mouse: on\r\ntheme: dark\r\n"},
		{"a byte order mark", "\ufefftheme: light\n", "theme", "dark", "\ufefftheme: dark\n"},
		{"unknown lines", "colour: blue\ntheme: light\nwhat is this\n", "theme", "dark", "colour: blue\ntheme: dark\nwhat is this\n"},
		{"twice: the first counts", "theme: light\ntheme: mono\n", "theme", "dark", "theme: dark\ntheme: mono\n"},
		{"a text with signs of YAML", "", "editor", `'/my editor' --x "#1"`, `editor: '''/my editor'' --x "#1"'` + "\n"},
		{"nothing", "editor: vi\n", "editor", "", "editor: ''\n"},
	} {
		got, err := SetIn([]byte(c.src), c.setting, c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q (%v), want %q", c.name, got, err, c.want)
		}
	}
	for _, c := range []struct{ name, src string }{
		{"several lines", "theme:\n  light\n"},
		{"a folded text", "theme: >\n  light\n"},
		{"a mapping in brackets", "{theme: light}\n"},
		{"the end of the document", "mouse: on\n...\n"},
	} {
		if got, err := SetIn([]byte(c.src), "theme", "dark"); err == nil {
			t.Errorf("%s: became %q", c.name, got)
		}
	}
}

// TestSetThenGet sets any setting in any file: what is read then is what was
// set, every other setting is as before, and so is every other line.
func TestSetThenGet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var src strings.Builder
		for _, row := range table() {
			line := rapid.SampledFrom([]string{"", "", row.name + ": " + scalar(rapid.SampledFrom(someValues(row)).Draw(t, "before")), "#" + row.name + ": " + scalar(row.usual), "# a remark", "unknown: 1"}).Draw(t, "line")
			src.WriteString(line)
			src.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", " # why\n", "\n\n"}).Draw(t, "end"))
		}
		if rapid.Bool().Draw(t, "keys") {
			src.WriteString("keys:\n  hint: [x]\n")
		}
		row := rapid.SampledFrom(table()).Draw(t, "setting")
		value := rapid.SampledFrom(someValues(row)).Draw(t, "value")
		got, err := SetIn([]byte(src.String()), row.name, value)
		if err != nil {
			t.Fatalf("setting %s to %q in\n%s\n%v", row.name, value, src.String(), err)
		}
		before, after := readingOf([]byte(src.String())), readingOf(got)
		for i, v := range after.Settings {
			want := before.Settings[i].Text
			if v.Name == row.name {
				want = value
			}
			if v.Text != want {
				t.Errorf("%s is %q, want %q, after setting %s in\n%s", v.Name, v.Text, want, row.name, src.String())
			}
		}
		was, is := strings.Split(src.String(), "\n"), strings.Split(string(got), "\n")
		changed := 0
		for i, line := range is {
			if i >= len(was) || line != was[i] {
				changed++
			}
		}
		if changed > 2 || len(is)-len(was) > 1 { // 2: a last line that was empty, and the one after it
			t.Errorf("%d lines changed:\n%s\n%s", changed, src.String(), got)
		}
	})
}

func readingOf(src []byte) *Config {
	c := &Config{File: "config.yaml"}
	c.read(Machine{Getenv: environment(), Terminal: true}, src)
	return c
}

// FuzzRead reads anything: it ends, every setting has a value it can have, what
// is needed has a key, no key has two meanings, and whatever can be set then
// reads as it was set and costs no other setting anything.
func FuzzRead(f *testing.F) {
	f.Add([]byte("theme: dark\nkeys:\n  hint: [x, ctrl+y]\n"))
	f.Add([]byte("theme: \"dark\nmeasure: 70\n"))
	f.Add([]byte("keys:\n  back: [enter]\n  hint: [esc]\n  up: []\n"))
	f.Add(template(words.English()))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 4096 {
			return
		}
		c := readingOf(src)
		for i, row := range table() {
			if msg, _ := row.check(nil, c.Settings[i].Text); msg != "" {
				t.Errorf("%s holds what it cannot: %s", row.name, msg)
			}
		}
		holdsKeys(t, c.Keys)
		changed, err := SetIn(src, theme, "mono")
		if err != nil {
			return
		}
		after := readingOf(changed)
		for i, v := range after.Settings {
			switch {
			case v.Name == theme && v.Text != "mono":
				t.Errorf("theme is %q after it was set", v.Text)
			case v.Name != theme && v.Text != c.Settings[i].Text:
				t.Errorf("%s was %q and is %q", v.Name, c.Settings[i].Text, v.Text)
			}
		}
	})
}

// holdsKeys holds a keymap to what is promised of each.
func holdsKeys(t interface{ Errorf(string, ...any) }, keys tui.Keymap) {
	owner := map[string]tui.Intent{}
	for intent, list := range keys {
		for _, key := range list {
			if other, taken := owner[key]; taken {
				t.Errorf("%q does %s and %s", key, other, intent)
			}
			owner[key] = intent
		}
	}
	for intent, typing := range needed() {
		if !slices.ContainsFunc(keys[intent], func(key string) bool { return !typing || !prints(key) }) {
			t.Errorf("%s is out of reach: %q", intent, keys[intent])
		}
	}
}

// TestKeysHold gives random keys to random intents.
func TestKeysHold(t *testing.T) {
	intents := intentNames(tui.DefaultKeymap())
	var usual []string
	for _, list := range tui.DefaultKeymap() {
		usual = append(usual, list...)
	}
	slices.Sort(usual)
	rapid.Check(t, func(t *rapid.T) {
		var src strings.Builder
		src.WriteString("keys:\n")
		for _, intent := range rapid.SliceOfNDistinct(rapid.SampledFrom(intents), 1, 12, rapid.ID).Draw(t, "intents") {
			list := rapid.SliceOfN(rapid.SampledFrom(append(usual, "x", "ctrl+f9", "f15")), 0, 3).Draw(t, "keys")
			src.WriteString("  " + intent + ": [" + quoted(list) + "]\n")
		}
		holdsKeys(t, readingOf([]byte(src.String())).Keys)
	})
}

// TestSet writes files.
func TestSet(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "new", "cairn", "config.yaml")
	store := NewStore(Machine{Getenv: environment("CAIRN_CONFIG="+file, "CAIRN_THEME=light"), Terminal: true})
	if k := store.Read(); k.Look != tui.LookLight || k.List[1].From != "CAIRN_THEME" {
		t.Errorf("the environment is passed over: %+v", k.List[1])
	}
	k, err := store.Set("theme", "mono")
	if err != nil || k.Look != tui.LookMono || k.List[1].From != FromFile || k.File != file {
		t.Fatalf("after setting: %+v, %v", k.List[1], err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the new file: %v, %v", info, err)
	}
	if _, err := store.Set("theme", "drak"); err == nil || !strings.Contains(err.Error(), `did you mean "dark"?`) {
		t.Errorf("a value that cannot be had: %v", err)
	}
	if _, err := store.Set("colours", "dark"); err == nil {
		t.Error("an unknown setting was set")
	}
	if k := store.Read(); k.Look != tui.LookMono {
		t.Errorf("what was refused changed something: %v", k.Look)
	}
	if err := Load(Machine{Getenv: environment("CAIRN_CONFIG=" + file)}).Init(words.English()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there was written over: %v", err)
	}
	left, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(left) != 1 {
		t.Errorf("something was left behind: %v, %v", left, err)
	}
}

// TestSetKeepsLinksAndPermissions follows a link to the file, and leaves it as
// open to others as it was.
func TestSetKeepsLinksAndPermissions(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(target, []byte("theme: dark\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here:", err)
	}
	if _, err := NewStore(Machine{Getenv: environment("CAIRN_CONFIG=" + link)}).Set("theme", "light"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err = os.Stat(target); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("the permissions are %v, %v", info.Mode(), err)
	}
	if text, _ := os.ReadFile(target); !bytes.Equal(text, []byte("theme: light\n")) {
		t.Errorf("the file says %q", text)
	}
}

// TestSetFollowsALinkToNothing writes the file that the link names.
func TestSetFollowsALinkToNothing(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(filepath.Join("kept", "real.yaml"), link); err != nil {
		t.Skip("no links here:", err)
	}
	store := NewStore(Machine{Getenv: environment("CAIRN_CONFIG=" + link)})
	if _, err := store.Set("theme", "light"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "kept", "real.yaml")); err != nil || !bytes.Contains(text, []byte("\ntheme: light\n")) {
		t.Errorf("the file says %q (%v)", text, err)
	}
	circle := filepath.Join(dir, "circle.yaml")
	if err := os.Symlink(circle, circle); err != nil {
		t.Fatal(err)
	}
	if _, err := NewStore(Machine{Getenv: environment("CAIRN_CONFIG=" + circle)}).Set("theme", "light"); err == nil {
		t.Error("a link to itself was written to")
	}
}

// TestTwoWindowsSet has two windows change the settings at once: both changes are
// kept.
func TestTwoWindowsSet(t *testing.T) {
	for range 25 {
		file := filepath.Join(t.TempDir(), "config.yaml")
		var windows sync.WaitGroup
		for _, change := range [][2]string{{"theme", "light"}, {"mouse", "on"}} {
			store := NewStore(Machine{Getenv: environment("CAIRN_CONFIG=" + file)})
			windows.Go(func() {
				if _, err := store.Set(change[0], change[1]); err != nil {
					t.Error(err)
				}
			})
		}
		windows.Wait()
		text, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(text, []byte("\ntheme: light\n")) || !bytes.Contains(text, []byte("\nmouse: on\n")) {
			t.Fatalf("a change is lost (%v):\n%s", err, text)
		}
	}
}

// TestUnreadable never writes over what it could not read.
func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.yaml")
	if err := os.WriteFile(big, bytes.Repeat([]byte("# x\n"), maxFile/4+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{dir, big} {
		c := Load(Machine{Getenv: environment("CAIRN_CONFIG=" + file)})
		if c.Errors() != 1 || !c.Exists {
			t.Errorf("%s: %v", file, c.Findings)
		}
		if err := c.Set("theme", "dark", words.English()); err == nil {
			t.Errorf("%s was written over", file)
		}
	}
	nowhere := Load(Machine{Getenv: environment()})
	if nowhere.Errors() > 0 || nowhere.Set("theme", "dark", words.English()) == nil {
		t.Errorf("without a folder: %v", nowhere.Findings)
	}
}

// TestThemeFiles reads a folder of themes, and chooses one.
func TestThemeFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("config.yaml", "theme: ocean\n")
	write("themes/ocean.yaml", "ground: light\naccent: \"#0000aa\"\n")
	write("themes/dark.yaml", "ground: dark\n")
	write("themes/bad name.yaml", "ground: dark\n")
	write("themes/notes.txt", "not a theme\n")
	c := Load(Machine{Getenv: environment("CAIRN_CONFIG=" + filepath.Join(dir, "config.yaml"))})
	if p := c.Preferences(); p.Look != "ocean" || len(p.Themes) != 1 || p.Themes[0].Palette.Accent != "#0000aa" || p.Themes[0].Dark {
		t.Errorf("the themes are %+v", p.Themes)
	}
	if c.Errors() != 2 {
		t.Errorf("reported: %v", c.Findings)
	}
}

// TestThemeText prints each built-in theme as a file that reads back as itself.
func TestThemeText(t *testing.T) {
	for _, l := range tui.Looks() {
		for _, light := range []bool{false, true} {
			text, ok := ThemeText(string(l), "themes", light)
			own, found := readTheme("mine.yaml", "mine", text)
			want := tui.PaletteOf(l, own.Dark)
			want.Name = "mine"
			if !ok || len(found) > 0 || own.Palette != want {
				t.Errorf("%s: %v, %+v, want %+v", l, found, own.Palette, want)
			}
		}
	}
	if _, ok := ThemeText("ocean", "themes", false); ok {
		t.Error("there is no such theme")
	}
}
