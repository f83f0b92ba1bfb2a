package fingerprint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestChanged does one thing to a folder and says what has changed.
func TestChanged(t *testing.T) {
	long := strings.Repeat("x", maxFile+1)
	for _, test := range []struct {
		name string
		do   func(dir string) error
		want []string
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"another text", write("a.txt", "one and a half"), []string{"a.txt"}},
		{"another text of the same length and time", func(dir string) error {
			if err := write("a.txt", "ONE")(dir); err != nil {
				return err
			}
			return os.Chtimes(filepath.Join(dir, "a.txt"), then, then.Add(time.Second))
		}, []string{"a.txt"}},
		{"the same text, saved again", write("a.txt", "one"), nil},
		{"the same text in another file of its name", func(dir string) error {
			if err := write("new", "one")(dir); err != nil {
				return err
			}
			return os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "a.txt"))
		}, nil},
		{"a long file, saved again", write("long", long), []string{"long"}},
		{"a new file", write("b.txt", ""), []string{"b.txt"}},
		{"a new file in a folder with a dot", write(".git/HEAD", "main"), []string{".git", ".git/HEAD"}},
		{"a new folder", func(dir string) error { return os.Mkdir(filepath.Join(dir, "new"), 0o755) }, []string{"new"}},
		{"a file less", func(dir string) error { return os.Remove(filepath.Join(dir, "sub", "c.txt")) }, []string{"sub/c.txt"}},
		{"another name", func(dir string) error { return os.Rename(filepath.Join(dir, "a.txt"), filepath.Join(dir, "z.txt")) }, []string{"a.txt", "z.txt"}},
		{"what Vim keeps beside it", write(".a.txt.swp", "swap"), nil},
		{"what Emacs keeps beside it", write("#a.txt#", "one"), nil},
		{"a name that is only a sign", write("#", ""), []string{"#"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t)
			if err := write("long", long)(dir); err != nil {
				t.Fatal(err)
			}
			past(t, dir)
			before := of(t, dir, Print{})
			if err := test.do(dir); err != nil {
				t.Fatal(err)
			}
			want := slices.Clone(test.want)
			for i := range want {
				want[i] = filepath.FromSlash(want[i])
			}
			after := of(t, dir, before)
			if got := Changed(before, after); !slices.Equal(got, want) {
				t.Errorf("changed: %q, want %q", got, want)
			}
			if got := Changed(after, of(t, dir, after)); len(got) != 0 {
				t.Errorf("nothing was done, and these changed: %q", got)
			}
			if got := Changed(after, of(t, dir, Print{})); len(got) != 0 {
				t.Errorf("read anew, these changed: %q", got)
			}
		})
	}
}

// TestModesAndLinksCount changes what is no text.
func TestModesAndLinksCount(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes and links of Unix here")
	}
	dir := folder(t)
	before := of(t, dir, Print{})
	if err := os.Chmod(filepath.Join(dir, "a.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..", filepath.Join(dir, "sub", "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/", filepath.Join(dir, "out")); err != nil {
		t.Fatal(err)
	}
	after := of(t, dir, before)
	if got := Changed(before, after); !slices.Equal(got, []string{"a.txt", "out", "sub/loop"}) {
		t.Errorf("changed: %q", got)
	}
	if after.Len() > 10 {
		t.Errorf("a link was followed: %d names", after.Len())
	}
}

// TestAFileAlone looks at a file as at a folder.
func TestAFileAlone(t *testing.T) {
	dir := folder(t)
	file := filepath.Join(dir, "a.txt")
	before := of(t, file, Print{})
	if err := write("other.txt", "x")(dir); err != nil {
		t.Fatal(err)
	}
	if got := Changed(before, of(t, file, before)); len(got) != 0 {
		t.Errorf("another file counts: %q", got)
	}
	if err := write("a.txt", "more")(dir); err != nil {
		t.Fatal(err)
	}
	if got := Changed(before, of(t, file, before)); len(got) != 1 {
		t.Errorf("changed: %q", got)
	}
}

// TestWhatIsNotThere has no fingerprint, and no error.
func TestWhatIsNotThere(t *testing.T) {
	dir := folder(t)
	if p := of(t, filepath.Join(dir, "none"), Print{}); p.There || p.Len() > 0 {
		t.Errorf("%+v", p)
	}
}

// TestHostileFolders are looked at within the bounds.
func TestHostileFolders(t *testing.T) {
	t.Run("many files", func(t *testing.T) {
		dir := t.TempDir()
		for i := range maxNames + 1 {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("f%d", i)), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Of(dir, Print{}); !errors.Is(err, ErrTooMany) {
			t.Errorf("the error is %v", err)
		}
		if err := os.Remove(filepath.Join(dir, "f0")); err != nil {
			t.Fatal(err)
		}
		p := of(t, dir, Print{})
		if p.Len() != maxNames {
			t.Errorf("%d names", p.Len())
		}
		began := time.Now()
		_ = of(t, dir, p)
		t.Logf("%d names: %v", p.Len(), time.Since(began))
	})
	t.Run("deep folders", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, strings.Repeat("d"+string(filepath.Separator), 3*maxDepth)), 0o755); err != nil {
			t.Fatal(err)
		}
		if p := of(t, dir, Print{}); p.Len() != maxDepth+1 {
			t.Errorf("%d names", p.Len())
		}
	})
	t.Run("a folder that cannot be read", func(t *testing.T) {
		dir := folder(t)
		sub := filepath.Join(dir, "sub")
		if err := os.Chmod(sub, 0); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = os.Chmod(sub, 0o755) }()
		if p := of(t, dir, Print{}); !p.There || p.Len() < 2 {
			t.Errorf("%+v", p)
		}
	})
	t.Run("names", func(t *testing.T) {
		if runtime.GOOS != "linux" {
			t.Skip("names are texts here")
		}
		dir := t.TempDir()
		before := of(t, dir, Print{})
		for _, name := range []string{"\xff\xfe", "\x1b[2J", "two\nlines", "-rf", strings.Repeat("n", 255)} {
			if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name, name), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := Changed(before, of(t, dir, before)); len(got) != 10 {
			t.Errorf("%d names have changed: %q", len(got), got)
		}
	})
}

var then = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// folder holds two files, one of them in a folder.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "one", "sub/c.txt": "three"} {
		if err := write(name, text)(dir); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// past lets all files be of long ago, so that what is written now has another time.
func past(t *testing.T, dir string) {
	t.Helper()
	for _, name := range []string{"a.txt", "sub/c.txt", "long"} {
		if err := os.Chtimes(filepath.Join(dir, filepath.FromSlash(name)), then, then); err != nil {
			t.Fatal(err)
		}
	}
}

func write(name, text string) func(dir string) error {
	return func(dir string) error {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		return os.WriteFile(file, []byte(text), 0o644)
	}
}

func of(t *testing.T, path string, before Print) Print {
	t.Helper()
	p, err := Of(path, before)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
