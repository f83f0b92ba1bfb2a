package course

import (
	"fmt"
	"path"
	"strings"
)

// misnamed warns of files under a name that is nearly the one they are read by.
// Such a file costs nothing else, and would be passed over without a word.
func (f *folder) misnamed() {
	tests := []string{"tests/paths.yml", "tests/path.yaml", "tests/path.yml", "tests/Paths.yaml", "test/paths.yaml", "test/paths.yml"}
	settings := []string{"course.yml", "Course.yaml", "Course.yml", "COURSE.yaml", "COURSE.YAML"}
	for right, names := range map[string][]string{courseFile: settings, "tests/paths.yaml": tests} {
		if right != courseFile && !f.exists[courseFile] {
			continue // another program's
		}
		for _, name := range names {
			if f.exists[name] && !f.exists[right] {
				f.warn(codeFileName, name, fmt.Sprintf("this file is not read: its name is not %s", named(right)), fmt.Sprintf("rename it to %s", named(right)))
			}
		}
	}
}

// otherEnding finds a text that would be the Markdown file which is missing, had
// it the ending of one.
func (f *folder) otherEnding(target string) string {
	stem := strings.TrimSuffix(target, path.Ext(target))
	for _, name := range []string{stem + ".txt", stem + ".mdx", stem + ".MD", stem, target + ".txt", stem + ".rtf", stem + ".docx"} {
		if f.exists[name] && name != target && path.Ext(target) == ".md" {
			if path.Ext(name) == ".rtf" || path.Ext(name) == ".docx" {
				return fmt.Sprintf("%s is no text; save it as Markdown under the name %s", named(name), named(target))
			}
			return fmt.Sprintf("rename %s to %s", named(name), named(target))
		}
	}
	return ""
}
