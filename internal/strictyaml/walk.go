package strictyaml

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/internal/nearest"
	"go.yaml.in/yaml/v4"
)

// decoder fills Go values from nodes and reports every node that does not fit.
type decoder struct {
	src    *source
	clean  func(string) string
	tables []*fieldTable // of the structs met so far
}

// root decodes the whole document.
func (d *decoder) root(n *yaml.Node, dst any) {
	d.value(n, reflect.ValueOf(dst).Elem(), "the YAML")
}

// value decodes a node into v. name is what messages call it.
func (d *decoder) value(n *yaml.Node, v reflect.Value, name string) {
	if !d.allowed(n) || d.empty(n) {
		return
	}
	if v.Kind() == reflect.Pointer {
		d.pointer(n, v, name)
		return
	}
	switch target := v.Addr().Interface().(type) {
	case *Scalar:
		if d.isScalar(n, name, "text") {
			*target = d.scalar(n)
		}
		return
	case grower:
		d.mapping(n, target, name)
		return
	case ScalarTaker:
		if n.Kind == yaml.ScalarNode {
			d.setPlaces(n, v)
			target.TakeScalar(d.scalar(n))
			return
		}
	}
	switch v.Kind() {
	case reflect.String:
		if d.isScalar(n, name, "text") {
			v.SetString(d.scalar(n).Text)
		}
	case reflect.Int:
		d.integer(n, v, name)
	case reflect.Float64:
		d.float(n, v, name)
	case reflect.Bool:
		d.boolean(n, v, name)
	case reflect.Slice:
		d.list(n, v, name)
	case reflect.Struct:
		d.record(n, v, name)
	default:
		panic("strictyaml: cannot decode into " + v.Type().String())
	}
}

// pointer decodes a value that may be absent. One that is wrong counts as
// absent, not as false or nothing.
func (d *decoder) pointer(n *yaml.Node, v reflect.Value, name string) {
	to, before := reflect.New(v.Type().Elem()), len(d.src.problems)
	d.value(n, to.Elem(), name)
	if len(d.src.problems) == before || !to.Elem().IsZero() {
		v.Set(to)
	}
}

// allowed refuses aliases, anchors and tags.
func (d *decoder) allowed(n *yaml.Node) bool {
	var msg string
	switch {
	case n.Kind == yaml.AliasNode:
		msg = fmt.Sprintf("%q is an alias, which is not used here", "*"+n.Value)
	case n.Anchor != "":
		msg = fmt.Sprintf("%q is an anchor, which is not used here", "&"+n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		msg = fmt.Sprintf("%q is a tag, which is not used here", n.Tag)
	case d.bang(n):
		msg = `"!" is a tag, which is not used here`
	default:
		return true
	}
	d.report(Alias, n, msg, "write the value itself, in quotes if it is text")
	return false
}

// bang reports a text that begins with "! ", which YAML takes for a tag that says
// nothing: the sign would be lost without a word.
func (d *decoder) bang(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return false
	}
	at := d.src.place(n.Line, n.Column)
	return bytes.HasPrefix(trimmedFrom(d.src.line(at.Line), at.Col), []byte("! "))
}

// empty reports a key without a value, which counts as absent.
func (d *decoder) empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0
}

func (d *decoder) isScalar(n *yaml.Node, name, want string) bool {
	if n.Kind == yaml.ScalarNode {
		return true
	}
	hint := ""
	if n.Style&yaml.FlowStyle != 0 && want == "text" {
		hint = quoteIt
	}
	d.report(Type, n, fmt.Sprintf("%s must be %s, not %s", name, want, called(n)), hint)
	return false
}

// scalar returns the text of a scalar and checks its escapes.
func (d *decoder) scalar(n *yaml.Node) Scalar {
	at := d.src.place(n.Line, n.Column)
	if text, ok := d.src.raw[at]; ok {
		return Scalar{Text: d.clean(text), Line: at.Line, Col: at.Col}
	}
	quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
	if n.Style&yaml.DoubleQuotedStyle != 0 {
		d.checkEscapes(n, at)
	}
	if quoted {
		at.Col++
	} else {
		d.cutBySign(n, at)
	}
	return Scalar{Text: d.clean(n.Value), Line: at.Line, Col: at.Col}
}

