package course

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// maxTitle is how many letters of a title or a name are kept: no page has room
// for more on a line, and every page shows titles.
const maxTitle = 200

// scalarTitle is a title or a name of YAML on one line, as long as may be. One
// that was written and says nothing is reported.
func (l *loader) scalarTitle(file string, s strictyaml.Scalar) string {
	text := oneLine(s.Text)
	if text == "" && s.Line > 0 {
		l.warn(codeBlankTitle, scalarPos(file, s), len(s.Text), "a title that says nothing", "write the title, or leave the key out")
	}
	return l.boundTitle(text, scalarPos(file, s), len(s.Text))
}

// nameOf is what a key of course.yaml is called: the words for it, as long as may
// be, or the key.
func nameOf[T any](l *loader, e strictyaml.Entry[T], words string) string {
	return l.boundTitle(orName(words, e.Key), Pos{File: courseFile, Line: e.Line, Col: e.Col}, len(e.Key))
}

// boundTitle cuts a title that is too long, and reports it.
func (l *loader) boundTitle(title string, at Pos, length int) string {
	cut := cutTitle(title)
	if cut != title {
		l.warn(codeLongTitle, at, length, fmt.Sprintf("a title of %d letters; the first %d are kept", utf8.RuneCountInString(title), maxTitle),
			"say it in a few words, and the rest in the text")
	}
	return cut
}

// cutTitle cuts a title that is too long.
func cutTitle(title string) string {
	if len(title) <= maxTitle || utf8.RuneCountInString(title) <= maxTitle {
		return title
	}
	return strings.TrimSpace(string([]rune(title)[:maxTitle-1])) + "…"
}
