package main

import (
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/tui/words"
)

// health says what is wrong with the learner's progress, a line each; none when
// all that was ever saved is there and can be read.
func health(s progress.Status, w words.Health) []string {
	var said []string
	for _, kept := range s.Torn {
		said = append(said, w.Torn(kept))
	}
	damaged := map[string]bool{}
	for _, f := range s.Files {
		switch {
		case f.Error != "":
			said = append(said, w.Unread(f.Error))
		case len(f.Bad) > 0:
			damaged[f.Path] = true
			said = append(said, w.Bad(len(f.Bad), f.Path))
		}
	}
	for _, m := range s.Missing {
		if n := int(m.To-m.From) + 1; len(damaged) == 0 || m.Backup != "" {
			said = append(said, w.Missing(n, m.Backup))
		}
	}
	if n := len(s.Conflicts); n > 0 {
		said = append(said, w.Conflicts(n))
	}
	if s.BackupError != "" {
		said = append(said, w.Backup(s.BackupError))
	}
	return said
}