// checkEscapes reports control and direction characters that an escape stands
// for. Those typed as themselves are found in the file.
func (d *decoder) checkEscapes(n *yaml.Node, at Place) {
	for _, r := range n.Value {
		code, what := Control, "control"
		switch {
		case r == '\n' || r == '\t':
			continue
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029:
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			code, what = Bidi, "direction"
		default:
			continue
		}
		if d.src.full() || bytes.ContainsRune(d.src.line(at.Line), r) {
			continue
		}
		d.src.add(Problem{Code: code, Line: at.Line, Col: at.Col, Len: d.length(n, at),
			Msg: fmt.Sprintf("the text contains the %s character U+%04X", what, r), Hint: "remove the escape"})
		return
	}
}

func (d *decoder) integer(n *yaml.Node, v reflect.Value, name string) {
	if !d.isScalar(n, name, "a whole number") {
		return
	}
	i, err := strconv.Atoi(n.Value)
	if err != nil || !decimal(n.Value) {
		d.report(Type, n, fmt.Sprintf("%s must be a whole number, not %q", name, short(n.Value)), "")
		return
	}
	v.SetInt(int64(i))
}

func (d *decoder) float(n *yaml.Node, v reflect.Value, name string) {
	if !d.isScalar(n, name, "a number") {
		return
	}
	f, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !decimal(n.Value) {
		d.report(Type, n, fmt.Sprintf("%s must be a number, not %q", name, short(n.Value)), "")
		return
	}
	v.SetFloat(f)
}

// decimal reports a number as people write it: digits, one point, a sign, and
// no zero in front that another reader would take for octal.
func decimal(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	whole, part, point := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (whole == "0" || whole[0] != '0') && (!point || digits(part))
}

func (d *decoder) boolean(n *yaml.Node, v reflect.Value, name string) {
	if !d.isScalar(n, name, "true or false") {
		return
	}
	hint := ""
	switch strings.ToLower(n.Value) {
	case "true", "false":
		if v.SetBool(n.Value == "true"); n.Value == "true" || n.Value == "false" {
			return
		}
		hint = "write " + strings.ToLower(n.Value)
	case "yes", "on", "y":
		hint = "write true"
	case "no", "off", "n":
		hint = "write false"
	}
	d.report(Type, n, fmt.Sprintf("%s must be true or false, not %q", name, short(n.Value)), hint)
}

// list decodes a sequence, or a single value as a list of one.
func (d *decoder) list(n *yaml.Node, v reflect.Value, name string) {
	items := []*yaml.Node{n}
	switch elem := v.Type().Elem(); {
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case n.Kind == yaml.MappingNode && elem.Kind() != reflect.Struct && elem.Kind() != reflect.Pointer:
		d.report(Type, n, fmt.Sprintf("%s must be a list, not %s", name, called(n)), `start each item with "- "`)
		return
	}
	if lists(v.Type()) {
		items = d.listed(n, items)
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, len(items)))
	for _, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		before := len(d.src.problems)
		d.value(item, e, name)
		if d.empty(item) || len(d.src.problems) > before && e.IsZero() {
			continue
		}
		v.Set(reflect.Append(v, e))
	}
}

// mapping decodes a mapping with keys of the author's own.
func (d *decoder) mapping(n *yaml.Node, m grower, name string) {
	if !d.isMapping(n, name, "") {
		return
	}
	n = d.cutByCommas(n, ownKeys)
	if len(n.Content)/2 > MaxKeys {
		d.report(Limit, n, fmt.Sprintf("%s holds more than %d keys", name, MaxKeys), "")
		return
	}
	d.eachKey(n, func(key, value *yaml.Node) {
		at := d.src.place(key.Line, key.Column)
		d.value(value, reflect.ValueOf(m.grow(d.clean(key.Value), at.Line, at.Col)).Elem(), key.Value)
	})
}

