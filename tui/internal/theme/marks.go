package theme

import "strings"

// Marks are the signs beside words. Every mark of a group has the same width,
// so that rows line up; none is wider in one terminal than in another.
type Marks struct {
	Cursor string // before the selected row, one cell; other rows have a space
	Sep    string // between the parts of a trail
	Dot    string // between facts on a line
	More   string // text goes on; one cell in Unicode, two in ASCII
	Quote  string // one cell at the left of a quotation or a note
	Up     string // more lines above
	Down   string // more lines below

	Right, Wrong, Close string // verdicts

	Done, Skipped, Begun, Open, Off string // states of a lesson
	Due                             string // a skill that is due for a review

	CheckOn, CheckOff string // choose several

	BarFull, BarEmpty string // one cell of a bar
}

func marks(ascii bool) Marks {
	if ascii {
		return Marks{
			Cursor: ">", Sep: ">", Dot: "-", More: "..", Quote: "|", Up: "^", Down: "v",
			Right: "[+]", Wrong: "[x]", Close: "[~]",
			Done: "[x]", Skipped: "[-]", Begun: "[.]", Open: "[ ]", Off: "   ", Due: "[r]",
			CheckOn: "[x]", CheckOff: "[ ]",
			BarFull: "#", BarEmpty: ".",
		}
	}
	return Marks{
		Cursor: ">", Sep: "›", Dot: "·", More: "…", Quote: "│", Up: "↑", Down: "↓",
		Right: "✓", Wrong: "✗", Close: "~",
		Done: "✓", Skipped: "–", Begun: "~", Open: "·", Off: " ", Due: "r",
		CheckOn: "[x]", CheckOff: "[ ]",
		BarFull: "━", BarEmpty: "─",
	}
}

// Sight marks that there is more above, below or both.
func (t *Theme) Sight(above, below bool) string {
	mark := ""
	if above {
		mark = t.Mark.Up
	}
	if below {
		mark += t.Mark.Down
	}
	return mark
}

// Rule draws a line of width cells below a header. The first n parts of it, of
// as many as there are, are drawn strong; none where of is 0.
func (t *Theme) Rule(n, of, width int) string {
	if width < 1 {
		return ""
	}
	strong := 0
	if of > 0 {
		strong = min(max(n, 0), of) * width / of
	}
	return t.Accent.Render(strings.Repeat(t.Mark.BarFull, strong)) + t.Faint.Render(strings.Repeat(t.Mark.BarEmpty, width-strong))
}

// Bar draws share, in 0..1, as a bar of width cells. Whatever is begun shows at
// least one full cell, and only the whole shows as full.
func (t *Theme) Bar(share float64, width int) string {
	if width < 1 {
		return ""
	}
	share = min(max(share, 0), 1)
	n := int(share*float64(width) + 0.5)
	if share > 0 {
		n = max(n, 1)
	}
	if share < 1 {
		n = min(n, width-1)
	}
	return t.Good.Render(strings.Repeat(t.Mark.BarFull, n)) + t.Faint.Render(strings.Repeat(t.Mark.BarEmpty, width-n))
}
