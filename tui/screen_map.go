package tui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/chart"
	"github.com/cairn-learn/cairn/tui/words"
)

// mapScreen is the skills as a graph, with how well each is known and what it
// waits for, and the lessons and detours around them.
type mapScreen struct {
	view[mapData]
	last  drawnMap
	order []int // of the skills in last, from top to bottom
}

// drawnMap is the graph as it was drawn last: drawing a large one takes long
// enough to be done once for each key.
type drawnMap struct {
	w      int
	theme  *Theme
	words  *words.Words
	chosen int
	skills []chart.Skill // as they are shown, whichever is chosen
	drawn  chart.Map
}

// mapData is what the page asks the session for.
type mapData struct {
	learn.Map           // without the lessons off the road, which the outline has
	day       time.Time // today
}

func newMap() *mapScreen { return &mapScreen{} }

func readMap(s Session) mapData {
	d := mapData{s.Map(), s.Today().Day}
	d.Lessons = slices.DeleteFunc(slices.Clone(d.Lessons), func(l learn.LessonProgress) bool { return l.State == learn.LessonOff })
	return d
}

func (s *mapScreen) Title(w *words.Words) string { return w.Map.Title }

// Facts says how many skills are known.
func (s *mapScreen) Facts(w *words.Words) []string {
	if !s.known || len(s.data.Skills) == 0 {
		return nil
	}
	return []string{w.Map.Known(s.data.Known, s.data.Of), w.Frame.StepShort(s.data.Known, s.data.Of)}
}

func (s *mapScreen) Bindings(w *words.Words) []Binding {
	enter := Binding{Intent: IntentEnter, Words: w.Map.Look}
	switch skills := len(s.data.Skills); {
	case s.at == 0:
		enter.Disabled = w.Map.NoRow
	case s.at > skills:
		enter.Words = w.Keys.Open
	}
	bs := append([]Binding{enter}, viewBindings(w, IntentMap, IntentInsights, IntentOutline)...)
	return append(bs, partBindings(w)...)
}

func (s *mapScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if m, ok := msg.(IntentMsg); ok {
		above := env
		above.H -= footHeight(env)
		cmd = s.act(above, m.Intent, s.sheet(env))
	} else {
		cmd = s.take(env, msg, readMap)
	}
	if _, came := msg.(mapData); came {
		s.last = drawnMap{}
		if s.at == 0 && len(s.data.Skills) > 0 {
			s.at = 1 // looking closer costs nothing
		}
	}
	s.last, s.order = s.graph(env)
	return cmd
}

// graph draws the skills, or takes them as they were drawn last.
func (s *mapScreen) graph(env Env) (drawnMap, []int) {
	d := drawnMap{w: env.Measure(), theme: env.Theme, words: env.Words, chosen: s.at, skills: s.last.skills}
	if s.at > len(s.data.Skills) {
		d.chosen = 0
	}
	same := s.last.w == d.w && s.last.theme == d.theme && s.last.words == d.words
	if same && s.last.chosen == d.chosen {
		return s.last, s.order
	}
	if !same {
		d.skills = nil
		for _, k := range s.data.Skills {
			d.skills = append(d.skills, s.skill(env, k))
		}
	}
	m := chart.SkillMap{NeedsText: env.Words.Map.Needs, Selected: -1, Skills: d.skills}
	order := s.order
	if s.last.w != d.w || len(order) != len(m.Skills) {
		order = m.Draw(d.w, env.Theme.Chart()).Order
	}
	if s.at >= 1 && s.at <= len(order) {
		m.Selected = order[s.at-1]
	}
	d.drawn = m.Draw(d.w, env.Theme.Chart())
	return d, order
}

func (s *mapScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env), s.foot(env)...) }

// footHeight is how many lines are kept below the map for the chosen skill.
func footHeight(env Env) int {
	if env.H < 14 {
		return 2
	}
	return 3
}

