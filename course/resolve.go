package course

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// lessonAt finds the lesson that a value names by file or id, and reports when
// there is none.
func (l *loader) lessonAt(file string, s strictyaml.Scalar, code string) *Lesson {
	if s.Text == "" {
		return nil
	}
	return l.lessonNamed(file, s.Text, scalarPos(file, s), len(s.Text), code)
}

// lessonNamed finds the lesson that a text in a file names: a path from that
// file, or an id.
func (l *loader) lessonNamed(from, to string, at Pos, length int, code string) *Lesson {
	if lesson := l.byID[to]; lesson != nil && !strings.Contains(to, "/") {
		return lesson
	}
	target, ok := l.target(from, to)
	if !ok {
		l.fail(code, at, length, fmt.Sprintf("%s leads out of the course", named(to)), "name a file of the course's folder")
		return nil
	}
	file, exists := l.existing(target)
	p := l.byFile[file]
	switch {
	case p != nil && p.lesson != nil:
		return p.lesson
	case p != nil:
		l.fail(code, at, length, fmt.Sprintf("%s is a file of kind %s, not a lesson", named(to), p.doc.kind), "name a lesson, detour, extra or project")
	case exists:
		l.failFolder(code, from, to, target, at, length)
	case strings.ContainsAny(to, "/.") && from != courseFile:
		l.fail(code, at, length, fmt.Sprintf("there is no file %s", named(to)), l.nearFile(from, to))
	case strings.ContainsAny(to, "/."):
		l.fail(code, at, length, fmt.Sprintf("there is no file %s in the course's folder", named(to)), l.nearFile(from, to))
	default:
		l.fail(code, at, length, fmt.Sprintf("there is no lesson %s", named(to)), orElse(l.suggest(to, l.lessonIDs()), thereAre(l.lessonIDs())))
	}
	return nil
}

// failFolder reports something other than a Markdown file in place of a lesson,
// with a lesson of it if it is a folder.
func (l *loader) failFolder(code, from, to, target string, at Pos, length int) {
	for _, file := range l.folder.markdown {
		if !strings.HasPrefix(file, target+"/") {
			continue
		}
		l.fail(code, at, length, fmt.Sprintf("%s is a folder, not a lesson", named(to)), fmt.Sprintf("name its files one by one, such as %s", named(relative(from, file))))
		return
	}
	l.fail(code, at, length, fmt.Sprintf("%s is not a lesson", named(to)), "name a Markdown file")
}

// target is the path below the course's folder that a link leads to. ok is
// false for a link out of the folder.
func (l *loader) target(from, to string) (file string, ok bool) { return target(from, to) }

func target(from, to string) (file string, ok bool) {
	to, _, _ = strings.Cut(to, "#")
	to, _, _ = strings.Cut(to, "?")
	if plain, err := url.PathUnescape(to); err == nil {
		to = plain
	}
	if strings.HasPrefix(to, "/") {
		file = path.Clean(strings.TrimLeft(to, "/"))
	} else {
		file = path.Join(path.Dir(from), to)
	}
	return file, file != ".." && !strings.HasPrefix(file, "../")
}

// existing finds the file or folder that a link leads to, also when it leaves
// out what web sites leave out. A folder stands for its README or index.
func (l *loader) existing(target string) (string, bool) {
	for _, file := range []string{target, target + ".md", target + ".markdown", target + "/README.md", target + "/index.md"} {
		if _, read := l.folder.texts[file]; read {
			return file, true
		}
	}
	return target, target == "." || l.folder.exists[target] || l.folder.inPassed(target)
}

// nearFile suggests the file that was meant: one of that name elsewhere, or
// one of nearly that name.
func (l *loader) nearFile(from, to string) string { return l.nearest(from, to, l.folder.markdown) }

// nearImage is nearFile for pictures.
func (l *loader) nearImage(from, to string) string {
	if l.images == nil {
		l.images = []string{}
		for _, file := range slices.SortedFunc(maps.Keys(l.folder.exists), natural) {
			if isImage(file) {
				l.images = append(l.images, file)
			}
		}
	}
	return l.nearest(from, to, l.images)
}

// isImage tells a picture by its ending.
func isImage(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

func (l *loader) nearest(from, to string, files []string) string {
	if l.suggested > maxSuggestions {
		return ""
	}
	target, _ := l.target(from, to)
	byName := map[string]string{}
	var names []string
	for _, file := range files {
		name := path.Base(file)
		if _, ok := byName[name]; !ok {
			byName[name] = file
			names = append(names, name)
		}
	}
	if rename := l.folder.otherEnding(target); rename != "" {
		return rename
	}
	if slashed := strings.ReplaceAll(to, `\`, "/"); slashed != to {
		if file, inside := l.target(from, slashed); inside && slices.Contains(files, file) {
			return didYouMean(relative(from, file))
		}
	}
	name := path.Base(target)
	file, ok := byName[name]
	if !ok {
		file = byName[l.near(name, names)]
	}
	if file == "" {
		return "check the name of the file"
	}
	if meant := relative(from, file); meant != to {
		return didYouMean(meant)
	}
	return "rename the file; a link cannot name one with # or ? in its name"
}

// relative is the path of a file as a link in another file writes it.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(path.Dir(from)), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}

// thereAre is the hint that lists names, when they are few.
func thereAre(names []string) string {
	const most = 8
	if len(names) == 0 || len(names) > most {
		return ""
	}
	return `there are: "` + strings.Join(names, `", "`) + `"`
}

func (l *loader) lessonIDs() []string {
	ids := make([]string, 0, len(l.course.Lessons)+1)
	for _, lesson := range l.course.Lessons {
		ids = append(ids, lesson.ID)
	}
	return ids
}
