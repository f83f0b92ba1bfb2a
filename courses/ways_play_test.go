package courses_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

const (
	home     = "/home/learner" // what stands in a recording for the home of its learner
	lineTime = 30 * time.Second
	dice     = 7
)

// player takes one learner along a recording. Between two lines of the program it is
// asked for the next one (Read) and is handed what is told (Write).
type player struct {
	t     *testing.T
	w     *words.Words
	files fs.FS
	c     *course.Course

	root    string          // the learner's home
	temp    string          // of the shell
	written map[string]bool // names of commits, in the course
	now     time.Time
	log     *progress.Log
	bench   *exercise.Bench
	s       *learn.Session

	todo  []deed
	rest  *knowing // does what is not written down; nil: nobody
	whole []byte   // what was told and done in this sitting
	since int      // where in it begins what was told last
	until int      // and what was told before that
	cut   bool     // what is written down no longer fits, and is left off
	last  deed     // typed last
	left  []byte   // of a line that is not taken yet
	shell *ownShell
	in    string // the folder that the shell was opened in
	err   error  // why it cannot go on
}

func newPlayer(t *testing.T, c *course.Course, files fs.FS) *player {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	written, err := namesIn(files)
	if err != nil {
		t.Fatal(err)
	}
	p := &player{t: t, written: written, w: words.English(), files: files, c: c, root: filepath.Join(root, "home"), temp: filepath.Join(root, "temp")}
	data := filepath.Join(p.root, "cairn")
	for _, dir := range []string{data, p.temp} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	clock := func() time.Time { return p.now }
	p.log = progress.Open(data, progress.Options{Now: clock, Rand: strings.NewReader(strings.Repeat("cairn", 20)), Machine: "here"})
	p.bench = &exercise.Bench{
		Data: data, Course: c, Files: files, Trust: trust.Open(data, clock), Now: clock,
		Look: func() wall.Walls { return wall.Look(self) },
		Machine: code.Machine{Look: exec.LookPath, Ask: func(program string, args ...string) (string, error) {
			out, err := exec.Command(program, args...).Output()
			return string(out), err
		}},
	}
	t.Cleanup(p.close)
	return p
}

func (p *player) close() {
	p.closeShell()
	if err := p.log.Close(); err != nil {
		p.t.Error(err)
	}
	_ = filepath.WalkDir(p.root, func(name string, e fs.DirEntry, _ error) error {
		if e != nil && e.IsDir() {
			_ = os.Chmod(name, 0o700) // it is removed right after
		}
		return nil
	})
}

// play goes the way, to its end or only the first sittings of it, and returns them as
// they came out. The error says at which line of the recording it cannot go on, or
// that it is not at the end.
func (p *player) play(r recording, most int) (string, error) {
	var b strings.Builder
	for i := 0; i < min(len(r.sittings), most); i++ {
		s := r.sittings[i]
		text, finished, err := p.sit(s)
		if err != nil {
			return "", err
		}
		b.WriteString(s.at.Format(asSitting) + "\n" + text)
		if p.cut {
			r.sittings = r.sittings[:i+1]
		}
		switch last := i == len(r.sittings)-1; {
		case finished && !last:
			return "", errors.New("the course is finished, and a sitting follows")
		case finished:
			b.WriteString("= The course is finished.\n")
		case last && p.rest != nil && !p.rest.stuck:
			r.sittings = append(r.sittings, sitting{at: s.at.AddDate(0, 0, 2)})
		case last:
			return "", fmt.Errorf("behind line %d, the course is not finished; the last that was told:\n%s", p.last.line, p.whole[max(0, p.since-400):])
		}
	}
	return b.String(), nil
}

