package course

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// answerCase is one row of testdata/answers.txt.
type answerCase struct {
	line  int
	q     *Question
	typed string
	want  string
}

func TestAnswers(t *testing.T) {
	rows := readAnswerCases(t, "testdata/answers.txt")
	if len(rows) < 220 {
		t.Errorf("only %d rows were read", len(rows))
	}
	for _, row := range rows {
		if got := outcomeOf(row.q, row.typed); got != row.want {
			t.Errorf("answers.txt:%d: %q\n got %s\nwant %s", row.line, row.typed, got, row.want)
		}
	}
}

// TestAnswersAreProved runs the proof on every question of the table.
func TestAnswersAreProved(t *testing.T) {
	seen := map[*Question]bool{}
	for _, row := range readAnswerCases(t, "testdata/answers.txt") {
		if seen[row.q] {
			continue
		}
		seen[row.q] = true
		for _, d := range proveAnswers(row.q) {
			if d.Severity == Error {
				t.Errorf("answers.txt:%d: %v", d.Pos.Line, d)
			}
		}
	}
}

// outcomeOf words a verdict as the table does.
func outcomeOf(q *Question, typed string) string {
	v, err := q.Grade(Answer{Text: typed})
	if errors.Is(err, ErrForm) {
		return "again: " + err.Error()
	}
	s := string(v.Outcome)
	if v.DidYouMean != "" {
		s += " " + v.DidYouMean
	}
	for _, r := range v.Replies {
		s += fmt.Sprintf(" \"%s\"", r.Text)
	}
	return s
}

func readAnswerCases(t testing.TB, file string) []answerCase {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(src), "\n# ")
	offset := strings.Count(string(src), "\n") - strings.Count(body, "\n")
	var rows []answerCase
	q := newTyped()
	stating := false
	for i, line := range strings.Split(body, "\n") {
		n := i + offset + 1
		switch {
		case strings.HasPrefix(line, "    "):
			stating = false
			typed, want, ok := strings.Cut(line[4:], " -> ")
			if !ok {
				t.Fatalf("%s:%d: no arrow", file, n)
			}
			rows = append(rows, answerCase{n, q, unhide(typed), want})
		case line == "" || strings.HasPrefix(line, "#") || i == 0:
			if !stating {
				q = newTyped()
			}
		default:
			stating = true
			if err := stateLine(q, line, n); err != nil {
				t.Fatalf("%s:%d: %v", file, n, err)
			}
		}
	}
	return rows
}

func newTyped() *Question {
	return &Question{ID: "q", Tries: 3, Typos: TyposPointOut, Form: &Typed{}}
}

// stateLine adds one line such as "Also: a, b > reply" to a question.
func stateLine(q *Question, line string, n int) error {
	f := q.Form.(*Typed)
	label, rest, _ := strings.Cut(line, ": ")
	text, reply, _ := strings.Cut(rest, " > ")
	if strings.Count(text, "`")%2 == 1 || strings.HasPrefix(rest, "`>") { // an arrow inside code
		text, reply = rest, ""
	}
	if label == "Otherwise" {
		f.Otherwise = Reply{Text: rest}
		return nil
	}
	accepts, diags := parseAccepts(text, label != "Answer", Pos{File: "q.md", Line: n, Col: len(label) + 3})
	switch label {
	case "Answer", "Also":
		f.Answers = append(f.Answers, withReply(accepts, reply)...)
	case "Close":
		f.Close = append(f.Close, withReply(accepts, reply)...)
	case "Not":
		f.Not = append(f.Not, withReply(accepts, reply)...)
	case "typos":
		q.Typos = TypoPolicy(rest)
		return nil
	case "asks":
		q.Prompt = rest
		return nil
	case "exact":
		f.ExactAccents, f.ExactCase = strings.Contains(rest, "accents"), strings.Contains(rest, "case")
		return nil
	default:
		return fmt.Errorf("unknown label %q", label)
	}
	if len(diags) > 0 {
		return fmt.Errorf("%v", diags)
	}
	return nil
}

func withReply(accepts []Accept, reply string) []Accept {
	for i := range accepts {
		accepts[i].Reply.Text = reply
	}
	return accepts
}

var hidden = regexp.MustCompile(`<(LF|TAB|NBSP|SP|U\+[0-9A-F]{4})>`)

// unhide puts in the characters that the table cannot show.
func unhide(s string) string {
	return hidden.ReplaceAllStringFunc(s, func(name string) string {
		switch name = name[1 : len(name)-1]; name {
		case "LF":
			return "\n"
		case "TAB":
			return "\t"
		case "NBSP":
			return "\u00a0"
		case "SP":
			return " "
		}
		n, _ := strconv.ParseUint(name[2:], 16, 32)
		return string(rune(n))
	})
}
