package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// todayScreen is what the day holds: what is due, what is next and why, and how
// long it takes. One key starts.
type todayScreen struct{ view[todayData] }

// todayData is what the page asks the session for.
type todayData struct {
	today       learn.Today
	until       time.Time // the learner's date; zero: none
	known, of   int       // skills, or lessons where there are none
	rested, due bool      // what the learner may do: reviews wait, reviews are there
}

func newToday() *todayScreen { return &todayScreen{} }

func readToday(s Session) todayData {
	d := todayData{today: s.Today(), until: dateOf(s.Settings())}
	p := s.Progress()
	d.known, d.of = d.today.Known, d.today.Of
	if d.of == 0 {
		d.known, d.of = p.Done, p.Of
	}
	d.due, d.rested = len(d.today.Due) > 0, d.today.Resting
	return d
}

func (s *todayScreen) Title(w *words.Words) string { return w.Today.Title }

// Facts says which day it is.
func (s *todayScreen) Facts(w *words.Words) []string {
	if !s.known || s.data.today.Day.IsZero() {
		return nil
	}
	day := s.data.today.Day
	return []string{w.Days.Full(day, day), w.Days.Weekday(day.Weekday()) + " " + w.Days.ShortDate(day)}
}

func (s *todayScreen) Bindings(w *words.Words) []Binding {
	start := Binding{Intent: IntentEnter, Words: w.Today.GoOn}
	review := Binding{Intent: IntentReview, Words: w.Keys.Review, Quiet: true}
	rest := Binding{Intent: IntentRest, Words: w.Keys.Rest}
	if s.reviews() {
		start.Words = w.Today.Start(s.data.today.Take)
	}
	if !s.data.due {
		review.Disabled = w.Today.NoReview
		rest.Disabled = w.Today.NoReview
	}
	if s.data.rested {
		rest.Disabled = w.Today.NoRest
	}
	if s.at > 0 {
		start.Words = w.Keys.Open
	}
	bs := append([]Binding{start, rest, review}, viewBindings(w, IntentToday, IntentPlan, IntentMap)...)
	return append(bs, moving(w)...)
}

// reviews reports whether the key starts with reviews.
func (s *todayScreen) reviews() bool { return s.data.due && !s.data.rested }

func (s *todayScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.intent(env, m.Intent)
	}
	return s.take(env, msg, readToday)
}

func (s *todayScreen) intent(env Env, i Intent) tea.Cmd {
	switch i {
	case IntentEnter:
		if row := s.row(s.sheet(env)); row != nil {
			return row.does()
		}
		if s.reviews() {
			return do(learn.Review{Share: true})
		}
		return visit(RouteCourse)
	case IntentReview:
		return do(learn.Review{})
	case IntentRest:
		return rest(env)
	}
	return s.act(env, i, s.sheet(env))
}

// rest leaves the reviews for tomorrow and says so.
func rest(env Env) tea.Cmd {
	return tea.Sequence(do(learn.Rest{}), toast(env.Words.Today.Rested))
}

