package tui

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// letters are those of testdata/letters.txt, and some plain ones.
func letters(t *testing.T) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(read(t, "testdata/letters.txt")) {
		if letter, _, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			out = append(out, letter)
		}
	}
	return append(out, "a", "b", "-")
}

// split returns a text's letters as the terminal takes them.
func split(s string) []string {
	var out []string
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		out = append(out, g.Value())
	}
	return out
}

// TestLettersAreWhole wants each letter of the list to be one letter to the
// program too, and of one width wherever it is measured.
func TestLettersAreWhole(t *testing.T) {
	for _, l := range letters(t) {
		if got := split(l); len(got) != 1 {
			t.Errorf("%+q is %d letters: %+q", l, len(got), got)
		}
		if a, b := ansi.StringWidth(l), displaywidth.String(l); a != b || a < 1 || a > 2 {
			t.Errorf("%+q is %d cells to one and %d to the other", l, a, b)
		}
	}
}

// line draws a line of letters and spaces.
func line(letters []string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(letters), 1, 12), 1, 8).Draw(t, "words")
		var out []string
		for _, w := range words {
			out = append(out, strings.Join(w, ""))
		}
		return strings.Join(out, " ")
	})
}

// wholes fails the test where a drawn line is wider than it may be, or has a
// letter that was not in the text: a part of one.
func wholes(t *rapid.T, what string, from, drawn []string, width int) {
	known := map[string]bool{}
	for _, s := range from {
		for _, l := range split(s) {
			known[l] = true
		}
	}
	const signs = "›…│━─┃↑↓✓✗·●•"
	for _, row := range drawn {
		row = ansi.Strip(row)
		if w := ansi.StringWidth(row); w > width {
			t.Fatalf("%s draws %d cells where there are %d: %+q", what, w, width, row)
		}
		for _, l := range split(row) {
			if l[0] >= 0x80 && !known[l] && !strings.Contains(signs, l) {
				t.Fatalf("%s draws %+q, a part of a letter, in %+q", what, l, row)
			}
		}
	}
}

// TestLettersStayWhole draws lines of hard letters by everything that cuts,
// wraps and fills lines.
func TestLettersStayWhole(t *testing.T) {
	list := letters(t)
	th := newTheme(LookMono, true, false)
	rapid.Check(t, func(t *rapid.T) {
		s, r := line(list).Draw(t, "text"), line(list).Draw(t, "right")
		w := rapid.IntRange(2, 60).Draw(t, "width")
		both := []string{s, r}
		wholes(t, "fit", both, []string{fit(th, s, w)}, w)
		wholes(t, "clip", both, []string{clip(s, w, 1)}, w)
		wholes(t, "spread", both, []string{spread(th, s, fit(th, r, w/3), w)}, w)
		wholes(t, "headerLine", both, []string{headerLine(th, []string{r, s}, []string{"step 1 of 2", "1/2"}, w)}, w)
		wrapped := wrap(s, w)
		wholes(t, "wrap", both, wrapped, w)
		if got := strings.Join(strings.Fields(strings.Join(wrapped, "")), ""); got != strings.Join(strings.Fields(s), "") {
			t.Fatalf("wrap at %d makes %+q of %+q", w, wrapped, s)
		}
		if got := ansi.StringWidth(pad(fit(th, s, w), w)); got != w {
			t.Fatalf("pad fills %d cells to %d", w, got)
		}
	})
}

