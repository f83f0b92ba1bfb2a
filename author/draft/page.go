package draft

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course"
)

// page is one file that is being written.
type page struct {
	course *Course
	file   *File
	out    strings.Builder
	lines  int
	marks  []mark

	open  int    // level of the pool or extra that what follows would be part of; 0: none
	last  Block  // what was written last
	under string // the plain heading that was written last
	deep  int    // the level of the heading of the Ask, task or ways that was written last
}

// say writes a paragraph or more, with an empty line before it.
func (p *page) say(s string) {
	if s = strings.Trim(s, "\n"); s == "" {
		return
	}
	s = "\n" + s + "\n"
	p.lines += strings.Count(s, "\n")
	p.out.WriteString(s)
}

// about notes what is written next.
func (p *page) about(item any) {
	p.marks = append(p.marks, mark{p.lines + 1, p.file, item})
}

func (p *page) write() {
	f := p.file
	head := "---\nid: " + Scalar(f.ID) + "\n"
	if t := strings.TrimSpace(f.Title); t != "" {
		head += "title: " + Scalar(t) + "\n"
	}
	if f.kind() != course.KindLesson {
		head += "kind: " + string(f.Kind) + "\n"
	}
	if s := words(f.Skills); len(s) > 0 {
		head += "skills: " + list(s) + "\n"
	}
	if s := words(f.Needs); len(s) > 0 {
		head += "needs: " + list(s) + "\n"
	}
	if f.Minutes > 0 {
		head += fmt.Sprintf("minutes: %d\n", f.Minutes)
	}
	head += "---\n"
	p.lines = strings.Count(head, "\n")
	p.out.WriteString(head)
	switch f.kind() {
	case course.KindCards:
		p.cards()
	case course.KindGlossary:
		p.glossary()
	default:
		p.blocks(f.Blocks, false)
	}
}

// blocks writes the parts of a lesson, or of an extra.
func (p *page) blocks(blocks []Block, extra bool) {
	for _, b := range blocks {
		p.about(b)
		switch b := b.(type) {
		case Text:
			p.text(b, extra)
		case *Question:
			p.question(b, p.level(extra))
		case *Ask:
			p.ask(b, p.level(extra))
		case *Task:
			p.task(b, p.level(extra))
		case *Ways:
			p.ways(b, p.level(extra))
		case *Pool:
			p.pool(b, extra)
		case *Extra:
			if extra { // an extra in an extra is part of it
				p.blocks(b.Blocks, true)
				break
			}
			p.say("## Extra: " + heading(orElse(b.Title, "…")) + "\n<!-- id: " + Scalar(b.ID) + " -->")
			p.last, p.open = b, 0
			p.blocks(b.Blocks, true)
			p.open = 2
		}
		p.last = b
	}
}

// level is the level of the heading of a question: high enough to be no part of
// the pool or extra before it.
func (p *page) level(extra bool) int {
	level := 3
	if p.open > 0 && !extra {
		level = p.open
	}
	p.open = 0
	return level
}

func (p *page) pool(b *Pool, extra bool) {
	level := 2
	if extra {
		level = 3
	}
	set := "id: " + Scalar(b.ID)
	switch {
	case b.Pick >= len(b.Questions) && b.Pick > 1:
		set += ", pick: all"
	case b.Pick > 1:
		set += fmt.Sprintf(", pick: %d", b.Pick)
	}
	p.say(strings.Repeat("#", level) + " Pool: " + heading(orElse(b.Title, "…")) + "\n<!-- " + set + " -->")
	p.say(markdown(b.Intro, inPart))
	for _, q := range b.Questions {
		p.about(q)
		p.question(q, level+1)
	}
	p.open = level
}

// text writes lesson text so that it is part of nothing before it.
func (p *page) text(t Text, extra bool) {
	where := inLesson
	if extra {
		where = inExtra
	}
	md := markdown(t.Markdown, where)
	if md == "" {
		return
	}
	switch p.between(begin(md)) {
	case rule:
		p.say("---")
	case headed:
		level := 2
		if extra {
			level = 3
		}
		p.again(level)
	case nothing:
	}
	p.open = 0
	p.say(md)
	mark := "" // of the block of code that a line is in
	for _, l := range strings.Split(md, "\n") {
		switch bare := strings.TrimLeft(l, " >"); {
		case mark != "":
			if strings.HasPrefix(bare, mark) && strings.Trim(bare, mark[:1]+" ") == "" {
				mark = ""
			}
		case strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"):
			mark = bare[:len(bare)-len(strings.TrimLeft(bare, bare[:1]))]
		case plainHeading.MatchString(l):
			p.under = strings.TrimLeft(l, "# ")
		}
	}
}

// parting is what keeps a text apart from what stands before it.
type parting int

