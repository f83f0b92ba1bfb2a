package cohort

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// table is a part of a report as it is printed: what it is about, then what is
// said of that.
type table struct {
	part    string // its name in CSV
	title   string
	about   string   // how to read it
	keys    []string // heads of what it is about; at most id, rev and detail
	heads   []string // of the measures
	names   []string // of the measures in CSV
	rows    []line
	chart   int // measure that a chart shows, from 1; 0: none
	of      float64
	nothing string // said where there are no rows
}

// line is a row of a table.
type line struct {
	keys  [3]string // id, rev, detail
	label string    // for people, where it is not the id
	note  string    // said below it where there is room
	cells []cell
}

// cell is one figure or word.
type cell struct {
	text  string // for people; empty: not told
	csv   string
	value *float64 // of a figure
	words bool     // not made here
}

func counted(c Count) cell {
	out := cell{text: c.String()}
	if c > 0 {
		out.csv, out.value = strconv.Itoa(int(c)), number(float64(c))
	}
	return out
}

func figure(v *float64, digits int) cell {
	if v == nil {
		return cell{}
	}
	return cell{text: strconv.FormatFloat(*v, 'f', digits, 64), csv: strconv.FormatFloat(*v, 'f', -1, 64), value: v}
}

func percent(v *float64) cell {
	c := figure(v, 2)
	if v != nil {
		c.text = fmt.Sprintf("%.0f %%", *v*100)
	}
	return c
}

// rightPart is the share who were right, or which part of them is too small for it.
func rightPart(v *float64, few string) cell {
	if v == nil && few != "" {
		return cell{text: "few " + few, csv: "few " + few}
	}
	return percent(v)
}

func minutes(v *float64) cell {
	c := figure(v, 1)
	if v != nil {
		c.text = c.csv + " min"
	}
	return c
}

func word(s string) cell { return cell{text: s, csv: s, words: true} }

func yes(b *bool) cell {
	switch {
	case b == nil:
		return cell{}
	case *b:
		return cell{text: "yes", csv: "yes"}
	}
	return cell{text: "no", csv: "no"}
}

// tables are all of a report on a course.
func (r CourseReport) tables() []table {
	all := []table{
		r.positionTable(), r.lessonTable(), r.skillTable(), r.itemTable(), r.wrongTable(), r.disputeTable(), r.detourTable(),
	}
	if len(r.Versions) > 1 {
		all = append(all, r.versionTable())
	}
	if len(r.Named) > 0 {
		all = append(all, r.namedTable())
	}
	return all
}

func titled(id, title string) string {
	if title == "" {
		return id
	}
	return title
}

func (r CourseReport) positionTable() table {
	t := table{
		part: "positions", title: "Where learners are", keys: []string{"Lesson"},
		about: "Learners who have not finished, by the lesson they are in. Stuck: before a question that they missed twice or more. " +
			"Idle: last there two weeks ago or earlier, as far as they share dates. Days and minutes: of those who are there, the minutes in this lesson.",
		heads: []string{"here", "stuck", "idle", "days", "minutes"}, names: []string{"here", "stuck", "idle", "days", "minutes"},
		chart: 1, nothing: "No lesson has enough learners in it.",
	}
	for _, p := range r.Positions {
		id, label := p.Lesson, titled(p.Lesson, p.Title)
		if id == "" {
			label = "(in no lesson)"
		}
		t.rows = append(t.rows, line{
			keys: [3]string{id}, label: label, cells: []cell{counted(p.Here), counted(p.Stuck), counted(p.Idle), figure(p.Days, 0), minutes(p.Minutes)},
		})
	}
	return t
}

func (r CourseReport) lessonTable() table {
	t := table{
		part: "lessons", title: "Lessons", keys: []string{"Lesson"}, about: "Minutes: the median of those who finished it.",
		heads: []string{"met", "finished", "skipped", "minutes"}, names: []string{"met", "finished", "skipped", "minutes"},
		chart: 4, nothing: "No lesson was met by enough learners.",
	}
	for _, l := range r.Lessons {
		t.rows = append(t.rows, line{
			keys: [3]string{l.ID}, label: titled(l.ID, l.Title), cells: []cell{counted(l.Met), counted(l.Finished), counted(l.Skipped), minutes(l.Minutes)},
		})
	}
	return t
}

func (r CourseReport) skillTable() table {
	t := table{
		part: "skills", title: "Skills", keys: []string{"Skill"}, about: "Of those who answered a question on it. Mastery: the mean of what cairn estimates, 0 to 1.",
		heads: []string{"answered", "know it", "share", "mastery"}, names: []string{"answered", "know", "share", "mastery"},
		chart: 4, of: 1, nothing: "No skill was asked of enough learners.",
	}
	for _, k := range r.Skills {
		t.rows = append(t.rows, line{
			keys: [3]string{k.ID}, label: titled(k.ID, k.Title), cells: []cell{counted(k.Answered), counted(k.Know), percent(k.Share), figure(k.Mastery, 2)},
		})
	}
	return t
}

// several reports which questions have rows of several versions.
func (r CourseReport) several() map[string]bool {
	n, out := map[string]int{}, map[string]bool{}
	for _, it := range r.Items {
		n[it.ID]++
		out[it.ID] = n[it.ID] > 1
	}
	return out
}

// item names a question as it was.
func (r CourseReport) item(id, rev string) string {
	if r.several()[id] {
		return id + " (" + rev + ")"
	}
	return id
}