// TestLettersInEveryAnswer draws questions of every form with hard letters in
// them, after some keys, and types and erases them in fields.
func TestLettersInEveryAnswer(t *testing.T) {
	list := letters(t)
	md := markdown{}
	env := Env{W: 80, H: 24, Theme: newTheme(LookMono, true, false), Keys: DefaultKeymap(), Words: words.English()}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfNDistinct(line(list), 4, 4, rapid.ID[string]).Draw(t, "texts")
		w := rapid.IntRange(12, 70).Draw(t, "width")
		for _, form := range []course.Form{
			&course.Options{List: []course.Option{{Text: text[0]}, {Text: text[1]}, {Text: text[2]}}},
			&course.Options{Many: true, List: []course.Option{{Text: text[0]}, {Text: text[1]}, {Text: text[2]}}},
			&course.Order{Items: text[:3]},
			&course.Match{RightTitle: text[0], Pairs: []course.Pair{{Left: text[0], Right: text[1]}, {Left: text[2], Right: text[3]}}},
			&course.Typed{Answers: []course.Accept{{Kind: course.AnswerWords, Text: text[0]}}},
			&course.Blanks{Text: text[1] + " [[1]] " + text[2] + " [[2]].", List: make([]course.Blank, 2)},
		} {
			in := widget.For(learn.Answering{Question: &course.Question{ID: "q", Prompt: "q", Form: form}})
			in.Paste(text[0])
			for _, i := range []widget.Intent{widget.Down, widget.Space, widget.Right, widget.Digit(2), widget.Left, widget.Up} {
				in.Intent(i, w)
			}
			v := in.View(w, md.style(env))
			wholes(t, "an answer", append(text, "[]"), v.Lines, w)
			if c := v.Cursor; c != nil && (c.X < 0 || c.X >= w || c.Y < 0 || c.Y >= len(v.Lines)) {
				t.Fatalf("the cursor is at %+v of %d lines", c, len(v.Lines))
			}
			for range 3 {
				in.Key(tea.KeyPressMsg{Code: tea.KeyBackspace})
				wholes(t, "an answer", append(text, "[]"), in.View(w, md.style(env)).Lines, w)
			}
		}
	})
}

// TestUnicodeLetters takes the Unicode consortium's list of what is one letter
// and wants the program to divide where it does, apart from controls and a few
// syllables that the library's edition of Unicode does not join yet.
func TestUnicodeLetters(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	file := filepath.Join(root, "hostile-unicode", "unicodetools", "data", "ucd", "dev", "auxiliary", "GraphemeBreakTest.txt")
	src, err := os.ReadFile(file)
	if err != nil {
		t.Skip("CAIRN_CORPORA holds no list of letters")
	}
	cases, apart := 0, 0
	for row := range strings.Lines(string(src)) {
		row, _, _ = strings.Cut(row, "#")
		var want []string
		for part := range strings.SplitSeq(row, "÷") {
			var l strings.Builder
			for _, m := range regexp.MustCompile(`[0-9A-F]{2,6}`).FindAllString(part, -1) {
				n, err := strconv.ParseInt(m, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				l.WriteRune(rune(n))
			}
			if l.Len() > 0 {
				want = append(want, l.String())
			}
		}
		if s := strings.Join(want, ""); s == "" || strings.ContainsFunc(s, unicode.IsControl) {
			continue
		}
		cases++
		if got := split(strings.Join(want, "")); strings.Join(got, "÷") != strings.Join(want, "÷") {
			apart++
			t.Logf("%+q is divided as %+q, want %+q", strings.Join(want, ""), got, want)
		}
		for _, l := range want {
			if a, b := ansi.StringWidth(l), displaywidth.String(l); a != b {
				t.Errorf("%+q is %d cells to one and %d to the other", l, a, b)
			}
		}
	}
	if cases < 500 {
		t.Errorf("%d cases in the list, want more", cases)
	}
	if apart > 10 { // conjuncts that a later edition of the standard joined
		t.Errorf("%d of %d are divided otherwise", apart, cases)
	}
}

// TestEmoji takes the consortium's list of pictures: each is one letter, two
// cells wide.
func TestEmoji(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	src, err := os.ReadFile(filepath.Join(root, "hostile-unicode", "unicodetools", "data", "emoji", "dev", "emoji-test.txt"))
	if err != nil {
		t.Skip("CAIRN_CORPORA holds no list of pictures")
	}
	seen := 0
	for row := range strings.Lines(string(src)) {
		points, rest, ok := strings.Cut(row, ";")
		if !ok || !strings.Contains(rest, "fully-qualified") || strings.HasPrefix(row, "#") {
			continue
		}
		var l strings.Builder
		for _, f := range strings.Fields(points) {
			n, err := strconv.ParseInt(f, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			l.WriteRune(rune(n))
		}
		seen++
		s := l.String()
		if got := split(s); len(got) != 1 {
			t.Errorf("%+q is %d letters", s, len(got))
		}
		if a, b := ansi.StringWidth(s), displaywidth.String(s); a != b {
			t.Errorf("%+q is %d cells to one and %d to the other", s, a, b)
		}
	}
	if seen < 3000 {
		t.Errorf("%d pictures in the list, want more", seen)
	}
}
