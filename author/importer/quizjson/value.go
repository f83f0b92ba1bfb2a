package quizjson

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// value is one value of JSON with the line that it ends or begins on. It is text,
// a number, true or false, null, a list or an object.
type value struct {
	line int
	kind kind
	text string // of text, and of a number as it is written
	yes  bool
	list []*value
	keys []member // in their order
}

type kind int

const (
	isNull kind = iota
	isText
	isNumber
	isBool
	isList
	isObject
)

// member is a key of an object. The name is in small letters, without what joins
// words.
type member struct {
	name    string
	written string
	value   *value
}

// Bounds of a text of JSON.
const (
	maxNesting = 40
	maxValues  = 1_000_000
)

// parse reads JSON: one value, or several that follow each other, as a list.
func parse(text string) (*value, error) {
	p := &parser{text: text, dec: json.NewDecoder(strings.NewReader(text))}
	p.dec.UseNumber()
	all := &value{line: 1, kind: isList}
	for {
		v, err := p.value(0)
		if errors.Is(err, io.EOF) && len(all.list) > 0 {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("it is no JSON that can be read: %w", err)
		}
		all.list = append(all.list, v)
	}
	if len(all.list) == 1 {
		return all.list[0], nil
	}
	return all, nil
}

type parser struct {
	text  string
	dec   *json.Decoder
	at    int // offset up to which lines were counted
	line  int // line feeds up to there
	count int
}

// here is the line of what was read last.
func (p *parser) here() int {
	to := min(int(p.dec.InputOffset()), len(p.text))
	p.line += strings.Count(p.text[p.at:to], "\n")
	p.at = to
	return p.line + 1
}

func (p *parser) value(depth int) (*value, error) {
	token, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	if p.count++; p.count > maxValues {
		return nil, errors.New("it has too many values")
	}
	v := &value{line: p.here()}
	switch t := token.(type) {
	case string:
		v.kind, v.text = isText, t
	case json.Number:
		v.kind, v.text = isNumber, t.String()
	case bool:
		v.kind, v.yes = isBool, t
	case json.Delim:
		if depth >= maxNesting {
			return nil, errors.New("it is nested too deeply")
		}
		return v, p.inside(v, t, depth)
	}
	return v, nil
}

// inside reads a list or an object behind its bracket.
func (p *parser) inside(v *value, open json.Delim, depth int) error {
	v.kind = isList
	if open == '{' {
		v.kind = isObject
	}
	for p.dec.More() {
		key := ""
		if v.kind == isObject {
			token, err := p.dec.Token()
			if err != nil {
				return err
			}
			key, _ = token.(string)
		}
		item, err := p.value(depth + 1)
		if err != nil {
			return unexpected(err)
		}
		if v.kind == isObject {
			v.keys = append(v.keys, member{plainKey(key), key, item})
		} else {
			v.list = append(v.list, item)
		}
	}
	_, err := p.dec.Token() // the bracket that closes
	return unexpected(err)
}

// unexpected is an end of the text where something should have come.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// plainKey is a key without capitals and without what joins its words.
func plainKey(key string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(key))
}

// get is the value of the first of some keys that is there and not null.
func (v *value) get(names ...string) *value {
	if v == nil || v.kind != isObject {
		return nil
	}
	for _, name := range names {
		for _, m := range v.keys {
			if m.name == name && m.value.kind != isNull {
				return m.value
			}
		}
	}
	return nil
}

// words is text or a number as text; empty for everything else.
func (v *value) words() string {
	if v == nil || v.kind != isText && v.kind != isNumber {
		return ""
	}
	return strings.TrimSpace(v.text)
}

// truth reads true and false, also as words and numbers.
func (v *value) truth() (yes, known bool) {
	if v == nil {
		return false, false
	}
	if v.kind == isBool {
		return v.yes, true
	}
	switch strings.ToLower(v.words()) {
	case "true", "yes", "1", "right", "correct":
		return true, true
	case "false", "no", "0", "wrong", "incorrect":
		return false, true
	}
	return false, false
}
