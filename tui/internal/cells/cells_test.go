package cells

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const (
	family = "👨\u200d👩\u200d👧"
	keycap = "1\ufe0f\u20e3"
	accent = "e\u0301"
)

func TestFit(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		more string
		want string
	}{
		{"abc", 3, "…", "abc"},
		{"abcd", 3, "…", "ab…"},
		{"abcd", 3, "", "abc"},
		{"ab" + accent + "d", 3, "", "ab" + accent},
		{"ab" + accent + "d", 3, "…", "ab…"},
		{"日本語", 5, "", "日本"},
		{"日本語", 5, "…", "日本…"},
		{"日本語", 4, "…", "日…"},
		{family + family, 3, "…", family + "…"},
		{keycap + keycap, 3, "", keycap},
		{"\x1b[1mabcd\x1b[m", 3, "…", "\x1b[1mab…\x1b[m"},
		{"\x1b]8;;http://a.b\x1b\\abcd\x1b]8;;\x1b\\", 2, "", "\x1b]8;;http://a.b\x1b\\ab\x1b]8;;\x1b\\"},
		{"", 0, "…", ""},
	} {
		if got := Fit(c.s, c.w, c.more); got != c.want {
			t.Errorf("%+q in %d cells is %+q, want %+q", c.s, c.w, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s        string
		from, to int
		want     string
	}{
		{"abcdef", 2, 4, "cd"},
		{"日本語", 2, 4, "本"},
		{"日本語", 1, 5, " 本 "},
		{"a" + keycap + "b", 1, 3, keycap},
		{"a" + accent + "b", 1, 2, accent},
		{"\x1b[1mab\x1b[mcd", 1, 3, "\x1b[1mb\x1b[mc"},
		{"ab", 5, 9, ""},
	} {
		if got := Cut(c.s, c.from, c.to); got != c.want {
			t.Errorf("%+q from %d to %d is %+q, want %+q", c.s, c.from, c.to, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"a  b", 10, []string{"a  b"}},
		{"one   two", 4, []string{"one", "two"}},
		{"longword", 3, []string{"lon", "gwo", "rd"}},
		{"a longword b", 4, []string{"a", "long", "word", "b"}},
		{"one\ntwo\n\nthree", 9, []string{"one", "two", "", "three"}},
		{"日本語日本語", 5, []string{"日本", "語日", "本語"}},
		{"ab 日本語日本語", 6, []string{"ab 日", "本語日", "本語"}},
		{family + family + family, 5, []string{family + family, family}},
		{keycap + " " + keycap + keycap, 4, []string{keycap, keycap + keycap}},
		{accent + accent + accent, 2, []string{accent + accent, accent}},
		{"日本", 1, []string{"日", "本"}},
		{"", 5, []string{""}},
		{"ends in spaces   ", 14, []string{"ends in spaces"}},
	} {
		if got := Wrap(c.s, c.w); !slices.Equal(got, c.want) {
			t.Errorf("%+q in %d cells is %+q, want %+q", c.s, c.w, got, c.want)
		}
	}
}

// TestNothingIsLost wraps and cuts any text: every letter comes out whole and
// once, in no more room than there is.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(rapid.SampledFrom([]rune("ab 日\u0301\u200d👩🇫🇷क\u094dษ")), rapid.Rune())).Draw(t, "text")
		s = strings.Map(func(r rune) rune {
			if r < 0x20 || r >= 0x7f && r < 0xa0 {
				return -1
			}
			return r
		}, s)
		w := rapid.IntRange(1, 20).Draw(t, "width")
		lines := Wrap(s, w)
		for _, l := range lines {
			if Width(l) > max(w, 2) && len(First(l)) < len(l) {
				t.Fatalf("%+q in %d cells has a line of %d: %+q", s, w, Width(l), l)
			}
		}
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(s, " ", ""); got != want {
			t.Fatalf("%+q in %d cells is %+q", s, w, lines)
		}
		if fit := Fit(s, w, "…"); Width(fit) > w {
			t.Fatalf("%+q cut to %d cells takes %d: %+q", s, w, Width(fit), fit)
		}
		at := rapid.IntRange(0, 20).Draw(t, "at")
		if cut := Cut(s, at, at+w); Width(cut) > w {
			t.Fatalf("%+q from %d takes %d cells, want %d: %+q", s, at, Width(cut), w, cut)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	long := strings.Repeat("plain text \x1b[1mand\x1b[m more ", 20)
	for b.Loop() {
		Fit(long, 80, "…")
	}
}

func BenchmarkWrap(b *testing.B) {
	long := strings.Repeat("a paragraph of plain words ", 40)
	for b.Loop() {
		Wrap(long, 80)
	}
}
