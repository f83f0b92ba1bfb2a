package course

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestMistakesByTheThousand: what follows from mistakes is found in seconds in a file
// that is as large as may be and full of them, not in minutes.
func TestMistakesByTheThousand(t *testing.T) {
	const size, most = 1 << 20, 20 * time.Second
	var words strings.Builder
	for i := 0; words.Len() < size; i++ {
		fmt.Fprintf(&words, "w%d ", i)
	}
	many := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for name, settings := range map[string]string{
		"modules without lessons":       "path:\n" + many("  - module: x\n"),
		"words on one line":             "bogus: " + words.String() + "\nskills:\n  a: A\n",
		"items with stars":              "path:\n" + many("  * a\n"),
		"items below a value":           "path: a\n" + many("  - a\n"),
		"items not aligned":             "path:\n  - a\n" + many("   - a\n"),
		"items with dashes":             "ways: [" + many("a - b, ") + "]\n",
		"lists in a list":               "path:\n" + strings.Repeat("  - [a, b]\n", 60_000),
		"keys without colons in braces": "skills: {" + strings.Repeat("a, ", 50_000) + "b: c}\n",
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"course.yaml": {Data: []byte("title: T\nlanguage: en\n" + settings)},
				"a.md":        {Data: []byte("---\nid: a\n---\n# A\n\nText.\n")},
			}
			began := time.Now()
			_, diags, err := Load(fsys, "x")
			mustDo(t, err)
			if took := time.Since(began); took > most {
				t.Errorf("it took %v", took)
			}
			if len(diags) == 0 {
				t.Error("nothing was found")
			}
		})
	}
}

// TestWarningsHideNoError: what is only warned of may explain an error, and the course
// still has one.
func TestWarningsHideNoError(t *testing.T) {
	fsys := fstest.MapFS{
		"course.yaml": {Data: []byte("title: T\nlanguage: en\npath:\n  - a.md\n  - nowhere\n")},
		"a.md":        {Data: []byte("---\nid: a\n---\n# A\n\nText.\n\n## Qestion: nowhere\n\nSee id: nowhere.\n")},
		"notes.md":    {Data: []byte("a.md"), Mode: fs.ModeSymlink},
	}
	_, diags, err := Load(fsys, "x")
	mustDo(t, err)
	if !slices.ContainsFunc(diags, func(f Diag) bool { return f.Code == codeLesson && f.Severity == Error }) {
		t.Errorf("the lesson that is not there is not told: %v", diags)
	}
}
