package carpentries

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer/internal/page"
	"github.com/cairn-learn/cairn/course"
)

var (
	meaning = regexp.MustCompile(`^:\s+(.*)$`)
	termID  = regexp.MustCompile(`\s*\{[#.:][^{}]*\}\s*$`)
)

// glossary takes the definition lists out of a page and makes a glossary of them.
// It returns the other lines.
func (w *writer) glossary(lines []page.Line) []page.Line {
	g := &draft.File{Kind: course.KindGlossary, ID: "glossary", Path: "glossary.md", Title: "Glossary", From: draft.Place{File: w.source.path}}
	saved := w.file
	w.file = g // its links lead from there
	defer func() { w.file = saved }()
	var out []page.Line
	taken := map[string]bool{}
	for i := 0; i < len(lines); {
		term, words, end := definition(lines, i)
		if end == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		name := page.Plain(strings.Trim(termID.ReplaceAllString(strings.TrimSpace(term), ""), "[]"))
		text := strings.TrimSpace(w.markdown(words))
		if name == "" || text == "" || taken[strings.ToLower(name)] {
			out = append(out, lines[i:end]...)
			i = end
			continue
		}
		taken[strings.ToLower(name)] = true
		g.Terms = append(g.Terms, draft.Term{Words: []string{name}, Meaning: text, From: draft.Place{File: w.source.path, Line: lines[i].N}})
		i = end
	}
	if len(g.Terms) > 0 {
		g.From.Line = g.Terms[0].From.Line
		w.course.Files = append(w.course.Files, g)
	}
	return out
}

// definition reads a term at line i and its meaning in the lines behind it. Its end
// is 0 where there is none.
func definition(lines []page.Line, i int) (term string, words []page.Line, end int) {
	if lines[i].Code || lines[i].Blank() || i > 0 && !lines[i-1].Blank() || strings.HasPrefix(lines[i].Text, " ") {
		return "", nil, 0
	}
	at := i + 1
	if at < len(lines) && lines[at].Blank() {
		at++
	}
	if at >= len(lines) || lines[at].Code {
		return "", nil, 0
	}
	m := meaning.FindStringSubmatch(lines[at].Text)
	if m == nil {
		return "", nil, 0
	}
	words = append(words, page.Line{N: lines[at].N, Text: m[1]})
	for end = at + 1; end < len(lines); end++ {
		l := lines[end]
		switch {
		case meaning.MatchString(l.Text) && !l.Code:
			words = append(words, page.Line{N: l.N}) // another meaning is another paragraph
			l.Text = meaning.FindStringSubmatch(l.Text)[1]
		case l.Blank():
			// Behind a blank line, only what is indented goes on with the meaning.
			if end+1 >= len(lines) || !strings.HasPrefix(lines[end+1].Text, "    ") {
				return lines[i].Text, words, end
			}
		case !l.Code:
			l.Text = strings.TrimSpace(l.Text)
		}
		words = append(words, l)
	}
	return lines[i].Text, words, end
}
