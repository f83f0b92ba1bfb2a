package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// liner writes a formula in one line.
type liner struct {
	names bool
	tight bool // within scripts no spaces stand around operators
}

func (w *liner) list(l list) string {
	var b joiner
	for i, n := range l {
		w.put(&b, l, i, w.node(n))
	}
	return strings.TrimSpace(b.String())
}

// put adds what a node became, with the space that its neighbours ask for.
func (w *liner) put(b *joiner, l list, i int, s string) {
	n := l[i]
	switch w.classOf(l, i) {
	case space, word:
		b.text(s)
	case binary, relation:
		if w.tight && utf8.RuneCountInString(s) == 1 {
			b.text(s)
			return
		}
		b.space()
		b.text(s)
		b.space()
	case punctuation:
		b.text(s)
		if !w.tight {
			b.space()
		}
	case large, function:
		b.apart(s)
		b.text(s)
		b.function = true
	case closing:
		b.text(s)
	default:
		if b.function && n.class != opening && n.kind != brackets || w.names && i > 0 && scripted(l[i-1]) && n.class == ordinary {
			b.space()
		}
		b.apart(s)
		b.text(s)
	}
}

// scripted reports a node that ends in a script.
func scripted(n node) bool { return len(n.sub)+len(n.sup) > 0 }

// classOf is the class of a node among its neighbours: a sign before anything
// it could join is none between two.
func (w *liner) classOf(l list, i int) class {
	n := l[i]
	if n.kind == newline {
		return punctuation
	}
	if n.kind != sign {
		return ordinary
	}
	if n.class != binary {
		return n.class
	}
	before := i - 1
	for before >= 0 && l[before].class == space {
		before--
	}
	if before < 0 || i+1 == len(l) {
		return closing // no space around it
	}
	switch b := l[before]; {
	case b.kind == newline:
		return closing
	case b.kind == sign && (b.class == binary || b.class == relation || b.class == opening || b.class == punctuation || b.class == large || b.class == function):
		return closing
	}
	return binary
}

// joiner joins parts and keeps single spaces and words apart.
type joiner struct {
	strings.Builder
	last     rune
	pending  bool // a space comes before the next part
	function bool // the last part was a function
	long     bool // the last part ended in a name of several letters
}

func (b *joiner) space() { b.pending = b.Len() > 0 }

func (b *joiner) text(s string) {
	if s == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(s)
	if b.pending && b.last != ' ' && first != ' ' {
		b.WriteByte(' ')
	}
	b.pending, b.function = false, false
	b.WriteString(s)
	var size int
	b.last, size = utf8.DecodeLastRuneInString(s)
	b.long = letter(b.last) && len(s) > size && letter(rune(s[len(s)-size-1]))
}

// apart asks for a space where two names would run together.
func (b *joiner) apart(s string) {
	first, size := utf8.DecodeRuneInString(s)
	if !letter(first) && !unicode.Is(unicode.Greek, first) || b.Len() == 0 {
		return
	}
	long := len(s) > size && letter(first) && letter(rune(s[size]))
	if b.long || long && (unicode.IsDigit(b.last) || unicode.IsLetter(b.last) || b.last == ')') {
		b.space()
	}
}

// node writes one node with its scripts.
func (w *liner) node(n node) string {
	s := w.base(n)
	if len(n.sup) > 0 || len(n.sub) > 0 {
		s = w.scripted(n, s)
	}
	return s
}

func (w *liner) base(n node) string {
	switch n.kind {
	case group:
		return w.list(n.args[0])
	case fraction:
		return w.over(n)
	case choose:
		return "(" + w.list(n.args[0]) + " choose " + w.list(n.args[1]) + ")"
	case root:
		return w.root(n)
	case accent:
		return w.accented(n)
	case brackets:
		return w.sign(n.args[1]) + w.list(n.args[0]) + w.sign(n.args[2])
	case matrix:
		return w.matrix(n)
	case newline:
		return ";"
	default:
		return w.sign(list{n})
	}
}

func (w *liner) sign(l list) string {
	if w.names {
		return l[0].name
	}
	return l[0].text
}

// scripted adds the scripts: in small characters where Unicode has them, else
// in brackets.
func (w *liner) scripted(n node, s string) string {
	if n.kind == group && len(n.args[0]) > 1 && utf8.RuneCountInString(s) > 1 && !bracketed(s) && compound(n.args[0]) {
		s = "(" + s + ")"
	}
	if n.kind == fraction || n.kind == root && !w.names {
		s = "(" + s + ")"
	}
	return s + w.script(n.sub, "_", lowered) + w.script(n.sup, "^", raised)
}

