package update

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// changes lists what is other, the gravest of each sort first.
func changes(older, newer *course.Course) []Change {
	var list []Change
	if older.ID != newer.ID {
		list = append(list, Change{What: CourseID, Level: LevelMajor, ID: newer.ID,
			Says: fmt.Sprintf("the course was %s before: it is another course now, and everybody begins anew", older.ID)})
	}
	list = append(list, items(older, newer)...)
	list = append(list, choices(older, newer)...)
	list = append(list, onRoad(older, newer)...)
	list = append(list, road(older, newer)...)
	list = append(list, rules(older, newer)...)
	slices.SortStableFunc(list, func(a, b Change) int { return b.Level.rank() - a.Level.rank() })
	return list
}

// byID are the items of a course by id, each the first of its id.
func byID(c *course.Course) (map[string]course.Item, []course.Item) {
	items := map[string]course.Item{}
	var order []course.Item
	for _, it := range c.Items() {
		if _, ok := items[it.ID]; !ok {
			items[it.ID] = it
			order = append(order, it)
		}
	}
	return items, order
}

// items compares everything that has an id.
func items(older, newer *course.Course) []Change {
	was, before := byID(older)
	is, after := byID(newer)
	var list []Change
	for _, old := range before {
		now, there := is[old.ID]
		change := Change{Kind: string(old.Kind), ID: old.ID}
		switch {
		case !there:
			change.What, change.Level, change.Says = ItemRemoved, LevelMajor, "is gone; what was done there counts no longer"+nowCalled(old, after, was)
		case now.Kind != old.Kind:
			change.What, change.Level, change.Says = ItemKind, LevelMajor, fmt.Sprintf("is a %s now; what was done there counts for something else", now.Kind)
		case now.Rev != old.Rev:
			change.What, change.Level, change.Says = ItemMeaning, LevelMajor, "means something else; whoever answered it is asked again when they come by"
		case now.Lesson != old.Lesson:
			change.What, change.Level, change.Says = ItemMoved, LevelMinor, fmt.Sprintf("is in %s now, and was in %s; what was done there stays", lessonName(now.Lesson), lessonName(old.Lesson))
		case old.Kind == course.ItemLesson && now.Pos.File != old.Pos.File:
			change.What, change.Level, change.Says = FileRenamed, LevelPatch, fmt.Sprintf("is in the file %s now, and was in %s; nothing is lost", now.Pos.File, old.Pos.File)
		default:
			continue
		}
		list = append(list, change)
	}
	for _, now := range after {
		if _, there := was[now.ID]; !there {
			list = append(list, Change{What: ItemAdded, Level: LevelMinor, Kind: string(now.Kind), ID: now.ID, Says: added(now, was)})
		}
	}
	return list
}

func lessonName(id string) string {
	if id == "" {
		return "no lesson"
	}
	return id
}

// nowCalled tells where the same seems to be under another id.
func nowCalled(old course.Item, after []course.Item, was map[string]course.Item) string {
	for _, now := range after {
		if _, known := was[now.ID]; known || now.Kind != old.Kind {
			continue
		}
		if old.Rev != "" && now.Rev == old.Rev || old.Rev == "" && now.Title == old.Title && now.Title != "" {
			return fmt.Sprintf("; it seems to be %s now: give it its old id, and nothing is lost", now.ID)
		}
	}
	return ""
}

// added says what becomes of something new.
func added(now course.Item, was map[string]course.Item) string {
	_, there := was[now.Lesson]
	if now.Kind == course.ItemQuestion && there {
		return "is new; whoever is through with its lesson is not asked"
	}
	return "is new"
}

// word is a code word that learners choose, or that holds what they did.
type word struct{ what, id string }

// choices compares what learners choose from, skills and mix-ups.
func choices(older, newer *course.Course) []Change {
	was, is := wordsOf(older), wordsOf(newer)
	var list []Change
	for _, w := range was {
		if slices.Contains(is, w) {
			continue
		}
		c := Change{What: ChoiceGone, Level: LevelMajor, Kind: w.what, ID: w.id, Says: "is gone; whoever chose it has not chosen any more"}
		switch w.what {
		case "skill":
			c.What, c.Says = SkillGone, "is gone, with what learners have shown of it"
		case "mix-up":
			c.What, c.Level, c.Says = MixupGone, LevelMinor, "is gone; who has shown it is not led to its detour"
		}
		list = append(list, c)
	}
	for _, w := range is {
		if slices.Contains(was, w) {
			continue
		}
		c := Change{What: ChoiceAdded, Level: LevelMinor, Kind: w.what, ID: w.id, Says: "is new"}
		if w.what == "skill" {
			c.What = SkillAdded
		}
		list = append(list, c)
	}
	return list
}