func (s *todayScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

// sheet draws the page, what the day begins with first, and a cairn beside it
// where there is room.
func (s *todayScreen) sheet(env Env) *sheet {
	if !s.known {
		return &sheet{}
	}
	c := cairnOf{s.data.known, s.data.of}
	room, wide := c.room(env)
	out := &sheet{chosen: s.at}
	if s.reviews() {
		s.due(room, out)
		s.next(room, out)
	} else {
		s.next(room, out)
		s.due(room, out)
	}
	s.week(room, out)
	s.unclear(room, out)
	if wide {
		out.lines = c.beside(env, out.lines)
	}
	return out
}

// due says what is to be reviewed, the first of it with why.
func (s *todayScreen) due(env Env, out *sheet) {
	th, w, t := env.Theme, env.Words.Today, &s.data.today
	width := env.Measure()
	out.head(env, w.Review)
	switch {
	case t.Resting:
		out.para(th.Text, w.Resting, width)
		return
	case len(t.Due) == 0:
		out.para(th.Text, w.DueNone(t.Tomorrow), width)
		return
	}
	out.para(th.Strong, w.Due(len(t.Due), t.DueMinutes), width)
	if t.Take > 0 && t.Take < len(t.Due) {
		out.para(th.Text, w.Take(t.Take, t.TakeMinutes), width)
	}
	most := 3
	if env.H < 24 {
		most = 2 // what is next and how things stand are in sight too
	}
	for i, d := range t.Due {
		if i == most {
			out.note(th.Dim, w.More(len(t.Due)-most), width)
			break
		}
		title, why := shownTitle(d.Title), plainReason(d.Why)
		if title == "" {
			out.note(th.Info, env.Words.Why(why), width)
			continue
		}
		out.add("  " + th.Text.Render(fit(th, title, width-2)))
		out.add(indent(indent(wrapStyled(th.Info, env.Words.WhyBelow(why, title), width-4)))...)
	}
}

// next says what comes on the road, why, and how long it takes.
func (s *todayScreen) next(env Env, out *sheet) {
	th, w, n := env.Theme, env.Words.Today, &s.data.today.Next
	width := env.Measure()
	if s.reviews() {
		out.head(env, w.Then)
	} else {
		out.head(env, w.Next)
	}
	if n.Title == "" {
		out.para(th.Text, w.End, width)
		return
	}
	out.para(th.Strong, shownTitle(env.Words.CourseTitle(n.Title)), width)
	var facts []string
	if n.Module != "" {
		facts = append(facts, textsafe.Line(n.Module))
	}
	switch {
	case n.Minutes > 0 && n.Begun:
		facts = append(facts, w.Left(n.Minutes))
	case n.Minutes > 0:
		facts = append(facts, w.Takes(n.Minutes))
	case n.Begun:
		facts = append(facts, w.Begun)
	}
	out.para(th.Dim, strings.Join(facts, " "+th.Mark.Dot+" "), width)
	if n.Why.Code != learn.WhyNext { // the heading says that
		out.note(th.Dim, env.Words.Why(plainReason(n.Why)), width)
	}
}

// week says how the day, the week and the course stand.
func (s *todayScreen) week(env Env, out *sheet) {
	th, w, t := env.Theme, env.Words.Today, &s.data.today
	var facts []string
	if t.Week != nil {
		if said := w.Week(t.Week.Done, t.Week.Of); said != "" {
			facts = append(facts, said)
		}
	}
	if t.Spent >= 1 {
		facts = append(facts, w.Spent(t.Spent))
	}
	switch {
	case !t.Planned && t.Sitting > 0:
		facts = append(facts, w.Free)
	case t.Sitting > 0:
		facts = append(facts, w.Sitting(t.Sitting))
	}
	if len(facts) == 0 && t.Forecast == nil {
		return
	}
	out.head(env, w.Stands)
	out.para(th.Text, strings.Join(facts, " "+th.Mark.Dot+" "), env.Measure())
	if f := t.Forecast; f != nil {
		said := env.Words.Forecast.Line(f, t.Day) + "."
		if f.Status != learn.ForecastOpen && !s.data.until.IsZero() {
			said += " " + env.Words.Forecast.Short(f.Status, s.data.until, t.Day)
		}
		out.para(th.Dim, said, env.Measure())
	}
}

// unclear says what the learner wrote, and what they miss again and again.
func (s *todayScreen) unclear(env Env, out *sheet) {
	th, w, t := env.Theme, env.Words.Today, &s.data.today
	if u := t.Unclear; u != nil {
		out.head(env, w.Unclear)
		about := ""
		if u.Lesson != nil {
			about = ", " + w.About(titleOf(u.Lesson))
		}
		out.note(th.Text, env.Words.Print.Quoted(textsafe.Line(u.Text))+about, env.Measure())
	}
	leechLines(env, out, t.Leeches[:min(len(t.Leeches), 3)])
}

// leechLines lists what was missed again and again, and what may help.
func leechLines(env Env, out *sheet, list []learn.Due) {
	th, w := env.Theme, env.Words.Today
	if len(list) == 0 {
		return
	}
	out.head(env, w.Leeches)
	for _, l := range list {
		times := w.Leech("", l.Lapses)
		style := th.Text
		if out.next() {
			style = th.Accent
		}
		line := out.pointer(env) + style.Render(fit(th, shownTitle(l.Title), env.Measure()-2-ansi.StringWidth(times))+times)
		if does := openDue(l); does != nil {
			out.row(env.Words.Keys.Open, does, line)
		} else {
			out.add(line)
		}
	}
	out.note(th.Dim, w.LeechHow, env.Measure())
}

// openDue shows what can be reviewed; nil: there is no page of it.
func openDue(d learn.Due) func() tea.Cmd {
	_, id, _ := strings.Cut(d.ID, ":")
	switch d.Kind {
	case learn.DueQuestion:
		return func() tea.Cmd { return visit(metRoute("", id)) }
	case learn.DueCard:
		return func() tea.Cmd { return visit(RouteCards) }
	case learn.DueTerm:
		return func() tea.Cmd { return visit(RouteGlossary) }
	case learn.DueSkill, learn.DueOpen:
		return func() tea.Cmd { return visit(RouteSkill.To("", id)) }
	}
	return nil
}

// titled says a reason, after the title of what it speaks of unless it names it.
func titled(env Env, title string, why learn.Reason) string {
	said, title := env.Words.Why(plainReason(why)), shownTitle(title)
	switch {
	case said == "":
		return title
	case title == "" || strings.Contains(said, words.Trimmed(title)):
		return said
	}
	return env.Words.Print.Quoted(title) + env.Words.Print.Colon + " " + said
}
