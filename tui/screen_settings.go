package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// The settings that the page knows more of than their values.
const (
	settingTheme    = "theme"
	settingLanguage = "language"
	settingMeasure  = "measure"
)

// measureStep is by how many cells the arrows change the width of text.
const measureStep = 5

// settingsScreen shows the settings of the program and changes them in place:
// what is chosen holds at once.
type settingsScreen struct {
	kept  Kept
	known bool // kept came
	rows
	open  widget.Input // where a value is typed; nil: none is
	prose markdown
}

func newSettings() *settingsScreen { return &settingsScreen{} }

func (s *settingsScreen) Title(w *words.Words) string { return w.Preferences.Title }

func (s *settingsScreen) Captures() bool { return s.open != nil && s.open.Captures() }

func (s *settingsScreen) Bindings(w *words.Words) []Binding {
	if s.open != nil {
		bs := []Binding{{Intent: IntentEnter, Words: w.Keys.Save}, {Intent: IntentBack, Words: w.Keys.Keep}}
		return append(bs, changeBindings(s.open, w)...)
	}
	change := Binding{Intent: IntentEnter, Words: w.Keys.Change}
	if s.chosen() == nil {
		change.Disabled = w.Choices.NoChange
	}
	bs := []Binding{change}
	if c := s.chosen(); c != nil && len(s.choices(c)) > 0 {
		bs = append(bs, Binding{Intent: IntentRight, Words: w.Preferences.Next}, Binding{Intent: IntentLeft, Words: w.Preferences.Previous, Quiet: true})
	}
	return append(bs, moving(w)...)
}

// chosen is the setting that the cursor is on; nil: there is none.
func (s *settingsScreen) chosen() *Setting {
	if s.rows.at >= len(s.kept.List) {
		return nil
	}
	return &s.kept.List[s.rows.at]
}

func (s *settingsScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ShowMsg:
		id := env.ID
		return func() tea.Msg { return readKeptMsg{id} }
	case Kept:
		s.kept, s.known = msg, true
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if s.open != nil {
			write(env, s.open, msg)
		}
	case IntentMsg:
		cmd = s.intent(env, msg.Intent)
	}
	s.rows.settle(len(s.kept.List), s.height(env), s.can)
	return cmd
}

func (s *settingsScreen) can(int) bool { return true }

func (s *settingsScreen) intent(env Env, i Intent) tea.Cmd {
	c := s.chosen()
	switch {
	case s.open != nil && i == IntentBack:
		s.open = nil
	case s.open != nil && (i == IntentEnter || i == IntentSend):
		value := strings.TrimSpace(s.open.Answer().Text)
		s.open = nil
		return s.set(c, value)
	case s.open != nil:
		s.open.Intent(widget.Intent(i), env.Measure())
	case c != nil && i == IntentRight, c != nil && i == IntentEnter && c.Values != nil:
		return s.turn(c, 1)
	case c != nil && i == IntentLeft:
		return s.turn(c, -1)
	case c != nil && i == IntentEnter:
		s.open = widget.NewText()
		s.open.Restore(course.Answer{Text: c.Value})
	default:
		s.rows.move(i, len(s.kept.List), s.height(env), s.can)
	}
	return nil
}

// choices lists the values that the arrows go through; none: a value is typed.
func (s *settingsScreen) choices(c *Setting) []string {
	if c.Name != settingMeasure {
		return c.Values
	}
	var all []string
	for n := MeasureLeast; n <= MeasureMost; n += measureStep {
		all = append(all, strconv.Itoa(n))
	}
	if !slices.Contains(all, c.Value) { // it was typed, and keeps its place
		i := slices.IndexFunc(all, func(v string) bool { return len(v) > len(c.Value) || len(v) == len(c.Value) && v > c.Value })
		all = slices.Insert(all, max(i, 0), c.Value)
	}
	return all
}

// turn goes to the value after or before; after the last comes the first.
func (s *settingsScreen) turn(c *Setting, by int) tea.Cmd {
	all := s.choices(c)
	if len(all) == 0 {
		return nil
	}
	n := slices.Index(all, c.Value)
	return s.set(c, all[(n+by+len(all))%len(all)])
}

// set keeps another value. It is shown at once; what comes of it follows.
func (s *settingsScreen) set(c *Setting, value string) tea.Cmd {
	if value == c.Value {
		return nil
	}
	s.kept.List = slices.Clone(s.kept.List)
	now := s.chosen()
	now.Value, now.From, now.Means, now.Because = value, "", "", ""
	name := now.Name
	return func() tea.Msg { return SetMsg{Name: name, Value: value} }
}

