package anki_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/anki"
	"github.com/cairn-learn/cairn/author/exporter/internal/tried"
	"github.com/cairn-learn/cairn/author/importer/cards"
	"github.com/cairn-learn/cairn/course"
)

func written(t testing.TB, src exporter.Source) exporter.Written {
	t.Helper()
	w, err := anki.Format().Write(src)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestEvery: testdata holds what a course with every form becomes, with its questions.
func TestEvery(t *testing.T) {
	src := tried.Every(t)
	src.Set.Questions = true
	w := written(t, src)
	tried.Golden(t, "every.txt", w.Data)
	tried.Golden(t, "every.losses", tried.Losses(w.Losses))
}

// sides lists the cards of a course by what they say.
func sides(c *course.Course) []string {
	var out []string
	for _, k := range c.Cards {
		out = append(out, strings.Join(strings.Fields(strings.ReplaceAll(k.Front+" => "+k.Back, `\`, "")), " "))
	}
	slices.Sort(out)
	return out
}

// TestRoundTrip imports what was exported: the same cards come back.
func TestRoundTrip(t *testing.T) {
	for name, src := range map[string]exporter.Source{"every": tried.Every(t), "git": tried.BuiltIn(t, "git")} {
		c, _ := tried.Import(t, cards.Anki(), "cards.txt", written(t, src).Data)
		got, want := sides(c), sides(src.Course)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: this card does not come back: %s", name, w)
			}
		}
		if len(got) != len(want) || len(want) == 0 {
			t.Errorf("%s: %d cards come back, of %d", name, len(got), len(want))
		}
	}
}

// TestIDsStay: a card that is worded anew keeps its note, and no two share one.
func TestIDsStay(t *testing.T) {
	src := tried.Every(t)
	before := string(written(t, src).Data)
	changed := *src.Course
	changed.Cards = slices.Clone(changed.Cards)
	changed.Cards[2].Front, changed.Cards[2].Back = "Another question?", "Another answer."
	src.Course = &changed
	after := string(written(t, src).Data)
	ids := func(s string) []string {
		var out []string
		for line := range strings.Lines(s) {
			if strings.HasPrefix(line, "cairn-") {
				id, _, _ := strings.Cut(line, "\t")
				out = append(out, id)
			}
		}
		return out
	}
	a, b := ids(before), ids(after)
	if before == after || !slices.Equal(a, b) || len(a) != 3 || len(slices.Compact(slices.Sorted(slices.Values(a)))) != 3 {
		t.Errorf("ids before %v, after %v", a, b)
	}
}
