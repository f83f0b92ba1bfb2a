package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// What stands on a line of its own while a program is written, and is no line of it.
const (
	writeEnd   = "."
	writeLines = ":lines"
	writeQuit  = ":quit"
)

// tabWidth is how many spaces a tab is told as.
const tabWidth = 4

// writing is a program while it is written: what stands before and behind the lines
// that are being typed, and those.
type writing struct {
	d             *Dialogue
	st            learn.Doing
	before, after []string
	lines         []string
	was           string // what its file holds, as far as this knows; not that where it is to be kept beside
	saved         bool   // all lines are in the file
	warned        bool   // the learner knows that leaving now loses them
}

// canWrite reports whether the task that was told is answered with a program.
func canWrite(d *Dialogue, st learn.Step) bool {
	doing, ok := st.(learn.Doing)
	return ok && canTry(d, st) && doing.Task.Code != nil
}

// write takes a program line by line: all of it, or in place of the lines that are
// named. Each line is saved when it was typed. What it takes the place of is kept
// beside, or told line by line.
func (d *Dialogue) write(arg string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	was, ok := d.program(st)
	if !ok {
		return
	}
	p := &d.w.Practice.Writing
	w := &writing{d: d, st: st, was: was}
	if all := split(was); arg != "" {
		first, last, ok := lineRange(arg, len(all))
		if !ok {
			d.say(words.Put(p.NoLines, "n", strconv.Itoa(len(all)), "next", strconv.Itoa(len(all)+1)))
			return
		}
		w.before, w.after = all[:first-1], all[last:]
		if first > last {
			d.say(p.Append)
		} else {
			d.say(p.Instead)
			d.tellLines(all[first-1:last], first)
		}
	} else if was != st.Task.Code.Start && strings.TrimSpace(was) != "" {
		d.say(p.Anew)
		w.was = "" // so that it is kept beside
	}
	d.say(p.How)
	w.run()
}

// run takes lines until one ends the program, or all do.
func (w *writing) run() {
	d, p := w.d, &w.d.w.Practice.Writing
	for {
		line, got := d.read()
		switch got {
		case tooLong:
			d.say(d.p.TooLong(maxLine))
			continue
		case end, saved:
			w.leaves()
			return
		case aLine:
		case unfinished:
			w.add(line)
			w.leaves()
			return
		}
		switch strings.TrimRight(line, " \t") {
		case writeEnd:
			if w.done() {
				return
			}
		case writeQuit:
			if w.warned {
				_ = w.save() // there may be room by now; that there was none was said
			}
			if w.warned || w.leaves() {
				d.quits = true
				return
			}
			w.warned = true
		case writeLines:
			d.tellLines(slices.Concat(w.before, w.lines, w.after), 1)
			d.say(p.How)
		default:
			w.add(line)
		}
	}
}

// add takes a line and saves the program with it.
func (w *writing) add(line string) {
	first := len(w.lines) == 0
	if name, doubled := strings.CutPrefix(line, ":"); doubled && (name == writeLines || name == writeQuit) {
		line = name
	}
	w.lines, w.saved, w.warned = append(w.lines, textsafe.Text(line)), false, false
	if err := w.save(); err != nil && first { // of the others it is said at the end
		w.d.notKept(err)
	}
}

// save writes the program to its file. What stood there and is not known is kept
// beside it.
func (w *writing) save() error {
	text := strings.Join(slices.Concat(w.before, w.lines, w.after), "\n") + "\n"
	beside, err := w.d.bench.Keep(w.st.Task, w.was, text)
	if err != nil {
		return err
	}
	w.was, w.saved = text, true
	if beside != "" {
		w.d.line(words.Put(w.d.w.Practice.Writing.Beside, "path", beside))
	}
	return nil
}

// done ends the program, unless it could not be saved.
func (w *writing) done() bool {
	p := &w.d.w.Practice.Writing
	if len(w.lines) == 0 {
		w.d.say(p.Nothing)
		return true
	}
	if !w.leaves() {
		return false
	}
	w.d.say(p.Done)
	return true
}

// leaves reports whether nothing is lost when the program is left, or says why not.
func (w *writing) leaves() bool {
	if len(w.lines) == 0 || w.saved {
		return true
	}
	err := w.save()
	if err != nil {
		w.d.notKept(err)
	}
	return err == nil
}

// notKept says why the program could not be saved, and that what was typed is not lost.
func (d *Dialogue) notKept(err error) {
	d.line(words.Put(d.w.Practice.NotSaved, "why", d.w.Practice.Because(err)))
	d.say(d.w.Practice.Writing.Waits)
}

// tellProgram tells the program of the task with the numbers of its lines.
func (d *Dialogue) tellProgram(string) {
	st, ok := d.s.Step().(learn.Doing)
	if !ok {
		return
	}
	if text, ok := d.program(st); ok {
		d.tellLines(split(text), 1)
	}
}

// program is what the file of the answer holds, or what it begins with.
func (d *Dialogue) program(st learn.Doing) (string, bool) {
	text, err := d.bench.Answer(st.Task)
	if err != nil {
		d.cannot(err)
		return "", false
	}
	return text, true
}

func (d *Dialogue) tellLines(lines []string, first int) {
	for i, l := range lines {
		d.line(fmt.Sprintf("%d: %s", first+i, strings.ReplaceAll(textsafe.Text(l), "\t", strings.Repeat(" ", tabWidth))))
	}
}

// split are the lines of a program.
func split(text string) []string {
	text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// lineRange reads which lines of n are meant: one, several such as 3-5, or the one
// behind the last, before which last is.
func lineRange(arg string, n int) (first, last int, ok bool) {
	low, high, several := strings.Cut(strings.ReplaceAll(arg, " ", ""), "-")
	first, err := strconv.Atoi(low)
	if last = first; err == nil && several {
		last, err = strconv.Atoi(high)
	}
	if !several && first == n+1 {
		return first, n, err == nil
	}
	return first, last, err == nil && first >= 1 && first <= last && last <= n
}
