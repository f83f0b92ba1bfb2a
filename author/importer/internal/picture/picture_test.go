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
		"a/one.png": {Data: []byte("GIF89a a one")}, "b/one.png": {Data: []byte("GIF89a b one")}, "deep/er/Two.GIF": {Data: []byte("RIFF....WEBPtwo")},
		"huge.png": {Data: make([]byte, 9<<20)}, "empty.png": {}, "text.png": {Data: []byte("no picture")}, "named": {Data: []byte("\x89PNG\r\n\x1a\n")}, "map.svg": {Data: []byte("<?xml version='1.0'?>\n<svg/>")}, "map.png": {Data: []byte("\ufeff <SVG/>")},
		"page.md": {Data: []byte("no picture")}, "$ odd (1).png": {Data: []byte("\xff\xd8odd")},
	}
	taker := picture.Taker{Source: importer.Source{FS: files}, Assets: map[string][]byte{}}
	for _, tt := range []struct{ from, name, want, why string }{
		{"a/x.xml", "one.png", "/media/one.png", ""},
		{"b/x.xml", "one.png", "/media/one-2.png", ""},
		{"x.xml", "a/one.png", "/media/one.png", ""},
		{"b/x.xml", "../a/one.png", "/media/one.png", ""},
		{"a/x.xml", "two.gif", "/media/Two.GIF", ""},
		{"x.xml", "$ odd (1).png", "/media/odd--1-.png", ""},
		{"x.xml", "named", "/media/named.png", ""},
		{"x.xml", "huge.png", "", "it is larger than 8 MiB, or all pictures are larger than 96 MiB"},
		{"x.xml", "empty.png", "", "it is no picture that a terminal shows"},
		{"x.xml", "text.png", "", "it is no picture that a terminal shows"},
		{"x.xml", "page.md", "", "it is no picture that a terminal shows"},
		{"x.xml", "map.svg", "", "it is an SVG, which a terminal does not show"},
		{"x.xml", "map.png", "", "it is an SVG, which a terminal does not show"},
		{"x.xml", "../../a/none.png", "", "it is not at hand"},
		{"x.xml", "/etc/none.png", "", "it is not at hand"},
		{"x.xml", "", "", "it is not at hand"},
	} {
		if got, ok := taker.Take(tt.from, tt.name); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s shows %s: %q, %v, not %q", tt.from, tt.name, got, ok, tt.want)
		} else if !ok && taker.Why != tt.why {
			t.Errorf("%s shows %s: %s, not %s", tt.from, tt.name, taker.Why, tt.why)
		}
	}
	if got := strings.Join(slices.Sorted(maps.Keys(taker.Assets)), " "); got != "media/Two.GIF media/named.png media/odd--1-.png media/one-2.png media/one.png" {
		t.Errorf("taken: %s", got)
	}
	if got := string(taker.Assets["media/one-2.png"]); got != "GIF89a b one" {
		t.Errorf("it holds %q", got)
	}
}
