package update

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// mostLines is how many changes of a sort are printed for people.
const mostLines = 40

// WriteText prints the report for people.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "What this update of %s does to learners who are half way through: ", textsafe.Line(r.Course))
	switch r.Deserves {
	case LevelNone:
		b.WriteString("nothing, the files are the same.\n")
	case LevelPatch:
		b.WriteString("they read other words.\n")
	case LevelMinor:
		b.WriteString("they lose nothing.\n")
	case LevelMajor:
		b.WriteString("some lose something.\n")
	}
	for _, l := range []struct {
		level Level
		title string
	}{{LevelMajor, "What counts no longer"}, {LevelMinor, "What is new or other"}, {LevelPatch, "What nobody notices"}} {
		r.writeChanges(&b, l.level, l.title)
	}
	if r.Learners != nil {
		r.Learners.write(&b)
	}
	if r.Deserves != LevelNone {
		fmt.Fprintf(&b, "\nThis is a %s update.", r.Deserves)
		if r.Next != "" {
			fmt.Fprintf(&b, " After %s, the version is at least %s.", textsafe.Line(r.From), r.Next)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r Report) writeChanges(b *strings.Builder, level Level, title string) {
	n := 0
	for _, c := range r.Changes {
		if c.Level != level {
			continue
		}
		if n++; n == 1 {
			fmt.Fprintf(b, "\n%s:\n", title)
		}
		if n <= mostLines {
			fmt.Fprintf(b, "  %s\n", textsafe.Line(c.String()))
		}
	}
	if n > mostLines {
		fmt.Fprintf(b, "  and %d more\n", n-mostLines)
	}
}

// String is the change in one line.
func (c Change) String() string {
	return strings.TrimSpace(c.Kind+" "+c.ID) + " " + c.Says
}

// write prints what became of simulated learners.
func (l *Learners) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n%d simulated learners were stopped at random places and went on in this version (seed %d):\n", l.Count, l.Seed)
	line := func(n int, says string) {
		if n > 0 {
			fmt.Fprintf(b, "  %4d %s\n", n, textsafe.Line(says))
		}
	}
	line(l.Elsewhere, "stand elsewhere than they stood")
	for _, e := range l.Examples {
		fmt.Fprintf(b, "       such as: %s\n", textsafe.Line(e))
	}
	line(l.Again, fmt.Sprintf("have answered a question that means something else now, at most %d of them", l.AgainMost))
	line(l.Lost, "have answered a question that is gone")
	line(l.Undone, "were through with a lesson that is gone, or open again")
	line(l.Skills, "knew a skill, and do not seem to any more")
	line(l.Unfinished, "were through with the course, and have more to do now")
	for _, ask := range slices.Sorted(maps.Keys(l.Choices)) {
		line(l.Choices[ask], fmt.Sprintf("chose something for %s that is gone", ask))
	}
	if l.LostShare > 0 {
		fmt.Fprintf(b, "  %.1f%% of all answers count no longer.\n", 100*l.LostShare)
	}
	if l.nothing() {
		b.WriteString("  All stand where they stood, with all that they had.\n")
	}
	for _, place := range l.Stuck {
		fmt.Fprintf(b, "  Somebody could not go on, at %s.\n", textsafe.Line(place))
	}
	if len(l.Stuck) == 0 {
		b.WriteString("  All came to the end.\n")
	}
}

// nothing reports whether nobody noticed anything.
func (l *Learners) nothing() bool {
	return l.Elsewhere+l.Again+l.Lost+l.Undone+l.Skills+l.Unfinished+len(l.Choices) == 0
}

// WriteJSON prints the report for programs, with the findings about the course.
func (r Report) WriteJSON(w io.Writer, findings []course.Diag) error {
	if findings == nil {
		findings = []course.Diag{}
	}
	data, err := json.MarshalIndent(struct {
		Report
		Findings []course.Diag `json:"findings"`
	}{r, findings}, "", "  ")
	if err == nil {
		_, err = w.Write(append(textsafe.JSON(data), '\n'))
	}
	if err != nil {
		return fmt.Errorf("printing the update: %w", err)
	}
	return nil
}
