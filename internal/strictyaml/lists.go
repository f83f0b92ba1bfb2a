package strictyaml

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// What stands here finds lists that are written as something else, and reads them
// as what they were meant to be, so that nothing follows from the mistake.

// bulletHint is how the items of a list begin.
const bulletHint = `begin each with "- "`

// listed are the items of a list of names as they were meant.
func (d *decoder) listed(n *yaml.Node, items []*yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		if meant := d.unlisted(n); meant != nil {
			return meant
		}
		return items
	}
	var out []*yaml.Node
	for _, item := range items {
		deeper := d.deeperItems(item)
		switch {
		case deeper != nil:
			out = append(out, deeper...)
		case item.Kind == yaml.SequenceNode && d.allowed(item):
			d.report(List, item, "a list stands inside this list", "take the inner brackets or dashes away")
			out = append(out, item.Content...)
		default:
			out = append(out, item)
		}
	}
	return out
}

// unlisted finds the items of a list in a text that stands in its place: words with
// commas between them, or lines without dashes. It is nil for a list of one.
func (d *decoder) unlisted(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return nil
	}
	lines := d.plainLines(n)
	if len(lines) == 1 {
		return d.commaList(lines[0])
	}
	for _, line := range lines {
		line.Text = line.Text[len(bullet(line.Text)):]
		if line.Text == "" {
			return nil
		}
	}
	if len(lines) == 0 {
		return nil
	}
	first := lines[0]
	d.problem(Problem{Code: List, Line: first.Line, Col: first.Col, Len: len(first.Text),
		Msg: "these lines are read as one text, not as a list", Hint: bulletHint})
	return d.itemNodes(lines)
}

// commaList finds a list in words with commas between them.
func (d *decoder) commaList(s Scalar) []*yaml.Node {
	var items []Scalar
	at := 0
	for part := range strings.SplitSeq(s.Text, ",") {
		word := strings.TrimSpace(part)
		if word == "" || strings.ContainsFunc(word, unicode.IsSpace) {
			return nil
		}
		items = append(items, Scalar{word, s.Line, s.Col + at + strings.Index(part, word)})
		at += len(part) + 1
	}
	if len(items) < 2 {
		return nil
	}
	d.problem(Problem{Code: List, Line: s.Line, Col: s.Col, Len: len(s.Text),
		Msg: "this is read as one word, not as a list", Hint: inBrackets(items)})
	return d.itemNodes(items)
}

// inBrackets is the hint that writes items as a list.
func inBrackets(items []Scalar) string {
	var words []string
	for _, s := range items {
		words = append(words, s.Text)
	}
	return "write [" + strings.Join(words, ", ") + "]"
}

// deeperItems finds the items in a text that goes on with lines which begin with a
// dash, as they do when they stand deeper than the item above.
func (d *decoder) deeperItems(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, " - ") {
		return nil
	}
	lines := d.plainLines(n)
	for i, line := range lines {
		if i > 0 && !strings.HasPrefix(line.Text, "- ") {
			return nil
		}
	}
	if len(lines) < 2 {
		return nil
	}
	d.problem(d.src.indent(lines[1].Line))
	return d.itemNodes(lines)
}

// itemNodes makes the nodes of items, without the dots and dashes before them.
func (d *decoder) itemNodes(items []Scalar) []*yaml.Node {
	var nodes []*yaml.Node
	for _, s := range items {
		skip := len(bullet(s.Text))
		letters := utf8.RuneCount(d.src.line(s.Line)[:s.Col-1+skip])
		if d.src.flow && s.Line == 1 {
			letters++ // the library counts the brace before the text
		}
		nodes = append(nodes, &yaml.Node{Kind: yaml.ScalarNode, Value: s.Text[skip:], Line: s.Line, Column: letters + 1})
	}
	return nodes
}

// bullet is what people put before the items of a list: a dash, another sign or a
// number, and the space behind it.
func bullet(text string) string {
	rest := strings.TrimLeft(text, "0123456789")
	if rest != text && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return text[:len(text)-len(rest)+2]
	}
	for _, sign := range []string{"-", "*", "+", "•", "–", "—", "‣", "◦"} {
		if after, ok := strings.CutPrefix(text, sign); ok {
			return text[:len(text)-len(strings.TrimLeft(after, " "))]
		}
	}
	return ""
}

// plainLines are the lines of a text without quotes, each with its place; nil where
// they cannot be told from what stands around them.
func (d *decoder) plainLines(n *yaml.Node) []Scalar {
	at := d.src.place(n.Line, n.Column)
	var lines []Scalar
	length := -1
	for line, col := at.Line, at.Col; line <= d.src.last; line, col = line+1, 1 {
		rest := d.src.line(line)
		rest = rest[min(col-1, len(rest)):]
		inner := bytes.TrimLeft(rest, " \t")
		rest, col = inner, col+len(rest)-len(inner)
		text := strings.TrimSpace(string(rest[:min(len(rest), len(n.Value)+1)]))
		if len(lines) == 0 && len(text) > len(n.Value) {
			text = text[:len(n.Value)] // a comment or a bracket stands behind it
		}
		if length += 1 + len(text); text == "" || length > len(n.Value) {
			return nil
		}
		if lines = append(lines, Scalar{text, line, col}); length == len(n.Value) {
			break
		}
	}
	var words []string
	for _, line := range lines {
		words = append(words, line.Text)
	}
	if strings.Join(words, " ") != n.Value {
		return nil
	}
	return lines
}

// holds is what the value of a key is.
type holds int

