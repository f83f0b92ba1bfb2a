package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/words"
)

func TestFooterDropsWholeKeys(t *testing.T) {
	th := newTheme(LookMono, true, false)
	bs := []Binding{
		{Intent: IntentHelp, Words: "help"},
		{Intent: IntentEnter, Words: "send"},
		{Intent: IntentHint, Words: "hint", Disabled: "no hint is left"},
		{Intent: IntentUp, Words: "up", Quiet: true},
		{Intent: IntentDontKnow, Words: "I don't know"},
		{Intent: IntentShowAnswer, Words: "show the answer"},
		{Intent: IntentQuit, Words: "quit"},
	}
	for _, c := range []struct {
		typing   bool
		w, lines int
		want     string
	}{
		{true, 80, 1, "enter send   ctrl+n I don't know   ctrl+o show the answer                f1 help"},
		{true, 40, 1, "enter send  ctrl+n I don't know  f1 help"},
		{false, 80, 1, "enter send   i I don't know   a show the answer   q quit                  ? help"},
		{false, 40, 1, "enter send  i I don't know        ? help"},
		{false, 40, 2, "enter send  i I don't know\na show the answer  q quit         ? help"},
		{false, 33, 1, "enter send  q quit         ? help"},
		{false, 60, 2, "enter send   i I don't know   a show the answer\nq quit                                                ? help"},
		{false, 8, 1, "  ? help"},
		{false, 6, 1, "? help"},
		{false, 5, 1, ""},
	} {
		lines, _ := footerLines(th, DefaultKeymap(), words.English(), bs, c.typing, c.w, c.lines)
		got := ansi.Strip(strings.Join(lines, "\n"))
		if got != c.want {
			t.Errorf("%d cells, %d lines:\n%s\nwant\n%s", c.w, c.lines, got, c.want)
		}
	}
}

func TestHeaderGivesWay(t *testing.T) {
	th := newTheme(LookMono, true, true)
	trail := []string{"Git", "Branches and merging"}
	facts := []string{"step 3 of 9 - saved", "3/9"}
	for _, c := range []struct {
		w    int
		want string
	}{
		{50, "Git > Branches and merging     step 3 of 9 - saved"},
		{40, "Git > Branches and merging           3/9"},
		{30, "Branches and merging       3/9"},
		{16, "Branches ..  3/9"},
		{3, "B.."},
	} {
		if got := ansi.Strip(headerLine(th, trail, facts, c.w)); got != c.want {
			t.Errorf("%d cells: %q, want %q", c.w, got, c.want)
		}
	}
}

func TestFit(t *testing.T) {
	th := newTheme(LookMono, true, true)
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{{"branch", 6, "branch"}, {"branches", 6, "bran.."}, {"branches", 2, "br"}, {"b", 0, ""}, {"枝枝枝", 5, "枝.."}} {
		if got := fit(th, c.s, c.w); got != c.want {
			t.Errorf("fit(%q, %d) = %q, want %q", c.s, c.w, got, c.want)
		}
	}
}
