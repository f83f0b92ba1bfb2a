package course

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isMarkdown reports whether a file is read for its text.
func isMarkdown(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// bareName is the name of a file or folder without number and extension:
// "lessons/02-branches.md" becomes "branches". A README or index has the name
// of its folder; a name of nothing but a number keeps it.
func bareName(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	if isIndex(file) && path.Dir(file) != "." {
		name = path.Base(path.Dir(file))
	}
	rest := strings.TrimLeft(name, "0123456789")
	for rest != name && len(rest) > 1 && strings.IndexByte("-_. ", rest[0]) >= 0 && isDigit(rest[1]) {
		rest = strings.TrimLeft(rest[1:], "0123456789")
	}
	if rest == name {
		return name
	}
	if bare := strings.TrimLeft(rest, "-_. )"); bare != "" && bare != rest {
		return bare
	}
	return name
}

// isIndex reports whether a file stands for its folder.
func isIndex(file string) bool {
	base := strings.ToLower(path.Base(file))
	return isMarkdown(base) && (strings.HasPrefix(base, "readme.") || strings.HasPrefix(base, "index."))
}

// idOfFile is the default id of a lesson.
func idOfFile(file string) string {
	if id := Slug(bareName(file)); id != "" {
		return id
	}
	return "lesson"
}

// titleOfName makes a title of a file's or folder's name: "three-places"
// becomes "Three places".
func titleOfName(file string) string {
	title := strings.Join(strings.FieldsFunc(bareName(file), func(r rune) bool {
		return r == '-' || r == '_' || unicode.IsSpace(r)
	}), " ")
	if title == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[size:]
}

// isBoilerplate reports whether a Markdown file is about the folder rather
// than part of a course, as far as its name tells.
func isBoilerplate(file string) bool {
	switch strings.TrimSuffix(path.Base(file), path.Ext(file)) {
	case "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS", "CONTRIBUTORS", "CONTRIBUTING", "MAINTAINERS",
		"CHANGELOG", "CODE_OF_CONDUCT", "CONDUCT", "SECURITY", "SUPPORT", "GOVERNANCE",
		"PULL_REQUEST_TEMPLATE", "ISSUE_TEMPLATE", "SUMMARY":
		return true
	}
	return path.Dir(file) == "." && strings.EqualFold(path.Base(file), "readme"+path.Ext(file))
}
