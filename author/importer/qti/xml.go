package qti

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Bounds of a document. They refuse what is hostile, not what is large.
const (
	maxDepth    = 60
	maxElements = 1_000_000
	maxBytes    = 24 << 20
)

// element is an element of XML with what of it counts.
type element struct {
	name  string // without its name space
	attrs map[string]string
	text  []byte // of its own, between its elements
	kids  []*element
	line  int
}

// parseXML reads a document. It knows the five names of characters that XML has, and
// no others; a document that declares its own is refused, and nothing outside of it
// is looked at.
func parseXML(data []byte) (*element, error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("it is larger than %d MiB", maxBytes>>20)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("its encoding is %q; save it as UTF-8", charset)
	}
	root := &element{}
	open := []*element{root}
	for count := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("it is no XML that can be read: %w", err)
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			line, _ := d.InputPos()
			e := &element{name: t.Name.Local, attrs: map[string]string{}, line: line}
			for _, a := range t.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			if count++; count > maxElements || len(open) > maxDepth {
				return nil, fmt.Errorf("line %d: more elements, or more in each other, than a quiz has", line)
			}
			top.kids = append(top.kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text = append(top.text, t...)
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return nil, errors.New("it declares names of characters of its own, which are not read")
			}
		}
	}
	if len(root.kids) == 0 {
		return nil, errors.New("there is no XML in it")
	}
	return root.kids[0], nil
}

// all lists the elements of a name below e, without those within each other.
func (e *element) all(name string) []*element {
	var out []*element
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		} else {
			out = append(out, k.all(name)...)
		}
	}
	return out
}

// first is the first element of a name below e, or an empty one.
func (e *element) first(name string) *element {
	if list := e.all(name); len(list) > 0 {
		return list[0]
	}
	return &element{line: e.line}
}

// own lists the elements of a name right below e.
func (e *element) own(name string) []*element {
	var out []*element
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// words is the text of e, without spaces around it.
func (e *element) words() string { return strings.TrimSpace(string(e.text)) }
