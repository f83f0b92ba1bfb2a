package strain_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// What stands before and behind what is hostile on a page, and must be seen.
const before, behind = "Seen before.", "Seen behind."

// folder makes the files of a course.
type folder func() map[string]string

func whole(files map[string]string) folder { return func() map[string]string { return files } }

// page is a course of one lesson that holds a text, between two that are seen.
func page(text string) folder {
	return func() map[string]string {
		return map[string]string{"a.md": "# A\n\n" + before + "\n\n" + text + "\n\n" + behind + "\n"}
	}
}

// front is a course of two lessons, the second with something in its front matter.
func front(yaml string) folder {
	return func() map[string]string {
		return map[string]string{"course.yaml": "id: x\ntitle: X\n", "a.md": "# A\n\n" + before + " " + behind + "\n", "b.md": "---\n" + yaml + "\n---\n# B\n\nText.\n"}
	}
}

// config is a course of one lesson and a course.yaml.
func config(yaml string) folder {
	return func() map[string]string {
		return map[string]string{"course.yaml": yaml, "a.md": "# A\n\n" + before + " " + behind + "\n"}
	}
}

// question is a course of one lesson with a question behind its text.
func question(answers string) folder {
	return func() map[string]string {
		return map[string]string{"a.md": "# A\n\n" + before + " " + behind + "\n\n### Question: Q?\n<!-- id: q -->\n\n" + answers}
	}
}

