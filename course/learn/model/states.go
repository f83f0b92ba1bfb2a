package model

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// States are sampled guesses at what a learner may know already: which skills,
// in keeping with their prerequisites and mostly in the order of the course. It
// is the idea of knowledge spaces (Doignon & Falmagne) with a sample in place of
// all the states. It is immutable and may be shared.
type States struct {
	known [][statesWords]uint64 // by skill: the states in which it is known
	limit int
}

const (
	statesCount = 256
	statesWords = statesCount / 64
	statesNoise = 0.18 // how far knowledge strays from the order of the course
	perSkill    = 2    // questions on one skill, at most
	clearBits   = 0.12 // what the best question must tell, in bits, to be put
	askedBefore = 0.7  // worth of another question on the same skill
	lowestKnown = 0.03 // no few questions make certain
)

// Sample draws the states of a course. The same seed gives the same states.
func (g *Graph) Sample(seed uint64) *States {
	n := g.Len()
	s := &States{known: make([][statesWords]uint64, n), limit: questionLimit(n)}
	r := rand.New(rand.NewPCG(seed, statesCount))
	reach := make([]float64, max(g.modules, 1))
	for j := range statesCount {
		for m := range reach {
			if m == 0 || j%2 == 1 {
				reach[m] = r.Float64()*1.3 - 0.15
			} else {
				reach[m] = reach[0]
			}
		}
		for at, i := range g.order {
			t := reach[max(g.specs[i].Module, 0)]
			if float64(at)/float64(n)+statesNoise*r.NormFloat64() >= t {
				continue
			}
			if s.all(j, g.needs[i]) {
				s.known[i][j/64] |= 1 << (j % 64)
			}
		}
	}
	return s
}

// questionLimit is how many questions place a learner among n skills.
func questionLimit(n int) int {
	switch {
	case n <= 10:
		return 6
	case n <= 20:
		return 8
	}
	return 12
}

func (s *States) all(j int, skills []int) bool {
	for _, i := range skills {
		if s.known[i][j/64]&(1<<(j%64)) == 0 {
			return false
		}
	}
	return true
}

// Placement is one placement test: the weights of the states as the answers
// make them.
type Placement struct {
	s       *States
	weight  weights
	answers *weights // as the answers alone make them; nil: nothing else was said
	on      []int    // questions put, by skill
	put     int
}

// weights are how likely each state is; they sum to 1.
type weights [statesCount]float64

// Place begins a placement test.
func (s *States) Place() *Placement {
	p := &Placement{s: s, on: make([]int, len(s.known))}
	for j := range p.weight {
		p.weight[j] = 1.0 / statesCount
	}
	return p
}

// Probe is a question that can be put: right if all of its skills are known.
type Probe struct {
	Skills   []int
	Evidence Evidence
}

// Limit is the most questions that the test puts.
func (p *Placement) Limit() int { return p.s.limit }

// Put is how many questions were answered.
func (p *Placement) Put() int { return p.put }

// Known is the chance that a skill is known, 0.03..0.97.
func (p *Placement) Known(i int) float64 {
	return p.weight.known(p.s.known[i])
}

// Shown reports whether a skill is known with at least the given chance, and
// was so by answers: neither the order of the course alone nor the learner's
// word alone passes over a lesson.
func (p *Placement) Shown(i int, line float64) bool {
	if p.put == 0 || p.Known(i) < line {
		return false
	}
	return p.answers == nil || p.answers.known(p.s.known[i]) >= line
}

// Next chooses the probe that tells most, the one whose answer is most open. ok
// is false when the test is over: the limit is reached, or no probe tells much.
func (p *Placement) Next(probes []Probe) (index int, tells float64, ok bool) {
	if p.put >= p.s.limit {
		return 0, 0, false
	}
	best := -1
	for k, q := range probes {
		if len(q.Skills) == 0 {
			continue
		}
		worth := 1.0
		for _, i := range q.Skills {
			if p.on[i] >= perSkill {
				worth = 0
			} else if p.on[i] > 0 {
				worth = min(worth, askedBefore)
			}
		}
		if worth == 0 {
			continue
		}
		known := p.weight.sum(p.states(q.Skills))
		if worth*uncertainty(known) <= tells {
			continue
		}
		if t := worth * information(known, q.Evidence); t > tells {
			best, tells = k, t
		}
	}
	return max(best, 0), tells, tells >= clearBits
}

// information is what the answer to a question is expected to tell, in bits,
// when the skill is known with chance known.
func information(known float64, e Evidence) float64 {
	right := known*(1-e.Slip) + (1-known)*e.Guess
	return entropy(right) - known*entropy(e.Slip) - (1-known)*entropy(e.Guess)
}

// uncertainty is no less than the entropy of a chance, in bits, so that no
// answer tells more; but it is soon worked out.
func uncertainty(p float64) float64 { return 2 * math.Sqrt(math.Max(p*(1-p), 0)) }

func entropy(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -p*math.Log2(p) - (1-p)*math.Log2(1-p)
}

// Answer takes in an answer of the given score, 0..1. A probe of no skill
// tells nothing.
func (p *Placement) Answer(q Probe, score float64, dontKnow bool) {
	if len(q.Skills) == 0 {
		return
	}
	guess, slip := clamp(q.Evidence.Guess, 0.05, 0.95), clamp(q.Evidence.Slip, 0.10, 0.95)
	if dontKnow {
		guess, score = 0.02, 0
	}
	score = clamp(score, 0, 1)
	in, known, unknown := p.states(q.Skills), score*(1-slip)+(1-score)*slip, score*guess+(1-score)*(1-guess)
	p.weight.fit(in, known, unknown)
	if p.answers != nil {
		p.answers.fit(in, known, unknown)
	}
	p.put++
	for _, i := range q.Skills {
		p.on[i]++
	}
}

// reportWeight is how much the learner's own word counts: never enough alone.
const reportWeight = 3

// Report takes in what the learner says of some skills: that they know them
// all, or nothing of them.
func (p *Placement) Report(skills []int, known bool) {
	if len(skills) == 0 {
		return
	}
	if p.answers == nil {
		answers := p.weight
		p.answers = &answers
	}
	if known {
		p.weight.fit(p.states(skills), reportWeight, 1)
		return
	}
	var some [statesWords]uint64
	for _, i := range skills {
		for w := range some {
			some[w] |= p.s.known[i][w]
		}
	}
	p.weight.fit(some, 1, reportWeight)
}

// states are those in which all the skills are known.
func (p *Placement) states(skills []int) [statesWords]uint64 {
	all := p.s.known[skills[0]]
	for _, i := range skills[1:] {
		for w := range all {
			all[w] &= p.s.known[i][w]
		}
	}
	return all
}

// known is the weight of the states in, held off from certainty.
func (w *weights) known(in [statesWords]uint64) float64 {
	return clamp(w.sum(in), lowestKnown, 1-lowestKnown)
}

func (w *weights) sum(in [statesWords]uint64) float64 {
	sum := 0.0
	for k, b := range in {
		for ; b != 0; b &= b - 1 {
			sum += w[k*64+bits.TrailingZeros64(b)]
		}
	}
	return sum
}

// fit multiplies the states in and those not in by their factors, which are
// over 0.
func (w *weights) fit(in [statesWords]uint64, inside, outside float64) {
	total := 0.0
	for j := range w {
		if in[j/64]&(1<<(j%64)) != 0 {
			w[j] *= inside
		} else {
			w[j] *= outside
		}
		total += w[j]
	}
	for j := range w {
		w[j] /= total
	}
}
