package trust_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/exercise/trust"
)

// TestCommandsAreShownAsTheyAre holds to it that nothing in a command can fake
// what is around it.
func TestCommandsAreShownAsTheyAre(t *testing.T) {
	cases := []struct{ text, want string }{
		{"wc -l recipe.txt | grep -q '^ *3'", "wc -l recipe.txt | grep -q '^ *3'"},
		{`printf 'a\nb'`, `printf 'a\nb'`},
		{"echo Käse 日本", "echo Käse 日本"},
		{"true\rrm -rf ~", "true<U+000D>rm -rf ~"},
		{"\x1b[2J\x1b[HRun? [y/N]", "<U+001B>[2J<U+001B>[HRun? [y/N]"},
		{"a\u009b2Jb", "a<U+009B>2Jb"},
		{"a\tb\x00c\x7f", "a<U+0009>b<U+0000>c<U+007F>"},
		{"x \u202eexe.txt\u202c", "x <U+202E>exe.txt<U+202C>"},
		{"x\u2066y\u200bz\ufeff", "x<U+2066>y<U+200B>z<U+FEFF>"},
		{"ls\u00a0-l\u2003\u3000", "ls<U+00A0>-l<U+2003><U+3000>"},
		{"a\u2028b\u0085c", "a<U+2028>b<U+0085>c"},
		{"e\u0301" + strings.Repeat("\u0300", 3), "e<U+0301><U+0300><U+0300><U+0300>"},
		{"\U000e0041\u2800\u3164", "<U+E0041><U+2800><U+3164>"},
		{"ls" + strings.Repeat(" ", 300) + "; rm x", "ls<300 spaces>; rm x"},
		{"bad \xff byte", "bad <U+FFFD> byte"},
		{"rm \u2010rf \u2212x \u2013y", "rm <U+2010>rf <U+2212>x <U+2013>y"},
		{"echo \u201cx\u201d \u2018y\u2019 \u00abz\u00bb", "echo <U+201C>x<U+201D> <U+2018>y<U+2019> <U+00AB>z<U+00BB>"},
		{"true\uff1b ls\u037e x \u01c0 y \u2223 z\u2024", "true<U+FF1B> ls<U+037E> x <U+01C0> y <U+2223> z<U+2024>"},
		{"p\u0430th=\u03bf1 \U0001d42bm", "p<U+0430>th=ο1 <U+1D42B>m"},
		{"cat Übung.txt рецепт.txt ψωμί 練習.txt naïve-ﬁle", "cat Übung.txt рецепт.txt ψωμί 練習.txt naïve-<U+FB01>le"},
		{"echo 5 € ½ 🍞 ¿qué?", "echo 5 € ½ 🍞 ¿qué?"},
	}
	for _, c := range cases {
		if got := trust.Escape(c.text); got != c.want {
			t.Errorf("%q is shown as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLines(t *testing.T) {
	r := bread()
	r.Commands = []trust.Command{{For: "setup", Text: "git init -q\nRun? [y/N] y\n"}, {For: "check\x1b", Text: "true"}}
	want := []trust.Line{{1, "setup", "git init -q"}, {0, "", "Run? [y/N] y"}, {2, "check<U+001B>", "true"}}
	if got := r.Lines(); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestTheSameIsShownOnce shows what several checks run in the same words once, and what
// is run for something else again. What is agreed to is all that runs.
func TestTheSameIsShownOnce(t *testing.T) {
	r := bread()
	r.Commands = []trust.Command{
		{For: "setup", Text: "git init -q"}, {For: "setup", Text: "git init -q"}, {For: "check", Text: "ls\nls\n"}, {For: "check", Text: "git init -q"}, {For: "check", Text: "ls\nls\n"},
	}
	want := []trust.Line{{1, "setup", "git init -q"}, {3, "check", "ls"}, {0, "", "ls"}, {4, "check", "git init -q"}}
	if got := r.Lines(); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	less := r
	less.Commands = r.Commands[:4]
	if less.Key() == r.Key() {
		t.Error("what is run once more is agreed to with the rest")
	}
}

// TestEscapedTextIsHarmless: whatever a command holds, a line of it is one line
// of letters that can be seen, and every byte of it has left a trace.
func TestEscapedTextIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		got := trust.Escape(text)
		for _, r := range got {
			if r != ' ' && unicode.In(r, unicode.C, unicode.Z, unicode.M) {
				t.Fatalf("%q is shown as %q", text, got)
			}
		}
		if text != "" && got == "" {
			t.Fatalf("%q is not shown", text)
		}
	})
}

// TestTabsAreArrowsWhereALineBegins shows code as its author sees it, and every
// other tab by its number.
func TestTabsAreArrowsWhereALineBegins(t *testing.T) {
	r := trust.Request{Commands: []trust.Command{{For: "test", Text: "func f() {\n\t\tg(\t1)\n}\n"}}}
	want := []string{"func f() {", "→   →   g(<U+0009>1)", "}"}
	for i, l := range r.Lines() {
		if l.Text != want[i] {
			t.Errorf("line %d is shown as %q, want %q", i+1, l.Text, want[i])
		}
	}
}
