package fix

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// headWord is the first word of a heading, with a number and the marks behind it.
var headWord = regexp.MustCompile(`^([*_]{0,3})(\pL+)([*_]{0,3})(?: *#?\d{1,3}\b\.?)? *([:：.–—-]?[*_]{0,3}) *`)

// meantHeading writes the word that makes a question of a heading, and its colon:
// in the place of a word that was meant to be it, or in front of a heading that
// asks. A space that is missing behind the "#" is put there.
func meantHeading(s spot, d course.Diag) []Edit {
	text := s.marked()
	if edits := meantFence(s, d); edits != nil {
		return edits
	}
	if marks := len(text) - len(strings.TrimLeft(text, "#")); marks > 0 {
		return []Edit{{s.at + marks, s.at + marks, " "}}
	}
	if d.Meant == "" && strings.Contains(d.Hint, `"### "`) {
		return []Edit{{s.at, s.at, "### "}}
	}
	label, ok := strings.CutSuffix(d.Meant, ":")
	m := headWord.FindStringSubmatchIndex(text)
	if !ok || m == nil {
		return nil
	}
	word := text[m[4]:m[5]]
	switch {
	case course.IsQuestionWord(word) || course.Slip(word, label):
		if strings.ContainsAny(text[m[0]:m[1]], "*_") { // the marks stay in pairs
			return meantLabel(s, d)
		}
		return []Edit{{s.at, s.at + m[1], label + ": "}}
	case strings.HasSuffix(text, "?"):
		return []Edit{{s.at, s.at, label + ": "}}
	}
	return nil
}

// meantSaid mends a slip in "Hint:" or "Why:", or puts the mark of a quote in front
// of the paragraph that begins so.
func meantSaid(s spot, d course.Diag) []Edit {
	if d.Meant != "" {
		return meantLabel(s, d)
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		text := strings.TrimLeft(line, " \t")
		if text == "" || at > s.start && (strings.ContainsAny(text[:1], ">#`~|<") || item.MatchString(line)) {
			break
		}
		edits = append(edits, Edit{at, at + len(line) - len(text), "> "})
	}
	return edits
}

// meantFence mends a slip in what stands behind the signs of a block of code.
func meantFence(s spot, d course.Diag) []Edit {
	text := s.marked()
	info := strings.TrimLeft(text, "`~")
	words, meant := strings.Fields(info), strings.Fields(d.Meant)
	if info == text || len(words) == 0 || len(words) != len(meant) || len(words) > 2 {
		return nil
	}
	for i := range words {
		if words[i] != meant[i] && !course.Slip(words[i], meant[i]) {
			return nil
		}
	}
	from := s.at + strings.LastIndex(text, info) + len(info) - len(strings.TrimLeft(info, " \t"))
	return []Edit{{from, s.at + len(strings.TrimRight(text, " \t")), d.Meant}}
}
