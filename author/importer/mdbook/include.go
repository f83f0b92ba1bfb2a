package mdbook

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// Bounds of what is included.
const (
	maxNested   = 6        // files that include each other
	maxIncludes = 20000    // in the whole book
	maxIncluded = 16 << 20 // bytes of them together
)

var (
	directive  = regexp.MustCompile(`(\\)?\{\{\s*#([a-z_]+)\s+([^{}]*?)\s*\}\}`)
	anchorMark = regexp.MustCompile(`ANCHOR(_END)?:\s*([\w-]+)`)
)

// Where a quiz is asked, in a text whose includes are made. No text has these
// signs: they are control characters.
const quizStart, quizEnd = "\x02", "\x03"

// include puts what a chapter includes in its place. What lines of other files
// become has the number of the line that includes them.
func (r *reader) include(c *chapter, lines []page.Line) []page.Line {
	var out []page.Line
	for _, l := range lines {
		if !strings.Contains(l.Text, "{{") {
			out = append(out, l)
			continue
		}
		text := r.expand(c, c.path, l.N, l.Text, l.Code, 0)
		if l.Code {
			for _, s := range strings.Split(text, "\n") {
				out = append(out, page.Line{N: l.N, Text: s, Code: true})
			}
			continue
		}
		made := page.Split(text, l.N)
		for i := range made {
			made[i].N = l.N
		}
		made[0].Comments = append(l.Comments, made[0].Comments...)
		out = append(out, made...)
	}
	return out
}

// expand puts what a text includes in its place. n is the line of the chapter that
// it is for, from is the file that it stands in.
func (r *reader) expand(c *chapter, from string, n int, text string, code bool, depth int) string {
	var b strings.Builder
	at := 0
	for _, m := range directive.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		at = m[1]
		whole := text[m[0]:m[1]]
		if m[2] >= 0 { // with a backslash it is an example of itself
			b.WriteString(visible(whole[1:], code))
			continue
		}
		b.WriteString(r.filled(c, from, n, whole, text[m[4]:m[5]], text[m[6]:m[7]], code, depth))
	}
	b.WriteString(text[at:])
	return b.String()
}

// filled is what stands in place of a directive.
func (r *reader) filled(c *chapter, from string, n int, whole, verb, args string, code bool, depth int) string {
	name, _, _ := strings.Cut(args, " ")
	switch verb {
	case "include", "rustdoc_include":
		text, file, err := r.part(from, args)
		if err != nil {
			c.Add(n, "the include of "+page.Excerpt(args), err.Error()+"; the line stands as it was written")
			return visible(whole, code)
		}
		if depth < maxNested {
			text = r.expand(c, file, n, text, code, depth+1)
		}
		return strings.Trim(text, "\n")
	case "playground", "playpen":
		text, _, err := r.part(from, name)
		if err != nil {
			c.Add(n, "the program "+page.Excerpt(args), err.Error()+"; the line stands as it was written")
			return visible(whole, code)
		}
		c.Count(n, "a program that can be run", "a course runs nothing; the code is kept")
		if code {
			return strings.Trim(text, "\n")
		}
		return "\n" + program(text) + "\n"
	case "title":
		c.file.Title = page.Plain(args)
		return ""
	case "quiz":
		if !code {
			return quizStart + strings.NewReplacer(quizStart, "", quizEnd, "").Replace(name) + quizEnd
		}
	}
	c.Add(n, page.Excerpt(whole), "another program fills it in; it stands as it was written")
	return visible(whole, code)
}

// visible writes a directive that nothing is put in place of.
func visible(whole string, code bool) string {
	if code {
		return whole
	}
	return page.CodeSpan(whole)
}

// part reads the part of a file that an include names: file, file:anchor,
// file:from:to, file::to, file:from: or file:line. It returns which file that is,
// too.
func (r *reader) part(from, args string) (text, file string, err error) {
	args, _, _ = strings.Cut(strings.TrimSpace(args), " ")
	name, which, some := strings.Cut(args, ":")
	file, _, ok := page.Local(from, name)
	if !ok {
		return "", "", errors.New("it is not within the book")
	}
	if r.includes++; r.includes > maxIncludes {
		return "", "", fmt.Errorf("no more than %d are read", maxIncludes)
	}
	data, err := r.readFile(file)
	if err != nil {
		return "", "", errors.New("the book has no such file that can be read")
	}
	if r.included += len(data); r.included > maxIncluded {
		return "", "", fmt.Errorf("no more than %d MiB are included", maxIncluded>>20)
	}
	lines := strings.Split(clean(data), "\n")
	if some && which != "" {
		if lines = selected(lines, which); lines == nil {
			return "", "", errors.New("the file has no such part")
		}
	}
	var kept []string
	for _, l := range lines {
		if !anchorMark.MatchString(l) {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n"), file, nil
}

// selected returns the lines that are named by number or by an anchor, nil where
// there are none.
func selected(lines []string, which string) []string {
	first, last, isRange := strings.Cut(which, ":")
	from, err1 := number(first, 1)
	to, err2 := number(last, len(lines))
	if err1 == nil && err2 == nil {
		if !isRange {
			to = from
		}
		from, to = max(from, 1), min(to, len(lines))
		if from > to {
			return nil
		}
		return lines[from-1 : to]
	}
	var out []string
	inside := false
	for _, l := range lines {
		if m := anchorMark.FindStringSubmatch(l); m != nil && m[2] == which {
			inside = m[1] == ""
			continue
		}
		if inside {
			out = append(out, l)
		}
	}
	return out
}

func number(s string, without int) (int, error) {
	if s == "" {
		return without, nil
	}
	return strconv.Atoi(s)
}
