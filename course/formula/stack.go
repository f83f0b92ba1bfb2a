package formula

import "strings"

// box is a part of a formula drawn in several lines. All lines are width cells
// wide; base is the line on which the text around it stands.
type box struct {
	lines []string
	width int
	base  int
}

func (b box) height() int { return len(b.lines) }

func boxOf(s string) box { return box{lines: []string{s}, width: cells(s)} }

// stacker draws a formula in several lines where that reads better.
type stacker struct {
	liner
	room    int  // cells
	tooWide bool // something did not fit
}

// list draws lines of formula below each other, where the author broke them.
func (s *stacker) list(l list) box {
	from := 0
	var rows []box
	for i, n := range l {
		if n.kind == newline {
			rows = append(rows, s.row(l[from:i]))
			from = i + 1
		}
	}
	rows = append(rows, s.row(l[from:]))
	return above(rows, 0)
}

// row draws nodes side by side.
func (s *stacker) row(l list) box {
	var parts []box
	var text joiner
	flush := func() {
		if text.Len() > 0 || text.pending {
			if text.pending {
				text.WriteByte(' ')
			}
			parts = append(parts, boxOf(text.String()))
		}
		text = joiner{}
	}
	for i, n := range l {
		b := s.node(n)
		if b.height() == 1 {
			if len(parts) > 0 && text.Len() == 0 && b.lines[0] != "" && (s.classOf(l, i) == binary || s.classOf(l, i) == relation) {
				text.text(" ")
			}
			s.put(&text, l, i, b.lines[0])
			continue
		}
		if text.function || text.Len() > 0 && text.pending {
			text.space()
		}
		flush()
		parts = append(parts, b)
	}
	text.pending = text.pending && text.Len() == 0
	flush()
	if len(parts) == 1 && parts[0].height() == 1 {
		return boxOf(strings.TrimSpace(parts[0].lines[0]))
	}
	return s.beside(parts)
}

// beside joins boxes left to right on their base lines.
func (s *stacker) beside(parts []box) box {
	var up, down int
	for _, p := range parts {
		up, down = max(up, p.base), max(down, p.height()-p.base)
	}
	out := box{base: up, lines: make([]string, max(up+down, 1))}
	for _, p := range parts {
		if out.width += p.width; out.width > s.room {
			s.tooWide = true
			return boxOf("")
		}
		for i := range out.lines {
			at := i - up + p.base
			if at >= 0 && at < p.height() {
				out.lines[i] += p.lines[at]
				continue
			}
			out.lines[i] += strings.Repeat(" ", p.width)
		}
	}
	return out
}

// above joins boxes top to bottom, flush left; base is the box whose base line
// is that of the whole.
func above(parts []box, base int) box {
	if len(parts) == 1 {
		return parts[0]
	}
	var out box
	for _, p := range parts {
		out.width = max(out.width, p.width)
	}
	for i, p := range parts {
		if i == base {
			out.base = len(out.lines) + p.base
		}
		for _, line := range p.lines {
			out.lines = append(out.lines, line+strings.Repeat(" ", out.width-p.width))
		}
	}
	return out
}

// centred widens a box on both sides.
func centred(b box, width int) box {
	left := (width - b.width) / 2
	for i := range b.lines {
		b.lines[i] = strings.Repeat(" ", left) + b.lines[i] + strings.Repeat(" ", width-b.width-left)
	}
	b.width = width
	return b
}

// node draws one node with its scripts.
func (s *stacker) node(n node) box {
	switch {
	case s.tooWide:
		return boxOf("")
	case n.class == large && n.kind == sign && len(n.sub)+len(n.sup) > 0, n.class == function && limited(n.text) && len(n.sub) > 0 && len(n.sup) == 0:
		return s.limits(n)
	}
	b := s.base(n)
	if len(n.sup)+len(n.sub) == 0 {
		return b
	}
	if b.height() == 1 {
		return boxOf(s.liner.node(n))
	}
	sup, sub := s.script(n.sup, "", raised), s.script(n.sub, "", lowered)
	w := max(cells(sup), cells(sub))
	side := box{base: b.base, width: w, lines: make([]string, b.height())}
	for i := range side.lines {
		text := ""
		switch i {
		case 0:
			text = sup
		case b.height() - 1:
			text = sub
		}
		side.lines[i] = text + strings.Repeat(" ", w-cells(text))
	}
	return s.beside([]box{b, side})
}

// limited reports a function with something below it.
func limited(name string) bool {
	switch name {
	case "lim", "liminf", "limsup", "max", "min", "sup", "inf", "argmax", "argmin":
		return true
	}
	return false
}

// limits draws a sum, an integral or a limit with what stands below and above.
func (s *stacker) limits(n node) box {
	tight := *s
	tight.tight = true
	text := n.text
	if s.names {
		text = n.name
	}
	parts, base := []box{}, 0
	if len(n.sup) > 0 {
		parts, base = append(parts, boxOf(tight.liner.list(n.sup))), 1
	}
	parts = append(parts, boxOf(text))
	if len(n.sub) > 0 {
		parts = append(parts, boxOf(tight.liner.list(n.sub)))
	}
	width := 0
	for _, p := range parts {
		width = max(width, p.width)
	}
	for i := range parts {
		parts[i] = centred(parts[i], width)
	}
	return s.beside([]box{boxOf(" "), above(parts, base), boxOf(" ")})
}

