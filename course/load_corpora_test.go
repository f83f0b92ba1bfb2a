package course

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestCorporaAsPlainCourses opens folders of Markdown that other people wrote
// as courses. They were made for other programs, so nothing in them is an error.
func TestCorporaAsPlainCourses(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(corpora(t), "dev-*"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no folders: %v", err)
	}
	for _, dir := range dirs {
		if !holdsMarkdown(dir) {
			continue
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			fsys, err := OpenDir(dir)
			mustDo(t, err)
			c, diags := checkLoad(t, fsys)
			if c == nil {
				t.Fatal("no course")
			}
			for _, d := range diags {
				if d.Severity == Error {
					t.Errorf("%v", d)
				}
			}
			t.Logf("%d lessons, %d on the path, %d findings", len(c.Lessons), len(c.Path), len(diags))
		})
	}
}

func holdsMarkdown(dir string) bool {
	found := false
	_ = filepath.WalkDir(dir, func(path string, _ os.DirEntry, _ error) error {
		found = found || isMarkdown(path)
		return nil
	})
	return found
}

// TestHostileCorporaAsCourses takes every hostile file for a lesson, for front
// matter and for a course.yaml. Nothing is promised but an end and findings
// that can be printed.
func TestHostileCorporaAsCourses(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join(corpora(t), "hostile-*"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no folders: %v", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			fsys, err := OpenDir(dir)
			mustDo(t, err)
			checkLoad(t, fsys)
			lessons := fstest.MapFS{}
			n := 0
			eachFile(t, dir, func(path string) bool { return true }, func(name string, data []byte) {
				n++
				lessons[fmt.Sprintf("%04d.md", n)] = &fstest.MapFile{Data: data}
				for _, text := range append(yamlExamples(string(data)), string(data)) {
					if len(text) > 100_000 {
						continue
					}
					checkLoad(t, fstest.MapFS{
						courseFile: {Data: []byte(text)},
						"one.md":   {Data: []byte("---\n" + text + "\n---\n# One\n")},
					})
				}
			})
			checkLoad(t, lessons)
		})
	}
}

// yamlExamples cuts the texts under "yaml: |" out of a conformance suite.
func yamlExamples(text string) []string {
	var out []string
	for _, part := range strings.Split(text, "  yaml: |\n")[1:] {
		var b strings.Builder
		for line := range strings.Lines(part) {
			if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "    ") {
				break
			}
			b.WriteString(strings.TrimPrefix(line, "    "))
		}
		out = append(out, strings.NewReplacer("␣", " ", "————»", "\t", "———»", "\t", "——»", "\t", "—»", "\t", "»", "\t", "↵", "", "∎\n", "", "⇔", "\ufeff").Replace(b.String()))
	}
	return out
}
