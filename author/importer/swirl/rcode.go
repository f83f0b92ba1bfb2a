package swirl

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// tests is what the tests of an answer say, as far as they say it in words.
type tests struct {
	exprs    []string // expressions that are right
	values   []string // values that are right
	patterns []string // regular expressions that the answer matches
	others   []string // calls that only R can judge
}

// readTests reads AnswerTests: calls of R that are separated by semicolons.
func readTests(text string) tests {
	var t tests
	for _, source := range splitTop(text, ";\n") {
		source = strings.TrimSpace(source)
		name, args, ok := readCall(source)
		if source == "" {
			continue
		}
		before := len(t.exprs) + len(t.values) + len(t.patterns)
		switch {
		case !ok:
		case name == "omnitest":
			t.omnitest(args)
		case name == "any_of_exprs":
			for _, a := range args {
				if s, isText := constant(a.value); isText {
					t.exprs = append(t.exprs, s)
				}
			}
		case name == "val_matches":
			for _, a := range args {
				if s, isText := rString(a.value); isText {
					t.patterns = append(t.patterns, s)
				}
			}
		}
		if len(t.exprs)+len(t.values)+len(t.patterns) == before {
			t.others = append(t.others, oneLine(source))
		}
	}
	return t
}

// omnitest states an expression, a value, or both.
func (t *tests) omnitest(args []argument) {
	for i, a := range args {
		name := a.name
		if name == "" && i < 2 { // by their places
			name = []string{"correctExpr", "correctVal"}[i]
		}
		s, isText := constant(a.value)
		switch {
		case name == "correctExpr" && isText:
			t.exprs = append(t.exprs, s)
		case name == "correctVal" && (isText || isNumber(a.value) || a.value == "TRUE" || a.value == "FALSE"):
			if !isText {
				s = a.value
			}
			t.values = append(t.values, s)
		case name == "strict" || name == "eval_for_class" || name == "correctExpr" || name == "correctVal":
		default:
			t.others = append(t.others, oneLine("omnitest("+a.name+" = "+a.value+")"))
		}
	}
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSuffix(s, "L"), 64)
	return err == nil
}

// oneLine is code as a report names it.
func oneLine(code string) string {
	const longest = 80
	code = strings.Join(strings.Fields(code), " ")
	if len(code) > longest {
		cut := longest
		for cut > 0 && !utf8.RuneStart(code[cut]) {
			cut--
		}
		code = code[:cut] + "…"
	}
	return code
}

// argument is one of a call, by its name if it has one.
type argument struct{ name, value string }

var callName = regexp.MustCompile(`^[A-Za-z.][A-Za-z0-9._]*$`)

// readCall reads "name(a, b = c)".
func readCall(code string) (name string, args []argument, ok bool) {
	name, rest, ok := strings.Cut(code, "(")
	name = strings.TrimSpace(name)
	if !ok || !strings.HasSuffix(rest, ")") || !callName.MatchString(name) {
		return "", nil, false
	}
	for _, part := range splitTop(strings.TrimSuffix(rest, ")"), ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		a := argument{value: part}
		if key, value, has := strings.Cut(part, "="); has && callName.MatchString(strings.TrimSpace(key)) && !strings.HasPrefix(value, "=") {
			a = argument{strings.TrimSpace(key), strings.TrimSpace(value)}
		}
		args = append(args, a)
	}
	return name, args, true
}

// splitTop cuts code at separators that stand outside of strings, comments and
// brackets.
func splitTop(code, separators string) []string {
	var parts []string
	from, depth := 0, 0
	for i := 0; i < len(code); {
		n := tokenLen(code[i:])
		switch c := code[i]; {
		case n > 1: // a string or comment
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case depth <= 0 && strings.IndexByte(separators, c) >= 0:
			parts = append(parts, code[from:i])
			from = i + 1
		}
		i += n
	}
	return append(parts, code[from:])
}

// tokenLen is the length of the string or comment that code begins with, or 1.
func tokenLen(code string) int {
	switch c := code[0]; c {
	case '"', '\'', '`':
		for i := 1; i < len(code); i++ {
			switch code[i] {
			case '\\':
				i++
			case c:
				return i + 1
			}
		}
		return len(code)
	case '#':
		if end := strings.IndexByte(code, '\n'); end >= 0 {
			return max(end, 1)
		}
		return len(code)
	}
	return 1
}

// rString is the text of a string of R, if the code is one and nothing else.
func rString(code string) (string, bool) {
	if len(code) < 2 || code[0] != '"' && code[0] != '\'' || tokenLen(code) != len(code) || code[len(code)-1] != code[0] {
		return "", false
	}
	var b strings.Builder
	for s := code[1 : len(code)-1]; len(s) > 0; {
		if s[0] != '\\' || len(s) < 2 {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		switch s[1] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case '\\', '"', '\'', '`':
			b.WriteByte(s[1])
		default:
			b.WriteString(s[:2])
		}
		s = s[2:]
	}
	return b.String(), true
}

// maxExpr is how many bytes of code are looked at as one answer.
const maxExpr = 8 << 10

