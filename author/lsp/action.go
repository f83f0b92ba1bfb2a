package lsp

import (
	"github.com/sourcegraph/jsonrpc2"

	"github.com/cairn-learn/cairn/author/fix"
)

// codeAction offers the cures of findings that have a sure one, in the lines that
// are asked about.
func (s *server) codeAction(_ *jsonrpc2.Conn, p actionParams) (any, error) {
	list := []codeAction{}
	file := pathOf(p.TextDocument.URI)
	text, ok := s.documents[file]
	if !ok {
		return list, nil
	}
	f, err := s.asItIs(rootOf(file, s.workspace)) // cures fit no other text
	if err != nil {
		return list, nil //nolint:nilerr // a file of no course has no findings
	}
	for _, d := range f.findings {
		line := d.Pos.Line - 1
		if f.fileOf(d) != file || line < p.Range.Start.Line || line > max(p.Range.End.Line, p.Range.Start.Line) {
			continue
		}
		edits := fix.For(d, text)
		if len(edits) == 0 {
			continue
		}
		action := codeAction{Title: "Mend: " + d.Msg, Kind: "quickfix", Diagnostics: []diagnostic{told(text, d)}, IsPreferred: true}
		if d.Hint != "" {
			action.Title = "Mend: " + d.Hint
		}
		var changes []textEdit
		for _, e := range edits {
			changes = append(changes, textEdit{rangeOf(text, e.From, e.To), e.New})
		}
		action.Edit = workspaceEdit{Changes: map[string][]textEdit{p.TextDocument.URI: changes}}
		list = append(list, action)
	}
	return list, nil
}