func (w *liner) script(l list, mark, forms string) string {
	if len(l) == 0 {
		return ""
	}
	tight := *w
	tight.tight = true
	s := tight.list(l)
	if strings.Trim(s, "′'") == "" {
		return s
	}
	if small, ok := small(s, forms); ok && !w.names {
		return small
	}
	if s == "°" || s == "∘" || s == "o" && l[0].text == "∘" {
		if w.names {
			return " deg"
		}
		return "°"
	}
	if utf8.RuneCountInString(s) == 1 || len(l) == 1 && l[0].kind == sign && len(l[0].sup) == 0 && len(l[0].sub) == 0 {
		return mark + s
	}
	return mark + "(" + strings.TrimSpace((&liner{names: w.names}).list(l)) + ")"
}

// over writes a fraction with a slash.
func (w *liner) over(n node) string {
	num, den := w.list(n.args[0]), w.list(n.args[1])
	if sums(n.args[0]) {
		num = "(" + num + ")"
	}
	if len(flat(n.args[1])) > 1 || sums(n.args[1]) || len(n.args[1]) == 1 && n.args[1][0].kind == fraction {
		if !bracketed(den) {
			den = "(" + den + ")"
		}
	}
	return num + "/" + den
}

// flat takes the braces off a group that is all there is.
func flat(l list) list {
	for len(l) == 1 && l[0].kind == group && len(l[0].sub) == 0 && len(l[0].sup) == 0 {
		l = l[0].args[0]
	}
	return l
}

// sums reports whether something in l binds less than a fraction does.
func sums(l list) bool {
	depth := 0
	for i, n := range flat(l) {
		if n.kind == fraction {
			return true
		}
		if n.kind != sign {
			continue
		}
		switch n.class {
		case opening:
			depth++
		case closing:
			depth--
		case relation, binary:
			if depth == 0 && i > 0 {
				return true
			}
		case large, function:
			if len(l) > 1 {
				return true
			}
		case ordinary, punctuation, space, word: // they bind nothing
		}
	}
	return false
}

// compound reports whether l is more than one thing side by side.
func compound(l list) bool {
	l = flat(l)
	return len(l) > 1
}

// bracketed reports whether one pair of brackets is around all of s.
func bracketed(s string) bool {
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") {
		return false
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 && i < len(s)-1 {
			return false
		}
	}
	return true
}

func (w *liner) root(n node) string {
	body := w.list(n.args[1])
	name := "√"
	if w.names {
		name = "sqrt"
	}
	if len(n.args[0]) > 0 {
		index := w.list(n.args[0])
		switch small, ok := small(index, raised); {
		case w.names:
			name = "root[" + index + "]"
		case ok:
			name = small + "√"
		default:
			name = "√[" + index + "]"
		}
	}
	if !w.names && len(flat(n.args[1])) == 1 && utf8.RuneCountInString(body) == 1 {
		return name + body
	}
	if bracketed(body) {
		return name + body
	}
	return name + "(" + body + ")"
}

func (w *liner) accented(n node) string {
	body := w.list(n.args[0])
	if !w.names && utf8.RuneCountInString(body) == 1 {
		return body + n.text
	}
	name := strings.TrimPrefix(n.name, "wide")
	if name == "overline" {
		name = "bar"
	}
	return name + "(" + body + ")"
}

// matrix writes rows with semicolons between them.
func (w *liner) matrix(n node) string {
	var rows []string
	for _, row := range n.rows {
		var row0 []string
		for _, c := range row {
			row0 = append(row0, w.list(c))
		}
		sep := ", "
		if aligned(n.name) {
			sep = " "
		}
		if n.name == "cases" {
			sep = "  "
		}
		rows = append(rows, strings.TrimSpace(strings.Join(row0, sep)))
	}
	left, right := "[", "]"
	switch {
	case aligned(n.name):
		left, right = "", ""
	case n.name == "cases":
		left, right = "{ ", ""
	case n.name == "vmatrix":
		left, right = "det[", "]"
	}
	return left + strings.Join(rows, "; ") + right
}

// aligned reports an environment that only sets lines below each other.
func aligned(name string) bool {
	switch name {
	case "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array", "cases", "rcases":
		return false
	}
	return true
}
