package course

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxStated is how many bytes a line of stated answers may have.
const maxStated = 8000

// parseAccepts reads stated answers as they stand in Markdown: what follows
// "Answer:", "Also:", "Close:" or "Not:", or one alternative of a blank. With
// list, commas separate answers (see cutAnswers). pos is where text begins.
//
// One code span is a shell line when it begins with "$ ", a pattern when it
// stands between slashes, and code otherwise. Anything else is a number when
// it reads as one (see parseStatedNumber), and words otherwise. Quotation
// marks around it make it words whatever it holds.
func parseAccepts(text string, list bool, pos Pos) ([]Accept, []Diag) {
	if len(text) > maxStated {
		return nil, []Diag{{Code: codeAnswerLong, Severity: Error, Pos: pos,
			Msg: fmt.Sprintf("a line of answers has at most %d characters", maxStated), Hint: "state shorter answers, or put them on several lines"}}
	}
	var accepts []Accept
	var diags []Diag
	items := []span{{0, len(text)}}
	if list {
		items = cutAnswers(text)
	} else if spans := cutAnswers(text); len(spans) > 1 && allCode(text, spans) {
		items = spans
		diags = append(diags, Diag{Code: codeAnswerSeveral, Severity: Warning, Pos: pos, Len: len(text),
			Msg:  "several answers stand where one is expected; all of them are accepted",
			Hint: "keep the first, which is the one shown, and put the others after \"Also:\""})
	}
	for _, it := range items {
		if len(accepts) > maxEntries { // the question is told that it has too many
			break
		}
		raw := strings.TrimSpace(text[it.start:it.end])
		if raw == "" {
			continue
		}
		at := shift(pos, text, it.start+strings.Index(text[it.start:it.end], raw))
		a, ds := parseAccept(raw, at)
		if list { // where answers stand side by side, this one was meant whole
			ds = slices.DeleteFunc(ds, func(d Diag) bool { return d.Code == codeAnswerSeveral })
		}
		diags = append(diags, ds...)
		if a.Kind != "" {
			accepts = append(accepts, a)
		}
		if list && len(items) > 1 && a.Kind == AnswerWords && raw[0] != '"' && len(strings.Fields(raw)) > 5 {
			diags = append(diags, Diag{Code: codeAnswerComma, Severity: Warning, Pos: at, Len: len(raw),
				Msg:  fmt.Sprintf("the commas make %d answers of this line, and this is one of them: %q", len(items), raw),
				Hint: "put quotation marks around an answer that has a comma of its own, or give it a line of its own"})
		}
	}
	if len(accepts) == 0 && len(diags) == 0 {
		diags = append(diags, Diag{Code: codeAnswerEmpty, Severity: Error, Pos: pos,
			Msg: "the answer is empty", Hint: "write what a learner should type, such as `$ git status`, 42 or Paris"})
	}
	return accepts, diags
}

// parseAccept reads one stated answer. The Accept has no kind when it cannot
// be used.
func parseAccept(raw string, at Pos) (Accept, []Diag) {
	if code, ok := codeSpan(raw); ok {
		return parseCodeAnswer(code, raw, at)
	}
	if inner, ok := quoted(raw); ok {
		return Accept{Kind: AnswerWords, Text: plainWords(inner), Pos: at}, nil
	}
	words := plainWords(raw)
	if n, ok := parseStatedNumber(words); ok {
		a := Accept{Kind: AnswerNumber, Text: words, Low: n.low, High: n.high, Unit: n.unit, Pos: at}
		if n.low > n.high {
			a.Low, a.High = n.high, n.low
			return a, []Diag{{Code: codeAnswerNumber, Severity: Error, Pos: at, Len: len(raw),
				Msg: fmt.Sprintf("the range %q runs backwards", words), Hint: "write the smaller number first"}}
		}
		if strings.ContainsAny(words, "~≈") {
			return a, []Diag{{Code: codeAnswerNumber, Severity: Warning, Pos: at, Len: len(raw),
				Msg: fmt.Sprintf("%q accepts this very number only", words), Hint: "say how near is near enough, like 5 ± 0.5"}}
		}
		return a, nil
	}
	return Accept{Kind: AnswerWords, Text: words, Pos: at}, doubtsAboutWords(words, raw, at)
}

