package page

import (
	"slices"
	"strings"
)

// Tag is a tag of HTML in the text of a page.
type Tag struct {
	N     int    // the line that it begins in
	Name  string // in lower case
	Close bool
	Attrs map[string]string // by name in lower case, as they are written
}

// Tags writes the tags of HTML in the text of a page as Markdown where there is
// Markdown for them, and leaves the others out; the text between them stays. What
// a browser runs, and not shows, is left out with what it holds.
type Tags struct {
	// Own is how the caller's own tags are written, by name in lower case.
	Own map[string]func(Tag) string
	// Left is told of each tag that nothing is written for and that no closing tag
	// is, and of what it held where that is left out too. It may be nil.
	Left func(t Tag, held string)
}

// maxTag is the length of the longest tag that is read as one, in bytes.
const maxTag = 8 << 10

// Write returns the lines with their tags written as Markdown.
func (r Tags) Write(lines []Line) []Line {
	var out []Line
	for i := 0; i < len(lines); {
		if lines[i].Code {
			out = append(out, lines[i])
			i++
			continue
		}
		end := i
		for end < len(lines) && !lines[end].Code {
			end++
		}
		out = append(out, r.run(lines[i:end])...)
		i = end
	}
	return out
}

// run writes the tags of lines that are all text.
func (r Tags) run(lines []Line) []Line {
	if !slices.ContainsFunc(lines, func(l Line) bool { return strings.Contains(l.Text, "<") }) {
		return lines
	}
	w := tagWriter{Tags: r, lines: lines, endless: map[string]bool{}}
	for w.row < len(lines) {
		w.begin(lines[w.row])
		w.text(lines[w.row].Text)
	}
	w.end()
	return w.out
}

// tagWriter goes through lines from top to bottom.
type tagWriter struct {
	Tags
	lines   []Line
	row     int // of the line that is read
	out     []Line
	cur     strings.Builder // the text of the last of them
	open    []string        // what closing tags have to be written for, by name
	endless map[string]bool // names of what is run that no closing tag follows
}

// begin adds a line to what is written, empty at first.
func (w *tagWriter) begin(l Line) {
	w.end()
	w.out = append(w.out, l)
}

// end gives the last line its text.
func (w *tagWriter) end() {
	if len(w.out) > 0 {
		w.out[len(w.out)-1].Text = w.cur.String()
	}
	w.cur.Reset()
}

func (w *tagWriter) put(s string) {
	for i, part := range strings.Split(s, "\n") {
		if i > 0 {
			w.begin(Line{N: w.lines[min(w.row, len(w.lines)-1)].N})
		}
		w.cur.WriteString(part)
	}
}

// text writes the rest of a line, and of those that a tag in it reaches into. It
// ends with the next line to be read in row.
func (w *tagWriter) text(text string) {
	ticks := ticksOf(text)
	from, hadTag := 0, false
	for i := 0; i < len(text); {
		switch text[i] {
		case '\\':
			i = min(i+2, len(text))
			continue
		case '`':
			i = ticks.skip(text, i)
			continue
		case '<':
		default:
			i++
			continue
		}
		t, n, rows, rest := w.read(text, i)
		switch {
		case n == 0 && !looksLikeTag(text[i:]):
			i++
			continue
		case n == 0:
			// A browser would hide it, but it is meant to be read: Vec<T>.
			w.put(text[from:i] + `\<`)
			i++
			from = i
			continue
		}
		hadTag = true
		w.put(text[from:i])
		w.row += rows
		if rows > 0 {
			text, i = rest, 0
			ticks = ticksOf(text)
		} else {
			i += n
		}
		if runs(t.Name) && !t.Close {
			row := w.row
			if text, i = w.skipTo(t, text, i); w.row != row {
				ticks = ticksOf(text)
			}
		} else {
			w.put(w.markdown(t, text[i:]))
		}
		from = i
	}
	w.put(text[min(from, len(text)):])
	w.row++
	if hadTag && strings.TrimSpace(w.cur.String()) == "" {
		w.cur.Reset()
	}
}

// read reads the tag at i, which may go on in the next lines. It returns its
// length, or how many lines it goes on for and what stands behind it there.
func (w *tagWriter) read(text string, i int) (t Tag, n, rows int, rest string) {
	whole := text[i:min(len(text), i+maxTag)]
	if name := tagName(whole); name == "" || !known(name) && w.Own[name] == nil {
		return t, 0, 0, ""
	}
	const maxRows = 12
	last := 0 // where the last line begins in whole
	for {
		if t, n = readTag(whole); n > 0 {
			t.N = w.lines[w.row].N
			if rows > 0 {
				rest = w.lines[w.row+rows].Text[n-last:]
			}
			return t, n, rows, rest
		}
		next := w.row + rows + 1
		if n < 0 || rows == maxRows || next >= len(w.lines) || len(whole) >= maxTag || w.lines[next].Blank() {
			return t, 0, 0, ""
		}
		rows++
		last = len(whole) + 1
		whole += "\n" + w.lines[next].Text[:min(len(w.lines[next].Text), maxTag)]
	}
}

