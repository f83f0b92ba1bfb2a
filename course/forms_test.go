package course

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	src, err := os.ReadFile("testdata/forms.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(src), "\n\n")
	rows := 0
	for at, block := range blocks {
		lines := strings.Split(strings.TrimRight(block, "\n"), "\n")
		q := newForm(lines[0])
		if q == nil {
			continue
		}
		before := strings.Count(strings.Join(blocks[:at], "\n\n"), "\n") + 3
		for i, line := range lines[1:] {
			if !strings.HasPrefix(line, "    ") {
				addFormPart(t, q, line)
				continue
			}
			if rows++; i > 0 && !strings.HasPrefix(lines[i], "    ") {
				proveForm(t, q, before+i)
			}
			given, want, _ := strings.Cut(line[4:], " -> ")
			if got := formOutcome(q, given); got != want {
				t.Errorf("forms.txt:%d: %s\n got %s\nwant %s", before+i+1, given, got, want)
			}
		}
	}
	if rows < 50 {
		t.Errorf("only %d rows were read", rows)
	}
}

func proveForm(t *testing.T, q *Question, line int) {
	t.Helper()
	for _, d := range proveAnswers(q) {
		t.Errorf("forms.txt:%d: %v", line, d)
	}
	if v, err := q.Grade(q.Solution()); err != nil || v.Outcome != Right || v.Score != 1 {
		t.Errorf("forms.txt:%d: the solution %v gets %+v, %v", line, q.Solution(), v, err)
	}
}

// newForm returns an empty question, or nil when the line begins none.
func newForm(line string) *Question {
	kind, reply, _ := strings.Cut(line, " > ")
	q := &Question{ID: "q", Tries: 3, Typos: TyposPointOut}
	switch kind {
	case "choose one", "choose many":
		q.Form = &Options{Many: kind == "choose many"}
	case "order":
		q.Form = &Order{Reply: Reply{Text: reply}}
	case "match":
		q.Form = &Match{Reply: Reply{Text: reply}}
	case "blanks":
		q.Form = &Blanks{Reply: Reply{Text: reply}}
	default:
		return nil
	}
	return q
}

func addFormPart(t *testing.T, q *Question, line string) {
	t.Helper()
	switch f := q.Form.(type) {
	case *Options:
		text, reply, _ := strings.Cut(line[4:], " > ")
		f.List = append(f.List, Option{Text: text, Right: line[1] == 'x', DontKnow: line[1] == '?', Reply: Reply{Text: reply}})
	case *Order:
		_, text, _ := strings.Cut(line, ". ")
		f.Items = append(f.Items, text)
	case *Match:
		left, right, _ := strings.Cut(line, " = ")
		f.Pairs = append(f.Pairs, Pair{left, right})
	case *Blanks:
		var b Blank
		for _, text := range strings.Split(strings.Trim(line, "[]"), "|") {
			accepts, diags := parseAccepts(text, false, Pos{})
			if len(diags) > 0 {
				t.Fatalf("%s: %v", line, diags)
			}
			b.Accept = append(b.Accept, accepts...)
		}
		f.List = append(f.List, b)
	}
}

func formOutcome(q *Question, given string) string {
	var a Answer
	switch {
	case given == "don't know":
		a.DontKnow = true
	case given != "":
		a.Items = strings.Split(given, " ; ")
	}
	v, err := q.Grade(a)
	if errors.Is(err, ErrForm) {
		return "again: " + err.Error()
	}
	s := fmt.Sprintf("%s %.2f ", v.Outcome, v.Score)
	for _, p := range v.Parts {
		switch {
		case p.OK:
			s += "+"
		case p.Spelling:
			s += "~"
		case p.Given == "":
			s += "-"
		default:
			s += "x"
		}
	}
	if v.DidYouMean != "" {
		s += " " + v.DidYouMean
	}
	for _, r := range v.Replies {
		s += fmt.Sprintf(" %q", r.Text)
	}
	return strings.TrimRight(s, " ")
}
