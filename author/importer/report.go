package importer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Report is what came of an import.
type Report struct {
	Format    string        `json:"format"`
	Source    string        `json:"source"`
	Dir       string        `json:"dir"`
	DryRun    bool          `json:"dry_run"`
	Lessons   int           `json:"lessons"`
	Questions int           `json:"questions"` // that are graded
	Asks      int           `json:"asks"`
	Tasks     int           `json:"tasks"`
	Cards     int           `json:"cards"` // without those of the glossary
	Terms     int           `json:"terms"`
	Files     []Change      `json:"files"`
	Losses    []draft.Loss  `json:"losses"`
	Repeated  []Repeat      `json:"repeated"`
	Findings  []course.Diag `json:"findings"` // of the course that was written
}

// Change is what became of a file of the course.
type Change struct {
	File string `json:"file"`
	What What   `json:"what"`
}

// What says what became of a file.
type What string

// The values of What.
const (
	New        What = "new"
	Same       What = "same"
	Updated    What = "updated"     // the source changed, the author did not
	Edited     What = "edited"      // the author changed it, the source did not: left alone
	EditedBoth What = "edited-both" // both changed it: left alone
	Deleted    What = "deleted"     // the author removed it: not made again
	Gone       What = "gone"        // the source no longer has it: removed
	GoneEdited What = "gone-edited" // the same, but the author changed it: left alone
	GoneShown  What = "gone-shown"  // the same, but a page that stays names it: left alone
)

// words says it to people.
func (w What) words() string {
	switch w {
	case New:
		return "new"
	case Same:
		return "as it was"
	case Updated:
		return "brought up to date"
	case Edited:
		return "you changed it; left alone"
	case EditedBoth:
		return "you changed it, and so did the source; left alone"
	case Deleted:
		return "you removed it; not made again"
	case Gone:
		return "no longer in the source; removed"
	case GoneEdited:
		return "no longer in the source, but you changed it; left alone"
	case GoneShown:
		return "no longer in the source, but a page names it; left alone"
	}
	return string(w)
}

func (r *Report) sort() {
	slices.SortStableFunc(r.Losses, func(a, b draft.Loss) int {
		return cmp.Or(course.Natural(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

// count takes in what a draft holds.
func (r *Report) count(c *draft.Course) {
	for _, f := range c.Files {
		switch f.Kind {
		case course.KindCards, course.KindGlossary:
		default:
			r.Lessons++
		}
		for _, it := range f.Items() {
			switch it.Kind {
			case "question":
				r.Questions++
			case "ask":
				r.Asks++
			case "task":
				r.Tasks++
			case "card":
				r.Cards++
			}
		}
		r.Terms += len(f.Terms)
	}
}

// WriteLosses prints what could not be carried over, by file and line, for people.
func (r Report) WriteLosses(w io.Writer) error {
	var b strings.Builder
	r.losses(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r Report) losses(b *strings.Builder) {
	for _, l := range r.Losses {
		fmt.Fprintf(b, "%s: %s: %s\n", textsafe.Line(placed(l.File, l.Line)), textsafe.Line(l.What), textsafe.Line(l.Why))
	}
	if len(r.Losses) > 0 {
		b.WriteByte('\n')
	}
}

// repeats names what the source holds twice.
func (r Report) repeats(b *strings.Builder) {
	const most = 20
	for i, q := range r.Repeated {
		if i == most {
			fmt.Fprintf(b, "%d more stand in the source twice\n", len(r.Repeated)-most)
			break
		}
		fmt.Fprintf(b, "%s: %s stands in %s already; both are in the course\n", textsafe.Line(placed(q.File, q.Line)), textsafe.Line(q.What), textsafe.Line(placed(q.FirstFile, q.FirstLine)))
	}
	if len(r.Repeated) > 0 {
		b.WriteByte('\n')
	}
}

// placed is a place as people read it.
func placed(file string, line int) string {
	if line > 0 {
		return fmt.Sprintf("%s:%d", file, line)
	}
	return file
}

// WriteText prints a report for people.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	r.losses(&b)
	r.repeats(&b)
	counts := map[What]int{}
	for _, c := range r.Files {
		counts[c.What]++
	}
	if counts[New] < len(r.Files) {
		for _, c := range r.Files {
			if c.What != Same {
				fmt.Fprintf(&b, "  %s: %s\n", textsafe.Line(c.File), c.What.words())
			}
		}
		if counts[Same] > 0 {
			fmt.Fprintf(&b, "  %s: as they were\n", counted(counts[Same], "file"))
		}
	}
	did := "Written to"
	switch {
	case len(r.Files) > 0 && counts[New]+counts[Updated]+counts[Gone] == 0:
		did = "Nothing had to be written to"
	case r.DryRun:
		did = "Nothing was written. It would go to"
	}
	fmt.Fprintf(&b, "%s %s: %s.\n", did, textsafe.Line(r.Dir), r.holds())
	if n := len(r.Losses); n > 0 {
		was := "1 thing was not carried over as it was"
		if n > 1 {
			was = fmt.Sprintf("%d things were not carried over as they were", n)
		}
		b.WriteString(was + "; see above.\n")
	}
	if n := len(r.Findings); n > 0 {
		fmt.Fprintf(&b, "%s of the new course: cairn check %s\n", counted(n, "warning"), textsafe.Line(r.Dir))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// holds says what a course holds.
func (r Report) holds() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{r.Lessons, "lesson"}, {r.Questions, "question"}, {r.Asks, "question without grading"}, {r.Tasks, "task"}, {r.Cards, "card"}, {r.Terms, "term"}} {
		if p.n > 0 {
			parts = append(parts, counted(p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if head, tail, ok := strings.Cut(what, " "); ok {
		return fmt.Sprintf("%d %ss %s", n, head, tail)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// WriteJSON prints a report for programs.
func (r Report) WriteJSON(w io.Writer) error {
	if r.Losses == nil {
		r.Losses = []draft.Loss{}
	}
	if r.Repeated == nil {
		r.Repeated = []Repeat{}
	}
	if r.Findings == nil {
		r.Findings = []course.Diag{}
	}
	if r.Files == nil {
		r.Files = []Change{}
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	_, err = w.Write(append(textsafe.JSON(data), '\n'))
	return err
}
