package explain

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var rewrite = flag.Bool("update", false, "write docs/diagnostics.md")

// TestDocument holds docs/diagnostics.md to the pages; make diagnostics writes it.
func TestDocument(t *testing.T) {
	const file = "../../docs/diagnostics.md"
	if *rewrite {
		if err := os.WriteFile(file, []byte(Document()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != Document() {
		t.Errorf("docs/diagnostics.md is not what the pages say; run make diagnostics")
	}
}

func TestText(t *testing.T) {
	page, _, _ := Of("yaml-unknown-key")
	const want = `yaml-unknown-key  (YAML: error)

A key that means nothing here.

Nothing is done with it: what was meant to be set is not.

An error, and always one.

Wrong

  course.yaml
    titel: Bread

  one.md
    # Bread

    Flour, water, salt and time.

Right

  course.yaml
    title: Bread

  one.md
    # Bread

    Flour, water, salt and time.
`
	if got := page.Text(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	for _, page := range All() {
		if text := page.Text(); strings.Contains(text, "\x1b") || page.Markdown(2) == "" {
			t.Errorf("%s cannot be printed", page.Code.Name)
		}
	}
}
