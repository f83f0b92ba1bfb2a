package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNewAsks: in a terminal cairn new asks, and enter takes what is in brackets.
func TestNewAsks(t *testing.T) {
	for _, c := range []struct{ name, typed, wants string }{
		{"everything", "Bees\nde\nKeep bees\nPlant for bees\n\n2\n", "title: Bees|language: de|  keep-bees: Keep bees|  plant-for-bees: Plant for bees|  facts: { title"},
		{"nothing", "\n\n\n\n", "title: My bees|language: en|  use: To use it|  asking: { title"},
		{"the end of the input", "", "title: My bees"},
		{"what cannot be, and then what can", "\nDeutsch oder so\nde\n\n9\nquiz\n", "language: de|  facts: { title"},
		{"a template by its name", "\n\n\nhands-on\n", "  count: { title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "my-bees")
			env, said, wrong := author(t, c.typed, "new", dir)
			if status := run(env); status != 0 {
				t.Fatalf("status %d: %s%s", status, said, wrong)
			}
			data, err := os.ReadFile(filepath.Join(dir, "course.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range strings.Split(c.wants, "|") {
				if !strings.Contains(string(data), want) {
					t.Errorf("course.yaml has no %q:\n%s", want, data)
				}
			}
			for _, asked := range []string{"Title [My bees]: ", "Language [en]: ", "Goal 1: ", "Template [plain]: "} {
				if !strings.Contains(said.String(), asked) {
					t.Errorf("it did not ask %q:\n%s", asked, said)
				}
			}
		})
	}
}

// TestNewSaysWhatOpensIt: a folder that is called like a command, like a built-in
// course or like a flag is opened by its path.
func TestNewSaysWhatOpensIt(t *testing.T) {
	t.Chdir(t.TempDir())
	for dir, want := range map[string]string{"bees": "cairn bees ", "notes": "cairn ./notes ", "welcome": "cairn ./welcome ", "-x": "cairn ./-x "} {
		env, said, wrong := author(t, "", "new", "--template", "quiz", "--", dir)
		if status := run(env); status != 0 || !strings.Contains(said.String(), want) {
			t.Errorf("%s: status %d, %s%s", dir, status, said, wrong)
		}
	}
}

// author is the environment of somebody who types in a terminal.
func author(t *testing.T, typed string, args ...string) (env environment, said, wrong *strings.Builder) {
	t.Helper()
	said, wrong = new(strings.Builder), new(strings.Builder)
	home := t.TempDir()
	return environment{
		args: args, in: strings.NewReader(typed), out: said, err: wrong, width: 80, terminal: true, showsOutput: true,
		getenv: func(name string) string {
			if name == "HOME" || name == "CAIRN_DATA" {
				return home
			}
			return ""
		},
	}, said, wrong
}
