package simulate

// oracle sees what the learner truly knows. It teaches what is missing and
// nothing else, in an order that prerequisites allow, and reviews what is about
// to be forgotten. It is a strong reference, not a proven best.
type oracle struct {
	had    []bool // known at some time
	read   []bool
	misses []int
	open   int
	review float64 // minutes of review today
	limit  float64
	last   int // reviewed last
	spare  bool
}

const (
	oracleDue    = 0.90  // recall at which a review is due
	oracleTopUp  = 0.985 // recall under which spare time goes to it
	oracleShare  = 0.40  // of a day, while anything is missing
	oracleMisses = 3     // before another explanation
)

func (p *oracle) begin(r *run, plan Plan) {
	n := r.c.Len()
	p.had, p.read, p.misses = cleared(p.had, n), cleared(p.read, n), cleared(p.misses, n)
	p.open, p.last, p.spare = n, -1, plan.Spare
	for i := range n {
		p.look(r, i)
	}
}

func (p *oracle) morning(r *run) { p.review, p.limit = 0, r.limit }

// look takes in whether a skill is known now.
func (p *oracle) look(r *run, i int) {
	if !p.had[i] && r.mind.Knows(i, r.now()) {
		p.had[i] = true
		p.open--
	}
}

func (p *oracle) step(r *run) bool {
	missing := p.missing(r)
	if missing < 0 || p.review < oracleShare*p.limit {
		if i := p.fading(r, missing < 0 && p.spare); i >= 0 {
			p.review += r.ask(i, toReview).minutes
			p.last = i
			return true
		}
	}
	if missing < 0 {
		return false
	}
	p.teach(r, missing)
	return true
}

// teach does what is best for a skill that is missing.
func (p *oracle) teach(r *run, i int) {
	switch {
	case !p.read[i]:
		r.read(i)
		p.read[i] = true
	case p.misses[i] == oracleMisses:
		r.explain(i)
		p.misses[i] = 0
	case !r.ask(i, toLearn).right:
		p.misses[i]++
	}
	p.look(r, i)
}

// missing is the first skill that was never known and whose prerequisites are;
// -1: none.
func (p *oracle) missing(r *run) int {
	if p.open == 0 {
		return -1
	}
	first := -1
	for i, had := range p.had {
		if had {
			continue
		}
		if first < 0 {
			first = i
		}
		ready := true
		for _, n := range r.c.Needs[i] {
			ready = ready && p.had[n]
		}
		if ready {
			return i
		}
	}
	return first
}

// fading is the skill to review; -1: none.
func (p *oracle) fading(r *run, spare bool) int {
	at := r.now()
	best, least := -1, oracleDue
	if spare {
		least = oracleTopUp
	}
	for i, had := range p.had {
		if !had || i == p.last {
			continue
		}
		recall := r.mind.Recall(i, at)
		if !r.mind.Knows(i, at) {
			recall *= 0.5
		}
		if recall < least {
			best, least = i, recall
		}
	}
	return best
}

func (p *oracle) declared(i int) bool { return p.had[i] }
func (p *oracle) done() bool          { return p.open == 0 }
