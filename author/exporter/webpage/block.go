package webpage

import (
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/exporter/internal/markup"
	"github.com/cairn-learn/cairn/course"
)

// blocks writes the parts of a lesson. above is the title that stands above them: a
// heading that says it again is left out.
func (p *page) blocks(l *course.Lesson, list []course.Block, above string) {
	for i, b := range list {
		switch b := b.(type) {
		case course.Text:
			if i > 0 {
				above = ""
			}
			p.text(l, b, above)
		case *course.Ways:
			p.ways(l, b)
		case *course.Section:
			p.put(`<section class="when">` + "\n")
			p.aside(p.inWords(b.When))
			p.blocks(l, b.Blocks, "")
			p.put("</section>\n")
		case *course.Extra:
			p.put(`<section class="extra">` + "\n" + "<h4>" + p.said.extraTitle(p.at(b.Pos).Line(b.Title)) + "</h4>\n")
			p.blocks(l, b.Blocks, b.Title)
			p.put("</section>\n")
		case *course.Pool:
			p.pool(b)
		case *course.Question:
			p.question(b)
		case *course.Ask:
			p.ask(b)
		case *course.Task:
			p.task(b)
		}
	}
}

// at writes texts of a place.
func (p *page) at(at course.Pos) markup.Maker { return p.markup(at) }

// text writes lesson text below a title that is above it already.
func (p *page) text(l *course.Lesson, t course.Text, above string) {
	m := p.markup(t.Pos)
	own := true // the heading of the text itself comes first
	m.Heading = func(level int, _ string) (int, string) {
		id := ""
		if own && t.Level > 0 {
			id = textID(l, t.ID)
		}
		own = false
		p.deep = min(6, max(4, level+2), p.deep+1)
		return p.deep, id
	}
	md := t.Markdown
	if above != "" && t.Level > 0 && t.Title == above {
		md = withoutHeading(md)
		p.put(`<div id="` + markup.Text(textID(l, t.ID)) + `"></div>` + "\n")
		own = false
	}
	p.put(m.Block(md) + "\n")
}

// withoutHeading is Markdown without the heading that it begins with.
func withoutHeading(md string) string {
	line, rest, _ := strings.Cut(md, "\n")
	if strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
		return rest
	}
	under, after, _ := strings.Cut(rest, "\n")
	if u := strings.TrimSpace(under); u != "" && (strings.Trim(u, "=") == "" || strings.Trim(u, "-") == "") {
		return after
	}
	return md
}

// ways writes all explanations of an idea, each with its title.
func (p *page) ways(_ *course.Lesson, w *course.Ways) {
	p.put(`<div class="ways">` + "\n")
	for _, way := range w.List {
		p.put(`<section class="way">` + "\n<h4>" + p.at(way.Pos).Line(way.Title) + "</h4>\n")
		p.put(p.markup(way.Pos).Block(way.Markdown) + "\n</section>\n")
	}
	p.put("</div>\n")
}

func (p *page) pool(b *course.Pool) {
	p.put(`<section class="pool">` + "\n")
	if b.Title != "" {
		p.put(`<p class="label">` + p.at(b.Pos).Line(b.Title) + "</p>\n")
	}
	if b.Pick < len(b.Questions) {
		p.aside(p.said.asked(b.Pick))
	}
	if b.Intro != "" {
		p.put(p.markup(b.Pos).Block(b.Intro) + "\n")
	}
	for _, q := range b.Questions {
		p.question(q)
	}
	p.put("</section>\n")
}

// ask writes a question that nobody grades.
func (p *page) ask(a *course.Ask) {
	m := p.markup(a.Pos)
	p.put(`<section class="question">` + "\n<h4>" + m.Line(a.Prompt) + "</h4>\n")
	if a.When != nil {
		p.aside(p.inWords(a.When))
	}
	if a.Body != "" {
		p.put(m.Block(a.Body) + "\n")
	}
	if len(a.Options) > 0 {
		p.put(`<ul class="options">` + "\n")
		for _, o := range a.Options {
			p.put("<li>" + m.Line(o.Title) + "</li>\n")
		}
		p.put("</ul>\n")
	} else {
		p.put(line + line)
	}
	if a.Why != "" {
		p.put("<details>\n<summary>" + p.said.toCompare + "</summary>\n" + m.Block(a.Why) + "\n</details>\n")
	}
	p.put("</section>\n")
}

// line is room to write on.
const line = `<div class="line"></div>` + "\n"

// task writes something to do, with what must hold in the end.
func (p *page) task(t *course.Task) {
	m := p.markup(t.Pos)
	p.put(`<section class="task">` + "\n<h4>" + p.said.taskTitle(m.Line(t.Title)) + "</h4>\n")
	if t.When != nil {
		p.aside(p.inWords(t.When))
	}
	if text := t.Text(); text != "" {
		p.put(m.Block(text) + "\n")
	}
	if len(t.Checks) > 0 {
		p.put(`<ul class="options">` + "\n")
		for _, c := range t.Checks {
			p.put("<li>" + p.check(m, c) + "</li>\n")
		}
		p.put("</ul>\n")
	}
	for _, h := range t.Hints {
		p.put("<details>\n<summary>" + p.said.hint + "</summary>\n" + m.Block(h) + "\n</details>\n")
	}
	if t.Why != "" {
		p.put(m.Block(t.Why) + "\n")
	}
	p.put("</section>\n")
}

// check says one condition of a task.
func (p *page) check(m markup.Maker, c course.Check) string {
	kinds := []course.CheckKind{course.CheckRun, course.CheckFile, course.CheckDir, course.CheckGit, course.CheckHTTP}
	switch {
	case c.Title != "":
		return m.Line(c.Title)
	case c.Kind == course.CheckAsk:
		return m.Line(c.What)
	}
	said := p.said.checks[slices.Index(kinds, c.Kind)] + " " + markup.Code(c.What)
	var expects []string
	for _, e := range c.Expect {
		expects = append(expects, markup.Text(e.Name)+" "+markup.Code(e.Text))
	}
	if len(expects) > 0 {
		said += ": " + strings.Join(expects, ", ")
	}
	return said
}
