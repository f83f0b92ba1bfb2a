package formula

import "strings"

// command reads a command with its arguments.
func (p *parser) command() list {
	name := p.peekCommand()
	p.at += 1 + len(name)
	if name == "" {
		return list{{text: `\`, name: `\`, class: ordinary}}
	}
	if p.depth >= maxDepth {
		return list{{text: name, name: name, class: function}}
	}
	p.depth++
	defer func() { p.depth-- }()
	if l, ok := p.layout(name); ok {
		return l
	}
	if l, ok := p.spacing(name); ok {
		return l
	}
	if l, ok := p.letters(name); ok {
		return l
	}
	if n, ok := symbol(name); ok {
		return list{n}
	}
	return list{{text: name, name: name, class: function}}
}

// layout reads the commands that put something above, around or beside.
func (p *parser) layout(name string) (list, bool) {
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		return list{{kind: fraction, args: []list{p.arg(), p.arg()}}}, true
	case "binom", "dbinom", "tbinom":
		return list{{kind: choose, args: []list{p.arg(), p.arg()}}}, true
	case "sqrt":
		index := p.bracket()
		return list{{kind: root, args: []list{index, p.arg()}}}, true
	case "left":
		return list{p.between()}, true
	case "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr":
		if d := p.delimiter(); d.text != "" {
			return list{d}, true
		}
		return nil, true
	case "begin":
		return p.environment(), true
	case "end":
		p.raw()
		return nil, true
	case "not":
		return p.negated(), true
	case "overset", "stackrel", "underset":
		mark, base := p.arg(), node{kind: group, args: []list{p.arg()}}
		if name == "underset" {
			base.sub = mark
		} else {
			base.sup = mark
		}
		return list{base}, true
	case "xrightarrow", "xleftarrow":
		below := p.bracket()
		n, _ := symbol(name[1:])
		n.sup, n.sub = p.arg(), below
		return list{n}, true
	case "pmod":
		return append(append(list{plain(" (mod ")}, p.arg()...), plain(")")), true
	}
	if mark := accentMark(name); mark != "" {
		return list{{kind: accent, text: mark, name: name, args: []list{p.arg()}}}, true
	}
	return nil, false
}

// accentMark is the combining character of an accent.
func accentMark(name string) string {
	switch name {
	case "hat", "widehat":
		return "\u0302"
	case "bar", "overline":
		return "\u0304"
	case "vec", "overrightarrow":
		return "\u20d7"
	case "dot":
		return "\u0307"
	case "ddot":
		return "\u0308"
	case "tilde", "widetilde":
		return "\u0303"
	case "check":
		return "\u030c"
	case "acute":
		return "\u0301"
	case "grave":
		return "\u0300"
	case "underline":
		return "\u0332"
	}
	return ""
}

// spacing reads the commands that only move things, or say nothing to a reader.
func (p *parser) spacing(name string) (list, bool) {
	blank := func(s string) list { return list{{text: s, name: s, class: space}} }
	switch name {
	case ",", ":", ";", ">", " ", "thinspace", "medspace", "thickspace", "enspace", "\n", "\t":
		return blank(" "), true
	case "quad":
		return blank("  "), true
	case "qquad":
		return blank("    "), true
	case "\\", "newline", "cr":
		p.skipLength()
		return list{{kind: newline}}, true
	case "hspace", "vspace", "label", "color", "phantom", "hphantom", "vphantom":
		p.raw()
		return nil, true
	case "!", "/", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "hline",
		"rm", "bf", "it", "cal", "mathstrut", "allowbreak", "par":
		return nil, true
	case "tag":
		return list{plain("  (" + p.raw() + ")")}, true
	}
	return nil, false
}

// skipLength passes over a length in square brackets, such as [2pt], after the
// end of a row.
func (p *parser) skipLength() {
	rest := p.s[p.at:]
	if inside, _, ok := strings.Cut(rest, "]"); ok && len(inside) > 1 && len(inside) < 12 && inside[0] == '[' && strings.IndexFunc(inside[1:], notLength) < 0 {
		p.at += len(inside) + 1
	}
}

// notLength reports a character that no length has.
func notLength(r rune) bool { return !strings.ContainsRune("0123456789.-ptexmcnbi", r) }

// letters reads the commands that choose how letters look.
func (p *parser) letters(name string) (list, bool) {
	switch name {
	case "text", "textrm", "textbf", "textit", "texttt", "textsf", "mbox", "hbox", "textnormal":
		return list{plain(unescaped(p.raw()))}, true
	case "operatorname", "mathop":
		s := unescaped(p.raw())
		return list{{text: s, name: s, class: function}}, true
	case "mathbb", "mathcal", "mathscr":
		raw := strings.TrimSpace(p.raw())
		forms := double
		if name != "mathbb" {
			forms = script
		}
		if s, ok := forms(raw); ok {
			return list{{text: s, name: raw, class: ordinary}}, true
		}
		return p.again(raw), true
	case "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathfrak", "boldsymbol", "bm", "pmb", "boxed", "fbox",
		"overbrace", "underbrace", "cancel", "mathord", "mathbin", "mathrel", "textcolor", "smash":
		if name == "textcolor" {
			p.raw()
		}
		return list{{kind: group, args: []list{p.arg()}}}, true
	case "bmod", "mod":
		return list{{text: "mod", name: "mod", class: binary}}, true
	}
	return nil, false
}

// again parses a part that was read as it is written.
func (p *parser) again(raw string) list {
	q := parser{s: raw, depth: p.depth}
	l := q.list("")
	if q.at < len(q.s) {
		l = append(l, plain(q.s[q.at:]))
	}
	return list{{kind: group, args: []list{l}}}
}

// plain is text as it is written.
func plain(s string) node { return node{text: s, name: s, class: word} }

// unescaped takes the braces, dollars and backslashes of formulas out of a
// text within them.
func unescaped(s string) string {
	return strings.NewReplacer(`\\`, " ", `\ `, " ", `\$`, "$", `\%`, "%", `\&`, "&", `\#`, "#", `\_`, "_", `\{`, "{", `\}`, "}",
		"{", "", "}", "", "$", "", "~", " ", "\n", " ").Replace(s)
}

// delimiter reads one bracket after a command; a point stands for none.
func (p *parser) delimiter() node {
	p.skip()
	if p.at >= len(p.s) {
		return node{}
	}
	if p.s[p.at] == '\\' {
		name := p.peekCommand()
		p.at += 1 + len(name)
		if n, ok := symbol(name); ok {
			return n
		}
		return node{text: name, name: name, class: ordinary}
	}
	n, ok := p.atom()
	if !ok || n.kind != sign || n.text == "." {
		return node{}
	}
	return n
}

// between reads what stands between \left and \right.
func (p *parser) between() node {
	left := p.delimiter()
	l := p.list("right")
	var right node
	if p.at < len(p.s) && p.s[p.at] == '\\' && p.peekCommand() == "right" {
		p.at += len(`\right`)
		right = p.delimiter()
	}
	return node{kind: brackets, args: []list{l, {left}, {right}}}
}

// negated reads what \not strikes out.
func (p *parser) negated() list {
	l := p.arg()
	if len(l) == 0 {
		return list{{text: "¬", name: "not", class: ordinary}}
	}
	n := l[0]
	switch n.text {
	case "∈":
		n.text = "∉"
	case "=":
		n.text, n.name = "≠", "!="
		return append(list{n}, l[1:]...)
	case "⊂":
		n.text = "⊄"
	case "⊆":
		n.text = "⊈"
	case "≡":
		n.text = "≢"
	case "∃":
		n.text = "∄"
	default:
		n.text += "\u0338"
	}
	n.name = "not " + n.name
	return append(list{n}, l[1:]...)
}

// environment reads what stands between \begin and \end.
func (p *parser) environment() list {
	name := strings.TrimSuffix(strings.TrimSpace(p.raw()), "*")
	if name == "array" {
		p.raw()
	}
	n := node{kind: matrix, name: name}
	row := []list{}
	for p.at < len(p.s) {
		row = append(row, p.list("&end"))
		if p.at >= len(p.s) || p.s[p.at] == '}' {
			break
		}
		if p.s[p.at] == '&' {
			p.at++
			continue
		}
		command := p.peekCommand()
		p.at += 1 + len(command)
		if command == "\\" {
			p.skipLength()
			n.rows, row = append(n.rows, row), []list{}
			continue
		}
		if command == "end" {
			p.raw()
		}
		break
	}
	if len(row) > 1 || len(row) == 1 && len(row[0]) > 0 {
		n.rows = append(n.rows, row)
	}
	return list{n}
}
