package walk

import (
	"cmp"
	"math"
	"slices"
	"time"

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
	Unasked   []string   `json:"unasked"`   // ids of questions that nobody met
	Refused   []Refusal  `json:"refused"`   // right answers that were not taken
	Shortest  Road       `json:"shortest"`  // of those that came to the end
	Longest   Road       `json:"longest"`
}

// Road is the way of one learner.
type Road struct {
	Learner int      `json:"learner"` // from 1; 0: nobody
	Lessons []string `json:"lessons"` // ids, in the order in which they were met
	Minutes float64  `json:"minutes"`
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
	Circle   bool   `json:"circle"` // they went on, and came to nothing new
}

func (g *ground) report(trails, restless []trail) Report {
	r := Report{
		Course: g.course.ID, Title: g.course.Title, Learners: len(trails),
		Never: []string{}, Questions: []Question{}, Detours: []Detour{}, Stuck: []Stuck{}, Lessons: []Lesson{},
		Unasked: []string{}, Refused: []Refusal{},
	}
	share := func(n int) float64 { return float64(n) / float64(len(trails)) }
	finished := 0
	minutes, road := make([]float64, 0, len(trails)), make([]float64, 0, len(trails))
	met, detours, stuck := map[string]int{}, map[string]int{}, map[Stuck]int{}
	asked, wrong := map[string]int{}, map[string]int{}
	for _, t := range trails {
		lessons := t.Lessons()
		minutes, road = append(minutes, inMinutes(t.Took)), append(road, float64(len(lessons)))
		for _, id := range lessons {
			met[id]++
		}
		for id := range t.asked {
			asked[id]++
			wrong[id] += t.wrong[id]
		}
		for id, taken := range t.detours {
			if taken {
				detours[id]++
			}
		}
		if r.Refused = append(r.Refused, t.refused...); t.End != EndFinished {
			stuck[Stuck{Place: t.Where, Circle: t.End == EndCircle}]++
			continue
		}
		finished++
		r.measure(t, lessons)
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
	for _, t := range restless {
		if r.Refused = append(r.Refused, t.refused...); t.End != EndFinished {
			stuck[Stuck{Place: t.Where, Circle: t.End == EndCircle}]++
		}
	}
	r.Refused = once(r.Refused)
	g.course.EachQuestion(func(q *course.Question) {
		if asked[q.ID] == 0 {
			r.Unasked = append(r.Unasked, q.ID)
		}
	})
	r.places(stuck)
	slices.SortFunc(r.Questions, func(a, b Question) int {
		return cmp.Or(cmp.Compare(b.Wrong, a.Wrong), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(r.Detours, func(a, b Detour) int {
		return cmp.Or(cmp.Compare(b.Taken, a.Taken), cmp.Compare(a.Lesson, b.Lesson))
	})
	return r
}

// places lists where learners did not get away from.
func (r *Report) places(stuck map[Stuck]int) {
	for where, n := range stuck {
		where.Learners = n
		r.Stuck = append(r.Stuck, where)
	}
	slices.SortFunc(r.Stuck, func(a, b Stuck) int {
		return cmp.Or(cmp.Compare(b.Learners, a.Learners), cmp.Compare(a.Place, b.Place), cmp.Compare(a.mode(), b.mode()))
	})
}

// mode tells two places of the same name apart.
func (s Stuck) mode() int {
	if s.Circle {
		return 1
	}
	return 0
}

// measure holds the road of one who came to the end against the shortest and
// the longest so far. The first of several alike counts.
func (r *Report) measure(t trail, lessons []string) {
	road := Road{Learner: t.number + 1, Lessons: lessons, Minutes: inMinutes(t.Took)}
	if n := len(lessons); r.Shortest.Learner == 0 || n < len(r.Shortest.Lessons) {
		r.Shortest = road
	}
	if n := len(lessons); r.Longest.Learner == 0 || n > len(r.Longest.Lessons) {
		r.Longest = road
	}
}

func inMinutes(d time.Duration) float64 { return math.Round(10*d.Minutes()) / 10 }

// once leaves one of refusals that are the same.
func once(list []Refusal) []Refusal {
	seen := map[Refusal]bool{}
	return slices.DeleteFunc(list, func(r Refusal) bool {
		defer func() { seen[r] = true }()
		return seen[r]
	})
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
