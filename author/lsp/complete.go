package lsp

import (
	"fmt"
	"path"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/author/lsp/internal/place"
	"github.com/cairn-learn/cairn/course"
)

// completion offers what may stand at the cursor.
func (s *server) completion(_ *jsonrpc2.Conn, p placeParams) (any, error) {
	at, err := s.spotAt(p)
	if err != nil || !at.names {
		return []completionItem{}, nil //nolint:nilerr // where nothing is known nothing is offered
	}
	offers := at.offers()
	for i := range offers {
		replaced := rangeOf(at.text, at.token.Start, at.token.End)
		if offers[i].TextEdit == nil {
			offers[i].TextEdit = &textEdit{NewText: offers[i].Label}
		}
		offers[i].TextEdit.Range = replaced
		offers[i].FilterText = offers[i].TextEdit.NewText
		offers[i].SortText = fmt.Sprintf("%05d", i)
	}
	if offers == nil {
		offers = []completionItem{}
	}
	return offers, nil
}

func (at spot) offers() []completionItem {
	switch at.token.Kind {
	case place.Key:
		return at.keys()
	case place.Value:
		return words(itemValue, at.token.Of.Values...)
	case place.Finding:
		return at.findings()
	case place.Name:
		return words(itemKeyword, place.RuleNames()...)
	case place.Word:
		return at.headings()
	case place.File, place.Path:
		return at.paths()
	case place.Bring:
		return words(itemFile, at.folder.folders()...)
	case place.Shared:
		return at.practice()
	default:
		return at.named()
	}
}

// named are the names that may stand here.
func (at spot) named() []completionItem {
	if at.token.Defines {
		return nil // a new name is the author's own
	}
	var list []completionItem
	for _, n := range at.folder.named {
		if n.fits(at.token.Kind) {
			item := completionItem{Label: n.id, Kind: itemReference, Detail: n.is, Documentation: n.title}
			if at.token.Bare {
				item.TextEdit = &textEdit{NewText: `"` + n.id + `"`}
			}
			list = append(list, item)
		}
	}
	return list
}

func words(kind int, list ...string) []completionItem {
	var items []completionItem
	for _, w := range list {
		items = append(items, completionItem{Label: w, Kind: kind})
	}
	return items
}

// keys are the keys that may stand here, with the colon where none is there yet.
func (at spot) keys() []completionItem {
	var list []completionItem
	for _, k := range at.token.Keys {
		list = append(list, completionItem{Label: k.Name, Kind: itemProperty, Documentation: k.Says, TextEdit: &textEdit{NewText: k.Name + at.colon()}})
	}
	return list
}

// findings are the codes whose severity may be set.
func (at spot) findings() []completionItem {
	var list []completionItem
	for _, c := range course.Codes() {
		if !c.Settable() {
			continue
		}
		list = append(list, completionItem{Label: c.Name, Kind: itemValue, TextEdit: &textEdit{NewText: c.Name + at.colon()}})
	}
	return list
}

// colon is what goes behind a key: nothing where it is there already.
func (at spot) colon() string {
	if rest := strings.TrimLeft(at.text[at.token.End:], " "); strings.HasPrefix(rest, ":") {
		return ""
	}
	return ": "
}

// headings are the words that give a heading, an item of a question's list, or a
// line of a quote, a meaning.
func (at spot) headings() []completionItem {
	line := at.text[strings.LastIndexByte(at.text[:at.token.Start], '\n')+1 : at.token.Start]
	switch trimmed := strings.TrimLeft(line, " "); {
	case strings.HasPrefix(trimmed, "#"):
		return words(itemKeyword, "Question: ", "Ask: ", "Task: ", "Way: ", "Extra: ", "Pool: ")
	case trimmed != "" && strings.ContainsRune("-*+", rune(trimmed[0])):
		return words(itemKeyword, "[x] ", "[ ] ", "Answer: ", "Also: ", "Close: ", "Not: ", "Otherwise: ")
	}
	return words(itemKeyword, "Hint: ", "Why: ", "Mix-up: ", "Detour: ", "Go to: ")
}

// paths are the files that a path may lead to: from the file it stands in, or in
// course.yaml from the course's folder.
func (at spot) paths() []completionItem {
	if at.folder.course == nil {
		return nil
	}
	var list []completionItem
	add := func(to, title string) {
		if to == "" || to == at.file {
			return
		}
		if at.token.Kind == place.File {
			to = relative(path.Dir(at.file), to)
		}
		list = append(list, completionItem{Label: to, Kind: itemFile, Documentation: title})
	}
	for _, l := range at.folder.course.Lessons {
		add(l.File, l.Title)
	}
	if l := at.folder.course.Placement; l != nil && at.token.Kind == place.Path {
		add(l.File, l.Title)
	}
	return list
}

// relative is the way from a folder to a file, both below the course's folder.
func relative(from, to string) string {
	up := ""
	for from != "." && !strings.HasPrefix(to, from+"/") {
		from = path.Dir(from)
		up += "../"
	}
	if from == "." {
		return up + to
	}
	return up + strings.TrimPrefix(to, from+"/")
}
