package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// A day begins at four in the morning, wherever the learner is.
func TestDayBeginsAtFour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offset := rapid.IntRange(-14*60, 14*60).Draw(t, "minutes from UTC")
		zone := time.FixedZone("", offset*60)
		month, date := rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "date")
		four := time.Date(rapid.IntRange(1900, 2200).Draw(t, "year"), time.Month(month), date, 4, 0, 0, 0, zone)
		day := model.DayOf(four)
		if before := model.DayOf(four.Add(-time.Nanosecond)); before != day-1 {
			t.Fatalf("day %d just before four, %d at four", before, day)
		}
		if last := model.DayOf(four.Add(24*time.Hour - time.Nanosecond)); last != day {
			t.Fatalf("day %d at four, %d a day later, just before", day, last)
		}
		y, m, d := day.Date().Date()
		if y != four.Year() || m != four.Month() || d != four.Day() {
			t.Fatalf("%v is day %d, which is %v", four, day, day.Date())
		}
		if day.Weekday() != four.Weekday() {
			t.Fatalf("%v is a %v", four, day.Weekday())
		}
		if w := day.Week(); w.Weekday() != time.Monday || w > day || day-w > 6 {
			t.Fatalf("the week of %v begins on %v", day.Date(), w.Date())
		}
	})
}

// zoneWithSummer is a moment where the clock goes forward on 29 March 2026 at
// two and back on 25 October at three, as in central Europe.
func zoneWithSummer(t time.Time) time.Time {
	winter, summer := time.FixedZone("winter", 3600), time.FixedZone("summer", 7200)
	begins := time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC)
	ends := time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC)
	if t.Before(begins) || !t.Before(ends) {
		return t.In(winter)
	}
	return t.In(summer)
}

// Where the clock is changed there is one day a date all the same: the short
// night and the long one each belong to the day before.
func TestDayWhereTheClockIsChanged(t *testing.T) {
	for _, c := range []struct {
		noon  time.Time
		hours int // from one four o'clock to the next
	}{
		{time.Date(2026, 3, 28, 11, 0, 0, 0, time.UTC), 23},
		{time.Date(2026, 6, 1, 11, 0, 0, 0, time.UTC), 24},
		{time.Date(2026, 10, 24, 11, 0, 0, 0, time.UTC), 25},
	} {
		day, hours := model.DayOf(zoneWithSummer(c.noon)), 0
		for at := c.noon.Add(-30 * time.Hour); at.Before(c.noon.Add(40 * time.Hour)); at = at.Add(time.Hour) {
			if model.DayOf(zoneWithSummer(at)) == day {
				hours++
			}
		}
		if hours != c.hours {
			t.Errorf("the day of %v has %d hours, want %d", c.noon, hours, c.hours)
		}
	}
	before := model.DayOf(zoneWithSummer(time.Date(2026, 3, 28, 20, 0, 0, 0, time.UTC)))
	after := model.DayOf(zoneWithSummer(time.Date(2026, 3, 29, 20, 0, 0, 0, time.UTC)))
	if after != before+1 {
		t.Errorf("from day %d to %d over the change", before, after)
	}
}
