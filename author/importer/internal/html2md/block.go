package html2md

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// blocks writes nodes as blocks of Markdown, one string each.
func (c *converter) blocks(nodes []*node, depth int) []string {
	var out []string
	var line []*node // of the paragraph that is being collected
	flush := func() {
		out = append(out, c.paragraphs(line)...)
		line = nil
	}
	for _, n := range nodes {
		if !c.standsAlone(n) {
			line = append(line, n)
			continue
		}
		flush()
		out = append(out, c.block(n, depth)...)
	}
	flush()
	return out
}

// standsAlone reports whether an element is a block, or holds one.
func (c *converter) standsAlone(n *node) bool {
	if n.tag == "" || n.tag == "code" || n.tag == "table" || isBlock(n.tag) {
		return isBlock(n.tag)
	}
	for _, k := range n.kids {
		if c.standsAlone(k) {
			return true
		}
	}
	return false
}

// paragraphs writes inline nodes: two line breaks in a row begin a paragraph,
// and a formula that stands alone gets lines of its own.
func (c *converter) paragraphs(nodes []*node) []string {
	var out []string
	text := c.inline(nodes)
	for part := range strings.SplitSeq(text, string(lineBreak)+string(lineBreak)) {
		for _, p := range c.formulasApart(part) {
			if p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// formulasApart cuts a paragraph at formulas that stand on lines of their own.
func (c *converter) formulasApart(text string) []string {
	var out []string
	from := 0
	for at := 0; at < len(text); {
		i := strings.IndexRune(text[at:], mathOpen)
		if i < 0 {
			break
		}
		begin := at + i
		j := strings.IndexRune(text[begin:], mathClose)
		if j < 0 {
			break
		}
		end := begin + j + len(string(mathClose))
		number, _ := strconv.Atoi(strings.Trim(text[begin:end], string(mathOpen)+string(mathClose)))
		at = end
		if number < len(c.math) && c.math[number].block && !insideMarks(text[from:begin]) {
			out = append(out, c.paragraph(text[from:begin], true), "```math\n"+c.math[number].tex+"\n```")
			from = end
		}
	}
	return append(out, c.paragraph(text[from:], true))
}

// insideMarks reports whether emphasis is open at the end of a text.
func insideMarks(text string) bool {
	open := 0
	for _, r := range text {
		if isMark(r) {
			open += 1 - 2*int((r-strongOpen)%2)
		}
	}
	return open != 0
}

// block writes one element that stands alone.
func (c *converter) block(n *node, depth int) []string {
	switch n.tag {
	case "ul", "ol":
		return c.list(n, depth)
	case "pre":
		return c.code(n)
	case "table":
		return c.table(n, depth)
	case "blockquote":
		if inner := c.blocks(n.kids, depth+1); len(inner) > 0 {
			return []string{prefixed(strings.Join(inner, "\n\n"), "> ", "> ")}
		}
		return nil
	case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "legend", "dt":
		return c.bold(n)
	case "hr":
		c.loseTag(n, "a line across would end the question or card")
		return nil
	}
	c.other(&node{tag: n.tag, attrs: n.attrs, line: n.line}) // tells what is lost
	return c.blocks(n.kids, depth)
}

// bold writes what is a heading as a paragraph that stands out.
func (c *converter) bold(n *node) []string {
	text := c.flat(n.kids)
	if !strings.ContainsFunc(text, isMark) {
		text = signed(strongOpen, text, strongClose)
	}
	if p := c.paragraph(text, false); p != "" {
		return []string{p}
	}
	return nil
}

// maxLists is how many lists and quotes a course may have in each other.
const maxLists = 6

func (c *converter) list(n *node, depth int) []string {
	var items []string
	number := 1
	if start, err := strconv.Atoi(n.attr("start")); err == nil && start >= 0 && start < 1_000_000 {
		number = start
	}
	for _, k := range n.kids {
		if k.tag == "" && strings.TrimSpace(k.text) == "" {
			continue
		}
		sign := "- "
		if n.tag == "ol" {
			sign = itoa(number) + ". "
			number++
		}
		kids := k.kids
		if k.tag != "li" {
			kids = []*node{k}
		}
		inner := c.blocks(kids, depth+1)
		if len(inner) == 0 {
			continue
		}
		items = append(items, prefixed(joinTight(inner), sign, strings.Repeat(" ", len(sign))))
	}
	if len(items) == 0 {
		return nil
	}
	if depth >= maxLists {
		c.loseTag(n, "it lies too deep in other lists")
		return []string{c.paragraph(c.flat(n.kids), false)}
	}
	return []string{strings.Join(items, "\n")}
}

// joinTight joins the blocks of an entry: a list follows its text directly.
func joinTight(blocks []string) string {
	var b strings.Builder
	for i, block := range blocks {
		switch {
		case i == 0:
		case strings.HasPrefix(block, "- ") && !strings.HasPrefix(blocks[i-1], "- "):
			b.WriteString("\n")
		default:
			b.WriteString("\n\n")
		}
		b.WriteString(block)
	}
	return b.String()
}

// prefixed begins the first line of a text with one sign and the others with
// another. Empty lines stay without spaces.
func prefixed(text, first, rest string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		sign := rest
		if i == 0 {
			sign = first
		}
		lines[i] = strings.TrimRight(sign+line, " ")
	}
	return strings.Join(lines, "\n")
}

// code writes a block of code with the language that its class names.
func (c *converter) code(n *node) []string {
	language := languageOf(n)
	for _, k := range n.kids {
		if k.tag == "code" && language == "" {
			language = languageOf(k)
		}
	}
	text := strings.Trim(strings.ReplaceAll(c.plain(n.kids), "\r\n", "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	fence := strings.Repeat("`", max(3, longestRun(text)+1))
	return []string{fence + language + "\n" + text + "\n" + fence}
}

func languageOf(n *node) string {
	for class := range strings.FieldsSeq(n.attr("class")) {
		for _, prefix := range []string{"language-", "lang-", "brush:"} {
			if name, ok := strings.CutPrefix(class, prefix); ok && isName(name) {
				return name
			}
		}
	}
	return ""
}

func isName(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '+' && r != '#' && r != '-' {
			return false
		}
	}
	return s != "" && len(s) < 20
}

// maxColumns is how many columns a table of a course may have.
const maxColumns = 100

// table writes a table. Its first row names the columns.
func (c *converter) table(n *node, depth int) []string {
	var rows [][]string
	var out []string
	var visit func(nodes []*node)
	visit = func(nodes []*node) {
		for _, k := range nodes {
			switch k.tag {
			case "caption":
				out = append(out, c.bold(k)...)
			case "tr":
				if row := c.row(k); len(row) > 0 {
					rows = append(rows, row)
				}
			case "thead", "tbody", "tfoot":
				visit(k.kids)
			case "", "colgroup", "col":
			default:
				out = append(out, c.block(k, depth)...)
			}
		}
	}
	visit(n.kids)
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	switch {
	case columns == 0:
		return out
	case columns == 1: // a frame around a text
		for _, row := range rows {
			if row[0] != "" {
				out = append(out, escapeStart(row[0]))
			}
		}
		return out
	case columns > maxColumns:
		c.loseTag(n, "it has too many columns; its text is kept")
		return append(out, c.paragraph(c.flat(n.kids), false))
	}
	return append(out, tableOf(rows, columns))
}

func (c *converter) row(n *node) []string {
	var row []string
	for _, k := range n.kids {
		if k.tag != "td" && k.tag != "th" {
			continue
		}
		if k.attr("colspan") > "1" || k.attr("rowspan") > "1" {
			c.loseTag(k, "a cell over several rows or columns stands in the first of them")
		}
		cell := strings.TrimSpace(resolve(strings.ReplaceAll(c.flat(k.kids), string(lineBreak), " ")))
		row = append(row, cell)
	}
	return row
}

func tableOf(rows [][]string, columns int) string {
	var b strings.Builder
	for i, row := range rows {
		for j := range columns {
			cell := ""
			if j < len(row) {
				cell = strings.ReplaceAll(row[j], "|", `\|`)
			}
			b.WriteString("| " + cell + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", columns) + "|\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// flat writes blocks as one line: paragraphs follow each other, the entries of
// lists are separated by commas.
func (c *converter) flat(nodes []*node) string {
	var parts []string
	for _, n := range nodes {
		if !c.standsAlone(n) {
			parts = append(parts, c.inline([]*node{n}))
			continue
		}
		if last := len(parts) - 1; last >= 0 {
			parts[last] = strings.TrimRight(parts[last], " "+string(lineBreak))
			parts[last] += " "
		}
		parts = append(parts, c.flatBlock(n)+" ")
	}
	return strings.Join(parts, "")
}

func (c *converter) flatBlock(n *node) string {
	switch n.tag {
	case "pre":
		return codeSpan(c.plain(n.kids))
	case "ul", "ol":
		var items []string
		for _, k := range n.kids {
			if item := strings.TrimSpace(c.flat([]*node{k})); item != "" {
				items = append(items, item)
			}
		}
		return strings.Join(items, ", ")
	}
	return strings.TrimRight(c.flat(n.kids), " ")
}
