// Package scaffold makes the files that a new course begins with: small, correct,
// and with comments that say what to change.
package scaffold

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Answers are what an author says of a course before it is there. All may be
// empty.
type Answers struct {
	Title    string
	ID       string   // progress is kept under it; made of the title where it is empty
	Language string   // a tag such as "pt-BR"; "en" where it is empty
	Author   string   // "You", where it is empty
	Goals    []string // what people may come for
}

// Template is a kind of course to begin with.
type Template struct {
	Name string // what it is asked for by
	Says string // what it is, in a few words
}

// Templates are those that Make knows, the usual one first.
func Templates() []Template {
	return []Template{
		{"plain", "lessons with questions, a detour, cards and two ways to explain"},
		{"quiz", "one file of questions, one of each kind"},
		{"hands-on", "tasks that are done for real and checked, and a question that is answered with code"},
		{"language", "words, sentences with gaps, and cards in both directions"},
	}
}

//go:embed all:templates
var templates embed.FS

// Make gives the files of a new course by their names, with slashes. The error
// is about a template that there is not, or an id or language that is none.
func Make(template string, a Answers) (map[string][]byte, error) {
	if err := a.check(); err != nil {
		return nil, err
	}
	folder, err := fs.Sub(templates, "templates/"+template)
	if err == nil {
		_, err = fs.Stat(folder, "course.yaml")
	}
	if err != nil {
		return nil, fmt.Errorf("there is no template %q: the templates are %s", template, strings.Join(names(), ", "))
	}
	fill := a.filling()
	files := map[string][]byte{}
	err = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		if strings.HasSuffix(name, ".yaml") {
			files[name] = []byte(fill.yaml.Replace(string(data)))
		} else {
			files[name] = []byte(fill.markdown.Replace(string(data)))
		}
		return err
	})
	return files, err
}

// check refuses what a course could not be opened with.
func (a Answers) check() error {
	if a.ID != "" && course.Slug(a.ID) != a.ID {
		return fmt.Errorf("the id %q: an id is small letters and digits, with hyphens between; write %q", a.ID, course.Slug(a.ID))
	}
	return CheckLanguage(a.Language)
}

// CheckLanguage refuses what is no tag of a language. Nothing at all is English.
func CheckLanguage(tag string) error {
	if _, err := language.Parse(tag); tag != "" && err != nil {
		return fmt.Errorf("%q is no language: write a tag such as en, pt-BR or zh-Hant", tag)
	}
	return nil
}

func names() []string {
	var list []string
	for _, t := range Templates() {
		list = append(list, t.Name)
	}
	return list
}

// filling puts answers where templates have their names in braces.
type filling struct{ yaml, markdown *strings.Replacer }

func (a Answers) filling() filling {
	title := line(a.Title)
	if title == "" {
		title = "A new course"
	}
	id := a.ID
	if id == "" {
		id = course.Slug(title)
	}
	if id == "" {
		id = "course"
	}
	language := a.Language
	if language == "" {
		language = "en"
	}
	author := line(a.Author)
	if author == "" {
		author = "You"
	}
	return filling{
		yaml: strings.NewReplacer("{{title}}", draft.Scalar(title), "{{id}}", draft.Scalar(id), "{{language}}", draft.Scalar(language),
			"{{author}}", draft.Scalar(author), "{{goals}}", goals(a.Goals)),
		markdown: strings.NewReplacer("{{title}}", draft.Plain(title)),
	}
}

// goals are the entries below goals in course.yaml.
func goals(says []string) string {
	if len(says) == 0 {
		return "  use: To use it\n  look: To look around"
	}
	var b strings.Builder
	taken := map[string]bool{}
	for i, g := range says {
		if slices.Contains(says[:i], g) {
			continue // said twice
		}
		word := course.Slug(g)
		if word == "" || taken[word] {
			word = "goal-" + strconv.Itoa(i+1)
		}
		taken[word] = true
		fmt.Fprintf(&b, "  %s: %s\n", draft.Scalar(word), draft.Scalar(line(g)))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// line is what an author typed, as one line without what a terminal acts on.
func line(s string) string { return strings.Join(strings.Fields(textsafe.Line(s)), " ") }
