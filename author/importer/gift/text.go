package gift

import "strings"

// The line break that is written \n, while spaces are squeezed.
const lineBreak = "\x00"

// unescape takes the escapes out of a text.
func unescape(s, br string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		switch c := s[i+1]; c {
		case '~', '=', '#', '{', '}', ':', '\\':
			b.WriteByte(c)
			i++
		case 'n':
			b.WriteString(br)
			i++
		default:
			b.WriteByte('\\')
		}
	}
	return b.String()
}

// squeezed is a text on one line, without escapes.
func squeezed(s string) string {
	return strings.Join(strings.Fields(unescape(s, " ")), " ")
}

// said is a text as its format has it: lines count in HTML and Markdown, and are
// joined in the others, where \n alone makes one.
func (t text) said() string {
	if t.format == "html" || t.format == "markdown" {
		return strings.TrimSpace(unescape(t.raw, "\n"))
	}
	lines := strings.Split(unescape(strings.ReplaceAll(t.raw, lineBreak, ""), lineBreak), lineBreak)
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// stem is what a question says, with a blank where the answers stand.
func (it *item) stem() text {
	if !it.embedded {
		return it.before
	}
	return text{it.before.format, strings.TrimSpace(it.before.raw) + " _____ " + strings.TrimSpace(it.after.raw)}
}
