package main

import (
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/tui/words"
)

// damage says what is wrong with the log, one thing a line, and what to do.
// Nothing that is damaged is ever deleted.
func damage(w *words.Words, s progress.Status) []string {
	d := w.Shell.Damage
	var said []string
	say := func(line string) { said = append(said, line) }
	for _, f := range s.Files {
		switch {
		case f.Error != "":
			say(d.Unreadable(f.Path, f.Error))
		case len(f.Bad) > 0:
			const most = 5
			n := min(len(f.Bad), most)
			say(d.Bad(f.Path, f.Bad[:n], len(f.Bad)-n))
		}
	}
	for _, path := range s.Torn {
		say(d.Torn(path))
	}
	for _, m := range s.Missing {
		hint := d.HaveCopy
		if m.Backup != "" {
			hint = d.HaveBackup(m.Backup)
		}
		say(d.Missing(int(m.From), int(m.To), m.Device) + "; " + hint)
	}
	if n := len(s.Conflicts); n > 0 {
		say(d.Conflicts(n, s.Conflicts[0]))
	}
	if s.Unread > 0 {
		say(d.Unread(s.Unread))
	}
	if s.BackupError != "" {
		say(d.BackupError(s.BackupError))
	}
	if len(said) > 0 {
		say(d.Doctor)
	}
	return said
}
