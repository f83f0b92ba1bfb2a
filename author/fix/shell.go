package fix

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// A function as bash writes it, and source with its file.
var (
	functioned = regexp.MustCompile(`^function[ \t]+([A-Za-z_][A-Za-z0-9_]*)[ \t]*(?:\([ \t]*\))?[ \t]*\{`)
	sourced    = regexp.MustCompile(`^source[ \t]+([A-Za-z0-9_./-]+)`)
)

// plainShell writes what only bash takes as every shell does, where both mean the
// same.
func plainShell(s spot, _ course.Diag) []Edit {
	rest := s.text[s.at:s.end]
	switch s.marked() {
	case "==":
		return s.replace("=")
	case "source":
		m := sourced.FindStringSubmatch(rest)
		if m == nil {
			return nil
		}
		file := m[1]
		if !strings.Contains(file, "/") {
			file = "./" + file // without it, the file is looked for among the commands
		}
		return []Edit{{s.at, s.at + len(m[0]), ". " + file}}
	case "function":
		if m := functioned.FindStringSubmatch(rest); m != nil {
			return []Edit{{s.at, s.at + len(m[0]), m[1] + "() {"}}
		}
	}
	return nil
}