const (
	nothing parting = iota
	rule            // a line
	headed          // the heading that it is under, once more
)

// between tells what a text needs before it, by the level of its first heading and
// what stands above that.
func (p *page) between(first int, above above) parting {
	switch last := p.last.(type) {
	case *Question:
		switch {
		case above.taken, p.open > 0 && (first == 0 || first > 2):
			return headed
		case above.some:
			return rule
		}
	case *Ask:
		// All of what follows a reflection is part of it, up to the next heading.
		switch {
		case above.some && (len(last.Options) == 0 || above.taken || above.list), first > p.deep:
			return headed
		case above.some:
			return rule
		}
	case *Task, *Ways:
		// All of what follows them is part of them, up to the next heading.
		if above.some || first > p.deep {
			return headed
		}
	case *Pool, *Extra:
		if above.some || first > p.open {
			return headed
		}
	default:
	}
	return nothing
}

var plainHeading = regexp.MustCompile(`^#{1,6} \S`)

// again writes the heading once more that the text below belongs to, so that it
// belongs to nothing else.
func (p *page) again(level int) {
	p.say(markdown(strings.Repeat("#", level)+" "+heading(orElse(p.under, orElse(Plain(p.file.Title), p.file.ID))), inLesson))
}

// above is what stands in a text before its first heading.
type above struct {
	some  bool // there is something
	taken bool // the question before it would take something of it for its own
	list  bool
}

// begin tells the level of the first heading of a text, 0 without one, and what
// stands above it.
func begin(md string) (level int, a above) {
	src := []byte(md + "\n")
	for _, pc := range pieces(src) {
		switch n := pc.node.(type) {
		case *ast.Heading:
			return n.Level, a
		case *ast.List:
			a.list = true
			a.taken = a.taken || mayAnswer(src, n)
		case *ast.Blockquote:
			e := &edits{src: src, from: pc.from, to: pc.to}
			e.labels(n)
			a.taken = a.taken || len(e.at) > 0
		case *extast.Table:
			a.taken = true
		}
		if strings.Contains(string(src[pc.from:pc.to]), "[[") {
			a.taken = true
		}
		a.some = true
	}
	return 0, a
}

// ask writes a question without a right answer.
func (p *page) ask(a *Ask, level int) {
	p.deep = level
	set := "id: " + Scalar(a.ID)
	if a.Many {
		set += ", pick: many"
	}
	if a.Compare && strings.TrimSpace(a.Why) != "" {
		set += ", compare: true"
	}
	p.say(strings.Repeat("#", level) + " Ask: " + heading(orElse(a.Prompt, "…")) + "\n<!-- " + set + " -->")
	p.say(markdown(a.Body, inAsk))
	var options []string
	taken := &names{taken: map[string]bool{}, tried: map[string]int{}}
	for _, o := range a.Options {
		text := inline(o.Text)
		id := taken.take(o.ID, o.Text, "option")
		if text == "" {
			text = id
		}
		if strings.ContainsRune(":–—-", []rune(text)[0]) {
			text = "<!-- -->" + text
		}
		options = append(options, "- `"+id+"` "+text)
	}
	p.answers(a.Body, options)
	p.said("Why", a.Why)
}

// answers writes what answers a question, apart from the text above.
func (p *page) answers(body string, lines []string) {
	if len(lines) == 0 {
		return
	}
	if md := markdown(body, inPart); md != "" {
		all := pieces([]byte(md + "\n"))
		switch all[len(all)-1].node.Kind() {
		case ast.KindList, extast.KindDefinitionList, extast.KindFootnote:
			p.say("<!-- answers -->")
		}
	}
	p.say(strings.Join(lines, "\n"))
}

// said writes a hint or the why.
func (p *page) said(word, md string) {
	if md = markdown(md, inQuote); md == "" {
		return
	}
	first := pieces([]byte(md + "\n"))[0]
	if first.node.Kind() == ast.KindParagraph {
		p.say(prefixed(word+": "+strings.TrimLeft(md, " "), "> "))
		return
	}
	p.say(prefixed(word+":\n\n"+md, "> "))
}

// reply is feedback as lines of a quote.
func (p *page) reply(r Reply) string {
	md := markdown(r.Text, inQuote)
	road := ""
	switch {
	case r.Mixup != "":
		road = "Mix-up: " + word(r.Mixup)
	case r.Detour != "":
		road = "Detour: " + link(p.file.Path, r.Detour, p.course.titled(r.Detour))
	case r.Go != "":
		road = "Go to: " + link(p.file.Path, r.Go, p.course.titled(r.Go))
	}
	if md != "" && road != "" {
		md += "\n\n"
	}
	if md += road; md == "" {
		return ""
	}
	return prefixed(md, "> ")
}
