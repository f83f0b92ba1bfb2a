package learn_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
)

// load writes the course out and reads it.
func (s *sketch) load(t *rapid.T) *course.Course {
	files := fstest.MapFS{"course.yaml": {Data: []byte(s.yaml())}}
	for _, l := range s.lessons {
		files[l.file] = &fstest.MapFile{Data: []byte(l.markdown())}
	}
	if s.placement != nil {
		files["placement.md"] = &fstest.MapFile{Data: []byte(s.placement.markdown())}
	}
	if s.cards > 0 {
		files["cards.md"] = &fstest.MapFile{Data: []byte(s.cardsFile())}
		files["glossary.md"] = &fstest.MapFile{Data: []byte("---\nkind: glossary\n---\n\nHeading\n: What stands above.\n\nText\n: What stands below.\n")}
	}
	if len(s.asks) > 0 {
		files["onboarding.md"] = &fstest.MapFile{Data: []byte(s.onboarding())}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		t.Logf("-- %s --\n%s", name, files[name].Data)
	}
	c, _, err := course.Load(files, "random")
	if err != nil {
		t.Fatalf("loading: %v", err)
	}
	return c
}

func (s *sketch) yaml() string {
	var b strings.Builder
	b.WriteString("format: 1\nid: random\ntitle: Random\ngoals: { g0: { title: One }, g1: { title: Other } }\n")
	b.WriteString("interests: { i0: These, i1: Those }\nways: { show: Show me, why: Tell me }\n")
	fmt.Fprintf(&b, "paces: { steady: { days: 4, session: %dm, skip_known: %s }, fast: { days: 6, session: 45m, skip_known: always } }\n", s.session, s.skipKnown)
	if s.skills > 0 {
		b.WriteString("skills:\n")
	}
	for i := range s.skills {
		needs := ""
		if i > 0 {
			needs = fmt.Sprintf(", needs: [k%d]", i-1)
		}
		fmt.Fprintf(&b, "  k%d: { title: K%d%s }\n", i, i, needs)
	}
	b.WriteString("mixups:\n")
	for i := range mixupCount {
		detour := ""
		if l := s.detour(i); l != "" {
			detour = ", detour: " + l
		}
		fmt.Fprintf(&b, "  m%d: { says: idea %d%s }\n", i, i, detour)
	}
	b.WriteString("path:\n")
	for _, id := range s.path {
		switch l := s.lesson(id); {
		case id == "fork":
			fmt.Fprintf(&b, "  - { choose: 1, title: Pick, from: [%s] }\n", strings.Join(s.files(s.fork), ", "))
		case l != nil:
			fmt.Fprintf(&b, "  - { lesson: %s, optional: %v }\n", l.file, l.optional)
		}
	}
	return b.String()
}

// cardsFile is a card on each of the first skills.
func (s *sketch) cardsFile() string {
	text := "---\nkind: cards\n---\n"
	for i := range s.cards {
		if text += fmt.Sprintf("\n<!-- skill: k%d -->\n\n", i); i >= s.skills {
			text = strings.TrimSuffix(text, fmt.Sprintf("<!-- skill: k%d -->\n\n", i))
		}
		text += fmt.Sprintf("Q: Card %d?\nA: Its back.\n", i)
	}
	return text
}

// detour is the file of the n-th detour, or empty.
func (s *sketch) detour(n int) string {
	for _, l := range s.lessons {
		if l.kind != "detour" {
			continue
		}
		if n == 0 {
			return l.file
		}
		n--
	}
	return ""
}

