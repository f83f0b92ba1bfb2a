package plain_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

const twoQuestions = `# Two

### Question: Type one.
<!-- id: q1 -->

- Answer: one

### Question: Fill in.
<!-- id: q2 -->

It is [[red]] or [[blue]].

### Ask: What did you notice?
<!-- id: notice -->
`

func newPupil(t *testing.T) *learner {
	t.Helper()
	l := newLearner(t, fstest.MapFS{"01-two.md": {Data: []byte(twoQuestions)}})
	l.passFirstQuestions()
	return l
}

// TestInput takes lines as programs and terminals give them.
func TestInput(t *testing.T) {
	long := strings.Repeat("x", 1<<17)
	for _, c := range []struct{ name, in, want string }{
		{"an answer", "one\n", "Right."},
		{"an answer with the line end of Windows", "one\r\n", "Right."},
		{"an answer behind a byte order mark", "\ufeffone\n", "Right."},
		{"A20 an answer with spaces and joiners without width", "o\u200bn\u200d\u2060e\u00ad\n", "Right."},
		{"A18 an answer with marks of direction", "\u200e\u202done\u202c\n", "Right."},
		{"A20 a note with a space without width and a joined emoji", ":note a\u200bb 👩\u200d💻 می\u200cخواهم\n:notes\n", "ab 👩\u200d💻 می\u200cخواهم"},
		{"an answer between spaces", " \t one  \n", "Right."},
		{"a command between spaces", "  :show \n", "The answer: one"},
		{"a character of zero", "o\x00ne\n", "> o�ne"},
		{"bytes that are not UTF-8", "\xff\xfe\xc0\n", "Not right."},
		{"escapes", "\x1b[2J\x9b31m\n", "> ␛[2J�31m"},
		{"a line over the limit, and an answer", long + "\none\n", "longer than 65536 characters"},
		{"an answer after a line over the limit", long + "\none\n", "Right."},
		{"a line over the limit at the end", long, "The course is not finished."},
		{"nothing", "", "The course is not finished."},
		{"an empty line", "\n", "Nothing was typed."},
		{"a colon", ":\n", "Not right."},
		{"a quarter of a million colons", strings.Repeat(":\n", 1<<8), "Not right."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := newPupil(t).talk(c.in)
			tidy(t, got)
			if !strings.Contains(got, c.want) {
				t.Errorf("want %q; got:\n%.2000s", c.want, got)
			}
		})
	}
}

// TestTheEndOfTheInputAnswersNothing ends the input in the middle of a line, at
// every place of a course.
func TestTheEndOfTheInputAnswersNothing(t *testing.T) {
	script := "one\n\nred\nblue\n\nquiet\n\n"
	for i := range script {
		l := newPupil(t)
		before := script[:strings.LastIndexByte(script[:i], '\n')+1]
		l.talk(before)
		answered := l.answers()
		got := l.talk(script[len(before):i])
		tidy(t, got)
		if n := l.answers(); n != answered {
			t.Errorf("the end of the input after %q answered", script[:i])
		}
		if rest := script[len(before):i]; rest != "" && !strings.Contains(got, "this was not sent: “"+rest+"”") {
			t.Errorf("nothing says that %q was not sent; got:\n%s", rest, got)
		}
	}
}

// answers counts the answers in the log.
func (l *learner) answers() int {
	l.t.Helper()
	events, err := l.log.Events("test")
	if err != nil {
		l.t.Fatal(err)
	}
	n := 0
	for _, e := range events {
		if e.Kind == learn.KindAnswered {
			n++
		}
	}
	return n
}

// TestAnUnsentAnswerIsKept finds it again the next time.
func TestAnUnsentAnswerIsKept(t *testing.T) {
	for _, c := range []struct{ name, first, told, second, want string }{
		{
			name: "a typed answer", first: "on",
			told: "Not sent yet: “on”. Type :send to send it, or answer anew.", second: ":send\n", want: "Not right.",
		},
		{
			name: "a gap in the middle", first: "one\n\nred\nbl",
			told: "Gap 1: red. Gap 2: bl.", second: ":back\nblue\n", want: "Right.",
		},
		{
			name: "a reflection", first: "one\n\nred\nblue\n\nThe qui",
			told: "You answered before: “The qui”. :send keeps it, :skip goes on.", second: ":send\n", want: "End of “Two”.",
		},
		{
			name: "a next try", first: "two\non",
			told: "Your answer: two", second: "one\n", want: "Right.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newPupil(t)
			l.talk(c.first)
			got := l.talk(c.second)
			tidy(t, got)
			for _, want := range []string{c.told, c.want} {
				if !strings.Contains(got, want) {
					t.Errorf("want %q; got:\n%s", want, got)
				}
			}
		})
	}
}

