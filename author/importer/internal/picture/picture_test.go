package picture_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/picture"
)

// TestTake: a picture is found from where it is shown, from the root, or by its
// name; it is taken once, and never in the place of another.
func TestTake(t *testing.T) {
	files := fstest.MapFS{
		"a/one.png": {Data: []byte("a one")}, "b/one.png": {Data: []byte("b one")}, "deep/er/Two.GIF": {Data: []byte("two")},
		"huge.png": {Data: make([]byte, 9<<20)}, "empty.png": {}, "page.md": {Data: []byte("no picture")}, "$ odd (1).png": {Data: []byte("odd")},
	}
	taker := picture.Taker{Source: importer.Source{FS: files}, Assets: map[string][]byte{}}
	for _, tt := range []struct{ from, name, want string }{
		{"a/x.xml", "one.png", "/media/one.png"},
		{"b/x.xml", "one.png", "/media/one-2.png"},
		{"x.xml", "a/one.png", "/media/one.png"},
		{"b/x.xml", "../a/one.png", "/media/one.png"},
		{"a/x.xml", "two.gif", "/media/Two.GIF"},
		{"x.xml", "$ odd (1).png", "/media/odd--1-.png"},
		{"x.xml", "huge.png", ""},
		{"x.xml", "empty.png", "/media/empty.png"},
		{"x.xml", "page.md", ""},
		{"x.xml", "../../a/none.png", ""},
		{"x.xml", "/etc/none.png", ""},
		{"x.xml", "", ""},
	} {
		if got, ok := taker.Take(tt.from, tt.name); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s shows %s: %q, %v, not %q", tt.from, tt.name, got, ok, tt.want)
		}
	}
	if got := strings.Join(slices.Sorted(maps.Keys(taker.Assets)), " "); got != "media/Two.GIF media/empty.png media/odd--1-.png media/one-2.png media/one.png" {
		t.Errorf("taken: %s", got)
	}
	if got := string(taker.Assets["media/one-2.png"]); got != "b one" {
		t.Errorf("it holds %q", got)
	}
}