func (r CourseReport) itemTable() table {
	t := table{
		part: "items", title: "Questions", keys: []string{"Question"},
		about: "Right: at the first try. Apart: how well the question tells those who do well elsewhere from those who do not, " +
			"from -1 to 1 (item-rest correlation); below 0 the key may be wrong. Gave up: did not know, asked for the answer or passed it over.",
		heads: []string{"answered", "right", "apart", "hints", "gave up", "minutes", "look at it"},
		names: []string{"answered", "right", "discrimination", "hints", "gave_up", "minutes", "look"},
		chart: 2, of: 1, nothing: "No question was answered by enough learners.",
	}
	for _, it := range r.Items {
		look := it.Look
		if it.Current != nil && !*it.Current {
			look = append([]string{"as it was; the course has it otherwise"}, look...)
		}
		t.rows = append(t.rows, line{
			keys: [3]string{it.ID, it.Rev}, label: r.item(it.ID, it.Rev), note: it.Prompt, cells: []cell{
				counted(it.Answered), rightPart(it.Right, it.Few), figure(it.Discrimination, 2), counted(it.Hints), counted(it.GaveUp), minutes(it.Minutes),
				{text: strings.Join(look, "; "), csv: strings.Join(look, "; "), words: true},
			},
		})
	}
	return t
}

func (r CourseReport) wrongTable() table {
	t := table{
		part: "wrong", title: "Common wrong answers", keys: []string{"Question", "Answer"},
		about: "Answers that enough learners gave, at any try. Reply: whether the author says something to this very answer.",
		heads: []string{"learners", "reply"}, names: []string{"learners", "reply"}, nothing: "No wrong answer was given by enough learners.",
	}
	for _, it := range r.Items {
		for _, w := range it.Wrong {
			t.rows = append(t.rows, line{keys: [3]string{it.ID, it.Rev, w.Answer}, label: r.item(it.ID, it.Rev), cells: []cell{counted(w.Learners), yes(w.Said)}})
		}
	}
	return t
}

func (r CourseReport) disputeTable() table {
	t := table{
		part: "disputes", title: "Disputed answers", keys: []string{"Question", "Answer"},
		about: "Answers that learners held to be right, among those that enough of them gave. Paste one of the two lines below the answers of the question.",
		heads: []string{"gave it", "where", "if it is right", "if it is not"}, names: []string{"learners", "place", "also", "not"},
		nothing: "No answer that enough learners gave is disputed.",
	}
	for _, it := range r.Items {
		for _, d := range it.Disputes {
			lines := append(slices.Clone(d.Lines), "", "")
			t.rows = append(t.rows, line{
				keys: [3]string{it.ID, it.Rev, d.Answer}, label: r.item(it.ID, it.Rev),
				cells: []cell{counted(d.Learners), word(it.Place), word(lines[0]), word(lines[1])},
			})
		}
	}
	return t
}

func (r CourseReport) detourTable() table {
	t := table{
		part: "detours", title: "Detours", keys: []string{"From the question", "To the lesson"},
		about: "What the next try came to: of those who took the detour, and of those who missed the question in the same way and did not. " +
			"Who takes it is not drawn by lot, so that the two may differ in more than the detour.",
		heads: []string{"took it", "right then", "did not", "right then", "mix-up"}, names: []string{"taken", "right_with", "stayed", "right_without", "mixup"},
		nothing: "No detour was taken by enough learners.",
	}
	for _, d := range r.Detours {
		t.rows = append(t.rows, line{
			keys: [3]string{d.Item, d.Rev, d.To}, label: r.item(d.Item, d.Rev),
			cells: []cell{counted(d.Taken), rightPart(d.With, d.WithFew), counted(d.Stayed), rightPart(d.Without, d.WithoutFew), word(d.Mixup)},
		})
	}
	return t
}

func (r CourseReport) versionTable() table {
	t := table{part: "versions", title: "Versions of the course", keys: []string{"Version", "Hash"}, heads: []string{"learners"}, names: []string{"learners"}}
	for _, v := range r.Versions {
		t.rows = append(t.rows, line{keys: [3]string{v.Version, "", v.Hash}, label: v.Version, cells: []cell{counted(v.Learners)}})
	}
	return t
}

func (r CourseReport) namedTable() table {
	t := table{
		part: "learners", title: "Learners who gave a name", keys: []string{"Name"},
		heads: []string{"lesson", "finished", "lessons", "of", "days", "minutes", "last"},
		names: []string{"lesson", "finished", "done", "of", "days", "minutes", "last"},
	}
	for _, n := range r.Named {
		whole := func(v int) cell { return figure(number(float64(v)), 0) }
		m := n.Minutes
		t.rows = append(t.rows, line{keys: [3]string{n.Name}, label: n.Name, cells: []cell{
			word(n.Lesson), yes(&n.Finished), whole(n.Done), whole(n.Of), whole(n.Days), minutes(&m), word(n.Last),
		}})
	}
	return t
}

// foreword says how the numbers are to be read.
func (r Report) foreword() string {
	return fmt.Sprintf("Numbers of learners are rounded down to a multiple of %d: \"%d+\" is at least %d. Where it says \"few\" there are fewer than %d, or none, "+
		"and what is about them is left out. Shares are in steps of 5 %%.", r.Min, 2*r.Min, 2*r.Min, r.Min)
}

// head says how many learners a course has.
func (r CourseReport) head() string {
	if r.Learners == 0 {
		return "Too few learners have shared their work for anything to be said."
	}
	return fmt.Sprintf("Learners: %s, finished: %s", r.Learners, r.Finished)
}

const rowsOfFew = "Rows of learners are left out: those who gave no name are so few that the rest would give them away."
