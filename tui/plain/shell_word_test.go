package plain

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestAShellTakesWhatWasKept: whatever a check kept, the line that is printed for a shell
// is one line that nothing steers a terminal in, and gives the shell just that.
func TestAShellTakesWhatWasKept(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("a shell is needed, and is not here")
	}
	given := func(t interface {
		Fatalf(string, ...any)
		Errorf(string, ...any)
	}, value string, ascii bool) {
		var out bytes.Buffer
		d := New(Options{In: strings.NewReader(""), Out: &out, Words: words.English(), Width: 80, ASCII: ascii})
		for _, line := range d.exports(map[string]string{"x": value}) {
			d.line("  " + line)
		}
		line := strings.TrimSuffix(out.String(), "\n")
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Bidi_Control) }) {
			t.Errorf("of %q is printed %q", value, line)
		}
		got, err := exec.Command("sh", "-c", line+"\nprintf %s \"$CAIRN_X\"").CombinedOutput()
		if err != nil {
			t.Fatalf("of %q is printed %q: %v %s", value, line, err, got)
		}
		if want := strings.TrimRight(value, "\n"); string(got) != want {
			t.Errorf("the shell has %q, want %q; printed is %q", got, want, line)
		}
	}
	for _, value := range []string{
		"", "a1b2c3d", "one\ntwo", "it's *", `say "hi" $HOME \` + "`id`", "tab\tand\rreturn", "\x1b]0;x\a\x1b[2J", "$(id)!x\n%s %d\\n", "  spaces   within ", "Käse 日本", "a\u202eb\u200bc", "-n", "-n\tx", "--\x1b", "x; id", "'\n'",
	} {
		given(t, value, false)
		given(t, value, true)
	}
	rapid.Check(t, func(rt *rapid.T) {
		value := rapid.StringOfN(rapid.Rune(), 0, 40, maxKept).Draw(rt, "value")
		given(rt, strings.ReplaceAll(value, "\x00", ""), rapid.Bool().Draw(rt, "ascii"))
	})
}
