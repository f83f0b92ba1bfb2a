package course

import (
	"strings"
	"testing"
)

func TestWriteDiags(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 30)
	for _, tt := range []struct {
		name string
		diag Diag
		want string
	}{
		{"a part of a line",
			Diag{Code: "yaml-unknown-key", Severity: Error, Pos: Pos{"lessons/one.md", 4, 5}, Len: 5, Line: "    promt: What?", Msg: `unknown key "promt"`, Hint: `did you mean "prompt"?`},
			`lessons/one.md:4:5: error: unknown key "promt" [yaml-unknown-key]
    4 |     promt: What?
      |     ^^^^^
      = did you mean "prompt"?
`},
		{"a place without a length and a hint",
			Diag{Code: "c", Severity: Warning, Pos: Pos{"a.md", 12345, 1}, Line: "x", Msg: "m"},
			`a.md:12345:1: warning: m [c]
12345 | x
      | ^
`},
		{"a file as a whole",
			Diag{Code: "crlf", Severity: Warning, Pos: Pos{File: "a.md"}, Msg: "m", Hint: "h"},
			"a.md: warning: m [crlf]\n      = h\n"},
		{"wide letters and marks before the place",
			Diag{Code: "c", Severity: Error, Pos: Pos{"a.md", 1, 13}, Len: 3, Line: "日本 e\u0301x 語", Msg: "m"},
			"a.md:1:13: error: m [c]\n    1 | 日本 e\u0301x 語\n      |         ^^\n"},
		{"tabs and control characters",
			Diag{Code: "c", Severity: Error, Pos: Pos{"a.md", 1, 3}, Len: 1, Line: "\t\x1bx\x07", Msg: "says \x1b[31m"},
			"a.md:1:3: error: says ␛[31m [c]\n    1 |  ␛x␇\n      |   ^\n"},
		{"the middle of a long line",
			Diag{Code: "c", Severity: Error, Pos: Pos{"a.md", 1, 101}, Len: 9, Line: long, Msg: "m"},
			"a.md:1:101: error: m [c]\n    1 | …" + long[50:170] + "…\n      | " + strings.Repeat(" ", 51) + strings.Repeat("^", 9) + "\n"},
		{"a place within a letter",
			Diag{Code: "c", Severity: Error, Pos: Pos{"a.md", 1, 3}, Len: 2, Line: "x日本", Msg: "m"},
			"a.md:1:3: error: m [c]\n    1 | x日本\n      |  ^^\n"},
		{"a place behind the line",
			Diag{Code: "c", Severity: Error, Pos: Pos{"a.md", 1, 9}, Len: 9, Line: "abc", Msg: "m"},
			"a.md:1:9: error: m [c]\n    1 | abc\n      |    ^\n"},
	} {
		var b strings.Builder
		if err := WriteDiags(&b, []Diag{tt.diag}); err != nil || b.String() != tt.want {
			t.Errorf("%s: error %v, got\n%s\nwant\n%s", tt.name, err, b.String(), tt.want)
		}
	}
}

func TestWriteDiagsJSON(t *testing.T) {
	diags := []Diag{
		{Code: "yaml-unknown-key", Severity: Error, Pos: Pos{"lessons/one.md", 4, 1}, Len: 5, Line: "titel: Saving a step", Msg: `unknown key "titel"`, Hint: `did you mean "title"?`},
		{Code: "crlf", Severity: Warning, Pos: Pos{File: "a.md"}, Msg: "m"},
		{Code: "c", Severity: Warning, Pos: Pos{"a.md", 1, 2}, Line: "\x1b\u009b\u202e\U000e0041é", Msg: "m"},
	}
	const want = `[
  {"file":"lessons/one.md","line":4,"column":1,"length":5,"severity":"error","code":"yaml-unknown-key","message":"unknown key \"titel\"","hint":"did you mean \"title\"?","text":"titel: Saving a step"},
  {"file":"a.md","line":0,"column":0,"length":0,"severity":"warning","code":"crlf","message":"m","text":""},
  {"file":"a.md","line":1,"column":2,"length":0,"severity":"warning","code":"c","message":"m","text":"\u001b\u009b\u202e\udb40\udc41é"}
]
`
	var b strings.Builder
	if err := WriteDiagsJSON(&b, diags); err != nil || b.String() != want {
		t.Errorf("error %v, got\n%s\nwant\n%s", err, b.String(), want)
	}
	b.Reset()
	if err := WriteDiagsJSON(&b, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("error %v, no findings are %q", err, b.String())
	}
}
