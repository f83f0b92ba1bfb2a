package walk

import (
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
)

func version(t *testing.T, question string) *course.Course {
	t.Helper()
	c, _, err := course.Load(fstest.MapFS{
		"course.yaml": {Data: []byte("id: bread\nskills: { dough: Dough }\n")},
		"one.md":      {Data: []byte("---\nskills: [dough]\n---\n# One\n\n### Question: " + question + "\n<!-- id: q -->\n\n- [x] Yes\n- [ ] No\n\n### Question: And more?\n<!-- id: more -->\n\n- Answer: yes\n")},
		"two.md":      {Data: []byte("# Two\n\nText.\n")},
	}, "bread")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestAcrossNothing: where nothing changed, everybody stands where they stood, with
// all that they had, and comes to the end; and that is the same each time.
func TestAcrossNothing(t *testing.T) {
	c := version(t, "Why?")
	o := Options{Learners: 30, Restless: 10, Seed: 7, Workers: 3}
	crossings, err := Across(t.Context(), c, c, o)
	if err != nil || len(crossings) < 30 {
		t.Fatalf("%d learners, %v", len(crossings), err)
	}
	places := map[string]bool{}
	for _, x := range crossings {
		places[x.Was] = true
		if x.Moved || x.Was != x.Is || x.End != EndFinished || !reflect.DeepEqual(x.Before, x.After) {
			t.Errorf("%+v", x)
		}
	}
	if len(places) < 4 {
		t.Errorf("all stopped at %v", places)
	}
	o.Workers = 1
	again, err := Across(t.Context(), c, c, o)
	if err != nil || !reflect.DeepEqual(crossings, again) {
		t.Errorf("another time it is another: %v", err)
	}
}

// TestAcrossANewMeaning: who stood at what follows a question that means something
// else now is asked it again.
func TestAcrossANewMeaning(t *testing.T) {
	crossings, err := Across(t.Context(), version(t, "Why?"), version(t, "How?"), Options{Learners: 30, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	moved := 0
	for _, x := range crossings {
		if x.Moved {
			moved++
		}
		if x.End != EndFinished {
			t.Errorf("%+v", x)
		}
	}
	if moved == 0 || moved == len(crossings) {
		t.Errorf("%d of %d stand elsewhere", moved, len(crossings))
	}
}
