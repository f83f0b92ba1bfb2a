package carpentries

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

var (
	liquidRoot    = regexp.MustCompile(`\{\{-?\s*(?:page\.root|site\.baseurl|site\.url|relative_root_path|site\.root)\s*-?\}\}/?`)
	liquidLink    = regexp.MustCompile(`\{%-?\s*link\s+([^\s%]+)\s*-?%\}`)
	liquidFigure  = regexp.MustCompile(`\{%-?\s*include\s+figure\.html\s+([^%]*?)-?%\}`)
	liquidComment = regexp.MustCompile(`(?s)\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}`)
	liquidRaw     = regexp.MustCompile(`\{%-?\s*(?:raw|endraw)\s*-?%\}`)
	liquidOther   = regexp.MustCompile(`\{%[^%\n]*%\}`)
	liquidValue   = regexp.MustCompile(`\{\{[^{}\n]*\}\}`)
	liquidName    = regexp.MustCompile(`([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))`)
)

// liquid writes what Jekyll fills in: the way to the top of the lesson, links to
// other pages, figures. first is the number of the first line of src.
func (s *source) liquid(src string, first int) string {
	if !strings.Contains(src, "{%") && !strings.Contains(src, "{{") {
		return src
	}
	src = liquidComment.ReplaceAllStringFunc(src, func(c string) string {
		return strings.Repeat("\n", strings.Count(c, "\n"))
	})
	lines := strings.Split(src, "\n")
	for i, l := range lines {
		if !strings.Contains(l, "{%") && !strings.Contains(l, "{{") {
			continue
		}
		l = liquidRaw.ReplaceAllString(l, "")
		l = liquidRoot.ReplaceAllString(l, "/")
		l = liquidLink.ReplaceAllString(l, "/$1")
		l = strings.ReplaceAll(l, "(//", "(/")
		l = liquidFigure.ReplaceAllStringFunc(l, figure)
		l = liquidOther.ReplaceAllStringFunc(l, func(tag string) string {
			if strings.Contains(tag, "links.md") {
				s.Count(first+i, "links that pages share", "they are kept in another file; what names them is text now")
				return ""
			}
			s.Add(first+i, tag, "it is filled in by the program that makes the pages")
			return ""
		})
		l = liquidValue.ReplaceAllStringFunc(l, func(v string) string {
			s.Add(first+i, v, "it is filled in by the program that makes the pages; it stands as it was written")
			return page.CodeSpan(v)
		})
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// figure writes an included figure as a picture with the words below it.
func figure(tag string) string {
	values := map[string]string{}
	for _, m := range liquidName.FindAllStringSubmatch(tag, -1) {
		values[m[1]] = m[2] + m[3] + m[4]
	}
	src := values["src"]
	if src == "" {
		src = values["url"]
	}
	if src == "" {
		return ""
	}
	s := "![" + strings.NewReplacer("[", "", "]", "").Replace(values["alt"]) + "](" + page.Dest(src) + ")"
	if values["caption"] != "" {
		s += " " + values["caption"]
	}
	return s
}
