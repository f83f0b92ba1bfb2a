package strictyaml

import (
	"bytes"

	"go.yaml.in/yaml/v4"
)

// cutBySign reports a text that goes on behind a "#", as in "Bread #1": YAML takes
// the rest for a comment.
func (d *decoder) cutBySign(n *yaml.Node, at Place) {
	if n.Style != 0 {
		return
	}
	line := d.src.line(at.Line)
	end := at.Col - 1 + len(n.Value)
	if end > len(line) || string(line[at.Col-1:end]) != n.Value || !signed(line[end:]) {
		return
	}
	d.cutOff(at)
}

// cutAtOnce reports a value that begins with a "#", as in "title: #1 Bread".
func (d *decoder) cutAtOnce(key *yaml.Node) {
	at := d.src.place(key.Line, key.Column)
	line := d.src.line(at.Line)
	i := at.Col - 1 + len(key.Value)
	if key.Style != 0 || i >= len(line) || line[i] != ':' || !signed(line[i+1:]) {
		return
	}
	d.cutOff(Place{at.Line, i + 1 + bytes.IndexByte(line[i:], '#')})
}

// signed reports a comment that is probably none: who means one puts a space behind
// its sign.
func signed(rest []byte) bool {
	text := bytes.TrimLeft(rest, " \t")
	return len(text) > 1 && len(text) < len(rest) && text[0] == '#' && bytes.IndexByte([]byte(" \t#!-="), text[1]) < 0
}

func (d *decoder) cutOff(at Place) {
	whole := string(trimmedFrom(d.src.line(at.Line), at.Col))
	d.problem(Problem{Code: Comment, Line: at.Line, Col: at.Col, Len: len(whole),
		Msg: `what stands behind the "#" is a comment and not part of the text`, Hint: quoteIt + ": " + quoted(whole)})
}