// record decodes a mapping with the keys of a struct.
func (d *decoder) record(n *yaml.Node, v reflect.Value, name string) {
	table := d.table(v.Type())
	known := "known keys: " + strings.Join(table.keys, ", ")
	if !d.isMapping(n, name, known) {
		return
	}
	d.setPlaces(n, v)
	n = d.cutByCommas(n, table.holds)
	d.eachKey(n, func(key, value *yaml.Node) {
		if i := slices.Index(table.keys, key.Value); i >= 0 {
			d.value(value, v.Field(table.fields[i]), key.Value)
			return
		}
		hint := known
		if near := nearest.Name(key.Value, table.keys); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		} else if inFlow := d.src.flow || n.Style&yaml.FlowStyle != 0; inFlow && d.empty(value) {
			hint = "if this belongs to the value before the comma, put that value in quotes"
		}
		d.report(UnknownKey, key, fmt.Sprintf("unknown key %q", short(key.Value)), hint)
	})
}

// isMapping reports a node that is no mapping, with the keys it should have.
func (d *decoder) isMapping(n *yaml.Node, name, known string) bool {
	if n.Kind == yaml.MappingNode {
		return true
	}
	hint := `write "key: value", each pair on a line of its own`
	switch {
	case n.Kind == yaml.ScalarNode && n.Style == 0 && glued(n.Value):
		hint = spaceBehind
	case pairs(n):
		hint = "take the dashes away: these are pairs and no list"
	case known != "":
		hint += "; " + known
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0 && plainKey(n.Content[0].Value):
		hint = fmt.Sprintf(`write "%s: { %s: … }", with what it is behind each colon`, name, n.Content[0].Value)
	}
	d.report(Type, n, fmt.Sprintf(`%s must be "key: value" pairs, not %s`, name, called(n)), hint)
	return false
}

// pairs reports a list each item of which is one pair, with dashes before them.
func pairs(n *yaml.Node) bool {
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode || len(item.Content) != 2 || item.Content[1].Line != item.Content[0].Line || item.Content[1].Kind == yaml.MappingNode {
			return false
		}
	}
	return n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// eachKey visits the keys of a mapping that may be used: plain ones, each once.
func (d *decoder) eachKey(n *yaml.Node, visit func(key, value *yaml.Node)) {
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !d.allowed(key) {
			continue
		}
		switch at := d.src.place(key.Line, key.Column); {
		case key.Kind != yaml.ScalarNode:
			d.report(Type, key, "a key must be text, not "+called(key), "")
		case key.Value == "<<" && key.Style == 0:
			d.report(Alias, key, `"<<" merges keys, which is not done here`, "write the keys themselves")
		case first[key.Value] > 0:
			d.report(RepeatedKey, key, fmt.Sprintf("key %q is given twice", short(key.Value)),
				fmt.Sprintf("the first is on line %d", first[key.Value]))
		default:
			first[key.Value] = at.Line
			if key.Style&yaml.DoubleQuotedStyle != 0 {
				d.checkEscapes(key, at)
			}
			if d.empty(value) {
				d.cutAtOnce(key)
			}
			visit(key, value)
		}
	}
}

// report records a problem about a node, unless a repair has emptied its line.
func (d *decoder) report(code string, n *yaml.Node, msg, hint string) {
	if d.src.full() {
		return
	}
	at := d.src.place(n.Line, n.Column)
	if d.src.damaged[at.Line] {
		return
	}
	d.src.add(Problem{Code: code, Line: at.Line, Col: at.Col, Len: d.length(n, at), Msg: msg, Hint: hint})
}

// length returns how many bytes of its line a node takes.
func (d *decoder) length(n *yaml.Node, at Place) int {
	rest := trimmedFrom(d.src.line(at.Line), at.Col)
	switch {
	case n.Kind == yaml.AliasNode, n.Anchor != "", n.Style&yaml.TaggedStyle != 0:
		word, _, _ := bytes.Cut(rest, []byte(" "))
		return len(bytes.TrimRight(word, ",]}"))
	case n.Kind != yaml.ScalarNode:
		if i := bytes.Index(rest, []byte(" #")); i > 0 {
			rest = rest[:i]
		}
		return len(rest)
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && len(rest) > 0:
		if i := bytes.IndexByte(rest[1:], rest[0]); i >= 0 {
			return i + 2
		}
		return len(rest)
	}
	return min(len(n.Value), len(rest))
}

// called names the kind of a node, or its text.
func called(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return `"key: value" pairs`
	}
	return strconv.Quote(short(n.Value))
}

// short cuts what a message repeats.
func short(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
