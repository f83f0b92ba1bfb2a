package cohort

import (
	"cmp"
	"slices"

	"github.com/cairn-learn/cairn/course"
)

// detourKey names a detour from one question.
type detourKey struct {
	to    string
	item  itemKey
	mixup string
}

// detourSums counts learners by what became of their next try.
type detourSums struct{ taken, right, stayed, stayedRight int }

// detours compares, for each detour from a question, the next try of those who
// took it with that of those who missed the question in the same way and did
// not. Who takes a detour is not drawn by lot: the two may differ in more.
func (f *folder) detours() []DetourRow {
	sums := map[detourKey]*detourSums{}
	for _, s := range f.shares {
		once := map[detourKey]bool{}
		for _, d := range s.Detours {
			key := detourKey{d.To, itemKey{d.Item, d.Rev}, d.Mixup}
			if !d.Taken || d.To == "" || d.Again == "" || once[key] {
				continue
			}
			once[key] = true
			if sums[key] == nil {
				sums[key] = &detourSums{}
			}
			sums[key].taken++
			if d.Again != string(course.Wrong) {
				sums[key].right++
			}
		}
	}
	for key, n := range sums {
		for _, s := range f.shares {
			if again := s.stayed(key); again != "" {
				n.stayed++
				if again != string(course.Wrong) {
					n.stayedRight++
				}
			}
		}
	}
	rows := []DetourRow{}
	for key, n := range sums {
		if f.small(n.taken) {
			continue
		}
		rows = append(rows, DetourRow{
			To: key.to, Item: key.item.id, Rev: key.item.rev, Mixup: key.mixup, Taken: f.count(n.taken), With: f.share(n.right, n.taken),
			WithFew: f.few(n.right, n.taken), Stayed: f.count(n.stayed), Without: f.share(n.stayedRight, n.stayed), WithoutFew: f.few(n.stayedRight, n.stayed),
		})
	}
	slices.SortFunc(rows, func(a, b DetourRow) int {
		return cmp.Or(f.compare(a.To, b.To), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Rev, b.Rev), cmp.Compare(a.Mixup, b.Mixup))
	})
	return rows
}

// stayed is what the next try came to of a learner who missed the question in the
// way of a detour and took none from it; empty: this is none, or has not tried
// again.
func (s Share) stayed(key detourKey) string {
	if slices.ContainsFunc(s.Detours, func(d Detour) bool { return d.Taken && d.Item == key.item.id && d.Rev == key.item.rev }) {
		return ""
	}
	for _, it := range s.Items {
		if it.ID != key.item.id || it.Rev != key.item.rev {
			continue
		}
		for i, t := range it.Tries[:max(len(it.Tries)-1, 0)] {
			if t.Outcome == string(course.Wrong) && (key.mixup == "" || t.Mixup == key.mixup) {
				return it.Tries[i+1].Outcome
			}
		}
	}
	return ""
}
