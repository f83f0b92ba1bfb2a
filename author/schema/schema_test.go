package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

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
		"setting of a task":           schema.Settings(schema.Task),
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

// TestSchemaTakesCourses: the built-in courses fit it, and mistakes do not.
func TestSchemaTakesCourses(t *testing.T) {
	compile := func(keys []schema.Key) *jsonschema.Schema {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.JSON("x", keys)))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("schema.json", doc); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile("schema.json")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	parse := func(text string) any {
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		return value
	}
	settings := compile(schema.Course())
	files, err := filepath.Glob("../../courses/*/course.yaml")
	if err != nil || len(files) < 2 {
		t.Fatal("there are no courses", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := settings.Validate(parse(string(data))); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	page, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, whole, _ := strings.Cut(string(page), "```yaml file=course.yaml\n")
	whole, _, _ = strings.Cut(whole, "```")
	if err := settings.Validate(parse(whole)); err != nil {
		t.Errorf("the example of the format: %v", err)
	}
	for _, wrong := range []string{"titel: x", "skills: { a: { gaol: 1 } }", "paces: { a: { skip_known: sometimes } }", "tasks: { run: yes-please }", "skills: { a: { goal: 2 } }"} {
		if settings.Validate(parse(wrong)) == nil {
			t.Errorf("%q fits", wrong)
		}
	}
	front := compile(schema.FrontMatter())
	for text, fits := range map[string]bool{"kind: detour\nskills: [a]": true, "kind: lessen": false, "next: [{ go: a.md }]": true, "next: [{ to: a.md }]": false} {
		if err := front.Validate(parse(text)); (err == nil) != fits {
			t.Errorf("%q: %v", text, err)
		}
	}
}
