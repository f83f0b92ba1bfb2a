package formats_test

import (
	"os"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/formats"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

// FuzzExport: whatever a lesson says, each format takes it or says why not, in bounded
// time, and in what is text nothing acts.
func FuzzExport(f *testing.F) {
	for _, file := range []string{"lessons/01-moving.md", "lessons/02-answering.md"} {
		data, err := os.ReadFile("../../../courses/welcome/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("# L\n\n~~a~~[^1]\n\n```mermaid\nflowchart LR\nA --> B\n```\n\n[^1]: b\n\n### Question: Q?\n\n- [x] `a-b` ~~c~~\n- [ ] d\n  > no [^1]\n")
	f.Add("# L\n\n### Question: Q?\n\n- Answer: 5 ± 1\n- Also: `/^x$/`\n- Otherwise: $x$\n\n### Question: R\n\n1. a\n2. b\n\n### Question: S\n\nA [[b|c]] d [[e]].\n\n| a | b |\n|---|---|\n| c | d |\n")
	f.Add("# L\n\n> [!NOTE]\n> x\n\nQ :: A\n\n$$\n\\frac{a}{b}\n$$\n\n<script>x</script>\n\n![x](y.svg)\n")
	f.Fuzz(func(t *testing.T, lesson string) {
		if len(lesson) > 20_000 {
			return
		}
		c, _, err := course.Load(fstest.MapFS{"one.md": &fstest.MapFile{Data: []byte(lesson)}}, "course")
		if err != nil {
			return
		}
		for _, format := range formats.All() {
			begun := time.Now()
			for _, answers := range []exporter.Answers{exporter.AnswersEnd, exporter.AnswersInline} {
				w, err := format.Write(exporter.Source{Course: c, Set: exporter.Settings{Answers: answers, Questions: true}})
				if err == nil && format.Text {
					if err := hostile.Text(string(w.Data)); err != nil {
						t.Errorf("%s: %v", format.Name, err)
					}
				}
			}
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("%s takes %v", format.Name, took)
			}
		}
	})
}
