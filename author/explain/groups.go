package explain

import (
	_ "embed"
	"strings"
)

// groupList lists the codes in the order in which they are explained: groups with
// their titles, a line about some, and a code on each line of a list.
//
//go:embed groups.md
var groupList string

// group is codes that belong together.
type group struct {
	title string
	intro string // one paragraph of Markdown; may be empty
	codes []string
}

// groups are all codes in the order in which they are explained.
func groups() []group {
	var list []group
	for line := range strings.Lines(groupList) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			list = append(list, group{title: title})
			continue
		}
		if last := len(list) - 1; strings.HasPrefix(line, "- ") {
			list[last].codes = append(list[last].codes, line[len("- "):])
		} else if line != "" {
			list[last].intro = line
		}
	}
	return list
}
