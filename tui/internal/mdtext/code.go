package mdtext

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/syntax"
	"github.com/cairn-learn/cairn/tui/words"
)

// codeInfo is what an author writes behind the fence of a code block, such as
// "go {2,4-6} numbers=10".
type codeInfo struct {
	lang  string
	marks []lineRange // in order, with lines between them
	first int         // the number of the first line; 0: lines have no numbers

	asWritten bool // it is no code: the loader of the course found it too much to draw
}

// lineRange is a range of lines, counted from 1 in the block.
type lineRange struct{ from, to int }

func (l *layouter) codeInfo(n *ast.FencedCodeBlock) codeInfo {
	if n.Info == nil {
		return codeInfo{}
	}
	return readCodeInfo(textsafe.Line(decode(string(n.Info.Value(l.src)))))
}

// readCodeInfo reads the text behind a fence. What it does not know, it passes
// over: other programs read the same files.
func readCodeInfo(s string) codeInfo {
	if s == course.AsWritten {
		return codeInfo{asWritten: true}
	}
	end := strings.IndexAny(s, " {,\t")
	if end < 0 {
		end = len(s)
	}
	info := codeInfo{lang: s[:end]}
	if info.lang == "numbers" || strings.HasPrefix(info.lang, "numbers=") {
		info.lang, end = "", 0
	}
	for rest := s[end:]; rest != ""; {
		if inside, after, ok := strings.Cut(strings.TrimPrefix(rest, "{"), "}"); ok && rest[0] == '{' {
			for _, word := range strings.FieldsFunc(inside, separates) {
				info.word(word)
			}
			rest = after
			continue
		}
		rest = strings.TrimLeft(rest, " ,\t")
		end := strings.IndexAny(rest, " {,\t")
		if end <= 0 {
			end = len(rest)
			if strings.HasPrefix(rest, "{") && !strings.Contains(rest, "}") {
				break
			} else if strings.HasPrefix(rest, "{") {
				continue
			}
		}
		info.word(rest[:end])
		rest = rest[end:]
	}
	info.marks = joinRanges(info.marks)
	return info
}

// maxRanges is how many ranges of lines behind a fence are read; nobody writes
// more.
const maxRanges = 2000