func nested(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// badInputs is the list of bad inputs of size and depth.
func badInputs() []trial {
	both := slices.Clip([]string{before, behind})
	many := strings.Repeat
	refused := func(name, code string, files folder) trial {
		shown := both
		if slices.Contains([]string{"too-deep", "too-tangled", "too-large"}, code) {
			shown = append(shown, words.English().Flow.Alerts.AsWritten)
		}
		return trial{name: name, files: files, codes: []string{code}, shown: shown}
	}
	seen := func(name string, files folder) trial { return trial{name: name, files: files, shown: both} }
	return []trial{
		refused("B31 82 bytes of quote marks", "too-deep", page(many(">", 82))),
		refused("B31 1 MB of quote marks", "too-deep", page(many(">", 1<<20))),
		refused("B31 lines of 200 quote marks", "too-deep", page(many(many(">", 200)+"a\n", 5000))),
		refused("B32 a list nested 250 levels", "too-deep", page(nested(250))),
		refused("B32 a list nested 1000 levels", "too-deep", page(nested(1000))),
		refused("B32 numbered lists in one line", "too-deep", page(many("1. ", 300_000)+"a")),
		refused("B33 50 000 list items", "too-large", page(many("- a\n", 50_000))),
		refused("B33 50 000 list items with blank lines", "too-large", page(many("- a\n\n", 50_000))),
		seen("B34 2000 code fences", page(many("```\na\n```\n", 2000))),
		seen("B34 60 000 code fences", page(many("```go\na\n```\n", 60_000))),
		refused("B35 64 KB of links that never end", "too-tangled", page(many("[a](", 16<<10))),
		refused("B35 1 MB of brackets", "too-tangled", page(many("[", 1<<20))),
		refused("B35 1 MB of emphasis", "too-tangled", page(many("**a", 350_000))),
		{name: "B35 500 files of links that never end", files: tangled(500), codes: []string{"too-tangled"}, shown: both, most: 3 * time.Second},
		refused("B35 1 MB of backticks that never close", "too-large", page("a "+many("`", 1<<20))),
		refused("B35 runs of backticks of every length", "too-large", page(runs('`', 1<<20))),
		seen("B36 2000 here documents in Perl", page("```perl\n"+many("<<A;", 2000)+"\n```\n")),
		seen("B36 64 KB of long brackets in Lua", page("```lua\n"+many("[=[", 20_000)+"\n```\n")),
		seen("B36 64 KB of emphasis in a block of Markdown", page("```markdown\n"+many("**a", 20_000)+"\n```\n")),
		seen("B36 1 MB of one line of Go", page("```go\n"+many("x := 1;", 150_000)+"\n```\n")),
		seen("B36 190 000 lines of code", page("```diff\n"+many("+a\n", 190_000)+"```\n")),
		{name: "4 files with code in every word", files: codeInEveryWord(4), codes: []string{"too-large"}},
		{name: "B37 5 MB in one line", files: whole(map[string]string{"a.md": "# A\n\n" + before + behind + "\n", "b.md": many("words ", 900_000)}),
			codes: []string{"file-too-large"}, shown: both},
		refused("B37 1 MB in one line", "too-large", page(many("words ", 180_000))),
		refused("B37 1 MB in one word", "too-large", page(many("a", 1<<20))),
		refused("B38 a table of 5000 columns", "too-large", page(many("|a", 5000)+"\n"+many("|-", 5000)+"\n"+many("a\n", 5000))),
		refused("B38 a table of 20 000 rows", "too-large", page("|a|b|\n|-|-|\n"+many("|c|d|\n", 20_000))),
		seen("B38 a table of 100 columns and 1500 rows", page(many("|a", 99)+"\n"+many("|-", 99)+"\n"+many(many("|b", 99)+"\n", 1500))),
		refused("B38 a table of 15 000 bars in code", "too-tangled", page("|a|\n|-|\n"+many("|`\\|`|\n", 15_000))),
		seen("B39 700 reference links", page(numbered(700, "[%d][r] ")+"\n\n[r]: https://example.org\n")),
		refused("B39 60 000 definitions of links", "too-tangled", page(numbered(60_000, "[r%d]: x\n"))),
		{name: "B40 a page of HTML that shows nothing", files: page("<iframe src=\"x\"></iframe>\n"), codes: []string{"html-not-shown"}, shown: both},
		refused("B40 1 MB of HTML", "too-large", page("<div>\n"+many("<b>a\n", 100_000))),
		refused("B41 a billion laughs", "yaml-alias", config("id: x\nauthors: &a [x,x]\nways: &b [*a,*a]\npath: &c [*b,*b]\ntitle: *c\n")),
		refused("B42 256 KB of keys in one mapping", "yaml-unknown-key", config("id: x\n"+numbered(20_000, "key%06d: x\n"))),
		refused("B42 1 MB of skills", "yaml-limit", config("id: x\nskills:\n"+numbered(110_000, "  s%d: x\n"))),
		refused("B43 1 MB of brackets in YAML", "yaml-limit", config("id: x\npath: "+many("[", 1<<20))),
		refused("B44 an anchor within itself", "yaml-alias", config("id: x\nauthors: &a [*a]\n")),
		refused("B45 a key given twice", "yaml-repeated-key", config("id: x\ntitle: a\ntitle: b\n")),
		seen("B46 words that other readers of YAML change", config("id: no\ntitle: 010\nsummary: 1:30\nversion: 2020-01-01\n")),
		refused("B46 a list where a text belongs", "yaml-type", config("id: x\ntitle: [a, b]\n")),
		refused("B47 a tag", "yaml-alias", config("id: x\ntitle: !!python/object a\n")),
		refused("B48 100 000 documents of YAML", "yaml-documents", config("id: x\n"+many("---\n", 100_000))),
		{name: "B49 100 000 files", files: manyFiles(100_000), codes: []string{"too-many-files"}},
		refused("B50 a question without options", "no-answers", question("\n")),
		refused("B50 a question with 10 000 options", "too-many-answers", question("- [x] a\n"+numbered(10_000, "- [ ] %d\n"))),
		refused("B50 no right option", "nothing-marked", question("- [ ] a\n- [ ] b\n")),
		refused("B50 the same option twice", "repeated-option", question("- [x] a\n- [ ] a\n")),
		refused("B51 branches in a circle", "endless-road", front("next: [{ go: a.md }, { go: b.md }]")),
		refused("B51 a branch to nowhere", "unknown-lesson", front("next: [{ go: nowhere.md }]")),
		{name: "B51 a lesson that no road reaches", files: whole(map[string]string{"course.yaml": "id: x\npath: [a.md]\n", "a.md": "# A\n\n" + before + behind + "\n", "b.md": "# B\n\nText.\n"}), codes: []string{"unreached"}, shown: both},
		refused("B52 a pattern that repeats repeats", "answer-pattern", question("- Answer: `/(a{1000}){1000}/`\n")),
		refused("B52 a pattern of 100 KB", "answer-long", question("- Answer: `/^("+many("a|", 50_000)+"b)$/`\n")),
		{name: "B52 a pattern that others take for ever to match", files: question("- Answer: `aa`\n- Also: `/^(a+)+$/`\n"), shown: both, after: matchesSoon},
		refused("B53 a pace of negative days", "bad-value", config("id: x\npaces: { slow: { days: -1 } }\n")),
		refused("B53 a goal that is no number", "bad-value", config("id: x\nskills: { s: { title: S, goal: NaN } }\n")),
		refused("B53 a time without end", "bad-value", config("id: x\nminutes: .inf\n")),
		refused("B53 1e308 minutes", "bad-value", front("minutes: 1e308")),
		refused("B53 a rule about a score of 1e308", "rule-range", front("when: score > 1e308")),
		refused("B53 a rule about a negative score", "rule-syntax", front("when: score < -1.0")),
	}
}

// largeCourses are large and honest: they open, and their last line is reached.
func largeCourses() []trial {
	many := strings.Repeat
	both := []string{before, behind}
	const prose = "Some words of an honest chapter, with *emphasis* and a [link](https://example.org).\n"
	return []trial{
		{name: "a chapter of 200 kB", files: page(many(many(prose, 5)+"\n", 200_000/(5*len(prose)))), shown: both},
		{name: "a chapter of 200 kB in one paragraph", files: page(many("Some words in a line of text.\n", 7000)), shown: both},
		{name: "a lesson of 1 MB", files: page(many(many(prose, 4)+"\n- a\n- b\n\n```go\nx := 1\n```\n\n", 2600)), shown: both},
		{name: "a lesson of 1 MB under 1500 headings", files: page(many("## H\n\n"+many(prose, 8), 1500)), shown: []string{before}, after: walksTo(1501)},
		{name: "a course of 10 000 lessons", files: lessons(10_000, "## H\n\n"+many(prose, 20)), shown: []string{before}, most: 10 * time.Second, after: opensLast},
		{name: "a table of 500 rows", files: page("| a | b | c |\n|---|---|---|\n" + many("| some words | *more* words | `code` |\n", 500)), shown: both},
		{name: "a list of 2000 items", files: page(many("- an item with *emphasis* and `code`\n", 2000)), shown: both},
		{name: "a listing of 5000 lines", files: page("```go\n" + many("func f(x int) int { return x + 1 } // a comment\n", 5000) + "```\n"), shown: both},
		{name: "a question with 100 options", files: question("- [x] right\n" + numbered(99, "- [ ] option %d\n")), shown: both},
	}
}

// lessons is a course of n lessons, the last of which is seen behind them.
func lessons(n int, text string) folder {
	return func() map[string]string { return manyLessons(n, text) }
}

func manyLessons(n int, text string) map[string]string {
	files := map[string]string{"0.md": "# A\n\n" + before + "\n"}
	for i := range n - 2 {
		files[fmt.Sprintf("m%d/l%d.md", i/100, i)] = fmt.Sprintf("# Lesson %d\n\n%s\n\n### Question: Which?\n<!-- id: q%d -->\n\n- [x] this\n- [ ] that\n", i, text, i)
	}
	files["zz.md"] = "---\nid: last\n---\n# Z\n\n" + behind + "\n"
	return files
}

// opensLast opens the last lesson, and wants its last line.
func opensLast(k *taken) {
	if _, err := k.session.Do(learn.GoTo{ID: "last"}); err != nil {
		k.faultf("opening the last lesson: %v", err)
	}
	k.wants(behind)
}

// walksTo goes on from page to page, and wants the last line on the n-th.
func walksTo(n int) func(*taken) {
	return func(k *taken) {
		for range n - 2 { // the first page stands before the first heading
			if _, err := k.session.Do(learn.Continue{}); err != nil {
				k.faultf("going on: %v", err)
				return
			}
		}
		k.wants(behind)
	}
}

// wants says that words are not on the present page.
func (k *taken) wants(words string) {
	r, ok := k.session.Step().(learn.Reading)
	if ok {
		for _, part := range r.Page.Parts {
			if t, is := part.(learn.TextPart); is && strings.Contains(t.Markdown, words) {
				return
			}
		}
	}
	k.faultf("%q is not on the page that was gone to: %T", words, k.session.Step())
}

func runs(c byte, n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("x" + strings.Repeat(string(c), i))
	}
	return b.String()
}