func (s *sketch) lesson(id string) *lessonSketch {
	for _, l := range s.lessons {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (s *sketch) files(ids []string) []string {
	var files []string
	for _, id := range ids {
		if l := s.lesson(id); l != nil {
			files = append(files, l.file)
		}
	}
	return files
}

func (s *sketch) onboarding() string {
	text := "---\nkind: onboarding\n---\n# Hello\n"
	for _, a := range s.asks {
		words := map[string]string{"goal": "- `g0` One\n- `g1` Other\n", "pace": "- `steady` Some\n- `fast` Much\n", "interests": "- `i0` These\n- `i1` Those\n"}[a]
		many := ""
		if a == "interests" {
			many = ", pick: many"
		}
		text += fmt.Sprintf("\n### Ask: About %s?\n<!-- id: %s%s -->\n\n%s", a, a, many, words)
	}
	return text
}

func (l *lessonSketch) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: %s\nkind: %s\n", l.id, l.kind)
	if l.minutes > 0 {
		fmt.Fprintf(&b, "minutes: %d\n", l.minutes)
	}
	if l.skill != "" {
		fmt.Fprintf(&b, "skills: [%s]\n", l.skill)
	}
	if len(l.needs) > 0 {
		fmt.Fprintf(&b, "needs: [%s]\n", strings.Join(l.needs, ", "))
	}
	if l.when != "" {
		fmt.Fprintf(&b, "when: '%s'\n", l.when)
	}
	if l.skip != "" {
		fmt.Fprintf(&b, "skip: '%s'\n", l.skip)
	}
	if len(l.next) > 0 {
		fmt.Fprintf(&b, "next: [%s]\n", strings.Join(l.next, ", "))
	}
	fmt.Fprintf(&b, "---\n# %s\n", l.title)
	for _, p := range l.parts {
		p.markdown(&b)
	}
	return b.String()
}

func (p *part) markdown(b *strings.Builder) {
	switch p.kind {
	case "text":
		fmt.Fprintf(b, "\n## Heading %s\n\nText.\n", p.id)
	case "question":
		fmt.Fprintf(b, "\n## Before %s\n", p.id)
		p.question(b)
	case "ask":
		fmt.Fprintf(b, "\n## Ask: %s?\n<!-- id: %s -->\n\n- `yes` Yes\n- `no` No\n", p.id, p.id)
		if p.wording == 1 {
			b.WriteString("\n> Why: We wanted to know.\n")
		}
	case "task":
		fmt.Fprintf(b, "\n## Task: Do %s %d\n<!-- id: %s -->\n\nDo it.\n\n```check\n- file: one.txt\n- file: two.txt\n```\n\n```solve\ntouch one.txt two.txt\n```\n", p.id, p.meaning, p.id)
		if p.wording == 1 {
			b.WriteString("\n> Hint: So.\n")
		}
	case "extra":
		fmt.Fprintf(b, "\n## Extra: %s\n<!-- id: %s -->\n\nMore.\n", p.id, p.id)
	case "pool":
		fmt.Fprintf(b, "\n## Pool: %s\n<!-- id: %s, pick: %d -->\n", p.id, p.id, min(p.pick, len(p.inner)))
	case "section":
		fmt.Fprintf(b, "\n## Section %s\n<!-- when: '%s' -->\n\nText.\n", p.id, p.rule)
	case "ways":
		b.WriteString("\n## Two ways\n\n### Way: Show me\n<!-- way: show -->\n\nSee.\n\n### Way: Tell me\n<!-- way: why -->\n\nBecause.\n")
	}
	for _, q := range p.inner {
		q.question(b)
	}
}

func (p *part) question(b *strings.Builder) {
	when := ""
	if p.rule != "" {
		when = ", when: '" + p.rule + "'"
	}
	fmt.Fprintf(b, "\n### Question: %s %d?\n<!-- id: %s, skill: %s, tries: %d, level: %s%s -->\n\n", p.id, p.meaning, p.id, p.skill, p.tries, p.level, when)
	reply := func(lines string) string {
		if lines == "" {
			return ""
		}
		return fmt.Sprintf("  > So %d.\n  >\n  > %s\n", p.wording, lines)
	}
	switch p.form {
	case "one":
		fmt.Fprintf(b, "- [x] right\n- [ ] wrong\n%s- [ ] I don't know yet\n", reply(p.leads))
	case "many":
		fmt.Fprintf(b, "- [x] right\n- [x] true\n- [ ] wrong\n%s- [ ] false\n%s", reply(p.leads), reply(p.close))
	case "typed":
		fmt.Fprintf(b, "- Answer: correct\n- Close: nearly\n%s- Not: wrong\n%s- Otherwise:\n  > No.\n", reply(p.close), reply(p.leads))
	case "order":
		fmt.Fprintf(b, "1. first\n2. second\n3. third\n")
	}
	b.WriteString("\n> Hint: One.\n\n> Hint: Two.\n")
}
