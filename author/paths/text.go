package paths

import (
	"fmt"
	"io"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// longestRoad is how many waypoints of a road are told below a failure: the last
// ones, for that is where it parted.
const longestRoad = 14

// text prints lines until one fails.
type text struct {
	w   io.Writer
	err error
}

func (t *text) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintln(t.w, strings.TrimRight(textsafe.Line(fmt.Sprintf(format, args...)), " "))
	}
}

// WriteText prints the result for people, one line a test; with verbose also the
// roads, and what the random walks tell of the course.
func (r Result) WriteText(w io.Writer, verbose bool) error {
	t := &text{w: w}
	for _, test := range r.Tests {
		r.test(t, test, verbose)
	}
	if r.Walks != nil {
		r.walks(t)
	}
	if verbose && r.Walks != nil && t.err == nil {
		t.line("")
		t.err = r.Walks.WriteText(w)
	}
	t.line("")
	sum := fmt.Sprintf("%d passed, %d failed", r.Passed, r.Failed)
	if r.Skipped > 0 {
		sum += fmt.Sprintf(", %d not tried", r.Skipped)
	}
	t.line("%s", sum)
	if t.err != nil {
		return fmt.Errorf("printing the result: %w", t.err)
	}
	return nil
}

func (r Result) test(t *text, test Test, verbose bool) {
	word, note := "ok  ", test.Note
	switch {
	case test.Skipped != "":
		word, note = "skip", test.Skipped
	case !test.OK:
		word = "FAIL"
	}
	if test.Lessons > 0 {
		note = fmt.Sprintf("%s, %.0f minutes", counted(test.Lessons, "lesson"), test.Minutes)
	}
	t.line("%s  %-44s  %s", word, test.Name, note)
	told := 0 // the longest road that was told
	for _, f := range test.Failures {
		t.failure(test, f, !verbose && len(f.Road) > told)
		told = max(told, len(f.Road))
	}
	for _, line := range test.Refused {
		t.line("      %s", line)
	}
	if verbose {
		t.road(test.Road, len(test.Road))
	}
	if (verbose || !test.OK && test.Skipped == "") && len(test.Unused) > 0 {
		t.line("      answers that did not all come up: %s", strings.Join(test.Unused, ", "))
	}
}

// failure tells one failure, and the road up to it unless that was told.
func (t *text) failure(test Test, f Failure, road bool) {
	if test.Line == 0 {
		t.line("      %s", f.Got)
		return
	}
	t.line("      %s:%d: %s", File, f.Line, f.Key)
	t.line("        expected  %s", f.Want)
	t.line("        but       %s", f.Got)
	for _, why := range f.Why {
		t.line("        note      %s", why)
	}
	if road {
		t.line("        the road up to there, and why:")
		t.road(f.Road, longestRoad)
	}
}

// road prints the last waypoints of a road.
func (t *text) road(road []Waypoint, most int) {
	if n := len(road) - most; n > 0 {
		t.line("          … %d before; -v prints them", n)
		road = road[n:]
	}
	for _, w := range road {
		indent := strings.Repeat("  ", w.Depth)
		if w.Lesson == "" {
			t.line("            %s- %s", indent, w.What)
			continue
		}
		t.line("          %s%-22s  %s", indent, w.Lesson, w.What)
	}
}

// walks tells in a few lines what the random walks found.
func (r Result) walks(t *text) {
	w := r.Walks
	t.line("")
	t.line("lessons met   %.0f on the shortest road, %.0f on the longest, half meet %.0f", w.Road.Least, w.Road.Most, w.Road.Middle)
	t.line("minutes       half need %.0f; one in ten less than %.0f, one in ten more than %.0f", w.Minutes.Middle, w.Minutes.Low, w.Minutes.High)
	if len(w.Detours) > 0 {
		var list []string
		for _, d := range w.Detours[:min(3, len(w.Detours))] {
			list = append(list, fmt.Sprintf("%s %.0f %%", d.Lesson, 100*d.Taken))
		}
		t.line("detours       taken most: %s", strings.Join(list, ", "))
	}
	if len(w.Never) > 0 {
		t.line("warning       nobody meets the lesson %s", strings.Join(w.Never, ", "))
	}
	if len(w.Unasked) > 0 {
		t.line("warning       nobody meets the question %s", strings.Join(w.Unasked, ", "))
	}
}
