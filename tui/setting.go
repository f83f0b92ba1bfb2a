package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// settingInput is where a setting is changed. It begins with the present choice.
func settingInput(s learn.Setting, w *words.Words) widget.Input {
	say := w.Setting(s.ID)
	options := withOwn(s)
	list := make([]widget.Choice, len(options))
	for i, o := range options {
		list[i] = widget.Choice{Value: o, Text: escapeMarkdown(textsafe.Line(say.Option(o)))}
	}
	in := widget.NewText()
	switch s.Kind {
	case learn.SettingOne:
		in = widget.One(list)
	case learn.SettingMany:
		in = widget.Several(list)
	case learn.SettingDate, learn.SettingText:
	}
	in.Restore(s.Current)
	return in
}

// withOwn lists the code words of a setting, and a value of the learner's own
// at its place among them.
func withOwn(s learn.Setting) []string {
	options := s.Options
	if s.Kind != learn.SettingOne || len(s.Current.Items) != 1 || slices.Contains(options, s.Current.Items[0]) {
		return options
	}
	own := s.Current.Items[0]
	at := len(options)
	if n, err := strconv.Atoi(own); err == nil {
		at = 0
		for at < len(options) && number(options[at]) < n {
			at++
		}
	}
	return slices.Insert(slices.Clone(options), at, own)
}

// number is a code word as a number; 0: it is none.
func number(option string) int {
	n, err := strconv.Atoi(option)
	if err != nil {
		return 0
	}
	return n
}

// settingAnswer is what was chosen, or what is missing before it can be saved.
// A date and a text may be left empty: they are taken back.
func settingAnswer(s learn.Setting, in widget.Input, w *words.Words) (a course.Answer, missing string) {
	if s.Kind == learn.SettingOne || s.Kind == learn.SettingMany {
		if ready, missing := in.Ready(&w.Answers); !ready {
			return a, missing
		}
		return in.Answer(), ""
	}
	a.Text = strings.TrimSpace(in.Answer().Text)
	if s.Kind == learn.SettingDate && a.Text != "" {
		if _, err := time.Parse(time.DateOnly, a.Text); err != nil {
			return a, w.Flow.Planning.NoDate
		}
	}
	return a, ""
}

// settingSaid puts the present choice of a setting into words.
func settingSaid(s learn.Setting, w *words.Words) string {
	if settingEmpty(s) {
		return w.Choices.NotSaid
	}
	if len(s.Current.Items) == 0 {
		return textsafe.Line(s.Current.Text)
	}
	if s.ID == learn.SettingDays {
		return w.Days.Codes(s.Current.Items)
	}
	say := w.Setting(s.ID)
	var said []string
	for _, o := range s.Current.Items {
		said = append(said, textsafe.Line(say.Option(o)))
	}
	return strings.Join(said, ", ")
}

// dateOf is the date by which the learner wants to be through; zero: none.
func dateOf(settings []learn.Setting) time.Time {
	for _, s := range settings {
		if s.ID == learn.SettingUntil {
			if day, err := time.Parse(time.DateOnly, s.Current.Text); err == nil {
				return day
			}
		}
	}
	return time.Time{}
}

// settingEmpty reports whether nothing was chosen.
func settingEmpty(s learn.Setting) bool {
	return len(s.Current.Items) == 0 && s.Current.Text == ""
}

// settingBody draws a setting as a question, with where it is answered.
func settingBody(env Env, b *body, s learn.Setting, in widget.Input, st widget.Style) {
	th, t, say := env.Theme, env.Words.Flow.Ask, env.Words.Setting(s.ID)
	how := t.One
	switch s.Kind {
	case learn.SettingMany:
		how = t.Many
	case learn.SettingDate:
		how = env.Words.Flow.Planning.Date
	case learn.SettingText:
		how = t.Text
	case learn.SettingOne:
	}
	b.para(th.Title, say.Ask, env.Measure())
	low := env.H < lowWindow
	if !low {
		b.para(th.Text, say.Help, env.Measure())
		b.para(th.Dim, how, env.Measure())
	}
	b.gap()
	b.input(in.View(env.Measure(), st))
	if low { // where to answer comes before how
		b.gap()
		b.para(th.Dim, how, env.Measure())
		b.para(th.Text, say.Help, env.Measure())
	}
}
