package schema_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/schema"
)

// TestKeysAreThoseOfTheFormat holds the keys to the tables of docs/format.md,
// which are held to what is read.
func TestKeysAreThoseOfTheFormat(t *testing.T) {
	page, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	below := func(keys []schema.Key, names ...string) []schema.Key {
		for _, name := range names {
			i := slices.IndexFunc(keys, func(k schema.Key) bool { return k.Name == name })
			if i < 0 {
				t.Fatalf("there is no key %s", name)
			}
			keys = keys[i].Keys
		}
		return keys
	}
	for table, keys := range map[string][]schema.Key{
		"key of course.yaml":          schema.Course(),
		"key of a skill":              below(schema.Course(), "skills"),
		"key of a goal":               below(schema.Course(), "goals"),
		"key of a mix-up":             below(schema.Course(), "mixups"),
		"key of a pace":               below(schema.Course(), "paces"),
		"key of questions":            below(schema.Course(), "questions"),
		"key of an entry of the path": below(schema.Course(), "path"),
		"key of front matter":         schema.FrontMatter(),
		"key of an entry of next":     below(schema.FrontMatter(), "next"),
		"setting of a question":       schema.Settings(schema.Question),
		"setting of an Ask":           schema.Settings(schema.AskFor),
		"key of a check":              schema.Check(),
		"setting of cards":            schema.CardSettings(),
	} {
		if got, want := names(keys), documented(string(page), table); !slices.Equal(got, want) {
			t.Errorf("%s: the keys are\n%v, documented are\n%v", table, got, want)
		}
	}
	_, headings, _ := strings.Cut(string(page), "| heading | settings |\n|---|---|\n")
	headings, _, _ = strings.Cut(headings, "\n\n")
	for _, row := range strings.Split(headings, "\n") {
		cells := strings.Split(row, "|")
		name := strings.Trim(cells[1], " `:")
		if name == "any other" {
			name = ""
		}
		var want []string
		for _, key := range strings.Fields(cells[2]) {
			want = append(want, strings.Trim(key, "`"))
		}
		slices.Sort(want)
		if got := names(schema.Settings(schema.Heading(name))); !slices.Equal(got, want) {
			t.Errorf("settings of %q are %v, documented are %v", name, got, want)
		}
	}
}

func names(keys []schema.Key) []string {
	var list []string
	for _, k := range keys {
		list = append(list, k.Name)
	}
	slices.Sort(list)
	return list
}

// documented lists the names in the first column of a table.
func documented(page, table string) []string {
	_, rows, _ := strings.Cut(page, "| "+table+" |")
	_, rows, _ = strings.Cut(rows, "---|\n")
	rows, _, _ = strings.Cut(rows, "\n\n")
	var list []string
	for _, row := range strings.Split(rows, "\n") {
		first := strings.Split(strings.TrimPrefix(row, "|"), "|")[0]
		for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(first, -1) {
			list = append(list, m[1])
		}
	}
	slices.Sort(list)
	return list
}

// TestJSON: the schema is one, and says of each key what it takes.
func TestJSON(t *testing.T) {
	var root struct {
		Schema     string `json:"$schema"`
		Closed     bool   `json:"additionalProperties"`
		Properties map[string]struct {
			Description string `json:"description"`
		} `json:"properties"`
	}
	if err := json.Unmarshal(schema.JSON("course.yaml", schema.Course()), &root); err != nil {
		t.Fatal(err)
	}
	if root.Schema == "" || root.Closed || len(root.Properties) != len(schema.Course()) {
		t.Errorf("%+v", root)
	}
	for name, p := range root.Properties {
		if p.Description == "" {
			t.Errorf("nothing is said of %s", name)
		}
	}
}
