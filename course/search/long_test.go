package search

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLongLines: of a line of any length the part around the first word found
// is told, with its marks, and not so much that drawing it takes time.
func TestLongLines(t *testing.T) {
	for name, text := range map[string]string{
		"all marks":     strings.Repeat("cat ", 100_000),
		"mark at last":  strings.Repeat("dog ", 100_000) + "cat",
		"no spaces":     strings.Repeat("é", 100_000) + ", cat " + strings.Repeat("é", 1000),
		"only joined":   strings.Repeat("+", 2000) + "cat" + strings.Repeat("猫", 2000),
		"one long word": "cat" + strings.Repeat("s", 5000),
		"a broken rune": strings.Repeat("\x80", 2000) + "cat" + strings.Repeat("\x80", 2000),
	} {
		got := Find("cat", 9, NewIndex([]Document{{Kind: KindText, Text: text}}))
		if len(got) != 1 || len(got[0].Line) > mostLine || len(got[0].Marks) == 0 || len(got[0].Marks) > mostLine/2 {
			t.Errorf("%s: found %d, with %d bytes and %d marks", name, len(got), len(got[0].Line), len(got[0].Marks))
			continue
		}
		r := got[0]
		if utf8.ValidString(text) && !utf8.ValidString(r.Line) {
			t.Errorf("%s: cut within a character: %q", name, r.Line)
		}
		for _, m := range r.Marks {
			if !strings.HasPrefix(r.Line[m.From:m.To], "c") {
				t.Errorf("%s: marks %q", name, r.Line[m.From:m.To])
			}
		}
	}
	short := fmt.Sprintf("one cat%s", strings.Repeat(".", 500))
	if got := Find("cat", 9, NewIndex([]Document{{Kind: KindText, Text: short}})); got[0].Line != short {
		t.Errorf("a line that is not long was cut: %q", got[0].Line)
	}
}

// TestTargetsThatNeverEnd: a target of a link ends nearby, or it is text; so no
// line is looked through again and again.
func TestTargetsThatNeverEnd(t *testing.T) {
	far := "[a](" + strings.Repeat("b", maxTarget) + ") end"
	for line, want := range map[string]string{
		"[a](b) c": "a c", "[a](b c": "a(b c", far: "a(" + far[4:],
		"[a](" + strings.Repeat("b", maxTarget-9) + ") end": "a end",
	} {
		if got := plainLine(line); got != want {
			t.Errorf("%.20q reads %.40q, want %.40q", line, got, want)
		}
	}
}

// TestMoreWordsThanAnIndexHolds: the first words are found, and it says that
// there were more.
func TestMoreWordsThanAnIndexHolds(t *testing.T) {
	docs := []Document{{Kind: KindText, Text: "one two three two"}, {Kind: KindText, Text: "three four one"}}
	all, some := newIndex(docs, 4), newIndex(docs, 3)
	if all.Cut() || !some.Cut() || (*Index)(nil).Cut() {
		t.Errorf("cut: %v and %v", all.Cut(), some.Cut())
	}
	for query, want := range map[string]int{"one": 2, "three": 2, "four": 0} {
		if got := len(Find(query, 9, some)); got != want {
			t.Errorf("%q is found in %d of them", query, got)
		}
	}
}
