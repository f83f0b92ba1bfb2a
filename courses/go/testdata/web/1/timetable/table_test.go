package timetable

import "testing"

func TestClock(t *testing.T) {
	for text, want := range map[string]int{"00:00": 0, "09:05": 545, "23:59": 1439} {
		if got, err := ParseClock(text); err != nil || got != want {
			t.Errorf("ParseClock(%q) = %d, %v, want %d and no error", text, got, err, want)
		}
		if got := Clock(want); got != text {
			t.Errorf("Clock(%d) = %q, want %q", want, got, text)
		}
	}
	for _, text := range []string{"", "nine", "9", "24:00", "12:60", "-1:30", "12:30:00"} {
		if got, err := ParseClock(text); err == nil {
			t.Errorf("ParseClock(%q) = %d, want an error: this is no time", text, got)
		}
	}
}

func TestNext(t *testing.T) {
	var table Table
	if _, ok := table.Next("Alder", 0); ok {
		t.Error("an empty table knows a boat")
	}
	table.Add("Alder", 600)
	table.Add("Alder", 540)
	table.Add("Elm", 550)
	for _, tt := range []struct {
		name      string
		pier      string
		now, want int
		ok        bool
	}{
		{"before the first", "Alder", 500, 540, true},
		{"in the minute of a boat", "Alder", 540, 540, true},
		{"between two", "Alder", 541, 600, true},
		{"after the last", "Alder", 601, 0, false},
		{"another pier", "Elm", 500, 550, true},
		{"a pier that is not there", "Oak", 500, 0, false},
	} {
		got, ok := table.Next(tt.pier, tt.now)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("%s: Next(%q, %d) = %d, %v, want %d, %v", tt.name, tt.pier, tt.now, got, ok, tt.want, tt.ok)
		}
	}
}
