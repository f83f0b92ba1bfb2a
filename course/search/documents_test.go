package search_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/search"
)

func sample(t *testing.T) *course.Course {
	t.Helper()
	c, _, err := course.Load(fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\nid: test\ntitle: Rocks\nsummary: All about pebbles.\nskills:\n  one: { title: One }\n")},
		"01-one.md":   {Data: []byte("---\nid: one\nskills: [one]\n---\n# Granite\n\nIt has quartz.\n\n## Layers\n\nNone.\n\n### Question: Which mineral shines?\n<!-- id: q, tries: 2 -->\n\n- Answer: mica\n\n> Why: Mica reflects sunbeams.\n\n### Question: Which is softest?\n<!-- id: r -->\n\n- Answer: talcum\n")},
		"02-two.md":   {Data: []byte("---\nid: two\n---\n# Basalt\n\nIt was lava once.\n\n## Extra: Moons\n\nHidden olivine.\n")},
		"glossary.md": {Data: []byte("---\nkind: glossary\n---\n\nErosion\n: What wears stones down.\n")},
	}, "test")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// finds tells the kinds and places of what a query finds.
func finds(s *learn.Session, query string) string {
	var out []string
	for _, r := range search.Find(query, 9, search.NewIndex(search.OfLessons(s, "test")), search.NewIndex(search.OfLearner(s, "test"))) {
		said := string(r.Kind) + " " + r.Place
		if r.Ahead {
			said += " ahead"
		}
		out = append(out, strings.TrimSpace(said))
	}
	return strings.Join(out, ", ")
}

// TestNothingIsFoundTooEarly: a question is found once it was met, its answer and
// explanation once they were told.
func TestNothingIsFoundTooEarly(t *testing.T) {
	clock := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { clock = clock.Add(time.Minute); return clock }
	s, err := learn.Open(sample(t), learn.Deps{Log: learn.NewMemory(now), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	check := func(when string, want map[string]string) {
		t.Helper()
		for query, want := range want {
			if got := finds(s, query); got != want {
				t.Errorf("%s, %q finds %q, want %q", when, query, got, want)
			}
		}
	}
	do := func(a learn.Action) {
		t.Helper()
		if _, err := s.Do(a); err != nil {
			t.Fatal(err)
		}
	}
	check("at first", map[string]string{
		"pebbles": "course", "quartz": "text one#granite ahead", "lava": "text two#basalt ahead", "stones": "term term:Erosion",
		"mineral": "", "sunbeams": "", "softest": "", "olivine": "",
	})
	do(learn.GoTo{ID: "q"})
	check("asked", map[string]string{"mineral": "", "sunbeams": "", "quartz": "text one#granite"})
	do(learn.Submit{Answer: course.Answer{Text: "feldspar"}})
	check("after a miss", map[string]string{"mineral": "question q", "feldspar": "question q", "sunbeams": "", "mica": "", "softest": ""})
	do(learn.Continue{})
	check("asked again", map[string]string{"mineral": "question q", "feldspar": "", "sunbeams": ""})
	do(learn.Submit{Answer: course.Answer{Text: "mica"}})
	check("answered", map[string]string{"sunbeams": "question q", "mica": "question q", "talcum": "", "softest": ""})
	do(learn.AddNote{Place: "two", Text: "volcano trip"})
	do(learn.Mark{Place: "one#layers"})
	check("noted", map[string]string{"volcano": "note two", "layers": "text one#layers, bookmark one#layers"})
}

// TestOtherCoursesTellTheirText: of a course that is not open, what everybody
// reads is found and nothing else.
func TestOtherCoursesTellTheirText(t *testing.T) {
	x := search.NewIndex(search.OfCourse(sample(t), "rocks"))
	for query, want := range map[string]int{"pebbles": 1, "granite": 2, "lava": 1, "mineral": 0, "mica": 0, "olivine": 0, "erosion": 0} {
		if got := search.Find(query, 9, x); len(got) != want {
			t.Errorf("%q finds %d: %v", query, len(got), got)
		}
	}
}
