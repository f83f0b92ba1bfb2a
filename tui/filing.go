package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// savingOf saves what is written on one screen.
func (a *App) savingOf(screen int) tea.Cmd {
	for e := a.overlay; e != nil; e = e.under {
		if e.id == screen {
			return a.saving(e)
		}
	}
	return nil
}

// filing writes the file of a screen, after the jobs before it.
func (a *App) filing(screen int, save func() tea.Msg) tea.Cmd {
	if save == nil {
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				result = ForMsg{Screen: screen, Msg: savedCode{err: fmt.Errorf("saving what was written: %w", a.caught(r))}}
			}
		}()
		return ForMsg{Screen: screen, Msg: save()}
	})
}

// filed says so where a file could not be written, and stays for it to be seen.
func (a *App) filed(msg ForMsg) {
	if err := notFiled(msg); err != nil {
		a.warned, a.leaving = a.leaving, false
		a.banner = words.Put(a.o.Words.Practice.NotSaved, "why", textsafe.Line(a.o.Words.Practice.Because(err)))
	}
}

// notFiled is why a file was not written; nil: it was, or something else was done.
func notFiled(msg ForMsg) error {
	saved, _ := msg.Msg.(savedCode)
	return saved.err
}
