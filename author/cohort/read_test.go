package cohort_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

const least = `{"format":"cairn-share","version":1,"course":{"id":"c"},"learner":"x"`

// TestBrokenFilesAreRefused names what is wrong with each.
func TestBrokenFilesAreRefused(t *testing.T) {
	long := strings.Repeat("x", 3000)
	for text, says := range map[string]string{
		least + `}`:                            "",
		least + `,"later":{"a":[1]}}`:          "",
		``:                                     "not JSON",
		`[]`:                                   "not JSON",
		least:                                  "not JSON",
		least + `} {}`:                         "follows after",
		`{}`:                                   "not made by cairn progress share",
		`{"format":"cairn-share","version":2}`: "version 2",
		`{"format":"cairn-share","version":1}`: "course.id",
		`{"format":"cairn-share","version":1,"course":{"id":"c"}}`: "learner",
		least + `,"events":-1}`:                                                                           "events",
		least + `,"events":1e30}`:                                                                         "not JSON",
		least + `,"name":"` + long + `"}`:                                                                 "name: longer",
		least + `,"made":"yesterday"}`:                                                                    "made",
		least + `,"position":{"minutes":-3}}`:                                                             "position.minutes",
		least + `,"lessons":[{"id":"a","state":"gone"}]}`:                                                 "lessons.state",
		least + `,"lessons":[{"id":" ","state":"open"}]}`:                                                 "lessons.id: it is empty",
		least + `,"lessons":[{"id":"a","state":"open"},{"id":"a","state":"done"}]}`:                       "lessons.id: one is there twice",
		least + `,"skills":[{"id":"a","mastery":1.5}]}`:                                                   "skills.mastery",
		least + `,"items":[{"id":"a","first":"right"}]}`:                                                  "items.first",
		least + `,"items":[{"id":"a"},{"id":"a"}]}`:                                                       "items: one is there twice",
		least + `,"items":[{"id":"a","rev":"1"},{"id":"a","rev":"2"}]}`:                                   "",
		least + `,"items":[{"id":"a","first":"right","tries":[{"outcome":"perfect","where":"lesson"}]}]}`: "items.tries.outcome",
		least + `,"items":[{"id":"a","first":"wrong","tries":[{"outcome":"right","where":"lesson"}]}]}`:   "items.first",
		least + `,"items":[{"id":"a","first":"right","tries":[{"outcome":"right","where":"exam"}]}]}`:     "items.tries.where",
		least + `,"items":[{"id":"a","tries":[` + strings.Repeat(`{},`, 30) + `{}]}]}`:                    "items.tries: more than 20",
		least + `,"items":[{"id":"a","first":"wrong","tries":[{"outcome":"wrong","where":"lesson","answer":{"items":[` + strings.Repeat(`"",`, 200) + `""]}}]}]}`: "more than 100 parts",
		least + `,"detours":[` + strings.Repeat(`{},`, 20_000) + `{}]}`:                                                                                           "longer than 20000",
		strings.Repeat(`[`, 100_000):             "not JSON",
		least + strings.Repeat(" ", 5<<20) + `}`: "larger than 4 MB",
	} {
		_, err := cohort.Read([]byte(text))
		switch {
		case says == "" && err != nil:
			t.Errorf("%.80s: %v", text, err)
		case says != "" && (err == nil || !strings.Contains(err.Error(), says)):
			t.Errorf("%.80s: says %v, not %q", text, err, says)
		}
	}
}

// evil is a class of six that says a text wherever a text can stand.
func evil(t *testing.T, text string) cohort.Report {
	t.Helper()
	var files []cohort.File
	for i := range 12 {
		sh := cohort.Share{
			Format: cohort.Format, Version: cohort.Version, Learner: fmt.Sprint(i), Name: text,
			Course: cohort.Course{ID: "c" + text, Title: text, Version: text, Hash: fmt.Sprint(text, i/6)}, Position: cohort.Position{Lesson: "l" + text},
			Lessons: []cohort.Lesson{{ID: "l" + text, State: "begun"}}, Skills: []cohort.Skill{{ID: "k" + text, Answers: 1}},
			Items: []cohort.Item{{ID: "q" + text, Rev: text, Lesson: "l" + text, First: "wrong", Tries: []cohort.Try{
				{Outcome: "wrong", Where: "lesson", Answer: course.Answer{Text: "a" + text}, Mixup: text, Disputed: true},
				{Outcome: "wrong", Where: "lesson", Answer: course.Answer{Items: []string{text, text}}},
			}}},
			Detours: []cohort.Detour{{To: "l" + text, Item: "q" + text, Rev: text, Mixup: text, Taken: true, Again: "wrong"}},
		}
		data, err := json.Marshal(sh)
		if err != nil {
			t.Fatal(err)
		}
		back, err := cohort.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, cohort.File{Share: back})
	}
	return cohort.Fold(files, cohort.Options{Named: true})
}

// TestHostileTexts: nothing that stands in a file reaches a terminal, a page or
// a spreadsheet as anything but text.
func TestHostileTexts(t *testing.T) {
	texts := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='x`, `</style></svg><b>`, `&lt;b&gt;`, `]]>`, `<!--`,
		"=1+2", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\u00a0=1", "＝1", "|calc", "%0A=1", "a\n=1", `","=1`, `";=1`,
	}
	for _, a := range hostile.Attacks() {
		texts = append(texts, a.Text)
	}
	for _, text := range texts {
		r := evil(t, text)
		for _, out := range outputs(t, r) {
			if err := hostile.Text(out); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
		var page, table bytes.Buffer
		if err := errors.Join(r.WriteHTML(&page), r.WriteCSV(&table)); err != nil {
			t.Fatal(err)
		}
		checkPage(t, page.String())
		rows, err := csv.NewReader(&table).ReadAll()
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if first := strings.IndexFunc(cell, func(r rune) bool { return !unicode.IsSpace(r) }); first >= 0 && regexp.MustCompile(`^[=+@|%＝＋＠]|^-[^0-9]|^-.*[^0-9.]`).MatchString(cell[first:]) {
					t.Errorf("%q: a spreadsheet calculates %q", text, cell)
				}
			}
		}
	}
}

// checkPage reads a page strictly, and holds it to the elements and attributes
// that a report has.
func checkPage(t *testing.T, page string) {
	t.Helper()
	page = strings.TrimPrefix(page, "<!DOCTYPE html>")
	page = regexp.MustCompile(`<meta [^>]*>`).ReplaceAllString(page, "")
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	known := " html head title style body main section h1 h2 h3 p div table caption thead tbody tr th td span code svg text rect "
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("the page is broken: %v", err)
			return
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !strings.Contains(known, " "+e.Name.Local+" ") {
			t.Errorf("there is an element <%s>", e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || a.Name.Local == "src" || a.Name.Local == "style" {
				t.Errorf("there is an attribute %s=%q", a.Name.Local, a.Value)
			}
		}
	}
}

// FuzzRead: whatever is read is folded and printed, and read again the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(least + `}`))
	f.Add([]byte(least + `,"items":[{"id":"a","first":"wrong","tries":[{"outcome":"wrong","where":"lesson","answer":{"text":"=1"}}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := cohort.Read(data)
		if err != nil {
			return
		}
		written, err := s.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := cohort.Read(written); err != nil && len(written) <= cohort.MaxSize {
			t.Fatalf("what was read is not read again: %v", err)
		}
		outputs(t, cohort.Fold([]cohort.File{{Share: s}}, cohort.Options{Named: true}))
	})
}
