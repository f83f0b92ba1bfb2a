package learn

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// TestWork follows answers, a detour, a dispute and a reset.
func TestWork(t *testing.T) {
	c, _, err := course.Load(fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\nmixups:\n  m:\n    says: an idea\n    detour: d\npath:\n  - a\n")},
		"a.md":        {Data: []byte("# A\n\n### Question: One?\n<!-- id: one -->\n\n- [x] Yes\n- [ ] No\n  > Mix-up: m\n- [ ] Maybe\n\n### Question: Two?\n<!-- id: two -->\n\n- Answer: two\n\n### Ask: Why?\n<!-- id: why -->\n")},
		"d.md":        {Data: []byte("---\nkind: detour\n---\n# D\n\nAn idea.\n")},
	}, "c")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 2, 18, 0, 0, 0, time.UTC)
	s, err := Open(c, Deps{Log: NewMemory(func() time.Time { return now }), Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	say := map[string][]course.Answer{
		"one": {{Items: []string{"No"}}, {Items: []string{"Yes"}}},
		"two": {{Text: "tow"}, {DontKnow: true}},
		"why": {{Text: "because"}},
	}
	for range 40 {
		now = now.Add(30 * time.Second)
		item := ""
		switch st := s.Step().(type) {
		case Answering:
			item = st.Question.ID
		case Asking:
			item = st.Ask.ID
		case Feedback:
			if st.CanDispute && st.Question.ID == "two" {
				if _, err := s.Do(Dispute{}); err != nil {
					t.Fatal(err)
				}
				continue
			}
		}
		if list := say[item]; len(list) > 0 {
			say[item] = list[1:]
			if _, err := s.Do(Submit{Answer: list[0]}); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if _, err := s.Do(Continue{}); err != nil {
			_, _ = s.Do(Skip{})
		}
	}
	w := s.Work()
	if len(w.Questions) != 2 || w.Events == 0 || w.Origin != "memory" {
		t.Fatalf("%+v", w)
	}
	one, two := w.Questions[0], w.Questions[1]
	if one.ID != "one" || one.Rev != s.index.questions["one"].Rev || one.Lesson != "a" || len(one.Tries) != 2 || one.Tries[0].Outcome != course.Wrong || one.Tries[0].Mixup != "m" ||
		one.Tries[1].Outcome != course.Right || one.Tries[0].Took != 30*time.Second {
		t.Errorf("%+v", one)
	}
	if len(w.Detours) != 1 || w.Detours[0] != (DetourWork{To: "d", ID: "one", Rev: one.Rev, Mixup: "m", Taken: true, Back: true, Again: course.Right}) {
		t.Errorf("%+v", w.Detours)
	}
	if len(two.Tries) == 0 || !two.Tries[0].Disputed || one.Tries[0].Disputed {
		t.Errorf("%+v", two)
	}
	if len(w.Reflections) != 1 || w.Reflections[0] != (Reflection{Ask: "why", Text: "because"}) {
		t.Errorf("%+v", w.Reflections)
	}
	if _, err := s.Do(Reset{What: ResetQuestion, ID: "one"}); err != nil {
		t.Fatal(err)
	}
	after := s.Work()
	if len(after.Questions) != 1 || len(after.Detours) != 0 || after.Events <= w.Events {
		t.Errorf("after the reset: %+v", after)
	}
	if _, err := s.Do(Reset{What: ResetCourse}); err != nil {
		t.Fatal(err)
	}
	if after = s.Work(); len(after.Questions)+len(after.Reflections) != 0 {
		t.Errorf("after it all was reset: %+v", after)
	}
}
