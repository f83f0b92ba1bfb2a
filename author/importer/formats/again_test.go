package formats_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/formats"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

// sources writes questions in each format: each item is what one asks.
func sources() map[string]func(items []string) map[string]string {
	each := func(name, head, form, tail string) func([]string) map[string]string {
		return func(items []string) map[string]string {
			var b strings.Builder
			for _, it := range items {
				b.WriteString(strings.ReplaceAll(form, "ASKS", it))
			}
			return map[string]string{name: head + b.String() + tail}
		}
	}
	carpentry := each("episodes/a.md", "---\ntitle: A\n---\n", "::: challenge\n\n## ASKS\n\n1. one\n2. two\n\n::: solution\n\nThe answer is 1.\n:::\n:::\n\n", "")
	book := func(items []string) map[string]string {
		out := each("quizzes/a.toml", "", "[[questions]]\ntype = \"ShortAnswer\"\nprompt.prompt = \"ASKS\"\nanswer.answer = \"one\"\n\n", "")(items)
		out["book.toml"], out["src/SUMMARY.md"], out["src/a.md"] = "[book]\ntitle = \"T\"\n", "- [A](a.md)\n", "# A\n\n{{#quiz ../quizzes/a.toml}}\n"
		return out
	}
	return map[string]func([]string) map[string]string{
		"gift":      each("a.gift", "", "ASKS{=one ~two}\n\n", ""),
		"aiken":     each("a.txt", "", "ASKS\nA. one\nB. two\nANSWER: A\n\n", ""),
		"qti":       each("a.xml", `<questestinterop><assessment ident="a" title="A"><section ident="root_section">`, `<item title="ASKS"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype="text/plain">ASKS</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="1"><material><mattext>one</mattext></material></response_label><response_label ident="2"><material><mattext>two</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">1</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item>`, "</section></assessment></questestinterop>"),
		"swirl":     each("a/lesson.yaml", "- Class: meta\n  Lesson: A\n", "- Class: text_question\n  Output: ASKS\n  CorrectAnswer: one\n", ""),
		"quizjson":  each("a.json", "[", `{"question": "ASKS", "options": ["one", "two"], "answer": "one"},`, `{"question": "Last?", "answer": "one"}]`),
		"hashcards": each("a.md", "", "Q: ASKS\nA: one\n\n", ""),
		"obsidian":  each("a.md", "#flashcards\n\n", "ASKS::one\n\n", ""),
		"anki":      each("a.txt", "#separator:tab\n", "ASKS\tone\n", ""),
		"lia":       each("a.md", "<!--\nauthor: X\n-->\n\n# A\n\n", "ASKS\n\n- [(X)] one\n- [( )] two\n\n", ""),

		"carpentries": carpentry, "mdbook": book,
	}
}

// asks gives the id of each question and card of a course, by what it asks.
func asks(t *testing.T, dir string) map[string]string {
	t.Helper()
	c, diags, err := course.Load(os.DirFS(dir), "x")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Error(d)
		}
	}
	out := map[string]string{}
	for _, l := range c.Lessons {
		for _, b := range l.Blocks {
			if q, ok := b.(*course.Question); ok {
				out[q.Prompt] = q.ID
			}
		}
	}
	for _, k := range c.Cards {
		out[k.Front] = k.ID
	}
	return out
}

// TestAgain: in every format, what is imported again keeps its id when the source
// was edited, and no id of what is gone is given to another.
func TestAgain(t *testing.T) {
	before := []string{"Which grows?", "Which bakes?", "Which cools?", "Which stays?", "Which ends?"}
	edits := []struct {
		name  string
		after []string
		was   map[string]string // what is now asked anew, by its words: what it was
	}{
		{"the same", before, nil},
		{"moved", []string{"Which bakes?", "Which cools?", "Which stays?", "Which grows?", "Which ends?"}, nil},
		{"swapped", []string{"Which grows?", "Which stays?", "Which cools?", "Which bakes?", "Which ends?"}, nil},
		{"removed", []string{"Which grows?", "Which bakes?", "Which stays?", "Which ends?"}, nil},
		{"reworded", []string{"Which grows?", "Which bakes?", "What gets cold?", "Which stays?", "Which ends?"}, map[string]string{"What gets cold?": "Which cools?"}},
		{"reworded, and another swapped", []string{"What rises?", "Which bakes?", "Which cools?", "Which ends?", "Which stays?"}, map[string]string{"What rises?": "Which grows?"}},
		{"added", []string{"Which grows?", "Which is new?", "Which bakes?", "Which cools?", "Which stays?", "Which ends?"}, map[string]string{"Which is new?": ""}},
		{"removed, and another added", []string{"Which grows?", "Which cools?", "Which stays?", "Which is new?", "Which ends?"}, map[string]string{"Which is new?": ""}},
	}
	for _, f := range formats.All() {
		write := sources()[f.Name]
		if write == nil {
			t.Errorf("%s is not tried", f.Name)
			continue
		}
		for _, edit := range edits {
			t.Run(fmt.Sprintf("%s/%s", f.Name, edit.name), func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "course")
				take := func(items []string) map[string]string {
					files := map[string][]byte{}
					for name, text := range write(items) {
						files[name] = []byte(text)
					}
					src := importer.Source{Name: "source", FS: archive.Files(files)}
					if _, err := (importer.Import{Format: f, Source: src, Dir: dir}).Run(); err != nil {
						t.Fatal(err)
					}
					return asks(t, dir)
				}
				old := take(before)
				now := take(edit.after)
				for _, it := range edit.after {
					was, anew := edit.was[it]
					switch {
					case old[it] == "" && !anew, now[it] == "":
						t.Fatalf("%q is not in the course: %v, then %v", it, old, now)
					case !anew && now[it] != old[it], anew && was != "" && now[it] != old[was]:
						t.Errorf("%q was %q, and is %q", it, old[it]+old[was], now[it])
					case anew && was == "":
						for words, id := range old {
							if id == now[it] {
								t.Errorf("%q has the id of %q", it, words)
							}
						}
					}
				}
			})
		}
	}
}
