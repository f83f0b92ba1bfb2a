package course

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// tester is what testing.T and rapid.T share.
type tester interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// checkLoad loads a course and checks what holds for every course: findings
// with a place in the files, in order, safe to print; ids that are unique; a
// road of lessons that exist.
func checkLoad(t tester, fsys fs.FS) (*Course, []Diag) {
	t.Helper()
	c, diags, err := Load(fsys, "course")
	if (c == nil) != (err != nil) {
		t.Fatalf("course %v and error %v", c != nil, err)
	}
	checkFindings(t, fsys, diags)
	if c != nil {
		checkCourse(t, c)
	}
	return c, diags
}

func checkFindings(t tester, fsys fs.FS, diags []Diag) {
	t.Helper()
	for _, d := range diags {
		if d.Code == "" || d.Msg == "" || d.Pos.File == "" || d.Severity != Error && d.Severity != Warning {
			t.Errorf("incomplete: %+v", d)
		}
		if _, err := fs.Stat(fsys, d.Pos.File); err != nil {
			t.Errorf("%v: %v", d, err)
		}
		if d.Pos.Line < 0 || d.Pos.Col < 0 || d.Len < 0 || d.Pos.Line > 0 && (d.Pos.Col < 1 || d.Pos.Col-1+d.Len > len(d.Line)) {
			t.Errorf("outside its line: %+v", d)
		}
	}
	sorted := slices.Clone(diags)
	sortDiags(sorted)
	if !slices.Equal(sorted, diags) {
		t.Errorf("findings are not sorted")
	}
	var text, data bytes.Buffer
	if err := WriteDiags(&text, diags); err != nil || textsafe.Index(text.String()) >= 0 {
		t.Errorf("text is not safe to print: %v", err)
	}
	if err := WriteDiagsJSON(&data, diags); err != nil || textsafe.Index(data.String()) >= 0 {
		t.Errorf("JSON is not safe to print: %v", err)
	}
	var list []map[string]any
	if err := json.Unmarshal(data.Bytes(), &list); err != nil || len(list) != len(diags) {
		t.Errorf("JSON of %d findings: %v", len(diags), err)
	}
}

func checkCourse(t tester, c *Course) {
	t.Helper()
	if c.ID == "" || c.Title == "" || len(c.Paces) == 0 || len(c.Onboarding) == 0 || len(c.Lessons)+len(c.Cards) == 0 {
		t.Errorf("incomplete: id %q, title %q, %d paces, %d lessons", c.ID, c.Title, len(c.Paces), len(c.Lessons))
	}
	known := map[*Lesson]bool{}
	ids := map[string]bool{}
	claim := func(id string) {
		if id == "" || ids[id] {
			t.Errorf("id %q is empty or given twice", id)
		}
		ids[id] = true
	}
	lessons := c.Lessons
	if c.Placement != nil {
		lessons = append(slices.Clone(lessons), c.Placement)
	}
	for _, l := range lessons {
		known[l] = true
		claim(l.ID)
		if l.Title == "" || !utf8.ValidString(l.Title) || c.Lesson(l.ID) != l {
			t.Errorf("lesson %q of %s: title %q", l.ID, l.File, l.Title)
		}
	}
	goes := func(id string) {
		if id != "" && c.Lesson(id) == nil {
			t.Errorf("a road leads to %q, which is no lesson", id)
		}
	}
	for _, l := range lessons {
		for _, n := range l.Next {
			goes(n.Detour)
			goes(n.Go)
		}
		l.eachQuestion(func(q *Question) {
			claim(q.ID)
			q.eachReply(func(r *Reply) { goes(r.Detour); goes(r.Go) })
		})
	}
	for _, s := range c.Path {
		if s.Lesson != nil && !known[s.Lesson] || (s.Lesson == nil) == (s.Choose == nil) {
			t.Errorf("a stop is no lesson of the course")
		}
		if s.Choose != nil && (s.Choose.Pick < 1 || s.Choose.Pick > len(s.Choose.From) || s.Choose.ID == "") {
			t.Errorf("a fork cannot be taken: %+v", s.Choose)
		}
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"---\nid: a\ntitle: A\n---\n# B\n", "---\nskills: [a, b]\nneeds: a\nnext:\n  - {go: one.md}\n---\ntext",
		"+++\na = 1\n+++\n# T", "---\n\ntext\n\n---\n", "---\ntitle: \"x\nwhen: \"a\" in interests\nkind: detour", "\ufeff---\r\nid: x\r\n---\r\n",
		"---\nkind: onboarding\n---\n### Ask: A?\n<!-- id: goal -->\n\n- `a` A\n- `b` B\n",
	} {
		f.Add([]byte(seed), []byte("title: C\nskills: { a: A }\npath: [one.md, two.md]\n"))
		f.Add([]byte(seed), []byte(nil))
	}
	f.Fuzz(func(t *testing.T, page, config []byte) {
		fsys := fstest.MapFS{
			"one.md": {Data: page},
			"two.md": {Data: []byte("---\nid: two\n---\n# Two\n\n### Question: Yes?\n<!-- id: q -->\n\n- [x] Yes\n- [ ] No\n  > Detour: [one](one.md)\n")},
		}
		if len(config) > 0 {
			fsys[courseFile] = &fstest.MapFile{Data: config}
		}
		checkLoad(t, fsys)
	})
}

// TestAnyFilesLoad puts parts of courses together at random.
func TestAnyFilesLoad(t *testing.T) {
	names := []string{"course.yaml", "SUMMARY.md", "README.md", "one.md", "two.md", "2-x.md", "10-x.md", "a/one.md", "a/README.md", "b/c/two.md", "cards.md", "x.png"}
	parts := []string{
		"---\n", "id: one\n", "id: two\n", "title: T\n", "kind: detour\n", "kind: cards\n", "kind: onboarding\n", "kind: placement\n", "kind: extra\n",
		"skills: [a, b]\n", "needs: [one, a/one.md]\n", "next: [{go: two.md}, {detour: one}]\n", "when: goal == \"a\"\n", "\n", "# Heading\n", "text\n",
		"### Question: Yes?\n", "<!-- id: q, skill: a -->\n", "<!-- when: seen.one -->\n", "- [x] Yes\n", "- [ ] No\n  > Mix-up: m\n", "- [ ] Maybe\n  > Detour: [x](a/one.md)\n",
		"### Ask: Goal?\n<!-- id: goal -->\n\n- `a` A\n- `b` B\n", "[link](two.md) ![image](x.png)\n", "- [One](one.md)\n  - [Two](two.md)\n", "Q: a\nA: b\n",
		"goals: { a: A, b: B }\n", "path: [one.md, { choose: 1, from: [two.md, a/one.md] }, { module: M, lessons: [2-x.md] }]\n", "mixups: { m: { says: M, detour: one.md } }\n",
		"paces: { slow: { days: 1 } }\n", "start: one.md\n", "placement: two.md\n", "\x1b[2J", "\u202e", "\xff", "\r\n", "\ufeff", "\t", "\"", "{", "]", ": ", "*a ",
	}
	rapid.Check(t, func(t *rapid.T) {
		fsys := fstest.MapFS{}
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 8, rapid.ID).Draw(t, "names") {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, name), "")
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		checkLoad(t, fsys)
	})
}
