package plain

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/tui/words"
)

// shell makes the folder ready and tells how to get there.
func (d *Dialogue) shell(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if !d.ready(st.Task, func(s exercise.State) bool { return s.Asks() && s.Begins }, false) {
		return
	}
	f, ok := d.begin(st)
	if !ok {
		return
	}
	p := &d.w.Practice
	d.line(words.Put(p.Folder, "path", f.Path))
	d.bySelf(d.practice.state)
	d.line(words.Put(p.ShellHow, "command", "cd "+d.shellWord(f.Path)))
	if kept := d.exports(st.Values); len(kept) > 0 {
		d.say(p.Values)
		for _, line := range kept {
			d.line("  " + line)
		}
	}
}

// begin makes the folder of a task ready, or says why it is not.
func (d *Dialogue) begin(st learn.Doing) (practice.Folder, bool) {
	ctx, end := d.work()
	defer end()
	f, err := d.bench.Begin(ctx, st.Task, st.Values)
	if err != nil {
		d.untried(err)
		return f, false
	}
	_, ok := d.look(st.Task)
	return f, ok
}

// maxKept is how long a value is that can be typed or copied, in bytes.
const maxKept = 200

// exports are lines that give a shell the values which checks kept, but for those that
// are too long.
func (d *Dialogue) exports(values map[string]string) []string {
	var lines []string
	for _, v := range practice.Captured(values) {
		name, value, _ := strings.Cut(v, "=")
		if len(value) <= maxKept {
			lines = append(lines, "export "+name+"="+d.shellWord(value))
		}
	}
	return lines
}

// shellWord is a text as a word for a shell, on one line: quoted where it needs that,
// and by its numbers where something in it would not be printed as it is.
func (d *Dialogue) shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+:,@%", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	if printed := d.signs(textsafe.Line(s)); printed != s {
		return `"$(printf '` + numbered(s, plain) + `')"`
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// numbered is a text for printf in which everything that is not plain is its number, and
// a dash too: printf takes one at the beginning for an option.
func numbered(s string, plain func(r rune) bool) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < 0x80 && c != '%' && c != '-' && plain(rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, `\%03o`, c)
		}
	}
	return b.String()
}

// fresh starts the folder of the task over.
func (d *Dialogue) fresh(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if !d.ready(st.Task, func(s exercise.State) bool { return s.Asks() && s.Resets }, false) {
		return
	}
	ctx, end := d.work()
	f, err := d.bench.Reset(ctx, st.Task, st.Values)
	end()
	if err != nil {
		d.untried(err)
		return
	}
	refused, saves := d.practice.refused, d.at(st.Task).saves
	d.practice = practised{}
	d.at(st.Task).refused, d.at(st.Task).saves = refused, saves
	p := &d.w.Practice
	d.say(p.StartedOver)
	if s, ok := d.look(st.Task); ok {
		d.bySelf(s)
	}
	if f.Aside != "" {
		d.line(words.Put(p.Kept, "path", f.Aside))
	}
}
