package model

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// row is one line of a table: what goes in, and after the arrow what comes out.
type row struct {
	line     int
	in, want string
}

// readTable reads the rows of a file under their headings.
func readTable(t *testing.T, file string) map[string][]row {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	rows, heading := map[string][]row{}, ""
	for i, line := range strings.Split(string(text), "\n") {
		if h, ok := strings.CutPrefix(line, "# "); ok {
			heading = h
			continue
		}
		in, want, ok := strings.Cut(line, " -> ")
		switch {
		case heading == "" || line == "":
		case !ok:
			t.Fatalf("%s:%d: no arrow", file, i+1)
		default:
			rows[heading] = append(rows[heading], row{i + 1, in, want})
		}
	}
	return rows
}

func TestPaceTable(t *testing.T) {
	says := map[string]func(t *testing.T, in string) string{
		"Speed": func(t *testing.T, in string) string {
			return fmt.Sprintf("%.2f", Speed(activities(t, in)))
		},
		"Questions": func(t *testing.T, in string) string {
			return fmt.Sprintf("%.2f", questions(number(t, in)))
		},
		"Minutes": func(t *testing.T, in string) string {
			w, speed := work(t, in)
			o := Outlook{Speed: speed}.clean()
			return fmt.Sprintf("%.1f", o.minutes(w))
		},
	}
	table := readTable(t, "pace.txt")
	for heading, say := range says {
		if len(table[heading]) == 0 {
			t.Errorf("pace.txt has no rows under %q", heading)
		}
		for _, r := range table[heading] {
			if got := say(t, r.in); got != r.want {
				t.Errorf("pace.txt:%d: %s: %s gives %s, want %s", r.line, heading, r.in, got, r.want)
			}
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("no number: %q", s)
	}
	return f
}

// activities reads "30 of 20 x 3, 10 of 20".
func activities(t *testing.T, in string) []Activity {
	var list []Activity
	if in == "nothing" {
		return nil
	}
	for _, part := range strings.Split(in, ", ") {
		part, times, ok := strings.Cut(part, " x ")
		n := 1.0
		if ok {
			n = number(t, times)
		}
		actual, estimated, _ := strings.Cut(part, " of ")
		for range int(n) {
			list = append(list, Activity{number(t, actual), number(t, estimated)})
		}
	}
	return list
}

// work reads "mastery 0.2, lesson 10, question 1, speed 2"; what is left out is
// mastery 0.2 and speed 1.
func work(t *testing.T, in string) (w Work, speed float64) {
	w.Mastery, speed = 0.2, 1
	for _, part := range strings.Split(in, ", ") {
		name, value, _ := strings.Cut(part, " ")
		switch name {
		case "mastery":
			w.Mastery = number(t, value)
		case "lesson":
			w.Lesson = number(t, value)
		case "question":
			w.Question = number(t, value)
		case "speed":
			speed = number(t, value)
		case "explanation":
			w.Explain = number(t, value)
		case "begun":
			w.Begun = true
		case "taught":
			w.Taught = true
		default:
			t.Fatalf("what is %q?", part)
		}
	}
	return w, speed
}

// anyNumber draws what a number can be, and what it should not be.
func anyNumber() *rapid.Generator[float64] {
	return rapid.OneOf(rapid.Float64(), rapid.Float64Range(0, 60),
		rapid.SampledFrom([]float64{0, 1, -1, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, 5e-324}))
}

func TestSpeedStaysInItsBounds(t *testing.T) {
	activity := rapid.Custom(func(t *rapid.T) Activity {
		return Activity{anyNumber().Draw(t, "actual"), anyNumber().Draw(t, "estimated")}
	})
	rapid.Check(t, func(t *rapid.T) {
		if r := Speed(rapid.SliceOf(activity).Draw(t, "activities")); !(r >= speedLow && r <= speedHigh) {
			t.Fatalf("speed is %v", r)
		}
	})
}

func TestQuestionsFallWithMastery(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(0, 1).Draw(t, "low")
		high := rapid.Float64Range(low, 1).Draw(t, "high")
		if a, b := questions(low), questions(high); !(b >= questionsLeast && a >= b) {
			t.Fatalf("%v questions at %v, but %v at %v", a, low, b, high)
		}
	})
}
