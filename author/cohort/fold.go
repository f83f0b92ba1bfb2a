package cohort

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// File is a file that was read.
type File struct {
	Name  string
	Share Share
}

// Options say what is made of the files.
type Options struct {
	Min    int            // the least group that is told; Least where it is less
	Course *course.Course // the author's; nil: not given
	Named  bool           // a row for each learner who gave a name
	Today  time.Time      // for how long ago something was
}

// Fold says what the files say together, in whatever order they come. Of two
// files of one learner the newer one counts.
func Fold(files []File, o Options) Report {
	k := counting{max(o.Min, Least)}
	r := Report{Format: 1, Min: k.min, Courses: []CourseReport{}}
	newest := Newest(files)
	byCourse := map[string][]Share{}
	for _, f := range newest {
		byCourse[f.Share.Course.ID] = append(byCourse[f.Share.Course.ID], f.Share)
	}
	for _, id := range slices.Sorted(maps.Keys(byCourse)) {
		c := folder{counting: k, Options: o, shares: byCourse[id]}
		if c.Course != nil && c.Course.ID != id {
			c.Course = nil
		}
		r.Courses = append(r.Courses, c.fold(id))
	}
	return r
}

// Newest leaves of every learner of a course the file that was made last: the
// one whose log had more in it, then that of the later day, then the later name.
func Newest(files []File) []File {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int {
		return cmp.Or(
			cmp.Compare(a.Share.Course.ID, b.Share.Course.ID), cmp.Compare(a.Share.Learner, b.Share.Learner),
			cmp.Compare(b.Share.Events, a.Share.Events), cmp.Compare(b.Share.Made, a.Share.Made), cmp.Compare(b.Name, a.Name),
		)
	})
	return slices.CompactFunc(files, func(a, b File) bool {
		return a.Share.Course.ID == b.Share.Course.ID && a.Share.Learner == b.Share.Learner
	})
}

// folder folds the files of one course.
type folder struct {
	counting
	Options
	shares []Share
	order  map[string]int // of lessons
	titles map[string]string
}

func (f *folder) fold(id string) CourseReport {
	f.arrange()
	r := CourseReport{
		ID: id, Title: f.title(id), Learners: f.count(len(f.shares)),
		Versions: []VersionRow{}, Positions: []PositionRow{}, Skills: []SkillRow{}, Lessons: []LessonRow{}, Items: []ItemRow{}, Detours: []DetourRow{},
	}
	if f.Named {
		r.Named, r.Unnamed = f.named()
	}
	if f.small(len(f.shares)) {
		return r
	}
	finished := 0
	for _, s := range f.shares {
		if s.Position.Finished {
			finished++
		}
	}
	r.Finished = f.count(finished)
	r.Versions, r.Positions, r.Skills, r.Lessons = f.versions(), f.positions(), f.skills(), f.lessons()
	r.Items, r.Detours = f.items(), f.detours()
	return r
}

// title is the course's; of several the one that most have.
func (f *folder) title(id string) string {
	if f.Course != nil {
		return f.Course.Title
	}
	titles := map[string]int{}
	for _, s := range f.shares {
		titles[s.Course.Title]++
	}
	best := id
	for _, t := range slices.Sorted(maps.Keys(titles)) {
		if titles[t] >= f.min && titles[t] > titles[best] {
			best = t
		}
	}
	return best
}

// arrange puts lessons in the order of the course, or else of the learner who
// has most of them.
func (f *folder) arrange() {
	f.order, f.titles = map[string]int{}, map[string]string{}
	add := func(id string) {
		if _, known := f.order[id]; !known {
			f.order[id] = len(f.order)
		}
	}
	if f.Course != nil {
		for _, st := range f.Course.Path {
			if st.Lesson != nil {
				add(st.Lesson.ID)
			}
		}
		for _, l := range f.Course.Lessons {
			add(l.ID)
			f.titles[l.ID] = l.Title
		}
		for _, s := range f.Course.Skills {
			f.titles[s.ID] = s.Title
		}
	}
	lists := slices.Clone(f.shares)
	slices.SortStableFunc(lists, func(a, b Share) int { return cmp.Compare(len(b.Lessons), len(a.Lessons)) })
	for _, s := range lists {
		for _, l := range s.Lessons {
			add(l.ID)
		}
	}
}

// compare puts lessons in order, those that no list has last.
func (f *folder) compare(a, b string) int {
	at := func(id string) int {
		if n, known := f.order[id]; known {
			return n
		}
		return len(f.order)
	}
	return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a, b))
}

func (f *folder) versions() []VersionRow {
	n := map[VersionRow]int{}
	for _, s := range f.shares {
		n[VersionRow{Version: s.Course.Version, Hash: s.Course.Hash}]++
	}
	rows := []VersionRow{}
	for v, learners := range n {
		if v.Learners = f.count(learners); v.Learners > 0 {
			rows = append(rows, v)
		}
	}
	slices.SortFunc(rows, func(a, b VersionRow) int {
		return cmp.Or(cmp.Compare(b.Learners, a.Learners), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Hash, b.Hash))
	})
	return rows
}