const (
	holdsNothing holds = iota // there is no such key
	holdsOwn                  // text; the key is the author's own
	holdsText
	holdsList
	holdsFlag // true or false, a number, keys of its own
)

func (h holds) text() bool { return h == holdsOwn || h == holdsText || h == holdsList }

// ownKeys tells it of keys that are the author's own.
func ownKeys(string) holds { return holdsOwn }

// holds tells it of the keys of a struct.
func (t *fieldTable) holds(key string) holds {
	i := slices.Index(t.keys, key)
	if i < 0 {
		return holdsNothing
	}
	switch field := t.of.Field(t.fields[i]).Type; {
	case reflect.PointerTo(field).Implements(reflect.TypeFor[grower]()):
		return holdsFlag
	case field.Kind() == reflect.Slice:
		return holdsList
	case field.Kind() == reflect.String || field == reflect.TypeFor[Scalar]():
		return holdsText
	}
	return holdsFlag
}

// cutByCommas finds texts that a comma has cut in two, as in
// { home: Bake, at home }, and reads each as one. of tells what a key holds.
func (d *decoder) cutByCommas(n *yaml.Node, of func(key string) holds) *yaml.Node {
	if !d.src.flow && n.Style&yaml.FlowStyle == 0 {
		return n
	}
	joined := *n
	joined.Content = make([]*yaml.Node, 0, len(n.Content))
	last := 0 // the last of the keys without colons that follow
	for i := 0; i+1 < len(n.Content); i += 2 {
		last = max(last, i)
		for last+3 < len(n.Content) && d.loose(n, last+2) && of(n.Content[last+2].Value) <= holdsOwn {
			last += 2
		}
		value := n.Content[i+1]
		if whole, ok := d.fromTo(value, n.Content[last]); ok && last > i && of(n.Content[i].Value).text() {
			whole.Kind, whole.Content = d.rejoined(whole, n, i+2, last, of(n.Content[i].Value) == holdsList)
			joined.Content = append(joined.Content, n.Content[i], whole)
			i = last
			continue
		}
		joined.Content = append(joined.Content, n.Content[i], value)
	}
	return &joined
}

// rejoined reports a text that commas cut, and gives what it was meant to be: a list
// where one belongs, else the text.
func (d *decoder) rejoined(whole, n *yaml.Node, first, last int, list bool) (yaml.Kind, []*yaml.Node) {
	at := d.src.place(whole.Line, whole.Column)
	p := Problem{Line: at.Line, Col: at.Col, Len: len(whole.Value)}
	items := []*yaml.Node{n.Content[first-1]}
	word := n.Content[first].Value
	words, single := []Scalar{{Text: items[0].Value}}, !strings.Contains(items[0].Value, " ")
	for i := first; i <= last; i += 2 {
		items, words = append(items, n.Content[i]), append(words, Scalar{Text: n.Content[i].Value})
		single = single && !strings.Contains(n.Content[i].Value, " ")
	}
	if list && single {
		p.Code, p.Msg, p.Hint = List, "a list stands in brackets", inBrackets(words)
		d.problem(p)
		return yaml.SequenceNode, items
	}
	p.Code, p.Msg, p.Hint = Comma, fmt.Sprintf("a comma ends the text here, so %q is read as a key", short(word)), quoteIt+": "+quoted(whole.Value)
	if !strings.Contains(word, " ") {
		p.Hint += fmt.Sprintf(`, or write "%s: …" for a key`, short(word))
	}
	d.problem(p)
	return yaml.ScalarNode, nil
}

// quoted is a text in quotes.
func quoted(text string) string {
	if strings.ContainsAny(text, "\"\\") {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}

// loose reports a key of a mapping in braces without a colon, behind a text without
// quotes.
func (d *decoder) loose(n *yaml.Node, i int) bool {
	key, value := n.Content[i], n.Content[i+1]
	if key.Kind != yaml.ScalarNode || key.Style != 0 || key.Anchor != "" || !d.empty(value) || value.Anchor != "" {
		return false
	}
	at := d.src.place(key.Line, key.Column)
	line := d.src.line(at.Line)
	rest := bytes.TrimLeft(bytes.TrimPrefix(line[min(at.Col-1, len(line)):], []byte(key.Value)), " ")
	return !bytes.HasPrefix(rest, []byte(":"))
}

// fromTo is the text from one plain text to the end of another on the same line.
func (d *decoder) fromTo(from, to *yaml.Node) (*yaml.Node, bool) {
	if from.Kind != yaml.ScalarNode || from.Style != 0 || from.Anchor != "" || from.Value == "" {
		return nil, false
	}
	a, b := d.src.place(from.Line, from.Column), d.src.place(to.Line, to.Column)
	line := d.src.line(a.Line)
	end := b.Col - 1 + len(to.Value)
	if _, raw := d.src.raw[a]; raw || a.Line != b.Line || a.Col > b.Col || end > len(line) || !bytes.HasPrefix(line[a.Col-1:], []byte(from.Value)) {
		return nil, false
	}
	whole := *from
	whole.Value = string(line[a.Col-1 : end])
	return &whole, true
}

// problem records a problem, unless a repair has emptied its line.
func (d *decoder) problem(p Problem) {
	if !d.src.damaged[p.Line] {
		d.src.add(p)
	}
}

// lists reports a type that is a list of names, or of what can be given as a name.
func lists(t reflect.Type) bool {
	if t.Kind() != reflect.Slice {
		return false
	}
	return t.Elem() == reflect.TypeFor[Scalar]() || reflect.PointerTo(t.Elem()).Implements(reflect.TypeFor[ScalarTaker]())
}