// constant is a string of R, or several that paste0 joins.
func constant(code string) (string, bool) {
	name, args, ok := readCall(code)
	if !ok || name != "paste0" {
		return rString(code)
	}
	var b strings.Builder
	for _, a := range args {
		s, isText := rString(a.value)
		if !isText || a.name != "" {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

// codeLine is R code on one line: comments go, and lines that R would read as
// expressions of their own are separated by semicolons.
func codeLine(code string) string {
	if len(code) > maxExpr {
		return code // too long to be an answer
	}
	var b strings.Builder
	depth := 0
	for i := 0; i < len(code); {
		n := tokenLen(code[i:])
		switch c := code[i]; {
		case c == '#':
		case n > 1:
			b.WriteString(strings.ReplaceAll(code[i:i+n], "\n", `\n`))
		case c == '\n' || c == '\r':
			if before := strings.TrimSpace(b.String()); depth <= 0 && before != "" && !goesOn(before, code[i:]) {
				b.WriteByte(';')
			}
			b.WriteByte(' ')
		default:
			if strings.IndexByte("([{", c) >= 0 {
				depth++
			} else if strings.IndexByte(")]}", c) >= 0 {
				depth--
			}
			b.WriteByte(c)
		}
		i += n
	}
	return strings.TrimRight(squeezed(b.String()), "; ")
}

var (
	openEnd   = regexp.MustCompile(`(?:%[^%\s]*%|[-+*/^=<>~!&|,:?;({\[]|\belse)$`)
	openStart = regexp.MustCompile(`^(?:%[^%\s]*%|\|>)`)
)

// goesOn reports whether an expression goes on behind the end of a line. A pipe
// that begins the next line is a slip that is forgiven.
func goesOn(before, after string) bool {
	after = strings.TrimSpace(after)
	last := before[max(0, len(before)-20):]
	return after == "" || openEnd.MatchString(last) || openStart.MatchString(after[:min(len(after), 20)])
}

// squeezed joins runs of spaces outside of strings.
func squeezed(code string) string {
	var b strings.Builder
	space := false
	for i := 0; i < len(code); {
		n := tokenLen(code[i:])
		if code[i] == ' ' || code[i] == '\t' {
			space = true
			i++
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(code[i : i+n])
		i += n
	}
	return b.String()
}

// bare is code without the spaces that mean nothing, to tell what is alike.
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); {
		n := tokenLen(code[i:])
		if n > 1 || code[i] != ' ' {
			b.WriteString(code[i : i+n])
		}
		i += n
	}
	return b.String()
}

// requoted is code with the other kind of quotes around its strings, if it has
// any and they hold no quotes.
func requoted(code string) (string, bool) {
	var b strings.Builder
	some := false
	for i := 0; i < len(code); {
		n := tokenLen(code[i:])
		token := code[i : i+n]
		if n > 1 && (token[0] == '"' || token[0] == '\'') {
			inner := token[1 : n-1]
			if strings.ContainsAny(inner, `"'\`) {
				return "", false
			}
			quote := `"`
			if token[0] == '"' {
				quote = `'`
			}
			token, some = quote+inner+quote, true
		}
		b.WriteString(token)
		i += n
	}
	return b.String(), some
}

// isSwirlCommand reports whether code is a command to swirl and not to R.
func isSwirlCommand(code string) bool {
	switch bare(code) {
	case "skip()", "nxt()", "play()", "main()", "bye()", "info()", "submit()":
		return true
	}
	return false
}

// pattern is a regular expression as a stated answer.
func pattern(source string) (draft.Accept, bool) {
	const longest = 256
	if len(source) > longest || strings.ContainsAny(source, "\n`") {
		return draft.Accept{}, false
	}
	if _, err := regexp.Compile(source); err != nil {
		return draft.Accept{}, false
	}
	return draft.Accept{Kind: course.AnswerPattern, Text: source}, true
}

// The code and emphasis that authors write into texts, although swirl shows
// them as they are.
var marked = regexp.MustCompile("`[^`\n]+`|\\*[\\pL\\pN][^*\n]*[\\pL\\pN]\\*|\\*[\\pL\\pN]\\*")

// markdown is a text of swirl as Markdown: an empty line begins a paragraph, and
// lines are filled.
func markdown(text string) string {
	var paragraphs []string
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			paragraphs = append(paragraphs, inlineMarkdown(strings.Join(lines, " ")))
		}
		lines = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return strings.Join(paragraphs, "\n\n")
}

func inlineMarkdown(line string) string {
	var b strings.Builder
	at := 0
	plain := func(s string) string {
		lead, tail := s[:len(s)-len(strings.TrimLeft(s, " "))], s[len(strings.TrimRight(s, " ")):]
		if lead == s {
			return s
		}
		return lead + draft.Plain(s) + tail
	}
	for _, m := range marked.FindAllStringIndex(line, -1) {
		b.WriteString(plain(line[at:m[0]]))
		word := line[m[0]:m[1]]
		if word[0] == '*' {
			word = "*" + draft.Plain(word[1:len(word)-1]) + "*"
		}
		b.WriteString(word)
		at = m[1]
	}
	b.WriteString(plain(line[at:]))
	return b.String()
}
