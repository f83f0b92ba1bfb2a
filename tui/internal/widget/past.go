package widget

// maxPast is how many changes to an answer are kept to be taken back.
const maxPast = 100

// past is what something was before each change to it, so that a change can be
// taken back, and made again.
type past[S any] struct{ before, after []S }

// keep remembers what it is before a change.
func (p *past[S]) keep(now S) {
	if len(p.before) == maxPast {
		p.before = p.before[1:]
	}
	p.before, p.after = append(p.before, now), nil
}

// back returns what it was before the last change.
func (p *past[S]) back(now S) (was S, ok bool) {
	return turn(&p.before, &p.after, now)
}

// forth returns what it was before the last change was taken back.
func (p *past[S]) forth(now S) (was S, ok bool) {
	return turn(&p.after, &p.before, now)
}

// turn takes the last of one list and puts what is now on the other.
func turn[S any](from, to *[]S, now S) (was S, ok bool) {
	n := len(*from)
	if n == 0 {
		return was, false
	}
	was = (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, now)
	return was, true
}

// turn takes a change back or makes it again; other intents mean nothing.
func (p *past[S]) turn(i Intent, now S) (was S, ok bool) {
	switch i {
	case Undo:
		return p.back(now)
	case Redo:
		return p.forth(now)
	}
	return was, false
}

// Changes reports whether there is a change to take back, and one to make again.
func (p *past[S]) Changes() (back, again bool) { return len(p.before) > 0, len(p.after) > 0 }
