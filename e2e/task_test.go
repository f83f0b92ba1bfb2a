//go:build e2e && unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestATaskIsDone does the task of a small course: nothing runs before the learner
// saw the commands and said yes, a check says what is missing, the learner's own
// shell mends it, and the same check holds.
func TestATaskIsDone(t *testing.T) {
	course, kept := t.TempDir(), data(t)
	write(t, filepath.Join(course, "course.yaml"), "id: bread\ntitle: Bread\npath: [one.md]\n")
	write(t, filepath.Join(course, "one.md"), "# Bake\n\n### Task: Write the recipe down\n<!-- id: recipe -->\n\nAdd water.\n\n"+
		"```setup\necho flour > recipe.txt\n```\n\n"+
		"```check\n- run: cat recipe.txt\n  expect: { contains: water }\n  otherwise: There is no water in it.\n```\n")
	recipe := filepath.Join(kept, "practice", "bread", "recipe", "recipe.txt")
	w := start(t, 80, 40, onData(kept, "SHELL=/bin/sh", "PS1=here> "), course)
	w.until("s", "you are here")
	w.press("esc")
	w.see("Write the recipe down", "The folder:")
	w.press("x")
	w.see("Before anything is run", "echo flour > recipe.txt", "cat recipe.txt", "No, run nothing")
	if _, err := os.Stat(recipe); err == nil {
		t.Fatal("the folder was made before the learner agreed")
	}
	w.agree()
	w.see("There is no water in it.", "0 of 1 hold.")
	w.press("$")
	w.see("here>")
	w.press("echo water >> recipe.txt\r")
	w.press("exit\r")
	w.see("Write the recipe down")
	w.press("x")
	w.see("Everything holds: it is done.")
	if text, err := os.ReadFile(recipe); err != nil || string(text) != "flour\nwater\n" {
		t.Errorf("the recipe is %q, %v", text, err)
	}
	w.press("q")
	w.ends(0)
	w.usable()
}

// agree says yes as often as this machine's walls have it asked.
func (w *terminal) agree() {
	w.t.Helper()
	const again, come = "Nothing keeps this from your files", "0 of 1 hold."
	w.choose("Yes, run this")
	w.wait("the second question or the checks", func(s string) bool { return strings.Contains(s, again) || strings.Contains(s, come) })
	if strings.Contains(w.text(), again) {
		w.choose("Yes, run this")
	}
}

// TestSavesAreChecked saves from outside while the page of a task is open: nothing
// runs before the learner agreed, and then the page shows what came of each save.
func TestSavesAreChecked(t *testing.T) {
	course, kept := t.TempDir(), data(t)
	write(t, filepath.Join(course, "course.yaml"), "id: bread\ntitle: Bread\npath: [one.md]\n")
	write(t, filepath.Join(course, "one.md"), "# Bake\n\n### Task: Write the recipe down\n<!-- id: recipe -->\n\nAdd water.\n\n"+
		"```setup\necho flour > recipe.txt\n```\n\n"+
		"```check\n- run: cat recipe.txt\n  expect: { contains: water }\n  otherwise: There is no water in it.\n```\n")
	folder := filepath.Join(kept, "practice", "bread", "recipe")
	w := start(t, 80, 40, onData(kept, "CAIRN_CHECK_ON_SAVE=on"), course)
	w.until("s", "you are here")
	w.press("esc")
	w.see("Write the recipe down", "once you have agreed")
	w.press("x")
	w.see("Before anything is run")
	if _, err := os.Stat(folder); err == nil {
		t.Fatal("something was done before the learner agreed")
	}
	w.agree()
	w.see("There is no water in it.", "0 of 1 hold.", "Each save is checked by itself.")
	write(t, filepath.Join(folder, "recipe.txt"), "flour and water\n")
	w.see("Everything holds: it is done.", "Checked, because you saved something.")
	write(t, filepath.Join(folder, "recipe.txt"), "flour\n")
	w.see("There is no water in it.", "0 of 1 hold.")
	w.press("q")
	w.ends(0)
	w.usable()
}
