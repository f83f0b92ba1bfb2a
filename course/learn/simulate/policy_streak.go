package simulate

// streak goes on with a skill until so many answers in a row are right. After
// two wrong ones in a row it explains once more. Then, if there is to be review,
// it puts one question on each skill in turn.
type streak struct {
	length int
	review bool

	n, at, right, wrong int
	read                bool
}

func (p *streak) begin(r *run, _ Plan) {
	*p = streak{length: p.length, review: p.review, n: r.c.Len()}
}

func (p *streak) morning(*run) {}

func (p *streak) step(r *run) bool {
	switch {
	case p.at >= p.n && !p.review:
		return false
	case p.at >= p.n:
		r.ask(p.at%p.n, toReview)
		p.at++
	case !p.read:
		r.read(p.at)
		p.read = true
	case p.wrong == 2:
		r.explain(p.at)
		p.wrong = 0
	case !r.ask(p.at, toLearn).right:
		p.right, p.wrong = 0, p.wrong+1
	default:
		p.wrong = 0
		if p.right++; p.right == p.length {
			p.at, p.right, p.read = p.at+1, 0, false
		}
	}
	return true
}

func (p *streak) declared(i int) bool { return i < p.at }
func (p *streak) done() bool          { return p.at >= p.n }
