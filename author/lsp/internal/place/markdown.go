package place

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/schema"
	"github.com/cairn-learn/cairn/course"
)

func isMarkdown(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

// markdown is one file on its way into tokens.
type markdown struct {
	patterns
	tokens []Token
	cards  bool           // a file of cards or of a glossary
	under  schema.Heading // the last heading
	fence  string         // of the code block that the line is in
	checks int            // where that began, if it is one of checks; else 0
}

// patterns are what lines are held against.
type patterns struct{ heading, quote, item, mixup, option, link *regexp.Regexp }

func newPatterns() patterns {
	return patterns{
		heading: regexp.MustCompile(`^#{1,6}\s+([^\s:#*]*)(:?)`),
		quote:   regexp.MustCompile(`^\s*>[\s>]*([A-Za-z\x{10ff}-]*)$`),
		item:    regexp.MustCompile(`^\s*[-*+][ \t]+([A-Za-z\x{10ff}]*)$`),
		mixup:   regexp.MustCompile(`(?i)^\s*>[\s>]*Mix-up:[ \t]*([^\s]*)`),
		option:  regexp.MustCompile("^\\s*[-*+] `([^`\\s]+)`"),
		link:    regexp.MustCompile(`\]\(([^()\s]*)`),
	}
}

func markdownTokens(text string) []Token {
	m := &markdown{patterns: newPatterns()}
	at := m.front(text)
	for at < len(text) {
		line, _, _ := strings.Cut(text[at:], "\n")
		if n := m.comment(text, at, line); n > 0 {
			at += n
			continue
		}
		began := m.checks
		m.line(strings.TrimRight(line, "\r"), at)
		if began > 0 && m.checks == 0 {
			m.tokens = append(m.tokens, checkTokens(text[began:at], began)...)
		}
		at += len(line) + 1
	}
	if m.checks > 0 && m.checks < len(text) { // it is being written
		m.tokens = append(m.tokens, checkTokens(text[m.checks:], m.checks)...)
	}
	return m.tokens
}

// front reads the front matter, and returns where it ends.
func (m *markdown) front(text string) int {
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t\r") != "---" {
		return 0
	}
	start := len(text) - len(rest)
	end, after := len(text), len(text)
	for at := start; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		if trimmed := strings.TrimRight(line, " \t\r"); trimmed == "---" || trimmed == "..." {
			end, after = at, min(at+len(line)+1, len(text))
			break
		}
		at += len(line) + 1
	}
	head := text[start:end]
	for _, s := range scan(head, start) {
		if len(s.keys) == 1 && s.keys[0] == "kind" {
			m.cards = s.text == "cards" || s.text == "glossary"
		}
		if len(s.keys) == 1 && s.keys[0] == "id" && !s.key {
			m.tokens = append(m.tokens, Token{Kind: Lesson, Defines: true, Text: s.text, Start: s.start, End: s.end, Quoted: s.quoted})
		}
	}
	m.tokens = append(m.tokens, yamlTokens(head, start, schema.FrontMatter(), "")...)
	slices.SortStableFunc(m.tokens, func(a, b Token) int { return a.Start - b.Start })
	return after
}

// comment reads a comment that begins on this line and holds settings, and
// returns its length with the rest of its last line; 0 when there is none.
func (m *markdown) comment(text string, at int, line string) int {
	open := strings.Index(line, "<!--")
	if open < 0 || m.fence != "" {
		return 0
	}
	if open > 0 {
		m.line(line[:open], at)
	}
	start := at + open + len("<!--")
	length := strings.Index(text[start:], "-->")
	end := len(text)
	if length >= 0 {
		end = start + length
	}
	keys := schema.Settings(m.under)
	if m.cards {
		keys = schema.CardSettings()
	}
	if inner := text[start:end]; settings(inner, keys) {
		m.settings(inner, start, keys)
	}
	after := end
	if length >= 0 {
		after += len("-->")
	}
	if rest := strings.IndexByte(text[after:], '\n'); rest >= 0 {
		return after + rest + 1 - at
	}
	return len(text) - at
}

