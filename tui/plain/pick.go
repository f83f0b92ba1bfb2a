package plain

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// names are what one of several answers may be called, besides its number.
type names []string

// between stands between texts where several are typed.
const between = " | "

// choose reads which of a list is meant, one or several, or says why it cannot.
func (d *Dialogue) choose(line string, list []names, many bool) ([]int, bool) {
	picked := pick(line, list)
	switch {
	case strings.TrimSpace(line) == "":
		d.say(d.p.NothingSaid)
	case len(picked) == 0:
		d.say(d.p.NotAmong(line))
	case !many && len(picked) > 1:
		d.say(d.p.NotOne)
	default:
		return picked, true
	}
	return nil, false
}

// pick reads numbers as they are told, or texts as the course has them, into
// indices of the list; nil when the line is neither. A number is a number even
// where an answer has that text; in quotation marks it is the text.
func pick(line string, list []names) []int {
	if picked := numbers(line, len(list)); picked != nil {
		return picked
	}
	for _, parts := range [][]string{{line}, strings.Split(line, between), strings.Fields(line)} {
		if picked := texts(parts, list); picked != nil {
			return picked
		}
	}
	return nil
}

// numbers reads numbers from 1 to n, each at most once.
func numbers(line string, n int) []int {
	var picked []int
	for _, f := range separated(line) {
		i, err := strconv.Atoi(strings.TrimRight(f, ".)"))
		if err != nil || i < 1 || i > n || slices.Contains(picked, i-1) {
			return nil
		}
		picked = append(picked, i-1)
	}
	return picked
}

func separated(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' })
}

// texts finds each of the parts in the list. The same text twice means two
// entries of that text.
func texts(parts []string, list []names) []int {
	var picked []int
	for _, part := range parts {
		i := find(strings.TrimSpace(part), list, picked)
		if i < 0 {
			return nil
		}
		picked = append(picked, i)
	}
	return picked
}

// find is the index of the entry that a text names, or -1 when there is none or
// more than one. A text that is exactly right is before one that is the same
// but for capitals, marks and spaces.
func find(text string, list []names, taken []int) int {
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return bare(a) == bare(b) },
		func(a, b string) bool { return strings.EqualFold(bare(a), bare(b)) },
	} {
		found := -1
		for i, n := range list {
			if slices.Contains(taken, i) || !slices.ContainsFunc(n, func(name string) bool { return same(name, text) }) {
				continue
			}
			if found >= 0 && !slices.Equal(n, list[found]) {
				return -1
			}
			if found < 0 {
				found = i
			}
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// bare is a text of the course as somebody would type it: without marks, spaces
// squeezed, and without the quotation marks that keep a number a text.
func bare(md string) string {
	line, _ := mdtext.Inline(md, mdtext.Options{ASCII: true})
	s := strings.Join(strings.Fields(line.String()), " ")
	if t := strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`); len(t) == len(s)-2 {
		return t
	}
	return s
}

// readOptions reads which options are meant. An answer holds them in the order
// of the course, in whatever order they were typed.
func (d *Dialogue) readOptions(f *course.Options, layout []int, line string) ([]string, bool) {
	list := make([]names, len(layout))
	for i, n := range layout {
		list[i] = names{f.List[n].Text}
	}
	picked, ok := d.choose(line, list, f.Many)
	for i, row := range picked {
		picked[i] = layout[row]
	}
	slices.Sort(picked)
	out := make([]string, len(picked))
	for i, n := range picked {
		out[i] = f.List[n].Text
	}
	return out, ok
}

func (d *Dialogue) readOrder(f *course.Order, layout []int, line string) ([]string, bool) {
	list := make([]names, len(layout))
	for i, n := range layout {
		list[i] = names{f.Items[n]}
	}
	picked, ok := d.choose(line, list, true)
	if ok && len(picked) != len(list) {
		d.say(d.p.NotN(len(list)))
		ok = false
	}
	return at(picked, list), ok
}

// at gives the first name of each entry picked.
func at(picked []int, list []names) []string {
	out := make([]string, len(picked))
	for i, n := range picked {
		out[i] = list[n][0]
	}
	return out
}

// readMatch reads a right-hand side for each left-hand side: letters, with or
// without the number they belong to, or texts in the order of the numbers.
func (d *Dialogue) readMatch(f *course.Match, layout []int, line string) ([]string, bool) {
	list := make([]names, len(layout))
	for i, n := range layout {
		list[i] = names{f.Pairs[n].Right}
	}
	picked := letters(line, len(list))
	if picked == nil {
		picked = texts(strings.Split(line, between), list)
	}
	if len(picked) == 0 {
		d.say(d.p.NotAmong(line))
		return nil, false
	}
	if len(picked) != len(list) || slices.Contains(picked, -1) {
		d.say(d.p.NotN(len(list)))
		return nil, false
	}
	return at(picked, list), true
}

// letters reads letters such as "b a c", or with numbers "1b 3c 2=a", into an
// index for each of n places, -1 where none was given; nil when the line is
// neither.
func letters(line string, n int) []int {
	picked := make([]int, n)
	for i := range picked {
		picked[i] = -1
	}
	for place, f := range separated(line) {
		digits := f[:len(f)-len(strings.TrimLeft(f, "0123456789"))]
		if digits != "" {
			p, err := strconv.Atoi(digits)
			if err != nil {
				return nil
			}
			place = p - 1
		}
		right := letterIndex(strings.TrimLeft(f[len(digits):], "=.-"), n)
		if right < 0 || place < 0 || place >= n || slices.Contains(picked, right) {
			return nil
		}
		picked[place] = right
	}
	return picked
}

// letterIndex is the index that a letter stands for, or -1.
func letterIndex(s string, n int) int {
	for i := range n {
		if strings.EqualFold(s, letter(i)) {
			return i
		}
	}
	return -1
}
