package learn_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

func bandsText(bands []learn.HourBand) string {
	var parts []string
	for _, b := range bands {
		parts = append(parts, fmt.Sprintf("%d-%d %d/%d", b.From, b.To, b.Right, b.Asked))
	}
	return strings.Join(parts, ", ")
}

// TestHours: parts of the day are told apart only by answers enough, and by a
// difference that is not chance.
func TestHours(t *testing.T) {
	type at map[int]learn.Tally
	for _, tt := range []struct {
		name  string
		hours at
		want  string
	}{
		{"nothing was answered", at{}, ""},
		{"two bands, clearly apart", at{10: {Right: 12, Asked: 30}, 20: {Right: 25, Asked: 30}}, "18-22 25/30, 9-12 12/30"},
		{"the same shares, and one answer too few", at{10: {Right: 10, Asked: 24}, 20: {Right: 25, Asked: 30}}, ""},
		{"chance may do that", at{10: {Right: 17, Asked: 30}, 20: {Right: 22, Asked: 30}}, ""},
		{"too few wrong answers to compare", at{10: {Right: 40, Asked: 40}, 20: {Right: 34, Asked: 40}}, ""},
		{"only one band", at{9: {Right: 10, Asked: 60}, 11: {Right: 60, Asked: 60}}, ""},
		{"hours of a band count together, the night over midnight", at{
			9: {Right: 10, Asked: 15}, 11: {Right: 11, Asked: 15}, 23: {Right: 4, Asked: 15}, 4: {Right: 5, Asked: 15},
		}, "9-12 21/30, 22-5 9/30"},
		{"a band that does not count changes nothing", at{
			7: {Right: 0, Asked: 20}, 10: {Right: 12, Asked: 30}, 20: {Right: 25, Asked: 30},
		}, "18-22 25/30, 9-12 12/30"},
		{"the best of many bands needs more", at{
			6: {Right: 21, Asked: 30}, 10: {Right: 21, Asked: 30}, 13: {Right: 21, Asked: 30}, 15: {Right: 15, Asked: 30}, 20: {Right: 22, Asked: 30},
		}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var hours [24]learn.Tally
			for h, tally := range tt.hours {
				hours[h] = tally
			}
			if got := bandsText(learn.HourBands(hours)); got != tt.want {
				t.Errorf("told %q, want %q", got, tt.want)
			}
		})
	}
}

// TestHoursFalseAlarm: for learners who are alike at all hours, bands are told
// apart in about one case of twenty at most.
func TestHoursFalseAlarm(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const learners = 4000
	told := 0
	for range learners {
		var hours [24]learn.Tally
		for range 400 {
			h := rng.IntN(24)
			hours[h].Asked++
			if rng.Float64() < 0.75 {
				hours[h].Right++
			}
		}
		if learn.HourBands(hours) != nil {
			told++
		}
	}
	if share := float64(told) / learners; share > 0.06 || share < 0.02 {
		t.Errorf("told apart in %.3f of all cases", share)
	}
}

// TestHoursOfTheLog: the hours are those of the learner's clock, in lessons and
// in reviews.
func TestHoursOfTheLog(t *testing.T) {
	c := load(t, oneQuestion())
	log := learn.NewMemory(now)
	var events []learn.Event
	add := func(hour, asked, right int) {
		for i := range asked {
			e := learn.Event{
				Time: time.Date(2026, 3, 1+i, hour, 0, 0, 0, time.FixedZone("", 9*60*60)), Course: c.ID,
				Kind: learn.KindAnswered, What: "review", Item: "q", Ref: "skill:one", Outcome: course.Wrong, Answer: &course.Answer{Text: "x"},
			}
			if i < right {
				e.Outcome, e.Score = course.Right, 1
			}
			events = append(events, e)
		}
	}
	add(7, 30, 12)
	add(19, 30, 25)
	if _, err := log.Append(events...); err != nil {
		t.Fatal(err)
	}
	s, err := learn.Open(c, learn.Deps{Log: log, Now: now, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := bandsText(s.Insights().Hours), "18-22 25/30, 5-9 12/30"; got != want {
		t.Errorf("told %q, want %q", got, want)
	}
}