// foot says of the chosen row what is often cut in the graph.
func (s *mapScreen) foot(env Env) []string {
	th := env.Theme
	if s.known && len(s.data.Skills) == 0 {
		return nil
	}
	b := &body{}
	b.para(th.Info, s.said(env), env.Measure())
	n := footHeight(env)
	if env.H >= 14 {
		b.lines = append([]string{""}, b.lines...)
	}
	if len(b.lines) > n {
		b.lines = b.lines[:n]
		b.lines[n-1] = fit(th, b.lines[n-1]+th.Mark.More, env.Measure())
	}
	for len(b.lines) < n {
		b.add("")
	}
	return b.lines
}

// said tells in full where the chosen skill stands and what it waits for, or why
// the chosen lesson was passed over.
func (s *mapScreen) said(env Env) string {
	w := env.Words.Map
	k := s.chosen(env)
	if k == nil {
		if i := s.at - len(s.data.Skills) - 1; i >= 0 && i < len(s.data.Lessons) {
			return env.Words.Why(plainReason(s.data.Lessons[i].Why))
		}
		return ""
	}
	said := waitWords(env.Words, k)
	if len(said) == 0 {
		said = append(said, w.Stages[k.Stage])
	}
	if !k.Mastered && (k.Answers > 0 || k.Mastery >= k.Line) && k.Left > 0 {
		said = append(said, env.Words.Decisions.Left(k.Left))
	}
	if !k.InGoal && s.data.Goal != "" {
		said = append(said, w.NotInGoal)
	}
	return shownTitle(k.Skill.Title) + env.Words.Print.Colon + " " + strings.Join(said, env.Words.Print.Semicolon+" ")
}

// waits reports whether a skill is still to be begun, and waits for others.
func waits(k learn.MapSkill) bool { return k.Stage == learn.StageWaiting && len(k.Waits) > 0 }

// waitWords says what a skill waits for, as long as it is not begun.
func waitWords(w *words.Words, k *learn.MapSkill) []string {
	var said []string
	if waits(*k) {
		for _, wait := range k.Waits {
			said = append(said, w.Map.Waits(textsafe.Line(wait.Skill.Title), words.Percent(wait.Mastery), words.Percent(wait.Line)))
		}
	}
	return said
}

// chosen is the skill that is chosen, or nil.
func (s *mapScreen) chosen(env Env) *learn.MapSkill {
	if s.at < 1 || s.at > len(s.data.Skills) {
		return nil
	}
	_, order := s.graph(env)
	if s.at > len(order) {
		return nil
	}
	return &s.data.Skills[order[s.at-1]]
}

func (s *mapScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	s.skills(env, out)
	s.lessons(env, out)
	s.detours(env, out)
	return out
}

// skills draws the graph. The rows can be chosen from top to bottom.
func (s *mapScreen) skills(env Env, out *sheet) {
	th, w, width := env.Theme, env.Words.Map, env.Measure()
	if len(s.data.Skills) == 0 {
		out.para(th.Text, w.None, width)
		return
	}
	goal := w.Everything
	if s.data.Goal != "" {
		goal = w.Goal(shownTitle(s.data.Goal))
	}
	out.heads = append(out.heads, 0)
	out.para(th.Heading, goal, width)
	last, _ := s.graph(env)
	drawn := last.drawn
	first := len(out.lines)
	out.add(drawn.Lines...)
	for n, i := range drawn.Order {
		from, to := first+drawn.Row[i], first+len(drawn.Lines)
		if n+1 < len(drawn.Order) {
			to = first + drawn.Row[drawn.Order[n+1]]
		}
		if drawn.Rails {
			to = from + 1
		}
		id := s.data.Skills[i].Skill.ID
		out.mark(from, to, w.Look, func() tea.Cmd { return visit(RouteSkill.To("", id)) })
	}
	s.legend(env, out, drawn.Rails)
}

// skill is one skill as the graph draws it.
func (s *mapScreen) skill(env Env, k learn.MapSkill) chart.Skill {
	th, w := env.Theme, env.Words.Map
	out := chart.Skill{
		Title: shownTitle(k.Skill.Title), Share: k.Mastery, Needs: k.Needs,
		Text: env.Words.Decisions.To(words.Percent(k.Mastery)),
	}
	out.Mark, out.Ink = stageMark(th, k.Stage)
	switch {
	case waits(k) && env.Measure() >= 72:
		wait := k.Waits[0]
		out.Note = w.Waits(textsafe.Line(wait.Skill.Title), words.Percent(wait.Mastery), words.Percent(wait.Line))
	case waits(k):
		out.Note = w.WaitsShort(textsafe.Line(k.Waits[0].Skill.Title))
	case !k.InGoal && s.data.Goal != "":
		out.Note = w.NotInGoal
	case k.Stage == learn.StageDue || k.Stage == learn.StageTested || k.Stage == learn.StagePassed:
		out.Note = w.Stages[k.Stage]
	}
	return out
}

