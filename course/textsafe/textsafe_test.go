package textsafe_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// What content may try, and what the reader sees instead.
var shown = []struct{ name, in, line, text string }{
	{"nothing", "", "", ""},
	{"plain text", "Save a step.", "Save a step.", "Save a step."},
	{"lines and tabs", "a\n\tb", "a  b", "a\n\tb"},
	{"CRLF", "a\r\nb", "a b", "a\nb"},
	{"line separators", "a\u2028b\u2029c", "a b c", "a\nb\nc"},

	{"clipboard by OSC 52", "\x1b]52;c;aGVsbG8=\a", "␛]52;c;aGVsbG8=␇", "␛]52;c;aGVsbG8=␇"},
	{"clear screen", "a\x1b[2Jb", "a␛[2Jb", "a␛[2Jb"},
	{"colour", "\x1b[31mred\x1b[m", "␛[31mred␛[m", "␛[31mred␛[m"},
	{"alternate screen and reset", "\x1b[?1049l\x1bc", "␛[?1049l␛c", "␛[?1049l␛c"},
	{"window title", "\x1b]0;x\a", "␛]0;x␇", "␛]0;x␇"},
	{"sequence without an end", "a\x1b]52;c;aaa\nb", "a␛]52;c;aaa b", "a␛]52;c;aaa\nb"},
	{"C1 introducers", "\u009b2J\u009d0;x\u009c", "<U+009B>2J<U+009D>0;x<U+009C>", "<U+009B>2J<U+009D>0;x<U+009C>"},
	{"raw C1 byte", "\x9b2J", "\uFFFD2J", "\uFFFD2J"},
	{"carriage return hides a command", "rm -rf /\recho hello", "rm -rf /␍echo hello", "rm -rf /␍echo hello"},
	{"bells", "\a\a\a", "␇␇␇", "␇␇␇"},
	{"backspaces", "evil\b\b\b\bgood", "evil␈␈␈␈good", "evil␈␈␈␈good"},
	{"delete", "a\x7fb", "a␡b", "a␡b"},
	{"vertical tab and form feed", "a\vb\fc", "a␋b␌c", "a␋b␌c"},
	{"shift out", "a\x0eb", "a␎b", "a␎b"},
	{"NUL", "a\x00b", "a\uFFFDb", "a\uFFFDb"},
	{"not UTF-8", "caf\xe9 \xff\xfe", "caf\uFFFD \uFFFD\uFFFD", "caf\uFFFD \uFFFD\uFFFD"},
	{"surrogate in UTF-8", "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD"},

	{"override in a file name", "photo\u202egpj.exe", "photo<U+202E>gpj.exe", "photo<U+202E>gpj.exe"},
	{"isolates in code", "/*\u2066 x \u2069*/", "/*<U+2066> x <U+2069>*/", "/*<U+2066> x <U+2069>*/"},
	{"marks of direction", "a\u200eb\u200fc\u061cd", "abcd", "abcd"},
	{"marks of direction in Hebrew and Arabic", "C++\u200f הוא שפה, \u061c50%", "C++ הוא שפה, 50%", "C++ הוא שפה, 50%"},
	{"embeddings among marks of direction", "\u200fa\u202bb\u200f\u202c", "a<U+202B>b<U+202C>", "a<U+202B>b<U+202C>"},
	{"soft hyphens", "Donau\u00addampf\u00adschiff", "Donaudampfschiff", "Donaudampfschiff"},
	{"a mark of direction inside a sequence", "\x1b\u200e[2J", "␛[2J", "␛[2J"},
	{"a mark of direction that parts joined emoji", "👩\u200d\u200e👧", "👩<U+200D>👧", "👩<U+200D>👧"},
	{"a tower of marks with soft hyphens between", "x" + strings.Repeat("\u0301\u00ad", 9), "x\u0301\u0301\u0301\u0301", "x\u0301\u0301\u0301\u0301"},
	{"zero-width space in an answer", "comm\u200bit", "comm<U+200B>it", "comm<U+200B>it"},
	{"joiners between Latin letters", "a\u200db\u200cc", "a<U+200D>b<U+200C>c", "a<U+200D>b<U+200C>c"},
	{"word joiner, BOM", "a\u2060b\ufeffc", "a<U+2060>b<U+FEFF>c", "a<U+2060>b<U+FEFF>c"},
	{"blank Hangul letter", "a\u3164b", "a<U+3164>b", "a<U+3164>b"},
	{"tag characters", "a\U000e0041\U000e0042", "a<U+E0041><U+E0042>", "a<U+E0041><U+E0042>"},
	{"noncharacters", "\ufffe\U0010ffff", "<U+FFFE><U+10FFFF>", "<U+FFFE><U+10FFFF>"},
	{"variation selectors in a row", "a\ufe0f\ufe0f", "a\ufe0f<U+FE0F>", "a\ufe0f<U+FE0F>"},
	{"selector after nothing", "\ufe0fa", "<U+FE0F>a", "<U+FE0F>a"},
	{"bytes hidden in selectors", "a\U000e0130\U000e0131", "a<U+E0130><U+E0131>", "a<U+E0130><U+E0131>"},

	{"accents", "Crème brûlée, e\u0301", "Crème brûlée, e\u0301", "Crème brûlée, e\u0301"},
	{"four combining marks", "x\u0301\u0302\u0303\u0304", "x\u0301\u0302\u0303\u0304", "x\u0301\u0302\u0303\u0304"},
	{"a tower of combining marks", "x" + strings.Repeat("\u0301", 200) + "y", "x\u0301\u0301\u0301\u0301y", "x\u0301\u0301\u0301\u0301y"},
	{"Chinese, Japanese, Korean", "你好、こんにちは 안녕", "你好、こんにちは 안녕", "你好、こんにちは 안녕"},
	{"ideograph with its variant", "葛\U000e0100", "葛\U000e0100", "葛\U000e0100"},
	{"Persian half space", "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"},
	{"Hindi joiner", "क्\u200dष", "क्\u200dष", "क्\u200dष"},
	{"Khmer word break", "ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"},
	{"Hebrew and Arabic", "שלום עליכם, السلام", "שלום עליכם, السلام", "שלום עליכם, السلام"},
	{"family, flag, keycap, heart", "👩\u200d👩\u200d👧 🇩🇪 1\ufe0f⃣ ❤\ufe0f\u200d🔥", "👩\u200d👩\u200d👧 🇩🇪 1\ufe0f⃣ ❤\ufe0f\u200d🔥", "👩\u200d👩\u200d👧 🇩🇪 1\ufe0f⃣ ❤\ufe0f\u200d🔥"},
	{"flag of Wales", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"},
	{"text after a flag", "🏴\U000e0041", "🏴<U+E0041>", "🏴<U+E0041>"},
}

func TestLineAndText(t *testing.T) {
	for _, tt := range shown {
		t.Run(tt.name, func(t *testing.T) {
			if got := textsafe.Line(tt.in); got != tt.line {
				t.Errorf("Line(%q)\n got %q\nwant %q", tt.in, got, tt.line)
			}
			if got := textsafe.Text(tt.in); got != tt.text {
				t.Errorf("Text(%q)\n got %q\nwant %q", tt.in, got, tt.text)
			}
			if got, want := textsafe.Index(tt.in) < 0, tt.in == tt.text; got != want {
				t.Errorf("Index(%q) says clean: %v, Text says %v", tt.in, got, want)
			}
		})
	}
}

func TestIndexPointsAtTheFirstFault(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int
	}{
		{"clean", -1},
		{"a\nb\tc", -1},
		{"né\x1b[m\u202e", 3},
		{"a\r\nb", 1},
		{"👩\u200d👧 \u200d", 12},
	} {
		if got := textsafe.Index(tt.in); got != tt.want {
			t.Errorf("Index(%q) = %d, want %d", tt.in, got, tt.want)
		}
	}
}

