//go:build e2e && unix

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// editor writes a script that stands in for an editor: it says that it is open,
// takes a line from the terminal, and saves that line.
func editor(t *testing.T, then string) (command, folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "an editor")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(folder, "edit")
	text := "#!/bin/sh\n" +
		"case $(stty -a) in *' -icanon'*|*' -echo '*) mode=raw;; *) mode=whole;; esac\n" +
		"echo \"The editor is open on a $mode terminal with: $(cat \"$2\")\"\n" +
		"read -r line\n" +
		"echo \"$2\" > '" + folder + "/seen'\n" +
		"printf '%s\\n' \"$line\" > \"$2\"\n" + then + "\n"
	if err := os.WriteFile(script, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	return "'" + script + "' --wait", folder
}

// TestTheEditor opens a text in an editor, which has the terminal to itself, and
// comes back with what was written.
func TestTheEditor(t *testing.T) {
	command, folder := editor(t, "exit 0")
	w := start(t, 80, 24, onData(data(t), "VISUAL="+command), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("m", "o", "u")
	w.see("> mou")
	w.press("alt+e")
	w.see("The editor is open on a whole terminal with: mou")
	w.left()
	w.press("moose and more\r")
	w.see("with one letter left out", "> moose and more", "f1 help")
	w.press("backspace", "!")
	w.see("> moose and mor!")
	file, err := os.ReadFile(filepath.Join(folder, "seen"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(strings.TrimSpace(string(file)))); !os.IsNotExist(err) {
		t.Errorf("the folder of the text is still there: %v", err)
	}
	w.press("ctrl+c")
	w.ends(0)
	w.usable()
}

// TestAnEditorThatFails keeps the text.
func TestAnEditorThatFails(t *testing.T) {
	command, _ := editor(t, "exit 3")
	w := start(t, 80, 24, onData(data(t), "EDITOR="+command), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("m", "o", "u")
	w.see("> mou")
	w.press("alt+e")
	w.see("The editor is open")
	w.press("nothing\r")
	w.see("> mou", "The text is as it was: exit status 3")
	w.press("ctrl+c")
	w.ends(0)
	w.usable()
}

// TestTheEditorInPlainMode writes an answer in an editor from the dialogue.
func TestTheEditorInPlainMode(t *testing.T) {
	command, _ := editor(t, "exit 0")
	w := start(t, 80, 24, onData(data(t), "EDITOR="+command), "welcome", "--from", "spelling", "--plain")
	w.see("with one letter left out", "Type your answer")
	w.press(":edit\r")
	w.see("The editor is open on a whole terminal")
	w.press("not a mountain\r")
	w.see("not a mountain")
	w.press(":quit\r")
	w.ends(3)
	w.usable()
}

// TestPasting pastes what could harm a terminal into a field: it is text.
func TestPasting(t *testing.T) {
	w := start(t, 80, 24, onData(data(t)), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("\x1b[200~one\r\ntwo\tthree\x1b[31m \x1b]0;title\x07\u202efour\u0000q\x03 five\x1b[201~")
	w.see("> one two three", "five")
	if strings.Contains(w.written(), "\x1b]0;title") || strings.Contains(w.written(), "\u202e") {
		t.Error("what was pasted reaches the terminal as more than text")
	}
	w.press("ctrl+_")
	w.wait("have the field empty", func(screen string) bool { return !strings.Contains(screen, "three") })
	w.press("m", "o")
	w.see("> mo")
	w.press("ctrl+c")
	w.ends(0)
	w.usable()
}

// TestSuspendingWhileTyping goes to the shell and back from a field.
func TestSuspendingWhileTyping(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to go back to")
	}
	w := startIn(t, 80, 24, onData(data(t), "PS1=shell: "), shell, "--norc", "--noprofile", "-i")
	w.see("shell:")
	w.press(binary(t) + " welcome --from spelling\r")
	w.see("with one letter left out")
	w.press("m", "o")
	w.see("> mo")
	w.press("ctrl+z")
	w.see("Stopped", "shell:")
	w.left()
	w.press("fg\r")
	w.see("with one letter left out", "> mo", "f1 help")
	w.press("u")
	w.see("> mou")
	w.press("ctrl+c")
	w.wait("come back to the shell", func(screen string) bool { return strings.HasSuffix(strings.TrimSpace(screen), "shell:") })
	w.press("exit\r")
	w.ends(0)
}

// TestTheMouse switches the mouse on and takes a question with it.
func TestTheMouse(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "config.yaml")
	write(t, settings, "mouse: on\n")
	w := start(t, 80, 24, onData(data(t), "CAIRN_CONFIG="+settings), "welcome")
	w.see("What brings you here?", "I want to look around")
	if !strings.Contains(w.written(), "\x1b[?1002h") {
		t.Error("the mouse is not asked for")
	}
	w.click("I want to look around")
	w.wait("have the row chosen", func(screen string) bool { return strings.Contains(screen, "> ") })
	w.click("I want to look around")
	w.see("How would you like things explained?")
	w.click("s skip")
	w.see("How fast would you like to go?")
	w.click("? help")
	w.see("Keys", "choose by number")
	w.click("? close")
	w.wait("have the keys gone", func(screen string) bool { return !strings.Contains(screen, "choose by number") })
	w.press("q")
	w.ends(0)
	w.usable()
}

// click presses and lets go of the left button on the first of the words on the
// screen.
func (w *terminal) click(words string) {
	w.t.Helper()
	for y, line := range strings.Split(w.text(), "\n") {
		if before, _, found := strings.Cut(line, words); found {
			at := fmt.Sprintf("%d;%d", len([]rune(before))+1, y+1)
			w.press("\x1b[<0;"+at+"M", "\x1b[<0;"+at+"m")
			return
		}
	}
	w.t.Fatalf("there is no %q to click; the screen:\n%s", words, w.text())
}