// sit starts the program and does what was done in one sitting.
func (p *player) sit(s sitting) (text string, finished bool, err error) {
	p.now, p.todo, p.whole, p.since, p.last, p.left = s.at, s.done, nil, 0, deed{}, nil
	if p.s, err = learn.Open(p.c, learn.Deps{Log: p.log, Now: func() time.Time { return p.now }, Seed: dice}); err != nil {
		return "", false, err
	}
	d := plain.New(plain.Options{In: p, Out: p, Words: p.w, Width: 80, Echo: true, AskDay: true})
	d.PractiseAt(p.bench)
	finished, err = d.Run(p.s)
	p.closeShell()
	if p.err != nil {
		return "", false, p.err
	}
	if err == nil && len(p.todo) > 0 {
		err = fmt.Errorf("line %d is not taken: the program has ended", p.todo[0].line)
	}
	return p.everywhere(string(p.whole)), finished, err
}

// Write takes what the program tells.
func (p *player) Write(b []byte) (int, error) {
	p.whole = append(p.whole, b...)
	return len(b), nil
}

// Read gives the program the next line that is typed, and does before it what is
// done in a shell.
func (p *player) Read(b []byte) (int, error) {
	for len(p.left) == 0 {
		line, ok := p.next()
		if !ok {
			return 0, io.EOF
		}
		p.left = []byte(line + "\n")
	}
	n := copy(b, p.left)
	p.left = p.left[n:]
	return n, nil
}

// next is the line that is typed next.
func (p *player) next() (string, bool) {
	if p.asksAgain() {
		return p.w.Plain.Replies.Yes[0], true
	}
	if why := p.refused(); why != "" {
		if p.rest == nil || p.cut {
			p.err = fmt.Errorf("line %d, %s\nis not what can be done here: %s", p.last.line, p.last, why)
			return "", false
		}
		p.cut, p.todo, p.whole, p.since = true, nil, p.whole[:p.since], p.until
	}
	p.shorten()
	for {
		p.now = p.now.Add(lineTime)
		if len(p.todo) == 0 && p.rest != nil {
			p.todo = p.rest.does(p, p.s.Step(), string(p.whole[p.since:]))
			p.t.Logf("%s %v", p.now.Format("2 15:04"), p.todo)
		}
		if len(p.todo) == 0 {
			return "", false
		}
		d := p.todo[0]
		p.todo = p.todo[1:]
		if !d.shell {
			p.rest.did(p.s.Step(), d.text)
			p.last, p.until, p.since = d, p.since, len(p.whole)
			return p.here(d.text), true
		}
		if p.err = p.do(d); p.err != nil {
			p.err = fmt.Errorf("line %d, %s\n%w", d.line, d, p.err)
			return "", false
		}
	}
}

// do carries out what the learner does in a shell: in the folder of the task that
// they are at, or else at home. It stands before the prompt that waits meanwhile.
func (p *player) do(d deed) error {
	dir := p.root
	if doing, ok := p.s.Step().(learn.Doing); ok {
		state, err := p.bench.State(doing.Task)
		if err != nil {
			return err
		}
		if dir = state.Folder; !state.Ready {
			return errors.New("there is no folder for the task yet: :shell or :edit makes it")
		}
	}
	if p.in != dir {
		p.closeShell()
		s, err := openShell(dir, p.temp, shellEnv(p.root))
		if err != nil {
			return err
		}
		p.shell, p.in = s, dir
	}
	printed, err := p.shell.run(p.here(d.text), p.now)
	if err != nil {
		return err
	}
	p.whole = append(p.whole[:len(p.whole)-len(markTyped)], d.String()+"\n"+shown(printed)+markTyped...)
	return nil
}

func (p *player) closeShell() {
	if p.shell != nil {
		p.shell.close()
	}
	p.shell, p.in = nil, ""
}

// refused is why the program did not take the line that was typed last.
func (p *player) refused() string {
	line := p.last.text
	told := strings.TrimSpace(strings.TrimPrefix(flat(string(p.whole[p.since:])), flat(p.here(line))))
	w := &p.w.Plain
	command, _, _ := strings.Cut(strings.TrimPrefix(line, ":"), " ")
	list := []string{
		w.NotAmong(line), w.NotOne, w.NotYesNo(line), w.NotDone(line), w.NotSure(line), w.NothingToDo, w.NothingSaid,
		w.Path.NotPlacement, w.Path.NotTurned, w.Path.NotJudged(line), w.NoCommand(command), w.NotNow(command), w.NotYet(command), w.NotHere(command, ""), w.NothingKept, p.w.Errors.NotNow,
	}
	if !strings.EqualFold(line, "no") {
		list = append(list, p.w.Practice.Consent.Refused)
	}
	for _, said := range list {
		if strings.HasPrefix(told, strings.TrimSuffix(flat(said), ".")) {
			return said
		}
	}
	return ""
}

