package course

// eachBlock calls f for every block, also for those in sections, extras and
// pools.
func eachBlock(blocks []Block, f func(Block)) {
	for _, b := range blocks {
		f(b)
		switch b := b.(type) {
		case *Section:
			eachBlock(b.Blocks, f)
		case *Extra:
			eachBlock(b.Blocks, f)
		case *Pool:
			for _, q := range b.Questions {
				f(q)
			}
		case Text, *Ways, *Question, *Task, *Ask:
		}
	}
}

// eachQuestion calls f for every question of a lesson.
func (l *Lesson) eachQuestion(f func(*Question)) {
	eachBlock(l.Blocks, func(b Block) {
		if q, ok := b.(*Question); ok {
			f(q)
		}
	})
}

// eachReply calls f for everything that can be said to an answer.
func (q *Question) eachReply(f func(*Reply)) {
	accepts := func(list []Accept) {
		for i := range list {
			f(&list[i].Reply)
		}
	}
	switch form := q.Form.(type) {
	case *Options:
		for i := range form.List {
			f(&form.List[i].Reply)
		}
	case *Typed:
		accepts(form.Answers)
		accepts(form.Close)
		accepts(form.Not)
		f(&form.Otherwise)
	case *Order:
		f(&form.Reply)
	case *Match:
		f(&form.Reply)
	case *Blanks:
		f(&form.Reply)
		for i := range form.List {
			accepts(form.List[i].Accept)
		}
	}
}

// blockRule is where a block keeps its rule; nil for blocks that have none.
func blockRule(b Block) **Rule {
	switch b := b.(type) {
	case *Section:
		return &b.When
	case *Question:
		return &b.When
	case *Task:
		return &b.When
	case *Ask:
		return &b.When
	case Text, *Ways, *Extra, *Pool:
	}
	return nil
}

// EachBlock calls f for every block of the lesson, also for those in sections,
// extras and pools, each after the block that it stands in.
func (l *Lesson) EachBlock(f func(Block)) { eachBlock(l.Blocks, f) }

// EachQuestion calls f for every question of the course: first those of the
// placement test, then lesson by lesson.
func (c *Course) EachQuestion(f func(*Question)) {
	if c.Placement != nil {
		c.Placement.eachQuestion(f)
	}
	for _, l := range c.Lessons {
		l.eachQuestion(f)
	}
}

// Replies is everything that the author says to one answer or another, in the
// order of the answers.
func (q *Question) Replies() []Reply {
	var list []Reply
	q.eachReply(func(r *Reply) {
		if *r != (Reply{}) {
			list = append(list, *r)
		}
	})
	return list
}
