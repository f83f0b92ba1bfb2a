package course

import (
	"fmt"
	"strings"
	"testing"
)

func TestParseAccepts(t *testing.T) {
	for _, tt := range []struct {
		text string
		list bool
		want string // kind text [low high unit] | …
		code string // codes of the findings
	}{
		{"`$ git add .`", false, "shell git add .", ""},
		{"`$git`", false, "code $git", ""},
		{"`let`", false, "code let", ""},
		{"`` a`b ``", false, "code a`b", ""},
		{"Paris", false, "words Paris", ""},
		{"**Paris**", false, "words Paris", ""},
		{`C\+\+`, false, "words C++", ""},
		{"my_var", false, "words my_var", ""},
		{"AT&amp;T", false, "words AT&T", ""},
		{`"1984"`, false, "words 1984", ""},
		{"`/^v?1\\.2/`", false, `pattern ^v?1\.2`, ""},
		{"`/^v?1\\.2/i`", false, `pattern (?i)^v?1\.2`, ""},
		{"`/usr/bin/`", false, "code /usr/bin/", ""},
		{"`/build/`", false, "code /build/", ""},
		{"`/build/i`", false, "code /build/i", ""},
		{"`/(/`", false, "", "answer-pattern"},
		{"`/" + strings.Repeat("a+", 150) + "/`", false, "", "answer-pattern"},
		{"the `add` command", false, "words the add command", "answer-mixed"},
		{"`a`, `b`", false, "code a | code b", "answer-several"},
		{"blue, azure", false, "words blue, azure", "answer-several"},
		{"red, green, blue", false, "words red, green, blue", "answer-several"},
		{"colour/color", false, "words colour/color", "answer-several"},
		{`"blue, azure"`, false, "words blue, azure", ""},
		{"and/or", false, "words and/or", ""},
		{"a, b", false, "words a, b", ""},
		{"Yes, it is blue", false, "words Yes, it is blue", ""},
		{"blue, azure.", false, "words blue, azure.", ""},
		{"x1, x2", false, "words x1, x2", ""},
		{"", false, "", "answer-empty"},
		{strings.Repeat("1 m, ", 2000), true, "", "answer-long"},
		{" , ", true, "", "answer-empty"},
		{"`$ `", false, "", "answer-empty"},

		{"`$ git add -A`, `$ git add --all`", true, "shell git add -A | shell git add --all", ""},
		{"`f(a, b)`, `g`", true, "code f(a, b) | code g", ""},
		{"colour, color", true, "words colour | words color", ""},
		{"red,green", true, "words red | words green", ""},
		{`"Paris, France", Paris`, true, "words Paris, France | words Paris", ""},
		{`Paris\, France, Paris`, true, "words Paris, France | words Paris", ""},
		{"(3, 4), (4, 3)", true, "words (3, 4) | words (4, 3)", ""},
		{"1,000, 2,5, 7", true, "number 1,000 [1000 1000 ] | number 2,5 [2.5 2.5 ] | number 7 [7 7 ]", ""},
		{"No, it needs the network.", true, "words No, it needs the network.", ""},
		{"USA, U.S.A.", true, "words USA | words U.S.A.", ""},
		{"No, it has to go over the network", true, "words No | words it has to go over the network", "answer-comma"},
		{"東京、大阪", true, "words 東京 | words 大阪", ""},

		{"72", false, "number 72 [72 72 ]", ""},
		{"-5", false, "number -5 [-5 -5 ]", ""},
		{"−5", false, "number −5 [-5 -5 ]", ""},
		{"3.10", false, "number 3.10 [3.1 3.1 ]", ""},
		{"1,000", false, "number 1,000 [1000 1000 ]", ""},
		{"1.000,5", false, "number 1.000,5 [1000.5 1000.5 ]", ""},
		{"1,000.5", false, "number 1,000.5 [1000.5 1000.5 ]", ""},
		{"0,125", false, "number 0,125 [0.125 0.125 ]", ""},
		{"1 000 000", false, "number 1 000 000 [1e+06 1e+06 ]", ""},
		{"1'000", false, "number 1'000 [1000 1000 ]", ""},
		{"1_000", false, "number 1_000 [1000 1000 ]", ""},
		{"1e-3", false, "number 1e-3 [0.001 0.001 ]", ""},
		{"1.5×10³", false, "number 1.5×10³ [1500 1500 ]", ""},
		{"10^3", false, "number 10^3 [1000 1000 ]", ""},
		{"1/2", false, "number 1/2 [0.5 0.5 ]", ""},
		{"1 1/2", false, "number 1 1/2 [1.5 1.5 ]", ""},
		{"1½", false, "number 1½ [1.5 1.5 ]", ""},
		{"25%", false, "number 25% [25 25 %]", ""},
		{"9.81 m/s²", false, "number 9.81 m/s² [9.81 9.81 m/s^2]", ""},
		{"3 apples", false, "number 3 apples [3 3 apples]", ""},
		{"$5", false, "number $5 [5 5 $]", ""},
		{"9.81 ± 0.01", false, "number 9.81 ± 0.01 [9.8 9.82 ]", ""},
		{"9.81 +- 0.01", false, "number 9.81 +- 0.01 [9.8 9.82 ]", ""},
		{"9.81 +/- 0.01 m", false, "number 9.81 +/- 0.01 m [9.8 9.82 m]", ""},
		{"250 ± 10%", false, "number 250 ± 10% [225 275 ]", ""},
		{"25% ± 1", false, "number 25% ± 1 [24 26 %]", ""},
		{"3 to 4", false, "number 3 to 4 [3 4 ]", ""},
		{"3 – 4 kg", false, "number 3 – 4 kg [3 4 kg]", ""},
		{"3..4", false, "number 3..4 [3 4 ]", ""},
		{"-5 to -3", false, "number -5 to -3 [-5 -3 ]", ""},
		{"4 to 3", false, "number 4 to 3 [3 4 ]", "answer-number"},
		{"5 kg ± 100 g", false, "words 5 kg ± 100 g", "answer-number"},
		{"~5", false, "number ~5 [5 5 ]", "answer-number"},
		{"1 000kg", false, "number 1 000kg [1000 1000 kg]", ""},
		{"1/2kg", false, "number 1/2kg [0.5 0.5 kg]", ""},
		{"24/7/365", false, "words 24/7/365", ""},
		{"5 6 apples", false, "words 5 6 apples", ""},
		{"3 - 4", false, "words 3 - 4", "answer-number"},

		{"007", false, "words 007", ""},
		{"0x1F", false, "words 0x1F", ""},
		{"1.2.3", false, "words 1.2.3", ""},
		{"192.168.0.1", false, "words 192.168.0.1", ""},
		{"10:30", false, "words 10:30", ""},
		{"2024-05-01", false, "words 2024-05-01", ""},
		{"2nd", false, "words 2nd", ""},
		{"2x", false, "words 2x", ""},
		{"1 May", false, "words 1 May", ""},
		{"10 pm", false, "words 10 pm", ""},
		{"2 to the power", false, "words 2 to the power", ""},
		{"1e999", false, "words 1e999", ""},
		{"1/0", false, "words 1/0", ""},
	} {
		got, diags := parseAccepts(tt.text, tt.list, Pos{File: "a.md", Line: 3, Col: 11})
		var parts, codes []string
		for _, a := range got {
			s := fmt.Sprintf("%s %s", a.Kind, a.Text)
			if a.Kind == AnswerNumber {
				s += fmt.Sprintf(" [%.6g %.6g %s]", a.Low, a.High, a.Unit)
			}
			parts = append(parts, s)
		}
		for _, d := range diags {
			codes = append(codes, d.Code)
		}
		if s := strings.Join(parts, " | "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
		}
		if s := strings.Join(codes, " "); s != tt.code {
			t.Errorf("%s: findings %q, want %q", tt.text, s, tt.code)
		}
	}
}

func TestParseAcceptsPlaces(t *testing.T) {
	got, diags := parseAccepts("`a`, `/(/`,\n  c", true, Pos{File: "a.md", Line: 3, Col: 9})
	if len(got) != 2 || got[0].Pos != (Pos{"a.md", 3, 9}) || got[1].Pos != (Pos{"a.md", 4, 3}) {
		t.Errorf("answers at %+v", got)
	}
	if len(diags) != 1 || diags[0].Pos != (Pos{"a.md", 3, 14}) {
		t.Errorf("findings at %+v", diags)
	}
}
