package search

import (
	"iter"
	"strings"
)

// plainLines gives the lines of Markdown as they read: without the marks of
// headings, lists and emphasis, the targets of links, comments and fences. What
// is not sure to be a mark stays, so that no word is lost.
func plainLines(md string) iter.Seq[string] {
	return func(yield func(string) bool) {
		comment := false
		for line := range strings.Lines(md) {
			line = strings.TrimSpace(line)
			switch {
			case comment:
				_, after, ended := strings.Cut(line, "-->")
				if !ended {
					continue
				}
				line = after
			case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
				continue
			}
			line, comment = withoutComments(line)
			if line = plainLine(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// withoutComments takes the comments out of a line; open says that one goes on.
func withoutComments(line string) (rest string, open bool) {
	for {
		before, after, begun := strings.Cut(line, "<!--")
		if !begun {
			return line, false
		}
		_, after, ended := strings.Cut(after, "-->")
		if !ended {
			return before, true
		}
		line = before + after
	}
}

// plainLine takes the marks off one line.
func plainLine(line string) string {
	line = strings.TrimSpace(line)
	line = strings.TrimLeft(line, "#>")
	line = strings.TrimSpace(line)
	for _, mark := range []string{"- [ ] ", "- [x] ", "- ", "* ", "+ ", "|"} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			line = rest
			break
		}
	}
	if strings.ContainsAny(line, "`*_[]\\|") {
		line = withoutMarks(line)
	}
	return strings.Join(strings.Fields(line), " ")
}

// maxTarget is how many bytes the target of a link has at most; what is longer
// is read as text.
const maxTarget = 2 << 10

// withoutMarks takes emphasis, backquotes and the targets of links out of a
// line.
func withoutMarks(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '\\' && i+1 < len(line) && strings.IndexByte("\\`*_[]#|<>-+.!(){}", line[i+1]) >= 0:
			i++
			b.WriteByte(line[i])
		case c == '`', c == '*', c == '[', c == '!' && i+1 < len(line) && line[i+1] == '[':
		case c == '|':
			b.WriteByte(' ')
		case c == '_' && (i == 0 || !alnum(line[i-1]) || i+1 == len(line) || !alnum(line[i+1])):
		case c == ']':
			if i+1 < len(line) && line[i+1] == '(' {
				if end := strings.IndexByte(line[i:min(i+maxTarget, len(line))], ')'); end > 0 {
					i += end
				}
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
