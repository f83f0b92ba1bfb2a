package importtest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/cairn-learn/cairn/author/draft"
)

// NoWordLost holds that each word of some texts is as often in a course and its
// losses as in the texts.
func NoWordLost(t *testing.T, texts string, files map[string][]byte, losses []draft.Loss) {
	t.Helper()
	have := map[string]int{}
	for name, data := range files {
		if strings.HasSuffix(name, ".md") || name == "course.yaml" {
			count(have, string(data))
		}
	}
	for _, l := range losses {
		count(have, l.What)
	}
	want := map[string]int{}
	count(want, texts)
	var missing []string
	for word, n := range want {
		if have[word] < n {
			missing = append(missing, fmt.Sprintf("%s (%d of %d)", word, have[word], n))
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("%d words are lost: %s", len(missing), strings.Join(missing[:min(len(missing), 40)], ", "))
	}
}

// count counts the words of a text: letters and digits of any script. A place
// where a word may be divided is not seen, and not kept.
func count(into map[string]int, s string) {
	s = strings.ReplaceAll(s, "\u00ad", "")
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		into[strings.ToLower(word)]++
	}
}

var (
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
	runs    = regexp.MustCompile(`(?is)<(?:script|style)\b.*?</(?:script|style)>`)
	tag     = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?>`)
	ticked  = regexp.MustCompile("<[a-z]+(?:\\s+[\\w-]+=(?:\"[^\"<>]*\"))*?(?:\\s+[\\w-]+=\"[^\"<>`]*`[^\"]*\")(?:\\s+[\\w-]+=(?:\"[^\"<>]*\"))*\\s*/?>")
	alt     = regexp.MustCompile(`(?s)^.*?\balt="([^"]*)".*$`)
	leads   = regexp.MustCompile(`(?m)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|^ {0,3}\[[^\]\n]+\]:.*$`)
	fence   = regexp.MustCompile("(?ms)^([ >]*(?:[-*]|\\d+[.)])? *)```[^`\n]*\n(.*?)^[ >]*```+ *$|``[^\n]+?``|`[^`\n]+`")
)

// Visible is what of a page of Markdown a reader sees: without comments, tags,
// what a browser runs, and where links lead. It is made in another way than the
// importers make it. Code is seen as it is written.
func Visible(md string) string {
	md = strings.ReplaceAll(md, "\r\n", "\n")
	var b strings.Builder
	text := func(s string) {
		for _, form := range []*regexp.Regexp{runs, tag, leads} {
			s = form.ReplaceAllString(s, " ")
		}
		b.WriteString(s)
	}
	md = comment.ReplaceAllString(md, " ")
	md = ticked.ReplaceAllStringFunc(md, func(s string) string { // code in what a tag says of itself parts no text
		return alt.ReplaceAllString(s, " $1 ")
	})
	from := 0
	for _, at := range fence.FindAllStringSubmatchIndex(md, -1) {
		text(md[from:at[0]])
		if at[4] >= 0 {
			b.WriteString("\n" + md[at[4]:at[5]])
		} else {
			b.WriteString(md[at[0]:at[1]])
		}
		from = at[1]
	}
	text(md[from:])
	return b.String()
}
