package tui

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/words"
)

// TestScriptsInEveryLanguage plays the sessions of testdata/*.script in every
// language, in windows of two sizes: whatever is drawn fits the window, and
// nothing is said in English that the language says otherwise.
func TestScriptsInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages()[1:] {
		said := ownSentences(words.For(l.Tag))
		foreign := slices.DeleteFunc(ownSentences(words.English()), func(s string) bool { return slices.Contains(said, s) })
		for _, file := range scripts(t) {
			var lines []string
			for line := range strings.Lines(read(t, file)) {
				lines = append(lines, strings.TrimSuffix(line, "\n"))
			}
			if slices.ContainsFunc(lines, wantsEnglish) || slices.Contains(lines, "long") {
				continue
			}
			lines = slices.DeleteFunc(lines, expects)
			for _, size := range []string{"80x24", "40x12"} {
				t.Run(fmt.Sprintf("%s/%s/%s", l.Tag, strings.TrimSuffix(filepath.Base(file), ".script"), size), func(t *testing.T) {
					t.Parallel()
					p := play{t: t}
					p.o.Words = words.For(l.Tag)
					p.seen = func(d *driver) {
						screen := strings.Join(strings.Fields(d.screen()), " ")
						for _, s := range foreign {
							if strings.Contains(screen, s) {
								t.Errorf("says %q:\n%s", s, d.screen())
							}
						}
					}
					p.all("size " + size + "\n" + strings.Join(lines, "\n"))
				})
			}
		}
	}
}

// wantsEnglish reports whether a line of a script only makes sense in the
// language of the script: it finds words on the screen, or chooses a language.
func wantsEnglish(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	return slices.Contains([]string{"click", "drag", "language", "speak"}, word)
}

// expects reports whether a line of a script says how the screen is, or sets
// its size.
func expects(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	return slices.Contains([]string{"size", "sees", "lacks", "looks", "did", "logged", "screen", "quits"}, word) || strings.HasPrefix(line, "|")
}

// ownSentences are the sentences of a language that have no gaps, as far as
// they are long enough to be told from words of a course.
func ownSentences(w *words.Words) []string {
	var all []string
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(v.MapIndex(key))
			}
		case reflect.String:
			if s := v.String(); len(s) >= 14 && strings.Contains(s, " ") {
				all = append(all, s)
			}
		}
	}
	walk(reflect.ValueOf(*w))
	return all
}