// joinRanges puts ranges in order and makes one of those that touch.
func joinRanges(ranges []lineRange) []lineRange {
	slices.SortFunc(ranges, func(a, b lineRange) int { return cmp.Compare(a.from, b.from) })
	var out []lineRange
	for _, r := range ranges {
		if n := len(out); n > 0 && r.from <= out[n-1].to+1 {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

func separates(r rune) bool { return r == ' ' || r == ',' || r == '\t' }

// word takes one word of the info: a range of lines, "numbers", or, as pandoc
// writes them, ".go" and ".numberLines".
func (c *codeInfo) word(w string) {
	const most = 1_000_000 // a number of a line
	name, value, _ := strings.Cut(w, "=")
	switch {
	case name == "numbers" || name == ".numberLines" || name == "startFrom":
		c.first = 1
		if n, err := strconv.Atoi(strings.Trim(value, `"`)); err == nil && n > 0 && n < most {
			c.first = n
		}
	case strings.HasPrefix(w, ".") && c.lang == "":
		c.lang = w[1:]
	default:
		from, to, isRange := strings.Cut(w, "-")
		a, err := strconv.Atoi(from)
		b := a
		if isRange && err == nil {
			b, err = strconv.Atoi(to)
		}
		if err == nil && a > 0 && a <= b && b < math.MaxInt && len(c.marks) < maxRanges {
			c.marks = append(c.marks, lineRange{a, b})
		}
	}
}

// marked reports whether the line n, from 1, is marked.
func (c *codeInfo) marked(n int) bool {
	i, _ := slices.BinarySearchFunc(c.marks, n, func(m lineRange, n int) int { return cmp.Compare(m.to, n) })
	return i < len(c.marks) && c.marks[i].from <= n
}

// named is the language to name above the code; empty where it says nothing.
func (c *codeInfo) named() string {
	switch c.lang {
	case "text", "txt", "plain", "plaintext", "none":
		return ""
	}
	return c.lang
}

// codeBlock lays out code: indented, never wrapped, cut at the window's edge
// with a sign that it goes on.
func (l *layouter) codeBlock(text string, info codeInfo) {
	const indent = "  "
	if info.asWritten {
		l.emit([]run{{text: or(l.opt.Words.AsWritten, words.English().Flow.Alerts.AsWritten), look: Dim}})
	}
	switch lang := info.named(); {
	case lang == "":
	case l.opt.WholeCode: // where nothing is drawn, a bare word above code is taken for code
		code := l.opt.Words.Code
		if code == "" {
			code = words.English().Flow.Alerts.Code
		}
		l.emit([]run{{text: code + " (" + lang + "):", look: Lang}})
	default:
		l.push(Span{Text: indent}, Span{Text: indent})
		l.emit([]run{{text: lang, look: Lang}})
		l.pop()
	}
	block := CodeBlock{Line: len(l.doc.Lines), Text: text}
	if l.blank {
		block.Line++
	}
	text = expandLines(text)
	c := codeLayout{info: info, digits: len(strconv.Itoa(info.first + strings.Count(text, "\n")))}
	if n := len(l.doc.Code); n < len(l.opt.Offsets) {
		c.from = l.opt.Offsets[n]
	}
	l.gutterFor(&c)
	c.widest = widest(text)
	c.room = max(l.width-max(l.indent, l.firstWidth())-c.gutter, 1)
	if c.widest > c.room && !l.opt.WholeCode {
		block.Wide, block.Most = true, c.widest-c.room+1 // a cell is the sign that there is more
		c.from = min(c.from, block.Most)
	}
	for n, tokens := range codeLines(text, l.scanned(text, info)) {
		l.codeLine(&c, n+1, tokens)
	}
	block.Lines = len(l.doc.Lines) - block.Line
	l.doc.Code = append(l.doc.Code, block)
	if l.opt.WholeCode {
		l.markedLines(info)
	}
}

// codeLayout is what the lines of a block have in common.
type codeLayout struct {
	info   codeInfo
	digits int // of the numbers of lines
	gutter int // cells before the code
	room   int // cells for the code
	widest int // cells of the widest line
	from   int // cells that are out of sight at the left

	marks, numbers bool // are in the gutter
}

// gutterFor decides what stands before each line of code: an indent, in which
// the marks are, and the numbers. Where that leaves no room it is left out.
func (l *layouter) gutterFor(c *codeLayout) {
	avail := l.width - max(l.indent, l.firstWidth())
	least := minText
	if len(c.info.marks) > 0 {
		least = minText / 2
	}
	if c.marks = avail-2 >= least; c.marks {
		c.gutter = 2
	}
	numbers := c.digits + 2
	if c.numbers = c.info.first > 0 && !l.opt.WholeCode && avail-c.gutter-numbers >= minText; c.numbers {
		c.gutter += numbers
	}
}

func widest(text string) int {
	w := 0
	for line := range strings.SplitSeq(text, "\n") {
		w = max(w, cells(line))
	}
	return w
}

// scanned finds the parts of the code that have a colour. Where code is left
// whole nobody sees colours.
func (l *layouter) scanned(text string, info codeInfo) []syntax.Token {
	if l.opt.WholeCode || info.lang == "" {
		return []syntax.Token{{Text: text}}
	}
	return syntax.Scan(info.lang, text)
}

// codeLines cuts tokens into lines. There is always one.
func codeLines(text string, tokens []syntax.Token) [][]syntax.Token {
	lines := make([][]syntax.Token, 0, strings.Count(text, "\n")+1)
	var line []syntax.Token
	for _, t := range tokens {
		for {
			part, rest, more := strings.Cut(t.Text, "\n")
			if part != "" {
				line = append(line, syntax.Token{Text: part, Kind: t.Kind})
			}
			if !more {
				break
			}
			lines, line = append(lines, line), nil
			t.Text = rest
		}
	}
	return append(lines, line)
}

// codeLine lays out a line of code: what stands before it, and the part that is
// in sight.
func (l *layouter) codeLine(c *codeLayout, n int, tokens []syntax.Token) {
	line, left := l.begin()
	line = l.gutter(line, c, n)
	s := tokensString(tokens)
	room := max(l.width-left-c.gutter, 1)
	if l.opt.WholeCode {
		room = max(room, cells(s))
	}
	v := window(s, c.from, room)
	before, after := v.before, v.after
	from := c.from
	if before {
		line = append(line, Span{Text: l.signs.before, Look: Cut})
		from, room = from+1, room-1
		v = window(s, from, room)
		after = v.after
	}
	if after {
		room--
		v = window(s, from, room)
	}
	used := v.lead + cells(s[v.from:v.to])
	if v.lead > 0 {
		line = append(line, Span{Text: strings.Repeat(" ", v.lead), Look: Code})
	}
	line = appendTokens(line, tokens, v.from, v.to)
	if l.opt.PadCode || after {
		pad := room
		if !after {
			pad = min(room, max(c.widest, l.measure-l.indent-c.gutter)-from)
		}
		if pad > used {
			line = append(line, Span{Text: strings.Repeat(" ", pad-used), Look: Code})
		}
	} else {
		line = trimCode(line)
	}
	if after {
		line = append(line, Span{Text: l.signs.after, Look: Cut})
	}
	l.end(line)
}

// gutter writes what stands before the line n of a block.
func (l *layouter) gutter(line Line, c *codeLayout, n int) Line {
	switch {
	case c.marks && c.info.marked(n) && !l.opt.WholeCode:
		line = append(line, Span{Text: l.signs.marked, Look: LineMark}, Span{Text: " "})
	case c.marks:
		line = append(line, Span{Text: "  "})
	}
	if c.numbers {
		s := strconv.Itoa(c.info.first + n - 1)
		line = append(line, Span{Text: strings.Repeat(" ", max(c.digits-len(s), 0)) + s + "  ", Look: Gutter})
	}
	return line
}

func tokensString(tokens []syntax.Token) string {
	if len(tokens) == 1 {
		return tokens[0].Text
	}
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.Text)
	}
	return b.String()
}

// appendTokens adds the bytes from..to of a line of code.
func appendTokens(line Line, tokens []syntax.Token, from, to int) Line {
	at := 0
	for _, t := range tokens {
		a, b := max(from-at, 0), min(to-at, len(t.Text))
		if a < b {
			line = append(line, Span{Text: t.Text[a:b], Look: Code + Look(t.Kind)})
		}
		at += len(t.Text)
	}
	return line
}

// trimCode takes the spaces off the end of a line of code.
func trimCode(line Line) Line {
	for n := len(line) - 1; n >= 0 && line[n].Look.inCode(); n-- {
		line[n].Text = strings.TrimRight(line[n].Text, " ")
		if line[n].Text != "" {
			break
		}
		line = line[:n]
	}
	return line
}

// markedLines says which lines the author marked, where no sign shows it.
func (l *layouter) markedLines(info codeInfo) {
	if len(info.marks) == 0 {
		return
	}
	var list []string
	for _, m := range info.marks {
		s := strconv.Itoa(m.from)
		if m.to > m.from {
			s += "-" + strconv.Itoa(m.to)
		}
		list = append(list, s)
	}
	l.emit([]run{{text: or(l.opt.Words.Marked, "Marked lines") + ": " + strings.Join(list, ", ")}})
}

func expandLines(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, s := range lines {
		lines[i] = expandTabs(s)
	}
	return strings.Join(lines, "\n")
}
