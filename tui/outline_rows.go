package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// drawRow draws one line of the outline: a mark and a title at the left, the
// minutes and the state in words at the right.
func (s *outlineScreen) drawRow(env Env, r outlineRow, at bool) string {
	th := env.Theme
	pointer, style := "  ", th.Text
	if at {
		pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
	}
	switch {
	case r.heading != "":
		return th.Title.Render(fit(th, textsafe.Line(r.heading), env.W))
	case r.lesson != nil:
		return s.drawLesson(env, r, pointer, style, at)
	case r.skill != nil:
		return s.drawSkill(env, r.skill, pointer+style.Render(textsafe.Line(r.skill.Skill.Title)))
	case r.look == RouteGlossary:
		return pointer + style.Render(fit(th, env.Words.Outline.Glossary(len(s.course.Glossary)), env.W-2))
	case r.look == RouteCards:
		return pointer + style.Render(fit(th, env.Words.Outline.Cards(len(s.course.Cards)), env.W-2))
	}
	return ""
}

func (s *outlineScreen) drawLesson(env Env, r outlineRow, pointer string, style lipgloss.Style, at bool) string {
	th, l := env.Theme, r.lesson
	mark, ink := lessonMark(th, l.State)
	quiet := l.State == learn.LessonSkipped || l.State == learn.LessonOff
	if quiet && !at {
		style = th.Dim
	}
	number := strings.Repeat(" ", 2)
	if r.number > 0 {
		number = fmt.Sprintf("%2d", r.number)
	}
	title := textsafe.Line(l.Lesson.Title)
	var left string
	switch { // what looks alike goes to the terminal in one piece
	case quiet && !at:
		left = pointer + th.Dim.Render(mark+" "+number+"  "+title)
	case quiet:
		left = pointer + th.Dim.Render(mark+" "+number) + "  " + style.Render(title)
	default:
		left = pointer + ink.Render(mark) + " " + th.Dim.Render(number) + "  " + style.Render(title)
	}
	right := ""
	if l.Lesson.Minutes > 0 {
		right = env.Words.Library.Minutes(l.Lesson.Minutes)
	}
	if env.Measure() >= 60 {
		right = fmt.Sprintf("%8s   %-16s", right, lessonWord(env.Words.Outline, l))
	}
	word := th.Dim
	if l.Here {
		word = th.Accent
	}
	return spread(th, left, word.Render(right), env.Measure())
}

// lessonWord says in a word or three where the learner is with a lesson.
func lessonWord(w words.Outline, l *learn.LessonProgress) string {
	switch {
	case l.Here:
		return w.Here
	case l.Optional && l.State == learn.LessonOpen:
		return w.Optional
	}
	return map[learn.LessonState]string{
		learn.LessonDone: w.Done, learn.LessonSkipped: w.Skipped, learn.LessonBegun: w.Begun, learn.LessonOff: w.Off,
	}[l.State]
}

// lessonMark is the mark of a state, with its colour.
func lessonMark(th *Theme, st learn.LessonState) (string, lipgloss.Style) {
	switch st {
	case learn.LessonDone:
		return th.Mark.Done, th.Good
	case learn.LessonSkipped:
		return th.Mark.Skipped, th.Dim
	case learn.LessonBegun:
		return th.Mark.Begun, th.Accent
	case learn.LessonOff:
		return th.Mark.Off, th.Dim
	case learn.LessonOpen:
	}
	return th.Mark.Open, th.Text
}

func (s *outlineScreen) drawSkill(env Env, k *learn.SkillState, left string) string {
	th, w := env.Theme, env.Words.Outline
	if k.Answers == 0 {
		return spread(th, left, th.Dim.Render(w.NoAnswers), env.Measure())
	}
	bar := 20
	if env.Measure() < 60 {
		bar = 8
	}
	share := th.Dim.Render(fmt.Sprintf("%7s", env.Words.Flow.Summary.Same(words.Percent(k.Mastery))))
	return spread(th, left, th.Bar(k.Mastery, bar)+share, env.Measure())
}

// marks says what the marks of lessons mean.
func (s *outlineScreen) marks(env Env) string {
	th, w := env.Theme, env.Words.Outline
	marks := strings.Join([]string{
		th.Mark.Done + " " + w.Done, th.Mark.Begun + " " + w.Begun, th.Mark.Open + " " + w.Open, th.Mark.Skipped + " " + w.Skipped,
	}, "  ")
	return th.Dim.Render(fit(th, "  "+marks, env.Measure()))
}

// detail says more of the selected row: facts, and why a lesson is not on the
// road or was passed over.
func (s *outlineScreen) detail(env Env) []string {
	th, w := env.Theme, env.Words.Outline
	var facts []string
	why := ""
	switch r := s.row(); {
	case r.lesson != nil:
		facts = s.lessonFacts(env, r.lesson)
		why = env.Words.Why(r.lesson.Why)
	case r.skill != nil:
		facts = []string{textsafe.Line(r.skill.Skill.Title), w.Answers(r.skill.Answers)}
	}
	fact := th.Dim.Render(fit(th, strings.Join(facts, " "+th.Mark.Dot+" "), env.W))
	reason := th.Info.Render(fit(th, why, env.W))
	if s.detailHeight(env) > 1 {
		return []string{"", fact, reason}
	}
	if why != "" {
		return []string{reason}
	}
	return []string{fact}
}

func (s *outlineScreen) lessonFacts(env Env, l *learn.LessonProgress) []string {
	w := env.Words.Outline
	var facts []string
	if word := lessonWord(w, l); word != "" {
		facts = append(facts, word)
	} else {
		facts = append(facts, w.Open)
	}
	if l.Optional && facts[0] != w.Optional {
		facts = append(facts, w.Optional)
	}
	if l.Lesson.Minutes > 0 {
		facts = append(facts, env.Words.Library.Minutes(l.Lesson.Minutes))
	}
	if l.Asked > 0 {
		facts = append(facts, w.Right(l.Right, l.Asked))
	}
	return facts
}
