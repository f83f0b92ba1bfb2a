package exporter

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Report is what came of an export.
type Report struct {
	Format string       `json:"format"`
	Course string       `json:"course"` // its title
	File   string       `json:"file"`
	DryRun bool         `json:"dry_run"`
	Bytes  int          `json:"bytes"`
	Held   Counts       `json:"held"`     // what of the course the file holds
	Left   Counts       `json:"left_out"` // what of it the format does not hold
	Losses []draft.Loss `json:"losses"`
}

// NewReport tells of an export.
func NewReport(f Format, src Source, w Written, file string, dry bool) Report {
	all := Count(src.Course)
	return Report{
		Format: f.Name, Course: src.Course.Title, File: file, DryRun: dry, Bytes: len(w.Data), Held: w.Held, Losses: w.Losses,
		Left: Counts{
			Lessons: max(0, all.Lessons-w.Held.Lessons), Questions: max(0, all.Questions-w.Held.Questions), Asks: max(0, all.Asks-w.Held.Asks),
			Tasks: max(0, all.Tasks-w.Held.Tasks), Cards: max(0, all.Cards-w.Held.Cards),
		},
	}
}

// WriteText prints a report for people.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, l := range r.Losses {
		place := l.File
		if l.Line > 0 {
			place = fmt.Sprintf("%s:%d", l.File, l.Line)
		}
		fmt.Fprintf(&b, "%s: %s: %s\n", textsafe.Line(place), textsafe.Line(l.What), textsafe.Line(l.Why))
	}
	if len(r.Losses) > 0 {
		b.WriteByte('\n')
	}
	did, file := "Written to ", textsafe.Line(r.File)
	if r.DryRun {
		did = "Nothing was written. It would go to "
	}
	if r.File == "-" {
		file = "standard output"
	}
	fmt.Fprintf(&b, "%s%s: %s.\n", did, file, r.Held.words())
	if left := r.Left.words(); left != nothing {
		fmt.Fprintf(&b, "The format has no place for %s.\n", left)
	}
	switch n := len(r.Losses); {
	case n == 1:
		b.WriteString("1 thing was not carried over as it was; see above.\n")
	case n > 1:
		fmt.Fprintf(&b, "%d things were not carried over as they were; see above.\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

const nothing = "nothing"

func (c Counts) words() string {
	var parts []string
	for _, p := range []struct {
		n          int
		one, other string
	}{
		{c.Lessons, "lesson", "lessons"}, {c.Questions, "question", "questions"}, {c.Asks, "question without grading", "questions without grading"},
		{c.Tasks, "task", "tasks"}, {c.Cards, "card", "cards"},
	} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.one)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.other))
		}
	}
	if len(parts) == 0 {
		return nothing
	}
	return strings.Join(parts, ", ")
}

// WriteJSON prints a report for programs.
func (r Report) WriteJSON(w io.Writer) error {
	if r.Losses == nil {
		r.Losses = []draft.Loss{}
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	_, err = w.Write(append(textsafe.JSON(data), '\n'))
	return err
}
