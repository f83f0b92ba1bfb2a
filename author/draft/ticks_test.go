package draft

import (
	"strings"
	"testing"
	"time"
)

func TestTicks(t *testing.T) {
	for text, want := range map[string]int{"": 1, "a": 1, "`": 2, "a``b`c": 3, "`a": 2, "```": 4} {
		if got := Ticks(text, 1); len(got) != want || strings.Trim(got, "`") != "" {
			t.Errorf("%q stands between %q", text, got)
		}
	}
	if got := Fenced("go", "a ```` b"); got != "`````go\na ```` b\n`````" {
		t.Errorf("fenced: %q", got)
	}
}

// TestTicksInTime: a text that is nothing but marks of code is no work.
func TestTicksInTime(t *testing.T) {
	const most = 10 * time.Second // of what takes a millisecond
	text := strings.Repeat("`", 1<<20)
	done := make(chan int)
	go func() { done <- len(markdown(text, spot(0))) }()
	select {
	case got := <-done:
		if got < 3<<20 {
			t.Errorf("%d bytes of %d", got, len(text))
		}
	case <-time.After(most):
		t.Error("it takes too long")
	}
}
