package scaffold_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/author/scaffold"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

func folder(files map[string][]byte) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

// TestTemplates: what is new is a course without a finding.
func TestTemplates(t *testing.T) {
	for _, template := range scaffold.Templates() {
		t.Run(template.Name, func(t *testing.T) {
			files, err := scaffold.Make(template.Name, scaffold.Answers{Title: "Bees: how they live"})
			if err != nil {
				t.Fatal(err)
			}
			c, findings, err := course.Load(folder(files), "bees")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range findings {
				t.Errorf("%s (%s)", d, d.Hint)
			}
			if c.Title != "Bees: how they live" || c.ID != "bees-how-they-live" || len(c.Lessons) == 0 || len(c.Skills) == 0 {
				t.Errorf("it became %q, %q, %d lessons, %d skills", c.Title, c.ID, len(c.Lessons), len(c.Skills))
			}
			for name, data := range files {
				if strings.Contains(string(data), "{{") {
					t.Errorf("%s has a place that was not filled", name)
				}
			}
		})
	}
}

// TestTheTestsOfTemplates: those that a new course has hold, and so does every
// road by chance; nothing is found that tools for authors look for.
func TestTheTestsOfTemplates(t *testing.T) {
	for _, template := range scaffold.Templates() {
		t.Run(template.Name, func(t *testing.T) {
			made, err := scaffold.Make(template.Name, scaffold.Answers{Title: "Bees"})
			if err != nil {
				t.Fatal(err)
			}
			files := folder(made)
			c, findings, err := inspect.Course(files, "bees")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range findings {
				t.Errorf("%s (%s)", d, d.Hint)
			}
			suite, err := paths.Read(files, c)
			if err != nil || len(suite.Learners) == 0 {
				t.Fatalf("%d learners: %v", len(suite.Learners), err)
			}
			r, err := paths.Run(t.Context(), c, suite, paths.Options{Learners: 20, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			if err := r.WriteText(&said, false); err != nil || r.Failed > 0 || len(r.Tests) <= len(suite.Learners) {
				t.Errorf("%d of %d failed\n%s%v", r.Failed, len(r.Tests), said.String(), err)
			}
		})
	}
}

// TestAnyAnswer: whatever an author types, the course is read without an error
// and says what was typed.
func TestAnyAnswer(t *testing.T) {
	attacks := hostile.Attacks()
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[-#:{}\[\]"'\\ a~&*!|>%@,0-9]{0,12}`), rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(attacks).Draw(t, "attack").Text
	}))
	rapid.Check(t, func(t *rapid.T) {
		a := scaffold.Answers{
			Title: text.Draw(t, "title"), Language: "de", Author: text.Draw(t, "author"),
			Goals: rapid.SliceOfN(text, 0, 3).Draw(t, "goals"),
		}
		files, err := scaffold.Make("plain", a)
		if err != nil {
			t.Fatal(err)
		}
		c, findings, err := course.Load(folder(files), "new")
		if err != nil {
			t.Fatalf("%v\n%s", err, files["course.yaml"])
		}
		for _, d := range findings {
			if d.Severity == course.Error {
				t.Errorf("%s\n%s", d, files["course.yaml"])
			}
		}
		told := slices.Compact(slices.Sorted(slices.Values(a.Goals))) // each once
		if len(told) > 0 && len(c.Goals) != len(told) {
			t.Errorf("%d goals became %d", len(told), len(c.Goals))
		}
	})
}

func TestUnknownTemplate(t *testing.T) {
	for _, name := range []string{"none", "", "..", "plain/lessons"} {
		if _, err := scaffold.Make(name, scaffold.Answers{}); err == nil || !strings.Contains(err.Error(), "plain, quiz, hands-on, language") {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestAnswersThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		a    scaffold.Answers
		says string
	}{
		{scaffold.Answers{ID: "My course"}, `write "my-course"`},
		{scaffold.Answers{ID: "../up"}, `write "up"`},
		{scaffold.Answers{Language: "de at"}, "no language"},
		{scaffold.Answers{Language: "\x1b[2J"}, "no language"},
	} {
		if _, err := scaffold.Make("plain", c.a); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v", c.a, err)
		}
	}
}

// TestAdopt: a folder of Markdown keeps its order, its modules and its titles.
func TestAdopt(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"README.md":         "# Bread: all of it",
		"1-dough/1-mix.md":  "# Mix",
		"1-dough/2-wait.md": "# Wait",
		"1-dough/3-old.md":  "---\nkind: extra\n---\n# Old dough",
		"2-oven/10-heat.md": "# Heat",
		"2-oven/9-light.md": "# Light",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	was, _, err := course.Load(files, "bread")
	if err != nil {
		t.Fatal(err)
	}
	data, err := scaffold.Adopt(files, "bread", scaffold.Answers{Author: "The bakers"})
	if err != nil {
		t.Fatal(err)
	}
	files["course.yaml"] = &fstest.MapFile{Data: data}
	is, findings, err := course.Load(files, "elsewhere")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range findings {
		t.Errorf("%s (%s)\n%s", d, d.Hint, data)
	}
	if is.Title != "Bread: all of it" || is.ID != "bread" || road(is) != road(was) {
		t.Errorf("%s %s\n%s\nwas\n%s", is.Title, is.ID, road(is), road(was))
	}
	if _, err := scaffold.Adopt(files, "bread", scaffold.Answers{}); !errors.Is(err, scaffold.ErrIsCourse) {
		t.Errorf("a second time: %v", err)
	}
}

func road(c *course.Course) string {
	var list []string
	for _, s := range c.Path {
		line := s.Module + " / " + s.Lesson.Title
		if s.Optional {
			line += ", offered"
		}
		list = append(list, line)
	}
	return strings.Join(list, "\n")
}

// TestATemplateShowsTasks: one of them has a task with each of its blocks, and a
// question that is answered with code, all with what proves that they can be done.
func TestATemplateShowsTasks(t *testing.T) {
	made, err := scaffold.Make("hands-on", scaffold.Answers{Title: "Bees"})
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(folder(made), "bees")
	if err != nil {
		t.Fatal(err)
	}
	var checked, setUp, coded int
	for _, task := range c.TasksInOrder() {
		if task.Solution() == "" {
			t.Errorf("nothing says how %s is done", task.ID)
		}
		if len(task.Checks) > 0 {
			checked++
		}
		if task.Setup != "" {
			setUp++
		}
		if task.Code != nil {
			coded++
		}
	}
	if checked < 2 || setUp == 0 || coded == 0 {
		t.Errorf("%d tasks with checks, %d with setup, %d questions answered with code", checked, setUp, coded)
	}
}
