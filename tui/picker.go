package tui

import (
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// picker is a short list of what can be done now. Nothing is picked until the
// learner moves, so that an extra Enter from the page before does nothing.
type picker struct{ input widget.Input }

// offer sets what can be picked, once.
func (p *picker) offer(list ...widget.Choice) {
	if p.input == nil {
		p.input = widget.One(list)
	}
}

// value is what is picked; empty: nothing.
func (p *picker) value() string {
	if p.input == nil {
		return ""
	}
	if a := p.input.Answer(); len(a.Items) > 0 {
		return a.Items[0]
	}
	return ""
}

func (p *picker) intent(i Intent, width int) bool {
	return p.input != nil && i != IntentUndo && p.input.Intent(widget.Intent(i), width)
}

func (p *picker) bindings(w *words.Words) []Binding {
	if p.input == nil {
		return nil
	}
	bs := inputBindings(p.input, w)
	for i := range bs {
		if bs[i].Intent == IntentEnter {
			bs[i].Words = w.Flow.GoOn
		}
	}
	return bs
}

func (p *picker) view(width int, st widget.Style) widget.View {
	if p.input == nil {
		return widget.View{}
	}
	return p.input.View(width, st)
}
