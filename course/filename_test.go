package course

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNamesOfFiles(t *testing.T) {
	for _, tt := range []struct{ file, id, title string }{
		{"snapshots.md", "snapshots", "Snapshots"},
		{"lessons/01-snapshots.md", "snapshots", "Snapshots"},
		{"lessons/2. Three places.md", "three-places", "Three places"},
		{"1_2_deep_end.markdown", "deep-end", "Deep end"},
		{"01.02-x.md", "x", "X"},
		{"2024-01-31-post.md", "post", "Post"},
		{"07.md", "07", "07"},
		{"3d-printing.md", "3d-printing", "3d printing"},
		{"part/README.md", "part", "Part"},
		{"2-part/index.md", "part", "Part"},
		{"README.md", "readme", "README"},
		{"été.md", "été", "Été"},
		{"日本.md", "日本", "日本"},
		{"---.md", "lesson", ""},
	} {
		if id, title := idOfFile(tt.file), titleOfName(tt.file); id != tt.id || title != tt.title {
			t.Errorf("%s: id %q, title %q; want %q, %q", tt.file, id, title, tt.id, tt.title)
		}
	}
}

func TestNaturalOrder(t *testing.T) {
	want := strings.Fields("1-a.md 01-b.md 2-x.md 2-x 2-X2.md 10-x.md a.md a/1.md a/b/c.md a2.md a10.md A11.md b/a.md é.md")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, natural)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNaturalIsAnOrder(t *testing.T) {
	name := rapid.StringMatching(`[a-bA-B0-2./]{0,6}`)
	sign := func(n int) int { return max(-1, min(1, n)) }
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := name.Draw(t, "a"), name.Draw(t, "b"), name.Draw(t, "c")
		if sign(natural(a, b)) != -sign(natural(b, a)) || (natural(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q: %d, %d", a, b, natural(a, b), natural(b, a))
		}
		if natural(a, b) <= 0 && natural(b, c) <= 0 && natural(a, c) > 0 {
			t.Fatalf("%q, %q, %q are in a circle", a, b, c)
		}
	})
}
