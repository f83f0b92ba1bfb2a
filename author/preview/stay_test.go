package preview_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course/learn"
)

// TestKeepsThePlace saves courses one after the other while an author is at a
// question, and says where they are then: at a question, or in a lesson.
func TestKeepsThePlace(t *testing.T) {
	const (
		yaml   = "course.yaml\nid: bread\ntitle: Bread\npath: [flour.md, dough.md, oven.md]\n"
		dough  = "dough.md\n# Dough\n\n### Question: What lets it grow?\n<!-- id: grow -->\n\n- Answer: gas\n\n### Question: And what makes that?\n<!-- id: made -->\n\n- Answer: yeast\n"
		noMore = "dough.md"
	)
	renamed := func(old, text string) string { return strings.Replace(dough, old, text, 1) }
	for _, tt := range []struct {
		name  string
		saves [][]string // files with their texts; a name alone removes the file
		at    []string   // after each
	}{
		{"another id", [][]string{{renamed("id: grow", "id: rise")}}, []string{"rise"}},
		{"other words", [][]string{{renamed("What lets", "What makes")}}, []string{"grow"}},
		{"the question is gone, and back", [][]string{{"dough.md\n# Dough\n\n### Question: And what makes that?\n<!-- id: made -->\n\n- Answer: yeast\n"}, {dough}}, []string{"in dough", "grow"}},
		{"the file has another name", [][]string{{noMore, renamed("dough.md", "teig.md"), strings.Replace(yaml, "dough.md", "teig.md", 1)}}, []string{"grow"}},
		{"first the file, then the path", [][]string{{noMore, renamed("dough.md", "teig.md")}, {strings.Replace(yaml, "dough.md", "teig.md", 1)}}, []string{"grow", "grow"}},
		{"the lesson is gone, and back", [][]string{{noMore}, {dough}}, []string{"in oven", "grow"}},
		{"the question moves to another lesson", [][]string{{"dough.md\n# Dough\n\nText.\n", "oven.md\n" + strings.Replace(strings.TrimPrefix(dough, "dough.md\n"), "# Dough", "# Oven", 1)}}, []string{"grow"}},
		{"a detour is gone", [][]string{{"yeast.md"}}, []string{""}},
		{"half the settings", [][]string{{"course.yaml\nid: bread\ntitle: [\n"}, {yaml}}, []string{"grow", "grow"}},
		{"half a question", [][]string{{"dough.md\n# Dough\n\n### Question: What lets it grow?\n<!-- id: gr"}, {dough}}, []string{"in dough", "grow"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			save := func(files []string) {
				for _, f := range files {
					name, text, ok := strings.Cut(f, "\n")
					if !ok {
						if err := os.Remove(filepath.Join(dir, name)); err != nil {
							t.Fatal(err)
						}
						continue
					}
					write(t, dir, name, text)
				}
			}
			save([]string{yaml, dough, "flour.md\n# Flour\n\nRye.\n", "oven.md\n# Oven\n\nHot.\n", "yeast.md\n---\nkind: detour\n---\n# Yeast\n\nIt lives.\n"})
			p, err := preview.New(dir, preview.Options{Now: now})
			if err != nil {
				t.Fatal(err)
			}
			o, err := p.Open()
			if err != nil {
				t.Fatal(err)
			}
			s := o.Session
			from := "grow"
			if tt.at[0] == "" {
				from = "yeast"
			}
			if _, err := s.Do(learn.GoTo{ID: from}); err != nil {
				t.Fatal(err)
			}
			var place preview.Place
			for i, files := range tt.saves {
				save(files)
				o, err := p.Open()
				if err != nil {
					t.Fatal(err)
				}
				place.Keep(s, o.Session)
				s = o.Session
				got := question(s)
				if l := s.Step().At().Lesson; l != nil && l.ID == "oven" && got == "" {
					got = "in oven"
				} else if l != nil && strings.HasPrefix(tt.at[i], "in ") {
					got = "in " + l.ID
				}
				if got != tt.at[i] {
					t.Errorf("after save %d the author is at %q (%T), not %q", i+1, got, s.Step(), tt.at[i])
				}
			}
		})
	}
}

// TestGoingOnIsNotUndone goes on from where a lost place led: the place is not come
// back to.
func TestGoingOnIsNotUndone(t *testing.T) {
	dir, p := dough(t)
	o, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Session.Do(learn.GoTo{ID: "grow"}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(filepath.Join(dir, "dough.md"))
	if err != nil {
		t.Fatal(err)
	}
	var place preview.Place
	for i, text := range []string{"# Dough\n\nFlour.\n\n### Question: And what makes that?\n<!-- id: made -->\n\n- Answer: yeast\n", string(whole)} {
		write(t, dir, "dough.md", text)
		next, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		place.Keep(o.Session, next.Session)
		if o = next; i == 0 {
			if _, err := o.Session.Do(learn.GoTo{ID: "made"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := question(o.Session); got != "made" {
		t.Errorf("the author is at %q, not made", got)
	}
}

// TestOptionsStayInOrder: settings that cannot be read cost the course its id, and
// the options on the screen stay where they are.
func TestOptionsStayInOrder(t *testing.T) {
	const yaml = "id: bread\ntitle: Bread\npath: [dough.md]\n"
	dir := t.TempDir()
	write(t, dir, "course.yaml", yaml, "dough.md", "# Dough\n\n### Question: Which?\n<!-- id: which -->\n\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n- [ ] f\n- [ ] g\n")
	p, err := preview.New(dir, preview.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	order := func() []int {
		o, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := o.Session.Do(learn.GoTo{ID: "which"}); err != nil {
			t.Fatal(err)
		}
		a, ok := o.Session.Step().(learn.Answering)
		if !ok {
			t.Fatalf("at %T", o.Session.Step())
		}
		return a.Layout
	}
	before := order()
	write(t, dir, "course.yaml", "id: bread\ntitle: [\n")
	if after := order(); !slices.Equal(before, after) {
		t.Errorf("options are %v, and were %v", after, before)
	}
}
