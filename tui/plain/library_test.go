package plain_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

func shelf() []library.Entry {
	return []library.Entry{
		{Ref: "welcome", ID: "welcome", Title: "Welcome", Source: library.BuiltIn, Progress: learn.Progress{Started: true, Finished: true}},
		{Ref: "/home/one/bread", ID: "bread", Title: "Bread", Source: library.Recent, Progress: learn.Progress{Started: true, Done: 1, Of: 3}},
		{Ref: "/home/two/bread", ID: "bread", Title: "Bread", Source: library.Folder, Errors: 2},
		{Ref: "/home/two/soup.zip", Title: "Soup", Source: library.Folder, Glanced: true},
	}
}

const shelfTold = `Courses
1. Welcome: finished
2. Bread: 1 of 3 lessons
   in /home/one/bread
3. Bread: not begun, 2 errors
   in /home/two/bread
4. Soup
   in /home/two/soup.zip
Type a number from 1 to 4, or :quit.
`

// TestChoosingACourse takes a course from the shelf by its number, name, title
// or folder.
func TestChoosingACourse(t *testing.T) {
	for _, c := range []struct{ name, in, ref, told string }{
		{"a number", "2\n", "/home/one/bread", "> 2\n"},
		{"a name", "welcome\n", "welcome", "> welcome\n"},
		{"a folder", "/home/two/bread\n", "/home/two/bread", "> /home/two/bread\n"},
		{"a title of two courses", "Bread\n3\n", "/home/two/bread", "“Bread” is not among the answers."},
		{"the title of an archive", "soup\n", "/home/two/soup.zip", "> soup\n"},
		{"two numbers", "1 2\n1\n", "welcome", "Only one can be chosen."},
		{"nothing, and then a number", "\n1\n", "welcome", "Nothing was typed."},
		{"a line over the limit", strings.Repeat("x", 1<<17) + "\n1\n", "welcome", "was not taken"},
		{"leaving", ":quit\n1\n", "", "> :quit\n"},
		{"the end of the input", "1", "", ">"},
		{"no input", "", "", ">"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			d := plain.New(plain.Options{In: strings.NewReader(c.in), Out: &out, Words: words.English(), Width: 80, Echo: true})
			entry, ok, err := d.Choose(shelf())
			if err != nil || ok != (c.ref != "") || entry.Ref != c.ref {
				t.Errorf("took %q, %v, %v", entry.Ref, ok, err)
			}
			if !strings.HasPrefix(out.String(), shelfTold) || !strings.Contains(out.String(), c.told) {
				t.Errorf("want %q; the dialogue:\n%s", c.told, out.String())
			}
			tidy(t, out.String())
		})
	}
}

func TestNoCourses(t *testing.T) {
	var out strings.Builder
	d := plain.New(plain.Options{In: strings.NewReader("1\n"), Out: &out, Words: words.English(), Width: 80})
	if _, ok, err := d.Choose(nil); ok || err != nil {
		t.Errorf("took a course from an empty shelf: %v", err)
	}
	const want = "Courses\nThere is no course here yet.\nOpen a folder of Markdown files with: cairn FOLDER\n"
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}
