package courses

import (
	"io/fs"
	"slices"
	"testing"
)

func TestFoldersAreThere(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			t.Errorf("%s is not a folder", e.Name())
		}
		names = append(names, e.Name())
	}
	if want := []string{"git", "welcome"}; !slices.Equal(names, want) {
		t.Fatalf("built-in courses are %v, want %v", names, want)
	}
	for _, name := range names {
		if _, err := fs.Stat(FS(), name+"/course.yaml"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
