package tui

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// replayed plays every script again with other preferences, and calls seen with
// each screen. What the scripts expect to see is left out; where they compare a
// screen, it is shown at each size.
func replayed(t *testing.T, change func(*Options), seen func(file string, d *driver)) {
	t.Helper()
	for _, file := range scripts(t) {
		name := filepath.Base(file)
		p := &play{t: t, seen: func(d *driver) { seen(name, d) }}
		change(&p.o)
		p.all(movesOf(read(t, file)))
	}
}

// movesOf is a script without what it expects.
func movesOf(script string) string {
	var out []string
	size := "80x24"
	for line := range strings.SplitSeq(script, "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case word == "size" || word == "resize":
			size = rest
		case word == "looks" || word == "screen":
			out = append(out, "resize 40x12", "resize 80x24", "resize 120x40", "resize "+size)
			continue
		case slices.Contains([]string{"sees", "lacks", "did", "logged", "quits", "edits"}, word) || strings.HasPrefix(line, "|"):
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestASCIIAlone plays every script with symbols: ascii. What is on the screen
// is ASCII and letters: those of the language, and of the course.
func TestASCIIAlone(t *testing.T) {
	looked, told := 0, map[rune]bool{}
	replayed(t, func(o *Options) { o.ASCII = true }, func(file string, d *driver) {
		if !d.app.o.ASCII {
			return // the script itself changed the setting
		}
		looked++
		for _, r := range d.screen() {
			if r > 0x7e && !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("¿¡", r) && !told[r] {
				told[r] = true
				t.Errorf("%s: %q (%#U) is not ASCII:\n%s", file, r, r, d.screen())
			}
		}
	})
	if looked < 500 {
		t.Errorf("%d screens were looked at, want more", looked)
	}
}

// colouring matches a sequence that sets a colour of letters or of the ground.
func colouring() *regexp.Regexp {
	return regexp.MustCompile(`\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m`)
}

// TestMonoSetsNoColour plays every script in the look mono, in which weight,
// marks and words are all there is.
func TestMonoSetsNoColour(t *testing.T) {
	colour, looked := colouring(), 0
	replayed(t, func(o *Options) { o.Look = LookMono }, func(file string, d *driver) {
		if d.app.o.Look != LookMono {
			return // the script itself changed the look
		}
		looked++
		if at := colour.FindString(d.app.View().Content); at != "" {
			t.Errorf("%s: %q is written:\n%s", file, at, d.screen())
		}
	})
	if looked < 500 {
		t.Errorf("%d screens were looked at, want more", looked)
	}
	if !colour.MatchString(newTheme(LookDark, true, false).Good.Render("x")) {
		t.Error("the test does not know a colour when it sees one")
	}
}
