package tui

import (
	"strings"
	"testing"
)

// TestNothingIsSaved says all the time that nothing is, and never that it is.
func TestNothingIsSaved(t *testing.T) {
	shelf := newSampleShelf()
	shelf.set(t, "begun")
	d := newDriver(t, Options{Shelf: shelf, Unsaved: "the folder is a file"}, 80, 24)
	for _, keys := range []string{"", "enter", "enter", "o", "esc", "enter"} {
		if keys != "" {
			d.press(keys)
		}
		d.sees("Nothing is saved this time: the folder is a file")
		if strings.Contains(d.screen(), "step") && strings.Contains(d.screen(), "· saved") {
			t.Errorf("after %q the header says that it is saved:\n%s", keys, d.screen())
		}
	}
}

// TestTheCureOfNothingSavedIsSeen cuts no cause where it offers a place: where
// it does not fit, the line says what tells it.
func TestTheCureOfNothingSavedIsSeen(t *testing.T) {
	for _, c := range []struct {
		w    int
		want string
	}{
		{80, "Nothing is saved this time: cairn doctor says why, and what to do"},
		{40, "Nothing is saved. See cairn doctor."},
	} {
		shelf := newSampleShelf()
		shelf.set(t, "begun")
		d := newDriver(t, Options{Shelf: shelf, Unsaved: "mkdir /nowhere: permission denied; " + strings.Repeat("more ", 20)}, c.w, 12)
		d.sees(c.want)
	}
}
