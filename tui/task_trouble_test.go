package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTroubleWithTheFolderIsSaid: what stands in the way of a folder is named with its
// cure, on the page and where a program is written, and what was written stays.
func TestTroubleWithTheFolderIsSaid(t *testing.T) {
	w := newWorkbench(t, nil)
	home := filepath.Join(w.data, "practice", "bread")
	elsewhere := t.TempDir()
	mine := filepath.Join(elsewhere, "recipe.txt")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(mine, []byte("mine\n"), 0o600))
	must(os.MkdirAll(home, 0o700))
	must(os.Symlink(elsewhere, filepath.Join(home, "recipe")))
	says := func(parts ...string) {
		t.Helper()
		screen := strings.Join(strings.Fields(w.screen()), " ")
		for _, part := range parts {
			if !strings.Contains(screen, part) {
				t.Errorf("%q is not said:\n%s", part, w.screen())
			}
		}
	}
	w.press("x", "2", "enter")
	says("It could not be checked: something else is where", "should be. Move it away and try again.")
	must(os.Remove(filepath.Join(home, "recipe")))
	w.press("x")
	says("There is no water in it.")
	must(os.RemoveAll(home))
	w.press("x") // the folder went while its page was open
	says("There is no water in it.")
	if text, err := os.ReadFile(mine); string(text) != "mine\n" {
		t.Errorf("elsewhere there is %q, %v", text, err)
	}

	w.press("s", "tab")
	w.press("end")
	w.write("x")
	must(os.RemoveAll(filepath.Join(home, "loaves")))
	must(os.WriteFile(filepath.Join(home, "loaves"), nil, 0o600))
	w.press("esc")
	says("What you wrote could not be saved: something else is where", "nonex")
	must(os.Remove(filepath.Join(home, "loaves")))
	w.press("esc")
	if text, err := os.ReadFile(filepath.Join(home, "loaves", "answer.sh")); string(text) != "echo nonex\n" {
		t.Errorf("it is saved as %q, %v", text, err)
	}
}