const (
	stuckAfter = 2                   // wrong tries
	idleAfter  = 14 * 24 * time.Hour // since the last day that is shared
)

func (f *folder) positions() []PositionRow {
	type here struct {
		learners, stuck, idle int
		days, minutes         []float64
	}
	at := map[string]*here{}
	for _, s := range f.shares {
		p := s.Position
		if p.Finished {
			continue
		}
		h := at[p.Lesson]
		if h == nil {
			h = &here{}
			at[p.Lesson] = h
		}
		h.learners++
		if s.stuck() {
			h.stuck++
		}
		if last, err := time.Parse(time.DateOnly, p.Last); err == nil && f.Today.Sub(last) >= idleAfter {
			h.idle++
		}
		h.days = append(h.days, float64(p.Days))
		for _, l := range s.Lessons {
			if l.ID == p.Lesson {
				h.minutes = append(h.minutes, l.Minutes)
			}
		}
	}
	rows := []PositionRow{}
	for _, id := range slices.SortedFunc(maps.Keys(at), f.compare) {
		h := at[id]
		if f.small(h.learners) {
			continue
		}
		rows = append(rows, PositionRow{
			Lesson: id, Title: f.titles[id], Here: f.count(h.learners), Stuck: f.count(h.stuck), Idle: f.count(h.idle),
			Days: f.mean(h.days, 1), Minutes: f.median(h.minutes),
		})
	}
	return rows
}

// stuck reports whether the learner is before a question that they missed again
// and again.
func (s Share) stuck() bool {
	wrong := 0
	for _, it := range s.Items {
		if it.ID != s.Position.Item {
			continue
		}
		for _, t := range it.Tries {
			if t.Outcome == string(course.Wrong) {
				wrong++
			}
		}
	}
	return s.Position.Item != "" && wrong >= stuckAfter
}

func (f *folder) skills() []SkillRow {
	known, mastery := map[string]int{}, map[string][]float64{}
	for _, s := range f.shares {
		for _, k := range s.Skills {
			if k.Answers == 0 {
				continue
			}
			mastery[k.ID] = append(mastery[k.ID], k.Mastery)
			if k.Known {
				known[k.ID]++
			}
		}
	}
	order := map[string]int{}
	if f.Course != nil {
		for i, k := range f.Course.Skills {
			order[k.ID] = i - len(f.Course.Skills)
		}
	}
	rows := []SkillRow{}
	for _, id := range slices.SortedFunc(maps.Keys(mastery), func(a, b string) int {
		return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b))
	}) {
		n := len(mastery[id])
		if f.small(n) {
			continue
		}
		rows = append(rows, SkillRow{
			ID: id, Title: f.titles[id], Answered: f.count(n), Know: f.count(known[id]), Share: f.share(known[id], n), Mastery: f.mean(mastery[id], 0.05),
		})
	}
	return rows
}

func (f *folder) lessons() []LessonRow {
	type sums struct {
		met, finished, skipped int
		minutes                []float64
	}
	of := map[string]*sums{}
	for _, s := range f.shares {
		for _, l := range s.Lessons {
			if of[l.ID] == nil {
				of[l.ID] = &sums{}
			}
			switch n := of[l.ID]; l.State {
			case "begun":
				n.met++
			case "done":
				n.met++
				n.finished++
				n.minutes = append(n.minutes, l.Minutes)
			case "skipped":
				n.skipped++
			}
		}
	}
	rows := []LessonRow{}
	for _, id := range slices.SortedFunc(maps.Keys(of), f.compare) {
		n := of[id]
		row := LessonRow{ID: id, Title: f.titles[id], Met: f.count(n.met), Finished: f.count(n.finished), Skipped: f.count(n.skipped), Minutes: f.median(n.minutes)}
		if row.Met > 0 || row.Skipped > 0 || f.Course != nil && f.titles[id] != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// named are the rows of learners who gave a name. Where those who gave none are
// too few, what is said of all would give them away, and there are no rows.
func (f *folder) named() (rows []NamedRow, unnamed bool) {
	rest := 0
	for _, s := range f.shares {
		if s.Name == "" {
			rest++
			continue
		}
		p := s.Position
		rows = append(rows, NamedRow{
			Name: s.Name, Lesson: p.Lesson, Finished: p.Finished, Done: p.Done, Of: p.Of, Days: p.Days, Minutes: p.Minutes, Last: p.Last,
		})
	}
	if rest > 0 && f.small(rest) {
		return nil, true
	}
	slices.SortStableFunc(rows, func(a, b NamedRow) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return rows, false
}
