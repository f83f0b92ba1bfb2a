package course

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/internal/bounded"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// docBlock is a fenced block of a page of docs whose info string says what it
// is: "markdown file=a.md" or "yaml file=course.yaml", a file of the course that
// the examples belong to; with "course=NAME", a file of another course, loaded
// at the end of the section; "text rules", a rule on each line. "wrong=CODE" is
// the only finding that it has, else it has none.
type docBlock struct {
	page               string
	line               int
	lang               string
	rules              bool
	file, course, want string
	text               string
	endsSection        bool // a heading or the end of the page follows
}

// docBlocks reads the fenced blocks of a page.
func docBlocks(t *testing.T, page string) []docBlock {
	t.Helper()
	src, err := os.ReadFile("../docs/" + page)
	mustDo(t, err)
	var blocks []docBlock
	fence := ""
	for i, line := range strings.Split(string(src), "\n") {
		mark := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		switch {
		case fence == "" && len(mark) >= 3:
			fence = mark
			blocks = append(blocks, docBlockOf(t, page, i+1, line[len(mark):]))
		case fence != "" && line == fence:
			fence = ""
		case fence != "":
			blocks[len(blocks)-1].text += line + "\n"
		case strings.HasPrefix(line, "#") && len(blocks) > 0:
			blocks[len(blocks)-1].endsSection = true
		}
	}
	if len(blocks) > 0 {
		blocks[len(blocks)-1].endsSection = true
	}
	return blocks
}

func docBlockOf(t *testing.T, page string, line int, info string) docBlock {
	t.Helper()
	b := docBlock{page: page, line: line}
	for i, word := range strings.Fields(info) {
		key, value, _ := strings.Cut(word, "=")
		switch {
		case i == 0:
			b.lang = word
		case key == "file":
			b.file = value
		case key == "course":
			b.course = value
		case key == "wrong":
			b.want = value
		case word == "rules":
			b.rules = true
		default:
			t.Errorf("%s:%d: %q says nothing about the block", page, line, word)
		}
	}
	return b
}

