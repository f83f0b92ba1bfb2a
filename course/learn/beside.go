package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// beside is what is known of a skill beside the model of it, as far as an answer
// may change it.
type beside struct {
	helped  help
	touched model.Day
	firm    bool
	begun   bool
}

func (s *state) besideOf(i int) beside {
	b := beside{helped: s.helped[i], touched: s.touched[i], firm: s.firm[i]}
	_, b.begun = s.outset[i]
	return b
}

// putBeside puts it back.
func (s *state) putBeside(i int, b beside) {
	put(s.helped, i, b.helped)
	put(s.touched, i, b.touched)
	put(s.firm, i, b.firm)
	if !b.begun {
		delete(s.outset, i)
	}
}

// put sets an entry; the zero value stands for none.
func put[V comparable](m map[int]V, i int, v V) {
	var none V
	if m[i] = v; v == none {
		delete(m, i)
	}
}
