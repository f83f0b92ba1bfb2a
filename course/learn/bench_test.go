package learn_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// generated is a course of n lessons with two questions each.
func generated(b *testing.B, n int) *course.Course {
	b.Helper()
	files := fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: big\ntitle: Big\nskills:\n  one: { title: One }\n")}}
	for i := range n {
		text := fmt.Sprintf("---\nid: lesson-%d\nskills: [one]\n---\n# Lesson %d\n\nText.\n\n", i, i)
		for k := range 2 {
			text += fmt.Sprintf("### Question: What?\n<!-- id: q-%d-%d, skill: one -->\n\n- Answer: yes\n\n", i, k)
		}
		files[fmt.Sprintf("%05d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	c, _, err := course.Load(files, "big")
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// history is a log of about n events of a learner who works through the course
// again and again.
func history(b *testing.B, c *course.Course, n int) *learn.Memory {
	b.Helper()
	log := learn.NewMemory(now)
	var batch []learn.Event
	for i := 0; len(batch) < n; i++ {
		l := c.Lessons[i%len(c.Lessons)]
		e := learn.Event{Time: now(), Course: c.ID, Lesson: l.ID, Took: 4000}
		page, answer, done := e, e, e
		page.Kind, page.What, page.Item = learn.KindShown, "page", l.ID+"#start"
		answer.Kind, answer.Item, answer.Rev = learn.KindAnswered, fmt.Sprintf("q-%d-0", i%len(c.Lessons)), "r"
		answer.Answer, answer.Outcome, answer.Score = &course.Answer{Text: "yes"}, course.Right, 1
		done.Kind, done.What, done.Item = learn.KindFinished, "lesson", l.ID
		batch = append(batch, page, answer, done)
	}
	if _, err := log.Append(batch...); err != nil {
		b.Fatal(err)
	}
	return log
}

// BenchmarkOpen folds a log of 100,000 events, read from memory.
func BenchmarkOpen(b *testing.B) {
	c := generated(b, 200)
	log := history(b, c, 100_000)
	b.ResetTimer()
	for b.Loop() {
		if _, err := learn.Open(c, learn.Deps{Log: log, Now: now, Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDo answers one question, with 10 and with 10,000 lessons.
func BenchmarkDo(b *testing.B) {
	for _, n := range []int{10, 10_000} {
		b.Run(fmt.Sprintf("lessons=%d", n), func(b *testing.B) {
			s, err := learn.Open(generated(b, n), learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: 1})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.Do(learn.GoTo{ID: "q-5-0"}); err != nil {
				b.Fatal(err)
			}
			wrong := learn.Submit{Answer: course.Answer{Text: "no"}}
			b.ResetTimer()
			for b.Loop() {
				if _, err := s.Do(wrong); err != nil {
					b.Fatal(err)
				}
				if _, err := s.Do(learn.Redo{ID: "lesson-5"}); err != nil {
					b.Fatal(err)
				}
				if _, err := s.Do(learn.Continue{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func now() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

// BenchmarkPlan plans a course of 60 skills: with nothing to change, and with
// levers for a date that cannot be met.
func BenchmarkPlan(b *testing.B) {
	files := fstest.MapFS{}
	config := "format: 1\nid: big\ntitle: Big\ngoals:\n  all: All\n  half: { title: Half, skills: [s29] }\nskills:\n"
	for i := range 60 {
		needs := ""
		if i > 0 {
			needs = fmt.Sprintf(", needs: [s%d]", i-1)
		}
		config += fmt.Sprintf("  s%d: { title: Skill %d%s }\n", i, i, needs)
		text := fmt.Sprintf("---\nid: lesson-%d\nskills: [s%d]\nminutes: 20\n---\n# Lesson %d\n\nText.\n\n", i, i, i)
		for k := range 5 {
			text += fmt.Sprintf("### Question: What?\n<!-- id: q-%d-%d -->\n\n- Answer: yes\n\n", i, k)
		}
		files[fmt.Sprintf("%05d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	files["course.yaml"] = &fstest.MapFile{Data: []byte(config)}
	c, _, err := course.Load(files, "big")
	if err != nil {
		b.Fatal(err)
	}
	for _, until := range []string{"", "2026-04-01"} {
		b.Run("until="+until, func(b *testing.B) {
			s, err := learn.Open(c, learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: 1})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.Do(learn.Set{ID: string(learn.SettingUntil), Answer: course.Answer{Text: until}}); err != nil {
				b.Fatal(err)
			}
			if p := s.Plan(); p.Skills != 60 || (len(p.Levers) > 0) != (until != "") {
				b.Fatalf("%d skills, %d levers", p.Skills, len(p.Levers))
			}
			b.ReportAllocs()
			for b.Loop() {
				s.Plan()
			}
		})
	}
}

// BenchmarkDay looks at a day on which much is due, begins its review, answers
// once and leaves it: in a course of 1,000 lessons, all of them finished, with a
// question missed in every tenth.
func BenchmarkDay(b *testing.B) {
	c := generated(b, 1000)
	log := learn.NewMemory(now)
	var batch []learn.Event
	for i, l := range c.Lessons {
		answer := learn.Event{Time: now(), Course: c.ID, Lesson: l.ID, Took: 4000, Kind: learn.KindAnswered, Item: fmt.Sprintf("q-%d-0", i), Rev: "r"}
		answer.Answer, answer.Outcome = &course.Answer{Text: "no"}, course.Wrong
		if i%10 > 0 {
			answer.Answer, answer.Outcome, answer.Score = &course.Answer{Text: "yes"}, course.Right, 1
		}
		done := learn.Event{Time: now(), Course: c.ID, Lesson: l.ID, Kind: learn.KindFinished, What: "lesson", Item: l.ID}
		batch = append(batch, answer, done)
	}
	if _, err := log.Append(batch...); err != nil {
		b.Fatal(err)
	}
	tomorrow := func() time.Time { return now().AddDate(0, 0, 1) }
	s, err := learn.Open(c, learn.Deps{Log: log, Now: tomorrow, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("today", func(b *testing.B) {
		for b.Loop() {
			if len(s.Today().Due) == 0 {
				b.Fatal("nothing is due")
			}
		}
	})
	b.Run("review", func(b *testing.B) {
		for b.Loop() {
			for _, a := range []learn.Action{learn.Review{}, learn.Hint{}, learn.SkipLesson{}} {
				if _, err := s.Do(a); err != nil && !errors.Is(err, learn.ErrNotNow) {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("decision", func(b *testing.B) {
		for b.Loop() {
			if len(s.Decision().Why) == 0 {
				b.Fatal("no reason")
			}
		}
	})
}
