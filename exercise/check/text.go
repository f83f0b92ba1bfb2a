package check

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/wall"
)

// expectText compares a text with one expectation. Names that are not about text
// are left to those who know them.
func (t *trial) expectText(name string, e course.Expectation, text string) {
	missing := Found{Expect: e}
	switch name {
	case "contains":
		if !strings.Contains(text, unified(e.Text)) {
			missing.Code, missing.Got = Missing, firstLine(text)
		}
	case "not":
		if strings.Contains(text, unified(e.Text)) {
			missing.Code = Unwanted
		}
	case "matches":
		if !e.Pattern().MatchString(text) {
			missing.Code, missing.Got = NoMatch, firstLine(text)
		}
	case "equals":
		if strings.TrimSpace(text) != strings.TrimSpace(unified(e.Text)) {
			missing.Code = Differs
			missing.Count, missing.Got = firstDifference(text, e.Text)
		}
	case "lines":
		if n := lines(text); !e.Range().Holds(n) {
			missing.Code, missing.Count = Lines, n
		}
	case "json":
		missing = t.json(e, text)
	}
	if missing.Code != "" {
		t.fail(missing)
	}
}

// json compares what stands at a path of a JSON text.
func (t *trial) json(e course.Expectation, text string) Found {
	var at any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&at); err != nil {
		return Found{Code: NotJSON, Expect: e, Got: firstLine(text)}
	}
	names, want, compared := e.JSON()
	for _, name := range names {
		ok := false
		switch in := at.(type) {
		case map[string]any:
			at, ok = in[name]
		case []any:
			if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(in) {
				at, ok = in[i], true
			}
		}
		if !ok {
			return Found{Code: NoValue, Expect: e}
		}
	}
	if got := jsonText(at); compared && got != want && got != strings.Trim(want, `"`) {
		return Found{Code: Differs, Expect: e, Got: got}
	}
	return Found{}
}

// jsonText is a value of JSON as an author writes it.
func jsonText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

// plain is what a program wrote, with line ends as everywhere and no bytes that are
// not UTF-8. It is compared, and not shown.
func plain(data []byte) string { return unified(strings.ToValidUTF8(string(data), "\ufffd")) }

func unified(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// lines counts lines; a last one without a line feed is one.
func lines(s string) int {
	if s == "" {
		return 0
	}
	n := strings.Count(s, "\n")
	if !strings.HasSuffix(s, "\n") {
		n++
	}
	return n
}

// firstDifference is the first line of a text that is not that of another, and its
// number.
func firstDifference(text, want string) (n int, line string) {
	got, expected := strings.Split(strings.TrimSpace(text), "\n"), strings.Split(strings.TrimSpace(unified(want)), "\n")
	for i, line := range got {
		if i >= len(expected) || line != expected[i] {
			return i + 1, line
		}
	}
	return len(got) + 1, ""
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// clip cuts a text at so many characters.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

// brief is what was found as it can be shown in a sentence.
func brief(s string) string {
	line := textsafe.Line(clip(s, maxGot))
	if len([]rune(s)) > maxGot {
		line += "…"
	}
	return line
}

// shown is the output of a command as it can be shown: first what it wrote, then
// its errors, of each the beginning.
func shown(r wall.Result) string {
	var parts []string
	for _, out := range [][]byte{r.Stdout, r.Stderr} {
		text := strings.TrimRight(plain(out), "\n")
		cut := clip(text, maxOutput)
		if cut != text || r.Cut {
			cut += "\n…"
		}
		if strings.TrimSpace(text) != "" {
			parts = append(parts, textsafe.Text(cut))
		}
	}
	return strings.Join(parts, "\n")
}
