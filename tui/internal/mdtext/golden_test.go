package mdtext_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// TestGolden compares every testdata/*.md with the text it becomes in a usual
// and in a narrow window.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		md, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{80, 40} {
			golden := strings.TrimSuffix(file, ".md") + "." + strconv.Itoa(width) + ".txt"
			t.Run(filepath.Base(golden), func(t *testing.T) {
				d := mdtext.Render(string(md), width, mdtext.Options{})
				checkDoc(t, file, width, d)
				compare(t, golden, strings.Join(text(d), "\n")+"\n")
			})
		}
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		g, w := "(end)", "(end)"
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if g != w {
			t.Fatalf("%s:%d\n got %q\nwant %q", golden, i+1, g, w)
		}
	}
}
