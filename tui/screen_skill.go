package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// skillScreen is one skill closely: its numbers, every answer that moved them,
// and what can be done about it.
type skillScreen struct {
	id string
	view[skillData]
}

// skillData is what the page asks the session for.
type skillData struct {
	skill *learn.MapSkill // nil: the course has no such skill
	needs []learn.MapSkill
	day   time.Time
}

func newSkill(id string) *skillScreen { return &skillScreen{id: id} }

func (s *skillScreen) read(l Session) skillData {
	d := skillData{day: l.Today().Day}
	m := l.Map()
	for i := range m.Skills {
		k := &m.Skills[i]
		if k.Skill.ID != s.id {
			continue
		}
		d.skill = k
		for _, n := range k.Needs {
			if n >= 0 && n < len(m.Skills) {
				d.needs = append(d.needs, m.Skills[n])
			}
		}
	}
	return d
}

func (s *skillScreen) Title(w *words.Words) string {
	if k := s.data.skill; k != nil {
		return shownTitle(k.Skill.Title)
	}
	return w.Map.SkillTitle
}

func (s *skillScreen) Bindings(w *words.Words) []Binding {
	bs := s.chooseBindings(w, 1, w.Decisions.Do, w.Decisions.PickOne)
	if k := s.data.skill; k != nil {
		for n := range min(len(k.Lessons)+1, 9) {
			bs = append(bs, Binding{Intent: IntentDigit(n + 1), Words: w.Keys.Number, Quiet: true})
		}
	}
	bs = append(bs, viewBindings(w, "", IntentMap)...)
	return withMoves(bs, partBindings(w))
}

func (s *skillScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.act(env, m.Intent, s.sheet(env))
	}
	return s.take(env, msg, s.read)
}

func (s *skillScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

func (s *skillScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	th, w, width := env.Theme, env.Words.Map, env.Measure()
	k := s.data.skill
	if k == nil {
		out.para(th.Text, w.Gone, width)
		return out
	}
	bars := s.bars(env)
	out.add(bars[:min(1, len(bars))]...)
	facts := []string{w.Stages[k.Stage]}
	if k.Line > 0 && !k.Mastered {
		facts = append(facts, env.Words.Decisions.Line(words.Percent(k.Line)))
	}
	if k.Answers > 0 {
		facts = append(facts, w.Answers(k.Answers))
	}
	if k.Reviews > 0 {
		facts = append(facts, w.Reviews(k.Reviews))
	}
	out.para(th.Dim, strings.Join(facts, " "+th.Mark.Dot+" "), width)
	s.stands(env, out)
	s.does(env, out)
	out.head(env, w.Moved)
	const most = 40
	traceLines(env, out, k.Traces, most)
	return out
}

// stands says what the numbers mean: what it waits for, what is still needed,
// when it is reviewed.
func (s *skillScreen) stands(env Env, out *sheet) {
	th, w, k := env.Theme, env.Words.Map, s.data.skill
	said := waitWords(env.Words, k)
	switch {
	case k.Mastered:
		if k.Tested {
			said = append(said, w.Tested)
		}
		if k.Recall > 0 {
			said = append(said, w.Recall(words.Percent(k.Recall)))
		}
		if !k.Due.IsZero() && !s.data.day.IsZero() {
			said = append(said, w.Due(env.Words.Days.In(daysFrom(s.data.day, k.Due))))
		}
	case k.Left > 0:
		said = append(said, w.Left(k.Left))
	}
	if k.Misses > 0 {
		said = append(said, w.Misses(k.Misses))
	}
	for _, line := range said {
		out.para(th.Text, line, env.Measure())
	}
	if len(s.data.needs) > 0 {
		out.head(env, w.BuildsOn)
		if bars := s.bars(env); len(bars) > 1 {
			out.add(bars[1:]...)
		}
	}
}

// bars draws the skill and those it builds on, below each other in one column.
func (s *skillScreen) bars(env Env) []string {
	list := []learn.SkillState{s.data.skill.SkillState}
	for _, n := range s.data.needs {
		list = append(list, n.SkillState)
	}
	return skillBars(env, list)
}

// does lists what can be done: practise it, open a lesson that teaches it.
func (s *skillScreen) does(env Env, out *sheet) {
	w, k := env.Words, s.data.skill
	out.head(env, w.Map.Do)
	out.choice(env, w.Decisions.Do, func() tea.Cmd { return do(learn.Review{Skill: k.Skill.ID}) }, 1, w.Map.Practise, "")
	for n, l := range k.Lessons {
		out.choice(env, w.Decisions.Do, func() tea.Cmd { return do(learn.GoTo{ID: l.ID}) }, n+2, w.Map.Open(titleOf(l)), "")
	}
}

// daysFrom is how many days lie between two days.
func daysFrom(from, to time.Time) int { return int(to.Sub(from).Hours()/24 + 0.5) }
