package walk

import (
	"cmp"
	"math"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// Report is what simulated learners made of a course.
type Report struct {
	Course   string `json:"course"` // id
	Title    string `json:"title"`
	Learners int    `json:"learners"`

	Finished float64 `json:"finished"` // share that came to the end
	Minutes  Spread  `json:"minutes"`  // from the first step to the last
	Road     Spread  `json:"road"`     // lessons met

	Lessons   []Lesson   `json:"lessons"`   // in the author's order
	Never     []string   `json:"never"`     // ids of lessons that nobody met
	Questions []Question `json:"questions"` // the hardest first
	Detours   []Detour   `json:"detours"`   // the most taken first
	Stuck     []Stuck    `json:"stuck"`     // where those stand who came to no end
}

// Spread is how a number lies among learners.
type Spread struct {
	Least  float64 `json:"least"`
	Low    float64 `json:"low"`    // one in ten has less
	Middle float64 `json:"middle"` // half have less
	High   float64 `json:"high"`   // one in ten has more
	Most   float64 `json:"most"`
}

// Lesson is how many meet a lesson.
type Lesson struct {
	ID    string  `json:"id"`
	Title string  `json:"title"`
	Kind  string  `json:"kind"`
	Met   float64 `json:"met"` // share of the learners
}

// Question is how a question fares.
type Question struct {
	ID    string  `json:"id"`
	Met   float64 `json:"met"`   // share of the learners
	Wrong float64 `json:"wrong"` // wrong tries, on average of those who met it
}

// Detour is how often a detour is taken.
type Detour struct {
	Lesson string  `json:"lesson"`
	Taken  float64 `json:"taken"` // share of the learners
}

// Stuck is a place that learners did not get away from.
type Stuck struct {
	Place    string `json:"place"`
	Learners int    `json:"learners"`
}

func (g *ground) report(trails []trail) Report {
	r := Report{
		Course: g.course.ID, Title: g.course.Title, Learners: len(trails),
		Never: []string{}, Questions: []Question{}, Detours: []Detour{}, Stuck: []Stuck{}, Lessons: []Lesson{},
	}
	share := func(n int) float64 { return float64(n) / float64(len(trails)) }
	finished := 0
	minutes, road := make([]float64, 0, len(trails)), make([]float64, 0, len(trails))
	met, detours, stuck := map[string]int{}, map[string]int{}, map[string]int{}
	asked, wrong := map[string]int{}, map[string]int{}
	for _, t := range trails {
		minutes, road = append(minutes, math.Round(10*t.took.Minutes())/10), append(road, float64(len(t.lessons)))
		for _, id := range t.lessons {
			met[id]++
		}
		for id := range t.asked {
			asked[id]++
			wrong[id] += t.wrong[id]
		}
		for id := range t.detours {
			detours[id]++
		}
		if t.finished {
			finished++
		} else {
			stuck[t.stuck]++
		}
	}
	r.Finished = share(finished)
	r.Minutes, r.Road = spread(minutes), spread(road)
	for _, l := range g.lessons() {
		r.Lessons = append(r.Lessons, Lesson{ID: l.ID, Title: l.Title, Kind: string(l.Kind), Met: share(met[l.ID])})
		if met[l.ID] == 0 {
			r.Never = append(r.Never, l.ID)
		}
	}
	for id, n := range asked {
		r.Questions = append(r.Questions, Question{ID: id, Met: share(n), Wrong: float64(wrong[id]) / float64(n)})
	}
	for id, n := range detours {
		r.Detours = append(r.Detours, Detour{Lesson: id, Taken: share(n)})
	}
	for where, n := range stuck {
		r.Stuck = append(r.Stuck, Stuck{Place: where, Learners: n})
	}
	slices.SortFunc(r.Questions, func(a, b Question) int {
		return cmp.Or(cmp.Compare(b.Wrong, a.Wrong), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(r.Detours, func(a, b Detour) int {
		return cmp.Or(cmp.Compare(b.Taken, a.Taken), cmp.Compare(a.Lesson, b.Lesson))
	})
	slices.SortFunc(r.Stuck, func(a, b Stuck) int {
		return cmp.Or(cmp.Compare(b.Learners, a.Learners), cmp.Compare(a.Place, b.Place))
	})
	return r
}

// lessons are all that can be met: those on the road in its order, then the
// others. A placement test and the first questions are none.
func (g *ground) lessons() []*course.Lesson {
	var list []*course.Lesson
	seen := map[string]bool{}
	add := func(l *course.Lesson) {
		if l != nil && !seen[l.ID] {
			seen[l.ID] = true
			list = append(list, l)
		}
	}
	for _, s := range g.course.Path {
		add(s.Lesson)
		if s.Choose != nil {
			for _, l := range s.Choose.From {
				add(l)
			}
		}
	}
	for _, l := range g.course.Lessons {
		add(l)
	}
	return list
}

// spread sorts the numbers.
func spread(x []float64) Spread {
	slices.Sort(x)
	at := func(share float64) float64 { return x[min(int(share*float64(len(x))), len(x)-1)] }
	return Spread{Least: x[0], Low: at(0.1), Middle: at(0.5), High: at(0.9), Most: x[len(x)-1]}
}
