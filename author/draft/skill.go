package draft

import (
	"fmt"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// SkillOf gives the id of the skill with a title, and declares it when the course
// has none. It is empty for a title without words.
func (c *Course) SkillOf(title string) string {
	want := course.Slug(title)
	if want == "" {
		return ""
	}
	for n, id := 2, want; ; n++ {
		i := slices.IndexFunc(c.Skills, func(s Skill) bool { return s.ID == id })
		if i < 0 {
			c.Skills = append(c.Skills, Skill{ID: id, Title: title})
			return id
		}
		if c.Skills[i].Title == title {
			return id
		}
		id = fmt.Sprintf("%s-%d", want, n)
	}
}
