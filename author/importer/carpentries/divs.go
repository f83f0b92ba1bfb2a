package carpentries

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// node is a part of a page: text, or a div with what it holds.
type node struct {
	class string // empty: text
	n     int    // the line that it begins in
	lines []page.Line
	kids  []node
}

const maxDepth = 8 // of divs within each other; deeper ones are text

var (
	divMark   = regexp.MustCompile(`^ {0,3}:{3,}(.*)$`)
	className = regexp.MustCompile(`[A-Za-z][A-Za-z0-9_-]*`)
)

// divs reads the divs of the Workbench: ::: name, and ::: to end it.
func (s *source) divs(lines []page.Line) []node {
	root := node{}
	stack := []*node{&root}
	for _, l := range lines {
		top := stack[len(stack)-1]
		m := divMark.FindStringSubmatch(l.Text)
		if l.Code || m == nil {
			top.text(l)
			continue
		}
		class := strings.ToLower(className.FindString(m[1]))
		switch {
		case class != "" && len(stack) <= maxDepth:
			top.kids = append(top.kids, node{class: class, n: l.N})
			stack = append(stack, &top.kids[len(top.kids)-1])
		case class != "":
			s.Add(l.N, "a div within too many others", "its text is kept")
		case len(stack) > 1:
			stack = stack[:len(stack)-1]
		default:
			s.Add(l.N, "the end of a div", "none is open there")
		}
	}
	for _, open := range stack[1:] {
		s.Add(open.n, "the div "+open.class, "it has no end; the end of the page is taken for it")
	}
	return root.kids
}

// text adds a line of text.
func (d *node) text(l page.Line) {
	if n := len(d.kids); n == 0 || d.kids[n-1].class != "" {
		d.kids = append(d.kids, node{n: l.N})
	}
	last := &d.kids[len(d.kids)-1]
	last.lines = append(last.lines, l)
}

var (
	attribute = regexp.MustCompile(`^\s*\{:\s*(.*?)\s*\}\s*$`)
	dotted    = regexp.MustCompile(`\.([A-Za-z][A-Za-z0-9_-]*)`)
)

// quotes reads the boxes of the older lessons: quotes that a line such as
// {: .challenge} follows.
func (s *source) quotes(lines []page.Line, depth int) []node {
	root := node{}
	for i := 0; i < len(lines); {
		if !quoted(lines[i]) {
			root.text(lines[i])
			i++
			continue
		}
		end := i
		for end < len(lines) && quoted(lines[end]) {
			end++
		}
		class := ""
		if end < len(lines) && !lines[end].Code {
			if m := attribute.FindStringSubmatch(lines[end].Text); m != nil {
				if c := dotted.FindStringSubmatch(m[1]); c != nil {
					class = strings.ToLower(c[1])
				}
			}
		}
		if class == "" || depth >= maxDepth {
			for ; i < end; i++ {
				root.text(lines[i])
			}
			continue
		}
		inner := make([]string, 0, end-i)
		for _, l := range lines[i:end] {
			inner = append(inner, unquoted(l.Text))
		}
		d := node{class: class, n: lines[i].N}
		d.kids = s.quotes(page.Split(strings.Join(inner, "\n"), lines[i].N), depth+1)
		root.kids = append(root.kids, d)
		i = end + 1
	}
	return root.kids
}

func quoted(l page.Line) bool {
	text := strings.TrimLeft(l.Text, " ")
	return len(l.Text)-len(text) <= 3 && strings.HasPrefix(text, ">")
}

func unquoted(s string) string {
	s = strings.TrimPrefix(strings.TrimLeft(s, " "), ">")
	return strings.TrimPrefix(s, " ")
}

// kramdown takes the attributes of kramdown out of lines: {: .language-bash} behind
// a block of code gives it its language, others say how something looks.
func (s *source) kramdown(lines []page.Line) []page.Line {
	var out []page.Line
	var open page.Fence
	at := -1 // the line that opened the last block of code
	for _, l := range lines {
		if l.Code {
			if open.Mark == "" {
				open, _ = page.OpenFence(l.Text)
				at = len(out)
			} else if open.ClosedBy(l.Text) {
				open = page.Fence{}
			}
			out = append(out, l)
			continue
		}
		m := attribute.FindStringSubmatch(l.Text)
		switch {
		case m == nil:
			if !l.Blank() {
				at = -1
			}
			out = append(out, l)
		case at >= 0 && len(out) > 0 && out[len(out)-1].Code:
			language := ""
			if c := dotted.FindStringSubmatch(m[1]); c != nil {
				language = strings.TrimPrefix(c[1], "language-")
			}
			if f, ok := page.OpenFence(out[at].Text); ok && f.Info == "" {
				out[at].Text = f.Indent + f.Mark + language
			}
			at = -1
		default:
			s.Count(l.N, "attributes in braces", "they say how something looks, or name a place in the page")
			l.Text = ""
			out = append(out, l)
		}
	}
	return out
}
