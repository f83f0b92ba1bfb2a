package plain

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// setting tells a choice about how the program goes about the course: what it
// is, its answers, and how it stands.
func (d *Dialogue) setting(s learn.Setting) {
	said := d.w.Setting(s.ID)
	d.say(said.Ask)
	d.say(said.Help)
	if !byValue(s) {
		for i, code := range s.Options {
			d.numbered(i, said.Option(code))
		}
	}
	d.say(d.p.Path.Now(d.stands(s)))
}

// stands says how a choice stands.
func (d *Dialogue) stands(s learn.Setting) string {
	said := d.w.Setting(s.ID)
	var told []string
	for _, code := range s.Current.Items {
		told = append(told, said.Option(code))
	}
	if s.Current.Text != "" {
		told = append(told, said.Option(s.Current.Text))
	}
	if len(told) == 0 {
		return d.w.Settings.None
	}
	if s.Usual {
		told = append(told, d.w.Settings.Usual)
	}
	return strings.Join(told, ", ")
}

// byValue reports whether all answers are numbers: then they are typed
// themselves, and not counted.
func byValue(s learn.Setting) bool {
	for _, o := range s.Options {
		if _, err := strconv.Atoi(o); err != nil {
			return false
		}
	}
	return len(s.Options) > 0
}

// askSetting says how a choice is answered.
func (d *Dialogue) askSetting(s learn.Setting) string {
	p := d.p.Path
	how, leave := p.Own, p.LeaveIt
	switch {
	case s.ID == learn.SettingMinutes:
		how = p.Minutes
	case byValue(s):
		how = p.ValueOf(strings.Join(s.Options, ", "))
	case s.Kind == learn.SettingOne:
		how = p.OneOf(len(s.Options))
	case s.Kind == learn.SettingMany:
		how = p.ManyOf(len(s.Options))
	case s.Kind == learn.SettingDate:
		how = p.Date
	case s.Kind == learn.SettingText:
	}
	if open(s) && !s.Usual && s.Current.Text != "" {
		leave = p.ClearIt
	}
	return how + leave
}

// open reports whether a choice can be left without an answer.
func open(s learn.Setting) bool {
	return s.Kind == learn.SettingDate || s.Kind == learn.SettingText
}

// readSetting reads an answer to a choice, or says why it is none.
func (d *Dialogue) readSetting(s learn.Setting, line string) (course.Answer, bool) {
	switch {
	case open(s) && words.Means(line, d.p.Replies.Nothing):
		return course.Answer{}, true
	case s.Kind == learn.SettingDate:
		if _, err := time.Parse(time.DateOnly, line); err != nil {
			d.say(d.p.Path.NotADate(line))
			return course.Answer{}, false
		}
		return course.Answer{Text: line}, true
	case s.Kind == learn.SettingText:
		return course.Answer{Text: line}, true
	case byValue(s):
		_, err := strconv.Atoi(line)
		if free := s.ID == learn.SettingMinutes && err == nil; !free && !slices.Contains(s.Options, line) {
			d.say(d.p.NotAmong(line))
			return course.Answer{}, false
		}
		return course.Answer{Items: []string{line}}, true
	}
	said := d.w.Setting(s.ID)
	var list []names
	for _, code := range s.Options {
		list = append(list, names{code, said.Option(code)})
	}
	picked, ok := d.choose(line, list, s.Kind == learn.SettingMany)
	var a course.Answer
	for _, i := range picked {
		a.Items = append(a.Items, s.Options[i])
	}
	return a, ok
}

// listSettings tells the choices about how the program goes about the course,
// by the names that :set takes.
func (d *Dialogue) listSettings() {
	for _, s := range d.s.Settings() {
		said := d.w.Setting(s.ID)
		d.say(shortName(s.ID) + d.w.Print.Colon + " " + said.Ask)
		for _, code := range besides(s) {
			text := code + d.w.Print.Colon + " " + said.Option(code)
			if slices.Contains(s.Current.Items, code) || s.Current.Text == code {
				text += ", " + d.p.Chosen
				if s.Usual {
					text += ", " + d.w.Settings.Usual
				}
			}
			d.hang("- ", text)
		}
		if len(s.Options) == 0 {
			d.hang("- ", d.stands(s))
		}
	}
}

// besides are the answers to a choice, with the present one where it is none of
// those that are offered.
func besides(s learn.Setting) []string {
	all := slices.Clone(s.Options)
	for _, code := range s.Current.Items {
		if len(all) > 0 && !slices.Contains(all, code) {
			all = append(all, code)
		}
	}
	return all
}

// shortName is the name of a choice as it is typed.
func shortName(id learn.SettingID) string { return strings.TrimPrefix(string(id), "setting:") }

// settingNamed finds a choice by what is typed.
func (d *Dialogue) settingNamed(name string) (learn.Setting, bool) {
	for _, s := range d.s.Settings() {
		if name == shortName(s.ID) || name == string(s.ID) {
			return s, true
		}
	}
	return learn.Setting{}, false
}
