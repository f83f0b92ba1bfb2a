package tui

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestPlainModeHasItAll compares the table of docs/accessibility.md with the
// keymap: for each intent it names the command of plain mode, or says why there
// is none. That those commands exist is tested where they are.
func TestPlainModeHasItAll(t *testing.T) {
	page, err := os.ReadFile("../docs/accessibility.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+)`[^|]*\\| ([^|]+) \\|$")
	said := map[Intent]string{}
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		if said[Intent(m[1])] != "" {
			t.Errorf("%s stands in two rows", m[1])
		}
		said[Intent(m[1])] = strings.TrimSpace(m[2])
	}
	for intent := range DefaultKeymap() {
		if _, digit := intent.Digit(); digit {
			continue
		}
		if said[intent] == "" {
			t.Errorf("%s: what is it in plain mode?", intent)
		}
		delete(said, intent)
	}
	for intent := range said {
		t.Errorf("%s: no key means that", intent)
	}
}
