package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// warnOfDamage prints what is wrong with the learner's progress, to where it
// stays when a full-screen page has come and gone. Nothing that is damaged is
// ever deleted.
func warnOfDamage(w io.Writer, s progress.Status) {
	p := printer{w: w}
	for _, line := range damage(s) {
		p.line("cairn: %s", textsafe.Line(line))
	}
}

// damage says what is wrong with the log, one thing a line, and what to do.
func damage(s progress.Status) []string {
	var said []string
	say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	for _, f := range s.Files {
		switch {
		case f.Error != "":
			say("your progress in %s cannot be read: %s", f.Path, f.Error)
		case len(f.Bad) > 0:
			say("your progress in %s is damaged in %s; what can be read counts, and the file is left as it is", f.Path, lines(f.Bad))
		}
	}
	for _, path := range s.Torn {
		say("a save that was cut short was set aside: %s", path)
	}
	for _, m := range s.Missing {
		hint := "if you have a copy of the folder, put the missing file back"
		if m.Backup != "" {
			hint = "a backup has it: " + m.Backup
		}
		say("progress that was saved is missing, %s of %s; %s", events(m), m.Device, hint)
	}
	if n := len(s.Conflicts); n > 0 {
		say("the log of your progress holds %s with two contents, the first is %s; one of each counts", counted(n, "event", "events"), s.Conflicts[0])
	}
	if s.Unread > 0 {
		say("the log of your progress has %s of another version of cairn; they are kept", counted(s.Unread, "line", "lines"))
	}
	if s.BackupError != "" {
		say("today's backup of your progress could not be made: %s", s.BackupError)
	}
	return said
}

// events names the events that are missing.
func events(m progress.Missing) string {
	if m.From == m.To {
		return fmt.Sprintf("event %d", m.From)
	}
	return fmt.Sprintf("events %d to %d", m.From, m.To)
}

// lines names the first few of some lines, and how many more there are.
func lines(numbers []int) string {
	const most = 5
	var named []string
	for _, n := range numbers[:min(len(numbers), most)] {
		named = append(named, strconv.Itoa(n))
	}
	said := strings.Join(named, ", ")
	if more := len(numbers) - most; more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	if len(numbers) == 1 {
		return "line " + said
	}
	return "lines " + said
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
