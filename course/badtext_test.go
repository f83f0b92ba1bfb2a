package course_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/cairn-learn/cairn/course"
)

// TestTextsThatAreNone loads files that are no text, names that are not what they
// seem, and a title of nothing: each has its finding, or is as if it were missing.
// A27 and the part of A29 about networks need what does not exist: nothing of a
// course is run, and nobody comes in over a network.
func TestTextsThatAreNone(t *testing.T) {
	endless := strings.Repeat("Ä", 10_000)
	wide := "\xff\xfe"
	for _, u := range utf16.Encode([]rune("# Wide\n\nText.\n")) {
		wide += string([]byte{byte(u), byte(u >> 8)})
	}
	for _, c := range []struct{ name, file, text, finding, says string }{
		{"A18 a name of a file that is turned around", "photo\u202egpj.md", "# Photo\n\nText.\n", "file-name", "photo<U+202E>gpj.md"},
		{"A23 a character of zero", "a.md", "# A\n\na\x00b\n", "control-character", "U+0000"},
		{"A23 what is not UTF-8", "a.md", "# A\n\ncaf\xe9 \xff\n", "not-utf8", "a.md:3:4: error: the file is not UTF-8"},
		{"A23 UTF-16 with a byte order mark", "a.md", wide, "not-utf8", "a.md: error: this file is UTF-16 and is passed over"},
		{"A25 a title of spaces only is none", "course.yaml", "id: a\ntitle: \"     \"\n", "blank-title", "course.yaml:2"},
		{"A25 a title of soft hyphens only is none", "a.md", "---\ntitle: \"\u00ad\u200f\"\n---\n# A\n\nText.\n", "blank-title", "a.md:2"},
		{"A25 a title without end in course.yaml", "course.yaml", "title: " + endless + "\n", "long-title", "10000 letters"},
		{"A25 a title without end in front matter", "a.md", "---\ntitle: " + endless + "\n---\n# A\n\nText.\n", "long-title", "a.md:2"},
		{"A25 a heading without end", "a.md", "Text.\n\n# " + endless + "\n\nText.\n", "long-title", "a.md:3"},
		{"A25 a skill without end", "course.yaml", "skills: { one: " + endless + " }\n", "long-title", "course.yaml:1"},
		{"A25 a module without end", "course.yaml", "path:\n  - module: " + endless + "\n    lessons: [ok.md]\n", "long-title", "course.yaml:2"},
		{"A25 a fork without end", "course.yaml", "path:\n  - choose: 1\n    title: " + endless + "\n    from: [ok.md]\n", "long-title", "course.yaml:2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{"ok.md": {Data: []byte("# Fine\n\nText.\n")}, c.file: {Data: []byte(c.text)}}
			loaded, diags, err := course.Load(files, "folder")
			if err != nil {
				t.Fatal(err)
			}
			found := c.finding == ""
			for _, d := range diags {
				found = found || d.Code == c.finding && strings.Contains(d.String(), c.says)
			}
			if !found {
				t.Errorf("nothing says %s %q: %v", c.finding, c.says, diags)
			}
			if strings.TrimSpace(loaded.Title) == "" {
				t.Errorf("the title is %q", loaded.Title)
			}
			eachString(reflect.ValueOf(loaded), "", map[uintptr]bool{}, func(at, s string) {
				if strings.Contains(at, "Title") && !strings.Contains(at, "Blocks") && len([]rune(s)) > 200 {
					t.Errorf("%s has %d letters", at, len([]rune(s)))
				}
			})
		})
	}
}

// TestMarksThatHonestTextsHave loads a text with soft hyphens and marks of
// direction, in its words, in what is read aloud of code, and in answers: nothing
// is found, and they are nowhere.
func TestMarksThatHonestTextsHave(t *testing.T) {
	const text = "# Sh\u00adort C++\u200f\n\nDonau\u00addampf, \u061c50% \u200eand `a\u00adb`.\n\n" +
		"### Question: What\u200f?\n<!-- id: q -->\n\n- Answer: one\u200f\n\n" +
		"### Question: Fill\n<!-- id: gap -->\n\nA [[tw\u00ado]] b.\n"
	loaded, diags, err := course.Load(fstest.MapFS{"a.md": {Data: []byte(text)}}, "folder")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("found in an honest text: %s", d)
	}
	if title := loaded.Path[0].Lesson.Title; title != "Short C++" {
		t.Errorf("the title is %+q", title)
	}
}
