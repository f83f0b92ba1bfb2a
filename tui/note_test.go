package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
)

// noting plays up to a page of a lesson on which notes can be written.
func noting(t *testing.T) *play {
	t.Helper()
	p := &play{t: t}
	p.all("size 80x24\nlessons\nstart lesson/git-first-steps/snapshots")
	return p
}

// held presses a key and returns what is still to be done about it, as on a
// disk that is slow.
func (d *driver) held(key string) tea.Cmd {
	d.t.Helper()
	_, cmd := d.app.Update(tea.KeyPressMsg(keyNamed(d.t, key)))
	return cmd
}

// notes are the learner's, as they are kept.
func (p *play) notes() []learn.Note { return p.d.app.session.Notes() }

// TestANoteWaitsForItsOwnSaving has a bookmark saved while a note is written.
func TestANoteWaitsForItsOwnSaving(t *testing.T) {
	p := noting(t)
	bookmark := p.d.held("B")
	p.d.press("n")
	p.d.write("Why two steps")
	p.d.run(bookmark)
	p.d.sees("Note on", "Why two steps")
	if n := len(p.notes()); n != 0 || strings.Contains(p.d.screen(), "Note saved") {
		t.Fatalf("there are %d notes before any was saved:\n%s", n, p.d.screen())
	}
	p.d.press("enter")
	p.d.sees("Note saved.")
	if got := p.notes(); len(got) != 1 || got[0].Text != "Why two steps" {
		t.Errorf("kept: %v", got)
	}
}

// TestANoteIsSavedOnce presses enter again before the first saving has ended.
func TestANoteIsSavedOnce(t *testing.T) {
	p := noting(t)
	p.d.press("n")
	p.d.write("Once")
	saving := p.d.held("enter")
	again := p.d.held("enter")
	p.d.run(saving)
	p.d.run(again)
	p.d.sees("Note saved.")
	if got := p.notes(); len(got) != 1 {
		t.Errorf("kept: %v", got)
	}
}

// TestANoteOutlastsALateStep has the next step arrive while a note is written:
// the note stays, and is about what was in sight when it was begun.
func TestANoteOutlastsALateStep(t *testing.T) {
	p := noting(t)
	here := p.d.app.session.Here()
	_, late := p.d.app.Update(DoMsg{Action: learn.Continue{}})
	p.d.press("n")
	p.d.write("On the first page")
	p.d.run(late)
	if now := p.d.app.session.Here(); now.ID == here.ID {
		t.Fatalf("the step is still %q", now.ID)
	}
	p.d.sees("Note on", "On the first page")
	p.d.press("enter")
	if got := p.notes(); len(got) != 1 || got[0].Spot.ID != here.ID || got[0].Text != "On the first page" {
		t.Errorf("kept: %v, want a note on %s", got, here.ID)
	}
}

// TestABookmarkIsSetWhereItWasAskedFor has the next step arrive before the
// bookmark is set.
func TestABookmarkIsSetWhereItWasAskedFor(t *testing.T) {
	p := noting(t)
	here := p.d.app.session.Here()
	_, late := p.d.app.Update(DoMsg{Action: learn.Continue{}})
	mark := p.d.held("B")
	p.d.run(late)
	p.d.run(mark)
	if got := p.d.app.session.Bookmarks(); len(got) != 1 || got[0].Spot.ID != here.ID {
		t.Errorf("bookmarks: %v, want one on %s", got, here.ID)
	}
}

// TestHelpComesBackToTheNote opens and closes the list of keys over a note.
func TestHelpComesBackToTheNote(t *testing.T) {
	for _, leave := range []string{"f1", "esc"} {
		p := noting(t)
		p.d.press("n")
		p.d.write("Half a tho")
		p.d.press("f1")
		p.d.sees("Keys")
		p.d.press(leave)
		p.d.sees("Half a tho")
		p.d.write("ught")
		p.d.press("enter")
		if got := p.notes(); len(got) != 1 || got[0].Text != "Half a thought" {
			t.Errorf("%s: kept: %v", leave, got)
		}
	}
}

// TestQuittingSavesTheNote ends the program while a note is written.
func TestQuittingSavesTheNote(t *testing.T) {
	p := noting(t)
	p.d.press("n")
	p.d.write("Not lost")
	session := p.d.app.session
	p.d.press("ctrl+c")
	if !p.d.quit {
		t.Error("the program has not ended")
	}
	if got := session.Notes(); len(got) != 1 || got[0].Text != "Not lost" {
		t.Errorf("kept: %v", got)
	}
}

// TestQuittingStaysWithANoteThatCannotBeSaved shows it, and why; asked again, the
// program ends.
func TestQuittingStaysWithANoteThatCannotBeSaved(t *testing.T) {
	p := noting(t)
	p.d.press("n")
	p.d.write("Not lost")
	p.line(0, "fail", "full")
	p.d.press("ctrl+c")
	p.d.sees("Not lost")
	if p.d.quit {
		t.Error("the program ended with a note unsaved")
	}
	p.d.press("ctrl+c")
	if !p.d.quit {
		t.Error("the program has not ended")
	}
}

// TestNotesAreSaidToBeGoneWhenTheyAre removes a note and brings it back, with a
// disk that is full at first.
func TestNotesAreSaidToBeGoneWhenTheyAre(t *testing.T) {
	p := noting(t)
	p.d.press("n")
	p.d.write("Keep me")
	p.d.press("enter", "N")
	p.line(0, "fail", "full")
	p.d.press("backspace")
	p.line(0, "lacks", "Note removed")
	if len(p.notes()) != 1 {
		t.Fatal("the note is gone")
	}
	p.line(0, "fail", "no")
	p.d.press("backspace")
	p.d.sees("Note removed")
	p.line(0, "fail", "full")
	p.d.press("u")
	p.line(0, "lacks", "The note is back")
	p.line(0, "fail", "no")
	p.d.press("u")
	p.d.sees("The note is back", "Keep me")
	if len(p.notes()) != 1 {
		t.Error("the note is not back")
	}
}

// TestANoteThatIsTooLongIsSaid pastes more than a note takes.
func TestANoteThatIsTooLongIsSaid(t *testing.T) {
	long := strings.Repeat("word ", 1<<13)
	for _, msg := range []tea.Msg{tea.PasteMsg{Content: long}, WrittenMsg{Text: long}} {
		p := noting(t)
		p.d.press("n")
		if written, ok := msg.(WrittenMsg); ok {
			msg = ForMsg{Screen: p.d.app.top().id, Msg: written}
		}
		p.d.send(msg)
		p.d.check()
		p.d.sees("Not all of it was taken")
	}
}