// stageMark is the mark of a stage, with its colour.
func stageMark(th *Theme, st learn.Stage) (string, chart.Ink) {
	switch st {
	case learn.StageKnown, learn.StageTested:
		return th.Mark.Done, chart.InkGood
	case learn.StageDue:
		return th.Mark.Due, chart.InkInfo
	case learn.StageOpen:
		return th.Mark.Begun, chart.InkAccent
	case learn.StageWaiting, learn.StagePassed:
		return th.Mark.Skipped, chart.InkDim
	case learn.StageNew:
	}
	return th.Mark.Open, chart.InkText
}

// legend says what the marks mean, and the signs of the rails where there are
// some.
func (s *mapScreen) legend(env Env, out *sheet, rails bool) {
	th, w := env.Theme, env.Words.Map
	var marks []string
	for _, st := range []learn.Stage{learn.StageKnown, learn.StageDue, learn.StageOpen, learn.StageNew, learn.StageWaiting} {
		mark, _ := stageMark(th, st)
		marks = append(marks, mark+"\u00a0"+strings.ReplaceAll(w.Stages[st], " ", "\u00a0"))
	}
	out.gap()
	out.para(th.Dim, strings.Join(marks, "  "), env.Measure())
	if !rails {
		return
	}
	signs := th.Chart().Signs()
	marks = nil
	for _, m := range [][2]string{{signs.Skill, w.Base}, {signs.Before, w.Before}, {signs.After, w.After}} {
		marks = append(marks, m[0]+"\u00a0"+strings.ReplaceAll(m[1], " ", "\u00a0"))
	}
	out.para(th.Dim, strings.Join(marks, "  "), env.Measure())
}

// lessons lists the lessons by how far they are.
func (s *mapScreen) lessons(env Env, out *sheet) {
	th, w := env.Theme, env.Words.Map
	if len(s.data.Lessons) == 0 {
		return
	}
	var done, skipped, ahead int
	for _, l := range s.data.Lessons {
		switch l.State {
		case learn.LessonDone:
			done++
		case learn.LessonSkipped:
			skipped++
		case learn.LessonOpen, learn.LessonBegun:
			ahead++
		case learn.LessonOff:
		}
	}
	facts := []string{w.Done(done)}
	if skipped > 0 {
		facts = append(facts, w.Skipped(skipped))
	}
	out.head(env, w.Lessons+env.Words.Print.Colon+" "+strings.Join(append(facts, w.Ahead(ahead)), ", "))
	for _, l := range s.data.Lessons {
		mark, ink := lessonMark(th, l.State)
		style := th.Text
		if out.next() {
			style = th.Accent
		}
		line := out.pointer(env) + ink.Render(mark) + " " + style.Render(titleOf(l.Lesson))
		word := lessonWord(env.Words.Outline, &l)
		out.row(env.Words.Keys.Open, func() tea.Cmd { return do(learn.GoTo{ID: l.Lesson.ID}) },
			spread(th, line, th.Dim.Render(word), env.Measure()))
	}
}

// detours lists the changes of road that were made, with why.
func (s *mapScreen) detours(env Env, out *sheet) {
	th, w := env.Theme, env.Words.Map
	if len(s.data.Detours) == 0 {
		return
	}
	out.head(env, w.Detours)
	for _, d := range s.data.Detours {
		when := ""
		if !s.data.day.IsZero() && !d.When.IsZero() {
			when = ", " + env.Words.Days.Date(d.When, s.data.day)
		}
		out.note(th.Text, w.Detour(shownTitle(d.From), shownTitle(d.To))+when, env.Measure())
		out.note(th.Dim, env.Words.Why(plainReason(d.Why)), env.Measure())
	}
}
