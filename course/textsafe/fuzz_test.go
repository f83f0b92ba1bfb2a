package textsafe_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// The only escape sequences that may leave the program, and the end of a link.
var (
	allowed = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[!-~]*;[!-~]*?(\x07|\x1b\\)`)
	openers = regexp.MustCompile(`\x1b\]8;[!-~]*;(?:(?i:https?|mailto):[!-~]*?)?(?:\x07|\x1b\\)`)
	closers = regexp.MustCompile(`\x1b\]8;[!-:<-~]*;(\x07|\x1b\\)`)
)

// visible reports the first character of s that a terminal could act on, that
// would hide, or that would turn the text around.
func visible(s string) (rune, bool) {
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), 0xe0000 <= r && r <= 0xe0060:
			return r, false
		case r == 0x200b, r == 0x2060, r == 0xfeff:
			if r != 0x200b || !strings.ContainsFunc(s, func(r rune) bool {
				return unicode.In(r, unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan)
			}) {
				return r, false
			}
		}
	}
	return 0, true
}

func checkClean(t *testing.T, s string) {
	t.Helper()
	line, text, out := textsafe.Line(s), textsafe.Text(s), textsafe.Styled(s)
	for name, got := range map[string]string{"Line": line, "Text": text, "Styled": allowed.ReplaceAllString(out, "")} {
		if r, ok := visible(got); !ok {
			t.Errorf("%s(%q) lets U+%04X through: %q", name, s, r, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("%s(%q) is not UTF-8: %q", name, s, got)
		}
	}
	if strings.ContainsAny(line, "\n\t") {
		t.Errorf("Line(%q) has several lines: %q", s, line)
	}
	for name, f := range map[string]func(string) string{"Line": textsafe.Line, "Text": textsafe.Text, "Styled": textsafe.Styled} {
		once := f(s)
		if twice := f(once); twice != once {
			t.Errorf("%s is not stable on %q:\n once %q\ntwice %q", name, s, once, twice)
		}
	}
	if (textsafe.Index(s) < 0) != (text == s) {
		t.Errorf("Index(%q) = %d, but Text gives %q", s, textsafe.Index(s), text)
	}
	if want := strings.ReplaceAll(text, "\t", " "); textsafe.Styled(text) != want {
		t.Errorf("Styled changes the clean text %q", text)
	}
	for l := range strings.SplitSeq(out, "\n") {
		for _, seq := range allowed.FindAllString(l, -1) {
			if strings.HasPrefix(seq, "\x1b]") && !openers.MatchString(seq) {
				t.Errorf("Styled(%q) keeps the link %q", s, seq)
			}
		}
		all := len(openers.FindAllString(l, -1))
		ends := len(closers.FindAllString(l, -1))
		if all > 0 && (ends == 0 || !closers.MatchString(l[strings.LastIndex(l, "\x1b]8;"):])) {
			t.Errorf("Styled(%q) leaves a link open in %q", s, l)
		}
	}
}

func FuzzTextsafe(f *testing.F) {
	for _, tt := range shown {
		f.Add(tt.in)
	}
	for _, tt := range styled {
		f.Add(tt.in)
	}
	f.Fuzz(checkClean)
}

// TestHostileCorpora tries the escape sequences, naughty strings, broken UTF-8
// and bidi tricks that others have collected.
func TestHostileCorpora(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	files, err := filepath.Glob(filepath.Join(root, "hostile-*"))
	if err != nil || len(files) == 0 {
		t.Skip("no hostile corpora")
	}
	for _, dir := range files {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
				if err != nil || !d.Type().IsRegular() {
					return err
				}
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				checkFile(t, filepath.Ext(path), data)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// checkFile checks a file as a whole, line by line, with written escapes made
// real, and, for JSON, each of its strings.
func checkFile(t *testing.T, ext string, data []byte) {
	s := string(data)
	checkClean(t, s)
	unescape := strings.NewReplacer("<ESC>", "\x1b", "<BEL>", "\a", "<ST>", "\x1b\\", `\x1b`, "\x1b", `\a`, "\a")
	for line := range strings.SplitSeq(s, "\n") {
		checkClean(t, line)
		checkClean(t, unescape.Replace(line))
	}
	if ext == ".json" {
		var v any
		if json.Unmarshal(data, &v) == nil {
			walkStrings(v, func(s string) { checkClean(t, s) })
		}
	}
}

func walkStrings(v any, f func(string)) {
	switch v := v.(type) {
	case string:
		f(v)
	case []any:
		for _, e := range v {
			walkStrings(e, f)
		}
	case map[string]any:
		for k, e := range v {
			f(k)
			walkStrings(e, f)
		}
	}
}

// TestEmojiStay checks that every emoji of Unicode's own list passes unchanged.
func TestEmojiStay(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	files, _ := filepath.Glob(filepath.Join(root, "hostile-unicode/unicodetools/data/emoji/*/emoji-test.txt"))
	if root == "" || len(files) == 0 {
		t.Skip("CAIRN_CORPORA holds no list of emoji")
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		_, rest, ok := strings.Cut(line, "# ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		emoji, _, _ := strings.Cut(rest, " ")
		if seen++; textsafe.Line(emoji) != emoji || textsafe.Styled(emoji) != emoji {
			t.Errorf("%s (%+q) becomes %q", emoji, emoji, textsafe.Line(emoji))
		}
	}
	if seen < 3000 {
		t.Errorf("read only %d emoji", seen)
	}
}