func (s *settingsScreen) View(env Env) Frame {
	if !s.known {
		return Frame{}
	}
	th, w := env.Theme, env.Words.Preferences
	if len(s.kept.List) == 0 {
		return Frame{Text: strings.Join(wrapStyled(th.Text, w.NotKept, env.Measure()), "\n")}
	}
	if s.open != nil {
		return s.typing(env)
	}
	f := Frame{}
	var lines []string
	h := s.height(env)
	first := s.rows.from(len(s.kept.List), h)
	for i := first; i < min(first+h, len(s.kept.List)); i++ {
		c, pointer, style := s.kept.List[i], "  ", th.Text
		f.Spots = append(f.Spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.rows.at))
		if i == s.rows.at {
			pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
			f.Cursor = tea.NewCursor(0, len(lines))
		}
		ink := th.Info
		if c.From == "default" {
			ink = th.Dim
		}
		room := env.Measure() - 2
		value := fit(th, valueName(env.Words, c), room*2/3)
		lines = append(lines, chosenRow(env, i == s.rows.at, pointer+spread(th, style.Render(capital(w.Names[c.Name])), ink.Render(value), room)))
	}
	f.Sight = sight(first, h, len(s.kept.List))
	f.Text = strings.Join(append(lines, s.detail(env)...), "\n")
	return f
}

// typing draws where a value is typed.
func (s *settingsScreen) typing(env Env) Frame {
	th, w, c := env.Theme, env.Words.Preferences, s.chosen()
	b := &body{}
	b.para(th.Title, capital(w.Names[c.Name]), env.Measure())
	b.para(th.Text, w.About[c.Name], env.Measure())
	b.gap()
	b.input(s.open.View(env.Measure(), s.prose.style(env)))
	at := scroll{}
	at.settle(b, env.H)
	return at.draw(env, b, env.H)
}

// height is how many settings are in sight above what is said of the chosen one.
func (s *settingsScreen) height(env Env) int {
	return min(max(env.H-s.detailHeight(env), 1), max(len(s.kept.List), 1))
}

// detailHeight is how many lines say more of the chosen setting.
func (s *settingsScreen) detailHeight(env Env) int {
	if env.H < 10 {
		return 3
	}
	return min(7, max(3, env.H/2))
}

// detail says what the chosen setting is for, where its value comes from, and
// where it is kept.
func (s *settingsScreen) detail(env Env) []string {
	th, w, c := env.Theme, env.Words.Preferences, s.chosen()
	about := wrapStyled(th.Dim, w.About[c.Name], env.Measure())
	var why []string
	if c.Means != "" {
		means := w.Means(valueName(env.Words, Setting{Name: c.Name, Value: c.Means}))
		if c.Because != "" {
			means += " (" + textsafe.Line(c.Because) + ")"
		}
		why = append(why, sentence(means))
	}
	switch {
	case c.From == "flag":
		why = append(why, sentence(w.FromFlag))
	case c.Because == "" && c.From != "" && c.From != "default" && c.From != "file":
		why = append(why, sentence(w.From(c.From)))
	}
	if c.Later {
		why = append(why, sentence(w.NextStart))
	}
	tail := []string{}
	if len(why) > 0 {
		tail = append(tail, wrapStyled(th.Info, strings.Join(why, " "), env.Measure())...)
	}
	if s.kept.Notice != "" {
		tail = append(tail, wrapStyled(th.Warn, s.kept.Notice, env.Measure())...)
	}
	kept := w.NotKept
	if s.kept.File != "" {
		kept = w.Kept(textsafe.Line(s.kept.File))
	}
	if env.H >= 10 {
		tail = append(tail, th.Dim.Render(fit(th, kept, env.W)))
	}
	h := s.detailHeight(env) - 1
	room := max(h-len(tail), 1)
	if len(about) > room {
		about = about[:room]
		about[room-1] = fit(th, about[room-1]+th.Mark.More, env.Measure())
	}
	out := append([]string{""}, about...)
	out = append(out, tail...)
	return out[:min(len(out), h+1)]
}

// valueName is what the value of a setting is called.
func valueName(w *words.Words, c Setting) string {
	switch {
	case c.Name == settingTheme:
		return lookName(w, Look(c.Value))
	case c.Name == settingLanguage && w.Preferences.Values[c.Name+":"+c.Value] == "":
		for _, l := range words.Languages() {
			if l.Tag == c.Value {
				return l.Name
			}
		}
	}
	if said := w.Preferences.Values[c.Name+":"+c.Value]; said != "" {
		return said
	}
	return textsafe.Line(c.Value)
}

// lookName is what a look is called; one of the learner's own by its name.
func lookName(w *words.Words, l Look) string {
	if said := w.Frame.Looks[string(l)]; said != "" {
		return said
	}
	return textsafe.Line(string(l))
}
