package draft

import "testing"

func TestSkillOf(t *testing.T) {
	c := &Course{}
	for _, tt := range []struct{ title, id string }{
		{"Make a dough", "make-a-dough"},
		{"Make a dough", "make-a-dough"},
		{"Make, a dough", "make-a-dough-2"},
		{"Make a DOUGH", "make-a-dough-3"},
		{"Make, a dough", "make-a-dough-2"},
		{"…", ""},
	} {
		if id := c.SkillOf(tt.title); id != tt.id {
			t.Errorf("the skill %q is %q, not %q", tt.title, id, tt.id)
		}
	}
	if len(c.Skills) != 3 {
		t.Errorf("there are %d skills", len(c.Skills))
	}
}