// What reaches the outlet, and what leaves it.
var styled = []struct{ name, in, want string }{
	{"plain text", "a b\nc", "a b\nc"},
	{"colours", "\x1b[1;38;5;8mx\x1b[0m \x1b[38;2;8;8;8my\x1b[m \x1b[4:3;58:5:8mz\x1b[m", "\x1b[1;38;5;8mx\x1b[0m \x1b[38;2;8;8;8my\x1b[m \x1b[4:3;58:5:8mz\x1b[m"},
	{"links", "\x1b]8;;https://go.dev/\x1b\\Go\x1b]8;;\x1b\\ \x1b]8;id=1;mailto:a@b.c\am\x1b]8;;\a", "\x1b]8;;https://go.dev/\x1b\\Go\x1b]8;;\x1b\\ \x1b]8;id=1;mailto:a@b.c\am\x1b]8;;\a"},

	{"conceal", "\x1b[8mhidden\x1b[m", "hidden\x1b[m"},
	{"conceal among others", "\x1b[1;8;31ma\x1b[08mb\x1b[38;5;8;8mc\x1b[38;5m\x1b[48;2;8m", "\x1b[1;31mab\x1b[38;5;8mc\x1b[38;5m\x1b[48;2m"},
	{"link to a script", "\x1b]8;;javascript:alert(1)\ax\x1b]8;;\a", "x"},
	{"link to a file", "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\", "x"},
	{"link left open", "\x1b]8;;http://a.b\x1b\\one\ntwo", "\x1b]8;;http://a.b\x1b\\one\x1b]8;;\x1b\\\ntwo"},
	{"link left open at the end", "\x1b]8;;http://a.b\x1b\\one", "\x1b]8;;http://a.b\x1b\\one\x1b]8;;\x1b\\"},
	{"link called off", "a\x1b]8;;http://a.b\x1ab\x1b]8;;http://a.b\x18c", "abc"},
	{"link with a space in it", "\x1b]8;;http://a b\x1b\\x", "x"},
	{"clipboard, title, notification, image", "\x1b]52;c;aa\ax\x1b]0;t\x1b\\\x1b]9;n\a\x1b]1337;File=a:b\a\x1b_Gx\x1b\\\x1bPq#\x1b\\y", "xy"},
	{"sequence without an end", "a\x1b]52;c;aa\nb\x1b[12", "a]52;c;aa\nb[12"},
	{"string broken off by another", "\x1b]0;a\x1b[1mb\x1b[m", "]0;a\x1b[1mb\x1b[m"},
	{"cursor, screen, modes, reports", "\x1b[2J\x1b[H\x1b[?1049l\x1b[6n\x1b[21t\x1bc\x1b(0\x1b7\x1b=\x1bZok", "ok"},
	{"SGR that is none", "\x1b[>4;2mx\x1b[?4my\x1b[1 mz", "xyz"},
	{"control inside a sequence", "\x1b[2\aJ", "[2J"},
	{"escape before an escape", "\x1b\x1b[1mx\x1b[m", "\x1b[1mx\x1b[m"},
	{"C1", "\u009b2Jx\x9b2J", "2Jx\uFFFD2J"},
	{"carriage return, backspace, bell, NUL", "a\rb\bc\ad\x00e", "abcde"},
	{"CRLF", "a\r\nb", "a\nb"},
	{"tab", "a\tb", "a b"},
	{"soft hyphens and marks of direction", "a\u00adb\u200ec\u200fd\u061ce\x1b\u200e[2J\x1b[1\u00admx", "abcde[2J[1mx"},
	{"bidi, zero width, tags", "a\u202eb\u2066c\u200bd\U000e0041e", "abcde"},
	{"marks piled up across colours", "x\u0301\u0301\u0301\x1b[1m\u0301\u0301\x1b[m\u0301y", "x\u0301\u0301\u0301\x1b[1m\u0301\x1b[my"},
}

func TestStyled(t *testing.T) {
	for _, tt := range styled {
		t.Run(tt.name, func(t *testing.T) {
			if got := textsafe.Styled(tt.in); got != tt.want {
				t.Errorf("Styled(%q)\n got %q\nwant %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanTextCostsNothing(t *testing.T) {
	for _, s := range []string{
		"A lesson in plain words.",
		"Größe, 你好, 👩\u200d👧, e\u0301",
		"\x1b[1mbold\x1b[m and \x1b]8;;https://go.dev\x1b\\linked\x1b]8;;\x1b\\\n",
	} {
		run := func() { textsafe.Styled(s) }
		if !strings.Contains(s, "\x1b") {
			run = func() { textsafe.Line(s); textsafe.Text(s); textsafe.Styled(s) }
		}
		if n := testing.AllocsPerRun(10, run); n != 0 {
			t.Errorf("%q: %v allocations", s, n)
		}
	}
}

func TestLinkable(t *testing.T) {
	for url, want := range map[string]bool{
		"https://go.dev": true, "HTTP://a": true, "mailto:a@b.c": true,
		"javascript:x": false, "file:///x": false, "https://a b": false, "02-branches.md": false, "": false,
	} {
		if got := textsafe.Linkable(url); got != want {
			t.Errorf("Linkable(%q) = %v", url, got)
		}
	}
}

func BenchmarkTextASCII(b *testing.B) {
	bench(b, textsafe.Text, "Git keeps your work as a row of snapshots.\n")
}
func BenchmarkTextAccent(b *testing.B) {
	bench(b, textsafe.Text, "Größe und Übung, 你好, crème brûlée\n")
}
func BenchmarkStyled(b *testing.B) {
	bench(b, textsafe.Styled, "\x1b[1mGit\x1b[m keeps your work as a row of \x1b[38;5;12msnapshots\x1b[m.\n")
}

func bench(b *testing.B, f func(string) string, line string) {
	s := strings.Repeat(line, 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		f(s)
	}
}
