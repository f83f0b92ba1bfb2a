package progress

import (
	"fmt"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
	"pgregory.net/rapid"
)

// TestMachinesConverge lets three machines save, export, import, lose and repeat
// in any order. Once each was given what the others have, all hold the same
// events, each once, in the same order, and none of those that were saved lacks.
func TestMachinesConverge(t *testing.T) {
	cases := 0
	rapid.Check(t, func(t *rapid.T) {
		cases++
		clock := noon
		all := []machine{{newMemDisk(), "desk"}, {newMemDisk(), "lap"}, {newMemDisk(), "pocket"}}
		chance := uint64(0) // a new one each time: no two devices get one id
		open := func(i int) *Log {
			chance++
			now := clock.Add(time.Duration(rapid.IntRange(-1e6, 1e6).Draw(t, "clock is off by")) * time.Second)
			return Open("/p", Options{Now: at(now), Rand: ids(chance), Machine: all[i].id, disk: all[i].disk})
		}
		saved := map[string]string{}
		carried := []string{} // files under way
		n := 0
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			i := rapid.IntRange(0, 2).Draw(t, "machine")
			switch rapid.SampledFrom([]string{"save", "export", "import", "two windows"}).Draw(t, "do") {
			case "save":
				l := open(i)
				for range rapid.IntRange(1, 3).Draw(t, "saves") {
					n++
					for _, e := range mustAppend(t, l, fmt.Sprint("note ", n), fmt.Sprint("and ", n)) {
						saved[e.ID()] = e.Note
					}
				}
				mustClose(t, l)
			case "two windows":
				a, b := open(i), open(i)
				for _, l := range []*Log{a, b, a} {
					n++
					for _, e := range mustAppend(t, l, fmt.Sprint("note ", n)) {
						saved[e.ID()] = e.Note
					}
				}
				mustClose(t, a)
				mustClose(t, b)
			case "export":
				l := open(i)
				carried = append(carried, exported(l))
				mustClose(t, l)
			case "import":
				l := open(i)
				var some []string
				for _, file := range carried {
					if rapid.Bool().Draw(t, "carried there") {
						some = append(some, file)
					}
				}
				if len(some) > 0 && rapid.Bool().Draw(t, "cut on its way") {
					some[0] = some[0][:rapid.IntRange(0, len(some[0])).Draw(t, "at")]
				}
				if _, err := l.Import(sources(some...), false); err != nil {
					t.Fatal(err)
				}
				mustClose(t, l)
			}
		}
		// A round in which everybody tells everybody, one of them twice.
		for _, i := range rapid.Permutation([]int{0, 1, 2, rapid.IntRange(0, 2).Draw(t, "twice")}).Draw(t, "order") {
			from := open(i)
			file := exported(from)
			mustClose(t, from)
			for j := range all {
				to := open(j)
				if _, err := to.Import(sources(file), false); err != nil {
					t.Fatal(err)
				}
				mustClose(t, to)
			}
		}
		want := ""
		for i := range all {
			l := open(i)
			list, err := l.Events("git")
			if err != nil || len(list) != len(saved) {
				t.Fatalf("%s has %d events, %v; saved were %d", all[i].id, len(list), err, len(saved))
			}
			for _, e := range list {
				if note, ok := saved[e.ID()]; !ok || note != e.Note {
					t.Fatalf("%s has the event %s: %q, saved was %q", all[i].id, e.ID(), e.Note, note)
				}
			}
			if s := l.Status(); !s.Sound() {
				t.Fatalf("%s: %+v", all[i].id, s)
			}
			if has := fmt.Sprint(list); i == 0 {
				want = has
			} else if has != want {
				t.Fatalf("%s has the events in another order or with another content:\n%s\n%s", all[i].id, has, want)
			}
			mustClose(t, l)
		}
	})
	torture.Report(t, "P23", "%d histories of three machines that export, import, lose and repeat: all came to the same events, none lost, none twice", cases)
}
