package course

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeCourse fills a folder with a generated course: lessons of about 3 kB in
// modules of a hundred, each with front matter, four kinds of questions and
// links, and a course.yaml that lists them all.
func writeCourse(tb testing.TB, dir string, lessons int) {
	tb.Helper()
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(file), 0o755)
		if err == nil {
			err = os.WriteFile(file, []byte(text), 0o644)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	var config strings.Builder
	config.WriteString("format: 1\nid: generated\ntitle: A generated course\ngoals: { team: Team, solo: Solo }\nskills:\n")
	for s := range (lessons + 19) / 20 {
		fmt.Fprintf(&config, "  skill-%d: { title: Skill %d, goal: 0.8 }\n", s, s)
	}
	config.WriteString("path:\n")
	paragraph := strings.Repeat("A sentence of the lesson, with `code`, *weight* and a [link](https://example.org). "+
		"Then one that says what it means, and another that says why it matters to whoever reads it. ", 6)
	for i := range lessons {
		name := fmt.Sprintf("module-%d/%d-lesson.md", i/100, i)
		skill := fmt.Sprintf("skill-%d", i/20)
		if i%100 == 0 {
			fmt.Fprintf(&config, "  - module: Module %d\n    lessons:\n", i/100)
		}
		fmt.Fprintf(&config, "      - { lesson: %s, when: goal == \"team\" or goal == \"solo\" }\n", name)
		write(name, fmt.Sprintf(`---
id: lesson-%[1]d
title: Lesson %[1]d
skills: [%[2]s]
minutes: 15
skip: mastery["%[2]s"] >= 0.85
---

# Lesson %[1]d

%[3]s

## More of it

%[3]s

See [the next one](%[4]d-lesson.md).

### Question: Which of these holds?
<!-- id: choose-%[1]d, skill: %[2]s -->

- [x] This one
  > Yes.
- [ ] That one
  > No, because of the other.
- [ ] None

> Hint: Look again.

> Why: So it is.

### Question: What is its name?
<!-- id: name-%[1]d, skill: %[2]s -->

- Answer: lesson %[1]d
- Also: lesson number %[1]d
- Not: module %[1]d
  > That is the module.

### Question: How many are there?
<!-- id: number-%[1]d, skill: %[2]s -->

- Answer: %[1]d ± 1

### Question: Put them in order.
<!-- id: order-%[1]d, skill: %[2]s -->

1. First
2. Second
3. Third
`, i, skill, paragraph, min(i+1, (i/100)*100+99, lessons-1)))
	}
	write(courseFile, config.String())
}

func TestAGeneratedCourseHasNoFindings(t *testing.T) {
	dir := t.TempDir()
	writeCourse(t, dir, 120)
	c, diags := openCourse(t, dir)
	if len(diags) > 0 || len(c.Lessons) != 120 || len(c.Path) != 120 {
		t.Errorf("%d lessons, %d on the path, findings %v", len(c.Lessons), len(c.Path), diags)
	}
}

// BenchmarkLoad opens a course of 10,000 lessons from disk, with every check.
func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	writeCourse(b, dir, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		fsys, err := OpenDir(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := Load(fsys, "generated"); err != nil {
			b.Fatal(err)
		}
	}
}
