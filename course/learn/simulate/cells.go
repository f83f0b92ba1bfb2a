package simulate

import (
	"runtime"
	"sync/atomic"

	"github.com/cairn-learn/cairn/internal/each"
)

// Options say how large and how random an experiment is.
type Options struct {
	Learners int    // in each cell, at least 1
	Seed     uint64 // decides everything
	Workers  int    // goroutines; 0: one for each core. It changes nothing but the time taken.
}

// Cell is one policy in one world, with learners who know so much already and
// have so much time.
type Cell struct {
	World  World
	Known  float64 // share of the skills known at the start, 0..1
	Plan   Plan
	Policy Policy
	Skills int // in the course; 0: 40
}

// Result is a cell with what was measured in it.
type Result struct {
	Cell
	Sums
}

const (
	curricula = 20 // random courses that learners are spread over
	usualSize = 40 // skills in each
	chunk     = 50 // learners that one goroutine takes on at a time
)

// Run simulates every cell. The results are in the order of the cells and the
// same for any number of workers.
func Run(cells []Cell, o Options) []Result {
	o.Learners = max(o.Learners, 1)
	library := newLibrary(o.Seed, cells)
	parts := (o.Learners + chunk - 1) / chunk
	sums := make([]Sums, len(cells)*parts)
	inParallel(len(sums), o.Workers, func() func(int) {
		w := worker{library: library, o: o}
		return func(k int) { w.simulate(&sums[k], cells[k/parts], k%parts) }
	})
	results := make([]Result, len(cells))
	for k := range cells {
		results[k].Cell = cells[k]
		for part := range parts {
			results[k].add(&sums[k*parts+part])
		}
	}
	return results
}

// inParallel does n pieces of work. Each worker makes its own function for it.
func inParallel(n, workers int, work func() func(k int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	each.Of(min(workers, n), func(int) {
		do := work()
		for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
			do(k)
		}
	})
}

// worker is one goroutine's learners, kept to be begun again.
type worker struct {
	library library
	o       Options
	world   string
	run     run
	name    string
	policy  policy
}

// simulate takes one part of a cell's learners through their course.
func (w *worker) simulate(s *Sums, c Cell, part int) {
	if w.policy == nil || w.name != c.Policy.Name {
		w.policy, w.name = c.Policy.new(), c.Policy.Name
	}
	if w.world != c.World.Name {
		w.run.mind, w.world = c.World.New(), c.World.Name
	}
	courses := w.library[c.kind()]
	for i := part * chunk; i < min((part+1)*chunk, w.o.Learners); i++ {
		w.run.begin(c.World, courses[i%curricula], w.o.Seed, i, c.Known)
		w.run.live(w.policy, c.Plan)
		s.take(&w.run.f)
	}
}

// library is the curricula of each kind of world.
type library map[kind][]*Curriculum

// kind is what of a world shapes its curricula.
type kind struct {
	shape Shape
	wrong bool
	size  int
}

func (c Cell) kind() kind {
	if c.Skills == 0 {
		c.Skills = usualSize
	}
	return kind{c.World.Shape, c.World.Wrong, c.Skills}
}

func newLibrary(seed uint64, cells []Cell) library {
	l := library{}
	for _, c := range cells {
		k := c.kind()
		if l[k] != nil {
			continue
		}
		for i := range curricula {
			l[k] = append(l[k], NewCurriculum(seed+uint64(i), k.size, k.shape, k.wrong))
		}
	}
	return l
}
