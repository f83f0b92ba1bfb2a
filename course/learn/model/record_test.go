package model

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestBelief(t *testing.T) {
	same := func(n int, r Record) []Record { return slices.Repeat([]Record{r}, n) }
	for _, c := range []struct {
		says   string
		own    []Record
		ratio  float64
		buffer float64
		unsure float64
	}{
		{"nothing was begun", nil, 1, 1.15, 0.25},
		{"what was not begun says nothing", same(5, Record{Taken: 30}), 1, 1.15, 0.25},
		{"ten as expected count as much as the belief before them", same(10, Record{10, 10, 0}), 1, 1.075, 0.125},
		{"ten that took twice as much", same(10, Record{10, 20, 0}), 1.5, 1.075, math.Sqrt((6.25+2.5+2.5)/20/20) / 1.5},
		{"ninety as expected", same(90, Record{10, 10, 0}), 1, 1.015, 0.025},
		{"one that is half done", []Record{{10, 10, 5}}, 11 / 10.5, 1 + 0.15/1.05, math.Sqrt((6.25+10*0.25/110.25)/10.5/10.5) / (11 / 10.5)},
		{"one that is no further", []Record{{10, 10, 10}}, 1.1, 1.15, math.Sqrt((6.25+0.1)/10/10) / 1.1},
		{"one that is further off than before", []Record{{10, 10, 40}}, 1.1, 1.15, math.Sqrt((6.25+0.1)/10/10) / 1.1},
		{"a record is believed up to ten times", same(10, Record{1, 1000, 0}), 5.5, 1.075, math.Sqrt((6.25+10*20.25+10*20.25)/20/20) / 5.5},
		{"no numbers", []Record{{math.NaN(), 3, 0}, {math.Inf(-1), 1, 1}}, 1, 1.15, 0.25},
	} {
		b := Outlook{Own: c.own}.clean().belief
		near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
		if !near(b.ratio, c.ratio) || !near(b.buffer, c.buffer) || !near(b.unsure, c.unsure) {
			t.Errorf("%s: got %+v, want %v, %v and %v", c.says, b, c.ratio, c.buffer, c.unsure)
		}
	}
}

// Whatever was recorded, what is believed is a number, and more minutes taken
// never make it less.
func TestBeliefGrowsWithWhatWasTaken(t *testing.T) {
	record := rapid.Custom(func(t *rapid.T) Record {
		return Record{anyNumber().Draw(t, "expected"), anyNumber().Draw(t, "taken"), anyNumber().Draw(t, "left")}
	})
	rapid.Check(t, func(t *rapid.T) {
		o := Outlook{Own: rapid.SliceOfN(record, 1, 20).Draw(t, "own")}
		a := o.clean().belief
		for _, x := range []float64{a.ratio, a.buffer, a.unsure, a.uneven} {
			if !(x >= 0 && x < 1e6) {
				t.Fatalf("%+v", a)
			}
		}
		own := slices.Clone(o.Own)
		own[0].Taken += rapid.Float64Range(0, 100).Draw(t, "more")
		if b := (Outlook{Own: own}).clean().belief; own[0].Taken > o.Own[0].Taken && b.ratio < a.ratio-1e-9 {
			t.Fatalf("%v becomes %v", a.ratio, b.ratio)
		}
	})
}
