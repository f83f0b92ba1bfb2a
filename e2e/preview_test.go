//go:build e2e && unix

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPreviewFollowsSaves saves a file while the preview runs: the page changes,
// the author stays where they are with what they typed, and nothing is written.
func TestPreviewFollowsSaves(t *testing.T) {
	eachSize(t, func(t *testing.T, cols, rows int) {
		dir, course := data(t), t.TempDir()
		write(t, filepath.Join(course, "course.yaml"), "title: Bread\npath: [dough.md]\n")
		const lesson = "# Dough\n\nFlour and water.\n\n### Question: What makes it grow?\n<!-- id: grow -->\n\n- Answer: gas\n"
		write(t, filepath.Join(course, "dough.md"), lesson)
		w := start(t, cols, rows, onData(dir), "preview", course, "--from", "grow")
		w.see("What makes it grow?", "Preview")
		w.press("c", "a", "r", "b")
		w.see("carb")
		write(t, filepath.Join(course, "dough.md"), lesson+"\n### Question: And what else?\n")
		w.see("1 error", "carb", "What makes it grow?")
		write(t, filepath.Join(course, "dough.md"), "# Dough\n\nFlour and water.\n\n### Question: What lets it grow?\n<!-- id: grow -->\n\n- Answer: gas\n")
		w.see("What lets it grow?", "carb", "no findings")
		w.press("ctrl+c")
		w.ends(0)
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("the preview made the folder for progress")
		}
		if left, err := os.ReadDir(course); err != nil || len(left) != 2 {
			t.Errorf("the course has %d files now (%v)", len(left), err)
		}
	})
}
