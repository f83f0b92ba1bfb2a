package course

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// sameShell reports whether a stated line and what was typed mean the same to
// a shell: the same words after quoting, in the same order, with the same
// pipes, redirections and expansions. It knows nothing of what a program makes
// of its flags. Lines that are no shell are compared word by word.
func sameShell(stated, typed *textForms) bool {
	if stated.straight == typed.straight {
		return true
	}
	want, ok := stated.shell()
	got, okTyped := typed.shell()
	if ok && okTyped {
		return want == got
	}
	return stated.plain == typed.plain
}

// shellForm rewrites a shell line so that lines with one meaning have one
// form. It reports false when the line cannot be parsed or runs nothing.
func shellForm(line string) (string, bool) {
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(line), "")
	if err != nil || len(file.Stmts) == 0 {
		return "", false
	}
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Word:
			n.Parts = shellWord(n.Parts)
		case *syntax.ParamExp: // $x is ${x}
			n.Short = false
		}
		return true
	})
	var b strings.Builder
	if err := syntax.NewPrinter(syntax.Minify(true)).Print(&b, file); err != nil {
		return "", false
	}
	return strings.TrimSpace(b.String()), true
}

// shellChar is one character of a word and whether quotes or a backslash took
// its special meaning.
type shellChar struct {
	r      rune
	quoted bool
}

// shellWord rewrites the parts of a word with one kind of quoting: a backslash
// before each character that needs it.
func shellWord(parts []syntax.WordPart) []syntax.WordPart {
	var out []syntax.WordPart
	var chars []shellChar
	flush := func() {
		if len(chars) > 0 {
			out = append(out, &syntax.Lit{Value: quoteShell(chars, len(out) == 0)})
			chars = nil
		}
	}
	for _, part := range parts {
		switch part := part.(type) {
		case *syntax.Lit:
			chars = append(chars, unescape(part.Value, false)...)
		case *syntax.SglQuoted:
			if part.Dollar {
				flush()
				out = append(out, part)
				continue
			}
			for _, r := range part.Value {
				chars = append(chars, shellChar{r, true})
			}
		case *syntax.DblQuoted:
			for _, in := range part.Parts {
				if lit, ok := in.(*syntax.Lit); ok {
					chars = append(chars, unescape(lit.Value, true)...)
					continue
				}
				flush()
				out = append(out, &syntax.DblQuoted{Parts: []syntax.WordPart{in}})
			}
		default:
			flush()
			out = append(out, part)
		}
	}
	flush()
	if len(out) == 0 {
		out = append(out, &syntax.Lit{Value: "''"})
	}
	return out
}

// unescape takes the backslashes out of literal text, inside double quotes or
// outside.
func unescape(s string, inside bool) []shellChar {
	var chars []shellChar
	escaped := false
	for _, r := range s {
		switch {
		case escaped && r == '\n': // a line that goes on
		case escaped && inside && !strings.ContainsRune("$`\"\\", r):
			chars = append(chars, shellChar{'\\', true}, shellChar{r, true})
		case escaped:
			chars = append(chars, shellChar{r, true})
		case r == '\\':
			escaped = true
			continue
		default:
			chars = append(chars, shellChar{r, inside})
		}
		escaped = false
	}
	if escaped {
		chars = append(chars, shellChar{'\\', true})
	}
	return chars
}

// quoteShell writes the characters of a word with backslashes. What expands
// stays bare: * and ?, ~ at the start, brackets and braces that are complete.
func quoteShell(chars []shellChar, start bool) string {
	var bare strings.Builder
	for _, c := range chars {
		if !c.quoted {
			bare.WriteRune(c.r)
		}
	}
	text := bare.String()
	sets := strings.Contains(text, "[") && strings.Contains(text, "]")
	braces := strings.Contains(text, "{") && strings.Contains(text, "}") &&
		(strings.Contains(text, ",") || strings.Contains(text, ".."))

	var b strings.Builder
	for i, c := range chars {
		expands := false
		switch c.r {
		case '*', '?':
			expands = true
		case '~':
			expands = start && i == 0
		case '[', ']':
			expands = sets
		case '{', '}':
			expands = braces
		}
		switch {
		case c.r == '\n':
			b.WriteString(`\n`)
			continue
		case expands && c.quoted, !expands && strings.ContainsRune(" \t\\'\"`$&|;<>()#!*?[]{}", c.r):
			b.WriteByte('\\')
		}
		b.WriteRune(c.r)
	}
	return b.String()
}