// parseCodeAnswer reads what stood in a code span.
func parseCodeAnswer(code, raw string, at Pos) (Accept, []Diag) {
	if line, ok := strings.CutPrefix(code, "$"); ok && (line == "" || line[0] == ' ' || line[0] == '\t') {
		line = strings.TrimSpace(line)
		if line == "" {
			return Accept{}, []Diag{{Code: codeAnswerEmpty, Severity: Error, Pos: at, Len: len(raw),
				Msg: "there is no command after the $", Hint: "write the command, such as `$ git status`"}}
		}
		return Accept{Kind: AnswerShell, Text: line, Pos: at}, nil
	}
	if pattern, ok := patternText(code); ok {
		if _, err := compilePattern(pattern); err != nil {
			return Accept{}, []Diag{{Code: codeAnswerPattern, Severity: Error, Pos: at, Len: len(raw),
				Msg:  fmt.Sprintf("the pattern cannot be used: %v", err),
				Hint: "a pattern is a regular expression of at most 256 characters; (?=…), (?!…), (?<=…) and \\1 are not known"}}
		}
		return Accept{Kind: AnswerPattern, Text: pattern, Pos: at}, nil
	}
	return Accept{Kind: AnswerCode, Text: code, Pos: at}, nil
}

// doubtsAboutWords warns about words that were probably meant as something else.
func doubtsAboutWords(words, raw string, at Pos) []Diag {
	switch {
	case strings.IndexAny(raw, "\"„“«") == 0:
		return []Diag{{Code: codeAnswerMixed, Severity: Warning, Pos: at, Len: len(raw),
			Msg: "this quotation mark is never closed", Hint: "close it at the end of the answer, or leave it out"}}
	case severalWords(words):
		return []Diag{{Code: codeAnswerSeveral, Severity: Warning, Pos: at, Len: len(raw),
			Msg:  fmt.Sprintf("%q is one answer, and a learner has to type all of it", words),
			Hint: "write one answer here and the others behind \"Also:\", with commas; if all of it is meant, put quotation marks around it"}}
	case wordRange(words):
		return []Diag{{Code: codeAnswerNumber, Severity: Warning, Pos: at, Len: len(raw),
			Msg:  fmt.Sprintf("%q is compared as words, not as a range of numbers", words),
			Hint: "for a range write it like 3.5 to 4; if words are meant, put quotation marks around them"}}
	case strings.Contains(raw, "`"):
		return []Diag{{Code: codeAnswerMixed, Severity: Warning, Pos: at, Len: len(raw),
			Msg:  "code with words around it is compared as words: a learner has to type all of it",
			Hint: "put the whole answer between backticks, or leave the backticks out"}}
	case strings.Contains(words, "±") || strings.Contains(words, "+-") && strings.ContainsAny(words, "0123456789"):
		return []Diag{{Code: codeAnswerNumber, Severity: Error, Pos: at, Len: len(raw),
			Msg:  fmt.Sprintf("%q cannot be read as a number with a tolerance", words),
			Hint: "write it like 9.81 ± 0.01, 250 ± 10% or 9.81 ± 0.01 m/s²"}}
	case hyphenRange(words):
		return []Diag{{Code: codeAnswerNumber, Severity: Warning, Pos: at, Len: len(raw),
			Msg:  fmt.Sprintf("%q is compared as words, not as a range of numbers", words),
			Hint: "for a range write it like 3 to 4; if words are meant, put quotation marks around them"}}
	}
	return nil
}

// span is a part of a text, in bytes.
type span struct{ start, end int }

// cutAnswers cuts a list of answers at its commas. A comma does not cut
// inside a code span, quotation marks or brackets, between two digits, or
// after a backslash; and a sentence (four words or more that end like one)
// stays whole.
func cutAnswers(text string) []span {
	if isSentence(text) {
		return []span{{0, len(text)}}
	}
	var spans []span
	start, depth := 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\\':
			i += size
			_, size = utf8.DecodeRuneInString(text[i:])
		case r == '`':
			size = codeSpanLen(text[i:])
		case openQuote(r) != 0 && strings.TrimSpace(text[start:i]) == "":
			size = quotedLen(text[i:])
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth = max(0, depth-1)
		case strings.ContainsRune(",，、،", r) && depth == 0 && !insideNumber(text, i, size):
			spans = append(spans, span{start, i})
			start = i + size
		}
		if size == 0 { // a backslash at the very end
			break
		}
		i += size
	}
	return append(spans, span{start, len(text)})
}

// insideNumber reports whether the comma at i stands between two digits.
func insideNumber(text string, i, size int) bool {
	return i > 0 && i+size < len(text) && isDigit(text[i-1]) && isDigit(text[i+size])
}

// isSentence reports whether text reads as one sentence rather than a list.
func isSentence(text string) bool {
	text = strings.TrimSpace(text)
	words := strings.Fields(text)
	if len(words) < 4 || strings.Contains(text, "`") {
		return false
	}
	last := words[len(words)-1]
	body := strings.TrimRight(last, ".!?。")
	return body != last && !strings.Contains(body, ".")
}

