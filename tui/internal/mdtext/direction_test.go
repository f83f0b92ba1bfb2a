package mdtext_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// TestRightToLeft holds that text which is read from right to left is laid out
// as it is written: every word in its order, each line from its first letter at
// the left. Which letter stands where is left to the terminal.
func TestRightToLeft(t *testing.T) {
	for name, md := range map[string]string{
		"Hebrew":               "עברית נכתבת מימין לשמאל, והמספרים 1, 2, 3 משמאל לימין; ובין המילים גם English words באמצע השורה.",
		"Arabic":               "العربية تُكتب من اليمين إلى اليسار، والأرقام 123 من اليسار إلى اليمين، وبينها English words تبقى في مكانها.",
		"Yiddish with points":  "אַ שפּראַך איז אַ דיאַלעקט מיט אַן אַרמיי און פֿלאָט",
		"Persian with joiners": "می\u200cخواهم بنویسم و نمی\u200cدانم چگونه",
	} {
		for _, width := range []int{80, 40, 20} {
			d := mdtext.Render(md, width, mdtext.Options{})
			checkDoc(t, md, width, d)
			lines := text(d)
			if got, want := strings.Fields(strings.Join(lines, " ")), strings.Fields(md); strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s in %d cells reads %q, want %q", name, width, got, want)
			}
			for _, line := range lines {
				if strings.HasPrefix(line, " ") {
					t.Errorf("%s in %d cells: a line does not begin at the left: %q", name, width, line)
				}
			}
		}
	}
}
