package course

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadAsset(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "course")
	mustDo(t, os.MkdirAll(filepath.Join(dir, "part", "images"), 0o755))
	write := func(name, text string) {
		mustDo(t, os.WriteFile(filepath.Join(base, filepath.FromSlash(name)), []byte(text), 0o644))
	}
	write("secret.png", "secret")
	write("course/top.png", "top")
	write("course/part/images/a b.png", "spaced")
	huge, err := os.Create(filepath.Join(dir, "huge.png"))
	mustDo(t, err)
	mustDo(t, huge.Truncate(maxAsset+1))
	mustDo(t, huge.Close())
	links := os.Symlink("../secret.png", filepath.Join(dir, "out.png")) == nil &&
		os.Symlink("top.png", filepath.Join(dir, "in.png")) == nil && os.Symlink("part", filepath.Join(dir, "other")) == nil

	fsys, err := OpenDir(dir)
	mustDo(t, err)
	defer func() { _ = fsys.Close() }()
	for _, c := range []struct{ from, to, want, fault string }{
		{"one.md", "top.png", "top", ""},
		{"part/two.md", "../top.png", "top", ""},
		{"part/two.md", "/top.png", "top", ""},
		{"part/two.md", "images/a%20b.png", "spaced", ""},
		{"part/two.md", "images/a b.png#x", "spaced", ""},
		{"one.md", "../secret.png", "", "outside"},
		{"part/two.md", "../../secret.png", "", "outside"},
		{"one.md", "https://example.org/a.png", "", "no file of the course"},
		{"one.md", "//example.org/a.png", "", "no file of the course"},
		{"one.md", "data:image/png;base64,AAAA", "", "no file of the course"},
		{"one.md", "", "", "no file of the course"},
		{"one.md", "none.png", "", "none.png"},
		{"one.md", "part", "", "not a regular file"},
		{"one.md", ".", "", "not a regular file"},
		{"one.md", "huge.png", "", "larger than 8 MiB"},
		{"one.md", "out.png", "", "links are not followed"},
		{"one.md", "in.png", "", "links are not followed"},
		{"one.md", "other/images/a b.png", "", "links are not followed"},
	} {
		if !links && strings.Contains(c.fault, "links") {
			continue
		}
		data, err := ReadAsset(fsys, c.from, c.to)
		switch {
		case c.fault == "" && (err != nil || string(data) != c.want):
			t.Errorf("%s shows %s: %q, %v", c.from, c.to, data, err)
		case c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)):
			t.Errorf("%s shows %s: %q, %v; want an error with %q", c.from, c.to, data, err, c.fault)
		}
	}
}
