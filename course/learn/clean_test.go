package learn

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/hostile"
)

// TestEventsAreCleanOnceFolded reads a log that says what logs may say when they
// were edited by hand. What is folded is clean, and the log keeps what it says.
func TestEventsAreCleanOnceFolded(t *testing.T) {
	for _, a := range hostile.Attacks() {
		t.Run(a.Name, func(t *testing.T) {
			foulEvent := func() Event {
				return Event{Kind: KindNoted, What: "note", Note: a.Text, Item: a.Text, To: a.Text,
					Answer: &course.Answer{Text: a.Text, Items: []string{"plain", a.Text}, DontKnow: true},
					Reason: &Reason{Code: WhyNext, Title: a.Text, From: a.Text, Rule: a.Text, Over: a.Text}}
			}
			events := []Event{{Kind: KindOpened}, foulEvent()}
			clean := cleanEvents(events)
			if want := foulEvent(); !reflect.DeepEqual(events[1], want) {
				t.Errorf("the log's own event was changed to %+v", events[1])
			}
			e := clean[1]
			for _, s := range append(e.Answer.Items, e.Note, e.Item, e.To, e.Answer.Text, e.Reason.Title, e.Reason.From, e.Reason.Rule, e.Reason.Over) {
				if at := textsafe.Index(s); at >= 0 {
					t.Errorf("%.60q is left", s[at:])
				}
			}
			if !e.Answer.DontKnow || e.Reason.Code != WhyNext || e.What != "note" {
				t.Errorf("more was changed than texts: %+v", e)
			}
		})
	}
}

// BenchmarkCleanEvents is what a log of 100 000 clean events costs to look
// through when a course is opened.
func BenchmarkCleanEvents(b *testing.B) {
	events := make([]Event, 100_000)
	for i := range events {
		events[i] = Event{Kind: KindAnswered, Time: time.Unix(int64(i), 0), Item: fmt.Sprintf("stage-%d", i), Answer: &course.Answer{Items: []string{"It puts notes.md into the next snapshot."}}}
	}
	b.ReportAllocs()
	for b.Loop() {
		cleanEvents(events)
	}
}