// settings reports whether a comment is about settings: whether it begins with
// a key, or could become one that does.
func settings(inner string, keys []schema.Key) bool {
	first, _, colon := strings.Cut(strings.TrimSpace(inner), ":")
	if !colon {
		return !strings.ContainsAny(strings.TrimSpace(inner), " \n")
	}
	return slices.ContainsFunc(keys, func(k schema.Key) bool { return strings.TrimSpace(first) == k.Name }) || !strings.Contains(strings.TrimSpace(first), " ")
}

func (m *markdown) settings(inner string, start int, keys []schema.Key) {
	text, base := inner, start
	if !strings.Contains(strings.TrimSpace(inner), "\n") {
		text, base = "{"+inner+"}", start-1 // read as between braces
	}
	from := len(m.tokens)
	for _, s := range scan(text, base) {
		if len(s.keys) == 1 && s.keys[0] == "id" && !s.key {
			m.tokens = append(m.tokens, Token{Kind: Item, Defines: true, Text: s.text, Start: s.start, End: s.end, Quoted: s.quoted})
		}
	}
	m.tokens = append(m.tokens, yamlTokens(text, base, keys, "")...)
	slices.SortStableFunc(m.tokens[from:], func(a, b Token) int { return a.Start - b.Start })
	outside := func(t Token) bool { return t.Start < start || t.End > start+len(inner) } // the braces
	m.tokens = append(m.tokens[:from], slices.DeleteFunc(m.tokens[from:], outside)...)
}

// line reads a line of text: a heading, a line of a quote that leads somewhere,
// links, the option of an Ask.
func (m *markdown) line(line string, at int) {
	trimmed := strings.TrimLeft(line, " >\t")
	if mark := trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "`~"))]; len(mark) >= 3 {
		switch {
		case m.fence == "":
			m.fence = mark
			info := strings.TrimSpace(trimmed[len(mark):])
			if word, _, _ := strings.Cut(info, " "); strings.EqualFold(word, "check") {
				m.checks = at + len(line) + 1
			}
			if offers := fenceWords(m.under); offers != nil {
				start := at + len(line) - len(trimmed) + len(mark)
				start += len(trimmed) - len(mark) - len(strings.TrimLeft(trimmed[len(mark):], " \t"))
				m.tokens = append(m.tokens, Token{Kind: Value, Text: info, Start: start, End: start + len(info), Of: schema.Key{Values: offers}})
			}
		case strings.HasPrefix(mark, m.fence):
			m.fence, m.checks = "", 0
		}
		return
	}
	if m.fence != "" {
		return
	}
	add := func(kind Kind, start, end int, defines bool) {
		m.tokens = append(m.tokens, Token{Kind: kind, Text: line[start:end], Start: at + start, End: at + end, Defines: defines})
	}
	if h := m.heading.FindStringSubmatchIndex(line); h != nil {
		add(Word, h[2], h[3], false)
		m.under = schema.Plain
		for _, known := range schema.Headings() {
			if known != schema.Plain && h[5] > h[4] && strings.EqualFold(line[h[2]:h[3]], string(known)) {
				m.under = known
			}
		}
	}
	if q := m.quote.FindStringSubmatchIndex(line); q != nil {
		add(Word, q[2], q[3], false)
	}
	if i := m.item.FindStringSubmatchIndex(line); i != nil && m.under == schema.Question {
		add(Word, i[2], i[3], false)
	}
	if q := m.mixup.FindStringSubmatchIndex(line); q != nil {
		add(Mixup, q[2], q[3], false)
	}
	if o := m.option.FindStringSubmatchIndex(line); o != nil && m.under == schema.AskFor {
		add(Option, o[2], o[3], true)
	}
	for _, l := range m.link.FindAllStringSubmatchIndex(line, -1) {
		add(File, l[2], l[3], false)
	}
}

// fenceWords are what a block of code may begin with that means something under a
// heading: nil where none does.
func fenceWords(under schema.Heading) []string {
	switch under {
	case schema.Task:
		return []string{"check", "setup", "solve"}
	case schema.Question:
		var list []string
		for _, lang := range course.CodeLanguages() {
			list = append(list, lang+" start", lang+" test", lang+" solution")
		}
		return list
	default:
		return nil
	}
}
