package course

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestProve(t *testing.T) {
	src, err := os.ReadFile("testdata/prove.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(src), "\n\n")
	checked := 0
	for _, block := range blocks {
		if !strings.HasPrefix(block, "Answer: ") {
			continue
		}
		checked++
		q := newTyped()
		var want, got []string
		for i, line := range strings.Split(strings.TrimRight(block, "\n"), "\n") {
			if finding, ok := strings.CutPrefix(line, "    "); ok {
				want = append(want, finding)
			} else if err := stateLine(q, line, i+1); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		for _, d := range proveAnswers(q) {
			got = append(got, fmt.Sprintf("%s %s %d: %s", d.Code, d.Severity, d.Pos.Line, d.Msg))
			if d.Hint == "" {
				t.Errorf("%s\nno cure for %v", block, d)
			}
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s\n got %s", block, g)
		}
	}
	if checked < 25 {
		t.Errorf("only %d blocks were read", checked)
	}
}

func TestProveOptions(t *testing.T) {
	for _, tt := range []struct {
		name string
		form Form
		want string
	}{
		{"different", &Options{List: []Option{{Text: "`let`", Right: true}, {Text: "`Let`"}}}, ""},
		{"looks the same", &Options{List: []Option{{Text: "don't", Right: true}, {Text: "don’t"}}}, codeAnswerTwice},
		{"two right, one allowed", &Options{List: []Option{{Text: "a", Right: true}, {Text: "b", Right: true}}}, codeAnswerRefused},
		{"nothing right is for the reader", &Options{List: []Option{{Text: "a"}}}, ""},
		{"one left side, two right sides", &Match{Pairs: []Pair{{"a", "1"}, {"a", "2"}}}, codeAnswerTwice},
		{"two left sides, one right side", &Match{Pairs: []Pair{{"a", "1"}, {"b", "1"}}}, ""},
		{"a blank that its own check refuses", &Blanks{List: []Blank{{Accept: []Accept{{Kind: AnswerWords, Text: " "}}}}}, codeAnswerRefused},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var codes []string
			for _, d := range proveAnswers(&Question{Form: tt.form, Typos: TyposPointOut}) {
				codes = append(codes, d.Code)
			}
			if got := strings.Join(codes, " "); got != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}
