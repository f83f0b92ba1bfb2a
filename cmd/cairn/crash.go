package main

import (
	"fmt"
	"runtime"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/crash"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// issues is where faults are reported.
const issues = "https://github.com/cairn-learn/cairn/issues"

// reports is where reports of faults go.
func (e environment) reports() crash.Reports {
	return crash.Reports{Data: dataDir(e), Now: e.now, Clean: textsafe.Text, About: []string{
		fmt.Sprintf("cairn %s, %s, %s/%s", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH),
	}}
}

// report writes a report of a fault and returns its path, which is empty where
// it cannot be written.
func (e environment) report(f *crash.Fault) string {
	path, err := e.reports().Write(f)
	if err != nil {
		return "" // what is said then names no file
	}
	return path
}

// sayCrash prints what a learner should know after a fault of cairn itself: what
// happened, that nothing is lost, how to go on, and how to report it.
func (e environment) sayCrash(f *crash.Fault) {
	if f.Report == "" {
		f.Report = e.report(f)
	}
	e.say(crashed(e.safeWords(), f, dataDir(e))...)
}

// say prints lines about cairn itself to standard error, on a terminal wrapped
// between words.
func (e environment) say(lines ...string) {
	var to plain.Account
	for _, line := range lines {
		to = append(to, plain.Paragraph{Mark: "cairn: ", Text: textsafe.Line(line)})
	}
	_ = to.Print(e.err, e.sentence()) // there is nowhere left to say that it failed
}

// crashed says what is to be said after a fault, a line for each thing.
func crashed(w *words.Words, f *crash.Fault, data string) []string {
	c := w.Shell.Crash
	said := []string{c.Happened}
	if data != "" {
		said = append(said, c.Safe(data))
	}
	said = append(said, c.GoOn)
	if f.Report != "" {
		return append(said, c.Written(f.Report), c.Report(issues))
	}
	return append(said, c.Report(issues))
}

// safeWords is words, or English where finding them is what fails.
func (e environment) safeWords() (w *words.Words) {
	defer func() {
		if recover() != nil {
			w = words.English()
		}
	}()
	return e.words()
}

// sayRaw tells how to mend a terminal that was left without line editing when a
// program was killed. cairn cannot know how it was before.
func (e environment) sayRaw(w *words.Words) {
	p := printer{w: e.err} // on one line: such a terminal begins the next one where this one ends
	p.line("cairn: %s", w.Shell.Raw("stty sane"))
}
