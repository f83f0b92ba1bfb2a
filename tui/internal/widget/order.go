package widget

import (
	"slices"

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
	lifted  arrangement // before the item that is held was picked up
	dragged bool        // the last intent drew a row along
	past[arrangement]
	fieldless
}

// arrangement is an order as it was at one time.
type arrangement struct {
	now     []int
	at      int
	typed   int
	touched bool
}

func (o *ordering) arrangement() arrangement {
	return arrangement{slices.Clone(o.now), o.at, o.typed, o.touched}
}

func newOrder(f *course.Order, layout []int) *ordering {
	layout = order(layout, len(f.Items))
	return &ordering{items: f.Items, layout: layout, now: slices.Clone(layout)}
}

func (o *ordering) Intent(i Intent, _ int) bool {
	if a, ok := o.turn(i, o.arrangement()); ok {
		o.now, o.at, o.typed, o.touched, o.held = a.now, a.at, a.typed, a.touched, false
		return true
	}
	before, held := o.arrangement(), o.held
	did := o.change(i)
	_, _, drag := i.drag()
	switch {
	case o.held && !held:
		o.lifted = before
	case o.held, drag && o.dragged:
	case held && !slices.Equal(o.lifted.now, o.now):
		o.keep(o.lifted)
	case !held && !slices.Equal(before.now, o.now):
		o.keep(before)
	}
	o.dragged = drag
	return did
}

// change does what an intent means, and reports whether it meant something.
func (o *ordering) change(i Intent) bool {
	if n := i.digit(); n > 0 {
		return o.place(n - 1)
	}
	if row, _, _, ok := i.Click(); ok && row >= 0 && row < len(o.now) {
		o.at, o.held = row, false
		return true
	}
	if row, by, ok := i.drag(); ok {
		return o.drag(row, by)
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

// drag draws the selected row towards another, as far as it lies where the mouse
// went.
func (o *ordering) drag(to, by int) bool {
	if to < 0 || to >= len(o.now) || (to-o.at)*by <= 0 {
		return false
	}
	for o.at != to {
		o.move(by/max(by, -by), true)
	}
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

func (o *ordering) Paste(text string) bool { return paste(o, text) }

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
	o.now, o.touched, o.past = now, true, past[arrangement]{}
}

func (o *ordering) View(width int, st Style) View {
	r := rows{width: width, st: st}
	for row, i := range o.now {
		on := row == o.at
		box := ""
		if on && o.held {
			box = st.Accent.Render("::") + " "
		}
		number := st.label(key(slices.Index(o.layout, i)), on)
		lines := st.item(st.pointer(on)+" "+box+number+"  ", o.items[i], width)
		r.spot(row, len(lines), false)
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
