package plain_test

import (
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestCourseOverDays takes a built-in course some steps a day, as somebody who
// knows every answer: each day is told first, what is due is reviewed, nothing
// that was typed is refused, and the end is reached.
func TestCourseOverDays(t *testing.T) {
	sub, err := fs.Sub(courses.FS(), "git")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(sub, "git")
	if err != nil {
		t.Fatal(err)
	}
	l := newPupilOf(t, c)
	reviewed := 0
	const most = 60 // days
	for day := range most {
		told, finished := l.day()
		tidy(t, told)
		if day > 0 && !strings.Contains(told, "\n\nToday. ") {
			t.Fatalf("day %d is not told first:\n%.600s", day, told)
		}
		for _, refusal := range []string{"is not among", "was not taken", "Nothing was typed", "not possible", "Not right."} {
			if at := strings.Index(told, refusal); at >= 0 {
				t.Fatalf("on day %d %q was said:\n%s", day, refusal, told[max(0, at-800):at+len(refusal)])
			}
		}
		reviewed += strings.Count(told, "The review is through")
		if finished {
			if reviewed == 0 {
				t.Error("nothing was reviewed on the way")
			}
			return
		}
		*l.later += 24 * time.Hour
	}
	t.Fatalf("the course was not finished in %d days", most)
}

// day is one sitting.
func (l *learner) day() (told string, finished bool) {
	l.t.Helper()
	s := l.session()
	var out strings.Builder
	d := plain.New(plain.Options{In: &pupil{l: l, s: s, left: 40}, Out: &out, Words: words.English(), Width: 80, Echo: true})
	finished, err := d.Run(s)
	if err != nil {
		l.t.Fatal(err)
	}
	return out.String(), finished
}

// pupil types what is right at each step, as long as the sitting lasts.
type pupil struct {
	l    *learner
	s    *learn.Session
	left int
	rest string
}

func (p *pupil) Read(b []byte) (int, error) {
	if p.rest == "" {
		if p.left == 0 {
			return 0, io.EOF
		}
		p.left--
		line, _ := knowing(p.l.t, p.s.Step())
		p.rest = line + "\n"
		*p.l.later += time.Minute
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}
