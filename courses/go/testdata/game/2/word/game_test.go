package word

import (
	"errors"
	"testing"
)

func TestWin(t *testing.T) {
	g := New("elm", 3)
	for _, letter := range "elm" {
		if g.Won() {
			t.Fatalf("before %q was guessed, Won says true", letter)
		}
		if err := g.Guess(letter); err != nil {
			t.Fatalf("Guess(%q) = %v, want no error", letter, err)
		}
	}
	if !g.Won() || g.Lost() {
		t.Errorf("all letters are guessed: Won = %v, Lost = %v, want true, false", g.Won(), g.Lost())
	}
	if g.Lives() != 3 {
		t.Errorf("no guess was wrong, and %d of 3 lives are left", g.Lives())
	}
}

func TestLose(t *testing.T) {
	g := New("elm", 2)
	for _, letter := range "xy" {
		if g.Lost() {
			t.Fatalf("before %q was guessed, Lost says true", letter)
		}
		if err := g.Guess(letter); err != nil {
			t.Fatalf("Guess(%q) = %v: a wrong letter is no error, it costs a life", letter, err)
		}
	}
	if !g.Lost() || g.Won() {
		t.Errorf("two wrong letters, two lives: Lost = %v, Won = %v, want true, false", g.Lost(), g.Won())
	}
}

func TestTwice(t *testing.T) {
	g := New("elm", 2)
	if err := g.Guess('x'); err != nil {
		t.Fatal(err)
	}
	if err := g.Guess('x'); !errors.Is(err, ErrTried) {
		t.Errorf("x was tried before: Guess('x') = %v, want an error in which errors.Is finds ErrTried", err)
	}
	if g.Lives() != 1 {
		t.Errorf("the same wrong letter twice costs one life: %d left, want 1", g.Lives())
	}
}

func TestView(t *testing.T) {
	g := New("elm", 2)
	if err := g.Guess('m'); err != nil {
		t.Fatal(err)
	}
	if got := g.View(); got != "_ _ m" {
		t.Errorf("after m, View() = %q, want %q", got, "_ _ m")
	}
}
