// Package explain says what the codes of findings mean: why each matters, and
// what it looks like wrong and right. Each code has a file in codes, and every
// example in it is loaded by a test.
package explain

import (
	"embed"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

//go:embed codes/*.md
var codes embed.FS

// Page is what there is to say about a code.
type Page struct {
	Code    course.Code
	Group   string // the title of the group it is listed in
	Meaning string // one paragraph of Markdown
	Why     string // why it matters: paragraphs of Markdown; may be empty
	Wrong   Example
	Right   Example
}

// Example is the folder of a course, or as much of it as matters.
type Example struct {
	Text   string // Markdown: what cannot be shown as a file; may be empty
	Recipe string // the name of what a test has to make, where text cannot hold it; may be empty
	Files  []File
}

// File is one file of an example.
type File struct {
	Name, Lang, Text string
	// Marked says that words such as <CR> in Text stand for characters that
	// cannot be seen.
	Marked bool
}

// Of returns the page about a code. near is the nearest code where there is none
// of that name; it may be empty.
func Of(code string) (page Page, near string, ok bool) {
	known, near, ok := course.LookUpCode(code)
	if !ok {
		return Page{}, near, false
	}
	page, err := read(known)
	if err != nil {
		panic(err) // a test reads every page
	}
	return page, "", true
}

// All returns the pages about all codes, group by group.
func All() []Page {
	var pages []Page
	for _, g := range groups() {
		for _, code := range g.codes {
			page, _, _ := Of(code)
			pages = append(pages, page)
		}
	}
	return pages
}

// read reads the page about a code.
func read(code course.Code) (Page, error) {
	data, err := codes.ReadFile(path.Join("codes", code.Name+".md"))
	if err != nil {
		return Page{}, fmt.Errorf("explaining %s: %w", code.Name, err)
	}
	page := Page{Code: code}
	for _, g := range groups() {
		if slices.Contains(g.codes, code.Name) {
			page.Group = g.title
		}
	}
	head, rest, hasWrong := strings.Cut(string(data), "\n## Wrong\n")
	wrong, right, hasRight := strings.Cut(rest, "\n## Right\n")
	said, titled := strings.CutPrefix(head, "# "+code.Name+"\n")
	if !hasWrong || !hasRight || !titled || page.Group == "" {
		return Page{}, fmt.Errorf("explaining %s: a page has its code as its title, a group, and the headings Wrong and Right", code.Name)
	}
	page.Meaning, page.Why, _ = strings.Cut(strings.TrimSpace(said), "\n\n")
	page.Meaning, page.Why = oneLine(page.Meaning), strings.TrimSpace(page.Why)
	if page.Wrong, err = readExample(wrong); err != nil {
		return Page{}, fmt.Errorf("explaining %s: %w", code.Name, err)
	}
	page.Right, err = readExample(right)
	return page, err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// fence is the first line of a file in an example: its language, its name, and
// whether it has marks.
var fence = regexp.MustCompile("^(`{3,})([a-z]+) (\\S+)( marks)?$")

// recipe is the comment that names what a test has to make.
var recipe = regexp.MustCompile(`^<!-- recipe: ([a-z-]+) -->$`)

// readExample reads what stands under Wrong or Right.
func readExample(src string) (Example, error) {
	var e Example
	var text []string
	end := ""
	for _, line := range strings.Split(strings.Trim(src, "\n"), "\n") {
		switch m := fence.FindStringSubmatch(line); {
		case end != "" && line == end:
			end = ""
		case end != "":
			f := &e.Files[len(e.Files)-1]
			f.Text += line + "\n"
		case m != nil:
			end = m[1]
			e.Files = append(e.Files, File{Name: m[3], Lang: m[2], Marked: m[4] != ""})
		case strings.HasPrefix(line, "```"):
			return e, fmt.Errorf("a block of code without a name: %s", line)
		case recipe.MatchString(line):
			e.Recipe = recipe.FindStringSubmatch(line)[1]
		default:
			text = append(text, line)
		}
	}
	if end != "" {
		return e, fmt.Errorf("a block of code that does not end")
	}
	e.Text = strings.TrimSpace(strings.Join(text, "\n"))
	return e, nil
}
