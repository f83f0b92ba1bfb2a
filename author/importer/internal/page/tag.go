package page

import (
	"strings"
)

// looksLikeTag reports whether a browser, and a reader of Markdown, would take
// what s begins with for a tag.
func looksLikeTag(s string) bool {
	name := tagName(s)
	return name != "" && strings.Contains(near(s), ">")
}

// tagName returns the name of the tag that s begins with, in lower case, or "".
func tagName(s string) string {
	i := 1
	if strings.HasPrefix(s, "</") {
		i = 2
	}
	from := i
	for i < len(s) && (letter(s[i]) || i > from && ('0' <= s[i] && s[i] <= '9' || s[i] == '-')) {
		i++
	}
	if i == from || i < len(s) && !strings.ContainsRune(" \t\n/>", rune(s[i])) {
		return ""
	}
	return strings.ToLower(s[from:i])
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// readTag reads the tag that s begins with, and returns its length, 0 where s ends
// before it, or -1 where it is none.
func readTag(s string) (Tag, int) {
	t := Tag{Name: tagName(s), Close: strings.HasPrefix(s, "</"), Attrs: map[string]string{}}
	if t.Name == "" {
		return t, -1
	}
	i := 1 + len(t.Name)
	if t.Close {
		i++
	}
	for {
		for i < len(s) && (space(s[i]) || s[i] == '/') {
			i++
		}
		if i >= len(s) {
			return t, 0
		}
		switch s[i] {
		case '>':
			return t, i + 1
		case '<':
			return t, -1
		}
		from := i
		for i < len(s) && !space(s[i]) && strings.IndexByte(">=/<", s[i]) < 0 {
			i++
		}
		name := strings.ToLower(s[from:i])
		i = afterSpace(s, i)
		if i >= len(s) || s[i] != '=' {
			if t.Attrs[name] = ""; name == "" {
				i++
			}
			continue
		}
		var value string
		if value, i = attrValue(s, i+1); i < 0 {
			return t, 0
		}
		t.Attrs[name] = value
	}
}

// attrValue reads the value of an attribute behind its sign of equality, and
// returns where it ends, or -1.
func attrValue(s string, i int) (string, int) {
	i = afterSpace(s, i)
	if i >= len(s) {
		return "", -1
	}
	if s[i] == '"' || s[i] == '\'' {
		end := strings.IndexByte(s[i+1:], s[i])
		if end < 0 {
			return "", -1
		}
		return s[i+1 : i+1+end], i + 1 + end + 1
	}
	from := i
	for i < len(s) && !space(s[i]) && s[i] != '>' {
		i++
	}
	return s[from:i], i
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// afterSpace is where the white space at i ends.
func afterSpace(s string, i int) int {
	for i < len(s) && space(s[i]) {
		i++
	}
	return i
}

// runs reports whether what a tag holds is for a browser and not for a reader.
func runs(name string) bool { return name == "script" || name == "style" }

// known reports whether a name is one of a tag of HTML, or of a picture drawn in
// it. Others may be types of a programming language.
func known(name string) bool {
	const names = " a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col colgroup" +
		" dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html" +
		" i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output" +
		" p picture pre progress q s samp script section select small source span strike strong style sub summary sup svg path g circle rect" +
		" table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr "
	return strings.Contains(names, " "+name+" ")
}