// asksAgain reports whether the program asks a second time, because this machine has
// no walls. What it runs here is the project's own, so it may.
func (p *player) asksAgain() bool {
	c := &p.w.Practice.Consent
	return strings.HasSuffix(flat(string(p.whole[p.since:])), flat(c.Again+" "+c.How+" "+markTyped))
}

// pageGoesOn stands for the rest of a page.
const pageGoesOn = "(The page goes on.)"

// shorten leaves out of a page that is only read all but its first line: its words
// stand in the course.
func (p *player) shorten() {
	st, ok := p.s.Step().(learn.Reading)
	if !ok {
		return
	}
	lines := strings.Split(strings.TrimSuffix(string(p.whole[p.since:]), "\n"+markTyped), "\n")
	from := 0
	for i, line := range lines {
		if strings.HasPrefix(line, "Step ") {
			from = i
		}
	}
	for i, line := range lines[from:] {
		if first := from + i; begins(p.w, st, line) && first+2 < len(lines) {
			lines = append(lines[:first+1], pageGoesOn, lines[len(lines)-1])
			break
		}
	}
	p.whole = append(p.whole[:p.since], strings.Join(append(lines, markTyped), "\n")...)
}

// begins reports whether a page begins with a line that was told.
func begins(w *words.Words, st learn.Reading, line string) bool {
	const enough = 12 // letters, to tell it from a reason
	told := letters(line)
	for _, part := range st.Page.Parts {
		switch part := part.(type) {
		case learn.WayPart:
			shown := part.List[part.Shown]
			return told == letters(w.Plain.WayShown(shown.Title, part.Shown+1, len(part.List)))
		case learn.TextPart:
			for text := range strings.Lines(part.Markdown) {
				text = letters(text)
				if n := min(enough, len(text)); n > 0 && strings.HasPrefix(told, text[:n]) {
					return true
				}
			}
		}
	}
	return false
}

// letters are those of a text, and its figures.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// everywhere is what was told, without what differs from machine to machine: where
// the learner's home is, which walls there are, and how commits are named.
func (p *player) everywhere(text string) string {
	c := &p.w.Practice.Consent
	quoted := func(s string) string { return strings.ReplaceAll(regexp.QuoteMeta(s), " ", `\s`) }
	again := regexp.MustCompile(quoted(c.Again) + `\s` + quoted(c.How) + "\n> yes\n")
	walls := regexp.MustCompile(`(?s)(` + quoted(c.Network["no"]) + "\n).*?(" + quoted(first(c.Ask, 3)) + ")")
	text = again.ReplaceAllString(text, "")
	text = walls.ReplaceAllString(text, "${1}(The walls of this machine.)\n${2}")
	text = commitName().ReplaceAllStringFunc(text, func(name string) string {
		if p.written[name] {
			return name
		}
		return "(name-of-a-commit)"
	})
	return strings.ReplaceAll(text, p.root, home)
}

// commitName finds what may be the name of a commit.
func commitName() *regexp.Regexp { return regexp.MustCompile(`\b(?:[0-9a-f]{40}|[0-9a-f]{7})\b`) }

// namesIn are the names of commits that are written in a course: these are the same
// for everybody, and those of commits that are made are not.
func namesIn(files fs.FS) (map[string]bool, error) {
	names := map[string]bool{}
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		for _, found := range commitName().FindAll(text, -1) {
			names[string(found)] = true
		}
		return err
	})
	return names, err
}

// here is what was done, with the learner's home where it is.
func (p *player) here(text string) string { return strings.ReplaceAll(text, home, p.root) }

func first(text string, n int) string { return strings.Join(strings.Fields(text)[:n], " ") }

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