// TestNotSaved says what could not be saved, once for each change, and lets the
// learner go on when it can be.
func TestNotSaved(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"a full disk", learn.ErrFull, "not saved: the disk is full. Make room and answer again."},
		{"a folder that cannot be written to", learn.ErrReadOnly, "not saved: the folder of your progress cannot be written to."},
		{"anything else", errors.New("the disk is on fire"), "the disk is on fire"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newPupil(t)
			l.log.Fail(c.err)
			got, finished, err := l.run(&lines{t: t, log: l.log, list: []string{"one", ":show", "!", "one", "", "red", "blue", "", "quiet", "", ""}})
			if err != nil || !finished {
				t.Errorf("the course was not finished: %v", err)
			}
			tidy(t, got)
			if n := strings.Count(got, c.want); n != 2 {
				t.Errorf("%q was said %d times for 2 changes; got:\n%s", c.want, n, got)
			}
		})
	}
}

// TestGapsOutliveAFullDisk sends gaps again that could not be saved.
func TestGapsOutliveAFullDisk(t *testing.T) {
	l := newPupil(t)
	l.talk("one\n\n")
	l.log.Fail(learn.ErrFull)
	got, _, _ := l.run(&lines{t: t, log: l.log, list: []string{"", "red", "blue", "!", ":send"}})
	if !strings.Contains(got, "All gaps are filled in.") || !strings.Contains(got, "Right.") {
		t.Errorf("the gaps could not be sent again; got:\n%s", got)
	}
}

// TestStopping keeps what was not sent, although nothing more can be read.
func TestStopping(t *testing.T) {
	l := newPupil(t)
	l.talk("one\n\n")
	in, typing := io.Pipe()
	out := &watched{want: "Gap 2 of 2:", stop: make(chan struct{})}
	go func() { _, _ = io.WriteString(typing, "red\n") }()
	d := plain.New(plain.Options{In: in, Out: out, Words: words.English(), Width: 80, Stop: out.stop})
	if finished, err := d.Run(l.session()); finished || err != nil {
		t.Errorf("finished %v, %v", finished, err)
	}
	if got := l.talk(""); !strings.Contains(got, "Gap 1: red.") {
		t.Errorf("what was typed is lost; afterwards:\n%s", got)
	}
}

// watched closes stop as soon as the text wanted is printed.
type watched struct {
	strings.Builder
	want string
	stop chan struct{}
}

func (w *watched) Write(b []byte) (int, error) {
	before := strings.Contains(w.String(), w.want)
	n, err := w.Builder.Write(b)
	if !before && strings.Contains(w.String(), w.want) {
		close(w.stop)
	}
	return n, err
}

// WriteString hides the builder's, which would not watch.
func (w *watched) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// lines is input that comes line by line; at "!" the disk has room again.
type lines struct {
	t    *testing.T
	log  *learn.Memory
	list []string
}

func (l *lines) Read(b []byte) (int, error) {
	if len(l.list) == 0 {
		return 0, errBroken
	}
	if l.list[0] == "!" {
		l.log.Fail(nil)
		l.list = l.list[1:]
	}
	n := copy(b, l.list[0]+"\n")
	l.list = l.list[1:]
	return n, nil
}

// TestBrokenPipes are errors, and the dialogue ends.
func TestBrokenPipes(t *testing.T) {
	l := newPupil(t)
	if _, _, err := l.run(failing{}); !errors.Is(err, errBroken) || !strings.HasPrefix(err.Error(), "reading the answers: ") {
		t.Errorf("reading: got %v", err)
	}
	d := plain.New(plain.Options{In: strings.NewReader("one\n"), Out: failing{}, Words: words.English(), Width: 80})
	if _, err := d.Run(l.session()); !errors.Is(err, errBroken) || !strings.HasPrefix(err.Error(), "writing the course: ") {
		t.Errorf("writing: got %v", err)
	}
}

// TestNarrow keeps words whole, and code on its line.
func TestNarrow(t *testing.T) {
	l := newPupil(t)
	for _, width := range []int{0, 1, 20, 40} {
		var out strings.Builder
		d := plain.New(plain.Options{In: strings.NewReader("one\n\n"), Out: &out, Words: words.English(), Width: width, Echo: true})
		if _, err := d.Run(l.session()); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > max(20, width) {
				t.Errorf("a line of %d cells at a width of %d: %q", n, width, line)
			}
		}
	}
}
