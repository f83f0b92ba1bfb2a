package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestPrivacyExplainsEveryField: whatever is stored has words in every language,
// and nothing is explained that is not stored.
func TestPrivacyExplainsEveryField(t *testing.T) {
	l := newLearner(t)
	for _, lang := range words.Languages() {
		w := words.For(lang.Tag).Privacy
		for _, s := range allStored(environment{getenv: func(string) string { return l.home }}) {
			if w.Files[s.Name] == "" {
				t.Errorf("%s: %s is not explained", lang.Tag, s.Name)
			}
			for _, f := range s.Fields {
				if w.Fields[fieldKey(s.Name, f)] == "" {
					t.Errorf("%s: the field %s of %s is not explained", lang.Tag, f, s.Name)
				}
			}
		}
	}
}

// TestPrivacyKnowsWhatIsTrusted: the folder and the fields of what the learner
// agreed to run are those that are written.
func TestPrivacyKnowsWhatIsTrusted(t *testing.T) {
	for _, s := range progress.AllStored("data") {
		if s.Name == trust.Folder && s.Path == filepath.Join("data", trust.Folder, "*.json") && slices.Equal(s.Fields, trust.Fields()) {
			return
		}
	}
	t.Error("cairn privacy does not tell of it")
}

// TestPrivacyNamesEveryFile: whatever cairn writes of a learner has a line in
// cairn privacy that names it.
func TestPrivacyNamesEveryFile(t *testing.T) {
	l := newLearner(t)
	before := map[string]bool{}
	l.files(func(path string, _ fs.DirEntry) { before[path] = true })
	l.learns()
	l.put("data/crashes/20260309T120000Z-01.txt", "a fault")
	l.put("tmp/cairn-123/answer.txt", "a draft")
	said := strings.Split(l.does(0, "", "privacy"), "\n")
	files := 0
	l.files(func(name string, e fs.DirEntry) {
		if before[name] || e.IsDir() {
			return
		}
		files++
		if !slices.ContainsFunc(said, func(line string) bool {
			ok, err := path.Match(filepath.ToSlash(line), filepath.ToSlash(name))
			return ok && err == nil
		}) {
			t.Errorf("%s is not named:\n%s", name, strings.Join(said, "\n"))
		}
	})
	if files < 5 {
		t.Errorf("only %d files were written", files)
	}
}

// TestPrivacyIsDocumented holds docs/privacy.md to what is printed: every kind
// of file and every field, with the same words.
func TestPrivacyIsDocumented(t *testing.T) {
	doc := read(t, "../../docs/privacy.md")
	w := words.English().Privacy
	for _, said := range []string{w.Where, w.Readers, w.Sent, w.Never, w.Yours} {
		if !strings.Contains(doc, said) {
			t.Errorf("docs/privacy.md does not say: %s", said)
		}
	}
	want := 0
	for _, s := range allStored(environment{getenv: func(string) string { return t.TempDir() }}) {
		if !strings.Contains(doc, w.Files[s.Name]) {
			t.Errorf("docs/privacy.md does not say of %s: %s", s.Name, w.Files[s.Name])
		}
		for _, f := range s.Fields {
			want++
			if row := "| `" + f + "` | " + w.Fields[fieldKey(s.Name, f)] + " |"; !strings.Contains(doc, row) {
				t.Errorf("docs/privacy.md lacks the row: %s", row)
			}
		}
	}
	if got := strings.Count(doc, "\n| `"); got != want {
		t.Errorf("docs/privacy.md has %d rows of fields, stored are %d", got, want)
	}
}
