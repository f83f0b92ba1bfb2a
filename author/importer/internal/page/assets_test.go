package page

import (
	"testing"
	"testing/fstest"
)

func TestTake(t *testing.T) {
	source := fstest.MapFS{}
	for _, name := range []string{"a.png", "A.png", ".git/config", ".env", "in/.x.png", "con.png", "a\x1b[31m.png", "a\nb.png", "\u202eg.png", "a.png.", "é/ü.png"} {
		source[name] = &fstest.MapFile{Data: []byte("x")}
	}
	c := Copier{FS: source}
	took := map[string]bool{}
	for _, name := range []string{"a.png", "A.png", ".git/config", ".env", "in/.x.png", "con.png", "a\x1b[31m.png", "a\nb.png", "\u202eg.png", "a.png.", "é/ü.png"} {
		took[name] = c.Take(name, Asset(name))
	}
	for name, was := range took {
		if want := name == "a.png" || name == "é/ü.png"; was != want {
			t.Errorf("%q is taken along: %v", name, was)
		}
	}
	if len(c.Assets) != 2 {
		t.Errorf("%d files were taken along", len(c.Assets))
	}
}

func TestLocal(t *testing.T) {
	for dest, want := range map[string]string{
		"b.md": "in/b.md", "../b.md#c": "b.md", "/b.md": "b.md", "%2e%2e/b.md": "b.md",
		"../../b.md": "", "..%2f..%2fb.md": "", ".git/config": "", "../.env": "", "a%00b": "", "a%1b.png": "", "http://a/b": "", "aux.md": "", "a%5cb.md": "",
	} {
		got, _, ok := Local("in/a.md", dest)
		if ok != (want != "") || got != want {
			t.Errorf("%s leads to %q, %v", dest, got, ok)
		}
	}
}

func TestPath(t *testing.T) {
	for _, c := range []struct{ name, id, want string }{
		{"01-a", "a", "lessons/01-a.md"}, {"a\x1b", "a", "lessons/a.md"}, {".a", "con", "lessons/page-con.md"}, {"aux", "aux", "lessons/page-aux.md"},
	} {
		if got := Path("lessons", c.name, c.id); got != c.want {
			t.Errorf("%q, %q lies at %s", c.name, c.id, got)
		}
	}
}
