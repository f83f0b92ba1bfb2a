package tui

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestKeysOfTheLearnersPage compares the table of keys in docs/using.md with
// the keymap: each intent has a row with all its keys, those that work while
// text is typed, and the words that the screen has for it.
func TestKeysOfTheLearnersPage(t *testing.T) {
	keymap := DefaultKeymap()
	told := IntentWords(words.English())
	missing := maps.Clone(keymap)
	for n := 1; n <= 9; n++ {
		delete(missing, IntentDigit(n)) // in a line of their own
	}
	code := regexp.MustCompile("`([^`]+)`")
	for _, row := range keyRows(t) {
		var shown, typing []string
		for _, m := range code.FindAllStringSubmatch(row[0], -1) {
			shown = append(shown, m[1])
		}
		for _, m := range code.FindAllStringSubmatch(row[1], -1) {
			typing = append(typing, m[1])
		}
		intent, ok := keymap.Of(shown[0])
		if !ok {
			t.Errorf("the key %s does nothing", shown[0])
			continue
		}
		delete(missing, intent)
		keys := keymap[intent]
		if !slices.Equal(shown, keys) {
			t.Errorf("%s: the page has the keys %q, the program %q", intent, shown, keys)
		}
		if want := slices.DeleteFunc(slices.Clone(keys), prints); !slices.Equal(typing, want) {
			t.Errorf("%s: while typing the page has the keys %q, the program %q", intent, typing, want)
		}
		if want := told[intent]; want != "" && !severalMeanings(intent) && !strings.HasPrefix(row[2], want) {
			t.Errorf("%s: the page says %q, the screen %q", intent, row[2], want)
		}
	}
	for intent, keys := range missing {
		t.Errorf("%s, with the keys %q, is not on the page", intent, keys)
	}
}

// severalMeanings reports an intent that is called otherwise on each page, so
// that the page says at more length what it does.
func severalMeanings(i Intent) bool {
	return i == IntentEnter || i == IntentSpace || i == IntentSend || i == IntentErase
}

// TestLooksOfTheLearnersPage wants every look to be named on the page.
func TestLooksOfTheLearnersPage(t *testing.T) {
	page := read(t, "../docs/using.md")
	_, row, _ := strings.Cut(page, "\n| `t` |")
	row, _, _ = strings.Cut(row, "\n")
	for _, look := range Looks() {
		name := words.English().Frame.Looks[string(look)]
		if name = strings.TrimPrefix(name, "the terminal's own "); !strings.Contains(row, name) {
			t.Errorf("the page does not name the look %q: %s", name, row)
		}
	}
}

// keyRows are the rows of the table of keys.
func keyRows(t *testing.T) [][]string {
	t.Helper()
	_, table, found := strings.Cut(read(t, "../docs/using.md"), "\n| key | while you type | does |\n")
	if !found {
		t.Fatal("docs/using.md has no table of keys")
	}
	var rows [][]string
	for _, line := range strings.Split(table, "\n")[1:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != 3 {
			t.Fatalf("a row of %d cells: %s", len(cells), line)
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}
