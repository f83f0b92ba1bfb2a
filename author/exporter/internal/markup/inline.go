package markup

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/dollars"
)

// inline writes a node within text.
func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.put(Text(w.said(n.Value)))
	case *dollars.Span:
		w.formula(w.spanned(n), false)
	case *ast.CodeSpan:
		switch code := w.spanned(n); {
		case w.Whole && !w.plain:
			w.put(Code(code))
		default:
			w.tag("<code>")
			w.put(Text(code))
			w.tag("</code>")
		}
	case *ast.Emphasis:
		name := "em"
		if n.Level == 2 {
			name = "strong"
		}
		w.wrap(n, "<"+name+">", "</"+name+">")
	case *extast.Strikethrough:
		if w.Strict {
			w.lose("that text is struck out", "the format cannot say it; it stands between ~~ and ~~")
			w.wrap(n, "~~", "~~")
			return
		}
		w.wrap(n, "<del>", "</del>")
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *extast.TaskCheckBox:
		if n.IsChecked {
			w.put("☑ ")
		} else {
			w.put("☐ ")
		}
	case *extast.FootnoteLink:
		w.tag(fmt.Sprintf(`<sup><a href="#%snote-%d">%d</a></sup>`, Text(w.Notes), n.Index, n.Index))
	case *extast.FootnoteBacklink:
	default:
		w.children(n)
	}
}

func (w *writer) text(n *ast.Text) {
	value := n.Segment.Value(w.src)
	if n.IsRaw() {
		w.put(Text(string(value)))
	} else {
		w.put(Text(w.said(value)))
	}
	switch {
	case n.HardLineBreak() && !w.plain:
		w.put("<br />\n")
	case n.HardLineBreak(), n.SoftLineBreak():
		w.put("\n")
	}
}

// web is an address of the web or of mail that may be written, or empty.
func web(to []byte) string {
	s := string(util.URLEscape(to, true))
	if !textsafe.Linkable(s) {
		return ""
	}
	return s
}

func (w *writer) link(n *ast.Link) {
	href := web(n.Destination)
	if href == "" {
		to := string(util.UnescapePunctuations(n.Destination))
		ok := false
		if w.Link != nil {
			href, ok = w.Link(to)
		}
		if !ok {
			w.lose(LostLink, "it leads nowhere outside of it; its text stays")
			w.children(n)
			return
		}
	}
	w.wrap(n, `<a href="`+Text(href)+`">`, "</a>")
}

func (w *writer) autoLink(n *ast.AutoLink) {
	label := Text(string(n.Label(w.src)))
	to := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(to), "mailto:") {
		to = "mailto:" + to
	}
	href := web([]byte(to))
	if href == "" {
		w.put(label)
		return
	}
	w.tag(`<a href="` + Text(href) + `">`)
	w.put(label)
	w.tag("</a>")
}

// image writes a picture, or its description.
func (w *writer) image(n *ast.Image) {
	alt := w.title(n)
	if w.plain {
		w.put(Text(alt))
		return
	}
	if w.Image != nil {
		if src, ok := w.Image(string(util.UnescapePunctuations(n.Destination))); ok {
			w.put(`<img src="` + Text(src) + `" alt="` + Text(alt) + `" />`)
			return
		}
	}
	w.lose(LostPicture, "its description stays")
	if alt != "" {
		w.put("<em>[" + Text(alt) + "]</em>")
	}
}

// rawHTML leaves out a tag; what is between tags is text. A line break is one.
func (w *writer) rawHTML(n *ast.RawHTML) {
	var b strings.Builder
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		b.Write(seg.Value(w.src))
	}
	switch tag := strings.ToLower(strings.Join(strings.Fields(b.String()), "")); {
	case strings.HasPrefix(tag, "<!--"):
	case tag == "<br>" || tag == "<br/>":
		w.tag("<br />")
	case strings.HasPrefix(tag, "</"):
	default:
		w.lose("HTML", "it is left out, and its text is kept")
	}
}

// maxWhole is the longest word of code, in bytes, that is kept on one line: it fits on
// a telephone.
const maxWhole = 24

// Code is code within a line, for browsers: they break lines behind hyphens, so a short
// word that holds one is kept whole.
func Code(s string) string {
	var b strings.Builder
	b.WriteString("<code>")
	for i, word := range strings.Split(s, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		if strings.Contains(word, "-") && len(word) <= maxWhole {
			b.WriteString(`<span class="whole">` + Text(word) + "</span>")
			continue
		}
		b.WriteString(Text(word))
	}
	b.WriteString("</code>")
	return b.String()
}
