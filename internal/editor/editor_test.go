package editor

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		command string
		want    []string
	}{
		{"vim", []string{"vim"}},
		{"  code  --wait ", []string{"code", "--wait"}},
		{`"/opt/my editor/ed" -n`, []string{"/opt/my editor/ed", "-n"}},
		{`'it is' one\ word "a \"b\""`, []string{"it is", "one word", `a "b"`}},
		{`C:\bin\vim.exe -g`, []string{`C:\bin\vim.exe`, "-g"}},
		{"ed ''", []string{"ed", ""}},
		{"ed $HOME `id` $(id); rm *", []string{"ed", "$HOME", "`id`", "$(id);", "rm", "*"}},
	} {
		if got, err := Words(c.command); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q (%v), want %q", c.command, got, err, c.want)
		}
	}
	for _, c := range []string{"", "  ", "\t"} {
		if _, err := Words(c); !errors.Is(err, ErrNone) {
			t.Errorf("%q: %v, want that no editor is set", c, err)
		}
	}
	if _, err := Words(`vim "a`); err == nil || !strings.Contains(err.Error(), "never closed") {
		t.Errorf("an open quote: %v", err)
	}
}

func FuzzWords(f *testing.F) {
	f.Add(`a "b c" \ d 'e`)
	f.Fuzz(func(t *testing.T, command string) {
		words, err := Words(command)
		if (err == nil) != (len(words) > 0) {
			t.Errorf("%q: %q, %v", command, words, err)
		}
	})
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		chosen  string
		environ []string
		want    string
	}{
		{"micro", []string{"VISUAL=vim", "EDITOR=ed"}, "micro"},
		{"", []string{"EDITOR=ed", "VISUAL=vim"}, "vim"},
		{" ", []string{"EDITOR=ed", "VISUAL="}, "ed"},
		{"", []string{"MYEDITOR=ed"}, ""},
	} {
		if got := Find(c.chosen, c.environ); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.chosen, c.environ, got, c.want)
		}
	}
}

// TestADraftIsPrivateAndGoes looks at the file as the editor finds it, and
// after the end.
func TestADraftIsPrivateAndGoes(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(`"`+self+`" -n`, "one\ntwo")
	if err != nil {
		t.Fatal(err)
	}
	cmd := d.Command()
	file := cmd.Args[len(cmd.Args)-1]
	if cmd.Path != self || !slices.Equal(cmd.Args[1:len(cmd.Args)-1], []string{"-n"}) {
		t.Errorf("the command is %q", cmd.Args)
	}
	if runtime.GOOS != "windows" {
		for path, want := range map[string]os.FileMode{file: 0o600, filepath.Dir(file): 0o700} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v, want mode %v", filepath.Base(path), info, err, want)
			}
		}
	}
	for written, want := range map[string]string{
		"one\ntwo": "one\ntwo", "a\n": "a", "a\r\n": "a", "a\n\n": "a\n", "\uFEFFa": "a", "a\xffb": "a\uFFFDb", "": "",
	} {
		if err := os.WriteFile(file, []byte(written), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := d.Text(); err != nil || got != want {
			t.Errorf("%q is taken back as %q (%v), want %q", written, got, err, want)
		}
	}
	d.End()
	if _, err := os.Stat(filepath.Dir(file)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
	if _, err := d.Text(); err == nil {
		t.Error("a text is read that has gone")
	}
}

// TestATextThatIsTooLongIsKept says where it lies, and leaves it there.
func TestATextThatIsTooLongIsKept(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	d, err := New(`"`+self+`"`, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.file, make([]byte, maxText+3), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Text(); err == nil || !strings.Contains(err.Error(), d.file) {
		t.Errorf("a text without end: %v", err)
	}
	d.End()
	if info, err := os.Stat(d.file); err != nil || info.Size() != maxText+3 {
		t.Errorf("the text is gone: %v", err)
	}
}

func TestAnEditorThatIsNotThere(t *testing.T) {
	if _, err := New("no-such-editor-anywhere -x", ""); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("%v, want that it is not found", err)
	}
	if _, err := New("", ""); !errors.Is(err, ErrNone) {
		t.Errorf("%v, want that none is set", err)
	}
}
