package config

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestSettingsAreDocumented holds the tables of docs/settings.md to the code. Run
// it with -update to write them anew.
func TestSettingsAreDocumented(t *testing.T) {
	const file = "../docs/settings.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for name, table := range map[string]string{"settings": settingsTable(), "keys": keysTable(), "colours": coloursTable()} {
		begin := "<!-- " + name + " -->\n"
		before, rest, found := strings.Cut(page, begin)
		was, after, closed := strings.Cut(rest, "<!-- end -->")
		if !found || !closed {
			t.Fatalf("the page has no place for the table of %s", name)
		}
		if was != table && !*update {
			t.Errorf("the table of %s is not that of the code: go test ./config -run Documented -update writes it\n%s", name, table)
		}
		page = before + begin + table + "<!-- end -->" + after
	}
	if *update {
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func settingsTable() string {
	w := words.English().Preferences
	out := "| setting | values | usual | what it is for |\n|---|---|---|---|\n"
	for _, row := range table() {
		values := map[string]string{measure: fmt.Sprintf("%d to %d", tui.MeasureLeast, tui.MeasureMost), editor: "a command"}[row.name]
		if row.values != nil {
			values = "`" + strings.Join(row.values(nil), "`, `") + "`"
		}
		if row.name == theme {
			values += ", a theme of your own"
		}
		usual := ""
		if row.usual != "" {
			usual = "`" + row.usual + "`"
		}
		out += fmt.Sprintf("| `%s` | %s | %s | %s |\n", row.name, values, usual, w.About[row.name])
	}
	return out
}

func keysTable() string {
	told, keys := tui.IntentWords(words.English()), tui.DefaultKeymap()
	out := "| name | usual keys | does |\n|---|---|---|\n"
	for _, name := range intentNames(keys) {
		i := tui.Intent(name)
		does := told[i]
		if n, digit := i.Digit(); digit {
			does = fmt.Sprintf("chooses row %d", n)
		}
		out += fmt.Sprintf("| `%s` | `%s` | %s |\n", name, strings.Join(keys[i], "` `"), does)
	}
	return out
}

func coloursTable() string {
	dark, light := tui.PaletteOf(tui.LookDark, true), tui.PaletteOf(tui.LookLight, false)
	shown := func(value string) string {
		if value == "" {
			return "the terminal's"
		}
		return "`" + value + "`"
	}
	out := "| colour | what it is for | dark | light |\n|---|---|---|---|\n"
	lights := light.Colours()
	for i, c := range dark.Colours() {
		out += fmt.Sprintf("| `%s` | %s | %s | %s |\n", c.Name, c.Means, shown(*c.Value), shown(*lights[i].Value))
	}
	return out
}
