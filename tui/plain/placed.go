package plain

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// offerPlacement tells the offer of a placement test, and its three answers.
func (d *Dialogue) offerPlacement(st learn.Offer) {
	o := d.w.Flow.Offer
	d.say(o.Placement(st.Title))
	size := ""
	if st.Count > 0 {
		size = o.PlacementCount(st.Count)
	}
	if st.Minutes > 0 {
		size = sentences(size, o.Takes(st.Minutes))
	}
	d.say(sentences(size, o.PlacementHelp))
	for i, answer := range []string{o.PlacementYes, o.PlacementNo, o.PlacementSkip} {
		d.numbered(i, answer+".")
	}
}

func (d *Dialogue) takeOfferPlacement(line string) {
	if line == "" {
		d.say(d.p.NothingSaid)
		return
	}
	switch oneOfThree(line, d.p.Path.PlacementNames) {
	case 1:
		d.move(learn.Accept{})
	case 2:
		d.move(learn.Decline{})
	case 3:
		d.move(learn.Skip{})
	default:
		d.say(d.p.Path.NotPlacement)
	}
}

// oneOfThree reads 1, 2 or 3, or what may be typed instead; 0 is neither.
func oneOfThree(line string, called [3][]string) int {
	var list []names
	for _, c := range called {
		list = append(list, c)
	}
	if picked := pick(line, list); len(picked) == 1 {
		return picked[0] + 1
	}
	return 0
}

// placed tells what the placement test found, skill by skill.
func (d *Dialogue) placed(st learn.Placed) {
	d.where(st.Place)
	d.say(d.p.Path.PlacedAfter(st.Asked))
	for i, k := range st.Skills {
		d.numbered(i, d.placedSkill(k))
	}
}

func (d *Dialogue) placedSkill(k learn.PlacedSkill) string {
	p := d.p.Path
	title, percent := k.Skill.Title, words.Percent(k.Mastery)
	said := p.PlacedNew(title, percent)
	switch k.Found {
	case learn.FoundKnown:
		said = p.PlacedKnown(title, percent)
	case learn.FoundMaybe:
		said = p.PlacedMaybe(title, percent)
	case learn.FoundNew:
	}
	if lessons := titles(d.w, k.Lessons); k.Known && lessons != "" {
		said += " " + p.PassesOver(lessons)
	}
	return said
}

// titles lists the titles of lessons on one line.
func titles(w *words.Words, lessons []*course.Lesson) string {
	var said []string
	for _, l := range lessons {
		said = append(said, l.Title)
	}
	return listed(w, said)
}

func (d *Dialogue) askPlaced(st learn.Placed) string {
	if anyKnown(st) {
		return d.p.Path.PlacedHow
	}
	return d.p.Path.PlacedNone
}

func anyKnown(st learn.Placed) bool {
	for _, k := range st.Skills {
		if k.Known {
			return true
		}
	}
	return false
}

// takePlaced takes the result as it stands, not at all, or the skills named.
func (d *Dialogue) takePlaced(st learn.Placed, line string) {
	switch {
	case words.Means(line, d.p.Replies.Yes):
		d.move(learn.Accept{})
		return
	case words.Means(line, d.p.Replies.No):
		d.move(learn.Decline{})
		return
	case line == "":
		if anyKnown(st) {
			d.say(d.p.NothingSaid)
		} else {
			d.move(learn.Decline{})
		}
		return
	}
	var list []names
	for _, k := range st.Skills {
		list = append(list, names{k.Skill.ID, k.Skill.Title})
	}
	picked, ok := d.choose(line, list, true)
	if !ok {
		return
	}
	var a course.Answer
	for _, i := range picked {
		a.Items = append(a.Items, st.Skills[i].Skill.ID)
	}
	d.move(learn.Submit{Answer: a})
}
