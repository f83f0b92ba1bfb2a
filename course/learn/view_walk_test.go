package learn_test

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// views is all that a session tells beside its step.
type views struct {
	Plan      learn.Plan
	Insights  learn.Insights
	Today     learn.Today
	Decisions []learn.Record
}

func viewsOf(s *learn.Session) views {
	return views{s.Plan(), s.Insights(), s.Today(), s.Decisions()}
}

// TestViewsTellTheLog: whatever a learner does, the views are those that the log
// gives, looking at them changes nothing, and their numbers make sense.
func TestViewsTellTheLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 12).Draw(t, "length") {
			w.choose()
			for range rapid.IntRange(0, 12).Draw(t, "steps") {
				w.do(w.anything())
			}
			was := w.s.Step()
			v := viewsOf(w.s)
			fresh := w.open()
			if !reflect.DeepEqual(was, w.s.Step()) || !learn.SameState(w.s, fresh) {
				t.Fatal("looking at the views changed something")
			}
			if again := viewsOf(fresh); !reflect.DeepEqual(v, again) {
				t.Fatalf("the log gives other views:\n%s\nwere\n%s", planText(again.Plan), planText(v.Plan))
			}
			v.check(t)
		}
	})
}

// choose changes a setting.
func (w *walker) choose() {
	set := rapid.SampledFrom([]struct {
		id     learn.SettingID
		answer course.Answer
	}{
		{learn.SettingDays, course.Answer{Items: []string{"mon", "sun"}}},
		{learn.SettingDays, course.Answer{}},
		{learn.SettingMinutes, course.Answer{Items: []string{"5"}}},
		{learn.SettingMinutes, course.Answer{Items: []string{"600"}}},
		{learn.SettingUntil, course.Answer{Text: w.clock.AddDate(0, 0, 9).Format("2006-01-02")}},
		{learn.SettingUntil, course.Answer{Text: w.clock.AddDate(0, 0, 1).Format("2006-01-02")}},
		{learn.SettingUntil, course.Answer{Text: "9999-12-31"}},
		{learn.SettingSure, course.Answer{Items: []string{"brisk"}}},
		{learn.SettingRecall, course.Answer{Items: []string{"95"}}},
		{learn.SettingWeeks, course.Answer{Items: []string{"off"}}},
	}).Draw(w.t, "setting")
	if _, err := w.s.Do(learn.Set{ID: string(set.id), Answer: set.answer}); err != nil {
		w.t.Fatal(err)
	}
}

func (v views) check(t *rapid.T) {
	numbers(t, "views", reflect.ValueOf(v))
	p := v.Plan
	if p.Skills > p.Of || p.Skills < 0 || p.Lessons < 0 || p.New < 0 || p.Review < 0 {
		t.Fatalf("the plan makes no sense: %s", planText(p))
	}
	today := v.Today.Day
	if f := p.Forecast; f != nil && (f.From80.Before(today) || f.From50.Before(f.From80) || f.To50.Before(f.From50) || f.To80.Before(f.To50)) {
		t.Fatalf("the forecast is out of order: %s", planText(p))
	}
	if !reflect.DeepEqual(p.Forecast, v.Today.Forecast) || !reflect.DeepEqual(p.Forecast, v.Insights.Forecast) {
		t.Fatal("the plan, the day and the insights tell different forecasts")
	}
	for i, d := range p.Coming {
		if !d.Day.Equal(today.AddDate(0, 0, i)) || d.New < 0 || d.Review < 0 || d.New+d.Review > float64(p.Sitting) || !d.Mine && d.New+d.Review > 0 {
			t.Fatalf("day %d of the plan makes no sense: %s", i, planText(p))
		}
	}
	if w := p.Weeks; w != nil {
		if w.Run > w.Best || w.Best > w.Total || w.Done > 7 || w.Of > 7 || len(w.Past) == 0 || len(w.Past) > 12 || w.Week != w.Past[len(w.Past)-1].Week || w.Week != *v.Today.Week {
			t.Fatalf("the weeks make no sense: %s", weeksText(w))
		}
	}
	in := v.Insights
	minutes, answers := 0.0, 0
	for _, d := range in.Days {
		minutes += d.Minutes
		answers += d.Answers
	}
	if math.Abs(minutes-in.Minutes) > 1e-6 || answers < in.Answers {
		t.Fatalf("the days hold %f minutes and %d answers: %s", minutes, answers, insightsText(in))
	}
}

// numbers refuses what is no number. What the course holds is not looked at.
func numbers(t *rapid.T, name string, v reflect.Value) {
	if strings.HasSuffix(v.Type().PkgPath(), "/course") {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			numbers(t, name, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			numbers(t, name, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				numbers(t, name+"."+f.Name, v.Field(i))
			}
		}
	case reflect.Float64:
		if x := v.Float(); math.IsNaN(x) || math.IsInf(x, 0) {
			t.Fatalf("%s is %v", name, x)
		}
	}
}

// oneQuestion is a course of one lesson with one question.
func oneQuestion() fstest.MapFS {
	return fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\nid: test\ntitle: Test\nskills:\n  one: { title: One }\n")},
		"01-one.md":   {Data: []byte("---\nid: one-lesson\nskills: [one]\n---\n# One\n\nText.\n\n### Question: What?\n<!-- id: q -->\n\n- Answer: yes\n")},
	}
}