func (s *stacker) base(n node) box {
	switch n.kind {
	case group:
		return s.row(n.args[0])
	case fraction:
		return s.stackedFraction(n)
	case choose:
		top, bottom := s.row(n.args[0]), s.row(n.args[1])
		w := max(top.width, bottom.width)
		return s.enclosed(above([]box{centred(top, w), centred(bottom, w)}, 0), "(", ")")
	case root:
		body := s.row(n.args[1])
		if body.height() == 1 {
			return boxOf(s.liner.base(n))
		}
		return s.beside([]box{boxOf(s.rootName(n)), s.enclosed(body, "(", ")")})
	case brackets:
		body := s.row(n.args[0])
		if body.height() == 1 {
			return boxOf(s.liner.base(n))
		}
		left, right := s.sign(n.args[1]), s.sign(n.args[2])
		if cells(left) > 1 { // a name, such as floor(
			left, right = "[", "]"
		}
		return s.enclosed(body, left, right)
	case matrix:
		return s.grid(n)
	default:
		return boxOf(s.liner.base(n))
	}
}

func (s *stacker) rootName(n node) string {
	whole := s.liner.root(node{kind: root, args: []list{n.args[0], {plain("()")}}})
	return strings.TrimSuffix(whole, "()")
}

func (s *stacker) stackedFraction(n node) box {
	top, bottom := s.row(n.args[0]), s.row(n.args[1])
	rule := "─"
	if s.names {
		rule = "-"
	}
	w := max(top.width, bottom.width) + 2
	if w > s.room {
		s.tooWide = true
		return boxOf("")
	}
	return above([]box{centred(top, w), boxOf(strings.Repeat(rule, w)), centred(bottom, w)}, 1)
}

// grid draws the rows and columns of a matrix.
func (s *stacker) grid(n node) box {
	var rows [][]box
	var widths []int
	for _, row := range n.rows {
		var drawn []box
		for i, c := range row {
			b := s.row(c)
			drawn = append(drawn, b)
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], b.width)
		}
		rows = append(rows, drawn)
	}
	gap := "  "
	if aligned(n.name) {
		gap = " "
	}
	var lines []box
	for _, row := range rows {
		var parts []box
		for i, b := range row {
			switch {
			case aligned(n.name) && i%2 == 0:
				pad := boxOf(strings.Repeat(" ", widths[i]-b.width))
				parts = append(parts, pad, b)
			case aligned(n.name) || n.name == "cases" || n.name == "array":
				parts = append(parts, b, boxOf(strings.Repeat(" ", widths[i]-b.width)))
			default:
				parts = append(parts, centred(b, widths[i]))
			}
			if i < len(row)-1 {
				parts = append(parts, boxOf(gap))
			}
		}
		if s.tooWide {
			return boxOf("")
		}
		lines = append(lines, s.beside(parts))
	}
	if len(lines) == 0 {
		return boxOf("")
	}
	b := above(lines, 0)
	b.base = (b.height() - 1) / 2
	left, right := fences(n.name)
	return s.enclosed(b, left, right)
}

// fences are the brackets around an environment.
func fences(name string) (left, right string) {
	switch name {
	case "pmatrix":
		return "(", ")"
	case "bmatrix", "smallmatrix":
		return "[", "]"
	case "Bmatrix":
		return "{", "}"
	case "vmatrix":
		return "|", "|"
	case "Vmatrix":
		return "‖", "‖"
	case "cases":
		return "{", ""
	case "rcases":
		return "", "}"
	}
	return "", ""
}

// enclosed puts tall brackets at the sides of a box.
func (s *stacker) enclosed(b box, left, right string) box {
	parts := []box{}
	if left != "" {
		parts = append(parts, s.tall(left, b, true))
	}
	parts = append(parts, b)
	if right != "" {
		parts = append(parts, s.tall(right, b, false))
	}
	return s.beside(parts)
}

// tall draws a bracket as high as a box, with a space on its inner side.
func (s *stacker) tall(sign string, b box, opens bool) box {
	top, middle, bottom, tip := sign, sign, sign, sign
	if b.height() > 1 {
		if p := []rune(pieces(sign, s.names)); len(p) > 0 {
			top, middle, bottom, tip = string(p[0]), string(p[1]), string(p[2]), string(p[3])
		}
	}
	out := box{base: b.base, lines: make([]string, b.height())}
	for i := range out.lines {
		piece := middle
		switch {
		case i == 0:
			piece = top
		case i == b.height()-1:
			piece = bottom
		case i == (b.height()-1)/2 || b.height()%2 == 0 && i == b.height()/2:
			piece = tip
		}
		if opens {
			piece += " "
		} else {
			piece = " " + piece
		}
		out.lines[i] = piece
		out.width = cells(piece)
	}
	return out
}

// pieces are the top, middle, bottom and tip of a tall bracket.
func pieces(sign string, names bool) string {
	if names {
		switch sign {
		case "(":
			return `/|\|`
		case ")":
			return `\|/|`
		}
		return ""
	}
	switch sign {
	case "(":
		return "⎛⎜⎝⎜"
	case ")":
		return "⎞⎟⎠⎟"
	case "[":
		return "⎡⎢⎣⎢"
	case "]":
		return "⎤⎥⎦⎥"
	case "{":
		return "⎧⎪⎩⎨"
	case "}":
		return "⎫⎪⎭⎬"
	case "|":
		return "││││"
	case "⌊":
		return "⎢⎢⎣⎢"
	case "⌋":
		return "⎥⎥⎦⎥"
	case "⌈":
		return "⎡⎢⎢⎢"
	case "⌉":
		return "⎤⎥⎥⎥"
	}
	return ""
}
