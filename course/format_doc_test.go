package course

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestFormatPage loads what docs/format.md shows: the files of its examples
// are a course without findings, and its course.yaml has no unknown key.
func TestFormatPage(t *testing.T) {
	page, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, m := range regexp.MustCompile("(?s)```markdown file=(\\S+)\n(.*?)```\n").FindAllStringSubmatch(string(page), -1) {
		files[m[1]] = &fstest.MapFile{Data: []byte(m[2])}
	}
	if len(files) < 4 {
		t.Fatalf("the page shows %d files", len(files))
	}
	wantClean(t, files)

	_, rest, found := strings.Cut(string(page), "```yaml\n")
	config, _, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatal("the page shows no course.yaml")
	}
	lesson := func(kind, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\nkind: " + kind + "\n---\n# Title\n\n" + body)}
	}
	question := func(id, skill string) string {
		return "### Question: What?\n<!-- id: " + id + ", skill: " + skill + " -->\n\n- [x] This\n- [ ] That\n  > Mix-up: oven-rises\n"
	}
	wantClean(t, fstest.MapFS{
		"course.yaml":         {Data: []byte(config)},
		"onboarding.md":       lesson("onboarding", "### Ask: Why?\n<!-- id: promise -->\n"),
		"placement.md":        lesson("placement", question("p", "dough")),
		"detours/yeast.md":    lesson("detour", "Gas.\n"),
		"lessons/01-dough.md": {Data: []byte("---\nskills: [dough]\n---\n# Dough\n\n" + question("a", "dough"))},
		"lessons/02-oven.md":  {Data: []byte("---\nskills: [oven]\n---\n# Oven\n\n" + question("b", "oven"))},
		"extras/rye.md":       lesson("extra", "Rye.\n"),
		"loaves/rye.md":       {Data: []byte("---\nid: loaf-rye\nkind: project\n---\n# Rye\n\nBake.\n")},
		"loaves/sweet.md":     lesson("project", "Bake.\n"),
	})
}

// wantClean wants a course without any.
func wantClean(t *testing.T, files fstest.MapFS) {
	t.Helper()
	_, diags, err := Load(files, "bread")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("docs/format.md: %s (%s)", d, d.Hint)
	}
}
