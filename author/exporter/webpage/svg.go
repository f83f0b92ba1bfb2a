package webpage

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Bounds of a drawing in SVG.
const (
	maxDrawing = 2 << 20 // bytes
	maxParts   = 50_000  // elements
	maxDeep    = 100     // elements within each other
)

// acting are elements of SVG that run, fetch or hold other pages. A browser runs none
// of them in a picture; someone who opens the picture by itself is spared them, too.
func acting(name string) bool {
	return slices.Contains([]string{"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "a", "image", "feimage", "use", "animate", "set"}, name)
}

// inside is an address within the same drawing.
var inside = regexp.MustCompile(`(?i)^#|^url\(\s*["']?#`)

// isDrawing reports whether data is a picture in SVG that draws and does nothing else:
// no script, no event, no address outside of it, no entity of its own.
func isDrawing(data []byte) bool {
	if len(data) > maxDrawing {
		return false
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	deep, parts := 0, 0
	for {
		tok, err := d.Token()
		if err != nil {
			return errors.Is(err, io.EOF) && parts > 0
		}
		switch t := tok.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) || bytes.Contains(t, []byte("[")) {
				return false
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return false // a style sheet from elsewhere
			}
		case xml.StartElement:
			if deep++; deep > maxDeep || parts > maxParts || parts == 0 && t.Name != (xml.Name{Space: "http://www.w3.org/2000/svg", Local: "svg"}) || !still(t) {
				return false
			}
			parts++
		case xml.EndElement:
			deep--
		case xml.CharData:
			if fetches(string(t)) { // of a style
				return false
			}
		case xml.Comment:
		}
	}
}

// still reports whether an element does nothing but draw.
func still(e xml.StartElement) bool {
	if acting(strings.ToLower(e.Name.Local)) {
		return false
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case a.Name.Space == "xmlns" || name == "xmlns":
		case strings.HasPrefix(name, "on"), name == "src", name == "base", name == "href" && !inside.MatchString(a.Value), fetches(a.Value):
			return false
		}
	}
	return true
}

// fetches reports whether a style or a value names an address outside.
func fetches(s string) bool {
	low := strings.ToLower(s)
	if strings.Contains(low, "@import") || strings.Contains(low, "javascript:") || strings.Contains(low, "\\") && strings.Contains(low, "(") {
		return true
	}
	for {
		at := strings.Index(low, "url(")
		if at < 0 {
			return false
		}
		if low = low[at:]; !inside.MatchString(low) {
			return true
		}
		low = low[len("url("):]
	}
}
