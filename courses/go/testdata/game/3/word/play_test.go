package word

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"
)

func play(t *testing.T, secret, typed string) string {
	t.Helper()
	var out strings.Builder
	if err := Play(strings.NewReader(typed), &out, New(secret, 3)); err != nil {
		t.Fatalf("Play with %q typed: %v", typed, err)
	}
	return out.String()
}

func TestPlayWin(t *testing.T) {
	out := play(t, "elm", "e\nl\nm\n")
	if !strings.Contains(out, "e l _") || !strings.Contains(out, "You got it") {
		t.Errorf("e, l, m typed for elm. The game should show \"e l _\" on the way and end with \"You got it\". It said:\n%s", out)
	}
}

func TestPlayLose(t *testing.T) {
	out := play(t, "elm", "x\ny\nz\n")
	if !strings.Contains(out, "elm") || strings.Contains(out, "You got it") {
		t.Errorf("three wrong letters, three lives. The game should end and tell the word. It said:\n%s", out)
	}
}

func TestPlayOddLines(t *testing.T) {
	out := play(t, "elm", "\nlm\n e \nl\nm\n")
	if !strings.Contains(out, "You got it") {
		t.Errorf("an empty line and one with two letters should cost nothing, and spaces around a letter too. It said:\n%s", out)
	}
}

func TestPlayEnd(t *testing.T) {
	out := play(t, "elm", "e\n")
	if strings.Contains(out, "You got it") {
		t.Errorf("the input ended before the word was guessed. It said:\n%s", out)
	}
}

func TestPlayBroken(t *testing.T) {
	broken := errors.New("the cable was pulled")
	var out strings.Builder
	if err := Play(iotest.ErrReader(broken), &out, New("elm", 3)); !errors.Is(err, broken) {
		t.Errorf("reading failed, and Play returned %v: ask the scanner after the loop", err)
	}
}