func wordsOf(c *course.Course) []word {
	var list []word
	seen := map[word]bool{}
	add := func(what, id string) {
		if w := (word{what, id}); !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	for _, s := range c.Skills {
		add("skill", s.ID)
	}
	for _, g := range c.Goals {
		add("goal", g.ID)
	}
	for _, p := range c.Paces {
		add("pace", p.ID)
	}
	for _, w := range c.Ways {
		add("way", w.ID)
	}
	for _, i := range c.Interests {
		add("interest", i.ID)
	}
	for _, m := range c.Mixups {
		add("mix-up", m.ID)
	}
	for _, a := range asks(c) {
		for _, o := range a.Options {
			if !slices.Contains([]string{course.AskGoal, course.AskPace, course.AskWay, course.AskInterests}, a.ID) || !a.BuiltIn {
				add("option of "+a.ID, o.ID)
			}
		}
	}
	return list
}

// asks are all Asks of a course, first questions first.
func asks(c *course.Course) []*course.Ask {
	list := slices.Clone(c.Onboarding)
	for _, l := range lessons(c) {
		l.EachBlock(func(b course.Block) {
			if a, ok := b.(*course.Ask); ok {
				list = append(list, a)
			}
		})
	}
	return list
}

// lessons are all lessons, with the placement test.
func lessons(c *course.Course) []*course.Lesson {
	if c.Placement == nil {
		return c.Lessons
	}
	return append(slices.Clone(c.Lessons), c.Placement)
}

// onRoad tells which lessons that both versions have left the road, or came onto
// it. Leaving weighs as much as being removed: who has not been there does not come
// by, unless something else leads to it.
func onRoad(older, newer *course.Course) []Change {
	was, is := stops(older), stops(newer)
	has := func(c *course.Course, id string) bool {
		return slices.ContainsFunc(c.Lessons, func(l *course.Lesson) bool { return l.ID == id })
	}
	var list []Change
	for _, id := range was {
		if !slices.Contains(is, id) && has(newer, id) {
			list = append(list, Change{What: RoadLeft, Level: LevelMajor, Kind: string(course.ItemLesson), ID: id,
				Says: "is no longer on the road; whoever has not taken it comes by only where something else leads there"})
		}
	}
	for _, id := range is {
		if !slices.Contains(was, id) && has(older, id) {
			list = append(list, Change{What: RoadJoined, Level: LevelMinor, Kind: string(course.ItemLesson), ID: id,
				Says: "is on the road now"})
		}
	}
	return list
}

// road compares the order of the lessons that are in both versions.
func road(older, newer *course.Course) []Change {
	was, is := stops(older), stops(newer)
	both := func(list, other []string) []string {
		there := map[string]bool{}
		for _, id := range other {
			there[id] = true
		}
		return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return !there[id] })
	}
	a, b := both(was, is), both(is, was)
	if slices.Equal(a, b) {
		return nil
	}
	first := 0
	for a[first] == b[first] {
		first++
	}
	return []Change{{What: RoadOrder, Level: LevelMinor, ID: b[first],
		Says: fmt.Sprintf("comes where %s came: the lessons are in another order, and who is through with one does not take it again", a[first])}}
}

// stops are the lessons of the road, each once, with those of forks.
func stops(c *course.Course) []string {
	var ids []string
	seen := map[string]bool{}
	for _, s := range c.Path {
		list := []*course.Lesson{s.Lesson}
		if s.Choose != nil {
			list = s.Choose.From
		}
		for _, l := range list {
			if l != nil && !seen[l.ID] {
				seen[l.ID] = true
				ids = append(ids, l.ID)
			}
		}
	}
	return ids
}

// rules compares the rules of what is in both versions.
func rules(older, newer *course.Course) []Change {
	type key struct{ of, kind string }
	is := map[key]string{}
	for _, r := range rulesOf(newer) {
		is[key{r.of, r.kind}] = r.text
	}
	var list []Change
	for _, r := range rulesOf(older) {
		now, there := is[key{r.of, r.kind}]
		if !there || now == r.text {
			continue
		}
		says := fmt.Sprintf("%s is %s now, and was %s", r.kind, quoted(now), quoted(r.text))
		list = append(list, Change{What: RuleChanged, Level: LevelMinor, ID: r.of, Says: says})
	}
	return list
}

func quoted(rule string) string {
	if rule == "" {
		return "empty"
	}
	return fmt.Sprintf("%q", rule)
}

// ruleAt is the rules of one kind that something has.
type ruleAt struct{ of, kind, text string }

func rulesOf(c *course.Course) []ruleAt {
	var list []ruleAt
	text := func(r *course.Rule) string {
		if r == nil {
			return ""
		}
		return strings.Join(strings.Fields(r.Source), " ")
	}
	for _, s := range c.Path {
		switch {
		case s.Lesson != nil:
			list = append(list, ruleAt{s.Lesson.ID, "when on the path", text(s.When)})
		case s.Choose != nil:
			list = append(list, ruleAt{s.Choose.ID, "when on the path", text(s.When)})
		}
	}
	for _, l := range lessons(c) {
		next := make([]string, 0, len(l.Next))
		for _, n := range l.Next {
			next = append(next, strings.TrimSpace(text(n.When)+" → "+n.Detour+n.Go+n.Ask))
		}
		list = append(list, ruleAt{l.ID, "when", text(l.When)}, ruleAt{l.ID, "skip", text(l.Skip)}, ruleAt{l.ID, "next", strings.Join(next, "; ")},
			ruleAt{l.ID, "needs", strings.Join(l.Needs, ", ")})
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Section:
				list = append(list, ruleAt{b.ID, "when", text(b.When)})
			case *course.Question:
				list = append(list, ruleAt{b.ID, "when", text(b.When)})
			case *course.Task:
				list = append(list, ruleAt{b.ID, "when", text(b.When)})
			case *course.Ask:
				list = append(list, ruleAt{b.ID, "when", text(b.When)})
			case course.Text, *course.Ways, *course.Extra, *course.Pool:
			}
		})
	}
	return list
}
