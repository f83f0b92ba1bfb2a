package course

import (
	"iter"
	"strconv"
	"strings"

	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// gap is one [[blank]] of a text.
type gap struct {
	span        // with its brackets
	text string // between them
}

// gaps finds the blanks in a range: [[word]] outside of code, and not a link
// whose text stands in brackets.
func (b *body) gaps(s span) []gap {
	text := b.src[s.start:s.end]
	if !strings.Contains(text, "[[") {
		return nil
	}
	var out []gap
	for i, n := range openings(text) {
		if n > 0 {
			out = append(out, gap{span{s.start + i, s.start + i + n}, text[i+2 : i+n-2]})
		}
	}
	return out
}

// openings are the places of "[[" outside of code, each with the length of the
// blank that it begins, or 0.
func openings(text string) iter.Seq2[int, int] {
	return func(yield func(at, n int) bool) {
		for i := 0; i < len(text); {
			switch {
			case text[i] == '\\':
				i += 2
			case text[i] == '`':
				i += codeSpanLen(text[i:])
			case strings.HasPrefix(text[i:], "[["):
				n := gapLen(text[i:])
				if !yield(i, n) {
					return
				}
				i += max(n, 2)
			default:
				i++
			}
		}
	}
}

// maxGap is the longest blank or gap with its answers, in bytes.
const maxGap = 1000

// gapLen returns the length of the blank that s begins with, or 0. A blank ends
// before an empty line.
func gapLen(s string) int {
	for i := 2; i < min(len(s), maxGap); {
		switch {
		case s[i] == '\\':
			i += 2
		case s[i] == '`':
			i += codeSpanLen(s[i:])
		case strings.HasPrefix(s[i:], "\n\n"):
			return 0
		case strings.HasPrefix(s[i:], "]]"):
			end := i + 2
			for end < len(s) && s[end] == ']' {
				end++ // the last of ]]] closes
			}
			if end < len(s) && (s[end] == '(' || s[end] == '[') {
				return 0
			}
			return end
		default:
			i++
		}
	}
	return 0
}

// alternatives cuts the inside of a blank at its bars. In a table a bar is
// written \|, elsewhere that is a bar in the answer.
func (g gap) alternatives(table bool) []span {
	var out []span
	start := 0
	text := g.text
	for i := 0; i < len(text); {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			if table && text[i+1] == '|' {
				out = append(out, span{start, i})
				start = i + 2
			}
			i += 2
		case text[i] == '`' && !table:
			i += codeSpanLen(text[i:])
		case text[i] == '|' && !table:
			out = append(out, span{start, i})
			i++
			start = i
		default:
			i++
		}
	}
	return append(out, span{start, len(text)})
}

// readBlanks reads the texts with gaps, from the first to the last.
func (r *questionReader) readBlanks(pieces []piece) {
	f := &Blanks{}
	var texts []string
	if len(pieces) == 0 {
		heading := r.headingIn(r.src)
		texts = append(texts, strings.Join(strings.Fields(r.gapped(f, heading, false)), " "))
	}
	for _, pc := range pieces {
		texts = append(texts, r.gapped(f, pc.span, pc.node.Kind() == extast.KindTable))
	}
	f.Text = strings.Join(texts, "\n\n")
	f.ExactAccents, f.ExactCase = r.accents, r.capitals
	if len(f.List) > maxEntries {
		r.tooMany(len(f.List), "blanks")
	}
	r.built = f
}

// headingIn is where the text of a heading stands, the heading behind the word of its kind.
func (p part) headingIn(src string) span {
	_, rest := blockWord(src[p.name.start:p.name.end])
	at := p.name.start + strings.LastIndex(src[p.name.start:p.name.end], rest)
	return span{at, at + len(rest)}
}

// gapped returns a range as Markdown in which the n-th blank stands as [[n]],
// and adds its blanks to the form.
func (r *questionReader) gapped(f *Blanks, s span, table bool) string {
	whole := r.withoutBlankLines(s)
	var out strings.Builder
	at := whole.start
	for _, g := range r.gaps(whole) {
		out.WriteString(r.plain(span{at, g.start}))
		f.List = append(f.List, r.readBlank(g, table))
		out.WriteString("[[" + strconv.Itoa(len(f.List)) + "]]")
		at = g.end
	}
	out.WriteString(r.plain(span{at, whole.end}))
	return textsafe.Text(out.String() + r.definitions(whole))
}

// plain returns text between blanks. Nothing in it may look like [[1]], which is
// how the form writes blanks: in the text of a link the brackets are escaped, in
// code they cannot be.
func (r *questionReader) plain(s span) string {
	text := r.src[s.start:s.end]
	var out strings.Builder
	for {
		i := strings.Index(text, "[[")
		if i < 0 {
			return out.String() + text
		}
		digits := strings.TrimLeft(text[i+2:], "0123456789")
		end := len(text) - len(digits)
		out.WriteString(text[:i])
		switch {
		case end == i+2 || !strings.HasPrefix(digits, "]]"):
			out.WriteString(text[i:end])
			text = text[end:]
			continue
		case strings.HasPrefix(digits, "]](") || strings.HasPrefix(digits, "]]["):
			out.WriteString(`[\[` + text[i+2:end] + `\]]`)
		default:
			at := s.end - len(text) + i
			r.fail(codeFalseBlank, span{at, at + end + 2 - i}, "this code looks like a blank of the text", "write it with a space: [[ 1 ]]")
			r.broken = true
		}
		text = text[end+2:]
	}
}

// readBlank reads the answers of one blank.
func (r *questionReader) readBlank(g gap, table bool) Blank {
	blank := Blank{Pos: r.pos(g.start)}
	for _, alt := range g.alternatives(table) {
		at := r.trimmed(span{g.start + 2 + alt.start, g.start + 2 + alt.end})
		text := withoutSilent(r.src[at.start:at.end])
		switch {
		case text == "":
			r.fail(codeEmptyBlank, g.span, "a blank without an answer", "write [[answer]] or [[answer|another]]")
			r.broken = true
			continue
		case hasControl(text):
			r.fail(codeHiddenAnswer, g.span, "this answer holds a character that cannot be seen or typed", "type the answer anew")
			r.broken = true
			continue
		}
		if !table {
			text = strings.ReplaceAll(text, `\|`, "|")
		}
		accepts, diags := parseAccepts(strings.Join(strings.Fields(text), " "), false, r.pos(at.start))
		r.takeDiags(diags)
		blank.Accept = append(blank.Accept, accepts...)
	}
	return blank
}