// breadCourse is the course that examples are put into.
func breadCourse(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/doc/bread.txtar")
	mustDo(t, err)
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// wantFindings loads a course and wants the findings of one code, or none.
func (b docBlock) wantFindings(t *testing.T, files fstest.MapFS) {
	t.Helper()
	_, diags, err := Load(files, "bread")
	if err != nil {
		t.Errorf("%s:%d: %v", b.page, b.line, err)
	}
	found := false
	for _, d := range diags {
		found = found || d.Code == b.want
		if d.Code != b.want {
			t.Errorf("%s:%d: %s (%s)", b.page, b.line, d, d.Hint)
		}
	}
	if !found && b.want != "" {
		t.Errorf("%s:%d: there is no finding %s", b.page, b.line, b.want)
	}
}

// wantRules checks the rules of a block, one on each line.
func (b docBlock) wantRules(t *testing.T) {
	t.Helper()
	for i, rule := range strings.Split(strings.TrimSpace(b.text), "\n") {
		files := breadCourse(t)
		files["lesson.md"] = &fstest.MapFile{Data: []byte("---\nwhen: " + rule + "\n---\n# Lesson\n\nText.\n")}
		at := b
		at.line += i + 1
		at.wantFindings(t, files)
	}
}

// TestFormatPage loads every example of docs/format.md.
func TestFormatPage(t *testing.T) {
	plain := docBlock{page: "testdata/doc/bread.txtar"}
	plain.wantFindings(t, breadCourse(t))
	courses := map[string]fstest.MapFS{}
	open := ""
	loaded := 0
	for _, b := range docBlocks(t, "format.md") {
		switch {
		case b.rules:
			b.wantRules(t)
		case b.course != "":
			if courses[b.course] == nil {
				courses[b.course] = fstest.MapFS{}
			}
			courses[b.course][b.file] = &fstest.MapFile{Data: []byte(b.text)}
			open = b.course
		case b.lang == "markdown" || b.lang == "yaml":
			files := breadCourse(t)
			if b.file == "" {
				b.file = "lesson.md"
			}
			files[b.file] = &fstest.MapFile{Data: []byte(b.text)}
			b.wantFindings(t, files)
		default:
			t.Errorf("format.md:%d: nothing says what this block is", b.line)
		}
		loaded++
		if b.endsSection && open != "" {
			b.wantFindings(t, courses[open])
			open = ""
		}
	}
	if loaded < 30 {
		t.Errorf("only %d examples were read", loaded)
	}
}

// TestTheFirstStepsOfTheFormatPage loads the course of the five minutes after
// each of its steps: a reader may stop at any.
func TestTheFirstStepsOfTheFormatPage(t *testing.T) {
	files := fstest.MapFS{}
	steps := 0
	for _, b := range docBlocks(t, "format.md") {
		if b.course != "start" {
			continue
		}
		files[b.file] = &fstest.MapFile{Data: []byte(b.text)}
		if b.file == "01-dough.md" {
			steps++
			b.wantFindings(t, files)
		}
	}
	if steps != 3 {
		t.Errorf("%d steps", steps)
	}
}

// TestAnswersPageIsFreeOfFindings puts each block of stated answers in
// docs/answers.md under a question; what they do is tested beside it.
func TestAnswersPageIsFreeOfFindings(t *testing.T) {
	blocks := docBlocks(t, "answers.md")
	if len(blocks) < 8 {
		t.Errorf("only %d examples were read", len(blocks))
	}
	for _, b := range blocks {
		files := breadCourse(t)
		files["lesson.md"] = &fstest.MapFile{Data: []byte("# Lesson\n\n### Question: What is it?\n<!-- id: it -->\n\n" + b.text)}
		b.wantFindings(t, files)
	}
}

// TestTablesOfTheFormatPage compares the tables of keys, settings, kinds and
// names with what the program reads.
func TestTablesOfTheFormatPage(t *testing.T) {
	var kinds, names, types []string
	for _, k := range []LessonKind{KindLesson, KindProject, KindDetour, KindExtra, KindOnboarding, KindPlacement, KindCards, KindGlossary} {
		kinds = append(kinds, string(k))
	}
	for _, n := range ruleNamesKnown() {
		names, types = append(names, n.name), append(types, n.kind.String())
	}
	for _, tt := range []struct {
		table string
		want  []string
	}{
		{"key of course.yaml", yamlKeys(config{})},
		{"key of a skill", yamlKeys(skillEntry{})},
		{"key of a goal", yamlKeys(goalEntry{})},
		{"key of a mix-up", yamlKeys(mixupEntry{})},
		{"key of a pace", yamlKeys(paceEntry{})},
		{"key of questions", yamlKeys(questionEntry{})},
		{"key of an entry of the path", yamlKeys(pathEntry{})},
		{"key of front matter", yamlKeys(frontMatter{})},
		{"key of an entry of next", yamlKeys(nextEntry{})},
		{"key of a check", yamlKeys(checkYAML{})},
		{"setting of a question", yamlKeys(questionSettings{})},
		{"setting of an Ask", yamlKeys(askSettings{})},
		{"setting of cards", yamlKeys(cardSettings{})},
		{"kind", kinds},
		{"name in a rule", names},
	} {
		var got []string
		for _, row := range docTable(t, tt.table) {
			got = append(got, codeWords(row[0])...)
		}
		if sorted(got) != sorted(tt.want) {
			t.Errorf("%s:\n on the page %s\nthe program %s", tt.table, sorted(got), sorted(tt.want))
		}
	}
	for i, row := range docTable(t, "name in a rule") {
		if row[2] != types[slices.Index(names, codeWords(row[0])[0])] {
			t.Errorf("name in a rule, row %d: %s is not %s", i+1, row[0], row[2])
		}
	}
}

func TestSettingsOfTheFormatPage(t *testing.T) {
	want := map[string]any{
		"Question:": questionSettings{}, "Task:": taskSettings{}, "Ask:": askSettings{}, "Way:": waySettings{},
		"Extra:": textSettings{}, "Pool:": poolSettings{}, "any other": textSettings{},
	}
	rows := docTable(t, "heading")
	if len(rows) != len(want) {
		t.Errorf("%d headings", len(rows))
	}
	for _, row := range rows {
		settings, ok := want[strings.Trim(row[0], "`")]
		if !ok {
			t.Errorf("no heading %s", row[0])
			continue
		}
		if got := codeWords(row[1]); sorted(got) != sorted(yamlKeys(settings)) {
			t.Errorf("%s:\n on the page %s\nthe program %s", row[0], sorted(got), sorted(yamlKeys(settings)))
		}
	}
}

func TestLimitsOfTheFormatPage(t *testing.T) {
	want := []string{
		fmt.Sprintf("%d MiB, %s lines", maxFileSize>>20, thousands(maxFileLines)), fmt.Sprintf("%d MiB", maxTotalSize>>20), thousands(maxFiles) + ", or none is read",
		fmt.Sprint(maxFolders), fmt.Sprintf("%d MiB, %d levels, %s keys of your own in a mapping", strictyaml.MaxSize>>20, strictyaml.MaxDepth, thousands(strictyaml.MaxKeys)), thousands(maxHeadings), fmt.Sprint(maxDepth),
		fmt.Sprintf("%d KiB, %s lines", maxBlock>>10, thousands(maxLines)), fmt.Sprint(bounded.MaxColumns), thousands(maxParts), thousands(bounded.MaxCells), fmt.Sprint(maxEntries),
		fmt.Sprintf("%d bytes", maxRuleBytes), fmt.Sprintf("%d characters", maxPattern), fmt.Sprintf("%d, of %s bytes each", maxChecks, thousands(maxCheckText)),
		fmt.Sprintf("%d KiB", maxScriptText>>10), fmt.Sprintf("%d KiB", maxCode>>10), thousands(maxTyped) + " bytes",
		fmt.Sprint(maxPerFile),
	}
	rows := docTable(t, "what")
	if len(rows) != len(want) {
		t.Errorf("%d limits, want %d", len(rows), len(want))
	}
	for i, row := range rows {
		if i >= len(want) || row[1] != want[i] {
			t.Errorf("%s: %s, want %s", row[0], row[1], want[min(i, len(want)-1)])
		}
	}
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// docTable returns the rows of the table of docs/format.md whose first column
// has the given title.
func docTable(t *testing.T, title string) [][]string {
	t.Helper()
	src, err := os.ReadFile("../docs/format.md")
	mustDo(t, err)
	_, rest, found := strings.Cut(string(src), "\n| "+title+" | ")
	if !found {
		t.Fatalf("docs/format.md has no table of %q", title)
	}
	var rows [][]string
	for _, line := range strings.Split(rest, "\n")[2:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		rows = append(rows, splitRow(line))
	}
	return rows
}

// codeWords are the words in backticks, each up to the first sign that no key
// has: "mastery" in `mastery.SKILL`.
func codeWords(cell string) []string {
	var words []string
	for _, m := range regexp.MustCompile("`([a-z_]+)[^`]*`").FindAllStringSubmatch(cell, -1) {
		words = append(words, m[1])
	}
	return words
}

// yamlKeys are the keys that a struct is read from.
func yamlKeys(v any) []string {
	var keys []string
	typ := reflect.TypeOf(v)
	for i := range typ.NumField() {
		if key, _, _ := strings.Cut(typ.Field(i).Tag.Get("yaml"), ","); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

func sorted(words []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(words))), " ")
}
