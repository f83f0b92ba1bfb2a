package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/words"
)

// ordering is putting items in order. An item is carried with MoveUp and
// MoveDown, or picked up with Space, moved and dropped. Typing the numbers in
// the order wanted does it too: every item keeps its number wherever it goes.
type ordering struct {
	items   []string
	layout  []int // item i has the number of its place here
	now     []int // items from top to bottom
	at      int   // row
	held    bool  // the item of row at is picked up
	from    int   // row it was picked up from
	typed   int   // numbers typed: as many rows from the top are placed
	touched bool
}

func newOrder(f *course.Order, layout []int) *ordering {
	layout = order(layout, len(f.Items))
	return &ordering{items: f.Items, layout: layout, now: slices.Clone(layout)}
}

func (o *ordering) Intent(i Intent, _ int) bool {
	if n := i.digit(); n > 0 {
		return o.place(n - 1)
	}
	switch i {
	case Up:
		return o.move(-1, o.held)
	case Down:
		return o.move(1, o.held)
	case MoveUp:
		return o.move(-1, true)
	case MoveDown:
		return o.move(1, true)
	case Space:
		o.held, o.from, o.touched = !o.held, o.at, true
		return true
	case Back:
		return o.putBack()
	case Erase:
		if o.typed == 0 {
			return false
		}
		o.typed--
		o.at = o.typed
		return true
	case Enter:
		if o.held {
			o.held = false
			return true
		}
		if !o.touched {
			o.touched = true // the next Enter is meant
			return true
		}
	}
	return false
}

// move goes to the next row, with or without the item of this one.
func (o *ordering) move(by int, carry bool) bool {
	to := o.at + by
	if to < 0 || to >= len(o.now) {
		return carry
	}
	if carry {
		o.now[o.at], o.now[to] = o.now[to], o.now[o.at]
		o.touched, o.typed = true, 0
	}
	o.at = to
	return true
}

// place puts the item with the n-th number on the next row from the top.
func (o *ordering) place(n int) bool {
	if n >= len(o.layout) || o.held {
		return false
	}
	if o.typed == len(o.now) {
		o.typed = 0
	}
	row := slices.Index(o.now, o.layout[n])
	if row < o.typed {
		return true // placed already
	}
	item := o.now[row]
	o.now = slices.Insert(slices.Delete(o.now, row, row+1), o.typed, item)
	o.at = o.typed
	o.typed++
	o.touched = true
	return true
}

// putBack drops the item where it was picked up.
func (o *ordering) putBack() bool {
	if !o.held {
		return false
	}
	item := o.now[o.at]
	o.now = slices.Insert(slices.Delete(o.now, o.at, o.at+1), o.from, item)
	o.at, o.held = o.from, false
	return true
}

func (o *ordering) Key(tea.KeyPressMsg) bool { return false }
func (o *ordering) Paste(string)             {}
func (o *ordering) Captures() bool           { return false }

// Answer is the zero Answer until something was moved: an order that nobody
// made is not worth keeping.
func (o *ordering) Answer() course.Answer {
	var a course.Answer
	if !o.touched {
		return a
	}
	for _, i := range o.now {
		a.Items = append(a.Items, o.items[i])
	}
	return a
}

func (o *ordering) Ready(w *words.Answers) (bool, string) {
	if !o.touched {
		return false, w.NotMoved
	}
	return true, ""
}

func (o *ordering) Restore(a course.Answer) {
	if len(a.Items) != len(o.items) {
		return
	}
	now := make([]int, 0, len(o.items))
	for _, text := range a.Items {
		i := slices.IndexFunc(o.layout, func(i int) bool {
			return o.items[i] == text && !slices.Contains(now, i)
		})
		if i < 0 {
			return
		}
		now = append(now, o.layout[i])
	}
	o.now, o.touched = now, true
}

func (o *ordering) View(width int, st Style) View {
	r := rows{width: width}
	for row, i := range o.now {
		on := row == o.at
		box := ""
		if on && o.held {
			box = st.Accent.Render("::") + " "
		}
		number := st.label(key(slices.Index(o.layout, i)), on)
		lines := st.item(st.pointer(on)+" "+box+number+"  ", o.items[i], width)
		if on {
			r.selected(lines...)
		} else {
			r.add(lines...)
		}
	}
	r.add("")
	r.add(hang("  ", st.words(st.Dim, o.mode(st.Say), width-2))...)
	return r.View
}

// mode says what the keys do at the moment.
func (o *ordering) mode(w *words.Answers) string {
	switch {
	case o.held:
		return w.Holding
	case o.typed > 0 && o.typed < len(o.now):
		return w.Placed(o.typed, len(o.now))
	}
	return w.HowToOrder
}

func (o *ordering) Digits() int {
	if o.held {
		return 0
	}
	return min(len(o.items), Digits)
}

func (o *ordering) Bindings(w *words.Answers) []Binding {
	if o.held {
		return []Binding{
			{Intent: Up, Words: w.Carry, Quiet: true},
			{Intent: Down, Words: w.Carry},
			{Intent: Space, Words: w.Drop},
			{Intent: Back, Words: w.PutBack},
			{Intent: Enter, Words: w.Drop, Quiet: true},
		}
	}
	b := []Binding{
		{Intent: Up, Words: w.Move, Quiet: true},
		{Intent: Down, Words: w.Move},
		{Intent: Space, Words: w.PickUp},
		{Intent: MoveUp, Words: w.Carry, Quiet: true},
		{Intent: MoveDown, Words: w.Carry, Quiet: true},
		{Intent: Enter, Words: w.Check},
	}
	if o.typed > 0 {
		b = append(b, Binding{Intent: Erase, Words: w.TakeBack, Quiet: true})
	}
	return b
}

// order marks the item of each place, and gives the right order below.
func (m *marked) order(f *course.Order) {
	if !m.empty() {
		for place, item := range m.Answer.Items {
			p := m.part(place)
			m.add(m.st.item(m.mark(p)+" "+m.st.Dim.Render(key(place))+"  ", item, m.width)...)
		}
	}
	if m.Reveal && m.Verdict.Outcome != course.Right {
		m.title(m.st.Say.RightOrder)
		for place, item := range f.Items {
			m.add(m.st.item(m.st.noVerdict()+" "+m.st.label(key(place), true)+"  ", item, m.width)...)
		}
	}
}
