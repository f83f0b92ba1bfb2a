// Package material makes what speed is measured on: courses, lessons and sites
// of any size, the same at every run.
package material

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// perModule is how many lessons a module of a course holds, perSkill how many
// lessons teach one skill.
const (
	perModule = 100
	perSkill  = 20
)

// Course fills a folder with a course: lessons of about 3 kB in modules of a
// hundred, each with front matter, four kinds of questions and links, and a
// course.yaml that lists them all. Nothing is wrong with it.
func Course(dir string, lessons int) error {
	var config strings.Builder
	config.WriteString("format: 1\nid: generated\ntitle: A generated course\ngoals: { team: Team, solo: Solo }\nskills:\n")
	for s := range (lessons + perSkill - 1) / perSkill {
		fmt.Fprintf(&config, "  skill-%d: { title: Skill %d, goal: 0.8 }\n", s, s)
	}
	config.WriteString("path:\n")
	for i := range lessons {
		name := fmt.Sprintf("module-%d/%d-lesson.md", i/perModule, i)
		if i%perModule == 0 {
			fmt.Fprintf(&config, "  - module: Module %d\n    lessons:\n", i/perModule)
		}
		fmt.Fprintf(&config, "      - { lesson: %s, when: goal == \"team\" or goal == \"solo\" }\n", name)
		if err := write(dir, name, lesson(i, lessons)); err != nil {
			return err
		}
	}
	return write(dir, "course.yaml", config.String())
}

// lesson is one lesson of a course, with a link to the next one of its module.
func lesson(i, lessons int) string {
	paragraph := strings.Repeat("A sentence of the lesson, with `code`, *weight* and a [link](https://example.org). "+
		"Then one that says what it means, and another that says why it matters to whoever reads it. ", 6)
	next := min(i+1, (i/perModule)*perModule+perModule-1, lessons-1)
	return fmt.Sprintf(`---
id: lesson-%[1]d
title: Lesson %[1]d
skills: [skill-%[2]d]
minutes: 15
skip: mastery["skill-%[2]d"] >= 0.85
---

# Lesson %[1]d

%[3]s

## More of it

%[3]s

See [the next one](%[4]d-lesson.md).

### Question: Which of these holds in %[1]d?
<!-- id: choose-%[1]d, skill: skill-%[2]d -->

- [x] This one
  > Yes.
- [ ] That one
  > No, because of the other.
- [ ] None

> Hint: Look again.

> Why: So it is.

### Question: What is its name?
<!-- id: name-%[1]d, skill: skill-%[2]d -->

- Answer: lesson %[1]d
- Also: lesson number %[1]d
- Not: module %[1]d
  > That is the module.

### Question: How many are there?
<!-- id: number-%[1]d, skill: skill-%[2]d -->

- Answer: %[1]d ± 1

### Question: Put those of %[1]d in order.
<!-- id: order-%[1]d, skill: skill-%[2]d -->

1. First
2. Second
3. Third
`, i, i/perSkill, paragraph, next)
}

// Chapter is a lesson of text, lists, quotes, tables and code without
// questions, of at least size bytes, that begins with the words "Start of".
func Chapter(size int) string {
	var s strings.Builder
	s.WriteString("# Start of the lesson\n\n")
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, "## Part %d\n\n", i)
		s.WriteString("Git keeps your work as a row of **snapshots**. You decide what goes into each one, and\n" +
			"you can go back to [any of them](https://example.org). See `git log` for the list. This is\n" +
			"the kind of paragraph that a chapter is made of, with a few marks here and there.\n\n" +
			"- first *item*\n- second item with `code`\n\n" +
			"> What a call-out says is short.\n\n" +
			"```console\n$ git add notes.md\n$ git status\n```\n\n" +
			"| name | meaning |\n|---|---|\n| add | takes up a change |\n| commit | keeps it |\n\n")
	}
	return s.String()
}

// OneLesson fills a folder with a course of a single chapter.
func OneLesson(dir string, size int) error {
	if err := write(dir, "course.yaml", "format: 1\nid: chapter\ntitle: One chapter\n"); err != nil {
		return err
	}
	return write(dir, "01-chapter.md", Chapter(size))
}

// OnePage fills a folder with a course of a single lesson without headings, which
// is one page to scroll through.
func OnePage(dir string, size int) error {
	if err := write(dir, "course.yaml", "format: 1\nid: page\ntitle: One page\n"); err != nil {
		return err
	}
	return write(dir, "01-page.md", strings.ReplaceAll(Chapter(size), "\n## Part", "\nPart"))
}

// Site fills a folder with what Hugo needs to render the files of a course as
// they are, one page a lesson, without a theme and without highlighting.
func Site(dir, content string) error {
	config := fmt.Sprintf("baseURL = \"https://example.org/\"\ntitle = \"Course\"\ncontentDir = %q\n"+
		"disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"robotsTXT\"]\n\n[markup.highlight]\nnoHl = true\ncodeFences = false\n", content)
	page := "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n"
	for name, text := range map[string]string{
		"config.toml": config, "layouts/_default/single.html": page, "layouts/_default/list.html": page, "layouts/index.html": page,
	} {
		if err := write(dir, name, text); err != nil {
			return err
		}
	}
	return nil
}

func write(dir, name, text string) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("making the material: %w", err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		return fmt.Errorf("making the material: %w", err)
	}
	return nil
}
