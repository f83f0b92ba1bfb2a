package markup

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"github.com/cairn-learn/cairn/internal/dollars"
)

// node writes a node with what is in it.
func (w *writer) node(n ast.Node) {
	if n.Type() == ast.TypeInline {
		w.inline(n)
		return
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		w.wrap(n, "<p>", "</p>\n")
	case *ast.TextBlock:
		w.wrap(n, "", "\n")
	case *ast.Heading:
		w.heading(n)
	case *ast.ThematicBreak:
		w.put("<hr />\n")
	case *dollars.Block:
		w.display(w.raw(n))
	case *ast.CodeBlock:
		w.code(w.raw(n), "")
	case *ast.FencedCodeBlock:
		w.fence(n)
	case *ast.Blockquote:
		w.quote(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.wrap(n, "<li>", "</li>\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
	default:
		w.extension(n)
	}
}

func (w *writer) wrap(n ast.Node, open, shut string) {
	w.tag(open)
	w.children(n)
	w.tag(shut)
}

// extension writes the blocks that are not of CommonMark.
func (w *writer) extension(n ast.Node) {
	switch n := n.(type) {
	case *extast.Table:
		open, shut := "<table>\n", "</tbody>\n</table>\n"
		if w.Whole {
			open, shut = `<div class="table" tabindex="0">`+"\n"+open, shut+"</div>\n"
		}
		w.wrap(n, open, shut)
	case *extast.TableHeader:
		w.wrap(n, "<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n")
	case *extast.TableRow:
		w.wrap(n, "<tr>", "</tr>\n")
	case *extast.TableCell:
		w.cell(n)
	case *extast.DefinitionList:
		w.wrap(n, "<dl>\n", "</dl>\n")
	case *extast.DefinitionTerm:
		w.wrap(n, "<dt>", "</dt>\n")
	case *extast.DefinitionDescription:
		w.wrap(n, "<dd>", "</dd>\n")
	case *extast.FootnoteList:
		w.wrap(n, `<ol class="notes">`+"\n", "</ol>\n")
	case *extast.Footnote:
		w.wrap(n, fmt.Sprintf(`<li id="%snote-%d">`, Text(w.Notes), n.Index), "</li>\n")
	default:
		w.children(n)
	}
}

func (w *writer) cell(n *extast.TableCell) {
	name := "td"
	if n.Parent() != nil && n.Parent().Kind() == extast.KindTableHeader {
		name = "th"
	}
	class := ""
	switch n.Alignment {
	case extast.AlignRight:
		class = ` class="right"`
	case extast.AlignCenter:
		class = ` class="center"`
	case extast.AlignLeft, extast.AlignNone:
	}
	w.wrap(n, "<"+name+class+">", "</"+name+">")
}

func (w *writer) heading(n *ast.Heading) {
	if w.Heading == nil {
		w.wrap(n, "<p><strong>", "</strong></p>\n")
		return
	}
	as, id := w.Heading(n.Level, w.title(n))
	open := fmt.Sprintf("<h%d>", as)
	if id != "" {
		open = fmt.Sprintf(`<h%d id="%s">`, as, Text(id))
	}
	w.wrap(n, open, fmt.Sprintf("</h%d>\n", as))
}

// title is the text of a heading.
func (w *writer) title(n ast.Node) string {
	t := &writer{src: w.src, plain: true}
	t.children(n)
	return strings.Join(strings.Fields(html.UnescapeString(t.out.String())), " ")
}

// fence writes code. What is to be drawn is shown as it is written: drawing it takes
// a program.
func (w *writer) fence(n *ast.FencedCodeBlock) {
	language := strings.ToLower(string(n.Language(w.src)))
	switch language {
	case "math":
		w.display(w.raw(n))
		return
	case "mermaid":
		if w.Diagram != nil {
			if drawn, ok := w.Diagram(w.raw(n)); ok {
				w.put(drawn)
				return
			}
		}
		w.lose("a diagram", "it is shown as it is written")
	}
	class := ""
	if isName(language) {
		class = ` class="language-` + language + `"`
	}
	w.code(w.raw(n), class)
}

// maxNarrow is how many characters of code a telephone shows in a line.
const maxNarrow = 34

// code writes code. What may be wider than its box can be scrolled with keys.
func (w *writer) code(source, class string) {
	focus := ""
	if w.Whole && slices.ContainsFunc(strings.Split(source, "\n"), func(line string) bool { return utf8.RuneCountInString(line) > maxNarrow }) {
		focus = ` tabindex="0"`
	}
	w.put("<pre" + focus + "><code" + class + ">" + Text(source) + "</code></pre>\n")
}

func isName(s string) bool {
	return s != "" && len(s) < 30 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789+#-") == ""
}

func (w *writer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		w.wrap(n, "<ul>\n", "</ul>\n")
	case n.Start != 1 && w.Strict:
		w.lose("the first number of a list", "lists of the format begin with one")
		w.wrap(n, "<ol>\n", "</ol>\n")
	case n.Start != 1:
		w.wrap(n, fmt.Sprintf(`<ol start="%d">`+"\n", n.Start), "</ol>\n")
	default:
		w.wrap(n, "<ol>\n", "</ol>\n")
	}
}

// quote writes a quote. One that begins with [!NOTE] or the like is a call-out.
func (w *writer) quote(n *ast.Blockquote) {
	kind, title, skip := w.alert(n)
	if kind == "" {
		w.wrap(n, "<blockquote>\n", "</blockquote>\n")
		return
	}
	if title == "" {
		title = strings.ToUpper(kind[:1]) + kind[1:]
		if said := w.Alerts[kind]; said != "" {
			title = said
		}
	}
	w.put(`<blockquote class="note ` + kind + `">` + "\n<p><strong>" + Text(title) + "</strong></p>\n")
	first := n.FirstChild()
	if at := skip; at != nil {
		w.put("<p>")
		for ; at != nil; at = at.NextSibling() {
			w.node(at)
		}
		w.put("</p>\n")
	}
	for b := first.NextSibling(); b != nil; b = b.NextSibling() {
		w.node(b)
	}
	w.put("</blockquote>\n")
}

// alert is the kind of a call-out and what it says behind that, with the first node
// of its text in the same paragraph.
func (w *writer) alert(n *ast.Blockquote) (kind, title string, text ast.Node) {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return "", "", nil
	}
	seg := p.Lines().At(0)
	name, rest, closed := strings.Cut(strings.TrimSpace(string(seg.Value(w.src))), "]")
	name, marked := strings.CutPrefix(name, "[!")
	switch kind = strings.ToLower(name); kind {
	case "note", "tip", "important", "warning", "caution":
	default:
		return "", "", nil
	}
	if !closed || !marked {
		return "", "", nil
	}
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) && t.Segment.Stop <= seg.Stop {
			return kind, Plain(rest), c.NextSibling()
		}
	}
	return kind, Plain(rest), nil
}

// htmlBlock leaves out the HTML of an author and keeps its text. Comments are
// nobody's loss.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	source := w.raw(n)
	if n.HasClosure() {
		source += string(n.ClosureLine.Value(w.src))
	}
	text, tags := textOf(source)
	if tags {
		w.lose("HTML", "it is left out, and its text is kept")
	}
	if text != "" {
		w.put("<p>" + Text(text) + "</p>\n")
	}
}

// textOf is what a reader sees of HTML, and whether there are tags in it.
func textOf(source string) (text string, tags bool) {
	var b strings.Builder
	hidden := ""
	for z := html.NewTokenizer(strings.NewReader(source)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), " "), tags
		case html.TextToken:
			if hidden == "" {
				b.WriteString(html.UnescapeString(string(z.Raw())) + " ")
			}
		case html.StartTagToken:
			tags = true
			if name, _ := z.TagName(); string(name) == "script" || string(name) == "style" {
				hidden = string(name)
			}
		case html.EndTagToken:
			tags = true
			if name, _ := z.TagName(); string(name) == hidden {
				hidden = ""
			}
		case html.SelfClosingTagToken:
			tags = true
		case html.CommentToken, html.DoctypeToken:
		}
	}
}
