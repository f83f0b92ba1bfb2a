package qti_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/internal/tried"
	"github.com/cairn-learn/cairn/author/exporter/qti"
	from "github.com/cairn-learn/cairn/author/importer/qti"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

// unpacked is what a package holds, each file sound as XML.
func unpacked(t testing.TB, f exporter.Format, src exporter.Source) (exporter.Written, *txtar.Archive) {
	t.Helper()
	w, err := f.Write(src)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(w.Data), int64(len(w.Data)))
	if err != nil {
		t.Fatal(err)
	}
	a := &txtar.Archive{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := sound(data); err != nil {
			t.Errorf("%s: %v\n%s", file.Name, err, data)
		}
		a.Files = append(a.Files, txtar.File{Name: file.Name, Data: data})
	}
	return w, a
}

// sound reads XML, strictly, and finds what acts in it.
func sound(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return hostile.Text(string(data))
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains([]string{"script", "iframe", "object", "style", "img"}, start.Name.Local) {
			return fmt.Errorf("the element %s", start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || strings.HasPrefix(strings.ToLower(a.Value), "javascript:") {
				return fmt.Errorf("the attribute %s=%q", a.Name.Local, a.Value)
			}
		}
	}
}

// TestEvery: testdata holds what a course with every form becomes, file by file.
func TestEvery(t *testing.T) {
	for _, f := range []exporter.Format{qti.Version12(), qti.Version21()} {
		w, a := unpacked(t, f, tried.Every(t))
		tried.Golden(t, f.Name+".txtar", txtar.Format(a))
		tried.Golden(t, f.Name+".losses", tried.Losses(w.Losses))
	}
}

// TestSound: packages of whole courses, and of one with texts that try to act, are
// sound, and each file that the list names is there.
func TestSound(t *testing.T) {
	sources := []exporter.Source{tried.BuiltIn(t, "git"), tried.BuiltIn(t, "go"), tried.BuiltIn(t, "shell"), tried.BuiltIn(t, "welcome"), tried.BuiltIn(t, "write-a-course")}
	for _, text := range []string{"<script>x</script>", "]]>", "\x1b[2J", "&#27;", "\uffff", "<img src=x onerror=x>", "[x](javascript:x)", "</item>"} {
		c, _, err := course.Load(hostile.Course(text), "hostile")
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, exporter.Source{Course: c})
	}
	for _, src := range sources {
		for _, f := range []exporter.Format{qti.Version12(), qti.Version21()} {
			_, a := unpacked(t, f, src)
			for _, file := range a.Files {
				if file.Name == "imsmanifest.xml" {
					for _, other := range a.Files {
						if other.Name != file.Name && !strings.Contains(string(file.Data), `"`+other.Name+`"`) {
							t.Errorf("%s: the list does not name %s", f.Name, other.Name)
						}
					}
				}
			}
		}
	}
}

// TestRoundTrip imports QTI 1.2: the same choices, answers and pairs come back.
func TestRoundTrip(t *testing.T) {
	for name, src := range map[string]exporter.Source{"every": tried.Every(t), "git": tried.BuiltIn(t, "git"), "go": tried.BuiltIn(t, "go"), "shell": tried.BuiltIn(t, "shell"), "welcome": tried.BuiltIn(t, "welcome"), "write-a-course": tried.BuiltIn(t, "write-a-course")} {
		w, _ := unpacked(t, qti.Version12(), src)
		c, _ := tried.Import(t, from.Format(), "quiz.zip", w.Data)
		back, same := map[string]bool{}, 0
		c.EachQuestion(func(q *course.Question) { back[tried.Said(q)] = true })
		src.Course.EachQuestion(func(q *course.Question) {
			switch f := q.Form.(type) {
			case *course.Options:
			case *course.Match:
			case *course.Typed:
				for _, a := range slices.Concat(f.Answers, f.Close, f.Not) {
					if a.Kind != course.AnswerWords {
						return // QTI says it otherwise, as is told
					}
				}
				for _, a := range f.Not {
					if a.Reply.Text == "" {
						return // it is as wrong as any other
					}
				}
			default:
				return
			}
			if said := tried.Said(q); !back[said] {
				t.Errorf("%s: %s does not come back:\n%s", name, q.ID, said)
			}
			same++
		})
		if same == 0 {
			t.Errorf("%s: nothing was compared", name)
		}
	}
}
