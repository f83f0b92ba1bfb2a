package words

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
)

// TestBuiltInQuestions holds that the program's own first questions are said in
// every language, in English just as the course has them, and that nothing of
// what the author wrote is touched.
func TestBuiltInQuestions(t *testing.T) {
	own := map[string]bool{"one": true, "two": true, "show": true, "tell": true, "music": true}
	c := loaded(t, map[string]string{
		"course.yaml": "title: T\ngoals:\n  one: { title: A }\n  two: { title: B }\nways:\n  show: C\n  tell: D\ninterests:\n  music: E\n" +
			"paces:\n  relaxed: { days: 1 }\n  mine: { title: F, session: 50m }\n",
	})
	if len(c.Onboarding) != 5 {
		t.Fatalf("%d questions are asked", len(c.Onboarding))
	}
	for _, l := range Languages() {
		w := For(l.Tag)
		for _, a := range c.Onboarding {
			said, english := w.Ask(a), l.Tag == "en"
			if said.ID != a.ID || said.Many != a.Many || len(said.Options) != len(a.Options) {
				t.Errorf("%s: %s is another question", l.Tag, a.ID)
			}
			if same := said.Prompt == a.Prompt; same != english {
				t.Errorf("%s: %s asks %q", l.Tag, a.ID, said.Prompt)
			}
			for i, o := range said.Options {
				if same := o.Title == a.Options[i].Title; o.ID != a.Options[i].ID || same != (english || own[o.ID]) {
					t.Errorf("%s: %s has the option %s, %q", l.Tag, a.ID, o.ID, o.Title)
				}
				if o.ID == "mine" && !strings.HasPrefix(o.Title, "F") {
					t.Errorf("%s: the author's pace F is called %q", l.Tag, o.Title)
				}
			}
		}
	}
	if got, want := German().Ask(c.Onboarding[1]).Options[0].Title, "Gemütlich: 15 Minuten, 1 Tag die Woche; nichts wird übersprungen"; got != want {
		t.Errorf("says %q, want %q", got, want)
	}
}

// TestAuthorsQuestions holds that an onboarding of the author's own is said as
// it is written.
func TestAuthorsQuestions(t *testing.T) {
	c := loaded(t, map[string]string{
		"course.yaml": "title: T\nstart: start.md\n",
		"start.md":    "### Ask: Which pace?\n\n<!-- id: pace -->\n\n- `relaxed` Slowly\n- `fast` In a hurry\n",
	})
	for _, a := range c.Onboarding {
		if German().Ask(a) != a {
			t.Errorf("%s is said in other words", a.ID)
		}
	}
}

func TestForkWithoutTitle(t *testing.T) {
	c := loaded(t, map[string]string{
		"course.yaml": "title: T\npath:\n  - choose: 1\n    from: [a.md, b.md]\n",
		"a.md":        "# A\n\nText.\n", "b.md": "# B\n\nText.\n",
	})
	fork := c.Path[0].Choose
	if got := German().CourseTitle(fork.Title); got != "Wähle, was als Nächstes kommt" {
		t.Errorf("says %q", got)
	}
	if got := German().CourseTitle("Choose a road"); got != "Choose a road" {
		t.Errorf("an author's title is said as %q", got)
	}
}

func loaded(t *testing.T, files map[string]string) *course.Course {
	t.Helper()
	fsys := fstest.MapFS{"z.md": {Data: []byte("# Z\n\nText.\n")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, _, err := course.Load(fsys, "t")
	if err != nil {
		t.Fatal(err)
	}
	return c
}
