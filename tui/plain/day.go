package plain

import (
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TellDay tells a day in short: one paragraph for the reviews and one for the
// road. Offered says that the reviews are offered next.
func TellDay(w *words.Words, day learn.Today, offered bool) Account {
	t := newTeller(w)
	due := t.due(day)
	if len(day.Due) > 0 && !day.Resting && !offered {
		due += " " + t.v.ReviewStarts
	}
	t.say(t.v.Today(due))
	next := day.Next
	next.Why = learn.Reason{} // said with the step itself
	t.say(t.next(next))
	return t.to
}

// day tells a new day first. Somebody at a terminal is then asked whether to
// begin with what is due; a script is not, as it does not know the day.
func (d *Dialogue) day(day learn.Today) {
	d.gap()
	offer, _ := d.s.Step().(learn.Offer)
	offered := offer.Kind == learn.OfferReview
	d.opening = d.asksDay && d.preview == nil && len(day.Due) > 0 && !day.Resting && !InReview(d.s.Step())
	d.account(TellDay(d.w, day, offered || d.opening))
}

// takeDay begins with the reviews, or goes on with the road.
func (d *Dialogue) takeDay(line string) {
	offer, _ := d.s.Step().(learn.Offer)
	switch {
	case line == "", words.Means(line, d.p.Replies.Yes):
		d.move(learn.Review{Share: true})
	case words.Means(line, d.p.Replies.No):
		if offer.Kind == learn.OfferReview { // the same question, which is answered
			d.move(learn.Decline{})
			return
		}
		d.show()
	default:
		d.say(d.p.NotYesNo(line))
	}
}