// tangled is a course of n lessons, each as tangled as one file may be.
func tangled(n int) folder {
	return func() map[string]string {
		files := map[string]string{"0.md": "# A\n\n" + before + " " + behind + "\n"}
		for i := range n {
			files[fmt.Sprintf("f%d.md", i)] = "# F\n\n" + strings.Repeat("[a](", 4500) + "\n"
		}
		return files
	}
}

func manyFiles(n int) folder {
	return func() map[string]string {
		files := map[string]string{}
		for i := range n {
			files[fmt.Sprintf("d%d/f%d.md", i/1000, i)] = "# F\n"
		}
		return files
	}
}

// matchesSoon types what makes readers of patterns that go back take for ever.
func matchesSoon(k *taken) {
	for _, l := range k.course.Lessons {
		for _, b := range l.Blocks {
			q, ok := b.(*course.Question)
			if !ok {
				continue
			}
			from := spent()
			for _, typed := range []string{strings.Repeat("a", 900) + "!", strings.Repeat("a", 4096) + "!"} {
				if v, err := q.Grade(course.Answer{Text: typed}); err == nil && v.Outcome == course.Right {
					k.faultf("%.10q… of %d bytes is taken for right", typed, len(typed))
				}
			}
			if took := spent() - from; took > 50*time.Millisecond && !raced {
				k.faultf("grading took %v", took)
			}
			return
		}
	}
	k.faultf("the question is lost")
}

// codeInEveryWord is files of many paragraphs, none of which is large, in which
// every letter is code: a node of the text each.
func codeInEveryWord(n int) folder {
	return func() map[string]string {
		files := map[string]string{"0.md": "# A\n\n" + before + " " + behind + "\n"}
		for i := range n {
			files[fmt.Sprintf("%03d.md", i+1)] = fmt.Sprintf("# B%d\n\n", i) + strings.Repeat(strings.Repeat("`a` ", 95_000)+"\n\n", 10)
		}
		return files
	}
}
