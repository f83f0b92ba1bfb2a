package words

import (
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// Check says in Markdown what a check of a task asks for.
func (t Task) Check(c course.Check) string {
	what := c.Ask
	switch {
	case c.Run != "":
		what = t.Run(c.Run)
	case c.File != "":
		what = t.File(c.File)
	case c.Dir != "":
		what = t.Dir(c.Dir)
	case c.Git != "":
		what = t.Git(c.Git)
	case c.HTTP != "":
		what = t.HTTP(c.HTTP)
	}
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(c.Expect)) {
		parts = append(parts, t.Expect(name, c.Expect[name]))
	}
	if len(parts) > 0 {
		what += ": " + strings.Join(parts, ", ")
	}
	return what
}