// skipTo passes over what a script or style holds, and returns the text of the
// line that it ends in, and where in it.
func (w *tagWriter) skipTo(t Tag, text string, i int) (string, int) {
	end := "</" + t.Name
	if w.endless[t.Name] {
		return text, i
	}
	var held strings.Builder
	line, from, row := text, i, w.row
	for {
		if at := indexFold(line[from:], end); at >= 0 {
			held.WriteString(line[from : from+at])
			gt := strings.IndexByte(line[from+at:], '>')
			if gt < 0 {
				gt = len(line) - from - at - 1
			}
			w.row = row
			if w.Left != nil {
				w.Left(t, held.String())
			}
			return line, from + at + gt + 1
		}
		held.WriteString(line[from:] + "\n")
		row++
		if row >= len(w.lines) {
			w.endless[t.Name] = true
			if w.Left != nil {
				w.Left(t, "")
			}
			return text, i
		}
		line, from = w.lines[row].Text, 0
	}
}

// indexFold finds a word of ASCII in s, in any capitals.
func indexFold(s, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// markdown writes a tag; behind is what follows it in its line.
func (w *tagWriter) markdown(t Tag, behind string) string {
	if own := w.Own[t.Name]; own != nil {
		return own(t)
	}
	if t.Close {
		return w.closing(t.Name)
	}
	switch t.Name {
	case "br":
		return w.lineBreak(behind)
	case "img":
		return "![" + bracketed(t.Attrs["alt"]) + "](" + Dest(t.Attrs["src"]) + ")"
	case "a":
		if to := t.Attrs["href"]; to != "" && indexFold(near(behind), "</a") > 0 {
			w.open = append(w.open, "]("+Dest(to)+")")
			return "["
		}
		w.open = append(w.open, "")
		return ""
	case "b", "strong", "i", "em", "code", "kbd", "samp", "tt":
		return w.pair(t.Name, behind)
	case "li":
		return "- "
	case "hr":
		return "\n\n---\n\n"
	case "iframe", "video", "audio", "source", "embed", "object":
		if w.Left != nil {
			w.Left(t, "")
		}
		to := t.Attrs["src"]
		if to == "" {
			to = t.Attrs["data"]
		}
		if to == "" {
			return ""
		}
		name := t.Attrs["title"]
		if name == "" {
			name = to
		}
		return "[" + bracketed(name) + "](" + Dest(to) + ")"
	}
	if w.Left != nil {
		w.Left(t, "")
	}
	return ""
}

// near cuts what follows a tag to what is looked at for its sake.
func near(s string) string { return s[:min(len(s), 2000)] }

// lineBreak writes a break within a line.
func (w *tagWriter) lineBreak(behind string) string {
	before := w.cur.String()
	trimmed := strings.TrimSpace(before)
	switch {
	case trimmed == "" || strings.TrimSpace(behind) == "":
		return " "
	case strings.HasPrefix(trimmed, "|") || strings.HasPrefix(trimmed, "#") || strings.Count(near(before)+near(behind), "|") > 1:
		return " "
	case strings.HasPrefix(trimmed, ">") || listMark(trimmed) > 0:
		return " "
	}
	return "\\\n"
}

// pair writes emphasis or code, where the tag is closed in the same line and
// Markdown can say it.
func (w *tagWriter) pair(name, behind string) string {
	mark := map[string]string{"b": "**", "strong": "**", "i": "*", "em": "*"}[name]
	behind = near(behind)
	at := indexFold(behind, "</"+name)
	fits := at > 0 && behind[0] != ' ' && behind[at-1] != ' '
	if mark == "" {
		mark = "`"
		fits = fits && !strings.ContainsAny(behind[:at], "`<&\\")
	}
	if !fits {
		mark = ""
	}
	w.open = append(w.open, mark)
	return mark
}

// closing writes a closing tag.
func (w *tagWriter) closing(name string) string {
	switch name {
	case "a", "b", "strong", "i", "em", "code", "kbd", "samp", "tt":
		if len(w.open) == 0 {
			return ""
		}
		s := w.open[len(w.open)-1]
		w.open = w.open[:len(w.open)-1]
		return s
	case "td", "th", "dt", "dd", "li", "option", "summary":
		return " "
	}
	return ""
}

// Dest writes the destination of a link so that Markdown reads it as one.
func Dest(to string) string {
	to = strings.TrimSpace(to)
	if strings.ContainsAny(to, " ()<>\t\n\\") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", " ", "\\", "%5C").Replace(to) + ">"
	}
	return to
}

// bracketed writes text so that it may stand between the brackets of a link.
func bracketed(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, "\n", " ").Replace(strings.TrimSpace(s))
}
