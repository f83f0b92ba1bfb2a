package simulate

// linear takes a course as most are: lesson after lesson, with three questions
// each; then, if there is to be review, one question on each skill in turn.
type linear struct {
	review bool

	n, at, put int // skills; the present one; questions put on it
	read       bool
}

const linearQuestions = 3

func (p *linear) begin(r *run, _ Plan) { *p = linear{review: p.review, n: r.c.Len()} }

func (p *linear) morning(*run) {}

func (p *linear) step(r *run) bool {
	switch {
	case p.at >= p.n && !p.review:
		return false
	case p.at >= p.n:
		r.ask(p.at%p.n, toReview)
		p.at++
	case !p.read:
		r.read(p.at)
		p.read = true
	default:
		r.ask(p.at, toLearn)
		if p.put++; p.put == linearQuestions {
			p.at, p.put, p.read = p.at+1, 0, false
		}
	}
	return true
}

func (p *linear) declared(i int) bool { return i < p.at }
func (p *linear) done() bool          { return p.at >= p.n }
