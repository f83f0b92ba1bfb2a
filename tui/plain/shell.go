package plain

import (
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
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
	d.line(words.Put(p.ShellHow, "command", "cd "+shellWord(f.Path)))
	if kept := kept(st.Values); len(kept) > 0 {
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

// maxKept is how long a value is that can be typed, in bytes.
const maxKept = 200

// kept are lines that give a shell the values which checks kept, but for those that
// nobody would type.
func kept(values map[string]string) []string {
	var lines []string
	for _, v := range practice.Captured(values) {
		name, value, _ := strings.Cut(v, "=")
		if len(value) <= maxKept && !strings.Contains(value, "\n") {
			lines = append(lines, "export "+name+"="+shellWord(value))
		}
	}
	return lines
}

// shellWord quotes a path for a shell, where it needs that.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+:,@%", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
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
