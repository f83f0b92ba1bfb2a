package simulate

// random does anything, at random: the lesson of a skill that has not been read,
// or a question on one that has.
type random struct {
	read  []bool
	steps int
}

func (p *random) begin(r *run, _ Plan) {
	p.read, p.steps = cleared(p.read, r.c.Len()), 0
}

func (p *random) morning(*run) {}

func (p *random) step(r *run) bool {
	i := int(r.luck.Roll(forChoosing, 0, p.steps) * float64(r.c.Len()))
	p.steps++
	if p.read[i] {
		r.ask(i, toLearn)
		return true
	}
	p.read[i] = true
	r.read(i)
	return true
}

func (p *random) declared(int) bool { return false }
func (p *random) done() bool        { return false }

// cleared is a list of n zero values, in the place of an old one if it fits.
func cleared[T any](old []T, n int) []T {
	if len(old) != n {
		return make([]T, n)
	}
	clear(old)
	return old
}
