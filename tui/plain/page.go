package plain

import (
	"strconv"

	"github.com/cairn-learn/cairn/course/learn"
)

// reading tells a page.
func (d *Dialogue) reading(st learn.Reading) {
	title := ""
	if st.Lesson != nil && st.Lesson.ID != d.told.lesson {
		title = st.Lesson.Title // said by where
	}
	d.where(st.Place)
	d.told.page = st.Page.ID
	if st.Another {
		d.say(d.p.Path.Another)
	}
	d.parts(st.Page, title)
}

// parts prints the text of a page, with the shown explanation of each idea.
func (d *Dialogue) parts(p learn.Page, title string) {
	ideas := waysOf(p)
	n := 0
	for _, part := range p.Parts {
		switch part := part.(type) {
		case learn.TextPart:
			d.page(part.Markdown, title)
		case learn.WayPart:
			n++
			d.wayPart(part)
			if others := d.otherWays(part); len(others) > 0 && len(ideas) > 1 {
				d.say(d.p.WaysAt(listed(d.w, others), n))
			} else if len(others) > 0 {
				d.say(d.p.OtherWays(listed(d.w, others)))
			}
			d.gap()
		}
		title = ""
	}
}

// wayPart prints the explanation of an idea that is shown.
func (d *Dialogue) wayPart(part learn.WayPart) {
	shown := part.List[part.Shown]
	d.say(d.p.WayShown(d.inline(shown.Title), part.Shown+1, len(part.List)))
	d.page(shown.Markdown, "")
}

// otherWays lists the titles of the explanations that are not shown, the one
// that comes next first.
func (d *Dialogue) otherWays(part learn.WayPart) []string {
	var titles []string
	for i := 1; i < len(part.List); i++ {
		titles = append(titles, d.inline(part.List[(part.Shown+i)%len(part.List)].Title))
	}
	return titles
}

// waysOf lists the ideas of a page.
func waysOf(p learn.Page) []learn.WayPart {
	var ideas []learn.WayPart
	for _, part := range p.Parts {
		if w, ok := part.(learn.WayPart); ok {
			ideas = append(ideas, w)
		}
	}
	return ideas
}

// way shows the next explanation of an idea on the page: of the first that has
// several, or of the one with the number given.
func (d *Dialogue) way(arg string) {
	st, ok := d.s.Step().(learn.Reading)
	if !ok {
		return
	}
	n, err := strconv.Atoi(arg)
	for i, part := range waysOf(st.Page) {
		if len(part.List) < 2 || err == nil && n != i+1 {
			continue
		}
		next := (part.Shown + 1) % len(part.List)
		if d.do(learn.ShowWay{Ways: part.ID, Key: part.List[next].Key}) {
			part.Shown = next
			d.wayPart(part)
		}
		return
	}
	d.say(d.w.Flow.NoWays)
}

// reread tells a page of the lesson again; the place is not touched.
func (d *Dialogue) reread(arg string) {
	pages := d.s.Pages(d.s.Step().At().Lesson.ID)
	if len(pages) == 0 {
		d.say(d.w.Flow.NoPages)
		return
	}
	n, err := strconv.Atoi(arg)
	switch {
	case err == nil && (n < 1 || n > len(pages)):
		d.say(d.p.NoPage(n, len(pages)))
		return
	case err != nil:
		n = d.lastPage(pages)
	}
	if n == 0 {
		d.say(d.p.PagesAre)
		for i, p := range pages {
			d.numbered(i, p.Title)
		}
		d.say(d.p.PageHow)
		return
	}
	d.gap()
	d.say(d.p.PageOf(n, len(pages), pages[n-1].Title))
	d.parts(pages[n-1], pages[n-1].Title)
	if len(pages) > 1 {
		d.say(d.p.PageHow)
	}
}

// lastPage is the number of the page before the step, as far as it was told, or
// 0 when none was.
func (d *Dialogue) lastPage(pages []learn.Page) int {
	_, reading := d.s.Step().(learn.Reading)
	for i, p := range pages {
		if p.ID == d.told.page {
			if reading && i > 0 {
				return i
			}
			return i + 1
		}
	}
	if len(pages) == 1 {
		return 1
	}
	return 0
}
