package mdview

import (
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// Wrap breaks styled text into lines of at most width cells. Each line stands
// alone: a style or link that goes on in the next is closed and begun again.
// Several spaces count as one.
func Wrap(styled string, width int) []string { return WrapHanging(styled, width, 0) }

// WrapHanging is Wrap with every line but the first indented by hang cells.
func WrapHanging(styled string, width, hang int) []string {
	text, states := read(textsafe.Styled(styled))
	wrapped := mdtext.Wrap(text, width, hang)
	lines := make([]string, len(wrapped))
	for i, line := range wrapped {
		lines[i] = write(line, states)
	}
	return lines
}

// state is what the escape sequences before a text have set.
type state struct{ style, link string }

// read cuts styled text into spans; a span's Link is the number of its state.
func read(s string) (mdtext.Line, []state) {
	var text mdtext.Line
	states := []state{{}}
	var now state
	for s != "" {
		if s[0] == 0x1b {
			n := now.take(s)
			s = s[n:]
			continue
		}
		if now != states[len(states)-1] {
			states = append(states, now)
		}
		end := strings.IndexByte(s, 0x1b)
		if end < 0 {
			end = len(s)
		}
		for i, part := range strings.Split(s[:end], "\n") {
			if i > 0 {
				text = append(text, mdtext.Span{Text: "\n"})
			}
			if part != "" {
				text = append(text, mdtext.Span{Text: part, Link: int32(len(states) - 1)})
			}
		}
		s = s[end:]
	}
	return text, states
}

// take reads the escape sequence at the start of s, which is clean, and returns
// its length.
func (st *state) take(s string) int {
	if s[1] == '[' {
		n := strings.IndexByte(s, 'm') + 1
		switch params := s[2 : n-1]; {
		case params == "" || params == "0":
			st.style = ""
		case strings.HasPrefix(params, "0;"):
			st.style = s[:n]
		default:
			st.style += s[:n]
		}
		return n
	}
	n := strings.IndexAny(s[1:], "\x07\x1b") + 2
	end := n - 1
	if s[end] == 0x1b {
		n++
	}
	_, url, _ := strings.Cut(s[4:end], ";")
	st.link = ""
	if url != "" {
		st.link = s[:n]
	}
	return n
}

func write(line mdtext.Line, states []state) string {
	var b strings.Builder
	var now state
	set := func(next state) {
		if next.link != now.link && now.link != "" {
			b.WriteString("\x1b]8;;\x1b\\")
		}
		if next.style != now.style {
			if now.style != "" {
				b.WriteString("\x1b[m")
			}
			b.WriteString(next.style)
		}
		if next.link != now.link {
			b.WriteString(next.link)
		}
		now = next
	}
	for _, s := range line {
		set(states[s.Link])
		b.WriteString(s.Text)
	}
	set(state{})
	return b.String()
}