// allCode reports whether each of the spans is one code span.
func allCode(text string, spans []span) bool {
	for _, s := range spans {
		if _, ok := codeSpan(strings.TrimSpace(text[s.start:s.end])); !ok {
			return false
		}
	}
	return true
}

// codeSpan returns the content of s when s is exactly one code span.
func codeSpan(s string) (string, bool) {
	if s == "" || s[0] != '`' || codeSpanLen(s) != len(s) {
		return "", false
	}
	ticks := len(s) - len(strings.TrimLeft(s, "`"))
	if len(s) <= 2*ticks {
		return "", false
	}
	in := strings.ReplaceAll(s[ticks:len(s)-ticks], "\n", " ")
	if len(in) > 2 && in[0] == ' ' && in[len(in)-1] == ' ' && strings.TrimSpace(in) != "" {
		in = in[1 : len(in)-1]
	}
	return in, true
}

// codeSpanLen returns the length of the code span that s begins with, or of
// its run of backticks when it is never closed.
func codeSpanLen(s string) int {
	ticks := len(s) - len(strings.TrimLeft(s, "`"))
	for i := ticks; i < len(s); {
		if s[i] != '`' {
			i++
			continue
		}
		run := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		i += run
		if run == ticks {
			return i
		}
	}
	return ticks
}

// openQuote returns the mark that closes r, or 0 when r opens no quotation.
func openQuote(r rune) rune {
	switch r {
	case '"':
		return '"'
	case '“', '„':
		return '”'
	case '«':
		return '»'
	case '「':
		return '」'
	}
	return 0
}

// quotedLen returns the length of the quotation that s begins with, or of its
// first rune when it is never closed.
func quotedLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if i := strings.IndexRune(s[size:], openQuote(r)); i >= 0 {
		return size + i + utf8.RuneLen(openQuote(r))
	}
	return size
}

// quoted returns what stands between the quotation marks around s.
func quoted(s string) (string, bool) {
	r, size := utf8.DecodeRuneInString(s)
	end := openQuote(r)
	if end == 0 || quotedLen(s) != len(s) || len(s) <= size+utf8.RuneLen(end) {
		return "", false
	}
	in := strings.TrimSpace(s[size : len(s)-utf8.RuneLen(end)])
	return in, in != ""
}

// plainWords takes the Markdown out of words: escapes, entities, backticks,
// and emphasis around the whole.
func plainWords(s string) string {
	for _, mark := range []string{"**", "__", "*", "_"} {
		in, left := strings.CutPrefix(s, mark)
		in, right := strings.CutSuffix(in, mark)
		if left && right && in != "" && !strings.Contains(in, mark) && !strings.HasSuffix(in, `\`) {
			s = in
		}
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && (unicode.IsPunct(rune(s[i+1])) || unicode.IsSymbol(rune(s[i+1]))) {
			i++
		} else if s[i] == '`' {
			continue
		}
		b.WriteByte(s[i])
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

// shift moves pos to the byte at offset in text, which begins at pos.
func shift(pos Pos, text string, offset int) Pos {
	before := text[:offset]
	if n := strings.Count(before, "\n"); n > 0 {
		pos.Line += n
		pos.Col = offset - strings.LastIndexByte(before, '\n')
		return pos
	}
	pos.Col += offset
	return pos
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// severalWords reports an answer that is probably two: "yeast or sourdough" and
// "yeast; Yeast".
func severalWords(words string) bool {
	if strings.Contains(words, "; ") && len(strings.Fields(words)) <= 4 {
		return true
	}
	if shortAlternatives(words) {
		return true
	}
	fields := strings.Fields(words)
	return len(fields) == 3 && (fields[1] == "or" || fields[1] == "oder" || fields[1] == "ou")
}

// shortAlternatives reports single words, of letters only, with commas between them,
// as in "blue, azure", or two spellings with a slash, as in "colour/color".
func shortAlternatives(words string) bool {
	parts := strings.Split(words, ", ")
	if len(parts) == 1 {
		parts = strings.Split(words, "/")
		if len(parts) != 2 || !Slip(parts[0], parts[1]) {
			return false
		}
	}
	const fewest, most = 3, 20
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		n := utf8.RuneCountInString(part)
		return n < fewest || n > most || strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
	})
}

// wordRange reports two numbers with a word of another language between them.
func wordRange(words string) bool {
	for _, to := range []string{" bis ", " hasta ", " à ", " until ", " through "} {
		left, right, ok := strings.Cut(words, to)
		if _, low := parseNumber(left); ok && low {
			_, high := parseNumber(right)
			return high
		}
	}
	return false
}
